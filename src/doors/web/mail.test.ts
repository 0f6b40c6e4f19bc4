// Letters through the web door: brought in as files, looked at, decided about; nobody else sees them.
import { expect, test, describe } from 'vitest'
import { openAccount } from '#areas/people/accounts/write.ts'
import { listMail } from '#areas/participation/correspondence/read.ts'
import { visitor } from '#kernel/who.ts'
import { listLetters } from '#store/outbox.ts'
import { testStore } from '#test/database.ts'
import { keptLetter, makeLetter } from '#test/mail-desk.ts'
import { starter } from '#test/starter.ts'
import { participationPages } from './participation-pages.ts'
import { testApp } from './test-app.ts'
import { postForm } from './test-forms.ts'

const store = await testStore({ seed: starter })
const { app, signedInAs } = testApp(store, {
  more: (desk) => participationPages(desk.origin),
  open: (at, person) => at.writing(async (writer) => {
    const opened = await openAccount({ who: visitor, writer, now: new Date() }, { ...person, language: 'bg' })
    if (!opened.ok) throw new Error(opened.problem.text.en)
    return opened.value
  }),
})
const { cookie } = await signedInAs('coordinator')
const textOf = async (path: string, who = cookie): Promise<string> => (await app.request(path, { headers: { cookie: who } })).text()
const bring = (raw: Buffer, fields: Record<string, string> = {}) => postForm(app, '/bg/participation/mail/upload', { ...fields, file: new File([new Uint8Array(raw)], 'pismo.eml') }, { cookie })
const newest = async () => {
  const [mail] = await store.reading((reader) => listMail(reader, { state: null, limit: 1, offset: 0 }), { as: 'staff' })
  if (mail === undefined) throw new Error('no letter came')
  return mail
}

test('without letters the page says what will stand here and what to do', async () => {
  expect(await textOf('/bg/participation/mail')).toContain('Тук ще стоят писмата, дошли по имейл')
})
test('EM1 a saved letter becomes the same as by the mailbox, and its sender is answered only where that was asked for', async () => {
  expect((await bring(keptLetter('01-windows-1251-8bit'))).status).toBe(303)
  const quiet = await newest()
  expect(quiet).toMatchObject({ state: 'contribution', door: 'upload', text: 'Здравейте, предлагам велоалея от гарата до индустриалната зона. Много хора ходят на работа с колело.', answeredAt: null })
  await bring(makeLetter({ id: 'asked@abv.example', from: 'Мария <maria@abv.example>', text: 'Предлагам нова детска площадка в квартала.' }), { answer: 'yes' })
  expect((await newest()).answeredAt).not.toBeNull()
  const letters = await store.reading((reader) => listLetters(reader, { limit: 50 }), { as: 'staff' })
  expect(letters.filter(({ kind }) => kind === 'participation.mailReceived').map(({ toAddress }) => toAddress)).toEqual(['maria@abv.example'])
})
test('EM1 a mailbox of three letters is three letters, and brought in again it is none', async () => {
  const mbox = Buffer.concat([1, 2, 3].flatMap((at) => [Buffer.from(`From p${at}@abv.example Wed Nov 25 11:00:00 2026\r\n`), makeLetter({ id: `box${at}@abv.example`, from: `Ч <p${at}@abv.example>`, text: `Предложение ${at} за пейка.\r\n>From горе се вижда.` }), Buffer.from('\r\n')]))
  const before = (await store.reading((reader) => listMail(reader, { state: null, limit: 500, offset: 0 }), { as: 'staff' })).length
  await bring(mbox)
  const mails = await store.reading((reader) => listMail(reader, { state: null, limit: 500, offset: 0 }), { as: 'staff' })
  expect(mails.length).toBe(before + 3)
  expect((await bring(mbox)).headers.get('location')).toContain('/bg/participation/mail')
  expect((await store.reading((reader) => listMail(reader, { state: null, limit: 500, offset: 0 }), { as: 'staff' })).length).toBe(before + 3)
})
test('a file that is no letter is refused with a sentence beside the field', async () => {
  const answer = await bring(Buffer.from('col1,col2\n1,2\n'))
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('Това не е писмо.')
})

describe('a letter that waits', () => {
  test('EM case 7 shows its reason; a colleague makes it a proposal of its sender and may answer by hand', async () => {
    await bring(keptLetter('07-asks-for-no-answer'))
    const mail = await newest()
    const path = `/bg/participation/mail/${mail.id}`
    expect(await textOf(path)).toContain('Подателят иска да не му се отговаря автоматично.')
    expect((await postForm(app, path, { does: '' }, { cookie })).status).toBe(400)
    const wrong = await postForm(app, path, { does: 'attach', number: '2026-9999', why: 'моята бележка' }, { cookie })
    expect(wrong.status).toBe(400)
    expect(await wrong.text()).toMatch(/Няма предложение с номер 2026-9999\.[\s\S]*моята бележка/)
    expect((await postForm(app, path, { does: 'contribution', number: '', why: '', answer: 'yes' }, { cookie })).status).toBe(303)
    const settled = await textOf(path)
    expect(settled).toContain('Решено от служител')
    expect(settled).toMatch(/participation\/proposals\/\d{4}-\d{4}/)
    const letters = await store.reading((reader) => listLetters(reader, { limit: 50 }), { as: 'staff' })
    expect(letters.filter(({ toAddress }) => toAddress === 'mila@firma.example').length).toBe(1)
    expect((await postForm(app, path, { does: 'aside', why: 'друго' }, { cookie, from: '/bg/participation/mail/upload' })).status).toBe(400)
  })
  test('EM case 9 what cannot be read is set aside only with a word about it, and the raw letter can be downloaded', async () => {
    await bring(keptLetter('09-winmail'))
    const mail = await newest()
    const path = `/bg/participation/mail/${mail.id}`
    expect((await postForm(app, path, { does: 'aside', why: '' }, { cookie })).status).toBe(400)
    expect((await postForm(app, path, { does: 'aside', why: 'Поискахме го отново.' }, { cookie })).status).toBe(303)
    expect(await textOf(path)).toContain('Поискахме го отново.')
    const raw = await app.request(`${path}/raw`, { headers: { cookie } })
    expect(Buffer.from(await raw.arrayBuffer()).equals(keptLetter('09-winmail'))).toBe(true)
    expect(raw.headers.get('content-disposition')).toMatch(/^attachment/)
    const part = await app.request(`${path}/part/1`, { headers: { cookie } })
    expect(part.headers.get('x-content-type-options')).toBe('nosniff')
  })
})
test('a name with a script and signs of direction is shown as letters and does nothing', async () => {
  await bring(keptLetter('11-script-in-name'))
  const shown = await textOf(`/bg/participation/mail/${(await newest()).id}`)
  expect(shown).not.toContain('<script>alert')
  expect(shown).toContain('&lt;script&gt;alert(1)')
})
test('only those who may see letters as received see them', async () => {
  const { id } = await newest()
  for (const role of ['analyst', 'owner', 'investment', 'trainer'] as const) {
    const who = (await signedInAs(role)).cookie
    for (const path of ['', '/upload', `/${id}`, `/${id}/raw`]) expect((await app.request(`/bg/participation/mail${path}`, { headers: { cookie: who } })).status, `${role} ${path}`).toBe(403)
  }
  for (const path of ['', `/${id}`, `/${id}/raw`]) expect([302, 303, 401, 403]).toContain((await app.request(`/bg/participation/mail${path}`)).status)
})
