// The nouns of the register: who has a stake, in which sector and helix, how much it cares and can move. Pure.
// Likely doubles are in rules/doubles, what was heard from whom in rules/coverage.
import { type Sector, sectors } from '#areas/participation/proposals/rules.ts'
import type { Id } from '#kernel/id.ts'
import type { Bilingual, Language } from '#kernel/language.ts'

export const stakeholdersPath = '/participation/stakeholders'
export const stakeholderPath = (id: string): string => `${stakeholdersPath}/${id}`
export const coveragePath = '/participation/coverage'

export type StakeholderId = Id<'stakeholder'>
export const isSector = (text: string): text is Sector => (sectors as readonly string[]).includes(text)
/** The quadruple helix: every sector belongs to one. */
export const helixOf: Readonly<Record<Sector, 'government' | 'industry' | 'academia' | 'society'>> = {
  administration: 'government', business: 'industry', finance: 'industry', education: 'academia', ngo: 'society', citizens: 'society', media: 'society',
}
export const helixNames = { government: { bg: 'Управление', en: 'Government' }, industry: { bg: 'Стопанство', en: 'Industry' }, academia: { bg: 'Наука', en: 'Academia' }, society: { bg: 'Общество', en: 'Society' } } as const
export const kinds = ['organisation', 'informal', 'person'] as const
export type StakeholderKind = (typeof kinds)[number]
export const channels = ['email', 'post', 'phone', 'inPerson'] as const
export type StakeholderChannel = (typeof channels)[number]

export type StakeholderWords = {
  readonly kind: StakeholderKind; readonly name: Bilingual
  /** who speaks for an organisation; the person's own name is `name` */
  readonly person: string
  readonly email: string | null; readonly telephone: string; readonly companyNumber: string | null; readonly activityCode: string; readonly website: string
  readonly sector: Sector; readonly secondLevel: string; readonly municipality: string | null; readonly language: Language; readonly channel: StakeholderChannel
  readonly source: string
  /** yyyy-mm-dd */
  readonly verifiedOn: string
  readonly note: string
}
export type Stakeholder = StakeholderWords & { readonly id: StakeholderId; readonly version: number; readonly objectedAt: Date | null; readonly mergedInto: StakeholderId | null; readonly contact: Id<'contact'> | null; readonly organisation: Id<'organisation'> | null }
export type Rating = { readonly stakeholder: StakeholderId; readonly issue: string; readonly interest: number; readonly influence: number; readonly reason: string; readonly rater: string | null; readonly ratedAt: Date }

/** Check digits of the BULSTAT and trade registers. Worked: 00081777 weighted 1 to 8 is 4·8 + 5·1 + 6·7 + 7·7 + 8·7 = 184, 184 mod 11 = 8: 000817778. */
export const isCompanyNumber = (text: string): boolean => {
  if (!/^(\d{9}|\d{13})$/.test(text)) return false
  const digits = [...text].map(Number)
  const sum = (from: number, weights: readonly number[]): number => weights.reduce((all, weight, at) => all + weight * (digits[from + at] ?? 0), 0) % 11
  const check = (from: number, first: readonly number[], second: readonly number[]): number => {
    const one = sum(from, first)
    return one < 10 ? one : sum(from, second) % 10
  }
  if (check(0, [1, 2, 3, 4, 5, 6, 7, 8], [3, 4, 5, 6, 7, 8, 9, 10]) !== digits[8]) return false
  return digits.length === 9 || check(8, [2, 7, 3, 5], [4, 9, 5, 7]) === digits[12]
}

/** The four corners of the map of interest and influence; 3 and more is much. */
export const cornerOf = ({ interest, influence }: Pick<Rating, 'interest' | 'influence'>): 'involve' | 'satisfy' | 'inform' | 'watch' =>
  (influence >= 3 ? (interest >= 3 ? 'involve' : 'satisfy') : interest >= 3 ? 'inform' : 'watch')
