// Questions about figures: one, several, and what the same question would answer now.
import { sql } from 'kysely'
import type { Reader } from '#store/handle.ts'
import { findThing } from '#store/thread.ts'
import { findAnalysis, listNewerVintages } from '#areas/evidence/analyses/read.ts'
import { freezeInputs } from '#areas/evidence/analyses/read/freeze.ts'
import { versionFor } from '#areas/evidence/analyses/rules.ts'
import { newerVintages } from '#areas/evidence/analyses/rules/changes.ts'
import { getBasis } from '#areas/evidence/indicators/read/basis.ts'
import type { Figure, NewerAnswer, Pinned } from './rules.ts'
import type { FigureTables } from './tables.ts'

const columns = ['id', 'number', 'kind', 'about', 'titleBg', 'titleEn', 'frozen', 'pinnedAt'] as const
type Row = Pick<Figure, 'id' | 'number' | 'kind' | 'about' | 'pinnedAt'> & { titleBg: string; titleEn: string; frozen: unknown }
const toFigure = ({ titleBg, titleEn, frozen, ...row }: Row): Figure => ({ ...row, title: { bg: titleBg, en: titleEn }, pinned: frozen as Pinned })
const rowsOf = (reader: Reader) => reader.withTables<FigureTables>().selectFrom('evidence.figure').select(columns)

/** Seen by everyone unless it is an answer of a draft. */
export const findFigure = async (reader: Reader, asked: { readonly number: number; readonly who: 'everyone' | 'staff' }): Promise<Figure | undefined> => {
  const row = await rowsOf(reader).where('number', '=', asked.number).executeTakeFirst()
  if (!row) return undefined
  const about = asked.who === 'staff' ? undefined : await findThing(reader, row.about)
  return asked.who === 'everyone' && about?.seenBy !== 'everyone' ? undefined : toFigure(row)
}
export const getFigure = async (reader: Reader, asked: { readonly number: number; readonly who: 'everyone' | 'staff' }): Promise<Figure> => {
  const figure = await findFigure(reader, asked)
  if (figure === undefined) throw Object.assign(new Error(`there is no figure ${asked.number}`), { name: 'NotFound' })
  return figure
}
/** Those everyone sees, newest first. */
export const listOpenFigures = async (reader: Reader): Promise<readonly Figure[]> =>
  (await rowsOf(reader).where(sql<boolean>`exists (select 1 from store.thing t where t.id = about and t.seen_by = 'everyone')`).orderBy('number', 'desc').limit(200).execute()).map(toFigure)
/** Newest first; by their ids, or of one indicator or analysis, or all. For colleagues: what may be seen by whom is the thing's. */
export const listFigures = async (reader: Reader, asked: { readonly ids?: readonly string[]; readonly about?: string; readonly limit?: number } = {}): Promise<readonly Figure[]> => {
  if (asked.ids?.length === 0) return []
  let query = rowsOf(reader).orderBy('number', 'desc').limit(asked.limit ?? 200)
  if (asked.ids !== undefined) query = query.where('id', 'in', asked.ids as Figure['id'][])
  if (asked.about !== undefined) query = query.where('about', '=', asked.about as Figure['id'] & Figure['about'])
  return (await query.execute()).map(toFigure)
}

export const findPinnedIndicator = async (reader: Reader, key: string): Promise<Figure['about'] | undefined> => (await getBasis(reader)).indicators.get(key)?.id

/** null: the same question would be answered the same way now. */
export const findNewer = async (reader: Reader, figure: Figure): Promise<NewerAnswer | null> => {
  const { method, vintages, values } = figure.pinned
  if (method.kind === 'analysis') {
    const analysis = await findAnalysis(reader, { number: method.number })
    const newest = analysis === undefined ? null : (versionFor(analysis, 'everyone') ?? analysis.version)
    const newer = await listNewerVintages(reader, { vintages })
    const version = newest !== null && newest > method.version ? { before: method.version, now: newest } : null
    return version === null && newer.length === 0 ? null : { vintages: newer.map((one) => ({ before: one.frozen, now: one.now })), version, values: [] }
  }
  const regions = values.flatMap((value) => (value.region === null ? [] : [value.region.code]))
  const now = await freezeInputs(reader, { keys: [method.key], regions })
  const [indicator] = now.inputs.indicators
  if (indicator === undefined) return null
  const places = new Map(now.inputs.regions.map((region, at) => [region.code, at]))
  const changed = values.flatMap((value, at) => {
    const place = places.get(value.region?.code ?? '')
    const today = { value: place === undefined ? null : (indicator.values[place] ?? null), missing: place === undefined ? null : (indicator.missing[place] ?? null), period: indicator.period }
    return today.value === value.value && today.period === value.period ? [] : [{ at, ...today }]
  })
  const newer = newerVintages(vintages, now.vintages)
  const version = indicator.version > method.version ? { before: method.version, now: indicator.version } : null
  return newer.length === 0 && version === null && changed.length === 0 ? null : { vintages: newer.map((one) => ({ before: one.frozen, now: one.now })), version, values: changed }
}
