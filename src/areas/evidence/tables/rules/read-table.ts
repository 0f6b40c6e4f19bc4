// A sheet by its mapping: observations, and beside them every row that is none, with the reason. The same for the preview and for what is stored.
import type { Period } from '#kernel/period.ts'
import { comparePeriods } from '#kernel/period.ts'
import type { Sheet, SheetCell } from '#kernel/sheet.ts'
import { columnLetters, noteKey, toText } from '#kernel/sheet.ts'
import type { TableObservation, Head, Mapping, ReadingNote, Passed, Refused, TableRead, TableSeries } from '../rules.ts'
import { type Decimal, findDecimal, parseFlags, readCell } from './numbers-in-cells.ts'
import { isFilled, listHeads } from './heads.ts'
import { daysAre, isDay, periodOfDay, readPeriod } from './periods-in-cells.ts'
import { findRegionOf, type RegionFound, type RegionIndex, usualLevel } from './region-names.ts'
import { toSlug } from './slug.ts'

export type ReadBy = { readonly mapping: Mapping; readonly index: RegionIndex }
type Row = { readonly at: number; readonly cells: readonly SheetCell[] }

export const readTable = (sheet: Sheet, { mapping, index }: ReadBy): TableRead => new Reading(sheet, { mapping, index }).read()

const totals = /^(общо|всичко|сума|итого|total|sum|grand total|all regions)(?![а-яa-z])/i

class Reading {
  private readonly observations: TableObservation[] = []
  private readonly refused: Refused[] = []
  private readonly passed: Passed[] = []
  private readonly notes = new Map<ReadingNote['says'], { count: number; facts: Set<string> }>()
  private readonly found = new Map<string, RegionFound>()
  private readonly units = new Map<string, string>()
  private readonly names = new Map<string, string>()
  private readonly codes = new Map<string, string>()
  private readonly periods = new Map<SheetCell, Period | undefined>()
  private readonly heads: readonly Head[]
  private readonly rows: readonly Row[]
  private readonly decimal: Decimal
  private readonly days: 'years' | 'months'
  private readonly usual
  private readonly manyRests: 'yes' | 'no'
  private readonly sheet: Sheet
  private readonly mapping: Mapping
  private readonly index: RegionIndex

  constructor(sheet: Sheet, { mapping, index }: ReadBy) {
    this.sheet = sheet
    this.mapping = mapping
    this.index = index
    this.heads = listHeads(sheet, mapping)
    const from = mapping.head - 1 + mapping.heads
    this.rows = sheet.rows.map((cells, at) => ({ at, cells })).slice(from).filter(({ cells }) => cells.some(isFilled))
    const column = (number: number | null): readonly SheetCell[] => (number === null ? [] : this.rows.map(({ cells }) => cells[number] ?? ''))
    this.days = daysAre(column(mapping.period))
    this.usual = usualLevel(column(mapping.region).map(toText).filter((text) => text !== ''), index)
    if (this.usual.how === 'open' && mapping.level === 'auto' && mapping.region !== null) this.note('levelChosen', this.usual.level)
    const found = mapping.decimal === 'auto' ? findDecimal(mapping.values.flatMap((number) => column(number))) : { decimal: mapping.decimal, how: 'sure' as const }
    this.decimal = found.decimal
    if (found.how === 'guessed') this.note('decimalGuessed', found.decimal)
    this.manyRests = new Set(mapping.values.map((number) => this.heads[number]?.rest ?? '')).size > 1 ? 'yes' : 'no'
    if (sheet.hiddenColumns.length > 0) this.note('hiddenColumns', sheet.hiddenColumns.map(columnLetters).join(', '))
  }

  read(): TableRead {
    const hidden = new Set(this.sheet.hiddenRows)
    for (const row of this.rows) {
      if (hidden.has(row.at) && this.mapping.hidden === 'skip') this.pass(row, 'hidden')
      else this.readRow(row)
    }
    const kept = this.withoutTwins()
    const regions = [...new Set(kept.map((figure) => figure.region))].sort()
    const periods = [...new Set(kept.map((figure) => figure.period))].sort(comparePeriods)
    if (new Set(periods.map((period) => (period.length === 4 ? 'A' : period.slice(4, 6)[0] === '/' ? 'school' : period.slice(5, 6).replace(/\d/, 'M')))).size > 1) this.note('mixedPeriods', periods.slice(0, 6).join(', '))
    return {
      observations: kept, series: this.seriesOf(kept), passed: this.passed, regions, periods,
      refused: [...this.refused].sort((a, b) => a.row - b.row || (a.column ?? -1) - (b.column ?? -1)),
      notes: [...this.notes].map(([says, { count, facts }]) => ({ says, count, facts: [...facts].slice(0, 12).join(', ') })),
    }
  }

