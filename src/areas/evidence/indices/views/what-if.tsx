// What would change if one value or one decision were another: a plain GET, so the question stands in the address.
import type { Screen } from '#kernel/answer.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayOrdinal } from '#ui/charts/place-words.ts'
import { Button } from '#ui/parts/button.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { NumberField } from '#ui/parts/number-field.tsx'
import { Select } from '#ui/parts/select.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Tabs } from '#ui/parts/tabs.tsx'
import { indexPath, indicesPath } from '../rules.ts'
import { namingOf } from '../rules/naming.ts'
import { type Variant, variants, type WhatIfAsked, type WhatIfFound } from '../rules/what-if.ts'
import { type IndexShown, nameOfNode, plainOf, sayScore, tabsOf } from './shown.ts'

export type WhatIfShown = IndexShown & { readonly asked: WhatIfAsked; readonly typed: string; readonly wrong: 'value' | null; readonly found: WhatIfFound | null }
export const whatIfScreen = (shown: WhatIfShown): Screen => {
  const { language, index, outcome, asked, typed, wrong, found, row } = shown
  const say = speak(language)
  const path = indexPath(index.key ?? '')
  const { inputs, record } = index.shown
  const chosen = inputs.indicators.find((one) => one.key === asked.indicator)
  const region = inputs.regions[row]
  const whole = namingOf(record, outcome, row).isWhole
  return {
    kind: 'screen', title: say.evidence_index_what_if_title({ title: index.title[language] }), says: say.evidence_index_what_if_lead(),
    crumbs: [{ name: say.evidence_profile_kicker(), path: '/evidence' }, { name: say.evidence_indices_title(), path: indicesPath }, { name: index.title[language], path }],
    body: (
      <>
        <PageHeading kicker={say.evidence_kind_index()} title={index.title[language]} lead={say.evidence_index_what_if_lead()} />
        <Tabs label={say.evidence_index_views()} current={toHref(language, `${path}/what-if`)} tabs={tabsOf(index, language, (to) => toHref(language, to))} />
        {whole ? null : <Notice language={language} tone="info"><p>{say.evidence_index_what_if_part({ part: outcome.nodes.filter((node) => node.key !== outcome.root).map((node) => nameOfNode(record, node.key, language)).join(', ') })}</p></Notice>}
        <form method="get" action={toHref(language, `${path}/what-if`)} class="p-form p-choose">
          <Select language={language} name="region" label={say.evidence_index_choose_region()} value={asked.region} options={inputs.regions.map((one) => ({ value: one.code, name: one.name[language] })).sort((a, b) => a.name.localeCompare(b.name, language))} />
          <Select language={language} name="indicator" label={say.evidence_index_what_if_indicator()} blank={say.evidence_index_what_if_no_indicator()} value={asked.indicator ?? ''} options={outcome.keys.map((key) => ({ value: key, name: inputs.indicators.find((one) => one.key === key)?.name[language] ?? key }))} />
          <NumberField language={language} name="value" label={say.evidence_index_what_if_value()} value={typed} optional={true} {...(chosen === undefined ? {} : { unit: chosen.unit.label[language] })} {...(wrong === null ? {} : { error: say.evidence_index_what_if_wrong() })} />
          <Select language={language} name="variant" label={say.evidence_index_what_if_variant()} value={asked.variant} options={variants.map((variant) => ({ value: variant, name: sayVariant(variant, shown) }))} />
          {shown.sets.length === 0 ? null : <Select language={language} name="set" label={say.evidence_index_peers()} blank={say.evidence_index_what_if_all()} value={shown.peers === null ? '' : String(shown.peers.number)} options={shown.sets.map((set) => ({ value: String(set.number), name: set.name }))} />}
          <Button look="primary">{say.evidence_index_what_if_ask()}</Button>
        </form>
        {found === null || region === undefined ? null : (
          <Section id="answer" title={say.evidence_index_what_if_answer({ region: plainOf(region, language) })}>
            <p data-lead>{sayAnswer(shown, found)}</p>
            {chosen === undefined ? null : <p>{saySmallest(shown, found)}</p>}
            <Table
              language={language} id="moved" caption={say.evidence_index_what_if_moved()} phone="compact"
              columns={[{ name: say.evidence_col_region() }, { name: say.evidence_index_what_if_then(), kind: 'number' }, { name: say.evidence_index_what_if_now(), kind: 'number' }]}
              rows={found.moved.map((one) => ({ own: one.region === shown.home, cells: [
                inputs.regions.find((each) => each.code === one.region)?.name[language] ?? one.region,
                one.place.after === null ? '–' : `${one.place.after} (${sayScore(one.score.after, language)})`, one.place.now === null ? '–' : `${one.place.now} (${sayScore(one.score.now, language)})`,
              ] }))}
            />
            <p class="p-note">{say.evidence_index_what_if_note()}</p>
          </Section>
        )}
      </>
    ),
  }
}
const sayVariant = (variant: Variant, { language }: WhatIfShown): string => {
  const say = speak(language)
  return { asSaved: say.evidence_variant_as_saved, arithmetic: say.evidence_variant_arithmetic, rank: say.evidence_variant_rank, untreated: say.evidence_variant_untreated, equal: say.evidence_variant_equal }[variant]()
}
const sayAnswer = ({ language, index, row }: WhatIfShown, found: WhatIfFound): string => {
  const say = speak(language)
  const region = index.shown.inputs.regions[row], [own] = found.moved
  if (region === undefined || own?.place.now == null || own.place.after === null) return say.evidence_index_what_if_none()
  const words = { region: plainOf(region, language), now: sayOrdinal(own.place.now, language), place: sayOrdinal(own.place.after, language), before: sayScore(own.score.now, language), after: sayScore(own.score.after, language) }
  return own.place.now === own.place.after ? say.evidence_index_what_if_same(words) : say.evidence_index_what_if_moves(words)
}
const saySmallest = ({ language, index, asked, peers }: WhatIfShown, found: WhatIfFound): string => {
  const say = speak(language)
  const one = index.shown.inputs.indicators.find((each) => each.key === asked.indicator)
  const { smallest, value } = found
  if (one === undefined || smallest === null) return ''
  const whose = peers === null ? say.evidence_index_of_others() : say.evidence_index_of_peers({ name: peers.name })
  const number = (at: number): string => `${sayNumber(at, language, Math.max(1, one.decimals))} ${one.unit.label[language]}`
  if (typeof smallest === 'string') return smallest === 'no-convergence' ? say.evidence_index_smallest_never({ indicator: one.shortName[language], whose }) : say.evidence_index_smallest_unknown()
  return value !== null && smallest.value === value ? say.evidence_index_smallest_there({ whose }) : say.evidence_index_smallest({ whose, indicator: one.shortName[language], value: number(smallest.value), now: value === null ? '–' : number(value) })
}
