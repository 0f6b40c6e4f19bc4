// What the forms of surveys may send: about the survey, about a question, about who is asked. Parsed into values; what follows is a rule.
import { typedOne, type Typed, typedLine as line, typedText as text } from '#kernel/answer.ts'
import type { Bilingual } from '#kernel/language.ts'
import { not, ok, type Problem, type Result } from '#kernel/result.ts'
import { numberFrom } from './forms/answers.ts'
import { blankQuestion, lacksOf, questionKinds, type Choice, type Question, type QuestionKind } from './rules/questions.ts'
import { isSector, sectors, type BySector, type Sector, type SurveyFace } from './rules/survey.ts'

const both = (typed: Typed, field: string): Bilingual => ({ bg: line(typed, `${field}_bg`), en: line(typed, `${field}_en`) })
const linesOf = (typed: Typed, field: string): readonly string[] => typedOne(typed, field).normalize('NFC').split('\n').map((one) => one.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim()).filter((one) => one !== '')
const problem = (field: string, bg: string, en: string): Problem => ({ field, text: { bg, en } })
/** 25.11.2026 or 2026-11-25, a day that there is. */
export const dayFrom = (typed: string): string | undefined => {
  const plain = typed.trim().replace(/\s*г\.?$/, '')
  const [, day, month, year] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(plain) ?? []
  const iso = year === undefined ? plain : `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  if (!/^20\d\d-\d\d-\d\d$/.test(iso)) return undefined
  const at = Date.parse(`${iso}T00:00:00Z`)
  return Number.isNaN(at) || midnightText(at) !== iso ? undefined : iso
}
const midnightText = (at: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC' }).format(at)
const hourIn = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Sofia', hour: '2-digit', hourCycle: 'h23' })
/** Midnight in the region at the beginning of a day: 22:00 or 21:00 the day before in Greenwich. */
export const midnightOf = (day: string): Date => {
  const winter = Date.parse(`${day}T00:00:00+02:00`)
  const moment = Number(hourIn.format(winter)) === 0 ? winter : Date.parse(`${day}T00:00:00+03:00`)
  return new Date(moment)
}
const dayAfter = (day: string): string => midnightText(Date.parse(`${day}T00:00:00Z`) + 86_400_000)

const numbersBySector = (typed: Typed, prefix: string): { readonly of: BySector; readonly wrong: readonly Problem[] } => {
  const of: Partial<Record<Sector, number>> = {}, wrong: Problem[] = []
  for (const sector of sectors) {
    const typedNumber = line(typed, `${prefix}_${sector}`)
    if (typedNumber === '') continue
    const number = numberFrom(typedNumber)
    if (number === undefined || !Number.isInteger(number) || number < 1 || number > 10_000_000) wrong.push(problem(`${prefix}_${sector}`, 'Напишете цяло число или оставете празно.', 'Write a whole number or leave it empty.'))
    else of[sector] = number
  }
  return { of, wrong }
}
export type FaceInput = { readonly does: 'save'; readonly version: number; readonly face: SurveyFace }
export const faceForm = (typed: Typed): Result<FaceInput, readonly Problem[]> => {
  const title = both(typed, 'title'), opens = line(typed, 'opens_on'), closes = line(typed, 'closes_on')
  const from = dayFrom(opens), until = dayFrom(closes)
  const quotas = numbersBySector(typed, 'quota'), sizes = numbersBySector(typed, 'size')
  const says: Bilingual = { bg: text(typed, 'says_bg'), en: text(typed, 'says_en') }
  const wrong: readonly Problem[] = [
    ...(title.bg === '' ? [problem('title_bg', 'Напишете заглавие на български.', 'Write a title in Bulgarian.')] : []),
    ...(title.en === '' ? [problem('title_en', 'Напишете заглавие на английски.', 'Write a title in English.')] : []),
    ...(['bg', 'en'] as const).flatMap((language) => [...(title[language].length > 200 ? [problem(`title_${language}`, 'Най-много 200 знака.', 'At most 200 characters.')] : []), ...(says[language].length > 10_000 ? [problem(`says_${language}`, 'Най-много 10 000 знака.', 'At most 10,000 characters.')] : [])]),
    ...(opens !== '' && from === undefined ? [problem('opens_on', 'Напишете деня така: 25.11.2026.', 'Write the day like this: 25.11.2026.')] : []),
    ...(closes !== '' && until === undefined ? [problem('closes_on', 'Напишете деня така: 25.11.2026.', 'Write the day like this: 25.11.2026.')] : []),
    ...(from !== undefined && until !== undefined && until < from ? [problem('closes_on', 'Краят е преди началото.', 'The end is before the beginning.')] : []),
    ...quotas.wrong, ...sizes.wrong,
  ]
  if (wrong.length > 0) return not(wrong)
  return ok({
    does: 'save', version: Number(line(typed, 'version')) || 0,
    face: {
      title, says, anonymous: line(typed, 'anonymous') === 'no' ? 'no' : 'yes', access: line(typed, 'access') === 'links' ? 'links' : 'open', results: line(typed, 'results') === 'staff' ? 'staff' : 'public',
      opensAt: from === undefined ? null : midnightOf(from), closesAt: until === undefined ? null : midnightOf(dayAfter(until)), asksSector: line(typed, 'asks_sector') === 'no' ? 'no' : 'yes', quotas: quotas.of, sizes: sizes.of,
    },
  })
}
const sofiaDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Sofia' })
const shownDay = (at: Date | null, before = 0): string => (at === null ? '' : sofiaDay.format(at.getTime() - before).split('-').reverse().join('.'))
/** What the fields hold, by name. The end is shown as its last day. */
export const fromSurvey = (survey: SurveyFace): Readonly<Record<string, string>> => ({
  title_bg: survey.title.bg, title_en: survey.title.en, says_bg: survey.says.bg, says_en: survey.says.en, anonymous: survey.anonymous, access: survey.access, results: survey.results, asks_sector: survey.asksSector,
  opens_on: shownDay(survey.opensAt), closes_on: shownDay(survey.closesAt, 1000),
  ...Object.fromEntries(sectors.flatMap((sector) => [[`quota_${sector}`, String(survey.quotas[sector] ?? '')], [`size_${sector}`, String(survey.sizes[sector] ?? '')]])),
})

/** A list in two languages, one on each line; codes stay with their place, so a word can be mended without changing its code. */
const choicesFrom = (typed: Typed, field: 'choices' | 'rows', last: 'alone' | 'likeOthers'): readonly Choice[] => {
  const bg = linesOf(typed, `${field}_bg`), en = linesOf(typed, `${field}_en`)
  const length = Math.max(bg.length, en.length)
  return Array.from({ length }, (_, at): Choice => ({ code: String(at + 1), name: { bg: bg[at] ?? '', en: en[at] ?? '' }, ...(last === 'alone' && at === length - 1 ? { alone: 'yes' } : {}) }))
}
const isKind = (kind: string): kind is QuestionKind => (questionKinds as readonly string[]).includes(kind)
/** A question as typed; its rules are asked with the questions before it, which the form does not know. */
export const questionFrom = (typed: Typed, { key, before }: { readonly key: string; readonly before: readonly Question[] }): Result<Question, readonly Problem[]> => {
  const kind = line(typed, 'kind')
  if (!isKind(kind)) return not([problem('kind', 'Изберете вид на въпроса.', 'Choose a kind of question.')])
  const blank = blankQuestion({ key, kind })
  const number = (field: string): number | null => (line(typed, field) === '' ? null : (numberFrom(line(typed, field)) ?? Number.NaN))
  const listed = kind === 'one' || kind === 'many' || kind === 'rank' || kind === 'grid'
  const least = number('number_least'), most = number('number_most'), mostChosen = number('most')
  const shownIf = line(typed, 'shown_if')
  const question: Question = {
    ...blank, asks: both(typed, 'asks'), help: { bg: text(typed, 'help_bg'), en: text(typed, 'help_en') }, must: line(typed, 'must') === 'yes' ? 'yes' : 'no', mayPass: line(typed, 'may_pass') === 'yes' ? 'yes' : 'no',
    choices: listed ? choicesFrom(typed, 'choices', kind === 'many' && line(typed, 'last_alone') === 'yes' ? 'alone' : 'likeOthers') : [],
    rows: kind === 'grid' ? choicesFrom(typed, 'rows', 'likeOthers') : [],
    scale: blank.scale === null ? null : { from: number('scale_from') ?? 1, to: number('scale_to') ?? 5, low: both(typed, 'low'), high: both(typed, 'high') },
    number: blank.number === null ? null : { least, most, decimals: decimalsFrom(line(typed, 'decimals')), unit: both(typed, 'unit') },
    most: kind === 'many' || kind === 'rank' ? mostChosen : null,
    shownIf: shownIf === '' ? null : { question: shownIf, is: line(typed, 'shown_is').split(/[\s,;]+/).filter((code) => code !== '') },
    offers: kind === 'text' && line(typed, 'offers') === 'contribution' ? 'contribution' : 'nothing',
  }
  const wrong = [
    ...[['number_least', least], ['number_most', most], ['most', mostChosen]].flatMap(([field, value]) => (Number.isNaN(value) ? [problem(String(field), 'Напишете число с цифри или оставете празно.', 'Write a number in digits or leave it empty.')] : [])),
    ...(question.asks.bg.length > 500 || question.asks.en.length > 500 ? [problem('asks_bg', 'Най-много 500 знака за въпроса.', 'At most 500 characters for a question.')] : []),
    ...lacksOf(question, before),
  ]
  return wrong.length > 0 ? not(wrong) : ok(question)
}
const decimalsFrom = (typed: string): 0 | 1 | 2 => (typed === '1' ? 1 : typed === '2' ? 2 : 0)
export const fromQuestion = (question: Question): Readonly<Record<string, string>> => ({
  kind: question.kind, asks_bg: question.asks.bg, asks_en: question.asks.en, help_bg: question.help.bg, help_en: question.help.en, must: question.must === 'yes' ? 'yes' : '', may_pass: question.mayPass === 'yes' ? 'yes' : '',
  ...Object.fromEntries((['bg', 'en'] as const).flatMap((language) => [[`choices_${language}`, question.choices.map(({ name }) => name[language]).join('\n')], [`rows_${language}`, question.rows.map(({ name }) => name[language]).join('\n')]])),
  last_alone: question.choices.at(-1)?.alone ?? '', scale_from: String(question.scale?.from ?? 1), scale_to: String(question.scale?.to ?? 5), low_bg: question.scale?.low.bg ?? '', low_en: question.scale?.low.en ?? '', high_bg: question.scale?.high.bg ?? '', high_en: question.scale?.high.en ?? '',
  number_least: String(question.number?.least ?? ''), number_most: String(question.number?.most ?? ''), decimals: String(question.number?.decimals ?? 0), unit_bg: question.number?.unit.bg ?? '', unit_en: question.number?.unit.en ?? '',
  most: String(question.most ?? ''), shown_if: question.shownIf?.question ?? '', shown_is: question.shownIf?.is.join(', ') ?? '', offers: question.offers === 'contribution' ? 'contribution' : '',
})

export type InvitedLine = { readonly email: string; readonly name: string | null; readonly sector: Sector | null }
/** Groups as people write them in a list. */
const sectorWords: Readonly<Record<string, Sector>> = { администрация: 'administration', бизнес: 'business', финанси: 'finance', образование: 'education', наука: 'education', нпо: 'ngo', граждани: 'citizens', медии: 'media' }
const sectorFrom = (text: string): Sector | undefined => (isSector(text.toLowerCase()) ? (text.toLowerCase() as Sector) : sectorWords[text.toLowerCase()])
/** One person a line: address, name, group; the group may be left out where one is chosen for all. */
export const peopleForm = (typed: Typed): Result<readonly InvitedLine[], readonly Problem[]> => {
  const forAll = line(typed, 'sector')
  const lines = linesOf(typed, 'people')
  const wrong: Problem[] = []
  const people = lines.map((one, at): InvitedLine => {
    const [email = '', name = '', sector = ''] = one.split(/[;\t]|,(?=\s)/).map((part) => part.trim())
    if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) wrong.push(problem('people', `Ред ${at + 1}: „${email.slice(0, 60)}“ не е адрес на е-поща.`, `Line ${at + 1}: “${email.slice(0, 60)}” is no e-mail address.`))
    const group = sectorFrom(sector)
    if (sector !== '' && group === undefined) wrong.push(problem('people', `Ред ${at + 1}: няма група „${sector.slice(0, 40)}“.`, `Line ${at + 1}: there is no group “${sector.slice(0, 40)}”.`))
    return { email, name: name === '' ? null : name, sector: group ?? (isSector(forAll) ? forAll : null) }
  })
  if (lines.length === 0) wrong.push(problem('people', 'Напишете поне един адрес.', 'Write at least one address.'))
  if (lines.length > 2000) wrong.push(problem('people', 'Най-много 2000 души наведнъж.', 'At most 2,000 people at once.'))
  return wrong.length > 0 ? not(wrong.slice(0, 10)) : ok(people)
}
