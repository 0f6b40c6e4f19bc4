// A first guess at which column is what, from heads and cells. A person confirms it; nothing is read by a guess alone.
import type { Sheet, SheetCell } from '#kernel/sheet.ts'
import { toText } from '#kernel/sheet.ts'
import type { Head, KeptMapping, Mapping } from '../rules.ts'
import { readCell } from './numbers-in-cells.ts'
import { guessHead, isFilled, isSameName, listHeads, signatureOf } from './heads.ts'
import { isDay, readPeriod } from './periods-in-cells.ts'
import { findRegionOf, type RegionIndex } from './region-names.ts'

const named = {
  region: /^(регион|област|община|район|територи|region|geo|nuts|district|municipality|area|код на (област|регион))/i,
  period: /^(период|година|год\.|time|period|year|date|дата|time_period|тримесечие|месец)/i,
  value: /^(стойност|value|obs_value|values|брой|сума|число)/i,
  flag: /^(флаг|flag|obs_flag|status|статус|белег)/i,
  unit: /^(мярка|мерна единица|единица|unit|measure unit|units)/i,
  series: /^(показател|indicator|measure|пол|sex|възраст|age|вид|категория|category|series|сектор|sector)/i,
} as const

export const guessMapping = (sheet: Sheet, from: { readonly at: number; readonly index: RegionIndex; readonly head?: Pick<Mapping, 'head' | 'heads'> }): Mapping => {
  const place = from.head ?? guessHead(sheet)
  const heads = listHeads(sheet, place)
  const body = sheet.rows.slice(place.head - 1 + place.heads, place.head - 1 + place.heads + 300)
  const hidden = new Set(sheet.hiddenColumns)
  const open = heads.filter((head) => !hidden.has(head.column) && body.some((row) => isFilled(row[head.column])))
  const share = (column: number, is: (cell: SheetCell) => boolean): number => {
    const cells = body.map((row) => row[column] as SheetCell).filter(isFilled)
    return cells.length === 0 ? 0 : cells.filter(is).length / cells.length
  }
  const byName = (pattern: RegExp, taken: readonly (number | null)[]): number | null => open.find((head) => pattern.test(head.name) && !taken.includes(head.column))?.column ?? null

  const isRegion = (cell: SheetCell): boolean => typeof cell === 'string' && findRegionOf(cell, { index: from.index, level: 'auto', usual: 'nuts3' }).is !== 'none'
  const isCode = (cell: SheetCell): boolean => from.index.byCode.has(toText(cell))
  const ranked = open.map((head) => ({ column: head.column, share: share(head.column, isRegion) + (share(head.column, isCode) > 0.5 ? 1 : 0) })).filter((one) => one.share > 0.4).sort((a, b) => b.share - a.share)
  const region = ranked[0]?.column ?? byName(named.region, [])
  const across = open.filter((head) => head.period !== null && head.column !== region)
  const isWide = across.length > 0 && across.some((head) => share(head.column, (cell) => ['value', 'missing'].includes(readCell(cell, 'comma').is)) > 0.5)
  const period = isWide ? null : (byName(named.period, [region]) ?? open.find((head) => head.column !== region && share(head.column, (cell) => readPeriod(cell) !== undefined || isDay(cell)) > 0.8)?.column ?? null)
  const flag = byName(named.flag, [region, period])
  const unit = byName(named.unit, [region, period, flag])
  const series = byName(named.series, [region, period, flag, unit])
  const taken = [region, period, flag, unit, series]
  const numeric = open.filter((head) => !taken.includes(head.column) && share(head.column, (cell) => readCell(cell, 'comma').is !== 'unreadable') > 0.6)
  const one = byName(named.value, taken)
  const values = isWide ? across.map((head) => head.column) : one !== null ? [one] : numeric.map((head) => head.column)
  return {
    sheet: from.at, ...place, region, regionFixed: null, period, periodFixed: null, values, series: isWide && series !== null && values.includes(series) ? null : series, flag: isWide ? null : flag, unit,
    level: 'auto', decimal: 'auto', hidden: 'skip',
  }
}

export const toKept = (mapping: Mapping, from: { readonly sheetName: string; readonly heads: readonly Head[] }): KeptMapping => {
  const nameOf = (column: number | null): string | null => (column === null ? null : (from.heads[column]?.name ?? null))
  const { sheet: _sheet, values, ...rest } = mapping
  const chosen = values.map((column) => from.heads[column]).filter((head) => head !== undefined)
  return {
    ...rest, sheetName: from.sheetName, region: nameOf(mapping.region), period: nameOf(mapping.period), series: nameOf(mapping.series), flag: nameOf(mapping.flag), unit: nameOf(mapping.unit),
    values: mapping.period === null && mapping.periodFixed === null && chosen.every((head) => head.period !== null) ? 'periods' : chosen.map((head) => head.name),
  }
}
/** The kept mapping on a new file: the sheet with the same heads, wherever it and they stand now. Undefined where none has them. */
export const fromKept = (kept: KeptMapping, from: { readonly sheets: readonly Sheet[]; readonly signature: string }): Mapping | undefined => {
  const order = from.sheets.map((sheet, at) => ({ sheet, at })).filter(({ sheet }) => sheet.state === 'shown').sort((a, b) => Number(b.sheet.name === kept.sheetName) - Number(a.sheet.name === kept.sheetName))
  for (const { sheet, at } of order) {
    for (const place of [{ head: kept.head, heads: kept.heads }, guessHead(sheet)]) {
      const heads = listHeads(sheet, { ...place, heads: kept.heads })
      if (signatureOf(heads) !== from.signature) continue
      const columnOf = (name: string | null): number | null => (name === null ? null : (heads.find((head) => isSameName(head.name, name))?.column ?? null))
      const hidden = new Set(sheet.hiddenColumns)
      const values = kept.values === 'periods'
        ? heads.filter((head) => head.period !== null && !hidden.has(head.column)).map((head) => head.column)
        : kept.values.map(columnOf).filter((column) => column !== null)
      const { sheetName: _name, ...rest } = kept
      return { ...rest, sheet: at, head: place.head, region: columnOf(kept.region), period: columnOf(kept.period), series: columnOf(kept.series), flag: columnOf(kept.flag), unit: columnOf(kept.unit), values }
    }
  }
  return undefined
}
