// What the district has fewer of than others, per 100,000 people, where one source knows all; and the form of such counts.
import { type Asked, type Screen, typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { toHref, toSafeHref } from '#ui/address.ts'
import { BarChart } from '#ui/charts/bar-chart.tsx'
import type { Standing } from '#ui/charts/series.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Checkbox } from '#ui/parts/choices.tsx'
import { DateField } from '#ui/parts/date-field.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { NumberField } from '#ui/parts/number-field.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import type { Credit } from '#areas/evidence/indicators/rules.ts'
import { originsOf } from '#areas/evidence/indicators/views/wording.ts'
import { type AssetKind, assetKinds, countsPath, gapsCsvPath, gapsPath } from '../rules.ts'
import { countField } from '../forms.ts'
import type { AssetCount, Gap } from '../rules/gaps.ts'
import { kindNames, manyNames } from '../rules/names.ts'
import { type Place, underAssets } from './words.ts'

export type GapsShown = {
  readonly language: Language; readonly own: Place; readonly districts: readonly Place[]; readonly counts: readonly AssetCount[]; readonly gaps: readonly Gap[]; readonly people: ReadonlyMap<string, number>
  readonly credits: readonly Credit[]; readonly registered: ReadonlyMap<AssetKind, number>
  /** sets of peers saved by name; '' = all districts of the country */
  readonly sets: readonly { readonly number: number; readonly name: string }[]; readonly set: string; readonly keeps: 'yes' | 'no'
}
export const gapsScreen = (shown: GapsShown): Screen => {
  const { language, counts, gaps, sets, set, keeps, registered } = shown
  const say = speak(language)
  const known = assetKinds.filter((kind) => counts.some((one) => one.kind === kind))
  const unknown = assetKinds.filter((kind) => !known.includes(kind))
  return {
    kind: 'screen', title: say.evidence_asset_gaps_title(), says: say.evidence_asset_gaps_says(), crumbs: underAssets(language),
    body: (
      <>
        <PageHeading title={say.evidence_asset_gaps_title()} lead={say.evidence_asset_gaps_says()} />
        {known.length === 0 ? <EmptyState title={say.evidence_asset_gaps_empty()} why={keeps === 'yes' ? say.evidence_asset_gaps_empty_staff() : say.evidence_asset_gaps_empty_why()} /> : (
          <>
            {sets.length === 0 ? null : (
              <form method="get" action={toHref(language, gapsPath)} class="p-form p-filters">
                <Select filter language={language} name="set" label={say.evidence_asset_gaps_beside()} blank={say.evidence_asset_gaps_all()} value={set} options={sets.map(({ number, name }) => ({ value: String(number), name }))} />
                <Buttons><Button look="secondary">{say.evidence_asset_filter()}</Button></Buttons>
              </form>
            )}
            <Section id="table" title={say.evidence_asset_gaps_table()}>
              <Table language={language} id="gaps" caption={say.evidence_asset_gaps_table()} captionIs="hidden"
                columns={[{ name: say.evidence_asset_kind() }, { name: say.evidence_asset_gaps_own(), kind: 'number' }, { name: say.evidence_asset_gaps_rate(), kind: 'number' }, { name: say.evidence_asset_gaps_median(), kind: 'number' }, { name: say.evidence_asset_gaps_peers(), kind: 'number' }, { name: say.evidence_asset_gaps_missing(), kind: 'number' }, { name: say.evidence_asset_gaps_registered(), kind: 'number' }]}
                rows={gaps.map((gap) => ({ cells: [
                  <>{manyNames[gap.kind][language]}{counts.find(({ kind }) => kind === gap.kind)?.illustrative === 'yes' ? <> <Tag tone="warning">{say.evidence_asset_illustrative()}</Tag></> : null}</>, number(gap.own, 0, language), number(gap.ownRate, 2, language), number(gap.medianRate, 2, language), String(gap.peers), number(gap.missing, 1, language), String(registered.get(gap.kind) ?? 0),
                ] }))} />
              <p class="p-note">{say.evidence_asset_gaps_method()}</p>
              <p><a class="ds-link" href={`${gapsCsvPath}${set === '' ? '' : `?set=${set}`}`}>{say.evidence_asset_gaps_csv()}</a></p>
            </Section>
            {gaps.map((gap) => <OneKind {...shown} gap={gap} count={counts.find(({ kind }) => kind === gap.kind) as AssetCount} />)}
          </>
        )}
        {unknown.length === 0 ? null : <Section id="unknown" title={say.evidence_asset_gaps_unknown()}><ul>{unknown.map((kind) => <li>{manyNames[kind][language]}</li>)}</ul></Section>}
        {keeps === 'no' ? null : <Section id="enter" title={say.evidence_asset_gaps_enter()}><LinkList links={assetKinds.map((kind) => ({ name: manyNames[kind][language], href: toHref(language, countsPath(kind)) }))} /></Section>}
      </>
    ),
  }
}
const number = (value: number | null, decimals: number, language: Language): string => (value === null ? speak(language).evidence_asset_gaps_not_known() : sayNumber(value, language, decimals))

const OneKind = ({ language, gap, count, own, districts, people, credits }: GapsShown & { readonly gap: Gap; readonly count: AssetCount }) => {
  const say = speak(language)
  const bars: readonly Standing[] = districts.flatMap(({ code, name }): readonly Standing[] => {
    const size = people.get(code), counted = count.counts[code]
    return counted === undefined || size === undefined ? [] : [{ code, name: name[language], stance: code === own.code ? 'region' : 'other', value: (counted / size) * 100_000, flags: '', missing: null }]
  }).toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))
  const href = count.sourceAddress === '' ? undefined : toSafeHref(count.sourceAddress)
  const heading = gap.missing === null ? say.evidence_asset_gap_unclear({ what: manyNames[gap.kind][language] })
    : gap.missing >= 0.5 ? say.evidence_asset_gap_behind({ what: manyNames[gap.kind][language], missing: sayNumber(Math.round(gap.missing), language, 0) })
      : gap.missing <= -0.5 ? say.evidence_asset_gap_ahead({ what: manyNames[gap.kind][language], more: sayNumber(Math.round(-gap.missing), language, 0) }) : say.evidence_asset_gap_even({ what: manyNames[gap.kind][language] })
  return (
    <Section id={`kind-${gap.kind}`} title={manyNames[gap.kind][language]} look="figures">
      {count.illustrative === 'yes' ? <p><Tag tone="warning">{say.evidence_asset_illustrative()}</Tag></p> : null}
      <BarChart
        id={`bars-${gap.kind}`} language={language} level={3} heading={heading} subtitle={say.evidence_asset_gap_subtitle({ what: manyNames[gap.kind][language], day: sayCivilDate(count.asOf, language) })}
        origin={[{ name: count.source, vintage: sayCivilDate(count.asOf, language), ...(href === undefined ? {} : { href }) }, ...originsOf(credits, language)]}
        quantity={{ unit: { id: 'NR', scale: 1, currency: null, percent: false }, words: say.evidence_asset_gap_unit(), decimals: 2, direction: 'more', compare: 'difference' }}
        bars={bars} {...(gap.medianRate === null ? {} : { mark: { value: gap.medianRate, name: say.evidence_asset_gap_median_mark(), stance: 'other' as const } })}
      />
    </Section>
  )
}

