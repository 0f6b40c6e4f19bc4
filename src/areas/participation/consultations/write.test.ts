// Consultations over a real database: the frozen copy, the clock, late letters, the next draft and who hears of it.
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testStore } from '#test/database.ts'
import { makeActs, staff } from '#test/participation.ts'
import { rows } from '#store/ask.ts'
import { exampleFrom } from '#kernel/letter.ts'
import { confirmContribution, moveContribution } from '#areas/participation/proposals/write.ts'
import { findContribution } from '#areas/participation/proposals/read.ts'
import { follow } from '#areas/participation/subscriptions/write.ts'
import { findText, hashOfBlock, hashOfVersion, listBlocks, listTextVersions } from '#areas/participation/texts/read.ts'
import { cutIntoBlocks } from '#areas/participation/texts/rules/cut.ts'
import { plainOf } from '#areas/participation/texts/rules/plain.ts'
import { dropOldPreviews, makeText, nameSuccessors, saveBlock, saveText, settlePreview } from '#areas/participation/texts/write.ts'
import { findConsultation, findDraft, listAnchors, listComments, listDraftSuccessors } from './read.ts'
import { blockTarget, type Fields } from './rules.ts'
import { carry } from './rules/carry.ts'
import { changeFields, openConsultation, prepareConsultation, publishDraft, remindOfEnds } from './write.ts'
import { submitComment, type NewComment } from './write/comment.ts'

const store = await testStore()
const now = new Date('2026-11-25T10:00:00Z')
const { act, person } = await makeActs(store, now)
const coordinator = { who: staff('coordinator') }
const draft = '# Цели\n\nРайонът ще строи школа за млади хора.\n\nПарите идват от три програми. Всяка има срок.\n\nТози абзац отпада изцяло накрая.\n\nМярката започва догодина.\n\nПоследен абзац на текста.'
const fields: Fields = {
  level: 'municipal', actType: 'Ненормативен акт', policyArea: 'Регионална политика', institution: 'Община Липова', unit: 'Отдел „Развитие“', registrationNumber: '', programme: '',
  title: { bg: 'Проект на стратегия', en: 'Draft strategy' }, says: { bg: 'Какво предлагаме.', en: 'What we propose.' }, ways: { bg: 'Тук, по пощата, на място.', en: 'Here, by post, in person.' }, contacts: 'ivan@lipova.example', shortTermReason: { bg: '', en: '' }, opensOn: '2026-11-25', closesOn: '2026-12-28',
}
const { id: text, number } = await act((visit) => makeText(visit, { title: { bg: 'Стратегия', en: 'Strategy' }, language: 'bg', state: 'current', blocks: cutIntoBlocks(draft) }), coordinator)
const slug = 'proekt-na-strategiya'
expect(await act((visit) => prepareConsultation(visit, { text, fields }), coordinator)).toMatchObject({ kind: 'see' })
const newComment = (given: Partial<NewComment> = {}): NewComment => ({ slug, block: 2, quote: '', says: 'Една школа е малко.', wording: '', name: 'Иван Петров', email: 'ivan@example.bg', choice: 'initials', authorKind: 'person', entered: null, from: exampleFrom, ...given })
const find = () => store.reading((reader) => findConsultation(reader, { slug, who: 'everyone' }))
const comment = async (given: Partial<NewComment>, at = now): Promise<string> => {
  const made = await act((visit) => submitComment(visit, newComment(given)), { at })
  if (!made.ok) throw new Error(JSON.stringify(made))
  return made.number
}
const publish = async (which: string): Promise<void> => {
  const id = (await store.reading((reader) => findContribution(reader, which)))?.id
  if (id === undefined) throw new Error(which)
  await act((visit) => confirmContribution(visit, id))
  await act((visit) => moveContribution(visit, { id, act: 'publish' }), coordinator)
}

