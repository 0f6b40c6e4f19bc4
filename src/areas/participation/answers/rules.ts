// The nouns of answers: the five decisions in their official words, what an answer must hold before anybody reads it, who may do which
// step of it, and when it is due. The decision of a contribution is copied onto it by the act that publishes.
import type { Bilingual, Language } from '#kernel/language.ts'
import type { Id } from '#kernel/id.ts'
import type { Problem } from '#kernel/result.ts'
import type { AccountId } from '#kernel/who.ts'
import type { ContributionId } from '#areas/participation/proposals/rules.ts'

export const answersPath = '/participation/answers'
export const newAnswerPath = `${answersPath}/new`
export const answerPath = (id: string): string => `${answersPath}/${id}`
export const templatesPath = `${answersPath}/templates`

export type AnswerId = Id<'answer'>
/** In the order of the statutory report; the Bulgarian words are the official ones. */
export const decisions = {
  accepted: { bg: 'приема се', en: 'accepted' },
  acceptedInPart: { bg: 'приема се частично', en: 'accepted in part' },
  notAccepted: { bg: 'не се приема', en: 'not accepted' },
  outOfScope: { bg: 'извън обхвата', en: 'out of scope' },
  alreadySo: { bg: 'вече е отразено', en: 'already so' },
} as const satisfies Readonly<Record<string, Bilingual>>
export type Decision = keyof typeof decisions
export const decisionNames = Object.keys(decisions) as readonly Decision[]
export const isDecision = (text: string): text is Decision => Object.hasOwn(decisions, text)
/** „You said, we did“: what was done, and what was not. */
export const wasDone = (decision: Decision): 'did' | 'didNot' => (decision === 'accepted' || decision === 'acceptedInPart' || decision === 'alreadySo' ? 'did' : 'didNot')

export type AnswerState = 'draft' | 'approved' | 'published' | 'dropped'
export type CitationKind = 'indicator' | 'proposal' | 'block'
/** `cited`: the key of an indicator, the number of a proposal, or text number and passage number as '3/12' */
export type Citation = { readonly kind: CitationKind; readonly cited: string }
/** A citation that leads somewhere: its name and its page. */
export type Cited = Citation & { readonly name: Bilingual; readonly path: string }
export type Words = {
  readonly decision: Decision; readonly reason: Bilingual; readonly unit: string
  /** yyyy-mm-dd */
  readonly decidedOn: string
  /** where in the text it is reflected */
  readonly place: string
  readonly whyChanged: string
  readonly citations: readonly Citation[]
}
export type Member = { readonly contribution: ContributionId; readonly addition: Bilingual; readonly seen: number; readonly number: number | null }
export type Answer = Words & {
  readonly id: AnswerId; readonly state: AnswerState; readonly version: number; readonly members: readonly Member[]
  readonly draftedBy: AccountId | null; readonly draftedAt: Date; readonly approvedBy: AccountId | null; readonly approvedAt: Date | null; readonly publishedBy: AccountId | null; readonly publishedAt: Date | null
}
/** An answer as everybody reads it on the page of a contribution; the last is the one that holds. */
export type PublicAnswer = Pick<Words, 'decision' | 'reason' | 'unit' | 'decidedOn' | 'place' | 'whyChanged'> & {
  readonly id: AnswerId; readonly contribution: ContributionId; readonly number: number; readonly addition: Bilingual; readonly publishedAt: Date; readonly cited: readonly Cited[]
}
export type Template = { readonly id: string; readonly name: string; readonly decision: Decision; readonly reason: Bilingual }

/** What the forms may send. */
export type DraftInput = { readonly words: Words; readonly numbers: readonly string[]; /** what is added for one, by its number */ readonly additions: ReadonlyMap<string, Bilingual> }
export type AnswerInput = { readonly does: 'save'; readonly version: number; readonly draft: DraftInput } | { readonly does: 'approve' | 'publish' | 'drop'; readonly version: number }
export type TemplateInput = { readonly name: string; readonly decision: Decision; readonly reason: Bilingual }

export type DraftLine = { readonly id: AnswerId; readonly state: AnswerState; readonly decision: PublicAnswer['decision']; readonly unit: string; readonly draftedAt: Date; readonly draftedBy: string | null; readonly members: number; readonly numbers: readonly string[] }

