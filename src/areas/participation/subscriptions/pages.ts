// Following, stopping, and one's own page, as values. What is said of a person is gathered from the parts that the door hands in.
import { getContact, countRecentLinks, findLink, listConsents } from '#areas/people/contacts/read.ts'
import { linkMinutes, type ContactId } from '#areas/people/contacts/rules.ts'
import { confirmContact, correctContact, findOrMakeContact, giveConsent, makeLink, useLink, withdrawConsent } from '#areas/people/contacts/write.ts'
import { findRequest } from '#areas/people/privacy/read.ts'
import { gatherPerson, listOwn } from '#areas/people/privacy/read/gather.ts'
import type { PersonalPart } from '#areas/people/privacy/read/parts.ts'
import { proofPath } from '#areas/people/privacy/rules.ts'
import { erasePerson, noteExport } from '#areas/people/privacy/write.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { getLetterFrom, getSettings } from '#areas/people/settings/read.ts'
import { type GetAnswer, notFound, type PostAnswer, see } from '#kernel/answer.ts'
import { parseId } from '#kernel/id.ts'
import type { Bilingual } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import type { Reader } from '#store/handle.ts'
import { postLetter } from '#store/outbox.ts'
import { type Page, page, type ReadVisit } from '#store/visit.ts'
import { erasureForm, followForm, mineChange, mineForm, type FollowRequest, type MineChange } from './forms.ts'
import { findFollow, listFollows } from './read.ts'
import { confirmFollowPath, followPath, isSecretShaped, isTarget, mineHerePath, mineOpenPath, minePath, stopPath, toTarget } from './rules.ts'
import { confirmFollowLetter } from './rules/letters.ts'
import { choiceScreen, confirmScreen, doneScreen, followScreen, openScreen, overScreen, sentScreen, stopScreen } from './views/follow.tsx'
import { eraseScreen, mineAskScreen, mineScreen, proofScreen } from './views/mine.tsx'
import { confirmFollow, follow, setHow, stopNotices } from './write.ts'

/** What a target is called and where it stands; undefined for what is not there or not for everybody. */
export type NameOf = (reader: Reader, target: string) => Promise<{ readonly name: Bilingual; readonly path: string | null } | undefined>
/** What is there to follow, in groups; for whoever comes without having chosen. */
export type ChoicesOf = (reader: Reader) => Promise<readonly { readonly title: Bilingual; readonly choices: readonly { readonly name: Bilingual; readonly about: string }[] }[]>
export type FollowDesk = { readonly origin: string; readonly parts: readonly PersonalPart[]; readonly nameOf: NameOf; readonly choicesOf: ChoicesOf }
const take = permissions['public.take-part'], read = permissions['public.read']
const officerOf = async (reader: Reader) => (await getSettings(reader)).contact.officer
const secretOf = (params: Readonly<Record<string, string>>): string => params.secret ?? ''
const mostLettersAnHour = 5
const gone: Bilingual = { bg: 'нещо, което вече не е публично', en: 'something no longer public' }
const over = ({ language }: Pick<ReadVisit, 'language'>): GetAnswer => overScreen({ language })

