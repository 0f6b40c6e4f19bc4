// The nouns of the reply report (справка по чл. 26, ал. 5 ЗНА): its rows, made of contributions and their answers, what blocks it, and
// what a person may be called in it. How it looks as a document is rules/document.ts.
import type { Bilingual } from '#kernel/language.ts'
import { channelNames } from '#areas/participation/proposals/rules/names.ts'
import type { AuthorKind, Channel } from '#areas/participation/proposals/rules.ts'
import { type Decision, decisionNames, wasDone } from '#areas/participation/answers/rules.ts'

export const reportsPath = '/participation/reports'
export const reportPath = (slug: string): string => `${reportsPath}/${slug}`
export const draftPath = (slug: string): string => `${reportPath(slug)}/draft`
export const versionPath = ({ slug, version }: { readonly slug: string; readonly version: number }): string => `${reportPath(slug)}/${version}`
export const filePath = ({ slug, version, format }: { readonly slug: string; readonly version: number | string; readonly format: FileFormat }): string => `${reportPath(slug)}/${version}/report.${format}`
export const youSaidPath = '/participation/you-said'
/** null: of all processes */
export const youSaidCsv = (slug: string | null): string => (slug === null ? `${youSaidPath}/answers.csv` : `${youSaidOf(slug)}/answers.csv`)
export const youSaidOf = (slug: string): string => `${youSaidPath}/${slug}`

export const fileFormats = ['html', 'docx', 'pdf', 'csv'] as const
export type FileFormat = (typeof fileFormats)[number]
export const fileTypes: Readonly<Record<FileFormat, string>> = {
  html: 'text/html; charset=utf-8', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', pdf: 'application/pdf', csv: 'text/csv; charset=utf-8',
}
export const columns = {
  number: { bg: '№', en: 'No.' }, author: { bg: 'Вносител и начин на получаване', en: 'Who, and how it came' }, text: { bg: 'Бележка или предложение', en: 'Comment or proposal' },
  decision: { bg: 'Решение', en: 'Decision' }, reason: { bg: 'Мотиви', en: 'Reason' }, place: { bg: 'Къде е отразено', en: 'Where it is reflected' },
} as const satisfies Readonly<Record<string, Bilingual>>
export type Column = keyof typeof columns
export const columnNames = Object.keys(columns) as readonly Column[]
/** Number, decision and reason are what the law asks for: they cannot be left out. */
export const fixedColumns: readonly Column[] = ['number', 'decision', 'reason']
export const toColumns = (wished: readonly string[]): readonly Column[] => (wished.length === 0 ? columnNames : columnNames.filter((name) => fixedColumns.includes(name) || wished.includes(name)))

export type Answered = { readonly part: string | null; readonly decision: Decision; readonly reason: Bilingual; readonly addition: Bilingual; readonly place: string; readonly unit: string; readonly decidedOn: string }
export type Row = {
  readonly number: string
  /** null: a person who wished no name */
  readonly author: string | null; readonly authorKind: AuthorKind; readonly channel: Channel; readonly receivedOn: string
  readonly title: string; readonly text: string; readonly language: string
  /** where in the text it was said: the passage it comments on */
  readonly passage: string
  /** numbers laid to it, of the term only */
  readonly merged: readonly { readonly number: string; readonly author: string | null; readonly authorKind: AuthorKind; readonly channel: Channel }[]
  /** one, or one for each part it was split into; empty: unanswered, and the report cannot be made final */
  readonly answers: readonly Answered[]
}
export type Head = {
  readonly title: Bilingual; readonly slug: string; readonly institution: Bilingual; readonly unit: string
  /** yyyy-mm-dd; `closesOn` null: no end */
  readonly opensOn: string; readonly closesOn: string | null; readonly days: number | null
  readonly shortTermReason: Bilingual; readonly ways: Bilingual; readonly registration: string
}
/** Everything a report says; frozen as it is when it is made final. */
export type Report = {
  readonly head: Head; readonly rows: readonly Row[]; readonly columns: readonly Column[]
  /** received in the term: rows and what is laid to them */
  readonly received: number; readonly byChannel: readonly { readonly channel: Channel; readonly count: number }[]
  readonly byDecision: readonly { readonly decision: Decision; readonly count: number }[]
  readonly late: readonly { readonly number: string; readonly receivedOn: string; readonly title: string }[]
  readonly refused: readonly { readonly reason: string; readonly count: number }[]
  readonly withdrawn: number
}
export const kindOf = (report: Pick<Report, 'received'>): 'report' | 'none' => (report.received === 0 ? 'none' : 'report')

