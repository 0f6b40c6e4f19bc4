// Indicators that a table may fill: those without figures, and those this very table fills already. Others keep their source.
import type { Indicator } from '#areas/evidence/indicators/rules.ts'

type Row = { readonly indicator: Indicator; readonly hasFigures: boolean; readonly datasets: readonly string[] }
export const offered = (rows: readonly Row[], table: string | null): readonly Indicator[] =>
  rows.filter((row) => !row.indicator.hidden && ((!row.hasFigures && (row.indicator.from.kind === 'none' || row.indicator.from.kind === 'direct')) || (table !== null && row.datasets.includes(table)))).map((row) => row.indicator)
