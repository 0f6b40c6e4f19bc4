// What grows and whose doing it is: the parts of the change, each activity's own movement, and the four cells.
import type { Language } from '#kernel/language.ts'
import { saySigned } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { BarChart } from '#ui/charts/bar-chart.tsx'
import { saySpan } from '#ui/charts/period-words.ts'
import type { Standing } from '#ui/charts/series.ts'
import { Section } from '#ui/parts/layout.tsx'
import { StatLine } from '#ui/parts/stat-line.tsx'
import { Table } from '#ui/parts/table.tsx'
import { originsOf } from '#areas/evidence/indicators/views/wording.ts'
import type { Choice, Seen } from '../rules.ts'
import type { GrowthCell } from '../rules/picture.ts'
import { csvPath } from './quotients.tsx'
import { activityName, besideName, periodsOf, sayWhy, sizeQuantity, times, unitOf } from './saying.ts'

const mostBars = 20
export const Growth = ({ language, seen, choice }: { readonly language: Language; readonly seen: Seen; readonly choice: Choice }) => {
  const say = speak(language), span = seen.earlier === null ? '' : saySpan(seen.earlier, seen.period, language)
  const { shift, esteban, ratios, rows } = seen.picture, beside = besideName(seen, language), { period, earlier } = periodsOf(seen, language), unit = unitOf(seen, language)
  if (typeof shift === 'string') return (
    <Section id="growth" title={say.evidence_spec_growth()}><p>{seen.earlier === null ? say.evidence_spec_growth_none({ period }) : sayWhy(shift, language)}</p></Section>
  )
  const signed = (value: number): string => saySigned(value, language, seen.decimals)
  const moved = rows.flatMap((row, at) => (row.regional === null ? [] : [{ at, regional: row.regional }])).sort((a, b) => b.regional - a.regional || a.at - b.at)
  const [best] = moved, worst = moved.at(-1)
  const shown = moved.length > mostBars ? [...moved.slice(0, mostBars / 2), ...moved.slice(-mostBars / 2)] : moved
  const bars = shown.map(({ at, regional }): Standing => ({ code: String(at), name: activityName(seen, at, language), stance: regional > 0 ? 'region' : 'other', value: regional, flags: '', missing: null }))
  return (
    <Section id="growth" title={say.evidence_spec_growth()} look="figures">
      <p>{say.evidence_spec_growth_seen({ earlier, period, change: signed(shift.change), unit, national: signed(shift.national), mix: signed(shift.mix), regional: signed(shift.regional), beside })}</p>
      <StatLine stats={[
        { name: say.evidence_spec_growth_change(), value: signed(shift.change), unitAndPeriod: `${unit}, ${span}` },
        { name: say.evidence_spec_growth_national({ beside }), value: signed(shift.national), unitAndPeriod: unit },
        { name: say.evidence_spec_growth_mix(), value: signed(shift.mix), unitAndPeriod: unit },
        { name: say.evidence_spec_growth_regional(), value: signed(shift.regional), unitAndPeriod: unit },
        ...(typeof esteban === 'string' ? [] : [{ name: say.evidence_spec_growth_allocation(), value: signed(esteban.allocation), unitAndPeriod: unit }]),
        ...(typeof esteban === 'string' || esteban.newActivities === 0 ? [] : [{ name: say.evidence_spec_growth_new(), value: signed(esteban.newActivities), unitAndPeriod: unit }]),
      ]} />
      <BarChart
        id="own-movement" language={language} quantity={sizeQuantity(seen, language)} bars={bars}
        heading={best === undefined || worst === undefined || best.regional <= 0 || worst.regional >= 0 ? say.evidence_spec_growth_heading() : say.evidence_spec_growth_heading_seen({ best: activityName(seen, best.at, language), worst: activityName(seen, worst.at, language) })}
        subtitle={say.evidence_spec_growth_sub({ unit, span })} origin={[...originsOf(seen.credits, language)]} csvHref={csvPath(choice, language)}
        notes={[say.evidence_spec_growth_formula(), ...(typeof ratios === 'string' ? [] : [say.evidence_spec_growth_ratio({ structure: times(ratios.structure, language), location: times(ratios.location, language), net: times(ratios.net, language), beside })])]}
      />
      <Table
        language={language} id="four-cells" caption={say.evidence_spec_cells()} phone="stack"
        columns={[{ name: say.evidence_spec_cells_there() }, { name: say.evidence_spec_cells_activities() }, { name: say.evidence_spec_cells_change({ unit }), kind: 'number' }]}
        rows={shift.cells.map(({ cell, activities, change }) => ({ cells: [cellName(cell, language), activities.length === 0 ? say.evidence_spec_nobody() : activities.map((at) => activityName(seen, at, language)).join('; '), signed(change)] }))}
      />
    </Section>
  )
}
const cellName = (cell: GrowthCell, language: Language): string => {
  const say = speak(language)
  return { 'fast-faster': say.evidence_spec_cell_fast_faster, 'fast-slower': say.evidence_spec_cell_fast_slower, 'slow-faster': say.evidence_spec_cell_slow_faster, 'slow-slower': say.evidence_spec_cell_slow_slower }[cell]()
}
