// Acts of people without an account, each in two steps: they ask and get a letter; the button behind its link acts, once.
import { countLinks, findLink, getContact } from '#areas/people/contacts/read.ts'
import { linkMinutes, type ContactId } from '#areas/people/contacts/rules.ts'
import { confirmContact, findOrMakeContact, makeLink, useLink } from '#areas/people/contacts/write.ts'
import type { LetterFrom } from '#kernel/letter.ts'
import type { Reader } from '#store/handle.ts'
import { postLetter } from '#store/outbox.ts'
import type { WriteVisit } from '#store/visit.ts'
import { findContribution, findWhole } from '../read.ts'
import { isShown, type Contribution, type ContributionId } from '../rules.ts'
import { confirmedLetter, voiceLetter } from '../rules/letters.ts'
import { mostLettersAnHour, voicePurposes, type ArgumentInput, type VoiceInput, type VoicePurpose } from '../rules/typed.ts'
import type { ProposalTables } from '../tables.ts'
import { confirmContribution, withdrawContribution } from '../write.ts'
import { confirmArgument, giveArgument, noteUnconfirmedSupport, supportContribution, withdrawSupport } from './support.ts'

type Asking = { readonly number: string; readonly from: LetterFrom }
/** Letters to one address are few an hour, whoever types it; beyond that the page says the same and nothing is sent. */
const sendLink = async (visit: WriteVisit, { contact, purpose, about, email, it, from, isNew }: { readonly contact: ContactId; readonly isNew: boolean; readonly purpose: Exclude<VoicePurpose, 'confirm'>; readonly about: string; readonly email: string; readonly it: Contribution; readonly from: LetterFrom }): Promise<void> => {
  if (!isNew && (await countLinks(visit.writer.reader, { contact, since: new Date(visit.now.getTime() - 3_600_000) })) >= mostLettersAnHour) return
  const { secret } = await makeLink(visit.writer, { purpose, contact, about, lastsMinutes: linkMinutes.confirm, now: visit.now })
  await postLetter(visit.writer, voiceLetter({ key: `participation.${purpose} ${about} ${contact} ${visit.now.getTime()}`, from, to: email, language: visit.language, number: it.number, title: it.title, secret, purpose }))
}
export const askVoice = async (visit: WriteVisit, { number, from, does, email }: Asking & VoiceInput): Promise<'asked' | 'notFound'> => {
  const it = await findContribution(visit.writer.reader, number)
  if (it === undefined || !isShown(it.state)) return 'notFound'
  const { contact, isNew } = await findOrMakeContact(visit.writer, { name: null, email, language: visit.language, now: visit.now })
  if (does === 'support') await noteUnconfirmedSupport(visit, { id: it.id, contact })
  await sendLink(visit, { contact, purpose: does, about: it.id, email, it, from, isNew })
  return 'asked'
}
export const askArgument = async (visit: WriteVisit, { number, from, email, name, ...argument }: Asking & ArgumentInput): Promise<'asked' | 'notFound' | 'closed'> => {
  const it = await findContribution(visit.writer.reader, number)
  if (it === undefined) return 'notFound'
  const { contact, isNew } = await findOrMakeContact(visit.writer, { name, email, language: visit.language, now: visit.now })
  const given = await giveArgument(visit, { ...argument, id: it.id, language: visit.language, contact, name, confirmed: 'no' })
  if (!given.ok) return given.why === 'closed' ? 'closed' : 'notFound'
  await sendLink(visit, { contact, purpose: 'argument', about: given.argument ?? '', email, it, from, isNew })
  return 'asked'
}
/** Only the author gets a letter; whoever else asks sees the same page. */
export const askWithdrawal = async (visit: WriteVisit, { number, from, email }: Asking & { readonly email: string }): Promise<'asked' | 'notFound'> => {
  const it = await findWhole(visit.writer.reader, number)
  if (it === undefined) return 'notFound'
  const { contact } = await findOrMakeContact(visit.writer, { name: null, email, language: visit.language, now: visit.now })
  if (it.author === contact) await sendLink(visit, { contact, purpose: 'withdraw', about: it.id, email, it: { ...it, title: it.titleNow }, from, isNew: false })
  return 'asked'
}

export type VoiceFound = { readonly purpose: VoicePurpose; readonly contact: ContactId; readonly it: Contribution; readonly title: string; readonly argument: string | null }
/** What the link would do; undefined for used, ended, foreign and made-up ones alike. Staff reader or writer. */
export const findVoice = async (reader: Reader, { secret, now }: { readonly secret: string; readonly now: Date }): Promise<VoiceFound | undefined> => {
  for (const purpose of voicePurposes) {
    const link = await findLink(reader, { secret, purpose, now })
    if (link?.about == null) continue
    const argument = purpose === 'argument' ? await reader.withTables<ProposalTables>().selectFrom('participation.argument').select(['id', 'contribution', 'text']).where('id', '=', link.about as never).executeTakeFirst() : undefined
    const it = await findWhole(reader, argument?.contribution ?? link.about)
    if (it !== undefined) return { purpose, contact: link.contact, it, title: it.titleNow || it.number, argument: argument?.text ?? null }
  }
  return undefined
}
export type Used = { readonly ok: true; readonly purpose: VoicePurpose; readonly number: string } | { readonly ok: false; readonly why: 'notFound' | 'closed' | 'own' | 'notAllowed' }
export const useVoice = async (visit: WriteVisit, { secret, from }: { readonly secret: string; readonly from: LetterFrom }): Promise<Used> => {
  const { writer, now } = visit
  const found = await findVoice(writer.reader, { secret, now })
  if (found === undefined) return { ok: false, why: 'notFound' }
  const link = await useLink(writer, { secret, purpose: found.purpose, now })
  if (link === undefined) return { ok: false, why: 'notFound' }
  await confirmContact(writer, { contact: link.contact, now })
  const { id, number } = found.it
  const done = { ok: true, purpose: found.purpose, number } as const
  if (found.purpose === 'support') { const given = await supportContribution(visit, { id, contact: link.contact, assurance: 'email' }); return given.ok ? done : given }
  if (found.purpose === 'unsupport') { const taken = await withdrawSupport(visit, { id, contact: link.contact }); return taken.ok ? done : taken }
  if (found.purpose === 'argument') { await confirmArgument(visit, { argument: link.about ?? '' }); return done }
  if (found.purpose === 'withdraw') { const gone = await withdrawContribution(visit, { id }); return gone.ok ? done : gone }
  const confirmed = await confirmContribution(visit, id)
  if (!confirmed.ok) return confirmed
  await tellConfirmed(visit, { id, number, contact: link.contact, title: found.title, from })
  return done
}
/** The author's way back: the page to follow it on, and a link that withdraws it. */
const tellConfirmed = async (visit: WriteVisit, { id, number, contact, title, from }: { readonly id: ContributionId; readonly number: string; readonly contact: ContactId; readonly title: string; readonly from: LetterFrom }): Promise<void> => {
  const author = await getContact(visit.writer.reader, contact)
  if (author?.email == null) return
  const { secret } = await makeLink(visit.writer, { purpose: 'withdraw', contact, about: id, lastsMinutes: linkMinutes.withdraw, now: visit.now })
  await postLetter(visit.writer, confirmedLetter({ key: `participation.confirmed ${id}`, from, to: author.email, name: author.name, language: author.language, number, title, secret }))
}
