// What the forms of findings may send, parsed into values. What a published finding must have is a rule, not a matter of the form.
import { typedOne, type Typed, typedLine as line, typedText as text } from '#kernel/answer.ts'
import type { Bilingual } from '#kernel/language.ts'
import { not, ok, type Problem, type Result } from '#kernel/result.ts'
import { type Sector, sectors } from '#areas/participation/proposals/rules.ts'
import { type Challenge, confidences, type EvidenceWay, evidenceWays, findingKinds, type FindingWords, themes } from './rules.ts'

const wrong = (field: string, bg: string, en: string): Problem => ({ field, text: { bg, en } })
const tooLong = (typed: Typed, fields: readonly string[], most: number): readonly Problem[] =>
  fields.filter((field) => text(typed, field).length > most).map((field) => wrong(field, `Най-много ${most} знака.`, `At most ${most} characters.`))
const versionOf = (typed: Typed): number => Number.parseInt(typedOne(typed, 'version'), 10) || 0
const toNumber = (typed: string): number => (/^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : 0)

export const findingFields = ['kind', 'theme', 'confidence', 'statement_bg', 'statement_en', 'says_bg', 'says_en', 'illustrative', 'why'] as const
export type FindingFields = Readonly<Record<string, string>>
export const typedFields = (typed: Typed): FindingFields => Object.fromEntries(findingFields.map((field) => [field, typedOne(typed, field).slice(0, 5000)]))
export const fromWords = (words: FindingWords): FindingFields => ({
  kind: words.kind, theme: words.theme, confidence: words.confidence ?? '', statement_bg: words.statement.bg, statement_en: words.statement.en, says_bg: words.says.bg, says_en: words.says.en,
  illustrative: words.illustrative === 'yes' ? 'yes' : '', why: '',
})
export type FindingInput = { readonly does: 'keep'; readonly fields: FindingFields } | { readonly does: 'drop' } | { readonly does: 'save'; readonly version: number; readonly why: string; readonly words: FindingWords }
export const findingForm = (typed: Typed): Result<FindingInput, readonly Problem[]> => {
  const does = typedOne(typed, 'does')
  if (does === 'keep') return ok({ does, fields: typedFields(typed) })
  if (does === 'drop') return ok({ does })
  const kind = findingKinds.find((one) => one === typedOne(typed, 'kind')), theme = themes.find((one) => one === typedOne(typed, 'theme'))
  const statement: Bilingual = { bg: line(typed, 'statement_bg'), en: line(typed, 'statement_en') }
  const found: readonly Problem[] = [
    ...(kind === undefined ? [wrong('kind', 'Изберете вид.', 'Choose a kind.')] : []), ...(theme === undefined ? [wrong('theme', 'Изберете тема.', 'Choose a theme.')] : []),
    ...(statement.bg === '' && statement.en === '' ? [wrong('statement_bg', 'Напишете извода с едно изречение.', 'Write the finding in one sentence.')] : []),
    ...tooLong(typed, ['statement_bg', 'statement_en'], 300), ...tooLong(typed, ['says_bg', 'says_en'], 4000), ...tooLong(typed, ['why'], 500),
  ]
  if (found.length > 0 || kind === undefined || theme === undefined) return not(found)
  const words: FindingWords = {
    kind, theme, confidence: confidences.find((one) => one === typedOne(typed, 'confidence')) ?? null, statement, says: { bg: text(typed, 'says_bg'), en: text(typed, 'says_en') },
    illustrative: typedOne(typed, 'illustrative') === 'yes' ? 'yes' : 'no',
  }
  return ok({ does: 'save', version: versionOf(typed), why: line(typed, 'why'), words })
}

export type ActInput = { readonly does: 'publish' | 'undo'; readonly version: number } | { readonly does: 'withdraw'; readonly version: number; readonly why: string }
export const actForm = (typed: Typed): Result<ActInput, readonly Problem[]> => {
  const does = typedOne(typed, 'does'), version = versionOf(typed)
  if (does !== 'withdraw') return ok({ does: does === 'undo' ? 'undo' : 'publish', version })
  const why = line(typed, 'why')
  return why === '' ? not([wrong('why', 'Напишете защо: причината остава при извода.', 'Write why: the reason stays with the finding.')])
    : why.length > 500 ? not([wrong('why', 'Най-много 500 знака.', 'At most 500 characters.')]) : ok({ does, version, why })
}
export const restoreForm = (typed: Typed): Result<{ readonly version: number; readonly from: number }, readonly Problem[]> => ok({ version: versionOf(typed), from: toNumber(typedOne(typed, 'from')) })

export type EvidenceInput =
  | { readonly does: 'add'; readonly kind: EvidenceWay; /** the key of an indicator, or the number or name of the rest */ readonly which: string; /** of a figure: the region's value alone, or all it is compared with */ readonly scope: 'own' | 'all'; readonly passage: string; readonly reason: string }
  | { readonly does: 'end'; readonly link: string; readonly why: string }
