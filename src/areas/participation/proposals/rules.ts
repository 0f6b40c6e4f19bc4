// The nouns of contributions: what anybody said by any way, where it stands, who may move it on.
// The received text is nobody's to change; what the public reads is a version of its own.
import { dayIn } from '#kernel/day.ts'
import type { AuthorChoice, ContactId } from '#areas/people/contacts/rules.ts'
import type { Bilingual } from '#kernel/language.ts'
import type { Ref, ThingKind } from '#kernel/thread.ts'
import type { ProcessId } from '#areas/participation/processes/rules.ts'

export type { AuthorChoice } from '#areas/people/contacts/rules.ts'
export const proposalsPath = '/participation/proposals'
/** One public address per number for ever, whatever kind it is and whatever becomes of it. */
export const contributionPath = (number: string): string => `${proposalsPath}/${number}`
/** The page with the button behind the link in the author's letter; link purpose 'confirm', about the contribution. */
export const confirmPath = (secret: string): string => `/participation/confirm/${secret}`

export const contributionKinds = ['proposal', 'blockComment', 'eventNote', 'surveyText', 'statement'] as const
export type ContributionKind = (typeof contributionKinds)[number]
export const channels = ['web', 'email', 'paper', 'post', 'event', 'portalCsv', 'portalApi', 'phone', 'import', 'survey'] as const
export type Channel = (typeof channels)[number]
export const sectors = ['administration', 'business', 'finance', 'education', 'ngo', 'citizens', 'media'] as const
export type Sector = (typeof sectors)[number]
/** From nobody known to a colleague; the order is the order of assurance. */
export const assurances = ['unconfirmed', 'email', 'inPerson', 'staff'] as const
export type Assurance = (typeof assurances)[number]
export type AuthorKind = 'person' | 'organisation' | 'authority'
export const contributionStates = ['awaitingConfirmation', 'inModeration', 'published', 'notPublished', 'underConsideration', 'answered', 'outcomeKnown', 'merged', 'withdrawn'] as const
export type ContributionState = (typeof contributionStates)[number]
export const shownStates = ['published', 'underConsideration', 'answered', 'outcomeKnown', 'merged'] as const satisfies readonly ContributionState[]
export const isShown = (state: ContributionState): boolean => (shownStates as readonly ContributionState[]).includes(state)

export type ContributionId = Ref<'proposal'> | Ref<'consultationComment'> | Ref<'workshopNote'> | Ref<'surveyResult'>
/** The kind under which it stands in the golden thread. */
export const toThingKind = (kind: ContributionKind): ThingKind & ('proposal' | 'consultationComment' | 'workshopNote' | 'surveyResult') =>
  kind === 'blockComment' ? 'consultationComment' : kind === 'eventNote' ? 'workshopNote' : kind === 'surveyText' ? 'surveyResult' : 'proposal'

/** Public: no field here tells more of a person than the person agreed to. */
export type Contribution = {
  readonly id: ContributionId; readonly number: string; readonly kind: ContributionKind; readonly channel: Channel; readonly process: ProcessId; readonly language: string
  readonly title: string; readonly text: string; readonly version: number
  readonly municipality: string | null; readonly place: string; readonly point: { readonly latitude: number; readonly longitude: number } | null
  readonly forWhom: string; readonly sector: Sector | null; readonly indicator: string | null; readonly topics: readonly string[]
  readonly authorShown: string | null; readonly authorKind: AuthorKind
  readonly receivedOn: string; readonly enteredAt: Date; readonly assurance: Assurance; readonly late: boolean
  readonly state: ContributionState; readonly notPublishedReason: string | null; readonly mergedInto: ContributionId | null
  readonly supports: number; readonly countedSupports: number; readonly argumentsFor: number; readonly argumentsAgainst: number; readonly followers: number
  readonly decision: string | null; readonly answeredAt: Date | null; readonly unit: string; readonly dueOn: string | null
  readonly publishedAt: Date | null; readonly changedAt: Date
}
/** For colleagues with the right to see it. */
export type WholeContribution = Contribution & {
  readonly titleReceived: string; readonly textReceived: string
  /** as it would be published, or is: masked and mended by a person */
  readonly titleNow: string; readonly textNow: string; readonly marks: readonly string[]
  readonly author: ContactId | null; readonly authorChoice: AuthorChoice; readonly enteredBy: string | null; readonly checkedBy: string | null
  readonly sourceFile: string | null; readonly sourceReference: string | null; readonly confirmedAt: Date | null
}
export type Topic = { readonly key: string; readonly name: Bilingual; readonly active: boolean }
export type Step = { readonly id: string; readonly at: Date; readonly kind: string; readonly says: Bilingual; readonly path: string | null; readonly hidden: boolean }
export type Side = 'for' | 'against'
export type Attachment = { readonly id: string; readonly sha256: string; readonly size: number; readonly name: string; readonly mediaType: string; readonly open: boolean }

export const longestTitle = 200
export const longestText = 20_000
export const shortestText = 10

/** Whether a way is open to everybody, so that the person behind it must be confirmed before anything counts. */
export const isOpenDoor = (channel: Channel): boolean => channel === 'web' || channel === 'email'

export type Arrival = {
  readonly channel: Channel; readonly assurance: Assurance; readonly hasAuthor: 'yes' | 'no'; readonly authorKind: AuthorKind
  readonly checkedFirst: 'before' | 'after'; readonly marks: readonly string[]
  /** how many contributions of the same person the public reads already */
  readonly publishedBefore: number
}
/** Why a person looks before publication; empty: nobody has to. What is marked for a suspicion or personal data never goes past. */
export const reasonsToCheck = ({ channel, assurance, hasAuthor, authorKind, checkedFirst, marks, publishedBefore }: Arrival): readonly string[] => authorKind === 'authority' && assurance === 'staff' ? [] : [
  ...(checkedFirst === 'before' ? ['process'] : []),
  ...(channel === 'email' || channel === 'paper' || channel === 'post' || channel === 'phone' ? ['channel'] : []),
  ...(hasAuthor === 'no' ? ['anonymous'] : publishedBefore === 0 ? ['first'] : []),
  ...marks.filter((mark) => !harmlessMarks.has(mark)),
]
/** Marks that tell how it came and are no reason to wait. */
export const harmlessMarks: ReadonlySet<string> = new Set(['late', 'illegible', 'charsetGuessed', 'alike'])
/** What a contribution becomes when it has come in. */
export const stateOnArrival = (arrival: Arrival): 'awaitingConfirmation' | 'inModeration' | 'published' =>
  isOpenDoor(arrival.channel) && arrival.assurance === 'unconfirmed' && arrival.hasAuthor === 'yes' ? 'awaitingConfirmation' : reasonsToCheck(arrival).length > 0 ? 'inModeration' : 'published'

export const parseNumber = (text: string | undefined): string | undefined => (text !== undefined && /^\d{4}-\d{4,9}$/.test(text) ? text : undefined)
/** The year in the time of the region: a proposal of 31 December 23:30 in Sofia is of the old year. */
export const yearIn = (now: Date): number => Number(dayIn(now).slice(0, 4))
/** Days are counted on the calendar: the clock changes do not move them. */
export const dayAfter = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