export const countScreen = ({ language, asked, kind, districts, count }: { readonly language: Language; readonly asked: Asked; readonly kind: AssetKind; readonly districts: readonly Place[]; readonly count: AssetCount | undefined }): Screen => {
  const say = speak(language)
  const isAgain = asked.typed.text.source !== undefined
  const before: Readonly<Record<string, string>> = count === undefined ? {} : {
    source: count.source, source_address: count.sourceAddress, as_of: count.asOf.split('-').reverse().join('.'), illustrative: count.illustrative === 'yes' ? 'yes' : '', ...Object.fromEntries(Object.entries(count.counts).map(([code, many]) => [countField(code), String(many)])),
  }
  const field = (name: string) => ({ language, name, value: isAgain ? typedOne(asked.typed, name) : (before[name] ?? ''), error: errorOf({ problems: asked.problems, field: name, language }) })
  const title = say.evidence_asset_counts_title({ kind: kindNames[kind][language] })
  return {
    kind: 'screen', title, says: say.evidence_asset_counts_says(), crumbs: [...underAssets(language), { name: say.evidence_asset_gaps_title(), path: gapsPath }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={title} lead={say.evidence_asset_counts_says()} />
        <Form action={toHref(language, countsPath(kind))} hidden={[{ name: 'version', value: String(count?.version ?? 0) }]}>
          <TextField label={say.evidence_asset_source()} help={say.evidence_asset_counts_source()} {...field('source')} />
          <TextField optional kind="url" label={say.evidence_asset_source_address()} {...field('source_address')} />
          <DateField label={say.evidence_asset_as_of()} {...field('as_of')} />
          <Checkbox optional label={say.evidence_asset_illustrative_tick()} {...field('illustrative')} />
          {districts.map(({ code, name }) => <NumberField optional whole label={name[language]} {...field(countField(code))} />)}
          <Buttons><Button>{say.evidence_asset_save()}</Button><ButtonLink look="quiet" href={toHref(language, gapsPath)}>{say.people_back()}</ButtonLink></Buttons>
        </Form>
      </>
    ),
  }
}
