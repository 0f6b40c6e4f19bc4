// Checks of unit, scale and currency. What the file calls its unit must be what the catalogue says is stored.
import { bgnPerEur } from '#kernel/money.ts'
import type { Unit } from '#kernel/quantity.ts'
import type { Selection } from '../rules.ts'
import type { Run } from './arithmetic.ts'
import type { RemarkList } from './remarks.ts'

type Known = Pick<Unit, 'scale' | 'currency'>
const plain: Known = { scale: 1, currency: null }
/** Unit codes of the sources whose scale and currency are certain. MIO_NAC is left out on purpose: what it means for Bulgaria
 *  changes with the currency. */
const knownUnits: Readonly<Record<string, Known>> = {
  num: plain, perc: plain, PC: plain, NR: plain, PER: plain, 'AvNum/Y': plain, FTE: plain, RT: plain, PC_GDP: plain, PC_POP: plain, PC_EMP: plain,
  PC_HH: plain, PC_IND: plain, PC_ENT: plain, PC_ACT: plain, HC: plain,
  '1000cp': { scale: 1000, currency: null }, THS: { scale: 1000, currency: null }, THS_PER: { scale: 1000, currency: null },
  '1000EUR': { scale: 1000, currency: 'EUR' }, '1000BGN': { scale: 1000, currency: 'BGN' }, BGN_tabl: { scale: 1, currency: 'BGN' },
  MIO_EUR: { scale: 1_000_000, currency: 'EUR' }, CP_MEUR: { scale: 1_000_000, currency: 'EUR' }, EUR_HAB: { scale: 1, currency: 'EUR' },
}
const unitDimensions = ['unit', 'currency']

/** What the file says of a series against what its selection says. Undefined: agree, or the source's code is not in the table. */
export const unitConflict = (key: Readonly<Record<string, string>>, unit: Unit): string | undefined => {
  for (const name of unitDimensions) {
    const code = key[name]
    const known = code === undefined ? undefined : knownUnits[code]
    if (known && (known.scale !== unit.scale || known.currency !== unit.currency)) return code
  }
  return undefined
}
export const noteUnitConflicts = (list: RemarkList, from: { conflicts: ReadonlyMap<Selection, string>; looked: number }): void => {
  list.looked('unit', from.looked)
  for (const [selection, code] of from.conflicts) {
    list.add('stop', { check: 'unit', says: 'unitDiffers', selection: selection.key, facts: { code, unit: selection.unit.id, scale: selection.unit.scale, currency: selection.unit.currency ?? '–' } })
  }
}

/** Steps that no revision makes but a change of scale or of currency does. */
const suspicious: readonly { readonly factor: number; readonly says: string }[] = [
  { factor: 1000, says: 'thousandfold' }, { factor: 1 / 1000, says: 'thousandth' }, { factor: bgnPerEur, says: 'euroToLev' }, { factor: 1 / bgnPerEur, says: 'levToEuro' },
]
/** The unit changed without a word when the same cells of two vintages differ by one such factor, at the median. */
export const checkScale = (list: RemarkList, from: { selection: Selection; pairs: readonly { before: number; after: number }[] }): void => {
  const ratios = from.pairs.filter(({ before, after }) => before !== 0 && after !== 0).map(({ before, after }) => after / before).sort((a, b) => a - b)
  list.looked('unit', ratios.length)
  if (ratios.length < 3) return
  const median = ratios[Math.floor(ratios.length / 2)] as number
  // A money factor is only believed of money: other values may double honestly.
  const hit = suspicious.find(({ factor, says }) => Math.abs(median / factor - 1) < 0.005 && (says.includes('thousand') || from.selection.unit.currency !== null))
  if (hit) list.add('stop', { check: 'unit', says: hit.says, selection: from.selection.key, facts: { ratio: Number(median.toFixed(4)) } })
}

/** The same amount in euro and in lev: euro × 1.95583 ≈ lev within half a percent, while the lev was there. */
export const checkCurrencies = (list: RemarkList, from: { euro: Run; lev: Run; selection: string; region: string }): void => {
  from.euro.periods.forEach((period, at) => {
    const there = from.lev.periods.indexOf(period)
    const euro = from.euro.values[at] as number
    const lev = from.lev.values[there] ?? Number.NaN
    if (!Number.isFinite(euro) || !Number.isFinite(lev) || euro === 0 || period >= '2026') return
    // A table revised after the change of currency gives its national currency in euro for all years.
    if (Math.abs(lev / euro - 1) <= 0.005) return
    list.looked('unit', 1)
    const off = lev / (euro * bgnPerEur) - 1
    if (Math.abs(off) > 0.005) list.add('stop', { check: 'unit', says: 'currenciesDiffer', selection: from.selection, region: from.region, period, facts: { euro, lev, percent: Number((off * 100).toFixed(2)) } })
  })
}
