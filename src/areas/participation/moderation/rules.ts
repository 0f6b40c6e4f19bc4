// The nouns of moderation: the closed list of reasons, what a decision does, who may judge an objection, what the public log shows.
// What the words of people may look like is not here: a moderator judges conduct, never opinion.
import type { Bilingual, Language } from '#kernel/language.ts'
import type { Id } from '#kernel/id.ts'
import type { Ref } from '#kernel/thread.ts'
import type { AccountId } from '#kernel/who.ts'
import { sayKind } from './rules/say.ts'

export const inboxPath = '/participation/inbox'
export const handlingPath = (number: string): string => `${inboxPath}/${number}`
export const policyPath = '/participation/moderation'
export const logPath = `${policyPath}/log`
export const logCsvPath = `${logPath}.csv`
export const objectionsPath = `${inboxPath}/objections`
export const mergePath = (number: string): string => `${handlingPath(number)}/merge`
export const splitPath = (number: string): string => `${handlingPath(number)}/split`
export const campaignsPath = `${inboxPath}/campaigns`
export const argumentsPath = `${inboxPath}/arguments`
export const judgePath = (decision: string): string => `${objectionsPath}/${decision}`
export const reportPath = (number: string): string => `/participation/report/${number}`
export const objectionPath = (secret: string): string => `/participation/objection/${secret}`
/** Days an author has to object, and working days we promise a first look within. */
export const objectionDays = 14
export const lookWithinDays = 2

export type DecisionId = Id<'moderation'>
export const reasons = {
  offTopic: { name: { bg: 'не е по темата', en: 'off topic' }, says: { bg: 'Текстът не засяга областта, нейното развитие или поставения въпрос.', en: 'The text concerns neither the district, nor its development, nor the question asked.' } },
  othersData: { name: { bg: 'лични данни на други хора', en: 'personal data of others' }, says: { bg: 'Имена, адреси, телефони или здравни данни на хора, които не са се съгласили. Обикновено ги заличаваме и публикуваме останалото.', en: 'Names, addresses, telephones or health data of people who have not agreed. As a rule we mask them and publish the rest.' } },
  insult: { name: { bg: 'обида или омраза', en: 'insult or hatred' }, says: { bg: 'Обиди към хора, заплахи, призиви към омраза или насилие.', en: 'Insults to people, threats, calls to hatred or violence.' } },
  advertising: { name: { bg: 'реклама', en: 'advertising' }, says: { bg: 'Предлага стока, услуга или кандидат, а не нещо за областта.', en: 'Offers goods, a service or a candidate, not something for the district.' } },
  unlawful: { name: { bg: 'противозаконно съдържание', en: 'unlawful' }, says: { bg: 'Публикуването би нарушило закон или чуждо авторско право.', en: 'Publishing it would break a law or somebody’s copyright.' } },
  duplicate: { name: { bg: 'повторение', en: 'duplicate' }, says: { bg: 'Същото вече е предложено. Обединяваме ги: подкрепата и авторите се запазват.', en: 'The same was proposed before. We merge them: support and authors are kept.' } },
  unreadable: { name: { bg: 'не се чете', en: 'unreadable' }, says: { bg: 'Текстът е повреден или неразбираем, и авторът не може да бъде попитан.', en: 'The text is damaged or cannot be understood, and the author cannot be asked.' } },
  test: { name: { bg: 'проба', en: 'test' }, says: { bg: 'Изпратено, за да се провери дали формата работи.', en: 'Sent to see whether the form works.' } },
} as const satisfies Readonly<Record<string, { readonly name: Bilingual; readonly says: Bilingual }>>
export type Reason = keyof typeof reasons
export const reasonNames = Object.keys(reasons) as readonly Reason[]
/** At the beginning of a line a reason begins with a capital letter. */
export const toLarge = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
export const isReason = (text: string): text is Reason => Object.hasOwn(reasons, text)

