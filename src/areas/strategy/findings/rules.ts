// The nouns of findings and what follows from them: what one needs before it is published, how sure one may be, how weights
// are shown. Suggestions are in rules/suggest, challenges and TOWS in rules/swot.
import type { Bilingual } from '#kernel/language.ts'
import type { Id } from '#kernel/id.ts'
import type { Problem } from '#kernel/result.ts'
import type { Ref, ThingKind } from '#kernel/thread.ts'
import { type Domain, domains } from '#areas/evidence/indicators/rules.ts'
import { hideSmall, leastShown } from '#stats/suppression.ts'

export const strategyPath = '/strategy'
export const findingsPath = '/strategy/findings'
export const findingPath = (number: number | string): string => `${findingsPath}/${number}`
export const newFindingPath = `${findingsPath}/new`
export const changePath = (number: number | string): string => `${findingPath(number)}/change`
export const evidencePath = (number: number | string): string => `${findingPath(number)}/evidence`
export const historyPath = (number: number | string): string => `${findingPath(number)}/history`
export const suggestionsPath = `${findingsPath}/suggestions`
export const weighPath = `${findingsPath}/weigh`
export const swotPath = '/strategy/swot'
export const towsPath = '/strategy/swot/tows'
export const challengesPath = '/strategy/challenges'
export const challengeChangePath = (number: number | string): string => `${challengesPath}/${number}/change`
/** Where everybody reads it: its place in the list. */
export const challengePath = (number: number): string => `${challengesPath}#challenge-${number}`

export const findingKinds = ['strength', 'weakness', 'opportunity', 'threat', 'need'] as const
export type FindingKind = (typeof findingKinds)[number]
/** The four of the SWOT; a need stands beside them. */
export const swotKinds = ['strength', 'weakness', 'opportunity', 'threat'] as const
export const themes: readonly Domain[] = domains
export type Theme = Domain
export const confidences = ['low', 'medium', 'high'] as const
export type Confidence = (typeof confidences)[number]
export type FindingState = 'draft' | 'published' | 'withdrawn'

export type FindingWords = {
  readonly kind: FindingKind
  readonly theme: Theme
  readonly confidence: Confidence | null
  readonly statement: Bilingual
  readonly says: Bilingual
  readonly illustrative: 'yes' | 'no'
}
export type Finding = FindingWords & {
  readonly id: Ref<'finding'>
  readonly number: number
  readonly state: FindingState
  readonly suggestion: string | null
  readonly version: number
  readonly publishedAt: Date | null
  readonly withdrawnWhy: string | null
  readonly changedAt: Date
}
export type FindingVersion = { readonly version: number; readonly state: FindingState; readonly words: FindingWords; readonly why: string; readonly restoredFrom: number | null; readonly savedAt: Date }

/** What a finding may rest on, in the order of the form. */
export const evidenceKinds = ['figure', 'analysis', 'proposal', 'workshopNote', 'consultationComment', 'surveyResult'] as const satisfies readonly ThingKind[]
export type EvidenceKind = (typeof evidenceKinds)[number]
export const isEvidenceKind = (kind: string): kind is EvidenceKind => (evidenceKinds as readonly string[]).includes(kind)
/** How evidence is asked for: one number leads to a proposal, a note or a comment alike. */
export const evidenceWays = ['figure', 'voice', 'surveyResult', 'analysis'] as const
export type EvidenceWay = (typeof evidenceWays)[number]
export const isVoice = (kind: EvidenceKind): boolean => kind !== 'figure' && kind !== 'analysis'
/** One end of the thread: what it is, the words meant, and why it bears the finding. */
export type Evidence = {
  readonly link: string
  readonly thing: string
  readonly kind: EvidenceKind
  readonly title: Bilingual
  readonly path: string
  readonly state: string
  readonly passage: string
  readonly reason: string
}

/** How sure one may be at most, by what it rests on. Worked: one figure and one proposal are two kinds of source: high;
 *  two proposals alone are voices without a figure: medium; one thing alone: low. */
