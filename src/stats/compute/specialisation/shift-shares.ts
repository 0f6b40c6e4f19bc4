// Methods 4.2 by name: the forms of shift-share.
import { z } from 'zod'
import type { Reason } from '../../reason.ts'
import type { Change } from '../../shift-share/change.ts'
import { cells, type ShiftShare, shiftShare } from '../../shift-share/classic.ts'
import { dynamicShiftShare } from '../../shift-share/dynamic.ts'
import { estebanMarquillas } from '../../shift-share/esteban-marquillas.ts'
import { gerfin } from '../../shift-share/gerfin.ts'
import { type Entry, entry, result, toMatrix, toNumbers, toResult, WrongInput } from '../entry.ts'
import { names, need, sizeList, sizeTable, widthOf } from './inputs.ts'

const page = '/evidence/specialisation'
const changeShape = {
  regionStart: sizeList.describe('e, the region at the start, one size per activity'), regionEnd: sizeList.describe('e′, the region at the end'),
  nationStart: sizeList.describe('E, the nation at the start, in the same unit'), nationEnd: sizeList.describe('E′, the nation at the end'),
  activities: names.describe('names of the activities, only for reading'),
}
const toChange = (input: z.output<z.ZodObject<typeof changeShape>>): Change => {
  const length = input.regionStart.length
  for (const key of ['regionEnd', 'nationStart', 'nationEnd', 'activities'] as const) need(key, input[key], length)
  return { regionStart: toNumbers(input.regionStart), regionEnd: toNumbers(input.regionEnd), nationStart: toNumbers(input.nationStart), nationEnd: toNumbers(input.nationEnd) }
}
const kind = z.enum(['counted', 'new', 'apart', 'missing']).describe('counted; new: nothing here at the start; apart: nothing in the nation at the start; missing: a figure is not there')
const maybe = z.number().nullable()
const yesNo = z.enum(['yes', 'no']).nullable()
const indices = z.array(z.number())
const line = z.object({
  kind, change: maybe, national: maybe.describe('e_i G'), mix: maybe.describe('e_i (G_i − G)'), regional: maybe.describe('e′_i − e_i − e_i G_i'),
  regionGrowth: result.describe('g_i'), nationGrowth: result.describe('G_i'), cell: z.enum(cells).nullable(),
})
const classicShape = {
  change: result, national: result, mix: result, regional: result, netShift: result.describe('mix + regional'), apart: result.describe('change of activities without a national figure at the start'),
  regionGrowth: result, nationGrowth: result.describe('G'), lines: z.array(line),
  cells: z.array(z.object({ cell: z.enum(cells), activities: indices, start: z.number(), change: z.number() })).describe('fast or slow in the nation × faster or slower here'),
  leftOut: indices.describe('activities with a missing figure: in no sum'),
}
const written = (one: ShiftShare) => ({
  ...one, regionGrowth: toResult(one.regionGrowth), leftOut: [...one.leftOut],
  lines: one.lines.map((each) => ({ ...each, regionGrowth: toResult(each.regionGrowth), nationGrowth: toResult(each.nationGrowth) })),
  cells: one.cells.map((each) => ({ ...each, activities: [...each.activities] })),
})
const none = (reason: Reason) => ({ reason })
const regionA = { regionStart: [90, 20, 10, 60], regionEnd: [100, 40, 10, 55], nationStart: [400, 150, 150, 400], nationEnd: [440, 210, 135, 480] }

export const shiftShareEntries: readonly Entry[] = [
  entry({
    name: 'shift-share', used: page,
    summary: 'The change as national growth, mix of activities and regional component (Dunn), with the four-cell table',
    input: z.object(changeShape),
    output: z.object({ ...classicShape }),
    example: regionA,
    run: (input) => {
      const found = shiftShare(toChange(input))
      if (typeof found !== 'string') return written(found)
      const reason = none(found)
      return { change: reason, national: reason, mix: reason, regional: reason, netShift: reason, apart: reason, regionGrowth: reason, nationGrowth: reason, lines: [], cells: [], leftOut: [] }
    },
  }),
  entry({
    name: 'shift-share-esteban-marquillas', used: page,
    summary: 'Shift-share that keeps apart being good at something (competitive) from having much of it (allocation); new activities on their own line',
    input: z.object(changeShape),
    output: z.object({
      change: result, national: result, mix: result, competitive: result.describe('Σ h_i (g_i − G_i), the regional share of this form'), allocation: result.describe('Σ (e_i − h_i)(g_i − G_i)'),
      newActivities: result.describe('change of activities without any size here at the start'), apart: result,
      lines: z.array(z.object({ kind, homothetic: maybe.describe('h_i = e·E_i ÷ E'), national: maybe, mix: maybe, competitive: maybe, allocation: maybe, specialised: yesNo, advantage: yesNo })),
      leftOut: indices,
    }),
    example: regionA,
    run: (input) => {
      const found = estebanMarquillas(toChange(input))
      if (typeof found !== 'string') return { ...found, lines: [...found.lines], leftOut: [...found.leftOut] }
      const reason = none(found)
      return { change: reason, national: reason, mix: reason, competitive: reason, allocation: reason, newActivities: reason, apart: reason, lines: [], leftOut: [] }
    },
  }),
  entry({
    name: 'shift-share-dynamic', used: page,
    summary: 'The classic components year by year, summed; a gap year breaks it',
    input: z.object({
      region: sizeTable.describe('one row per activity, one column per year, oldest first'), nation: sizeTable.describe('the same activities and years in the nation'),
      years: z.array(z.int()).optional().describe('the years of the columns; neighbours where not given'), activities: names,
    }),
    output: z.object({
      change: result, national: result, mix: result, regional: result, netShift: result, apart: result,
      steps: z.array(z.object({ ...classicShape, from: z.number(), to: z.number() })),
    }),
    example: { region: [[10, 12, 15]], nation: [[100, 110, 121]], years: [2021, 2022, 2023] },
    run: (input) => {
      const region = toMatrix(input.region), nation = toMatrix(input.nation), columns = widthOf(input.region)
      need('nation', input.nation, input.region.length)
      if (widthOf(input.nation) !== columns) throw new WrongInput(`nation: ${widthOf(input.nation)} years where ${columns} are expected`)
      need('years', input.years, columns)
      need('activities', input.activities, input.region.length)
      const found = dynamicShiftShare({ region, nation, activities: input.region.length, years: input.years ?? Array.from({ length: columns }, (_, at) => at) })
      if (typeof found !== 'string') return { ...found, steps: found.steps.map((step) => ({ ...written(step), from: step.from, to: step.to })) }
      const reason = none(found)
      return { change: reason, national: reason, mix: reason, regional: reason, netShift: reason, apart: reason, steps: [] }
    },
  }),
  entry({
    name: 'shift-share-gerfin', used: page,
    summary: 'Shift-share as ratios: structure × location = net; 1 = as the nation',
    input: z.object(changeShape),
    output: z.object({ structure: result, location: result, net: result, leftOut: indices, apart: indices.describe('activities here that the nation did not have at the start: outside the ratios') }),
    example: regionA,
    run: (input) => {
      const found = gerfin(toChange(input))
      if (typeof found !== 'string') return { ...found, leftOut: [...found.leftOut], apart: [...found.apart] }
      const reason = none(found)
      return { structure: reason, location: reason, net: reason, leftOut: [], apart: [] }
    },
  }),
]