  private readRow(row: Row): void {
    const { mapping } = this
    const hasFigures = mapping.values.some((column) => { const cell = row.cells[column] ?? ''; return isFilled(cell) && readCell(cell, this.decimal).is !== 'unreadable' })
    const region = this.regionIn(row, hasFigures ? 'yes' : 'no')
    if (region === undefined) return
    // A fixed region speaks for every row, so a footnote is known by its having no figure.
    if (!hasFigures && (mapping.region === null || mapping.period !== null) && !mapping.values.some((column) => isFilled(row.cells[column]))) { this.pass(row, 'note'); return }
    const own = mapping.series === null ? '' : toText(row.cells[mapping.series])
    if (mapping.series !== null && own === '') { this.refuse(row, { column: mapping.series, why: 'noSeries' }); return }
    const period = this.periodIn(row)
    if (period === undefined) return
    for (const column of mapping.values) this.readObservation(row, { column, region, own, period })
  }
  private regionIn(row: Row, hasFigures: 'yes' | 'no'): string | undefined {
    const { mapping, index } = this
    if (mapping.region === null) return mapping.regionFixed ?? undefined
    const text = toText(row.cells[mapping.region])
    let found = this.found.get(text)
    if (found === undefined) this.found.set(text, (found = findRegionOf(text, { index, level: mapping.level, usual: this.usual.level })))
    switch (found.is) {
      case 'one': return found.code
      case 'recoded': this.note('recoded', `${text} → ${found.code} (NUTS ${found.version})`); return found.code
      case 'former': this.refuse(row, { column: mapping.region, why: 'formerRegion', facts: found.version }); return undefined
      case 'many': this.refuse(row, { column: mapping.region, why: 'twoRegions', facts: found.codes.join(', ') }); return undefined
      case 'none':
        if (totals.test(text)) this.pass(row, 'total')
        else if (hasFigures === 'no') this.pass(row, 'note')
        else this.refuse(row, { column: mapping.region, why: text === '' ? 'noRegion' : 'unknownRegion' })
        return undefined
    }
  }
  /** null: it stands in the head of each column. */
  private periodIn(row: Row): Period | null | undefined {
    const { mapping } = this
    if (mapping.period === null) return mapping.periodFixed
    const cell = row.cells[mapping.period] ?? ''
    if (!this.periods.has(cell)) this.periods.set(cell, isDay(cell) ? periodOfDay(cell, this.days) : readPeriod(cell))
    const period = this.periods.get(cell)
    if (isDay(cell)) this.note('dates', toText(cell))
    if (period === undefined) this.refuse(row, { column: mapping.period, why: cell === '' ? 'noPeriod' : 'badPeriod' })
    return period
  }
  private readObservation(row: Row, of: { readonly column: number; readonly region: string; readonly own: string; readonly period: Period | null }): void {
    const { column } = of
    const cell = row.cells[column] ?? ''
    const note = this.sheet.notes[noteKey(row.at, column)]
    if (note === 'noValue') { this.refuse(row, { column, why: 'formulaWithoutValue' }); return }
    if (note === 'error') { this.refuse(row, { column, why: 'errorCell' }); return }
    if (note === 'cut') { this.refuse(row, { column, why: 'cutText' }); return }
    const head = this.heads[column]
    const period = of.period ?? head?.period ?? null
    const read = note === 'date' ? { is: 'unreadable' as const } : readCell(cell, this.decimal)
    if (read.is === 'blank') { this.note('blanks', ''); return }
    if (period === null) { this.refuse(row, { column, why: 'noPeriod' }); return }
    if (read.is === 'unreadable') { this.refuse(row, { column, why: 'badValue' }); return }
    if (note === 'formula') this.note('formulas', '')
    if (note === 'percent') this.note('percents', '')
    if (note === 'merged') this.note('merged', `${columnLetters(column)}${row.at + 1}`)
    const beside = this.mapping.flag === null ? '' : parseFlags(toText(row.cells[this.mapping.flag]))
    if (beside === undefined) { this.refuse(row, { column: this.mapping.flag, why: 'badFlag' }); return }
    const rest = this.manyRests === 'yes' || of.own === '' ? (head?.rest ?? '') : ''
    const series = this.seriesNamed(of.own === '' || rest === '' ? of.own + rest : `${of.own} – ${rest}`)
    const unit = this.mapping.unit === null ? '' : toText(row.cells[this.mapping.unit])
    const first = this.units.get(series)
    if (first === undefined) this.units.set(series, unit)
    else if (first !== unit) { this.refuse(row, { column: this.mapping.unit, why: 'otherUnit', facts: first }); return }
    const flags = [...new Set(`${read.flags}${beside}`)].sort().join('')
    const isKept = read.is === 'value' && !flags.includes('c')
    this.observations.push({
      series, region: of.region, period, flags, row: row.at + 1, column,
      ...(isKept ? { value: read.value, missing: null, decimals: read.decimals } : { value: null, decimals: 0, missing: read.is === 'missing' && !flags.includes('c') ? missingBy(read.missing, flags) : 'confidential' }),
    })
  }
  private seriesNamed(name: string): string {
    let code = this.codes.get(name)
    if (code === undefined) {
      code = toSlug(name) || 'value'
      this.codes.set(name, code)
      if (!this.names.has(code)) this.names.set(code, name)
    }
    return code
  }