/** A contribution as the report needs it: public words and author only. */
export type Said = {
  readonly id: string; readonly number: string; readonly title: string; readonly text: string; readonly language: string; readonly authorShown: string | null; readonly authorKind: AuthorKind
  readonly channel: Channel; readonly receivedOn: string; readonly late: boolean; readonly state: string; readonly reason: string | null
  /** the one it is laid to in the end; its own id where it is laid to none */
  readonly root: string
}
export type Answering = Omit<Answered, 'part'> & { readonly contribution: string }
type Parts = {
  readonly head: Head; readonly said: readonly Said[]; /** the answer that holds, of each contribution that has one */ readonly answers: readonly Answering[]
  readonly parts: readonly { readonly part: string; readonly whole: string }[]; readonly passages: ReadonlyMap<string, string>; readonly columns?: readonly Column[]
}
/** Gives every contribution of the term exactly one place: a row, a number laid to a row, or a part in the row of its whole.
 *  Worked: A, B laid to A, C late, D refused: one row (A, with B), received 2, one late, one refused. */
export const makeReport = ({ head, said, answers, parts, passages, columns: wished = columnNames }: Parts): Report => {
  const answerOf = new Map(answers.map((one) => [one.contribution, one]))
  const numberOf = new Map(said.map((one) => [one.id, one.number]))
  const ofTerm = said.filter((one) => one.state !== 'awaitingConfirmation' && one.state !== 'notPublished' && one.state !== 'withdrawn')
  const inTerm = new Map(ofTerm.filter(({ late }) => !late).map((one) => [one.id, one]))
  const wholeOf = new Map(parts.filter(({ part, whole }) => inTerm.has(whole) && part !== whole).map(({ part, whole }) => [part, whole]))
  const own = [...inTerm.values()].filter(({ id }) => !wholeOf.has(id))
  const isLaid = (one: Said): boolean => one.root !== one.id && inTerm.has(one.root) && !wholeOf.has(one.root)
  const partsOf = Map.groupBy([...inTerm.values()].filter(({ id }) => wholeOf.has(id)), ({ id }) => wholeOf.get(id) ?? '')
  const laidTo = Map.groupBy(own.filter(isLaid), ({ root }) => root)
  const rows = own.filter((one) => !isLaid(one)).map((one): Row => {
    const split = partsOf.get(one.id) ?? []
    const answered = split.length === 0 ? [{ part: null, answer: answerOf.get(one.root) ?? answerOf.get(one.id) }]
      : answerOf.has(one.id) ? [{ part: null, answer: answerOf.get(one.id) }] : split.map((part) => ({ part: part.number, answer: answerOf.get(part.root) ?? answerOf.get(part.id) }))
    return {
      number: one.number, author: one.authorShown, authorKind: one.authorKind, channel: one.channel, receivedOn: one.receivedOn, title: one.title, text: one.text, language: one.language,
      passage: passages.get(one.id) ?? '',
      merged: (laidTo.get(one.id) ?? []).map(({ number, authorShown, authorKind, channel }) => ({ number, author: authorShown, authorKind, channel })),
      answers: answered.some(({ answer }) => answer === undefined) ? [] : answered.flatMap(({ part, answer }) => (answer === undefined ? [] : [toAnswered(part, answer)])),
    }
  })
  const received = own
  return {
    head, rows, columns: wished, received: received.length,
    byChannel: [...Map.groupBy(received, ({ channel }) => channel)].map(([channel, some]) => ({ channel, count: some.length })).sort((one, other) => other.count - one.count || (one.channel < other.channel ? -1 : 1)),
    byDecision: decisionNames.map((decision) => ({ decision, count: rows.filter((row) => decisionOf(row) === decision).length })),
    late: ofTerm.filter(({ late }) => late).map(({ number, receivedOn, title, id }) => ({ number: numberOf.get(id) ?? number, receivedOn, title })),
    refused: [...Map.groupBy(said.filter(({ state }) => state === 'notPublished'), ({ reason }) => reason ?? '')].map(([reason, some]) => ({ reason, count: some.length })).sort((one, other) => other.count - one.count || (one.reason < other.reason ? -1 : 1)),
    withdrawn: said.filter(({ state }) => state === 'withdrawn').length,
  }
}
const toAnswered = (part: string | null, { decision, reason, addition, place, unit, decidedOn }: Answering): Answered => ({ part, decision, reason, addition, place, unit, decidedOn })
/** One decision for the counts: of a row in parts, what its parts agree on, else accepted in part. */
export const decisionOf = ({ answers }: Pick<Row, 'answers'>): Decision | null => {
  const [first] = answers
  return first === undefined ? null : answers.every(({ decision }) => decision === first.decision) ? first.decision : 'acceptedInPart'
}
const hasReason = ({ reason }: Pick<Answered, 'reason'>): boolean => reason.bg.trim() !== '' || reason.en.trim() !== ''
/** Numbers that still lack a decision or a reason: while there is one, nothing is made final. */
export const blockedBy = ({ rows }: Pick<Report, 'rows'>): readonly string[] => rows.filter(({ answers }) => answers.length === 0 || !answers.every(hasReason)).map(({ number }) => number)

