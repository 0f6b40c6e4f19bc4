// The nouns of following: what can be followed, how often one is told, whose turn it is. Letters are worded in rules/.
import type { ContactId } from '#areas/people/contacts/rules.ts'
import type { Bilingual } from '#kernel/language.ts'

export const hows = ['atOnce', 'daily', 'weekly', 'none'] as const
export type How = (typeof hows)[number]
export const isHow = (text: string): text is How => (hows as readonly string[]).includes(text)

export const followPath = '/participation/follow'
export const followAddress = (about: string): string => `${followPath}?about=${encodeURIComponent(toTarget(about))}`
export const confirmFollowPath = (secret: string): string => `${followPath}/confirm/${secret}`
export const stopPath = (secret: string): string => `/participation/stop/${secret}`
export const minePath = '/participation/mine'
export const mineOpenPath = (secret: string): string => `${minePath}/open/${secret}`
export const mineHerePath = (secret: string): string => `${minePath}/${secret}`
export const isSecretShaped = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text)

/** A bare number is a thing; everything else says what it is: 'topic:skills', 'municipality:SZR31', 'block:…', 'newsletter'. */
export const toTarget = (about: string): string => (/^[0-9a-f]{8}-[0-9a-f]{4}-/.test(about) ? `thing:${about}` : about)
export const isTarget = (text: string): boolean =>
  /^(?:(?:thing|block):[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|topic:[A-Za-z0-9-]{1,60}|municipality:[A-Z0-9]{2,10}|newsletter)$/.test(text)
export type Follow = { readonly id: string; readonly contact: ContactId; readonly about: string; readonly how: How; readonly madeAt: Date; readonly confirmedAt: Date | null }
export type Notice = { readonly id: string; readonly about: readonly string[]; readonly kind: string; readonly says: Bilingual; readonly path: string; readonly at: Date; readonly exceptContact: ContactId | null }

/** Letters that come back three times in a row stop. */
export const mostBounces = 3
/** What is older is history and is read on the pages, not in a letter. */
export const oldestDays = 30
/** Lines of one digest; the rest is counted and said. */
export const mostInDigest = 40

/** How often each person wants to hear of one event: the most prompt of the things they follow that it happened to. */
export const promptestOf = (chosen: readonly How[]): How => hows.find((how) => chosen.includes(how)) ?? 'none'

/** Weekly letters go on Monday; what has waited a week already does not wait for another one. Days are those of the region. */
export const isWeeklyDue = ({ weekday, oldest, now }: { readonly weekday: string; readonly oldest: Date; readonly now: Date }): boolean =>
  weekday === 'Mon' || now.getTime() - oldest.getTime() >= 7 * 86_400_000

/** What each person is to be told in one run, newest first, nothing that was told before, nobody about what they did themselves. */
export type Told = { readonly contact: ContactId; readonly notice: string }
export const toTell = ({ notices, follows, told, how }: {
  readonly notices: readonly Notice[]; readonly follows: readonly Pick<Follow, 'contact' | 'about' | 'how' | 'madeAt' | 'confirmedAt'>[]; readonly told: readonly Told[]; readonly how: How
}): ReadonlyMap<ContactId, readonly Notice[]> => {
  const byTarget = new Map<string, (typeof follows)[number][]>()
  for (const follow of follows) if (follow.confirmedAt !== null) byTarget.set(follow.about, [...(byTarget.get(follow.about) ?? []), follow])
  const done = new Set(told.map(({ contact, notice }) => `${contact} ${notice}`))
  const found = new Map<ContactId, Notice[]>()
  for (const notice of [...notices].sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1))) {
    const chosen = new Map<ContactId, How[]>()
    for (const target of notice.about) for (const follow of byTarget.get(target) ?? [])
      if (follow.madeAt <= notice.at && follow.contact !== notice.exceptContact) chosen.set(follow.contact, [...(chosen.get(follow.contact) ?? []), follow.how])
    for (const [contact, each] of chosen) if (promptestOf(each) === how && !done.has(`${contact} ${notice.id}`)) found.set(contact, [...(found.get(contact) ?? []), notice])
  }
  return found
}
