// Letters about an event, in the act that causes them. Each brings a fresh link: only its hash is kept.
import type { LetterFrom } from '#kernel/letter.ts'
import { postLetter } from '#store/outbox.ts'
import type { WriteVisit } from '#store/visit.ts'
import { getContact } from '#areas/people/contacts/read.ts'
import type { ContactId } from '#areas/people/contacts/rules.ts'
import { makeLink } from '#areas/people/contacts/write.ts'
import { listSignUps } from '../read.ts'
import { placePath, type PublicEvent, type SignUp } from '../rules.ts'
import { eventLetter, type EventLetterKind } from '../rules/letters.ts'

type Telling = { readonly event: PublicEvent; readonly signUp: SignUp; readonly from: LetterFrom; readonly kind: EventLetterKind; /** makes a letter of its own of what was sent before */ readonly again?: string }
/** Those without an address are told by telephone: nothing is posted. One letter per kind, sign-up and state of the event. */
export const tellOne = async (visit: WriteVisit, { event, signUp, from, kind, again }: Telling): Promise<void> => {
  const contact = signUp.contact === null ? undefined : await getContact(visit.writer.reader, signUp.contact as ContactId)
  if (contact?.email == null) return
  const ends = kind === 'participation.eventLapsed' || kind === 'participation.eventCancelled'
  const minutes = Math.max(60, Math.ceil((event.endsAt.getTime() - visit.now.getTime()) / 60_000))
  const link = ends ? null : `${from.origin}/${contact.language}${placePath((await makeLink(visit.writer, { purpose: 'event', contact: signUp.contact as ContactId, about: signUp.id, lastsMinutes: minutes, now: visit.now })).secret)}`
  await postLetter(visit.writer, eventLetter({
    kind, key: `${kind} ${signUp.id} ${event.sequence} ${signUp.state}${again === undefined ? '' : ` ${again}`}`, from, to: contact.email, name: contact.name, language: contact.language, event, people: signUp.people, link, until: signUp.offeredUntil,
    calendar: kind === 'participation.eventPlace' || ((kind === 'participation.eventChanged' || kind === 'participation.eventCancelled') && signUp.state === 'confirmed') ? 'yes' : 'no',
  }))
}
const stillIn = ({ state }: SignUp): boolean => state === 'confirmed' || state === 'waiting' || state === 'offered'
export const tellSignedUp = async (visit: WriteVisit, { event, kind, from }: { readonly event: PublicEvent; readonly kind: 'changed' | 'cancelled' | 'reminder'; readonly from: LetterFrom }): Promise<void> => {
  const kinds = { changed: 'participation.eventChanged', cancelled: 'participation.eventCancelled', reminder: 'participation.eventReminder' } as const
  for (const signUp of await listSignUps(visit.writer.reader, event.id))
    if (kind === 'reminder' ? signUp.state === 'confirmed' : stillIn(signUp)) await tellOne(visit, { event, signUp, from, kind: kinds[kind] })
}
