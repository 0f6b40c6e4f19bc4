// An index as a CSV file: one line per region and part or indicator, with score, place, interval, state and vintages.
import type { Language } from '#kernel/language.ts'
import { toCsvFile } from '#kernel/csv.ts'
import { cellKinds, type IndexOutcome, type IndexPage, type Intervals } from '../rules.ts'
import { namingOf } from './naming.ts'
import { intervalAt } from './profile.ts'

export const indexCsvColumns = ['index', 'version', 'region_code', 'region', 'kind', 'key', 'name', 'period', 'value', 'unit', 'state', 'score', 'place', 'place_low', 'place_high', 'note'] as const
/** The whole index has a line only for regions where it has its name. */
export const writeIndexCsv = (index: IndexPage, from: { readonly outcome: IndexOutcome; readonly intervals: Intervals | null; readonly language: Language }): string => {
  const { outcome, intervals, language } = from
  const { inputs, record, version } = index.shown
  const frozen = new Map(inputs.indicators.map((one) => [one.key, one]))
  const head = (row: number): readonly (string | number)[] => [index.key ?? index.number, version, inputs.regions[row]?.code ?? '', inputs.regions[row]?.name[language] ?? '']
  const lines = inputs.regions.flatMap((region, row) => [
    ...outcome.nodes.filter((node) => node.key !== outcome.root || namingOf(record, outcome, row).isWhole).map((node) => {
      const interval = intervalAt(intervals, node.key, row)
      return [...head(row), node.key === outcome.root ? 'index' : 'part', node.key, record.groups.find((group) => group.key === node.key)?.name[language] ?? node.key, '', '', '', 'computed', node.scores[row] ?? '', node.ranks[row] ?? '', interval?.low ?? '', interval?.high ?? '', node.why[row] ?? '']
    }),
    ...outcome.keys.map((key, column) => {
      const one = frozen.get(key)
      const filled = outcome.filled.find((each) => each.region === region.code && each.indicator === key)
      return [...head(row), 'indicator', key, one?.name[language] ?? key, filled?.period ?? one?.period ?? '', one?.values[row] ?? filled?.value ?? '', one?.unit.label[language] ?? '', cellKinds[outcome.cells[row]?.[column] ?? 0] ?? '', outcome.normalised[row]?.[column] ?? '', '', '', '', filled?.how ?? one?.missing[row] ?? '']
    }),
  ])
  const vintages = index.shown.vintages.map((vintage) => `${vintage.dataset} ${vintage.number} (${vintage.asOf})`).join('; ')
  return toCsvFile([[...indexCsvColumns, 'vintages'], ...lines.map((line) => [...line, vintages])], { separator: ',', mark: 'withMark' })
}
