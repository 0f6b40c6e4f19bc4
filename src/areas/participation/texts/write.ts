// Acts on texts: make one, keep or throw away an import, save a version, say where a block's words go on.
import { notFound, problems, see, type PostAnswer } from '#kernel/answer.ts'
import type { Bilingual, Language } from '#kernel/language.ts'
import type { Problem } from '#kernel/result.ts'
import { recordAct } from '#store/audit.ts'
import { newId } from '#store/ids.ts'
import type { WriteVisit } from '#store/visit.ts'
import { findText, hashOfVersion, listBlocks, toVersioned } from './read.ts'
import { mostBlocks, textPath, textsPath, type Numbered, type Successor, type Text, type TextBlock, type TextId, type Written } from './rules.ts'
import { cutIntoBlocks } from './rules/cut.ts'
import { keepNumbers } from './rules/match.ts'
import type { TextTables } from './tables.ts'

const tables = (visit: WriteVisit) => visit.writer.withTables<TextTables>()
export type NewText = { readonly title: Bilingual; readonly language: Language; readonly state: Text['state']; readonly blocks: readonly Written[] }
const nothing: Problem = { field: 'source', text: { bg: 'Няма нито един абзац. Напишете текст или изберете файл.', en: 'There is not one paragraph. Write a text or choose a file.' } }
const tooMany: Problem = { field: 'source', text: { bg: `Текстът е от над ${mostBlocks} блока. Разделете го на части.`, en: `The text has over ${mostBlocks} blocks. Divide it into parts.` } }
export const lacksAsText = (blocks: readonly Written[]): readonly Problem[] => (blocks.length === 0 ? [nothing] : blocks.length > mostBlocks ? [tooMany] : [])

/** The caller has asked `lacksAsText`. Other areas make their texts with it as well. */
export const makeText = async (visit: WriteVisit, { title, language, state, blocks: written }: NewText): Promise<{ readonly id: TextId; readonly number: number }> => {
  const id = newId<'text'>()
  const { blocks, next } = keepNumbers({ before: [], after: written, next: 1 })
  const { number } = await tables(visit).insertInto('participation.text')
    .values({ id, titleBg: title.bg, titleEn: title.en, language, state, version: 1, nextBlock: next, madeBy: visit.who.account, madeAt: visit.now, changedAt: visit.now }).returning('number').executeTakeFirstOrThrow()
  await writeVersion(visit, { id, version: 1, beganFrom: null, why: '', blocks: await toVersioned(visit.writer.reader, { text: null, blocks }) })
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.text.make', after: { number, state, blocks: blocks.length } })
  return { id, number }
}
type Version = { readonly id: TextId; readonly version: number; readonly beganFrom: number | null; readonly why: string; readonly blocks: readonly TextBlock[] }
const writeVersion = async (visit: WriteVisit, { id, version, beganFrom, why, blocks }: Version): Promise<void> => {
  await tables(visit).insertInto('participation.textVersion').values({ text: id, version, beganFrom, why, hash: hashOfVersion(blocks), madeBy: visit.who.account, madeAt: visit.now }).execute()
  for (let at = 0; at < blocks.length; at += 500)
    await tables(visit).insertInto('participation.textBlock').values(blocks.slice(at, at + 500).map(({ version: blockVersion, block, kind, level, source, hash }, index) => ({ text: id, version, position: at + index, block, blockVersion, kind, level, source, hash }))).execute()
}
const hold = async (visit: WriteVisit, number: number): Promise<Text | undefined> => {
  await tables(visit).selectFrom('participation.text').select('id').where('number', '=', number).forUpdate().execute()
  return findText(visit.writer.reader, { number })
}
/** An import that somebody looked at is kept, or goes as a whole. */
export const settlePreview = async (visit: WriteVisit, { number, does }: { readonly number: number; readonly does: 'keep' | 'drop' }): Promise<PostAnswer> => {
  const text = await hold(visit, number)
  if (text === undefined) return notFound
  if (text.state === 'current') return see(textPath(number))
  if (does === 'drop') {
    await tables(visit).deleteFrom('participation.text').where('id', '=', text.id).execute()
    await recordAct(visit.writer, { who: visit.who.account, act: 'participation.text.drop', before: { number } })
    return see(textsPath, 'participation_notice_text_dropped')
  }
  await tables(visit).updateTable('participation.text').set({ state: 'current', changedAt: visit.now }).where('id', '=', text.id).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.text.keep', after: { number } })
  return see(textPath(number), 'participation_notice_text_kept')
}

