// Pinning: the answer of now is written down whole. The same answer pinned twice is one figure; nothing pinned is ever changed.
import { createHash } from 'node:crypto'
import type { Bilingual } from '#kernel/language.ts'
import type { Period } from '#kernel/period.ts'
import { recordAct } from '#store/audit.ts'
import { newId } from '#store/ids.ts'
import { findThing, registerThing, renameThing } from '#store/thread.ts'
import type { Acting } from '#areas/evidence/analyses/write.ts'
import { freezeInputs } from '#areas/evidence/analyses/read/freeze.ts'
import { findPinnedIndicator } from './read.ts'
import { type Figure, figurePath, figuresPath, mostPinned, type Pinned } from './rules.ts'
import { toPinned } from './rules/pin.ts'
import type { FigureTables } from './tables.ts'

export type NewFigure = { readonly about: Figure['about']; readonly kind: Figure['kind']; readonly title: Bilingual; readonly pinned: Pinned }
export type PinnedFigure = { readonly id: Figure['id']; readonly number: number; readonly is: 'new' | 'there' }

/** What is seen of it is seen of what it is about: an answer of a draft is for colleagues. */
export const pinFigure = async (at: Acting, figure: NewFigure): Promise<PinnedFigure> => {
  if (figure.pinned.values.length === 0 || figure.pinned.values.length > mostPinned) throw new Error(`a figure holds 1 to ${mostPinned} values, not ${figure.pinned.values.length}`)
  const db = at.writer.withTables<FigureTables>()
  const frozen = JSON.stringify(figure.pinned)
  const contentSha256 = createHash('sha256').update(`${figure.about} ${frozen}`).digest('hex')
  const there = await db.selectFrom('evidence.figure').select(['id', 'number']).where('contentSha256', '=', contentSha256).executeTakeFirst()
  if (there) return { ...there, is: 'there' }
  const about = await findThing(at.writer.reader, figure.about)
  if (!about) throw new Error(`there is no thing ${figure.about} to pin an answer of`)
  const id = newId<'figure'>() as Figure['id']
  await registerThing(at.writer, { id, kind: 'figure', title: figure.title, path: figuresPath, state: 'pinned', seenBy: about.seenBy, text: figure.pinned.measured })
  const { number } = await db.insertInto('evidence.figure').values({ id, about: figure.about, kind: figure.kind, titleBg: figure.title.bg, titleEn: figure.title.en, frozen, contentSha256, pinnedAt: at.now, pinnedBy: at.who.account }).returning('number').executeTakeFirstOrThrow()
  await renameThing(at.writer, { id, path: figurePath(number) })
  await recordAct(at.writer, { who: at.who.account, act: 'evidence.figure.pin', thing: id, after: { number, about: figure.about, values: figure.pinned.values.length } })
  return { id, number, is: 'new' }
}

/** Values of one indicator as they are now. undefined: nobody knows the indicator, or none of the regions has a value. */
export const pinIndicator = async (at: Acting, asked: { readonly key: string; readonly regions: readonly string[]; readonly period?: Period }): Promise<PinnedFigure | undefined> => {
  const indicator = await findPinnedIndicator(at.writer.reader, asked.key)
  if (indicator === undefined) return undefined
  const { inputs, vintages } = await freezeInputs(at.writer.reader, { keys: [asked.key], regions: asked.regions.slice(0, mostPinned), ...(asked.period === undefined ? {} : { period: asked.period }) })
  const pinned = toPinned(inputs, vintages)
  return pinned === undefined ? undefined : pinFigure(at, { about: indicator, kind: 'indicator', ...pinned })
}
