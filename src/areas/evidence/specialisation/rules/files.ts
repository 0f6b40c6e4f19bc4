// The figures behind the page as CSV: one row per activity with every component; where no activities are there, the country's sectors.
import { toCsvFile } from '#kernel/csv.ts'
import type { Language } from '#kernel/language.ts'
import type { Value } from '#stats/reason.ts'
import type { Specialisation } from '../rules.ts'
import { codeOf } from './activities.ts'

export const columns = [
  'set', 'region', 'beside', 'period', 'earlier', 'code', 'activity', 'unit', 'size', 'share', 'share_beside', 'location_quotient', 'low_95', 'high_95', 'statement', 'location_quotient_earlier',
  'growth', 'growth_beside', 'growth_europe', 'shift_share_mix', 'shift_share_regional', 'relatedness_density', 'complexity', 'value_axis', 'value', 'field', 'latent', 'place', 'place_5', 'place_95', 'in_shortlist', 'source',
] as const
const sectorColumns = ['region', 'period', 'earlier', 'code', 'activity', 'employees', 'share', 'change_pct', 'annual_wage_eur', 'wage_to_average', 'source'] as const

export const writeSpecialisationCsv = ({ seen, sectors }: Specialisation, language: Language): string => {
  if (seen === null) {
    const rows = (sectors?.rows ?? []).map((row) => [sectors?.country.code ?? '', sectors?.period ?? '', sectors?.earlier ?? '', row.letter, row.name[language], row.employees, row.share, row.changePct, row.wage, row.wageToAverage, (sectors?.credits ?? []).map(({ dataset, asOf }) => `${dataset} ${asOf}`).join('; ')])
    return written([[...sectorColumns], ...rows.map((row) => row.map(cell))])
  }
  const source = seen.credits.map(({ dataset, asOf }) => `${dataset} ${asOf}`).join('; ')
  const byActivity = new Map(seen.picture.screen.candidates.map((candidate) => [candidate.activity, candidate]))
  const rows = seen.picture.rows.map((row, at) => {
    const activity = seen.activities[at], candidate = byActivity.get(at)
    return [
      seen.set, seen.shown.code, seen.beside.code, seen.period, seen.earlier ?? '', codeOf(activity?.id ?? ''), activity?.name[language] ?? '', seen.unit.id, row.size, row.share, row.shareBeside, row.quotient, row.low, row.high, row.statement, row.quotientBefore,
      row.growth, row.growthBeside, row.growthAll, row.mix, row.regional, row.nearness, row.complexity, seen.axis, row.worth, candidate?.field ?? '', candidate?.latent ?? '', candidate?.place ?? '',
      candidate === undefined || typeof candidate.places === 'string' ? '' : candidate.places.low, candidate === undefined || typeof candidate.places === 'string' ? '' : candidate.places.high, candidate?.inShortlist ?? '', source,
    ]
  })
  return written([[...columns], ...rows.map((row) => row.map(cell))])
}
const written = (rows: readonly (readonly string[])[]): string => toCsvFile(rows, { separator: ',', mark: 'plain' })
/** Numbers without an exponent; a reason as its word. */
const cell = (value: Value | string | null): string => (value === null ? '' : typeof value === 'number' ? value.toFixed(10).replace(/\.?0+$/, '') : value)
