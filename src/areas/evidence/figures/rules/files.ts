// A figure as a CSV file: the frozen values with unit, period, flags, state and vintages.
import type { Language } from '#kernel/language.ts'
import { toCsvFile } from '#kernel/csv.ts'
import type { Figure } from '../rules.ts'

export const writeFigureCsv = (figure: Figure, language: Language): string => {
  const { pinned } = figure
  const vintages = pinned.vintages.map((vintage) => `${vintage.dataset} ${vintage.number} (${vintage.asOf})`).join('; ')
  return toCsvFile([
    ['figure', 'region_code', 'region', 'measured', 'label', 'unit', 'period', 'value', 'low', 'high', 'flags', 'missing', 'state', 'how', 'vintages', 'method'],
    ...pinned.values.map((value) => [
      figure.number, value.region?.code ?? '', value.region?.name[language] ?? '', pinned.measured[language], value.label?.[language] ?? '', pinned.unit.label[language], value.period ?? '',
      value.value ?? '', value.interval?.low ?? '', value.interval?.high ?? '', value.flags, value.missing ?? '', value.state, value.how?.[language] ?? '', vintages,
      pinned.method.kind === 'indicator' ? `${pinned.method.key} v${pinned.method.version}` : `${pinned.method.analysis} ${pinned.method.number} v${pinned.method.version}`,
    ]),
  ], { separator: ',', mark: 'withMark' })
}
