// The shape of a JSON-stat data set: its dimensions, their codes in order, and which of them are periods. Accepts the three ways
// in which a category index is written. Judges the text; reads no values.
import type { Period } from '#kernel/period.ts'
import { comparePeriods, parsePeriod } from '#kernel/period.ts'
import { findPeriodName, toOwnNames } from '../dimension-names.ts'
import type { ReadLimits } from '../limits.ts'
import { problemColumnTwice, problemJson, problemPeriod, problemPeriodTwice, problemSizes, problemTooMany, quoted } from '../read-problems.ts'

export type Shape = {
  /** without the periods, in the order of the file */
  readonly dimensions: readonly { readonly name: string; readonly codes: readonly string[] }[]
  readonly periods: readonly Period[]
  /** place of each period of the file in the ascending ones */
  readonly places: Int32Array
  /** product of the sizes that stand after the periods */
  readonly stride: number
  readonly cells: number
}
export type ShapeParts = { readonly id?: unknown; readonly size?: unknown; readonly dimension?: unknown; readonly role?: unknown }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((part) => typeof part === 'string')
const isSizes = (value: unknown): value is number[] => Array.isArray(value) && value.every((part) => Number.isSafeInteger(part) && part >= 0)
const missingPart = (name: string) =>
  problemJson({ bg: `В JSON файла липсва или е сгрешена частта „${quoted(name)}“ на JSON-stat.`, en: `The part "${quoted(name)}" of JSON-stat is missing or wrong in the JSON file.` })

export const parseShape = (parts: ShapeParts, limits: ReadLimits): Shape => {
  const { id, size, dimension } = parts
  if (!isTexts(id) || id.length === 0) throw missingPart('id')
  if (!isSizes(size)) throw missingPart('size')
  if (!isRecord(dimension)) throw missingPart('dimension')
  if (id.length !== size.length) {
    throw problemSizes({ bg: `JSON-stat: измеренията са ${id.length}, а размерите ${size.length}.`, en: `JSON-stat: there are ${id.length} dimensions and ${size.length} sizes.` })
  }
  const cells = size.reduce((product, part) => product * part, 1)
  if (!Number.isSafeInteger(cells)) throw problemSizes({ bg: 'JSON-stat: размерите са невъзможно големи.', en: 'JSON-stat: the sizes are impossibly large.' })
  const codes = id.map((name, at) => parseCodes(dimension, { name, size: size[at] as number, limits }))
  const time = findTime(id, parts.role)
  if (time < 0) throw missingPart('time')
  const names = toOwnNames(id)
  names.forEach((name, at) => {
    if (name === '' || name === '__proto__') throw missingPart('id')
    if (names.indexOf(name) < at) throw problemColumnTwice(name, {})
  })
  return {
    dimensions: names.flatMap((name, at) => (at === time ? [] : [{ name, codes: codes[at] as readonly string[] }])),
    ...orderPeriods(codes[time] as readonly string[]),
    stride: size.slice(time + 1).reduce((product, part) => product * part, 1),
    cells,
  }
}
const findTime = (id: readonly string[], role: unknown): number => {
  const named = isRecord(role) && isTexts(role.time) && role.time.length === 1 ? id.indexOf(role.time[0] as string) : -1
  return named >= 0 ? named : findPeriodName(id)
}
const parseCodes = (
  dimension: Record<string, unknown>,
  { name, size, limits }: { readonly name: string; readonly size: number; readonly limits: ReadLimits },
): readonly string[] => {
  const own = Object.hasOwn(dimension, name) ? dimension[name] : undefined
  const category = isRecord(own) && isRecord(own.category) ? own.category : undefined
  if (category === undefined) throw missingPart(`dimension.${name}.category`)
  if (size > limits.codes) throw problemTooMany('codes', limits.codes)
  const codes = codesOf(category, size)
  if (codes === undefined || codes.length !== size || codes.includes(undefined)) {
    throw problemSizes({
      bg: `JSON-stat: измерението „${quoted(name)}“ трябва да има ${size} кода, номерирани от 0 до ${size - 1}.`,
      en: `JSON-stat: the dimension "${quoted(name)}" must have ${size} codes, numbered from 0 to ${size - 1}.`,
    })
  }
  const known = codes as string[]
  if (new Set(known).size !== known.length || known.some((code) => code === '')) {
    throw problemJson({ bg: `JSON-stat: измерението „${quoted(name)}“ има повтарящ се или празен код.`, en: `JSON-stat: the dimension "${quoted(name)}" has a repeated or an empty code.` })
  }
  return known
}
/** An object code → place, a list of codes, or nothing: then the label's only key, for one category. */
const codesOf = (category: Record<string, unknown>, size: number): readonly (string | undefined)[] | undefined => {
  const { index, label } = category
  const isEmpty = index === undefined || index === null || (isRecord(index) && Object.keys(index).length === 0) || (Array.isArray(index) && index.length === 0)
  if (isEmpty) return isRecord(label) && Object.keys(label).length === size && size === 1 ? Object.keys(label) : size === 0 ? [] : undefined
  if (isTexts(index)) return index
  if (!isRecord(index)) return undefined
  const codes = new Array<string | undefined>(size).fill(undefined)
  for (const [code, place] of Object.entries(index)) {
    if (typeof place !== 'number' || !Number.isInteger(place) || place < 0 || place >= size || codes[place] !== undefined) return undefined
    codes[place] = code
  }
  return codes
}
const orderPeriods = (texts: readonly string[]): { readonly periods: readonly Period[]; readonly places: Int32Array } => {
  const columns = texts.map((text, column) => {
    const period = parsePeriod(text)
    if (period === undefined) throw problemPeriod({}, text)
    return { period, column }
  })
  columns.sort((a, b) => comparePeriods(a.period, b.period))
  const places = new Int32Array(columns.length)
  columns.forEach(({ period, column }, place) => {
    if (place > 0 && columns[place - 1]?.period === period) throw problemPeriodTwice({}, period)
    places[column] = place
  })
  return { periods: Object.freeze(columns.map(({ period }) => period)), places }
}
