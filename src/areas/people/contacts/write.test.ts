// People without an account: one address one voice, links that act once, consents per purpose.
import { expect, test } from 'vitest'
import { testStore } from '#test/database.ts'
import { findLink, getContact, listConsents } from './read.ts'
import { emailKey, isEmail, shownAuthor } from './rules.ts'
import { confirmContact, findOrMakeContact, giveConsent, makeLink, useLink, withdrawConsent } from './write.ts'

const store = await testStore()
const now = new Date('2026-11-25T10:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const make = (email: string | null, name: string | null = 'Иван') => store.writing((writer) => findOrMakeContact(writer, { name, email, language: 'bg', now }))
const contact = async (id: Parameters<typeof getContact>[1]) => store.reading((reader) => getContact(reader, id), { as: 'staff' })

test('ID5 one address is one voice, whatever its case and tag', async () => {
  const one = await make('A.B+x@Example.bg')
  const two = await make('a.b@example.bg')
  expect([two.contact, two.isNew]).toEqual([one.contact, false])
  expect(emailKey('A.B+x@Example.bg')).toBe('a.b@example.bg')
  expect((await make('ab@example.bg')).isNew).toBe(true)
  expect((await make(null)).contact).not.toBe((await make(null)).contact)
})
test('a confirmed name is not overwritten by who only types the address', async () => {
  const { contact: id } = await make('vera@example.bg', 'Вера')
  await make('vera@example.bg', 'Вера Илиева')
  expect((await contact(id))?.name).toBe('Вера Илиева')
  await store.writing((writer) => confirmContact(writer, { contact: id, now }))
  await make('vera@example.bg', 'Друг')
  expect((await contact(id))?.name).toBe('Вера Илиева')
})
test('ID2 a link acts once, for its purpose, until its end; looking at it changes nothing', async () => {
  const { contact: id } = await make('link@example.bg')
  const { secret } = await store.writing((writer) => makeLink(writer, { purpose: 'confirm', contact: id, about: null, lastsMinutes: 10, now }))
  expect(secret.length).toBeGreaterThanOrEqual(43)
  const look = (purpose: string, at: Date) => store.reading((reader) => findLink(reader, { secret, purpose, now: at }), { as: 'staff' })
  expect(await look('confirm', now)).toEqual(await look('confirm', now))
  expect([await look('mine', now), await look('confirm', later(10)), await store.reading((reader) => findLink(reader, { secret: `${secret}x`, purpose: 'confirm', now }), { as: 'staff' })]).toEqual([undefined, undefined, undefined])
  const used = await Promise.all([1, 2, 3].map(() => store.writing((writer) => useLink(writer, { secret, purpose: 'confirm', now }))))
  expect(used.filter((one) => one !== undefined)).toEqual([{ contact: id, about: null }])
  expect(await look('confirm', now)).toBeUndefined()
})
test('ID2 the secret itself is nowhere in the database', async () => {
  const { contact: id } = await make('secret@example.bg')
  const { secret } = await store.writing((writer) => makeLink(writer, { purpose: 'mine', contact: id, about: null, lastsMinutes: 30, now }))
  const rows = await store.reading((reader) => reader.withTables<{ 'people.contactLink': { hash: Buffer; purpose: string } }>().selectFrom('people.contactLink').selectAll().execute(), { as: 'staff' })
  expect(JSON.stringify(rows)).not.toContain(secret)
})
test('ST2 withdrawing one purpose withdraws only that one', async () => {
  const { contact: id } = await make('consent@example.bg')
  await store.writing(async (writer) => {
    for (const purpose of ['newsletter', 'panel', 'newsletter'] as const) await giveConsent(writer, { contact: id, purpose, how: 'web', now })
  })
  const given = await store.reading((reader) => listConsents(reader, id), { as: 'staff' })
  expect(given.map(({ purpose }) => purpose).sort()).toEqual(['newsletter', 'panel'])
  const newsletter = given.find(({ purpose }) => purpose === 'newsletter')?.id ?? ''
  expect(await store.writing((writer) => withdrawConsent(writer, { contact: id, id: newsletter, now }))).toBe('withdrawn')
  expect(await store.writing((writer) => withdrawConsent(writer, { contact: id, id: newsletter, now }))).toBe('not there')
  expect((await store.reading((reader) => listConsents(reader, id), { as: 'staff' })).filter(({ withdrawnAt }) => withdrawnAt === null).map(({ purpose }) => purpose)).toEqual(['panel'])
})
test('GD1 the role of public pages cannot look at a person', async () => {
  for (const table of ['people.contact', 'people.contactConsent', 'people.contactLink', 'people.organisation'] as const)
    await expect(store.reading((reader) => reader.withTables<Record<string, { id: string }>>().selectFrom(table).select((of) => of.fn.countAll().as('n')).execute())).rejects.toMatchObject({ code: '42501' })
})
test('an author is shown as agreed', () => {
  const shown = (name: string | null, choice: 'name' | 'initials' | 'citizen') => shownAuthor({ name, choice })
  expect([shown('Иван Петров Стоянов', 'initials'), shown('Анна-Мария Илиева', 'initials'), shown('Иван', 'citizen'), shown('Иван', 'name'), shown(null, 'name'), shown('123', 'initials')])
    .toEqual(['И. П. С.', 'А.-М. И.', null, 'Иван', null, null])
  expect(['a@b.bg', 'a+b@c.co.uk', 'a@b', 'a b@c.bg', '"x"@c.bg', 'a@b.bg\r\nBcc: x@y.bg'].map(isEmail)).toEqual([true, true, false, false, false, false])
})
