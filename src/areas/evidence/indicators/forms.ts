// What the form "define an indicator" may send. Every field is a text; wrong ones are said beside the field and stay as typed.
import { z } from 'zod'
import { typedOne } from '#kernel/answer.ts'
import type { Typed } from '#kernel/answer.ts'
import type { Problem, Result } from '#kernel/result.ts'
import { not, ok } from '#kernel/result.ts'
import { levels } from '#kernel/region.ts'
import type { Limits } from '#areas/evidence/datasets/rules.ts'
import type { Definition, Indicator } from './rules.ts'
import { directions, domains } from './rules.ts'
import type { IndicatorInput } from './rules/entry.ts'

export const indicatorFields = [
  'key', 'domain', 'direction', 'level', 'name_bg', 'name_en', 'short_bg', 'short_en', 'definition_bg', 'definition_en', 'unit_bg', 'unit_en', 'scale', 'currency',
  'percent', 'decimals', 'kind', 'dataset', 'filter', 'measures', 'stored_currency', 'over', 'under', 'times', 'of', 'caveat_bg', 'caveat_en', 'headline', 'why',
] as const
export type IndicatorField = (typeof indicatorFields)[number]
export type IndicatorValues = Readonly<Record<IndicatorField, string>>
/** What a stored value is: decides what the checks of an import expect. */
export const measured = ['rate', 'count', 'amount', 'other'] as const
export type Measured = (typeof measured)[number]
export const definitionKinds = ['direct', 'ratio', 'sum', 'difference', 'meanOfTwo'] as const

export const blank: IndicatorValues = {
  ...(Object.fromEntries(indicatorFields.map((field) => [field, ''])) as Record<IndicatorField, string>),
  domain: 'entrepreneurship', direction: 'more', level: 'nuts3', scale: '1', decimals: '1', kind: 'direct', measures: 'rate', times: '100',
}
/** What was typed, or undefined where nothing was: an empty form is not a typed one. */
export const typedValues = (typed: Typed): IndicatorValues | undefined =>
  (Object.keys(typed.text).some((name) => (indicatorFields as readonly string[]).includes(name))
    ? (Object.fromEntries(indicatorFields.map((field) => [field, typedOne(typed, field)])) as Record<IndicatorField, string>)
    : undefined)

const filterLines = (filter: Readonly<Record<string, string | readonly string[]>>): string =>
  Object.entries(filter).map(([name, codes]) => `${name}=${typeof codes === 'string' ? codes : codes.join('|')}`).join('\n')
const measuredOf = (limits: Partial<Limits> | undefined): Measured =>
  (limits?.adds === 'regions' ? (limits.whole === 'yes' ? 'count' : 'amount') : limits && limits.low === null ? 'other' : 'rate')

export const fromIndicator = (indicator: Indicator): IndicatorValues => {
  const { from, unit } = indicator
  const general = indicator.caveats.find((caveat) => caveat.regions === null && caveat.from === null && caveat.to === null)
  return {
    ...blank, key: indicator.key, domain: indicator.domain, direction: indicator.direction, level: indicator.level, name_bg: indicator.name.bg, name_en: indicator.name.en,
    short_bg: indicator.shortName.bg, short_en: indicator.shortName.en, definition_bg: indicator.definition.bg, definition_en: indicator.definition.en,
    unit_bg: unit.label.bg, unit_en: unit.label.en, scale: String(unit.scale), currency: unit.currency ?? '', percent: unit.percent ? 'yes' : '', decimals: String(indicator.decimals),
    kind: from.kind === 'none' ? 'direct' : from.kind, headline: indicator.headline === null ? '' : String(indicator.headline),
    ...(from.kind === 'direct' ? { dataset: from.dataset, filter: filterLines(from.filter), measures: measuredOf(from.limits), stored_currency: from.unit?.currency ?? '' } : {}),
    ...(from.kind === 'ratio' ? { over: from.over, under: from.under, times: String(from.times) } : {}),
    ...(from.kind === 'sum' || from.kind === 'difference' ? { of: from.of.join(' ') } : {}),
    ...(from.kind === 'meanOfTwo' ? { of: from.of } : {}),
    caveat_bg: general?.text.bg ?? '', caveat_en: general?.text.en ?? '',
  }
}