const conflict: Problem = {
  field: '',
  text: {
    bg: 'Докато пишехте, друг колега записа нова версия на същия текст. Вашите думи са в полето, неговите са показани над тях. Пренесете каквото трябва и натиснете бутона още веднъж.',
    en: 'While you were writing, a colleague saved a new version of the same text. Your words are in the field, theirs are shown above. Carry over what you need and press the button once more.',
  },
}
type Saving = { readonly number: number; /** the version it was written on */ readonly beganFrom: number; readonly why: string; readonly title?: Bilingual }
/** Saves numbered blocks as the next version; the one act every way of editing ends in. */
const saveBlocks = async (visit: WriteVisit, text: Text, { beganFrom, why, title, blocks, next }: Omit<Saving, 'number'> & { readonly blocks: readonly Numbered[]; readonly next: number }): Promise<number> => {
  const versioned = await toVersioned(visit.writer.reader, { text: text.id, blocks })
  const before = await listBlocks(visit.writer.reader, { text: text.id, version: text.version })
  const isSame = hashOfVersion(before) === hashOfVersion(versioned)
  const version = isSame ? text.version : text.version + 1
  if (!isSame) await writeVersion(visit, { id: text.id, version, beganFrom, why, blocks: versioned })
  await tables(visit).updateTable('participation.text').set({ version, nextBlock: next, changedAt: visit.now, ...(title === undefined ? {} : { titleBg: title.bg, titleEn: title.en }) }).where('id', '=', text.id).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.text.save', before: { version: text.version }, after: { number: text.number, version, blocks: blocks.length }, ...(why === '' ? {} : { why }) })
  return version
}
/** The whole text typed anew: numbers are kept by matching. */
export const saveText = async (visit: WriteVisit, { number, source, ...saving }: Saving & { readonly source: string }): Promise<PostAnswer> => {
  const text = await hold(visit, number)
  if (text === undefined) return notFound
  if (text.version !== saving.beganFrom) return problems([conflict])
  const written = cutIntoBlocks(source), lacks = lacksAsText(written)
  if (lacks.length > 0) return problems(lacks)
  const before = await listBlocks(visit.writer.reader, { text: text.id, version: text.version })
  await saveBlocks(visit, text, { ...saving, ...keepNumbers({ before, after: written, next: text.nextBlock }) })
  return see(textPath(number), 'participation_notice_text_saved')
}
/** One block typed anew: nothing when it is emptied, several when it was divided; the first keeps the number. */
export const saveBlock = async (visit: WriteVisit, { number, block, source, ...saving }: Saving & { readonly block: number; readonly source: string }): Promise<PostAnswer> => {
  const text = await hold(visit, number)
  if (text === undefined) return notFound
  if (text.version !== saving.beganFrom) return problems([conflict])
  const before = await listBlocks(visit.writer.reader, { text: text.id, version: text.version })
  const at = before.findIndex((one) => one.block === block)
  if (at < 0) return notFound
  const written = cutIntoBlocks(source)
  const blocks: readonly Numbered[] = [...before.slice(0, at), ...written.map((one, index) => ({ ...one, block: index === 0 ? block : text.nextBlock + index - 1 })), ...before.slice(at + 1)]
  const lacks = lacksAsText(blocks)
  if (lacks.length > 0) return problems(lacks)
  await saveBlocks(visit, text, { ...saving, blocks, next: text.nextBlock + Math.max(0, written.length - 1) })
  if (written.length > 1) await nameSuccessors(visit, { text: text.id, successors: blocks.slice(at, at + written.length).map((one) => ({ block, successor: one.block })) })
  return see(textPath(number), 'participation_notice_text_saved')
}
/** The editor's word replaces what was said of the same block before. */
export const nameSuccessors = async (visit: WriteVisit, { text, successors }: { readonly text: TextId; readonly successors: readonly Successor[] }): Promise<void> => {
  const of = [...new Set(successors.map(({ block }) => block))]
  if (of.length === 0) return
  await tables(visit).deleteFrom('participation.textSuccessor').where('text', '=', text).where('block', 'in', of).execute()
  await tables(visit).insertInto('participation.textSuccessor').values(successors.map((one) => ({ text, ...one, namedBy: visit.who.account, namedAt: visit.now }))).onConflict((on) => on.doNothing()).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.text.successors', after: { successors: successors.map(({ block, successor }) => `${block}→${successor}`).join(' ') } })
}
export const clearSuccessors = async (visit: WriteVisit, { text, block }: { readonly text: TextId; readonly block: number }): Promise<void> => {
  await tables(visit).deleteFrom('participation.textSuccessor').where('text', '=', text).where('block', '=', block).execute()
}
/** An import that nobody kept for a week was thrown away in silence long ago by whoever made it. */
export const dropOldPreviews = async (visit: WriteVisit): Promise<number> =>
  Number((await tables(visit).deleteFrom('participation.text').where('state', '=', 'preview').where('changedAt', '<', new Date(visit.now.getTime() - 7 * 86_400_000)).executeTakeFirst()).numDeletedRows)
