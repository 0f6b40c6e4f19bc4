// A person is erased over a real database: their words as the process declared, their name nowhere, every count as it was.
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { giveConsent } from '#areas/people/contacts/write.ts'
import { makeRemoveFilesJob } from '#areas/people/privacy/commands.ts'
import { contactPart } from '#areas/people/privacy/commands/own-parts.ts'
import { erasePerson } from '#areas/people/privacy/write.ts'
import { makeProcess } from '#areas/participation/processes/write.ts'
import { followPart } from '#areas/participation/subscriptions/commands/personal-part.ts'
import { rows } from '#store/ask.ts'
import { findThings } from '#store/search.ts'
import { testStore } from '#test/database.ts'
import { proposalPart } from '#areas/participation/proposals/commands/personal-part.ts'
import { findContribution } from '#areas/participation/proposals/read.ts'
import { leftBehind } from '#test/left-behind.ts'
import { makeActs, staff } from '#test/participation.ts'
import { changePublicText, moveContribution } from '#areas/participation/proposals/write.ts'
import { giveArgument, settleArgument, supportContribution } from '#areas/participation/proposals/write/support.ts'

const store = await testStore()
const now = new Date('2026-11-25T10:00:00Z')
const { act, person, submit } = await makeActs(store, now)
const parts = [proposalPart, followPart, contactPart]
const erase = (contact: Awaited<ReturnType<typeof person>>) => store.writing((writer) => erasePerson({ writer, now, by: 'person' }, { contact, parts }))
const coordinator = { who: staff('coordinator') }
const counts = () => store.reading((reader) => rows(reader, sql`
  select (select count(*) from participation.contribution) as received, (select jsonb_object_agg(state, n) from (select state, count(*) as n from participation.contribution group by state) s) as states,
    (select sum(supports) from participation.contribution) as supports, (select sum(arguments_for + arguments_against) from participation.contribution) as arguments, (select count(*) from participation.contribution where decision is not null) as answers`), { as: 'staff' })
const left = async (pattern: RegExp) => (await leftBehind(store, pattern)).found
const published = async (text: string, author: Awaited<ReturnType<typeof person>>, name: string, more: object = {}) => {
  const it = await submit({ title: 'Зарядни станции', text, author, name, choice: 'name', ...more })
  await act((visit) => moveContribution(visit, { id: it.id, act: 'publish' }), coordinator)
  return it
}

test('GD4 a published text stays without its author, no count changes, and a search finds neither name nor address', async () => {
  const author = await person('boyan.erased@example.bg', 'Боян Заличков'), other = await person('stays@example.bg', 'Остава')
  await store.writing((writer) => giveConsent(writer, { contact: author, purpose: 'publishName', how: 'web', now }))
  const own = await published('Аз, Боян  Заличков (boyan.erased@example.bg), искам зарядни станции до гарата.', author, 'Боян Заличков')
  await act((visit) => changePublicText(visit, { id: own.id, title: 'Зарядни станции', text: 'Аз, Боян Заличков, искам зарядни станции до гарата и пазара.', why: 'по молба на автора' }), coordinator)
  const others = await published('Да се почистят каналите край реката преди пролетта.', other, 'Остава')
  await act((visit) => supportContribution(visit, { id: others.id, contact: author, assurance: 'email' }))
  const argument = await act((visit) => giveArgument(visit, { id: others.id, side: 'for', text: 'Аз, Боян Заличков, видях наводнението.', language: 'bg', contact: author, name: 'Боян Заличков', choice: 'name', confirmed: 'yes' }))
  await act((visit) => settleArgument(visit, { argument: (argument as { argument: string }).argument, to: 'published' }), coordinator)
  const before = await counts()
  expect((await left(/Заличков|boyan\.erased/)).length).toBeGreaterThanOrEqual(5)
  expect(await erase(author)).toBeDefined()
  expect(await counts()).toEqual(before)
  expect(await left(/Заличков|boyan\.erased/i)).toEqual([])
  expect(await store.reading((reader) => findContribution(reader, own.number))).toMatchObject({ authorShown: null, text: 'Аз, [заличено име], искам зарядни станции до гарата и пазара.', state: 'published' })
  expect(await store.reading((reader) => findContribution(reader, others.number))).toMatchObject({ supports: 1, argumentsFor: 1 })
  expect(await erase(author)).toBeUndefined()
})
test('GD4 where the process declares it, the text goes too: the number, its state and its answer stay', async () => {
  const author = await person('milena.goes@example.bg', 'Милена Отиваща')
  const process = await act((visit) => makeProcess(visit, { slug: 'goes', kind: 'call', state: 'published', title: { bg: 'Покана', en: 'Call' }, says: { bg: 'Какво', en: 'What' }, opensAt: new Date('2026-11-01T00:00:00+02:00'), closesAt: new Date('2026-12-31T00:00:00+02:00'), anonymousAllowed: true, counts: 'email', moderation: 'before', answersByOthers: false, keepsText: false, unit: '', dueDays: 60 }))
  const own = await published('Пчеларите от Мъглиж искат изкупвателен пункт за восък.', author, 'Милена Отиваща', { process })
  const refused = await submit({ title: 'Чака', text: 'Още едно предложение на Милена Отиваща за пчелите.', author, name: 'Милена Отиваща', process })
  const before = await counts()
  const found = async () => (await store.reading((reader) => findThings(reader, { words: 'изкупвателен восък', language: 'bg', limit: 5, who: 'everyone' }))).total
  expect(await found()).toBe(1)
  await erase(author)
  expect(await found()).toBe(0)
  expect(await left(/Отиваща|milena\.goes|изкупвателен/i)).toEqual([])
  expect(await store.reading((reader) => findContribution(reader, own.number))).toMatchObject({ number: own.number, state: 'published', text: '' })
  const [{ received = 0 } = {}, [{ received: were = 0 } = {}]] = [(await counts())[0] as { received?: number }, before as { received?: number }[]]
  expect(received).toBe(were)
  expect((await store.reading((reader) => rows(reader, sql<{ state: string }>`select state from participation.contribution where id = ${refused.id}`), { as: 'staff' }))[0]?.state).toBe('withdrawn')
})
test('GD3 the files a person sent go from the folder, unless somebody else sent the same bytes', async () => {
  const author = await person('files@example.bg', 'Филип Файлов'), other = await person('same@example.bg', 'Друг')
  const alone = await store.files.keep(Buffer.from('само мое: Филип Файлов')), both = await store.files.keep(Buffer.from('същите байтове'))
  const attach = (contact: typeof author, text: string, files: readonly { readonly sha256: string; readonly size: number }[]) => submit({ title: 'С файл', text, author: contact, name: 'Име', attachments: files.map((file, index) => ({ ...file, name: `файл${index}.txt`, mediaType: 'text/plain', open: false })) })
  await attach(author, 'Предложение с приложени файлове за обсъждане.', [alone, both])
  await attach(other, 'Друго предложение с приложен файл за обсъждане.', [both])
  await erase(author)
  await makeRemoveFilesJob({ personal: parts })(store)
  expect([await store.files.find(alone.sha256), await store.files.find(both.sha256)]).toEqual([undefined, both])
})