type Said = { readonly bg: string; readonly en: string }
const say = (bg: string, en: string): string => JSON.stringify({ bg, en } satisfies Said)
const needed = say('Попълнете това поле.', 'Fill in this field.')
const text = (most: number) => z.string().trim().min(1, needed).max(most, say(`Най-много ${most} знака.`, `At most ${most} characters.`))
const keyShape = z.string().trim().regex(/^[a-z][a-z0-9]*(\.[A-Za-z0-9_-]+)+$/, say('Ключът е от думи с точки между тях, например ent.stock.', 'A key is made of words with points between them, such as ent.stock.')).max(60, say('Най-много 60 знака.', 'At most 60 characters.'))
const number = (low: number, high: number) => z.string().trim().transform((written, at) => {
  const value = Number(written.replace(',', '.'))
  if (written !== '' && Number.isFinite(value) && value >= low && value <= high) return value
  at.addIssue({ code: 'custom', message: say(`Нужно е число от ${low} до ${high}.`, `A number from ${low} to ${high} is needed.`) })
  return z.NEVER
})
const choice = <const T extends readonly [string, ...string[]]>(of: T) => z.enum(of, { error: say('Изберете една от възможностите.', 'Choose one of the options.') })

const always = z.object({
  key: keyShape, domain: choice(domains), direction: choice(directions), level: choice(levels), name_bg: text(120), name_en: text(120), short_bg: text(60), short_en: text(60),
  definition_bg: text(2000), definition_en: text(2000), unit_bg: text(60), unit_en: text(60), scale: number(1e-9, 1e12), decimals: number(0, 6).pipe(z.number().int(say('Нужно е цяло число.', 'A whole number is needed.'))),
  currency: choice(['', 'EUR', 'BGN']), percent: choice(['', 'yes']), kind: choice(definitionKinds), caveat_bg: z.string().trim().max(1000), caveat_en: z.string().trim().max(1000), why: text(500),
})

const filterOf = (written: string): Readonly<Record<string, string | readonly string[]>> | undefined => {
  const filter: Record<string, string | readonly string[]> = {}
  for (const line of written.split(/[\n;&]+|\s{2,}/).map((part) => part.trim()).filter((part) => part !== '')) {
    const found = /^([A-Za-z_]\w*)\s*=\s*(\S+)$/.exec(line)
    if (!found?.[1] || !found[2] || found[1] === '__proto__') return undefined
    const codes = found[2].split('|')
    filter[found[1]] = codes.length === 1 ? (codes[0] as string) : codes
  }
  return filter
}
const limitsOf = (measure: string, unit: Pick<IndicatorInput['unit'], 'percent'>): Partial<Limits> | undefined => {
  switch (measure) {
    case 'count': return { adds: 'regions', whole: 'yes', low: 0, high: null }
    case 'amount': return { adds: 'regions', whole: 'no', low: 0, high: null }
    case 'other': return { adds: 'no', whole: 'no', low: null, high: null }
    default: return unit.percent ? undefined : { adds: 'no', whole: 'no', low: null, high: null }
  }
}
const wrong = (field: string, bg: string, en: string): Problem => ({ field, text: { bg, en } })