export const mostMembers = 500
const nothing = (text: Bilingual): boolean => text.bg.trim() === '' && text.en.trim() === ''
/** In one's own language where it was written in it, else as it was written. */
export const wordsIn = (text: Bilingual, language: Language): { readonly text: string; readonly lang: Language | undefined } =>
  text[language].trim() !== '' ? { text: text[language], lang: undefined } : language === 'bg' ? { text: text.en, lang: 'en' } : { text: text.bg, lang: 'bg' }

/** What is missing before it may be published: always a decision, a reason, a unit, a day; every link must lead somewhere. */
export const lacksForPublishing = ({ words, dead, today, isChange }: { readonly words: Words; readonly dead: readonly Citation[]; readonly today: string; readonly isChange: 'yes' | 'no' }): readonly Problem[] => [
  ...(nothing(words.reason) ? [{ field: 'reason_bg', text: { bg: 'Напишете мотивите: без тях отговорът не може да се публикува.', en: 'Write the reason: without it the answer cannot be published.' } }] : []),
  ...(words.unit.trim() === '' ? [{ field: 'unit', text: { bg: 'Напишете кое звено отговаря.', en: 'Write which unit is responsible.' } }] : []),
  ...(words.decidedOn === '' ? [{ field: 'decided_on', text: { bg: 'Напишете деня на решението.', en: 'Write the day of the decision.' } }]
    : words.decidedOn > today ? [{ field: 'decided_on', text: { bg: 'Денят на решението е в бъдещето.', en: 'The day of the decision lies in the future.' } }] : []),
  ...(isChange === 'yes' && words.whyChanged.trim() === '' ? [{ field: 'why_changed', text: { bg: 'Напишете защо се променя отговорът: предишният остава видим.', en: 'Write why the answer is changed: the one before stays visible.' } }] : []),
  ...dead.map(({ kind, cited }) => ({ field: 'citations', text: {
    bg: `${kind === 'indicator' ? 'Показателят' : kind === 'proposal' ? 'Предложението' : 'Пасажът'} „${cited}“ не се намира или не е публичен. Поправете връзката или я махнете.`,
    en: `The ${kind === 'indicator' ? 'indicator' : kind === 'proposal' ? 'proposal' : 'passage'} “${cited}” is not there or not public. Correct the link or take it out.`,
  } })),
]

type Standing = Pick<Answer, 'state' | 'draftedBy' | 'approvedBy'>
/** Where the process asks for it, whoever drafted neither approves nor publishes; whoever approved may publish. */
export const mayApprove = ({ state, draftedBy }: Standing, account: AccountId | null): boolean => state === 'draft' && account !== null && account !== draftedBy
export const mayPublish = ({ state, draftedBy }: Standing, { account, byOthers }: { readonly account: AccountId | null; readonly byOthers: 'yes' | 'no' }): boolean =>
  byOthers === 'no' ? state === 'draft' || state === 'approved' : state === 'approved' && account !== null && account !== draftedBy

/** Days until an answer is due; below zero: late by so many. Worked: due 2026-03-01, today 2026-03-04: −3. */
export const daysLeft = (dueOn: string, today: string): number => Math.round((Date.parse(`${dueOn}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000)

/** „indicator: gdp-per-person“, „2026-0042“, „3/12“: one a line, as people write them. */
export const parseCitations = (text: string): readonly Citation[] => text.split(/[\n,;]+/).map((line) => line.trim()).filter((line) => line !== '').slice(0, 20).map((line) => {
  const bare = line.replace(/^https?:\/\/[^/]+/, '').replace(/^\/(?:bg|en)\//, '/')
  const proposal = /(?:^|\/participation\/proposals\/)(\d{4}-\d{4,9})$/.exec(bare)
  if (proposal?.[1] !== undefined) return { kind: 'proposal' as const, cited: proposal[1] }
  const block = /(?:^|\/participation\/texts\/)(\d{1,9})(?:\/blocks\/|\/|#b)(\d{1,9})$/.exec(bare)
  if (block !== null) return { kind: 'block' as const, cited: `${block[1]}/${block[2]}` }
  return { kind: 'indicator' as const, cited: (/\/evidence\/indicators\/([^/?#]+)/.exec(bare)?.[1] ?? bare).slice(0, 300) }
})
export const sayCitations = (citations: readonly Citation[]): string => citations.map(({ cited }) => cited).join('\n')
