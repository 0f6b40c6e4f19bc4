// What weighs more here: the quotients as bars with their bounds, the formula beside them, and every number in a table.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { BarChart } from '#ui/charts/bar-chart.tsx'
import type { Standing } from '#ui/charts/series.ts'
import { Details } from '#ui/parts/details.tsx'
import { Section } from '#ui/parts/layout.tsx'
import { Table } from '#ui/parts/table.tsx'
import { originsOf } from '#areas/evidence/indicators/views/wording.ts'
import { queryOf, type Choice, type Seen, specialisationPath } from '../rules.ts'
import { activityCode, activityName, besideName, percent, periodsOf, quotientQuantity, said, sizeOf, statementOf, times, unitOf } from './saying.ts'

export const csvPath = (choice: Choice, language: Language): string => {
  const query = queryOf(choice)
  return `${specialisationPath}/data.csv${query === '' ? '?' : `${query}&`}language=${language}`
}
/** By quotient, highest first; without one last. */
const inOrder = (seen: Seen): readonly number[] =>
  seen.picture.rows.map((_, at) => at).sort((a, b) => quotientAt(seen, b) - quotientAt(seen, a) || a - b)
const quotientAt = (seen: Seen, at: number): number => { const one = seen.picture.rows[at]?.quotient; return typeof one === 'number' ? one : -1 }
/** The highest quotient of which more than chance speaks. */
export const strongest = (seen: Seen): number | undefined => inOrder(seen).find((at) => seen.picture.rows[at]?.statement === 'above')

const mostBars = 20
export const Quotients = ({ language, seen, choice }: { readonly language: Language; readonly seen: Seen; readonly choice: Choice }) => {
  const say = speak(language)
  const { rows } = seen.picture, order = inOrder(seen), first = strongest(seen), beside = besideName(seen, language), { period } = periodsOf(seen, language)
  const bars = order.slice(0, mostBars).map((at): Standing => {
    const row = rows[at], own = { code: String(at), name: activityName(seen, at, language), stance: row?.statement === 'above' ? 'region' as const : 'other' as const }
    return typeof row?.quotient === 'number'
      ? { ...own, value: row.quotient, flags: seen.uncertain.includes(at) ? 'p' : '', missing: null, ...(row.low === null || row.high === null ? {} : { interval: { low: row.low, high: row.high } }) }
      : { ...own, value: null, flags: '', missing: 'unknown' }
  })
  return (
    <Section id="quotients" title={say.evidence_spec_quotients()} look="figures">
      <BarChart
        id="quotient-bars" language={language} quantity={quotientQuantity} bars={bars} mark={{ value: 1, name: say.evidence_spec_quotient_same(), stance: 'country' }}
        heading={first === undefined ? say.evidence_spec_quotients() : say.evidence_spec_quotient_seen({ activity: activityName(seen, first, language), times: times(quotientAt(seen, first), language), beside })}
        subtitle={say.evidence_spec_quotient_sub({ beside, unit: unitOf(seen, language), period })} origin={[...originsOf(seen.credits, language)]} csvHref={csvPath(choice, language)}
        notes={[seen.set === 'value' ? say.evidence_spec_quotient_formula_money({ beside }) : say.evidence_spec_quotient_formula({ beside })]}
      />
      <Details summary={say.evidence_spec_table_all()}>
        <Table
          language={language} id="all-activities" caption={say.evidence_spec_quotient_sub({ beside, unit: unitOf(seen, language), period })} captionIs="hidden" phone="scroll"
          columns={[
            { name: say.evidence_spec_col_activity() }, ...[say.evidence_spec_col_size({ unit: unitOf(seen, language) }), say.evidence_spec_col_share(), say.evidence_spec_col_beside(), say.evidence_spec_col_quotient(), say.evidence_spec_col_between()].map((name) => ({ name, kind: 'number' as const })),
            { name: say.evidence_spec_col_says() },
          ]}
          rows={order.map((at) => {
            const row = rows[at]
            if (row === undefined) return { cells: [] }
            return { cells: [
              `${activityName(seen, at, language)} (${activityCode(seen, at)})`, row.size === null ? '–' : sizeOf(row.size, seen, language), said(row.share, language, (one) => percent(one, language)), said(row.shareBeside, language, (one) => percent(one, language)),
              said(row.quotient, language, (one) => times(one, language)), row.low === null || row.high === null ? '–' : `${times(row.low, language)}–${times(row.high, language)}`,
              [statementOf(row.statement, seen, language), ...(seen.uncertain.includes(at) ? [say.evidence_spec_flagged()] : [])].join(', '),
            ] }
          })}
        />
      </Details>
    </Section>
  )
}