export const evidenceForm = (typed: Typed): Result<EvidenceInput, readonly Problem[]> => {
  if (typedOne(typed, 'does') === 'end') {
    const why = line(typed, 'why')
    return why === '' ? not([wrong('why', 'Напишете защо изводът вече не стои на това.', 'Write why the finding no longer rests on this.')]) : ok({ does: 'end', link: typedOne(typed, 'link'), why: why.slice(0, 500) })
  }
  const kind = evidenceWays.find((one) => one === typedOne(typed, 'kind'))
  const which = kind === 'figure' ? line(typed, 'indicator') : line(typed, 'number')
  const passage = line(typed, 'passage'), reason = line(typed, 'reason')
  const found: readonly Problem[] = [
    ...(kind === undefined ? [wrong('kind', 'Изберете какво е доказателството.', 'Choose what the evidence is.')] : []),
    ...(kind === 'figure' && which === '' ? [wrong('indicator', 'Изберете показател.', 'Choose an indicator.')] : []),
    ...(kind !== undefined && kind !== 'figure' && which === '' ? [wrong('number', 'Напишете номера или последната част от адреса.', 'Write the number, or the last part of the address.')] : []),
    ...(reason === '' ? [wrong('reason', 'Напишете защо това доказва извода.', 'Write why this bears the finding.')] : reason.length > 500 ? [wrong('reason', 'Най-много 500 знака.', 'At most 500 characters.')] : []),
    ...(passage.length > 1000 ? [wrong('passage', 'Най-много 1000 знака.', 'At most 1000 characters.')] : []),
  ]
  return found.length > 0 || kind === undefined ? not(found) : ok({ does: 'add', kind, which, scope: typedOne(typed, 'scope') === 'all' ? 'all' : 'own', passage, reason })
}

export type SuggestionInput = { readonly does: 'accept'; readonly key: string } | { readonly does: 'refuse'; readonly key: string; readonly reason: string }
export const suggestionForm = (typed: Typed): Result<SuggestionInput, readonly Problem[]> => {
  const key = typedOne(typed, 'key').slice(0, 200)
  if (typedOne(typed, 'does') === 'accept') return ok({ does: 'accept', key })
  const reason = line(typed, 'reason')
  return reason === '' ? not([wrong('reason', 'Напишете защо не го приемате: причината остава.', 'Write why you refuse it: the reason stays.')]) : ok({ does: 'refuse', key, reason: reason.slice(0, 500) })
}

export type WeighInput = { readonly sector: Sector | null; readonly weights: readonly { readonly number: number; readonly importance: number }[] }
export const weighForm = (typed: Typed): Result<WeighInput, readonly Problem[]> => {
  const weights = Object.entries(typed.text).flatMap(([field, [grade = '']]) => (/^weight_\d{1,9}$/.test(field) && /^[1-5]$/.test(grade) ? [{ number: Number(field.slice(7)), importance: Number(grade) }] : []))
  return weights.length === 0 ? not([wrong('', 'Отбележете важността поне на един извод.', 'Mark the importance of at least one finding.')])
    : ok({ sector: sectors.find((one) => one === typedOne(typed, 'sector')) ?? null, weights })
}

export type ChallengeInput = { readonly version: number; readonly title: Bilingual; readonly says: Bilingual; readonly state: 'draft' | 'published'; readonly findings: readonly number[] }
export const challengeForm = (typed: Typed): Result<ChallengeInput, readonly Problem[]> => {
  const title: Bilingual = { bg: line(typed, 'title_bg'), en: line(typed, 'title_en') }
  const findings = (typed.text.findings ?? []).map(toNumber).filter((one) => one > 0)
  const found: readonly Problem[] = [
    ...(title.bg === '' ? [wrong('title_bg', 'Напишете предизвикателството с едно изречение.', 'Write the challenge in one sentence.')] : []), ...(title.en === '' ? [wrong('title_en', 'Напишете го и на английски.', 'Write it in English as well.')] : []),
    ...tooLong(typed, ['title_bg', 'title_en'], 200), ...tooLong(typed, ['says_bg', 'says_en'], 2000),
    ...(findings.length === 0 ? [wrong('findings', 'Изберете поне един извод: предизвикателството следва от изводите.', 'Choose at least one finding: a challenge follows from findings.')] : []),
  ]
  return found.length > 0 ? not(found) : ok({ version: versionOf(typed), title, says: { bg: text(typed, 'says_bg'), en: text(typed, 'says_en') }, state: typedOne(typed, 'does') === 'publish' ? 'published' : 'draft', findings })
}
export const fromChallenge = ({ title, says }: Pick<Challenge, 'title' | 'says'>): Readonly<Record<string, string>> => ({ title_bg: title.bg, title_en: title.en, says_bg: says.bg, says_en: says.en })

export type PairInput = { readonly does: 'add'; readonly inside: number; readonly outside: number; readonly note: Bilingual } | { readonly does: 'end'; readonly pair: string }
export const pairForm = (typed: Typed): Result<PairInput, readonly Problem[]> => {
  if (typedOne(typed, 'does') === 'end') return ok({ does: 'end', pair: typedOne(typed, 'pair') })
  const value = { does: 'add' as const, inside: toNumber(typedOne(typed, 'inside')), outside: toNumber(typedOne(typed, 'outside')), note: { bg: line(typed, 'note_bg'), en: line(typed, 'note_en') } }
  const found: readonly Problem[] = [
    ...(value.inside === 0 ? [wrong('inside', 'Изберете силна или слаба страна.', 'Choose a strength or a weakness.')] : []), ...(value.outside === 0 ? [wrong('outside', 'Изберете възможност или заплаха.', 'Choose an opportunity or a threat.')] : []),
    ...(value.note.bg === '' && value.note.en === '' ? [wrong('note_bg', 'Напишете какво може да се направи.', 'Write what could be done.')] : []), ...tooLong(typed, ['note_bg', 'note_en'], 500),
  ]
  return found.length > 0 ? not(found) : ok(value)
}
