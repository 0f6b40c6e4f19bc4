// The same words by every way in: the web form, a letter by mail, paper, a table, a file of Decidim, the portal. One act takes them all.
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { takeIn } from '#areas/participation/correspondence/commands/take-in.ts'
import { takeInFile, takeInLetter } from '#areas/participation/intake/commands.ts'
import { findDraft } from '#areas/participation/intake/read.ts'
import { judgeRows, readTableRows } from '#areas/participation/intake/rules/table.ts'
import { takeDraftRows } from '#areas/participation/intake/write/drafts.ts'
import type { Incoming } from '#areas/participation/intake/rules/incoming.ts'
import { toCsvFile } from '#kernel/csv.ts'
import { rows } from '#store/ask.ts'
import { testStore } from '#test/database.ts'
import { bySmtp, mailDesk, makeLetter } from '#test/mail-desk.ts'
import { makeActs, staff } from '#test/participation.ts'
import { starter } from '#test/starter.ts'
import { participationPages } from './participation-pages.ts'
import { publicPages } from './public/pages.ts'
import { testApp } from './test-app.ts'
import { postForm } from './test-forms.ts'

const store = await testStore({ seed: starter })
const now = new Date()
const { act, standing } = await makeActs(store, now)
const clock = { skip: 0 }
const { app } = testApp(store, { clock: () => new Date(Date.now() + clock.skip), more: (desk) => [...publicPages(), ...participationPages(desk.origin)], open: () => Promise.reject(new Error('nobody signs in here')) })
const clerk = staff('coordinator', 7)
const asker = { store, who: clerk, language: 'bg' as const, now }
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Sofia' }).format(now).split('-').reverse().join('.')

const inputs = [
  { title: 'Стажове за ученици', text: 'Да има платени стажове за учениците от професионалните гимназии.' },
  { title: 'Мост „Тунджа“', text: 'Мостът е опасен.\n\nНека се ремонтира през лятото; после ще е късно.' },
  { title: 'Такса <3%>', text: 'Таксата да е < 3 % и да се плаща "онлайн", а не на гише.' },
  { title: 'Сметки, сметки', text: 'Цената на тока, водата и парното е 1,5 пъти по-висока; помогнете на малките фирми.' },
]
type Door = (input: (typeof inputs)[number], at: number) => Promise<void>
const post = async (path: string, fields: Record<string, string>, at: number): Promise<Response> => {
  const time = /name="form_time" value="([^"]*)"/.exec(await (await app.request(path)).text())?.[1] ?? ''
  clock.skip = 5_000
  const answer = await postForm(app, path, { form_time: time, ...fields }, { address: `192.0.2.${at + 1}` })
  clock.skip = 0
  return answer
}
const bring = async (kind: 'table' | 'decidim' | 'portalCsv', text: string): Promise<void> => {
  const answer = await takeInFile(asker, { kind, input: { process: standing.id, files: [{ name: 'f.csv', mediaType: 'text/csv', bytes: new TextEncoder().encode(text) }] } })
  const draft = await store.reading((reader) => findDraft(reader, answer.kind === 'see' ? (answer.path.split('/').at(-1) ?? '') : ''), { as: 'staff' })
  if (draft === undefined) throw new Error(JSON.stringify(answer))
  const words = { municipalities: [], sectors: [], topics: [], today: today.split('.').reverse().join('-') }
  const read = draft.content.is === 'sheet' && draft.mapping !== null ? readTableRows(draft.content.rows, { mapping: draft.mapping, words }) : draft.content.is === 'rows' ? draft.content : { rows: [] as Incoming[], problems: [] }
  const judged = judgeRows(read)
  if (!judged.ok) throw new Error(judged.problem[0]?.text.en)
  await act((visit) => takeDraftRows(visit, { draft, rows: judged.value }), { who: clerk })
}
const desk = mailDesk(store, { now: () => now })
const doors: Readonly<Record<string, Door>> = {
  web: async ({ title, text }, at) => {
    const answer = await post('/bg/participation/proposals/new', { process: 'standing', title, text, name: 'Петя', email: `web${at}@lipova.example`, choice: 'citizen', municipality: '', place: '', for_whom: '', sector: '', indicator: '' }, at)
    const review = answer.headers.get('location') ?? ''
    expect([answer.status, (await post(review, { does: 'send' }, at)).status]).toEqual([303, 303])
  },
  email: async ({ title, text }, at) => { await takeIn(desk, [bySmtp(makeLetter({ id: `door${at}@abv.example`, from: `Петя <mail${at}@abv.example>`, subject: title, text }))]) },
  paper: async ({ title, text }) => { await takeInLetter(asker, { paper: { process: standing.id, channel: 'paper', title, text, author: 'Петя', organisation: 'no', consent: 'none', municipality: null, sector: null, datedOn: null, receivedOn: today.split('.').reverse().join('-'), registryNumber: '', illegible: 'no', inPerson: 'no' }, file: null }) },
  table: ({ title, text }) => bring('table', toCsvFile([['заглавие', 'текст', 'дата', 'автор'], [title, text, today, 'Петя']], { separator: ';', mark: 'withMark' })),
  decidim: ({ title, text }, at) => bring('decidim', toCsvFile([['id', 'title/bg', 'body/bg', 'published_at', 'author/name'], [String(at), title, text, today.split('.').reverse().join('-'), 'Елена']], { separator: ';', mark: 'plain' })),
}
type Row = { title: string; text: string; kind: string; process: string; language: string; hash: string; hasAuthor: boolean; receivedOn: string }
test('G1 one table of words through every door gives equal rows: web form, letter by mail, paper, table, Decidim', async () => {
  const found: Record<string, readonly Row[]> = {}
  for (const [name, door] of Object.entries(doors)) {
    const before = new Set((await store.reading((reader) => rows<{ number: string }>(reader, sql`select number from participation.contribution`), { as: 'staff' })).map(({ number }) => number))
    for (const [at, input] of inputs.entries()) await door(input, at)
    found[name] = (await store.reading((reader) => rows<Row & { number: string }>(reader, sql`
      select number, title_received as title, text_received as text, kind, process, language, encode(received_hash, 'hex') as hash, author is not null as has_author, received_on::text as received_on from participation.contribution order by number`), { as: 'staff' }))
      .filter(({ number }) => !before.has(number)).map(({ number: _, ...row }) => row)
  }
  for (const name of Object.keys(doors)) expect({ name, rows: found[name] }).toEqual({ name, rows: found.web })
  expect(found.web?.map(({ title, text }) => ({ title, text }))).toEqual(inputs)
}, 120_000)
