// Entering a published score, and taking a wrong one back.
import { type Screen, type Typed, typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import type { Problem } from '#kernel/result.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button } from '#ui/parts/button.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { NumberField } from '#ui/parts/number-field.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { Table } from '#ui/parts/table.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import type { FrozenRegion } from '#areas/evidence/analyses/rules.ts'
import { indicesPath } from '../rules.ts'
import { officialIndices, type PublishedScore, sayOfficial } from '../rules/official.ts'
import { sayLevel } from './shown.ts'

export type OfficialShown = { readonly language: Language; readonly entered: readonly PublishedScore[]; readonly regions: readonly FrozenRegion[]; readonly typed: Typed; readonly problems: readonly Problem[] }
export const officialScreen = ({ language, entered, regions, typed, problems }: OfficialShown): Screen => {
  const say = speak(language)
  const action = toHref(language, `${indicesPath}/official`)
  const field = (name: string, label: string) => { const error = errorOf({ problems, field: name, language }); return { language, name, label, value: typedOne(typed, name), ...(error === undefined ? {} : { error }) } }
  return {
    kind: 'screen', title: say.evidence_official_title(), says: say.evidence_official_lead(), crumbs: [{ name: say.evidence_profile_kicker(), path: '/evidence' }, { name: say.evidence_indices_title(), path: indicesPath }],
    body: (
      <>
        <PageHeading kicker={say.evidence_indices_title()} title={say.evidence_official_title()} lead={say.evidence_official_lead()} />
        <ErrorSummary language={language} problems={problems} />
        <Section id="enter" title={say.evidence_official_add()}>
          <Form action={action} hidden={[{ name: 'does', value: 'enter' }]}>
            <Select {...field('index', say.evidence_official_index())} blank={say.evidence_official_choose()} options={officialIndices.map((value) => ({ value, name: sayOfficial(value, language) }))} />
            <TextField {...field('edition', say.evidence_official_edition())} width="short" help={say.evidence_official_edition_help()} />
            <Select {...field('region', say.evidence_official_region())} blank={say.evidence_official_choose()} options={regions.map((region) => ({ value: region.code, name: `${region.name[language]} (${sayLevel(region.level, language)})` }))} />
            <NumberField {...field('score', say.evidence_official_score())} />
            <TextField {...field('scale_bg', say.evidence_official_scale_bg())} help={say.evidence_official_scale_help()} />
            <TextField {...field('scale_en', say.evidence_official_scale_en())} />
            <TextField {...field('source_bg', say.evidence_official_source_bg())} />
            <TextField {...field('source_en', say.evidence_official_source_en())} />
            <TextField {...field('address', say.evidence_official_address())} kind="url" />
            <Button look="primary">{say.evidence_official_save()}</Button>
          </Form>
        </Section>
        <Section id="entered" title={say.evidence_official_entered()}>
          <Table
            language={language} id="entered-table" caption={say.evidence_official_entered()} captionIs="hidden" phone="stack" empty={say.evidence_official_entered_none()}
            columns={[{ name: say.evidence_official_index() }, { name: say.evidence_official_edition() }, { name: say.evidence_official_region() }, { name: say.evidence_official_score(), kind: 'number' }, { name: say.evidence_official_withdraw() }]}
            rows={entered.map((one) => ({ cells: [sayOfficial(one.index, language), one.edition, one.region.name[language], sayNumber(one.score, language, one.decimals),
              <Form action={action} hidden={[{ name: 'does', value: 'withdraw' }, { name: 'number', value: String(one.number ?? 0) }]}><Button look="quiet">{say.evidence_official_withdraw()}<span class="p-hidden-text"> {sayOfficial(one.index, language)} {one.edition}, {one.region.name[language]}</span></Button></Form>] }))}
          />
        </Section>
      </>
    ),
  }
}
