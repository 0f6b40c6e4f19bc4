// What a questionnaire is made of: eight kinds of question, branching, and what one still lacks before people are asked. Pure.
// What somebody answers is in rules/answers.
import type { Bilingual } from '#kernel/language.ts'
import type { Problem } from '#kernel/result.ts'

export const questionKinds = ['one', 'many', 'scale', 'grid', 'number', 'rank', 'text', 'place'] as const
export type QuestionKind = (typeof questionKinds)[number]
/** `alone`: whoever chooses it chooses nothing else („нито едно от тези“) */
export type Choice = { readonly code: string; readonly name: Bilingual; readonly alone?: 'yes' }
export type Scale = { readonly from: number; readonly to: number; readonly low: Bilingual; readonly high: Bilingual }
export type Question = {
  readonly key: string
  readonly kind: QuestionKind
  readonly asks: Bilingual
  readonly help: Bilingual
  /** without an answer one does not go on; "prefer not to say" is an answer */
  readonly must: 'yes' | 'no'
  readonly mayPass: 'yes' | 'no'
  /** what can be chosen or put in order; for a grid its columns */
  readonly choices: readonly Choice[]
  /** of a grid */
  readonly rows: readonly Choice[]
  readonly scale: Scale | null
  readonly number: { readonly least: number | null; readonly most: number | null; readonly decimals: 0 | 1 | 2; readonly unit: Bilingual } | null
  /** how many may be chosen, or are put in order; null: as many as there are */
  readonly most: number | null
  /** asked only of those who answered an earlier question with one of these */
  readonly shownIf: { readonly question: string; readonly is: readonly string[] } | null
  /** a free text that may become a contribution, if whoever wrote it agrees */
  readonly offers: 'contribution' | 'nothing'
}
const nothing: Bilingual = { bg: '', en: '' }
export const blankQuestion = ({ key, kind }: Pick<Question, 'key' | 'kind'>): Question => ({
  key, kind, asks: nothing, help: nothing, must: 'no', mayPass: 'yes', choices: [], rows: [],
  scale: kind === 'scale' ? { from: 1, to: 5, low: nothing, high: nothing } : null,
  number: kind === 'number' ? { least: 0, most: null, decimals: 0, unit: nothing } : null,
  most: null, shownIf: null, offers: 'nothing',
})
/** Keys are given once and not again, so that a column of the data never changes its meaning. Worked: q1, q3 → q4. */
export const nextKey = (questions: readonly Question[]): string => `q${Math.max(0, ...questions.map(({ key }) => Number(key.slice(1)) || 0)) + 1}`
/** Kinds a later question may depend on: what is answered by a code. */
export const maySteer = (kind: QuestionKind): boolean => kind === 'one' || kind === 'many' || kind === 'scale'
/** The codes an answer can have, with what they mean; of a scale its steps. */
export const codesOf = (question: Question): readonly Choice[] => (question.kind === 'scale' && question.scale !== null
  ? Array.from({ length: question.scale.to - question.scale.from + 1 }, (_, at) => stepOf(question.scale as Scale, (question.scale as Scale).from + at)) : question.choices)
const stepOf = (scale: Scale, value: number): Choice => {
  const end = value === scale.from ? scale.low : value === scale.to ? scale.high : nothing
  const name = (word: string): string => (word === '' ? String(value) : `${value} – ${word}`)
  return { code: String(value), name: { bg: name(end.bg), en: name(end.en) } }
}
const hasChoices = (kind: QuestionKind): boolean => kind === 'one' || kind === 'many' || kind === 'rank' || kind === 'grid'