const definitionOf = (values: IndicatorValues, unit: IndicatorInput['unit']): Result<Definition, Problem> => {
  const keys = values.of.split(/[\s,;]+/).filter((key) => key !== '')
  switch (values.kind) {
    case 'direct': {
      const filter = filterOf(values.filter)
      const dataset = values.dataset.trim()
      if (!/^[A-Za-z0-9_.-]{1,64}$/.test(dataset)) return not(wrong('dataset', 'Напишете кода на набора, например bd_size_r3.', 'Write the code of the dataset, such as bd_size_r3.'))
      if (!filter) return not(wrong('filter', 'Всеки ред е „измерение=код“, например sizeclas=TOTAL.', 'Every line is "dimension=code", such as sizeclas=TOTAL.'))
      const limits = limitsOf(values.measures, unit)
      const stored = values.stored_currency === 'BGN' && unit.currency === 'EUR' ? { unit: { id: `${unit.id}-bgn`, scale: unit.scale, currency: 'BGN' as const, percent: false } } : {}
      return ok({ kind: 'direct', dataset, filter, ...(limits ? { limits } : {}), ...stored })
    }
    case 'ratio': {
      const times = Number(values.times.trim().replace(',', '.'))
      if (!keyShape.safeParse(values.over).success) return not(wrong('over', 'Напишете ключа на показателя над чертата.', 'Write the key of the indicator above the line.'))
      if (!keyShape.safeParse(values.under).success) return not(wrong('under', 'Напишете ключа на показателя под чертата.', 'Write the key of the indicator below the line.'))
      if (!Number.isFinite(times) || times === 0) return not(wrong('times', 'Нужно е число, например 100 или 1000.', 'A number is needed, such as 100 or 1000.'))
      return ok({ kind: 'ratio', over: values.over.trim(), under: values.under.trim(), times })
    }
    case 'meanOfTwo': return keys.length === 1 ? ok({ kind: 'meanOfTwo', of: keys[0] as string }) : not(wrong('of', 'Нужен е ключът на един показател.', 'The key of one indicator is needed.'))
    case 'sum': case 'difference':
      return keys.length > 1 ? ok({ kind: values.kind, of: keys }) : not(wrong('of', 'Нужни са ключовете на поне два показателя.', 'The keys of at least two indicators are needed.'))
    default: return not(wrong('kind', 'Изберете как се получават стойностите.', 'Choose how the values come about.'))
  }
}
const kebab = (label: string): string => label.toLowerCase().normalize('NFKD').replace(/%/g, 'percent').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'unit'

export const indicatorForm = (typed: Typed): Result<IndicatorInput, readonly Problem[]> => {
  const values = typedValues(typed) ?? blank
  const found = always.safeParse(values)
  const problems: Problem[] = found.success ? [] : found.error.issues.map((issue) => ({ field: String(issue.path[0] ?? ''), text: saidOf(issue.message) }))
  const headline = values.headline.trim() === '' ? null : Number(values.headline)
  if (headline !== null && !(Number.isInteger(headline) && headline > 0 && headline < 1000)) problems.push(wrong('headline', 'Нужно е цяло число от 1 до 999, или празно поле.', 'A whole number from 1 to 999 is needed, or an empty field.'))
  if ((values.caveat_bg.trim() === '') !== (values.caveat_en.trim() === '')) problems.push(wrong(values.caveat_bg.trim() === '' ? 'caveat_bg' : 'caveat_en', 'Уговорката трябва да е и на двата езика.', 'The caveat must be in both languages.'))
  const unit: IndicatorInput['unit'] = {
    id: kebab(values.unit_en), label: { bg: values.unit_bg.trim(), en: values.unit_en.trim() }, scale: found.success ? found.data.scale : 1,
    currency: values.currency === 'EUR' || values.currency === 'BGN' ? values.currency : null, percent: values.percent === 'yes',
  }
  const from = definitionOf(values, unit)
  if (!from.ok) problems.push(from.problem)
  if (!found.success || !from.ok || problems.length > 0) return not(problems)
  const data = found.data
  return ok({
    key: data.key, domain: data.domain, direction: data.direction, level: data.level, name: { bg: data.name_bg, en: data.name_en }, shortName: { bg: data.short_bg, en: data.short_en },
    definition: { bg: data.definition_bg, en: data.definition_en }, unit, decimals: data.decimals, from: from.value, headline, why: data.why,
    caveats: data.caveat_bg === '' ? [] : [{ kind: 'definition', text: { bg: data.caveat_bg, en: data.caveat_en }, from: null, to: null, regions: null }],
  })
}
const saidOf = (message: string): Said => {
  try {
    return JSON.parse(message) as Said
  } catch {
    return { bg: 'Полето не е попълнено правилно.', en: 'The field is not filled in correctly.' }
  }
}
