// What the clock does for followers: what happened becomes letters, at once or in digests; letters that came back are counted.
// Each letter and the note that it was written are one act: cut off in between, neither is there, and the next run does it.
import { getContact, listConsenting } from '#areas/people/contacts/read.ts'
import type { ContactId } from '#areas/people/contacts/rules.ts'
import { makeLink } from '#areas/people/contacts/write.ts'
import { getLetterFrom } from '#areas/people/settings/read.ts'
import { listNews } from '#areas/participation/news/read.ts'
import { postPath } from '#areas/participation/news/rules.ts'
import type { Reader, Writer } from '#store/handle.ts'
import { listRefused, postLetter } from '#store/outbox.ts'
import type { Store } from '#store/store.ts'
import { hasNotice, listNoticesFor } from './read.ts'
import { type How, isWeeklyDue, mostInDigest, type Notice, toTell } from './rules.ts'
import { digestLetter, noticeLetter, type To } from './rules/letters.ts'
import { closeAtOnce, noteBounceOf, noteTold, tellFollowers } from './write.ts'

type Stores = Pick<Store, 'reading' | 'writing'>
type Desk = { readonly origin: string }
const stopDays = 400

/** After every act that told something, and at every start. */
export const makeNoticesJob = (desk: Desk) => async (store: Stores, now: Date): Promise<void> => {
  await countRefused(store, now)
  const found = await planFor(store, { how: 'atOnce', now })
  for (const [contact, notices] of found.plan) for (const notice of [...notices].reverse()) await store.writing((writer) => tell({ ...desk, writer, now, how: 'atOnce' }, { contact, notices: [notice] }))
  await store.writing((writer) => closeAtOnce(writer, found.seen), { quiet: 'yes' })
}
/** Every morning: the daily letters, and on Mondays the weekly ones. */
export const makeDigestJob = (desk: Desk) => async (store: Stores, now: Date): Promise<void> => {
  await newsBecomesNotices(store, now)
  await countRefused(store, now)
  const weekday = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Sofia', weekday: 'short' }).format(now)
  for (const how of ['daily', 'weekly'] as const) {
    const { plan } = await planFor(store, { how, now })
    for (const [contact, notices] of plan) {
      const oldest = notices.at(-1)?.at ?? now
      if (how === 'daily' || isWeeklyDue({ weekday, oldest, now })) await store.writing((writer) => tell({ ...desk, writer, now, how }, { contact, notices }))
    }
  }
}

const planFor = async (store: Stores, { how, now }: { readonly how: Exclude<How, 'none'>; readonly now: Date }): Promise<{ readonly plan: ReadonlyMap<ContactId, readonly Notice[]>; readonly seen: readonly string[] }> =>
  store.reading(async (reader) => {
    const { notices, follows, told } = await listNoticesFor(reader, { how, now })
    // The newsletter goes to nobody whose consent is not there, whatever they follow.
    const agreed = new Set(notices.some(({ about }) => about.includes('newsletter')) ? await listConsenting(reader, { purpose: 'newsletter' }) : [])
    return { plan: toTell({ notices, follows: follows.filter(({ about, contact }) => about !== 'newsletter' || agreed.has(contact)), told, how }), seen: notices.map(({ id }) => id) }
  }, { as: 'staff', fresh: 'primary' })

type Telling = Desk & { readonly writer: Writer; readonly now: Date; readonly how: Exclude<How, 'none'> }
const tell = async ({ writer, origin, now, how }: Telling, { contact, notices }: { readonly contact: ContactId; readonly notices: readonly Notice[] }): Promise<void> => {
  const to = await addresseeOf(writer.reader, contact)
  if (to === undefined) return
  const key = how === 'atOnce' ? `participation.notice:${notices[0]?.id}:${contact}` : `participation.digest:${notices[0]?.id}:${contact}`
  const fresh = new Set(await noteTold(writer, { contact, notices: notices.map(({ id }) => id), letterKey: key, now }))
  const happened = notices.filter(({ id }) => fresh.has(id))
  const [first] = happened
  if (first === undefined) return
  const { secret } = await makeLink(writer, { purpose: 'stop', contact, about: null, lastsMinutes: stopDays * 1440, now })
  const about = { to, from: await getLetterFrom(writer.reader, { origin }), key, stop: secret }
  await postLetter(writer, how === 'atOnce' ? noticeLetter({ ...about, happened: first }) : digestLetter({ ...about, happened: happened.slice(0, mostInDigest), more: Math.max(0, happened.length - mostInDigest), how }))
}
const addresseeOf = async (reader: Reader, id: ContactId): Promise<To | undefined> => {
  const contact = await getContact(reader, id)
  return contact?.email == null || contact.confirmedAt === null || contact.mailStoppedAt !== null ? undefined : { email: contact.email, language: contact.language, name: contact.name }
}

/** Letters that the mail server refused for good within the last days: each counts once. Reports that come by mail are counted where mail is read. */
const countRefused = async (store: Stores, now: Date): Promise<void> => {
  const refused = await store.reading((reader) => listRefused(reader, new Date(now.getTime() - 3 * 86_400_000)), { as: 'staff', fresh: 'primary' })
  for (const { key, toAddress } of refused) await store.writing((writer) => noteBounceOf(writer, { email: toAddress, key, now }), { quiet: 'yes' })
}
/** News of the last two weeks, each told once, as of the moment it was published. */
const newsBecomesNotices = async (store: Stores, now: Date): Promise<void> => {
  const posts = (await store.reading((reader) => listNews(reader, { who: 'everyone', limit: 20 }), { as: 'staff' })).filter(({ publishedAt }) => publishedAt !== null && now.getTime() - publishedAt.getTime() < 14 * 86_400_000)
  for (const post of posts) await store.writing(async (writer) => {
    const once = `news:${post.id}`
    if (await hasNotice(writer.reader, once)) return
    await tellFollowers(writer, { about: 'newsletter', kind: 'news', says: post.title, path: postPath(post.number), now: post.publishedAt ?? now, once })
  })
}
