// The answers as columns for programs, and the book that says what each column and each code means. Per person: for staff only.
import type { Bilingual, Language } from '#kernel/language.ts'
import { isAsked } from './answers.ts'
import { codesOf, type Choice, type Question } from './questions.ts'
import type { Response } from './survey.ts'

/** Signs that are no answers; 'empty' is asked and left out. */
export const passedCode = -8
export const notAskedCode = -9
export type Variable = {
  readonly name: string; readonly question: Question | null
  readonly label: Bilingual
  readonly kind: 'number' | 'text'
  /** code → meaning, for whoever reads the file */
  readonly codes: readonly Choice[]
}
const yesNo: readonly Choice[] = [{ code: '0', name: { bg: 'не', en: 'no' } }, { code: '1', name: { bg: 'да', en: 'yes' } }]
const join = (question: Question, part: Choice): Bilingual => ({ bg: `${question.asks.bg} – ${part.name.bg}`, en: `${question.asks.en} – ${part.name.en}` })
/** One column for one number. Codes of places and free texts are text, everything else is a number. */
export const variablesOf = (questions: readonly Question[]): readonly Variable[] => [
  ...(['number', 'day', 'channel', 'language', 'sector', 'complete', 'beyond_quota'] as const).map((name): Variable => ({ name, question: null, label: fixedLabels[name], kind: name === 'number' ? 'number' : 'text', codes: [] })),
  ...questions.flatMap((question): readonly Variable[] => {
    const one = (kind: Variable['kind'], codes: readonly Choice[]): readonly Variable[] => [{ name: question.key, question, label: question.asks, kind, codes }]
    switch (question.kind) {
      case 'one': case 'scale': return one('number', codesOf(question))
      case 'number': return one('number', [])
      case 'text': case 'place': return one('text', [])
      case 'many': return question.choices.map((choice) => ({ name: `${question.key}_${choice.code}`, question, label: join(question, choice), kind: 'number', codes: yesNo }))
      case 'rank': return question.choices.map((choice) => ({ name: `${question.key}_${choice.code}`, question, label: join(question, choice), kind: 'number', codes: [] }))
      case 'grid': return question.rows.map((row) => ({ name: `${question.key}_${row.code}`, question, label: join(question, row), kind: 'number', codes: question.choices }))
    }
  }),
]
const fixedLabels = {
  number: { bg: 'Номер на реда; редът е случаен и не казва кой кога е отговорил', en: 'Number of the row; the order is random and does not tell who answered when' },
  day: { bg: 'Ден, без час', en: 'Day, without a time' }, channel: { bg: 'Канал: web или paper', en: 'Channel: web or paper' }, language: { bg: 'Език на отговора', en: 'Language of the answer' },
  sector: { bg: 'Група', en: 'Group' }, complete: { bg: 'Изпратен докрай: yes или no', en: 'Sent off: yes or no' }, beyond_quota: { bg: 'Дошъл, когато групата е била пълна', en: 'Came when its group was full' },
} as const satisfies Record<string, Bilingual>

export type FileCell = string | number | null
/** Rows in the order they come in: the store gives them in random order. */
export const rowsOf = (questions: readonly Question[], responses: readonly Response[]): readonly (readonly FileCell[])[] => responses.map((response, at) => [
  at + 1, response.onDay, response.channel, response.language, response.sector ?? '', response.complete, response.beyondQuota,
  ...questions.flatMap((question): readonly FileCell[] => {
    const { answers } = response
    const answer = answers[question.key]
    const width = question.kind === 'many' || question.kind === 'rank' ? question.choices : question.kind === 'grid' ? question.rows : [null]
    const all = (cell: FileCell): readonly FileCell[] => width.map(() => cell)
    const isText = question.kind === 'text' || question.kind === 'place'
    if (!isAsked(question, { questions, answers })) return all(isText ? String(notAskedCode) : notAskedCode)
    if (answer === undefined) return all(null)
    if ('passed' in answer) return all(isText ? String(passedCode) : passedCode)
    if ('number' in answer) return [answer.number]
    if ('text' in answer) return [answer.text]
    if ('rows' in answer) return question.rows.map(({ code }) => (answer.rows[code] === undefined ? null : Number(answer.rows[code])))
    return question.kind === 'many' ? question.choices.map(({ code }) => (answer.codes.includes(code) ? 1 : 0))
      : question.kind === 'rank' ? question.choices.map(({ code }) => (answer.codes.includes(code) ? answer.codes.indexOf(code) + 1 : null))
        : [isText ? (answer.codes[0] ?? null) : Number(answer.codes[0])]
  }),
])
/** A row for every code; a variable without codes has one row. */
export const codebookOf = (questions: readonly Question[], language: Language): readonly (readonly string[])[] => variablesOf(questions).flatMap(({ name, label, question, codes }) => {
  const of = (code: string, meaning: string): readonly string[] => [name, label[language], question?.kind ?? '', code, meaning]
  const signs = question === null ? [] : [
    ...(question.mayPass === 'yes' ? [of(String(passedCode), language === 'bg' ? 'предпочита да не отговори' : 'prefers not to say')] : []),
    ...(question.shownIf === null ? [] : [of(String(notAskedCode), language === 'bg' ? 'въпросът не е зададен' : 'was not asked')]),
  ]
  const rows = codes.map((choice) => of(choice.code, choice.name[language]))
  return rows.length + signs.length === 0 ? [of('', '')] : [...rows, ...signs]
})