const following = ({ origin, nameOf, choicesOf }: FollowDesk): readonly Page[] => [
  page<FollowRequest>({
    path: followPath, may: take,
    get: async ({ language, reader }, asked) => {
      const chosen = asked.query.get('about')
      if (chosen === null) return choiceScreen({ language, groups: await choicesOf(reader) })
      const about = toTarget(chosen)
      const found = isTarget(about) ? await nameOf(reader, about) : undefined
      return found === undefined ? notFound : followScreen({ language, asked, about, ...found, officer: await officerOf(reader) })
    },
    accepts: followForm,
    // Known or not, confirmed or not: the same work and the same page.
    post: async ({ writer, language, now }, { email, about, how }) => {
      const found = await nameOf(writer.reader, about)
      if (found === undefined) return notFound
      const { contact } = await findOrMakeContact(writer, { name: null, email, language, now })
      const wish = await follow(writer, { contact, thing: about, how, now, confirmed: 'no' })
      const { secret } = await makeLink(writer, { purpose: `follow${how.charAt(0).toUpperCase()}${how.slice(1)}`, contact, about: wish, lastsMinutes: linkMinutes.confirm, now })
      const to = await getContact(writer.reader, contact)
      if ((await countRecentLinks(writer.reader, { contact, since: new Date(now.getTime() - 3_600_000) })) <= mostLettersAnHour && to?.email != null)
        await postLetter(writer, confirmFollowLetter({ to: { email: to.email, language, name: null }, from: await getLetterFrom(writer.reader, { origin }), key: `participation.confirmFollow:${wish}:${secret.slice(0, 8)}`, secret, what: found.name[language] }))
      return see(`${followPath}/sent`)
    },
  }),
  page({ path: `${followPath}/sent`, may: read, get: ({ language }) => sentScreen({ language, which: 'follow' }) }),
  page({ path: `${followPath}/done`, may: read, get: ({ language }) => doneScreen({ language, which: 'followed' }) }),
  page({
    path: confirmFollowPath(':secret'), may: take, behindLink: 'yes',
    get: async (visit, asked) => {
      const wish = await findWish(visit, secretOf(asked.params))
      if (wish === undefined) return over(visit)
      const found = await nameOf(visit.reader, wish.follow.about)
      return confirmScreen({ language: visit.language, secret: secretOf(asked.params), name: found?.name ?? gone, how: wish.how })
    },
    post: async ({ writer, now, language }, _value, asked) => {
      const wish = await findWish({ reader: writer.reader, now }, secretOf(asked.params))
      if (wish === undefined || (await useLink(writer, { secret: secretOf(asked.params), purpose: wish.purpose, now })) === undefined) return notFoundAfter(language)
      const { contact, about } = wish.follow
      await confirmContact(writer, { contact, now })
      await confirmFollow(writer, { id: wish.follow.id, now })
      await setHow(writer, { contact, id: wish.follow.id, how: wish.how })
      if (about === 'newsletter') await giveConsent(writer, { contact, purpose: 'newsletter', how: 'web', proof: speak(language).participation_follow_proof(), now })
      return see(`${followPath}/done`)
    },
  }),
  page({ path: stopPath('done'), may: read, get: ({ language }) => doneScreen({ language, which: 'stopped' }) }),
  page({
    path: stopPath(':secret'), may: take, behindLink: 'oneClick',
    get: async (visit, asked) => ((await findLink(visit.reader, { secret: secretOf(asked.params), purpose: 'stop', now: visit.now })) === undefined ? over(visit) : stopScreen({ language: visit.language, secret: secretOf(asked.params) })),
    // The link is not used up: whoever presses twice, or in an older letter, is stopped as well.
    post: async ({ writer, now }, _value, asked) => {
      const found = await findLink(writer.reader, { secret: secretOf(asked.params), purpose: 'stop', now })
      if (found === undefined) return notFound
      await stopNotices(writer, { contact: found.contact })
      return see(stopPath('done'))
    },
  }),
]
/** A link that was over when its button was pressed leads to the page that says so. */
const notFoundAfter = (_language: string): PostAnswer => see(`${minePath}/over`)
const wishes = { followAtOnce: 'atOnce', followDaily: 'daily', followWeekly: 'weekly' } as const
/** The link says how often; the entry says what. */
const findWish = async ({ reader, now }: Pick<ReadVisit, 'reader' | 'now'>, secret: string) => {
  for (const [purpose, how] of Object.entries(wishes)) {
    const found = await findLink(reader, { secret, purpose, now })
    const entry = found?.about == null ? undefined : await findFollow(reader, found.about)
    if (entry !== undefined) return { follow: entry, how, purpose }
  }
  return undefined
}

/** The key of one's own page: half an hour, as often as needed. */
const hereOf = async ({ reader, now }: Pick<ReadVisit, 'reader' | 'now'>, secret: string): Promise<ContactId | undefined> =>
  (isSecretShaped(secret) ? (await findLink(reader, { secret, purpose: 'mineHere', now }))?.contact : undefined)
