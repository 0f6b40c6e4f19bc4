// What the form of a process may send, parsed into values. Whether it may be published is a rule.
import { parseDay, dayIn } from '#kernel/day.ts'
import { typedOne, type Typed, typedLine as line, typedText as text } from '#kernel/answer.ts'
import { not, ok, type Problem, type Result } from '#kernel/result.ts'
import { lastDayOf, momentInSofia, type Process, type ProcessInput, type ProcessWords } from './rules.ts'

const problem = (field: string, bg: string, en: string): Problem => ({ field, text: { bg, en } })
export const processForm = (typed: Typed): Result<ProcessInput, readonly Problem[]> => {
  const version = Number.parseInt(typedOne(typed, 'version'), 10) || 0
  if (typedOne(typed, 'does') === 'withdraw') {
    const why = line(typed, 'why')
    return why === '' ? not([problem('why', 'Напишете защо: причината остава в следата.', 'Write why: the reason stays in the trail.')]) : ok({ does: 'withdraw', version, why: why.slice(0, 500) })
  }
  const opens = parseDay(line(typed, 'opens')), last = parseDay(line(typed, 'closes')), dueDays = Number.parseInt(line(typed, 'due_days'), 10)
  const openEnded = typedOne(typed, 'kind') === 'standing'
  const wrong: readonly Problem[] = [
    ...(['title_bg', 'title_en'] as const).flatMap((field) => (line(typed, field) === '' ? [problem(field, 'Напишете заглавие.', 'Write a title.')] : line(typed, field).length > 200 ? [problem(field, 'Най-много 200 знака.', 'At most 200 characters.')] : [])),
    ...(['says_bg', 'says_en'] as const).flatMap((field) => (text(typed, field).length > 10_000 ? [problem(field, 'Най-много 10000 знака.', 'At most 10000 characters.')] : [])),
    ...(opens === undefined ? [problem('opens', 'Напишете деня така: 25.11.2026.', 'Write the day like this: 25.11.2026.')] : []),
    ...(!openEnded && last === undefined ? [problem('closes', 'Напишете последния ден така: 25.12.2026.', 'Write the last day like this: 25.12.2026.')] : []),
    ...(opens !== undefined && last !== undefined && last < opens ? [problem('closes', 'Краят е преди началото.', 'The end is before the beginning.')] : []),
    ...(Number.isInteger(dueDays) && dueDays >= 1 && dueDays <= 365 ? [] : [problem('due_days', 'Между 1 и 365 дни.', 'Between 1 and 365 days.')]),
    ...(line(typed, 'unit').length > 200 ? [problem('unit', 'Най-много 200 знака.', 'At most 200 characters.')] : []),
  ]
  const opensAt = opens === undefined ? undefined : momentInSofia(opens, 'beginning'), closesAt = last === undefined ? undefined : momentInSofia(last, 'end')
  if (wrong.length > 0 || opensAt === undefined) return not(wrong)
  const words: ProcessWords = {
    title: { bg: line(typed, 'title_bg'), en: line(typed, 'title_en') }, says: { bg: text(typed, 'says_bg'), en: text(typed, 'says_en') }, opensAt, closesAt: openEnded ? null : (closesAt ?? null),
    anonymousAllowed: typedOne(typed, 'anonymous') === 'yes', counts: typedOne(typed, 'counts') === 'inPerson' ? 'inPerson' : 'email', moderation: typedOne(typed, 'moderation') === 'after' ? 'after' : 'before',
    answersByOthers: typedOne(typed, 'answers_by_others') === 'yes', keepsText: typedOne(typed, 'keeps_text') === 'yes', unit: line(typed, 'unit'), dueDays,
  }
  return ok({ does: typedOne(typed, 'does') === 'publish' ? 'publish' : 'save', version, words })
}
const said = (day: string): string => day.split('-').reverse().join('.')
/** What the fields hold, by name. */
export const fromProcess = (frame: Process): Readonly<Record<string, string>> => ({
  kind: frame.kind, title_bg: frame.title.bg, title_en: frame.title.en, says_bg: frame.says.bg, says_en: frame.says.en, opens: said(dayIn(frame.opensAt)), closes: frame.closesAt === null ? '' : said(lastDayOf(frame.closesAt)),
  anonymous: frame.anonymousAllowed ? 'yes' : '', counts: frame.counts, moderation: frame.moderation, answers_by_others: frame.answersByOthers ? 'yes' : '', keeps_text: frame.keepsText ? 'yes' : '', unit: frame.unit, due_days: String(frame.dueDays),
})