export const mostChoices = 40
const both = (field: string, text: Bilingual, what: Bilingual): readonly Problem[] => [
  ...(text.bg === '' ? [{ field: `${field}_bg`, text: { bg: `Напишете ${what.bg} на български.`, en: `Write ${what.en} in Bulgarian.` } }] : []),
  ...(text.en === '' ? [{ field: `${field}_en`, text: { bg: `Напишете ${what.bg} на английски.`, en: `Write ${what.en} in English.` } }] : []),
]
/** What one question lacks; `before` are the questions asked earlier. */
export const lacksOf = (question: Question, before: readonly Question[]): readonly Problem[] => {
  const { kind, choices, rows, scale, number, most, shownIf } = question
  const words = (list: readonly Choice[]): boolean => list.every(({ name }) => name.bg !== '' && name.en !== '')
  const steering = shownIf === null ? undefined : before.find(({ key }) => key === shownIf.question)
  return [
    ...both('asks', question.asks, { bg: 'въпроса', en: 'the question' }),
    ...((question.help.bg === '') === (question.help.en === '') ? [] : both('help', question.help, { bg: 'пояснението', en: 'the help' })),
    ...(hasChoices(kind) && choices.length < 2 ? [{ field: 'choices_bg', text: { bg: 'Нужни са поне два отговора, по един на ред.', en: 'At least two answers are needed, one on each line.' } }] : []),
    ...(choices.length > mostChoices ? [{ field: 'choices_bg', text: { bg: `Най-много ${mostChoices} отговора.`, en: `At most ${mostChoices} answers.` } }] : []),
    ...(words(choices) ? [] : [{ field: 'choices_en', text: { bg: 'Всеки отговор трябва да е и на двата езика: толкова редове тук, колкото отляво.', en: 'Each answer must be in both languages: as many lines here as in Bulgarian.' } }]),
    ...(kind === 'grid' && rows.length === 0 ? [{ field: 'rows_bg', text: { bg: 'Напишете поне един ред на таблицата.', en: 'Write at least one row of the table.' } }] : []),
    ...(words(rows) ? [] : [{ field: 'rows_en', text: { bg: 'Всеки ред на таблицата трябва да е и на двата езика.', en: 'Each row of the table must be in both languages.' } }]),
    ...(scale !== null && (!Number.isInteger(scale.from) || !Number.isInteger(scale.to) || scale.to <= scale.from || scale.to - scale.from > 10 || scale.from < 0) ? [{ field: 'scale_to', text: { bg: 'Скалата върви от по-малко към по-голямо цяло число и има най-много 11 стъпки.', en: 'A scale goes from a smaller to a larger whole number and has at most 11 steps.' } }] : []),
    ...(scale !== null ? both('low', scale.low, { bg: 'какво значи най-ниската стъпка', en: 'what the lowest step means' }).concat(both('high', scale.high, { bg: 'какво значи най-високата стъпка', en: 'what the highest step means' })) : []),
    ...(number !== null && number.least !== null && number.most !== null && number.most <= number.least ? [{ field: 'number_most', text: { bg: 'Най-голямото число трябва да е над най-малкото.', en: 'The largest number must be above the smallest.' } }] : []),
    ...(most !== null && (most < 1 || most > choices.length) ? [{ field: 'most', text: { bg: `Между 1 и ${choices.length}.`, en: `Between 1 and ${choices.length}.` } }] : []),
    ...(shownIf !== null && (steering === undefined || !maySteer(steering.kind)) ? [{ field: 'shown_if', text: { bg: 'Въпрос може да зависи само от по-ранен въпрос с избор на отговор.', en: 'A question can depend only on an earlier question with answers to choose from.' } }] : []),
    ...(shownIf !== null && steering !== undefined && (shownIf.is.length === 0 || shownIf.is.some((code) => !codesOf(steering).some((choice) => choice.code === code)))
      ? [{ field: 'shown_is', text: { bg: 'Посочете при кой отговор се задава: номера му, например 1, 3.', en: 'Say at which answer it is asked: its number, for example 1, 3.' } }] : []),
  ]
}
/** What a questionnaire lacks before it can be opened; the question is named in the sentence. */
export const lacksForOpening = (questions: readonly Question[]): readonly Problem[] => (questions.length === 0
  ? [{ field: '', text: { bg: 'Във въпросника още няма въпроси.', en: 'The questionnaire has no questions yet.' } }]
  : questions.flatMap((question, at) => lacksOf(question, questions.slice(0, at)).map(({ text }) => ({ field: '', text: { bg: `Въпрос ${at + 1}: ${text.bg}`, en: `Question ${at + 1}: ${text.en}` } }))))
/** Two waves are compared only where the question is the same word for word, with the same answers and the same way to be asked. */
export const isSameQuestion = (a: Question, b: Question): boolean => JSON.stringify(sortedKeys(a)) === JSON.stringify(sortedKeys(b))
const sortedKeys = (value: unknown): unknown => (Array.isArray(value) ? value.map(sortedKeys) : value !== null && typeof value === 'object'
  ? Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sortedKeys(inner)])) : value)
/** What the fingerprint of a questionnaire is made from: the same questions give the same text, however the database keeps them. */
export const canonicalOf = (questions: readonly Question[]): string => JSON.stringify(sortedKeys(questions))
/** Moved up or down; what a question depends on must stay before it, which opening checks. */
export const moved = (questions: readonly Question[], { key, by }: { readonly key: string; readonly by: 1 | -1 }): readonly Question[] => {
  const at = questions.findIndex((question) => question.key === key), to = at + by
  const one = questions[at], other = questions[to]
  if (one === undefined || other === undefined) return questions
  return questions.map((question, index) => (index === at ? other : index === to ? one : question))
}