test('before it is opened nobody outside sees a consultation, and the term is judged again when its fields change', async () => {
  expect(await find()).toBeUndefined()
  expect(await act((visit) => changeFields(visit, { slug, version: 1, fields: { ...fields, closesOn: '2026-12-08' } }), coordinator)).toMatchObject({ kind: 'problems', problems: [{ field: 'closes_on' }] })
  expect(await act((visit) => openConsultation(visit, { slug }), { ...coordinator, at: new Date('2026-11-26T10:00:00Z') })).toMatchObject({ kind: 'problems', problems: [{ field: 'opens_on' }] })
})
test('CO1 opening freezes block, version and hash: the database refuses every change, and the page equals the hash', async () => {
  expect(await act((visit) => openConsultation(visit, { slug }), coordinator)).toMatchObject({ kind: 'see' })
  const it = await find()
  if (it === undefined) throw new Error('not there')
  for (const change of [sql`update participation.consultation_block set source = 'друго'`, sql`delete from participation.consultation_block`, sql`update participation.consultation_draft set hash = ${'0'.repeat(64)}`, sql`update participation.text_block set source = 'друго'`, sql`delete from participation.text_block`, sql`update participation.text_version set hash = ${'0'.repeat(64)}`])
    await expect(store.writing((writer) => rows(writer, change))).rejects.toMatchObject({ code: '23514' })
  await act((visit) => saveText(visit, { number, beganFrom: 1, why: '', source: draft.replace('школа', 'две школи') }), coordinator)
  const frozen = await store.reading((reader) => findDraft(reader, { id: it.id, draft: 1 }))
  expect(frozen?.blocks.map(({ source }) => source).join('\n\n')).toBe(draft)
  for (const block of frozen?.blocks ?? []) expect(hashOfBlock(block)).toBe(block.hash)
  expect(hashOfVersion(frozen?.blocks ?? [])).toBe(frozen?.hash)
})
test('a save on an old version is refused and says so; numbers last through it', async () => {
  expect(await act((visit) => saveText(visit, { number, beganFrom: 1, why: '', source: draft }), coordinator)).toMatchObject({ kind: 'problems', problems: [{ field: '' }] })
  expect((await store.reading((reader) => listBlocks(reader, { text, version: 2 }))).map(({ block, version }) => [block, version])).toEqual([[1, 1], [2, 2], [3, 1], [4, 1], [5, 1], [6, 1]])
})
test('CO3 a comment is anchored to block, version and passage; a quotation that is not in the frozen words is refused', async () => {
  expect(await act((visit) => submitComment(visit, newComment({ quote: 'Районът ще строи две школи' })))).toMatchObject({ ok: false, problems: [{ field: 'quote' }] })
  const made = await comment({ block: 3, quote: 'Всяка има срок.', says: 'Кой срок?', wording: 'Всяка има обявен срок.' })
  const [anchor] = await store.reading(async (reader) => listAnchors(reader, (await findConsultation(reader, { slug, who: 'everyone' }))?.id ?? ('' as never)))
  expect(anchor).toMatchObject({ block: 3, blockVersion: 1, draft: 1, quote: 'Всяка има срок.' })
  expect(await store.reading((reader) => findContribution(reader, made))).toMatchObject({ kind: 'blockComment', state: 'awaitingConfirmation', text: '' })
  await publish(made)
  const [one] = await store.reading(async (reader) => listComments(reader, (await findConsultation(reader, { slug, who: 'everyone' }))?.id ?? ('' as never)))
  expect(one?.of).toMatchObject({ number: made, title: 'По т. 3: Кой срок?', authorShown: 'И. П.' })
  expect(one?.of.text).toBe('Кой срок?\n\nПредложен текст:\nВсяка има обявен срок.')
})
test('CO7 a closed consultation accepts no comment; a late letter is entered by a colleague and marked late', async () => {
  const lastMoment = new Date('2026-12-28T21:59:59.999Z'), end = new Date('2026-12-28T22:00:00Z')
  await publish(await comment({ block: 4, says: 'Да остане.' }, lastMoment))
  expect(await act((visit) => submitComment(visit, newComment()), { at: end })).toMatchObject({ ok: false, problems: [{ field: '' }] })
  const late = await act((visit) => submitComment(visit, newComment({ block: 5, email: null, says: 'Пристигна с пощата след края.', entered: { channel: 'post', receivedOn: '2026-12-29' } })), { ...coordinator, at: new Date('2026-12-30T10:00:00Z') })
  expect(late).toMatchObject({ ok: true, late: true })
  const early = await act((visit) => submitComment(visit, newComment({ block: 5, email: null, says: 'Дошло навреме, въведено после.', entered: { channel: 'post', receivedOn: '2026-12-20' } })), { ...coordinator, at: new Date('2026-12-30T10:00:00Z') })
  expect(early).toMatchObject({ ok: true, late: false })
})
test('followers hear once before the end', async () => {
  expect(await act((visit) => remindOfEnds(visit), { at: new Date('2026-12-24T06:00:00Z') })).toBe(0)
  expect(await act((visit) => remindOfEnds(visit), { at: new Date('2026-12-26T06:00:00Z') })).toBe(1)
  expect(await act((visit) => remindOfEnds(visit), { at: new Date('2026-12-27T06:00:00Z') })).toBe(0)
})
test('CO4 a new draft with edited, moved, split, removed and new blocks: comments stay where they belong, only followers of changed blocks are told', async () => {
  const after = new Date('2027-01-10T10:00:00Z')
  const it = await find()
  if (it === undefined) throw new Error('not there')
  const [changed, same] = await Promise.all([person('changed@example.bg'), person('same@example.bg')])
  await act(async ({ writer }) => { await follow(writer, { contact: changed, thing: blockTarget({ consultation: it.id, block: 2 }), now }); await follow(writer, { contact: same, thing: blockTarget({ consultation: it.id, block: 6 }), now }) })
  const before = (await store.reading((reader) => findText(reader, { number })))?.version ?? 0
  expect(await act((visit) => publishDraft(visit, { slug, says: { bg: 'x', en: 'x' } }), { ...coordinator, at: new Date('2026-12-01T10:00:00Z') })).toMatchObject({ kind: 'problems' })
  await act((visit) => saveText(visit, { number, beganFrom: before, why: 'По бележките', source: '# Цели\n\nПоследен абзац на текста.\n\nРайонът ще строи две школи за млади хора.\n\nПарите идват от три програми.\n\nВсяка има срок.\n\nМярката започва догодина.\n\nСъвсем нов абзац с други думи.' }), { ...coordinator, at: after })
  const version = before + 1, blocks = await store.reading((reader) => listBlocks(reader, { text, version }))
  expect(blocks.map(({ block }) => block)).toEqual([1, 6, 2, 3, 7, 5, 8])
  await act((visit) => nameSuccessors(visit, { text, successors: [{ block: 3, successor: 3 }, { block: 3, successor: 7 }] }), coordinator)
  expect(await act((visit) => publishDraft(visit, { slug, says: { bg: 'По бележките', en: 'After the comments' } }), { ...coordinator, at: after })).toMatchObject({ kind: 'see' })
  const [first, second, successors, comments] = await store.reading((reader) => Promise.all([findDraft(reader, { id: it.id, draft: 1 }), findDraft(reader, { id: it.id, draft: 2 }), listDraftSuccessors(reader, { id: it.id, from: 1, to: 2 }), listComments(reader, it.id)]))
  const places = comments.map((one) => [one.block, carry(one, { before: first?.blocks ?? [], after: second?.blocks ?? [], successors })] as const)
  expect(places.map(([block, { place }]) => [block, place])).toEqual([[3, 'goesOn'], [4, 'takenOut']])
  expect(places[0]?.[1]).toMatchObject({ blocks: [3, 7], passage: { kind: 'stands', block: 7 } })
  for (const one of comments) expect(plainOf(first?.blocks.find(({ block }) => block === one.block) ?? { kind: 'paragraph', source: '' })).toContain(one.quote)
  const told = await store.reading((reader) => rows(reader, sql<{ about: string[] }>`select about from participation.notice where kind = 'changed' order by id`), { as: 'staff' })
  const targets = told.flatMap(({ about }) => about)
  expect(targets).toContain(blockTarget({ consultation: it.id, block: 2 }))
  expect(targets).toContain(`thing:${comments[0]?.contribution}`)
  for (const block of [1, 5, 6]) expect(targets).not.toContain(blockTarget({ consultation: it.id, block }))
})
test('CO5 an import stands as a preview: kept it is a text, thrown away nothing of it is left', async () => {
  const make = () => act((visit) => makeText(visit, { title: { bg: 'Внесен', en: '' }, language: 'bg', state: 'preview', blocks: cutIntoBlocks('# А\n\nб') }), coordinator)
  const dropped = await make(), kept = await make()
  await act((visit) => settlePreview(visit, { number: dropped.number, does: 'drop' }), coordinator)
  await act((visit) => settlePreview(visit, { number: kept.number, does: 'keep' }), coordinator)
  expect(await store.reading((reader) => findText(reader, { number: dropped.number }))).toBeUndefined()
  expect(await store.reading((reader) => listBlocks(reader, { text: dropped.id, version: 1 }))).toEqual([])
  expect((await store.reading((reader) => findText(reader, { number: kept.number })))?.state).toBe('current')
  const forgotten = await make()
  expect(await act((visit) => dropOldPreviews(visit), { at: new Date(now.getTime() + 6 * 86_400_000) })).toBe(0)
  expect(await act((visit) => dropOldPreviews(visit), { at: new Date(now.getTime() + 8 * 86_400_000) })).toBe(1)
  expect(await store.reading((reader) => findText(reader, { number: forgotten.number }))).toBeUndefined()
})
test('a block that is divided keeps its number, gives new ones, and says by itself where its words go on', async () => {
  const { id, number: n } = await act((visit) => makeText(visit, { title: { bg: 'Т', en: 'T' }, language: 'bg', state: 'current', blocks: cutIntoBlocks('едно\n\nдве') }), coordinator)
  await act((visit) => saveBlock(visit, { number: n, block: 1, beganFrom: 1, why: '', source: 'едно\n\nи половина' }), coordinator)
  expect((await store.reading((reader) => listBlocks(reader, { text: id, version: 2 }))).map(({ block, source }) => [block, source])).toEqual([[1, 'едно'], [3, 'и половина'], [2, 'две']])
  await act((visit) => saveBlock(visit, { number: n, block: 3, beganFrom: 2, why: 'излишно', source: '' }), coordinator)
  expect((await store.reading((reader) => findText(reader, { number: n })))?.nextBlock).toBe(4)
  expect((await store.reading((reader) => listTextVersions(reader, id))).map(({ version, why }) => [version, why])).toEqual([[3, 'излишно'], [2, ''], [1, '']])
})