export const acts = {
  published: { bg: 'публикувано', en: 'published' }, masked: { bg: 'публикувано със заличаване', en: 'published with passages masked' }, refused: { bg: 'не е публикувано', en: 'not published' },
  removed: { bg: 'свалено след публикуване', en: 'removed after publication' }, restored: { bg: 'публикувано след възражение', en: 'published after an objection' }, merged: { bg: 'обединено с друго', en: 'merged with another' },
} as const satisfies Readonly<Record<string, Bilingual>>
export type ModerationAct = keyof typeof acts
export type Outcome = 'upheld' | 'reversed'
export const outcomes = {
  upheld: { bg: 'възражението е отхвърлено', en: 'objection rejected' }, reversed: { bg: 'възражението е уважено', en: 'objection accepted' },
} as const satisfies Readonly<Record<Outcome, Bilingual>>
/** These can be objected to; publishing a text as it came takes nothing from its author. */
export const mayBeObjected = (act: ModerationAct): boolean => act === 'refused' || act === 'removed' || act === 'masked' || act === 'merged'

export type Decision = {
  readonly id: DecisionId; readonly contribution: Ref; readonly act: ModerationAct; readonly kind: string; readonly reason: Reason | null; readonly passage: string | null; readonly says: string | null
  readonly stateBefore: string; readonly byAccount: AccountId | null; readonly at: Date
  readonly objectedAt: Date | null; readonly objection: string | null; readonly judgedAt: Date | null; readonly judgedBy: AccountId | null; readonly outcome: Outcome | null; readonly judgedWhy: string | null
}
/** Another person decides the objection: whoever decided first may not, and neither may somebody without an account. */
export const mayJudge = (decision: Pick<Decision, 'byAccount' | 'objectedAt' | 'judgedAt'>, account: AccountId | null): boolean =>
  account !== null && account !== decision.byAccount && decision.objectedAt !== null && decision.judgedAt === null
/** Still open to an objection: takes something from the author, not too long ago, and none made yet. */
export const isObjectable = ({ act, at, objectedAt }: Pick<Decision, 'act' | 'at' | 'objectedAt'>, now: Date): boolean =>
  mayBeObjected(act) && objectedAt === null && now.getTime() - at.getTime() <= objectionDays * 86_400_000

/** One line of the public log: no text, no name, no number of the contribution. */
export type LogLine = { readonly at: Date; readonly kind: string; readonly act: ModerationAct; readonly reason: Reason | null; readonly outcome: Outcome | 'waiting' | null }
export type LogCounts = { readonly all: number; readonly published: number; readonly taken: number; readonly objections: number; readonly reversed: number }
/** An argument under a contribution, as a moderator looks at it. */
export type ArgumentShown = { readonly id: string; readonly number: string; readonly title: string; readonly side: 'for' | 'against'; readonly text: string; readonly language: string; readonly authorShown: string | null; readonly at: Date }
const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Sofia' })
export const logCsv = (lines: readonly LogLine[], language: Language): string => {
  const head = language === 'bg' ? ['дата', 'вид', 'решение', 'причина', 'възражение'] : ['date', 'kind', 'decision', 'reason', 'objection']
  const rows = lines.map(({ at, kind, act, reason, outcome }) =>
    [day.format(at), sayKind(kind, language), acts[act][language], reason === null ? '' : reasons[reason].name[language], outcome === null ? '' : outcome === 'waiting' ? (language === 'bg' ? 'чака' : 'waiting') : outcomes[outcome][language]])
  return `\ufeff${[head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}
/** Whole days something has waited by now. */
export const daysWaiting = (since: Date, now: Date): number => Math.max(0, Math.floor((now.getTime() - since.getTime()) / 86_400_000))

/** What the inbox is divided into. */
export const inboxTabs = ['review', 'arguments', 'flags', 'objections', 'unassigned', 'answer', 'unconfirmed', 'all'] as const
export type InboxTab = (typeof inboxTabs)[number]
export const isInboxTab = (text: string): text is InboxTab => (inboxTabs as readonly string[]).includes(text)