export const mostConfidence = (evidence: readonly Pick<Evidence, 'kind' | 'thing'>[]): Confidence | null => {
  const things = new Map(evidence.map(({ thing, kind }) => [thing, kind]))
  if (things.size === 0) return null
  if (things.size === 1) return 'low'
  const kinds = [...things.values()]
  return kinds.some(isVoice) && kinds.some((kind) => !isVoice(kind)) ? 'high' : 'medium'
}

const problem = (field: string, bg: string, en: string): Problem => ({ field, text: { bg, en } })
/** What a finding lacks before everybody may read it: both languages, its evidence, and no more confidence than the evidence bears. */
export const lacksForPublishing = (words: FindingWords, evidence: readonly Pick<Evidence, 'kind' | 'thing'>[]): readonly Problem[] => {
  const most = mostConfidence(evidence)
  return [
    ...(words.statement.bg === '' ? [problem('statement_bg', 'Изводът се публикува на двата езика: напишете го и на български.', 'A finding is published in both languages: write it in Bulgarian too.')] : []),
    ...(words.statement.en === '' ? [problem('statement_en', 'Изводът се публикува на двата езика: напишете го и на английски.', 'A finding is published in both languages: write it in English too.')] : []),
    ...(words.confidence === null ? [problem('confidence', 'Изберете колко сигурен е изводът.', 'Choose how sure the finding is.')] : []),
    ...(most === null ? [problem('evidence', 'Добавете поне едно доказателство: стойност, предложение или бележка от среща. Без него изводът остава чернова.', 'Add at least one piece of evidence: a figure, a proposal or a note from a meeting. Without it the finding stays a draft.')] : []),
    ...(most !== null && words.confidence !== null && confidences.indexOf(words.confidence) > confidences.indexOf(most)
      ? [problem('confidence', mostSays[most].bg, mostSays[most].en)] : []),
  ]
}
const mostSays: Readonly<Record<Confidence, Bilingual>> = {
  low: { bg: 'Изводът стои на едно-единствено доказателство: сигурността му е ниска, докато не добавите друго.', en: 'The finding rests on one single thing: its confidence is low until you add another.' },
  medium: { bg: 'Изводът стои само на стойности или само на гласове: сигурността му е най-много средна. За висока са нужни и двете.', en: 'The finding rests on figures alone or on voices alone: its confidence is medium at most. High needs both.' },
  high: { bg: '', en: '' },
}
/** The register of things wants a title in both languages; a draft may have one of them only. */
export const titleForThread = (statement: Bilingual): Bilingual => ({ bg: statement.bg || statement.en, en: statement.en || statement.bg })
export const sayStatement = (finding: Pick<Finding, 'statement'>, language: 'bg' | 'en'): string => finding.statement[language] || finding.statement.bg || finding.statement.en

/** How important stakeholders found it. Nothing is said of fewer than five. */
export type Weighed = { readonly finding: string; readonly count: number; readonly mean: number | null }
/** Worked: 5, 5, 4, 3, 3 from five people: 4.0 of 5; from four people nothing is shown. */
export const toWeighed = (finding: string, importances: readonly number[]): Weighed => {
  const sum = importances.reduce((all, one) => all + one, 0)
  return { finding, count: importances.length, mean: importances.length < leastShown ? null : sum / importances.length }
}
export type SectorWeight = { readonly sector: string; readonly count: number; readonly mean: number }
/** By sector, with every sector hidden that would tell of fewer than five, also by subtraction. */
export const showSectors = (given: readonly SectorWeight[]): readonly { readonly sector: string; readonly count: number | null; readonly mean: number | null }[] => {
  const { cells } = hideSmall(given.map(({ count }) => count))
  return given.map(({ sector, count, mean }, at) => (cells[at] === true ? { sector, count: null, mean: null } : { sector, count, mean }))
}

export type Challenge = {
  readonly id: Id<'challenge'>; readonly number: number; readonly state: 'draft' | 'published'; readonly title: Bilingual; readonly says: Bilingual
  readonly version: number; readonly findings: readonly string[]; readonly changedAt: Date
}
export type TowsPair = { readonly id: Id<'towsPair'>; readonly inside: string; readonly outside: string; readonly note: Bilingual; readonly madeAt: Date }
/** A challenge groups what is wanted, weak or threatening. */
export const isForChallenge = (kind: FindingKind): boolean => kind === 'need' || kind === 'weakness' || kind === 'threat'
