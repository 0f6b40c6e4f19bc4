// The inputs that the methods of specialisation share: sizes with their totals, presence, relatedness. Checks shapes; counts nothing.
import { z } from 'zod'
import { type Presence, presenceOf } from '../../complexity/presence.ts'
import { relatednessOf } from '../../complexity/relatedness.ts'
import type { Economy } from '../../economy.ts'
import { locationQuotients } from '../../location-quotient.ts'
import { type Reasons, type Value, valuesOf } from '../../reason.ts'
import { type Result, toMatrix, toNumbers, toResults, WrongInput } from '../entry.ts'

export const size = z.number().min(0).nullable()
export const sizeList = z.array(size)
export const sizeTable = z.array(sizeList)
export const names = z.array(z.string()).optional()
export const sizes = sizeTable.describe('J: one row per region, one size (jobs, value added, exports, patents; at least 0) per activity, null where missing or confidential')

export const economyShape = {
  values: sizes,
  regionTotals: sizeList.optional().describe('J_r, published totals of the regions; the sums of the rows where not given'),
  reference: sizeList.optional().describe('J_i, sizes of the activities in the reference economy; the sums of the columns where not given'),
  referenceTotal: z.number().min(0).optional().describe('J, the total of the reference economy; the sum of J_i (of J_r, where only those are given) otherwise'),
  regions: names.describe('names of the rows, only for reading'),
  activities: names.describe('names of the columns, only for reading'),
}
type EconomyInput = z.output<z.ZodObject<typeof economyShape>>
export const need = (key: string, list: readonly unknown[] | undefined, length: number): void => {
  if (list !== undefined && list.length !== length) throw new WrongInput(`${key}: ${list.length} where ${length} are expected`)
}
export const widthOf = (rows: readonly (readonly unknown[])[]): number => rows[0]?.length ?? 0
export const toEconomy = (input: EconomyInput): Economy => {
  const regions = input.values.length, activities = widthOf(input.values)
  need('regionTotals', input.regionTotals, regions)
  need('reference', input.reference, activities)
  need('regions', input.regions, regions)
  need('activities', input.activities, activities)
  return {
    sizes: toMatrix(input.values), regions, activities, referenceTotal: input.referenceTotal,
    regionTotals: input.regionTotals === undefined ? undefined : toNumbers(input.regionTotals),
    reference: input.reference === undefined ? undefined : toNumbers(input.reference),
  }
}

export const presenceShape = {
  ...economyShape,
  values: sizes.optional(),
  presence: z.array(z.array(z.union([z.literal(0), z.literal(1)]))).optional().describe('M: one row per region, 1 where it has the activity; in place of values'),
  threshold: z.number().default(1).describe('the location quotient from which an activity is present'),
  rule: z.enum(['at-least', 'above']).default('at-least').describe('whether a quotient equal to the threshold is present'),
}
type PresenceInput = z.output<z.ZodObject<typeof presenceShape>>
export const toPresence = (input: PresenceInput): Presence => {
  if ((input.presence === undefined) === (input.values === undefined)) throw new WrongInput('presence: give either presence or values')
  if (input.values === undefined) {
    const rows = input.presence ?? []
    return { has: Uint8Array.from(toMatrix(rows)), regions: rows.length, activities: widthOf(rows) }
  }
  const economy = toEconomy({ ...input, values: input.values })
  return presenceOf({ quotients: locationQuotients(economy).values, regions: economy.regions, activities: economy.activities, threshold: input.threshold, rule: input.rule })
}

export const self = z.enum(['excluded', 'included']).default('excluded').describe('whether an activity counts as related to itself (also in the sums of the outlook)')
export const relatednessShape = {
  relatedness: z.array(z.array(z.number())).optional().describe('φ: activities × activities, symmetric; from the regions given where not handed in'),
  form: z.enum(['proximity', 'association', 'cosine', 'jaccard', 'probability']).default('proximity').describe('how φ is counted where it is not given'),
}
export const toPhi = (given: readonly (readonly number[])[] | undefined, form: 'proximity' | 'association' | 'cosine' | 'jaccard' | 'probability', presence: Presence): Float64Array => {
  if (given === undefined) return relatednessOf(presence, form)
  need('relatedness', given, presence.activities)
  const phi = toMatrix(given)
  if (phi.length !== presence.activities ** 2) throw new WrongInput('relatedness: as many columns as rows')
  return phi
}

/** A row-major table as lists of results. */
export const toTable = (values: Float64Array, width: number, why?: Reasons): Result[][] =>
  Array.from({ length: width === 0 ? 0 : values.length / width }, (_, at) => toList(values.subarray(at * width, (at + 1) * width), why?.subarray(at * width, (at + 1) * width)))
export const toList = (values: Float64Array, why?: Reasons): Result[] => toResults(valuesOf(values, why) as readonly Value[])
export const missing = z.enum(['undefined', 'left-out']).default('undefined').describe('a region with a missing cell: no index, or shares of what is known')
