// The shape of the catalogue's and the pack's files, for their test and for whoever adds a region.
import { z } from 'zod'

const both = z.strictObject({ bg: z.string().min(1), en: z.string().min(1) })
const level = z.enum(['municipality', 'nuts3', 'nuts2', 'country'])
const measure = z.strictObject({ id: z.string(), scale: z.number().positive(), currency: z.enum(['EUR', 'BGN']).nullable(), percent: z.boolean() })
const limits = z.strictObject({ adds: z.enum(['regions', 'no']), whole: z.enum(['yes', 'no']), low: z.number().nullable(), high: z.number().nullable(), absent: z.literal('noted').optional() })

export const datasetSchema = z.strictObject({
  code: z.string(), source: z.string(), title: both, doi: z.string().nullable(), licence: z.strictObject({ id: z.string(), name: both, address: z.url() }),
  address: z.url(), download: z.url().nullable(), regionDimension: z.string().nullable(), region: z.literal('BG').optional(),
  regionCodes: z.enum(['nuts', 'nsi']), frequency: z.enum(['A', 'Q', 'SY', 'irregular']), note: both.optional(),
})
export const caveatSchema = z.strictObject({
  kind: z.enum(['break', 'price', 'lowReliability', 'smallNumbers', 'level', 'definition', 'coverage', 'source', 'register', 'toCheck', 'copy']),
  bg: z.string().min(1), en: z.string().min(1), mark: both.optional(), from: z.string().optional(), to: z.string().optional(), regions: z.array(z.string()).optional(),
})
const subject = z.strictObject({ text: z.string().min(1), number: z.enum(['one', 'many']) })
const from = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('direct'), dataset: z.string(), filter: z.record(z.string(), z.string()), limits: limits.optional(), unit: measure.optional() }),
  z.strictObject({ kind: z.literal('ratio'), over: z.string(), under: z.string(), times: z.number().positive(), underAt: z.string().optional() }),
  z.strictObject({ kind: z.literal('sum'), of: z.array(z.string()).min(2) }),
  z.strictObject({ kind: z.literal('difference'), of: z.array(z.string()).min(2) }),
  z.strictObject({ kind: z.literal('meanOfTwo'), of: z.string() }),
])
export const indicatorSchema = z.strictObject({
  key: z.string().regex(/^[a-z0-9]+(\.[a-z0-9]+)+$/), domain: z.enum(['entrepreneurship', 'innovation', 'digitalisation', 'people', 'economy', 'territory', 'green']),
  name: both, shortName: both, subject: z.strictObject({ bg: subject, en: subject }).optional(), definition: both, unit: measure.extend({ label: both }), decimals: z.int().min(0).max(3),
  direction: z.enum(['more', 'less', 'neither']), from, level, caveats: z.array(caveatSchema), headline: z.int().positive().optional(), hidden: z.literal(true).optional(),
  reasonWithoutFigures: both.optional(), load: z.strictObject({ command: z.string().startsWith('bin/posoka import '), bg: z.string(), en: z.string() }).optional(),
})
const tile = z.strictObject({ code: z.string(), column: z.int().min(0), row: z.int().min(0) })
export const regionSchema = z.looseObject({
  code: z.string(), version: z.string(), nsi: z.string(), names: z.record(z.string(), both), parents: z.array(z.looseObject({ code: z.string() })), municipalities: z.array(z.string()),
  contact: z.strictObject({ email: z.email().nullable(), setting: z.string(), note: both }),
  funding: z.looseObject({ programme: both, statement: both, disclaimer: both }),
  project: z.looseObject({ dates: z.strictObject({ from: z.string(), to: z.string() }), activities: z.array(z.looseObject({ number: z.int(), title: both, state: z.string(), stateText: both })).length(4), results: z.array(both).min(2) }),
  tiles: z.strictObject({ districts: z.array(tile), municipalities: z.array(tile) }),
})
