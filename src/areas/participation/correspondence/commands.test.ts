// Letters on their way in, over a real database: what each becomes, who is answered, what is never answered, what waits for a person.
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { box, bySmtp, keptLetter, mailDesk, makeLetter } from '#test/mail-desk.ts'
import { testStore } from '#test/database.ts'
import { openAccount } from '#areas/people/accounts/write.ts'
import { findWhole } from '#areas/participation/proposals/read.ts'
import { withdrawContribution } from '#areas/participation/proposals/write.ts'
import { contactPart } from '#areas/people/privacy/commands/own-parts.ts'
import { makeRemoveFilesJob } from '#areas/people/privacy/commands.ts'
import { erasePerson } from '#areas/people/privacy/write.ts'
import { visitor } from '#kernel/who.ts'
import { rows } from '#store/ask.ts'
import { listLetters, mailIdOf } from '#store/outbox.ts'
import { mailPart } from './commands/personal-part.ts'
import { takeIn } from './commands/take-in.ts'
import { countMail, findMail, listParts } from './read.ts'

const store = await testStore()
let clock = new Date('2026-11-25T10:00:00Z')
const desk = mailDesk(store, { now: () => clock })
const asStaff = { as: 'staff' } as const
const send = async (raw: Buffer) => {
  const { kept } = await takeIn(desk, [bySmtp(raw)])
  const mail = await store.reading((reader) => findMail(reader, kept[0]?.id ?? ''), asStaff)
  if (mail === undefined) throw new Error('the letter is lost')
  return mail
}
const wholeOf = async (id: string | null) => {
  const whole = id === null ? undefined : await store.reading((reader) => findWhole(reader, id), asStaff)
  if (whole === undefined) throw new Error('there is no contribution')
  return whole
}
const lettersTo = async (email: string) => (await store.reading((reader) => listLetters(reader, { limit: 500 }), asStaff)).filter(({ toAddress }) => toAddress === email)
const countContributions = async () => (await store.reading((reader) => rows(reader, sql<{ n: number }>`select count(*) as n from participation.contribution`), asStaff))[0]?.n ?? -1
let sender = 0
const somebody = () => `Човек ${++sender} <person${sender}@abv.example>`
beforeAll(async () => { await store.writing((writer) => openAccount({ writer, who: visitor, now: clock }, { email: 'ani.koleva@lipova.example', name: 'Ани Колева', language: 'bg', role: 'coordinator' })) })