  /** The same figure twice: alike, the first stays; different, nobody knows which is right, and neither is stored. */
  private withoutTwins(): readonly TableObservation[] {
    const keyOf = (one: TableObservation): string => `${one.series}\t${one.region}\t${one.period}`
    const seen = new Set<string>(), twice = new Set<string>()
    for (const one of this.observations) { const key = keyOf(one); if (seen.has(key)) twice.add(key); else seen.add(key) }
    if (twice.size === 0) return this.observations
    const groups = Map.groupBy(this.observations, keyOf)
    return this.observations.filter((figure) => {
      if (!twice.has(keyOf(figure))) return true
      const [first, ...rest] = groups.get(keyOf(figure)) as TableObservation[]
      if (first === undefined || rest.length === 0) return true
      if (rest.every((one) => one.value === first.value && one.missing === first.missing)) {
        if (figure !== first) this.passed.push({ row: figure.row, cell: toText(this.sheet.rows[figure.row - 1]?.[figure.column]), why: 'repeat' })
        return figure === first
      }
      const others = [first, ...rest].filter((one) => one !== figure).map((one) => `${columnLetters(one.column)}${one.row}`)
      this.refused.push({ row: figure.row, column: figure.column, cell: toText(this.sheet.rows[figure.row - 1]?.[figure.column]), why: 'twice', facts: others.slice(0, 5).join(', ') })
      return false
    })
  }
  private seriesOf(observations: readonly TableObservation[]): readonly TableSeries[] {
    return [...Map.groupBy(observations, (figure) => figure.series)].map(([code, of]) => {
      const values = of.map((figure) => figure.value).filter((value) => value !== null)
      return {
        code, name: this.names.get(code) ?? '', unit: this.units.get(code) ?? '', observations: of.length, decimals: Math.min(6, of.reduce((most, one) => Math.max(most, one.decimals), 0)),
        low: values.length === 0 ? null : values.reduce((a, b) => Math.min(a, b)), high: values.length === 0 ? null : values.reduce((a, b) => Math.max(a, b)),
        isWhole: values.every(Number.isInteger) ? 'yes' : 'no',
      }
    })
  }

  private refuse(row: Row, of: { readonly column: number | null; readonly why: Refused['why']; readonly facts?: string }): void {
    this.refused.push({ row: row.at + 1, column: of.column, cell: of.column === null ? '' : toText(row.cells[of.column]), why: of.why, facts: of.facts ?? '' })
  }
  private pass(row: Row, why: Passed['why']): void {
    this.passed.push({ row: row.at + 1, cell: toText(row.cells.find(isFilled)), why })
  }
  private note(says: ReadingNote['says'], facts: string): void {
    const there = this.notes.get(says) ?? { count: 0, facts: new Set<string>() }
    there.count += 1
    if (facts !== '' && there.facts.size < 50) there.facts.add(facts)
    this.notes.set(says, there)
  }
}
/** „:“ with a flag beside it in a column of its own is missing for the reason the flag gives. */
const missingBy = (missing: NonNullable<TableObservation['missing']>, flags: string): NonNullable<TableObservation['missing']> =>
  (missing !== 'unknown' ? missing : flags.includes('z') ? 'notApplicable' : /[un]/.test(flags) ? 'unreliable' : missing)
