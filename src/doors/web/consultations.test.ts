// Texts and consultations through the web door, scripts off: import with preview, opening, commenting a sentence, the next draft.
import { expect, test } from 'vitest'
import { openAccount } from '#areas/people/accounts/write.ts'
import { findConsultation, findDraft } from '#areas/participation/consultations/read.ts'
import { exampleText } from '#areas/participation/texts/rules/example.ts'
import { cutIntoBlocks } from '#areas/participation/texts/rules/cut.ts'
import { toTextDocument } from '#areas/participation/texts/views/document.ts'
import { confirmContribution, moveContribution } from '#areas/participation/proposals/write.ts'
import { findContribution } from '#areas/participation/proposals/read.ts'
import { visitor } from '#kernel/who.ts'
import { readTextFile } from '#sources/word-text.ts'
import { listLetters } from '#store/outbox.ts'
import { testStore } from '#test/database.ts'
import { makeActs, staff } from '#test/participation.ts'
import { openDocumentTools } from './documents/tools.ts'
import { writeDocument } from '#ui/documents/write-document.ts'
import { consultationPages } from './consultation-pages.ts'
import { testApp } from './test-app.ts'
import { postForm } from './test-forms.ts'

const store = await testStore()
let now = new Date('2026-11-25T10:00:00Z'), looks = 0
/** Nobody fills a form within three seconds: every look at the clock is four seconds later. */
const { app, signedInAs } = testApp(store, {
  clock: () => new Date(now.getTime() + 4000 * looks++), more: () => consultationPages,
  open: (at, person) => at.writing(async (writer) => {
    const opened = await openAccount({ who: visitor, writer, now }, { ...person, language: 'bg' })
    if (!opened.ok) throw new Error(opened.problem.text.en)
    return opened.value
  }),
})
const maria = await signedInAs('coordinator', 'Мария Петрова')
const { act } = await makeActs(store, now)
const textOf = async (path: string, cookie?: string): Promise<string> => (await app.request(path, { headers: cookie === undefined ? {} : { cookie } })).text()
const send = (path: string, fields: Record<string, string>, cookie = maria.cookie) => postForm(app, path, fields, cookie === '' ? {} : { cookie })

