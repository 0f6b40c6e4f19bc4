// Two installs that write to each other: a person's letter is answered once, and the answer is answered by nobody. By real SMTP both ways.
import { afterAll, expect, test } from 'vitest'
import { listLetters } from '#store/outbox.ts'
import { openPost } from '#sources/post.ts'
import { openSmtpInbox, type SmtpInbox } from '#sources/mailbox/smtp-in.ts'
import type { Store } from '#store/store.ts'
import { testStore } from '#test/database.ts'
import { mailDesk, makeLetter } from '#test/mail-desk.ts'
import { takeIn } from './commands/take-in.ts'
import { listMail } from './read.ts'

type Install = { readonly store: Store; readonly box: string; readonly inbox: SmtpInbox }
const stops: (() => Promise<void>)[] = []
afterAll(async () => { for (const stop of stops) await stop() })
const install = async (store: Store, box: string): Promise<Install> => {
  const desk = mailDesk(store, { box })
  const inbox = await openSmtpInbox({
    port: 0, host: '127.0.0.1', address: box, tell: () => {},
    take: async (letters) => { await takeIn(desk, letters.map(({ raw }) => ({ raw, door: 'smtp', place: null, uploadedBy: null, wantsAnswer: true }))) },
  })
  stops.push(inbox.stop)
  return { store, box, inbox }
}
const sent = (store: Store) => store.reading((reader) => listLetters(reader, { limit: 100 }), { as: 'staff' })
/** Sends everything that waits in the outbox of one to the port of the other. */
const deliver = async (from: Install, to: Install): Promise<number> => {
  const post = openPost({ smtpUrl: `smtp://127.0.0.1:${to.inbox.port}`, from: from.box, folder: '/nowhere' })
  try {
    const letters = (await sent(from.store)).filter(({ toAddress }) => toAddress === to.box)
    for (const letter of letters) expect(await post.deliver({ ...letter, to: letter.toAddress ?? '', account: '' })).toMatchObject({ state: 'sent' })
    return letters.length
  } finally {
    post.close()
  }
}
const [one, other] = [await install(await testStore(), 'predlozheniya@lipova.example'), await install(await testStore(), 'predlozheniya@dubrava.example')]

test('EM3 two installs writing to each other stop after one exchange', async () => {
  // Somebody set the mailbox of one town as the sender of a letter to the other.
  await takeIn(mailDesk(other.store, { box: other.box }), [{ raw: makeLetter({ id: 'begin@lipova.example', from: `Община Липова <${one.box}>`, to: other.box, text: 'Предлагаме общ автобус между двата града.' }), door: 'smtp', place: null, uploadedBy: null, wantsAnswer: true }])
  expect(await deliver(other, one)).toBe(1)
  const [came] = await one.store.reading((reader) => listMail(reader, { state: null, limit: 10, offset: 0 }), { as: 'staff' })
  expect(came).toMatchObject({ state: 'ignored', reason: 'autoSubmitted' })
  expect(await sent(one.store)).toEqual([])
  expect(await deliver(one, other)).toBe(0)
  expect((await sent(other.store)).length).toBe(1)
})