/** As consented: a name only where its owner ticked it, initials, else „физическо лице“; an organisation by its name. */
export const authorIn = ({ author, authorKind }: Pick<Row, 'author' | 'authorKind'>): Bilingual =>
  author !== null && author !== '' ? { bg: author, en: author } : authorKind === 'organisation' ? { bg: 'организация', en: 'organisation' } : authorKind === 'authority' ? { bg: 'институцията', en: 'the authority' } : { bg: 'физическо лице', en: 'a person' }
export const channelIn = (channel: Channel): Bilingual => channelNames[channel]
/** Whole calendar days from the first to the last: 1 to 30 November are 30. */
export const daysBetween = (opensOn: string, closesOn: string): number => Math.round((Date.parse(`${closesOn}T00:00:00Z`) - Date.parse(`${opensOn}T00:00:00Z`)) / 86_400_000) + 1

export type YouSaid = { readonly did: readonly Row[]; readonly didNot: readonly Row[]; readonly waiting: readonly Row[]; readonly counts: Readonly<Record<Decision | 'waiting', number>> }
/** „You said, we did“: the rows of the report by what became of them; the sums are the report's. */
export const toYouSaid = ({ rows }: Pick<Report, 'rows'>): YouSaid => {
  const of = (wanted: 'did' | 'didNot' | null): readonly Row[] => rows.filter((row) => { const decision = decisionOf(row); return (decision === null ? null : wasDone(decision)) === wanted })
  const count = (wanted: Decision | null): number => rows.filter((row) => decisionOf(row) === wanted).length
  return {
    did: of('did'), didNot: of('didNot'), waiting: of(null),
    counts: { accepted: count('accepted'), acceptedInPart: count('acceptedInPart'), notAccepted: count('notAccepted'), outOfScope: count('outOfScope'), alreadySo: count('alreadySo'), waiting: count(null) },
  }
}
export type FinalReport = {
  readonly id: string; readonly version: number; readonly kind: 'report' | 'none'; readonly why: string; readonly finalisedAt: Date; readonly rows: number; readonly received: number
}
export type ReportFile = { readonly language: 'bg' | 'en'; readonly format: FileFormat; readonly sha256: string; readonly size: number }
/** Ended processes with and without a report, and the days each took: the figure the state counts too. */
export type Ended = { readonly slug: string; readonly title: Bilingual; readonly closedOn: string; readonly version: number | null; readonly finalisedAt: Date | null; readonly days: number }
export const headlineOf = (ended: readonly Ended[]): { readonly ended: number; readonly withReport: number; readonly without: number; readonly medianDays: number | null } => {
  const days = ended.filter(({ finalisedAt }) => finalisedAt !== null).map(({ days: taken }) => taken).sort((one, other) => one - other)
  const middle = Math.floor(days.length / 2)
  const median = days.length === 0 ? null : days.length % 2 === 1 ? (days[middle] ?? null) : ((days[middle - 1] ?? 0) + (days[middle] ?? 0)) / 2
  return { ended: ended.length, withReport: days.length, without: ended.length - days.length, medianDays: median }
}
export type FinalInput = { readonly why: string; readonly columns: readonly Column[] }
