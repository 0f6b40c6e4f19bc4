// What goes together, whether nearness has come true, and how special and diverse the region is.
import type { Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { saySpan } from '#ui/charts/period-words.ts'
import { RingChart } from '#ui/charts/ring-chart.tsx'
import { Details } from '#ui/parts/details.tsx'
import { Section } from '#ui/parts/layout.tsx'
import { SourceNote } from '#ui/parts/source-note.tsx'
import { StatLine } from '#ui/parts/stat-line.tsx'
import { Table } from '#ui/parts/table.tsx'
import { originsOf } from '#areas/evidence/indicators/views/wording.ts'
import type { Seen } from '../rules.ts'
import { leastForNearness } from '../rules/picture.ts'
import { activityCode, activityName, besideName, percent, percentQuantity, periodsOf, said, sayWhy, times } from './saying.ts'

const mostPairs = 12
const mostLinks = 24
export const Related = ({ language, seen }: { readonly language: Language; readonly seen: Seen }) => {
  const say = speak(language)
  const { links, rows } = seen.picture
  const shown = links.filter(({ nearness }) => nearness > 0).slice(0, mostPairs), [first] = shown
  if (seen.regions < leastForNearness || first === undefined) return null
  // As many of the strongest links as the ring has room for names.
  const drawn = links.filter(({ nearness }) => nearness > 0).slice(0, mostLinks), inRing = [...new Set(drawn.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  const name = (at: number): string => activityName(seen, at, language)
  const has = (at: number): boolean => rows[at]?.present === 'yes'
  return (
    <Section id="related" title={say.evidence_spec_related()} look="figures">
      <RingChart
        id="related-ring" language={language} quantity={percentQuantity(0)} signs={{ full: say.evidence_spec_related_sign(), hollow: say.evidence_spec_related_sign_other() }}
        nodes={inRing.map((at) => ({ id: String(at), name: name(at), short: activityCode(seen, at), fill: has(at) ? 'full' : 'hollow' }))} links={drawn.map(({ from, to, nearness }) => ({ from: String(from), to: String(to), weight: nearness }))}
        heads={{ from: say.evidence_spec_related_from(), to: say.evidence_spec_related_to(), weight: say.evidence_spec_related_near() }}
        heading={say.evidence_spec_related_seen({ from: name(first.from), to: name(first.to), nearness: percent(first.nearness, language, 0) })}
        subtitle={say.evidence_spec_related_sub({ regions: String(seen.regions), period: periodsOf(seen, language).period })} origin={[...originsOf(seen.credits, language)]}
        notes={[say.evidence_spec_related_note({ limit: percent(drawn.at(-1)?.nearness ?? 0, language, 0) })]}
      />
      <Details summary={say.evidence_spec_related_pairs()}><Table
        language={language} id="related-pairs" caption={say.evidence_spec_related_pairs()} captionIs="hidden" phone="scroll"
        columns={[{ name: say.evidence_spec_related_from() }, { name: say.evidence_spec_related_to() }, { name: say.evidence_spec_related_near(), kind: 'number' }, { name: say.evidence_spec_related_have() }]}
        rows={shown.map(({ from, to, nearness }) => ({ cells: [
          name(from), name(to), percent(nearness, language, 0),
          has(from) && has(to) ? say.evidence_spec_related_both() : has(from) || has(to) ? say.evidence_spec_related_one({ name: name(has(from) ? from : to) }) : say.evidence_spec_related_none(),
        ] }))}
      /></Details>
      <LooksBack language={language} seen={seen} />
      <Source language={language} seen={seen} />
    </Section>
  )
}
const LooksBack = ({ language, seen }: { readonly language: Language; readonly seen: Seen }) => {
  const say = speak(language)
  const { auc, candidates, entered } = seen.picture.looksBack
  return (
    <>
      <h3>{say.evidence_spec_honest()}</h3>
      <p>{typeof auc === 'number'
        ? say.evidence_spec_honest_seen({ auc: percent(auc, language, 0), entered: String(entered.length), candidates: String(candidates), span: seen.earlier === null ? '' : saySpan(seen.earlier, seen.period, language) })
        : say.evidence_spec_honest_none({ why: sayWhy(auc, language), candidates: String(candidates) })}</p>
    </>
  )
}

export const StructureOf = ({ language, seen }: { readonly language: Language; readonly seen: Seen }) => {
  const say = speak(language)
  const { structure } = seen.picture, beside = besideName(seen, language), { earlier } = periodsOf(seen, language)
  const word = (value: number): string => times(value, language)
  const before = (value: Seen['picture']['structure']['krugmanBefore']) => (typeof value === 'number' ? { note: say.evidence_spec_structure_before({ earlier, value: word(value) }) } : {})
  return (
    <Section id="structure" title={say.evidence_spec_structure()}>
      <StatLine stats={[
        { name: say.evidence_spec_structure_krugman(), value: said(structure.krugman, language, word), unitAndPeriod: say.evidence_spec_structure_krugman_says({ beside }), ...before(structure.krugmanBefore) },
        { name: say.evidence_spec_structure_hachman(), value: said(structure.hachman, language, word), unitAndPeriod: say.evidence_spec_structure_hachman_says({ beside }) },
        { name: say.evidence_spec_structure_equivalent(), value: said(structure.equivalent, language, (one) => sayNumber(one, language, 1)), unitAndPeriod: say.evidence_spec_structure_equivalent_says({ herfindahl: said(structure.herfindahl, language, word) }), ...before(structure.equivalentBefore) },
        { name: say.evidence_spec_structure_evenness(), value: said(structure.evenness, language, word), unitAndPeriod: say.evidence_spec_structure_evenness_says() },
        { name: say.evidence_spec_structure_variety(), value: `${said(structure.variety.related, language, word)} / ${said(structure.variety.unrelated, language, word)}`, unitAndPeriod: say.evidence_spec_structure_variety_says() },
      ]} />
      <Source language={language} seen={seen} />
    </Section>
  )
}
const Source = ({ language, seen }: { readonly language: Language; readonly seen: Seen }) => (
  <>{originsOf(seen.credits, language).map(({ name, href, vintage }) => <SourceNote language={language} name={name} {...(href === undefined ? {} : { address: href })} vintage={vintage} />)}</>
)
