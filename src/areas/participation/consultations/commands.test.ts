// Publishing at the national portal, against a small server of the test: dry run, refusal under HTTP 200, acceptance.
import { createServer } from 'node:http'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { testStore } from '#test/database.ts'
import { makeActs, staff } from '#test/participation.ts'
import { cutIntoBlocks } from '#areas/participation/texts/rules/cut.ts'
import { makeText } from '#areas/participation/texts/write.ts'
import { commands, portalAccess, publishAtPortal, remindJob } from './commands.ts'
import { findConsultation } from './read.ts'
import type { Fields } from './rules.ts'
import { openConsultation, prepareConsultation } from './write.ts'

const store = await testStore()
const now = new Date('2026-11-25T10:00:00Z')
const { act } = await makeActs(store, now)
const fields: Fields = {
  level: 'municipal', actType: 'Ненормативен акт', policyArea: 'Развитие', institution: 'Община Липова', unit: 'Отдел', registrationNumber: '', programme: '', title: { bg: 'План', en: 'Plan' }, says: { bg: 'Какво', en: 'What' },
  ways: { bg: 'Тук', en: 'Here' }, contacts: 'Иван', shortTermReason: { bg: '', en: '' }, opensOn: '2026-11-25', closesOn: '2026-12-28',
}
const { id: text } = await act((visit) => makeText(visit, { title: { bg: 'План', en: 'Plan' }, language: 'bg', state: 'current', blocks: cutIntoBlocks('# А\n\nб') }), { who: staff('coordinator') })
await act((visit) => prepareConsultation(visit, { text, fields }), { who: staff('coordinator') })

const asked: { readonly path: string; readonly body: unknown; readonly token: string | undefined }[] = []
let answer: unknown = { id: 1 }
const server = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8').on('data', (part: string) => { body += part }).on('end', () => {
    asked.push({ path: request.url ?? '', body: JSON.parse(body) as unknown, token: request.headers.authorization })
    response.setHeader('content-type', 'application/json').end(JSON.stringify(request.url === '/api/login' ? { token: 'secret-token' } : answer))
  })
})
await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
const address = server.address()
const access = { email: 'a@b.bg', password: 'p', home: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}` }
beforeEach(() => { asked.length = 0 })
afterAll(() => { server.close() })
const send = () => publishAtPortal(store, { slug: 'plan', access, now })

test('NP4 in a dry run every field is shown and nothing leaves', async () => {
  const [command] = commands
  const said = await command?.run({ line: { one: () => 'plan', has: () => false }, store, language: 'bg', now: () => now } as never)
  expect(JSON.stringify(said)).toContain('proposal_ways_bg')
  expect(asked).toEqual([])
})
test('NP4 nothing is offered where no credentials are set', () => {
  expect(portalAccess({})).toBeNull()
  expect(portalAccess({ POSOKA_PORTAL_EMAIL: 'a@b.bg', POSOKA_PORTAL_PASSWORD: '' })).toBeNull()
})
test('NP4 a consultation that is not open here does not leave', async () => {
  expect(await send()).toEqual({ ok: false, why: 'notFound' })
  expect(asked).toEqual([])
  await act((visit) => openConsultation(visit, { slug: 'plan' }), { who: staff('coordinator') })
})
test('NP4 a refusal under HTTP 200 is told field by field and nothing is noted as published', async () => {
  answer = { error: { contacts: ['Полето е задължително.'] } }
  expect(await send()).toEqual({ ok: false, refused: [{ key: 'contacts', says: 'Полето е задължително.' }] })
  expect((await store.reading((reader) => findConsultation(reader, { slug: 'plan', who: 'everyone' })))?.portalId).toBeNull()
})
test('NP4 what is taken is noted with its number, once', async () => {
  answer = { id: 8256 }
  expect(await send()).toEqual({ ok: true, id: '8256' })
  expect(asked.map(({ path, token }) => [path, token])).toEqual([['/api/login', undefined], ['/api/consultations', 'Bearer secret-token']])
  expect(asked[1]?.body).toMatchObject({ title_bg: 'План', open_from: '2026-11-25' })
  expect(await send()).toEqual({ ok: false, why: 'already' })
})
test('the clock reminds of an end that is near', async () => {
  await remindJob(store, new Date('2026-12-27T06:00:00Z'))
  expect((await store.reading((reader) => findConsultation(reader, { slug: 'plan', who: 'everyone' })))?.remindedAt).not.toBeNull()
})