test('EM1 a letter becomes a contribution with a number that nobody outside can see, and the raw letter is kept', async () => {
  const mail = await send(makeLetter({ id: 'first@abv.example' }))
  expect(mail).toMatchObject({ state: 'contribution', fromEmail: 'ivan.petrov@abv.example', subject: 'Предложение' })
  const whole = await wholeOf(mail.contribution)
  expect(whole).toMatchObject({ channel: 'email', state: 'awaitingConfirmation', assurance: 'unconfirmed', title: '', text: '', textNow: 'Предлагам нова чешма на площада пред читалището.', authorShown: null })
  expect(await store.files.find(mail.rawSha256)).toMatchObject({ size: mail.rawSize })
})
test('EM3 the answer gives number, next step, date and the link to confirm, in the language of the letter', async () => {
  const mail = await send(makeLetter({ id: 'en1@mail.example', from: 'Ann Smith <ann@mail.example>', subject: 'A fountain', text: 'I propose a drinking fountain in the square. It is hot there in summer.' }))
  const [letter] = await lettersTo('ann@mail.example')
  const { number } = await wholeOf(mail.contribution)
  expect(letter?.subject).toContain(number)
  expect(letter?.language).toBe('en')
  expect(letter?.body).toMatch(/https:\/\/posoka\.lipova\.example\/en\/participation\/confirm\/[\w-]{43}\n/)
  expect(letter?.body).toContain(`/en/participation/proposals/${number}`)
  expect(letter?.body).toContain('24 January 2027')
  expect(letter?.headers).toMatchObject({ automatic: 'replied', inReplyTo: 'en1@mail.example', replyTo: expect.stringMatching(/^predlozheniya\+t[a-z2-7]{20}@lipova\.example$/) as string })
  const [bulgarian] = await lettersTo('ivan.petrov@abv.example')
  expect(bulgarian?.language).toBe('bg')
  expect(bulgarian?.body).toContain('24.01.2027 г.')
})
describe('EM case 4 an answer finds its contribution', () => {
  const begin = async () => {
    const from = somebody()
    const mail = await send(makeLetter({ id: `thread${sender}@abv.example`, from }))
    return { from, mail, letter: (await lettersTo(`person${sender}@abv.example`))[0] }
  }
  test('EM case 4 by the Message-ID of our letter', async () => {
    const { from, mail } = await begin()
    const reply = await send(makeLetter({ id: `r${sender}@abv.example`, from, subject: 'Re: Получихме', text: 'Добавям снимка.\n\nНа ср, 25.11.2026 г. в 12:00 Община <a@b.bg> написа:\n> старо', head: [`In-Reply-To: <${mailIdOf(`participation.mailReceived:${mail.id}`)}@lipova.example>`] }))
    expect(reply).toMatchObject({ state: 'attached', contribution: mail.contribution, text: 'Добавям снимка.' })
  })
  test('EM case 4 by the sign in our address', async () => {
    const { from, mail, letter } = await begin()
    const reply = await send(makeLetter({ id: `p${sender}@abv.example`, from, to: letter?.headers?.replyTo ?? '', subject: 'друга тема', text: 'Още нещо към предложението.' }))
    expect(reply).toMatchObject({ state: 'attached', contribution: mail.contribution })
  })
  test('EM case 4 by the Message-ID of the first letter, named in References', async () => {
    const { from, mail } = await begin()
    const reply = await send(makeLetter({ id: `q${sender}@abv.example`, from, text: 'И още нещо трето.', head: [`References: <unknown@x> <${mail.messageId}>`] }))
    expect(reply).toMatchObject({ state: 'attached', contribution: mail.contribution })
  })
  test('EM case 4 a made-up sign leads nowhere', async () => {
    expect((await send(makeLetter({ id: 'madeup@abv.example', from: somebody(), to: box.replace('@', '+taaaabbbbccccddddeeee@') }))).state).toBe('contribution')
  })
  test('EM1 a reply to a withdrawn proposal is kept for a person and makes nothing', async () => {
    const { from, mail } = await begin()
    const { id } = await wholeOf(mail.contribution)
    await store.writing((writer) => withdrawContribution({ writer, who: visitor, language: 'bg', now: clock }, { id }))
    const before = await countContributions()
    const reply = await send(makeLetter({ id: `w${sender}@abv.example`, from, text: 'Размислих отново.', head: [`In-Reply-To: <${mail.messageId}>`] }))
    expect(reply).toMatchObject({ state: 'waiting', reason: 'withdrawn', contribution: null, text: 'Размислих отново.' })
    expect(await countContributions()).toBe(before)
  })
})
describe('EM case 5 forwarded by a colleague', () => {
  test.each(['05-forwarded-inline-gmail', '05-forwarded-attached'])('EM case 5 %s: the author is who wrote it, the clerk is who entered it, consent is still to come', async (name) => {
    const mail = await send(keptLetter(name))
    const whole = await wholeOf(mail.contribution)
    expect(whole).toMatchObject({ state: 'awaitingConfirmation', assurance: 'unconfirmed', authorShown: null })
    const [row] = await store.reading((reader) => rows(reader, sql<{ email: string; clerk: string }>`
      select c.email, a.email as clerk from participation.contribution p join people.contact c on c.id = p.author join people.account a on a.id = p.entered_by where p.id = ${whole.id}`), asStaff)
    expect(row).toEqual({ email: 'maria.ivanova@abv.example', clerk: 'ani.koleva@lipova.example' })
    expect((await lettersTo('maria.ivanova@abv.example')).length).toBeGreaterThan(0)
    expect(await lettersTo('ani.koleva@lipova.example')).toEqual([])
  })
  test('EM case 5 without proof that a colleague sent it, it waits for one and nobody is written to', async () => {
    const raw = Buffer.from(keptLetter('05-forwarded-inline-outlook').toString().replace(/^Authentication-Results:.*\r\n/m, '').replace('maria.ivanova@', 'other.maria@'))
    expect(await send(raw)).toMatchObject({ state: 'waiting', reason: 'clerkUnproven' })
    expect(await lettersTo('other.maria@abv.example')).toEqual([])
  })
})
test.each(['06-out-of-office', '06-auto-generated', '06-empty-return-path', '06-mailing-list', '06-precedence-bulk', '06-precedence-junk', '06-mailer-daemon'])('EM case 6 %s is written down as ignored and not answered', async (name) => {
  const [letters, contributions] = [(await store.reading((reader) => listLetters(reader, { limit: 500 }), asStaff)).length, await countContributions()]
  const mail = await send(keptLetter(name))
  expect(mail.state).toBe('ignored')
  expect(mail.reason).not.toBeNull()
  expect((await store.reading((reader) => listLetters(reader, { limit: 500 }), asStaff)).length).toBe(letters)
  expect(await countContributions()).toBe(contributions)
})
test('EM case 7 who asks for no automatic answer gets none, and waits for a person', async () => {
  expect(await send(keptLetter('07-asks-for-no-answer'))).toMatchObject({ state: 'waiting', reason: 'asksNoAnswer' })
  expect(await lettersTo('mila@firma.example')).toEqual([])
})
describe('EM case 8 loops', () => {
  test('EM case 8 our own letter back is ignored', async () => {
    const mail = await send(makeLetter({ id: 'own1@abv.example', from: somebody() }))
    const own = makeLetter({ id: `${mailIdOf(`participation.mailReceived:${mail.id}`)}@lipova.example`, from: `Община <${box}>`, to: 'x@abv.example' })
    expect(await send(own)).toMatchObject({ state: 'ignored', reason: 'ownLetter' })
  })
  test('EM case 8 the same letter by another way is one contribution and one answer', async () => {
    const from = somebody()
    const raw = makeLetter({ id: 'same8@abv.example', from })
    const before = await countContributions()
    await send(raw)
    const again = await send(Buffer.from(`Received: from a by b; Wed, 25 Nov 2026 11:00:01 +0200\r\n${raw.toString().replace(/\r\n/g, '\n').replace(/\n/g, '\r\n')}`))
    expect(again).toMatchObject({ state: 'ignored', reason: 'again' })
    expect(await countContributions()).toBe(before + 1)
    expect((await lettersTo(`person${sender}@abv.example`)).length).toBe(1)
  })
  test('EM case 8 a Message-ID that comes twice with different texts loses neither, and a person decides', async () => {
    const from = somebody()
    await send(makeLetter({ id: 'twice8@abv.example', from, text: 'Първи текст на предложението.' }))
    const second = await send(makeLetter({ id: 'twice8@abv.example', from, text: 'Съвсем друг текст.' }))
    expect(second).toMatchObject({ state: 'waiting', reason: 'sameIdOtherText', text: 'Съвсем друг текст.' })
    expect((await lettersTo(`person${sender}@abv.example`)).length).toBe(1)
  })
  test('EM case 8 more than 25 servers on the way is a loop', async () => {
    expect(await send(keptLetter('08-many-received'))).toMatchObject({ state: 'ignored', reason: 'tooManyHops' })
  })
  test('EM case 8 at most three automatic answers a day to one address, and none from the eleventh letter of an hour on', async () => {
    const from = somebody()
    const email = `person${sender}@abv.example`
    const mails = []
    for (let at = 0; at < 12; at++) mails.push(await send(makeLetter({ id: `flood${at}@abv.example`, from, text: `Предложение номер ${at}: нова пейка в парка на улица ${at}.` })))
    expect(mails.map(({ state }) => state)).toEqual([...new Array<string>(10).fill('contribution'), 'waiting', 'waiting'])
    expect(mails[11]?.reason).toBe('flood')
    expect((await lettersTo(email)).length).toBe(3)
    clock = new Date(clock.getTime() + 25 * 3_600_000)
    expect((await send(makeLetter({ id: 'flood-next-day@abv.example', from, text: 'На другия ден: още едно предложение за пейка.' }))).answeredAt).not.toBeNull()
  })
})
test.each([['09-encrypted-pgp', 'encrypted'], ['09-encrypted-smime', 'encrypted'], ['09-winmail', 'winmail'], ['09-broken-mime', 'nothing'], ['09-not-a-letter', 'broken']])('EM case 9 %s waits among the unreadable with its reason, and the raw letter is there', async (name, reason) => {
  const mail = await send(keptLetter(name))
  expect(mail).toMatchObject({ state: 'unreadable', reason })
  expect(await store.files.find(mail.rawSha256)).toBeDefined()
})
test('EM case 9 a letter of more than 30 MB and one of 5,001 parts are kept and not read', async () => {
  const large = await send(Buffer.concat([makeLetter({ id: 'large@abv.example', from: somebody() }), Buffer.alloc(30 * 1024 * 1024, 'а')]))
  expect(large).toMatchObject({ state: 'unreadable', reason: 'tooLarge', subject: 'Предложение', fromEmail: `person${sender}@abv.example` })
  const parts = `From: p@abv.example\r\nSubject: parts\r\nMessage-ID: <parts@abv.example>\r\nContent-Type: multipart/mixed; boundary=p\r\n\r\n${'--p\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(5001)}--p--\r\n`
  expect(await send(Buffer.from(parts))).toMatchObject({ state: 'unreadable', reason: 'tooManyParts' })
}, 30_000)
test('EM case 10 a forged sender counts as nobody: unconfirmed, or set before a person where the mail server says it is forged', async () => {
  expect(await send(keptLetter('10-forged-sender'))).toMatchObject({ state: 'waiting', reason: 'failedChecks' })
  const mail = await send(keptLetter('10-says-of-itself-that-it-is-proven'))
  expect(await wholeOf(mail.contribution)).toMatchObject({ state: 'awaitingConfirmation', assurance: 'unconfirmed', supports: 0 })
})
test('EM case 3 attachments are kept privately, by what their bytes are', async () => {
  const mail = await send(keptLetter('03-alternative-with-attachments'))
  expect((await store.reading((reader) => listParts(reader, mail.id), asStaff)).map(({ name, mediaType }) => [name, mediaType])).toEqual([['площадка.png', 'image/png'], ['план.pdf', 'application/pdf']])
  const open = await store.reading((reader) => rows(reader, sql<{ open: boolean }>`select open from participation.attachment where contribution = ${mail.contribution}`), asStaff)
  expect(open).toEqual([{ open: false }, { open: false }])
})
test('EM1 a date in 1601 is no date: the day of arrival counts, and it is marked', async () => {
  const mail = await send(keptLetter('11-date-in-1601'))
  expect(mail.sentAt).toBeNull()
  expect(mail.marks).toContain('dateImpossible')
  expect((await wholeOf(mail.contribution)).receivedOn).toBe('2026-11-26')
})
test('EM1 the public role sees no letter', async () => {
  await expect(store.reading((reader) => rows(reader, sql`select subject from participation.mail`))).rejects.toMatchObject({ code: '42501' })
})
test('EM1 a million letters of text and ten thousand links wait for a person', async () => {
  const words = 'Предлагам да се боядиса оградата на училището. '
  expect(await send(makeLetter({ id: 'long@abv.example', from: somebody(), text: words.repeat(1 + 1_000_000 / words.length) }))).toMatchObject({ state: 'waiting', reason: 'tooLong' })
  expect(await send(makeLetter({ id: 'links@abv.example', from: somebody(), text: 'https://x.example/a '.repeat(10_000) }))).toMatchObject({ state: 'waiting', reason: 'tooLong' })
}, 30_000)
test('EM2 nothing stays unread, and what is counted is what came', async () => {
  const counts = await store.reading(countMail, asStaff)
  expect(counts.stored).toBe(0)
  expect(counts.contribution).toBe(await countContributions())
})

test('GD3 a letter that a mailbox gives again after its words were erased is not taken in anew, and its bytes go again', async () => {
  const raw = makeLetter({ id: 'erased@abv.example', from: 'Заличен Човек <erased@abv.example>', text: 'Предлагам да се заличи всичко мое.' })
  const mail = await send(raw)
  const { author } = await wholeOf(mail.contribution)
  if (author === null) throw new Error('the letter has no author')
  await store.writing((writer) => erasePerson({ writer, now: clock, by: 'person' }, { contact: author, parts: [mailPart, contactPart] }))
  const removeFiles = makeRemoveFilesJob({ personal: [mailPart, contactPart] })
  await removeFiles(store)
  expect(await store.files.find(mail.rawSha256)).toBeUndefined()
  const before = await countContributions()
  const { kept } = await takeIn(desk, [{ raw, door: 'imap', place: { mailbox: 'p@host/INBOX', uidValidity: 9, uid: 1 }, uploadedBy: null, wantsAnswer: true }])
  expect([kept[0]?.isNew, await countContributions()]).toEqual([false, before])
  await removeFiles(store)
  expect(await store.files.find(mail.rawSha256)).toBeUndefined()
})
