// The morning letter to moderators, for the clock: only on days when something waits, to those with the duty, else to all coordinators.
import { listPeople } from '#areas/people/accounts/read.ts'
import { getLetterFrom } from '#areas/people/settings/read.ts'
import type { Store } from '#store/store.ts'
import { postLetter } from '#store/outbox.ts'
import { countReview } from './read.ts'
import { countArgumentsAndTexts } from './read/inbox.ts'
import { daysWaiting } from './rules.ts'
import { moderatorsLetter } from './rules/letters.ts'

type People = Awaited<ReturnType<typeof listPeople>>
/** Those with the duty; where nobody has it, every coordinator; where there is none, the administrators. */
export const moderatorsAmong = (people: People): People => {
  const working = people.filter(({ endedAt }) => endedAt === null)
  const [duty, coordinators, administrators] = [working.filter(({ duties }) => duties.includes('moderator')), working.filter(({ role }) => role === 'coordinator'), working.filter(({ role }) => role === 'administrator')]
  return duty.length > 0 ? duty : coordinators.length > 0 ? coordinators : administrators
}
export const tellModerators = async (store: Pick<Store, 'writing'>, { now, origin }: { readonly now: Date; readonly origin: string }): Promise<number> => store.writing(async (writer) => {
  const reader = writer.reader
  const [{ texts, waitingArguments }, review] = [await countArgumentsAndTexts(reader), await countReview(reader)]
  const counts = { texts: texts.count + waitingArguments.count, flags: review.flags, objections: review.objections, oldestDays: daysWaiting([texts.oldest, waitingArguments.oldest].reduce<Date>((least, at) => (at !== null && at < least ? at : least), now), now) }
  if (counts.texts + counts.flags + counts.objections === 0) return 0
  const [people, from] = [moderatorsAmong(await listPeople(reader)), await getLetterFrom(reader, { origin })]
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Sofia' }).format(now)
  for (const { id, email, name, language } of people) await postLetter(writer, moderatorsLetter({ to: { email, name, language, account: id }, from, counts, key: `moderators:${day}:${id}` }))
  return people.length
})
export const makeModeratorsJob = (origin: string) => async (store: Store, now: Date): Promise<void> => { await tellModerators(store, { now, origin }) }