const own = ({ parts, nameOf }: FollowDesk): readonly Page[] => [
  page({ path: minePath, may: take, get: async ({ language, reader }, asked) => mineAskScreen({ language, asked, officer: await officerOf(reader) }), accepts: mineForm }),
  page({ path: `${minePath}/sent`, may: read, get: ({ language }) => sentScreen({ language, which: 'mine' }) }),
  page({ path: `${minePath}/over`, may: read, get: over }),
  page({
    path: mineOpenPath(':secret'), may: take, behindLink: 'yes',
    get: async (visit, asked) => ((await findLink(visit.reader, { secret: secretOf(asked.params), purpose: 'mine', now: visit.now })) === undefined ? over(visit) : openScreen({ language: visit.language, action: mineOpenPath(secretOf(asked.params)) })),
    post: async ({ writer, now, language }, _value, asked) => {
      const used = await useLink(writer, { secret: secretOf(asked.params), purpose: 'mine', now })
      if (used === undefined) return notFoundAfter(language)
      await confirmContact(writer, { contact: used.contact, now })
      const { secret } = await makeLink(writer, { purpose: 'mineHere', contact: used.contact, about: null, lastsMinutes: linkMinutes.mine, now })
      return see(mineHerePath(secret))
    },
  }),
  page<MineChange>({
    path: mineHerePath(':secret'), may: take, behindLink: 'yes',
    get: async (visit, asked) => {
      const { reader, language } = visit
      const contact = await hereOf(visit, secretOf(asked.params))
      const person = contact === undefined ? undefined : await getContact(reader, contact)
      if (contact === undefined || person === undefined) return over(visit)
      const [mine, follows, consents] = await Promise.all([listOwn(reader, { contact, parts }), listFollows(reader, contact), listConsents(reader, contact)])
      const named = await Promise.all(follows.map(async (each) => ({ ...each, name: (await nameOf(reader, each.about))?.name ?? gone })))
      return mineScreen({ language, asked, secret: secretOf(asked.params), contact: person, own: mine.map(({ part, entries }) => ({ title: part.title, entries })), follows: named, consents, shows: parts.some(({ show }) => show !== undefined) ? 'yes' : 'no' })
    },
    accepts: mineChange,
    post: async (visit, change, asked) => {
      const { writer, now, language } = visit
      const secret = secretOf(asked.params)
      const contact = await hereOf({ reader: writer.reader, now }, secret)
      if (contact === undefined) return notFoundAfter(language)
      switch (change.does) {
        case 'correct': {
          await correctContact(writer, { contact, name: change.name === '' ? null : change.name, language: change.language })
          for (const { show } of parts) await show?.(writer, { contact, name: change.name === '' ? null : change.name, choice: change.choice, now })
          return see(mineHerePath(secret), 'participation_notice_mine_saved')
        }
        case 'how': { await setHow(writer, { contact, id: change.follow, how: change.how }); return see(mineHerePath(secret), 'participation_notice_mine_saved') }
        case 'withdraw': {
          await withdrawConsent(writer, { contact, id: change.consent, now })
          for (const { withdrawn } of parts) await withdrawn?.(writer, { contact, now })
          return see(mineHerePath(secret), 'participation_notice_mine_withdrawn')
        }
        case 'stop': { await stopNotices(writer, { contact }); return see(mineHerePath(secret), 'participation_notice_mine_stopped') }
        case 'export': { await noteExport(writer, { now, became: [] }); return see(`${mineHerePath(secret)}/posoka.zip`) }
      }
    },
  }),
  page({
    path: `${mineHerePath(':secret')}/posoka.zip`, may: take, behindLink: 'yes',
    get: async (visit, asked) => {
      const contact = await hereOf(visit, secretOf(asked.params))
      return contact === undefined ? over(visit) : { kind: 'archive', name: 'posoka.zip', entries: (await gatherPerson(visit.reader, { contact, parts })).entries }
    },
  }),
  page({
    path: `${mineHerePath(':secret')}/erase`, may: take, behindLink: 'yes',
    get: async (visit, asked) => ((await hereOf(visit, secretOf(asked.params))) === undefined ? over(visit) : eraseScreen({ language: visit.language, asked, secret: secretOf(asked.params), parts: parts.map(({ title }) => title) })),
    accepts: erasureForm,
    post: async ({ writer, now, language }, _value, asked) => {
      const contact = await hereOf({ reader: writer.reader, now }, secretOf(asked.params))
      const proof = contact === undefined ? undefined : await erasePerson({ writer, now, by: 'person' }, { contact, parts })
      return proof === undefined ? notFoundAfter(language) : see(proofPath(proof))
    },
  }),
  page({
    path: proofPath(':id'), may: read, behindLink: 'yes',
    get: async (visit, asked) => {
      const id = parseId<'link'>(asked.params.id ?? '')
      const request = id === undefined ? undefined : await findRequest(visit.reader, id)
      const names = new Map([...parts.map(({ name, title }) => [name, title] as const), ['store.letters', { bg: 'Писма до вас', en: 'Letters to you' }] as const])
      return request?.kind === 'erasure' ? proofScreen({ language: visit.language, request, partName: (part) => names.get(part) ?? { bg: part, en: part } }) : over(visit)
    },
  }),
]
export const followPages = (desk: FollowDesk): readonly Page[] => [...following(desk), ...own(desk)]
