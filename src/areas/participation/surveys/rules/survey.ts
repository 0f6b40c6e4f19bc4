// A survey: what it is, when it is open, who is full. Whether it is open follows from the clock and is never stored. Pure.
import type { Bilingual, Language } from '#kernel/language.ts'
import type { Ref } from '#kernel/thread.ts'
import { sectors, type Sector } from '#areas/participation/proposals/rules.ts'
import { hideSmall } from '#stats/suppression.ts'
import type { Answers } from './answers.ts'
import type { Question } from './questions.ts'

export const surveysPath = '/participation/surveys'
export const surveyPath = (slug: string): string => `${surveysPath}/${slug}`
export const changePath = (slug: string): string => `${surveyPath(slug)}/change`
export const peoplePath = (slug: string): string => `${surveyPath(slug)}/people`
export const enterPath = (slug: string): string => `${surveyPath(slug)}/enter`
export const resultsPath = (slug: string): string => `${surveyPath(slug)}/results`
export const questionPath = (slug: string, key: string): string => `${surveyPath(slug)}/questions/${key}`
export const answerPath = (slug: string, secret: string): string => `${surveyPath(slug)}/answer/${secret}`
export const linkPath = (slug: string, secret: string): string => `${surveyPath(slug)}/by/${secret}`

/** Groups of people as the stakeholder register has them. */
export { sectors, type Sector } from '#areas/participation/proposals/rules.ts'
export const isSector = (text: string): text is Sector => (sectors as readonly string[]).includes(text)
export type BySector = Readonly<Partial<Record<Sector, number>>>

export type SurveyFace = {
  readonly title: Bilingual; readonly says: Bilingual
  /** no way leads from an answer to who was asked */
  readonly anonymous: 'yes' | 'no'
  /** 'open': whoever comes; 'links': only those who got a link */
  readonly access: 'open' | 'links'
  readonly results: 'public' | 'staff'
  readonly opensAt: Date | null; readonly closesAt: Date | null
  /** people who answer without a personal link are asked which group they speak for */
  readonly asksSector: 'yes' | 'no'
  /** at most so many answers of a group */
  readonly quotas: BySector
  /** how many there are in the district, for the weights */
  readonly sizes: BySector
}
export type Survey = SurveyFace & {
  readonly id: Ref<'surveyResult'>; readonly slug: string; readonly state: 'draft' | 'open'; readonly version: number
  readonly questions: readonly Question[]; readonly questionsHash: string
  readonly waveOf: Ref<'surveyResult'> | null; readonly template: string | null; readonly process: Ref<'consultation'> | null
}
export type Channel = 'web' | 'paper'
export type Response = {
  readonly id: string; readonly answers: Answers; readonly sector: Sector | null; readonly language: Language; readonly channel: Channel
  /** sent off by the person, not left half-way */
  readonly complete: 'yes' | 'no'
  /** came when its group was already full: kept, not counted */
  readonly beyondQuota: 'yes' | 'no'
  /** a day; no time is kept */
  readonly onDay: string
}
export type Phase = 'draft' | 'coming' | 'open' | 'closed'
/** Worked: closes 30.11. 23:59:59.999; at 23:59:59 'open', at 00:00:00 'closed'. */
export const phaseOf = (survey: Pick<Survey, 'state' | 'opensAt' | 'closesAt'>, now: Date): Phase =>
  (survey.state === 'draft' ? 'draft' : survey.opensAt !== null && now < survey.opensAt ? 'coming' : survey.closesAt !== null && now >= survey.closesAt ? 'closed' : 'open')
/** A group is full when as many have answered as are wanted of it. No quota: never full. */
export const isFull = ({ quotas, answered, sector }: { readonly quotas: BySector; readonly answered: BySector; readonly sector: Sector | null }): boolean =>
  sector !== null && quotas[sector] !== undefined && (answered[sector] ?? 0) >= quotas[sector]
export const mostReminders = 2
/** Reminded are those who have not answered, were written to twice at most, and not within three days. */
export const mayRemind = ({ answered, reminders, lastOn, today, stopped }: { readonly answered: 'yes' | 'no'; readonly reminders: number; readonly lastOn: string; readonly today: string; readonly stopped: 'yes' | 'no' }): boolean =>
  answered === 'no' && stopped === 'no' && reminders < mostReminders && daysBetween(lastOn, today) >= 3
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
/** A name for the address: Latin letters and digits of the English title. */
export const slugOf = (title: Bilingual): string => (title.en || 'survey').toLowerCase().normalize('NFKD').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60).replace(/-+$/, '') || 'survey'
export type Invitation = {
  readonly id: string; readonly contact: string | null; readonly sector: Sector | null; readonly language: Language
  readonly sentOn: string; readonly reminders: number; readonly lastOn: string; readonly answered: 'yes' | 'no'; readonly stopped: 'yes' | 'no'
}
export type Rate = { readonly sector: Sector | 'unknown'; readonly invited: number; readonly answered: number }
/** How many of those who were written to have answered, by group. Worked: 10 firms invited, 4 answered: 4 of 10. */
export const ratesOf = (invitations: readonly Pick<Invitation, 'sector' | 'answered'>[]): readonly Rate[] =>
  [...sectors, 'unknown' as const].map((sector) => {
    const of = invitations.filter((one) => (one.sector ?? 'unknown') === sector)
    return { sector, invited: of.length, answered: of.filter(({ answered }) => answered === 'yes').length }
  }).filter(({ invited }) => invited > 0)
/** Rates as they are shown: by the rule for small cells. null is hidden. */
export const shownRates = (rates: readonly Rate[]): readonly (Omit<Rate, 'answered'> & { readonly answered: number | null })[] => {
  const { cells } = hideSmall(rates.map(({ answered }) => answered))
  return rates.map((rate, at) => ({ ...rate, answered: cells[at] ? null : rate.answered }))
}