test('CO5 the example file of the help page imports, from Word and from Markdown, with the same headings, lists and tables', async () => {
  const document = toTextDocument({ language: 'bg', kicker: 'Posoka', title: 'Пример', subtitle: '', says: 'Пример', body: '', asOf: { day: '2026-01-01', words: '' }, address: '/bg', blocks: cutIntoBlocks(exampleText).map((block, index) => ({ ...block, block: index + 1 })) })
  const word = await readTextFile(await writeDocument(document, 'docx', openDocumentTools()))
  const markdown = await readTextFile(new TextEncoder().encode(exampleText))
  if (!word.ok || !markdown.ok) throw new Error('the example does not import')
  const kinds = (text: string) => cutIntoBlocks(text).map(({ kind }) => kind)
  expect(kinds(markdown.value)).toEqual(['heading', 'paragraph', 'heading', 'paragraph', 'list', 'heading', 'list', 'table', 'paragraph'])
  for (const kind of ['heading', 'list', 'table'] as const) expect(kinds(word.value).filter((one) => one === kind).length, kind).toBe(kinds(markdown.value).filter((one) => one === kind).length)
  expect(word.value).toContain('работилница за млади хора')
  expect(word.value).toContain('| Ремонт на сградата | 2027 г. | общински бюджет |')
})
test('what only says that it is Word, and what hides script in it, is refused or becomes letters', async () => {
  expect(await readTextFile(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))).toMatchObject({ ok: false })
  expect(await readTextFile(new Uint8Array([0xff, 0xfe, 0, 0, 1]))).toMatchObject({ ok: false })
})
test('CO1, CO5 a text is imported with a preview, kept, consulted on and opened; visitors see nothing of it before', async () => {
  const nothing = await send('/bg/participation/texts/new', { title_bg: 'Проект', title_en: '', source: 'едно' })
  expect([nothing.status, (await nothing.text()).includes('едно')]).toEqual([400, true])
  const made = await send('/bg/participation/texts/new', { title_bg: 'Проект на план', title_en: 'Draft plan', language: 'bg', source: '# Цели\n\nШколата отваря догодина. Тя е за млади хора.\n\n<script>alert(1)</script> и **важно**\n\nМярката започва през 2027 г.' })
  expect(made.headers.get('location')).toContain('/bg/participation/texts/1/preview')
  const preview = await textOf('/bg/participation/texts/1/preview', maria.cookie)
  expect(preview).toContain('1 заглавие')
  expect(preview).not.toContain('<script>alert')
  expect((await send('/bg/participation/texts/1/preview', { does: 'keep' })).status).toBe(303)
  expect((await app.request('/bg/participation/texts/1')).status).toBe(303)
  const fields = {
    text: '1', version: '0', title_bg: 'Проект на план', title_en: 'Draft plan', says_bg: 'Какво предлагаме.', says_en: 'What we propose.', level: 'municipal', act_type: 'Ненормативен акт', policy_area: 'Развитие', institution: 'Община Липова',
    ways_bg: 'Тук.', ways_en: 'Here.', contacts: 'Иван', opens_on: '25.11.2026', closes_on: '10.12.2026',
  }
  const short = await send('/bg/participation/consultations/new?text=1', fields)
  expect([short.status, (await short.text()).includes('Под 30 дни напишете защо')]).toEqual([400, true])
  expect((await send('/bg/participation/consultations/new?text=1', { ...fields, closes_on: '28.12.2026' })).headers.get('location')).toContain('/participation/consultations/proekt-na-plan')
  expect((await app.request('/bg/participation/consultations/proekt-na-plan')).status).toBe(404)
  expect(await textOf('/bg/participation/consultations')).toContain('Още няма обществено обсъждане')
  expect((await send('/bg/participation/consultations/proekt-na-plan', { does: 'open' })).status).toBe(303)
  const draft = await textOf('/bg/participation/consultations/proekt-na-plan')
  expect(draft).toContain('Остават 33 дни')
  expect(draft).toContain('/bg/participation/consultations/proekt-na-plan/blocks/2')
  expect(draft).not.toContain('<script>alert')
  const frozen = await store.reading(async (reader) => findDraft(reader, { id: (await findConsultation(reader, { slug: 'proekt-na-plan', who: 'everyone' }))?.id ?? ('' as never), draft: 1 }))
  expect(draft).toContain(frozen?.hash ?? 'no hash')
})
test('CO6 scripts off: the page of a block quotes it, offers its sentences, and takes a comment with what was typed kept on every error', async () => {
  const path = '/bg/participation/consultations/proekt-na-plan/blocks/2', page = await textOf(path)
  expect(page).toContain('Школата отваря догодина.')
  expect(page).toContain('type="radio"')
  const wrong = await send(path, { sentence: '1', says: 'Нека е за всички.', wording: '', name: 'Вера <b>', email: 'vera', choice: 'initials', kind: 'person' }, '')
  const again = await wrong.text()
  expect([wrong.status, again.includes('Нека е за всички.'), again.includes('Адресът не е пълен'), again.includes('<b>')]).toEqual([400, true, true, false])
  const sent = await send(path, { sentence: '1', says: 'Нека е за всички.', wording: 'Тя е за всички хора.', name: 'Вера Илиева', email: 'vera@example.bg', choice: 'initials', kind: 'person' }, '')
  expect(sent.headers.get('location')).toContain('?sent=2026-0001')
  expect(await textOf(path)).not.toContain('Нека е за всички.')
  const [letter] = (await store.reading((reader) => listLetters(reader, { limit: 5 }), { as: 'staff' })).filter(({ toAddress }) => toAddress === 'vera@example.bg')
  expect(letter?.body).toContain('/bg/participation/confirm/')
  const id = (await store.reading((reader) => findContribution(reader, '2026-0001')))?.id
  if (id === undefined) throw new Error('not there')
  await act((visit) => confirmContribution(visit, id))
  await act((visit) => moveContribution(visit, { id, act: 'publish' }), { who: staff('coordinator') })
  const shown = await textOf(path)
  expect(shown).toContain('<mark class="p-quote">Тя е за млади хора.</mark>')
  expect(shown).toContain('В. И.')
  expect(shown).toMatch(/<del>.*млади.*<\/del>/)
})
test('CO7 after the end the form is gone for visitors and there for colleagues; what they enter late is marked', async () => {
  now = new Date('2026-12-30T10:00:00Z')
  const path = '/bg/participation/consultations/proekt-na-plan/blocks/4'
  expect(await textOf(path)).toContain('не приема бележки')
  const refused = await send(path, { says: 'Късно е.', name: 'Вера', email: 'vera@example.bg', choice: 'citizen', kind: 'person' }, '').catch((problem: Error) => problem)
  expect(refused instanceof Error || refused.status === 400).toBe(true)
  expect((await send(path, { says: 'Дошло с писмо.', name: '', choice: 'citizen', kind: 'person', channel: 'post', received_on: '29.12.2026' })).status).toBe(303)
  expect(await store.reading((reader) => findContribution(reader, '2026-0002'))).toMatchObject({ late: true, channel: 'post' })
})
test('CO4 the page of changes shows each comment in its place with what became of the passage', async () => {
  expect((await send('/bg/participation/texts/1/edit', { began_from: '1', title_bg: 'Проект на план', title_en: 'Draft plan', source: '# Цели\n\nШколата отваря догодина. Тя е за всички хора.\n\nМярката започва през 2027 г.\n\nНов абзац.', why: '' })).status).toBe(303)
  const conflict = await send('/bg/participation/texts/1/edit', { began_from: '1', title_bg: 'Проект на план', title_en: 'Draft plan', source: 'моето', why: '' })
  const both = await conflict.text()
  expect([conflict.status, both.includes('моето'), both.includes('всички хора')]).toEqual([400, true, true])
  expect(await textOf('/bg/participation/texts/1/changes/1', maria.cookie)).toContain('Продължава в точки')
  expect((await send('/bg/participation/consultations/proekt-na-plan/new-draft', { says_bg: 'Школата е за всички.', says_en: 'The school is for all.' })).status).toBe(303)
  const changes = await textOf('/bg/participation/consultations/proekt-na-plan/changes')
  for (const words of ['Какво се промени след обсъждането', 'Точката е променена. Бележката остава при стария текст.', 'Цитираните думи вече ги няма в този вид.', 'Нека е за всички.', 'отпаднала']) expect(changes).toContain(words)
  expect(await textOf('/bg/participation/consultations/proekt-na-plan')).toContain('Какво се промени')
  expect(await textOf('/en/participation/consultations/proekt-na-plan/changes')).toContain('What changed after the consultation')
})
test('NP4 the page for the portal shows every field and sends nothing', async () => {
  const page = await textOf('/bg/participation/consultations/proekt-na-plan/portal', maria.cookie)
  for (const words of ['Начини за изпращане на български', 'Отговорно звено', 'липсва, а порталът го изисква', 'Справка за предложенията или съобщение, че няма']) expect(page).toContain(words)
  expect((await app.request('/bg/participation/consultations/proekt-na-plan/portal')).status).toBe(303)
})
