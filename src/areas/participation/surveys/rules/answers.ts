// What somebody answers, which question comes next, and whether an answer fits its question. Pure. Not how answers are counted.
import type { Problem } from '#kernel/result.ts'
import { maySteer, type Question } from './questions.ts'

export type Answer =
  | { readonly passed: 'yes' }
  /** one, many, place: codes; rank: codes, the first is first */
  | { readonly codes: readonly string[] }
  | { readonly number: number }
  /** grid: row → column */
  | { readonly rows: Readonly<Record<string, string>> }
  | { readonly text: string }
/** By key of the question. A question that is not here was not answered, or not asked. */
export type Answers = Readonly<Record<string, Answer>>
export const longestAnswer = 4000

const codesIn = (answer: Answer | undefined): readonly string[] => (answer === undefined ? [] : 'codes' in answer ? answer.codes : 'number' in answer ? [String(answer.number)] : [])
/** Asked of this person: it depends on nothing, or on a question that was itself asked and answered so. */
export const isAsked = (question: Question, { questions, answers }: { readonly questions: readonly Question[]; readonly answers: Answers }): boolean => {
  const { shownIf } = question
  if (shownIf === null) return true
  const steering = questions.find(({ key }) => key === shownIf.question)
  return steering !== undefined && maySteer(steering.kind) && isAsked(steering, { questions, answers }) && codesIn(answers[steering.key]).some((code) => shownIf.is.includes(code))
}
/** The questions this person is asked, as far as the answers tell. */
export const pathOf = (questions: readonly Question[], answers: Answers): readonly Question[] => questions.filter((question) => isAsked(question, { questions, answers }))
/** Answers to questions that are not asked any more, because an earlier answer changed, go. */
export const onPath = (questions: readonly Question[], answers: Answers): Answers =>
  Object.fromEntries(pathOf(questions, answers).flatMap(({ key }) => (answers[key] === undefined ? [] : [[key, answers[key]]])))
/** The one after this, or null: then everything is answered. */
export const nextOf = ({ questions, answers, after }: { readonly questions: readonly Question[]; readonly answers: Answers; readonly after: string | null }): Question | null => {
  const path = pathOf(questions, answers)
  return after === null ? (path[0] ?? null) : (path[path.findIndex(({ key }) => key === after) + 1] ?? null)
}
export const previousOf = ({ questions, answers, before }: { readonly questions: readonly Question[]; readonly answers: Answers; readonly before: string }): Question | null => {
  const path = pathOf(questions, answers)
  return path[path.findIndex(({ key }) => key === before) - 1] ?? null
}
/** Where to go on: the first asked question without an answer; when only voluntary ones are open, the end. */
export const openOf = (questions: readonly Question[], answers: Answers): Question | null => {
  const path = pathOf(questions, answers)
  const last = path.findLastIndex(({ key }) => answers[key] !== undefined)
  return path.find(({ key, must }, at) => answers[key] === undefined && (must === 'yes' || at > last)) ?? null
}
/** Questions one has to answer and has not. */
export const unansweredOf = (questions: readonly Question[], answers: Answers): readonly Question[] => pathOf(questions, answers).filter(({ key, must }) => must === 'yes' && answers[key] === undefined)

const wrong = (bg: string, en: string, at = ''): { readonly at: string; readonly text: Problem['text'] } => ({ at, text: { bg, en } })
/** Why an answer does not fit its question; `at` is the row or the choice that is meant. Empty where it fits. */
export const misfits = (question: Question, answer: Answer, places: readonly string[]): readonly { readonly at: string; readonly text: Problem['text'] }[] => {
  if ('passed' in answer) return question.mayPass === 'yes' ? [] : [wrong('Тук не може да се откаже отговор.', 'This question cannot be passed over.')]
  const has = (code: string): boolean => question.choices.some((choice) => choice.code === code)
  const foreign = wrong('Изберете от предложените отговори.', 'Choose from the answers given.')
  switch (question.kind) {
    case 'one': return 'codes' in answer && answer.codes.length === 1 && answer.codes.every(has) ? [] : [foreign]
    case 'place': return 'codes' in answer && answer.codes.length === 1 && places.includes(answer.codes[0] ?? '') ? [] : [foreign]
    case 'many': {
      if (!('codes' in answer) || answer.codes.length === 0 || !answer.codes.every(has) || new Set(answer.codes).size < answer.codes.length) return [foreign]
      const alone = question.choices.find((choice) => choice.alone === 'yes' && answer.codes.includes(choice.code))
      if (alone !== undefined && answer.codes.length > 1) return [wrong(`„${alone.name.bg}“ не може да се избере заедно с друго.`, `“${alone.name.en}” cannot be chosen together with others.`)]
      return question.most !== null && answer.codes.length > question.most ? [wrong(`Изберете най-много ${question.most}; избрани са ${answer.codes.length}.`, `Choose at most ${question.most}; ${answer.codes.length} are chosen.`)] : []
    }
    case 'scale': return 'number' in answer && question.scale !== null && Number.isInteger(answer.number) && answer.number >= question.scale.from && answer.number <= question.scale.to ? [] : [foreign]
    case 'grid': {
      if (!('rows' in answer)) return [foreign]
      const strange = Object.entries(answer.rows).some(([row, column]) => !question.rows.some(({ code }) => code === row) || !has(column))
      const open = question.must === 'yes' ? question.rows.filter(({ code }) => answer.rows[code] === undefined) : []
      return strange ? [foreign] : open.map(({ code, name }) => wrong(`Отговорете и за „${name.bg}“.`, `Answer for “${name.en}” too.`, code))
    }
    case 'number': {
      const { number } = question
      if (!('number' in answer) || number === null || !Number.isFinite(answer.number)) return [wrong('Напишете число с цифри, например 25.', 'Write a number in digits, for example 25.')]
      const { least, most, decimals } = number
      if (Math.abs(answer.number * 10 ** decimals - Math.round(answer.number * 10 ** decimals)) > 1e-6) return [decimals === 0 ? wrong('Напишете цяло число.', 'Write a whole number.') : wrong(`Най-много ${decimals} знака след запетаята.`, `At most ${decimals} decimals.`)]
      return (least !== null && answer.number < least) || (most !== null && answer.number > most) || Math.abs(answer.number) > 1e12
        ? [most === null ? wrong(`Числото трябва да е поне ${least ?? 0}.`, `The number must be at least ${least ?? 0}.`) : wrong(`Числото трябва да е между ${least ?? 0} и ${most}.`, `The number must be between ${least ?? 0} and ${most}.`)] : []
    }
    case 'rank': {
      if (!('codes' in answer) || answer.codes.length === 0 || !answer.codes.every(has)) return [foreign]
      return new Set(answer.codes).size < answer.codes.length ? [wrong('Две неща стоят на едно и също място.', 'Two things stand in the same place.')]
        : question.most !== null && answer.codes.length > question.most ? [wrong(`Подредете най-много ${question.most}.`, `Put at most ${question.most} in order.`)] : []
    }
    case 'text': return 'text' in answer && answer.text.length <= longestAnswer ? [] : [wrong(`Най-много ${longestAnswer} знака.`, `At most ${longestAnswer} characters.`)]
  }
}
