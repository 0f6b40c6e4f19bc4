// What the forms of indices may send: a framework with its tree and every step, a published score, and the buttons of an index's page.
import { z } from 'zod'
import { type Typed, typedOne } from '#kernel/answer.ts'
import type { Bilingual } from '#kernel/language.ts'
import { not, ok, type Problem, type Result } from '#kernel/result.ts'
import type { Level } from '#kernel/region.ts'
import type { Framework, Group, Leaf } from './rules.ts'
import { officialIndices, type OfficialIndex } from './rules/official.ts'

const told = (field: string, bg: string, en: string): Problem => ({ field, text: { bg, en } })
const needed = (field: string): Problem => told(field, 'Попълнете това поле.', 'Fill in this field.')
/** „1,5“ and “1.5” alike; undefined: it is no number */
export const numberOf = (text: string): number | undefined => (/^[+\-−]?\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.').replace('−', '-')) : undefined)

export const indexLevels = ['nuts3', 'nuts2', 'country', 'municipality'] as const satisfies readonly Level[]
export const imputations = ['none', 'median', 'mean', 'row-mean'] as const
export const normalisations = ['min-max', 'z-score', 'rank', 'percentile-rank'] as const
export const aggregations = ['arithmetic', 'geometric', 'harmonic', 'median', 'mazziotta-pareto', 'copeland'] as const
const mostGroups = 12

/** The steps as a form says them: one word or number each. */
export const stepFields = ['carry', 'imputation', 'treatment', 'winmax', 'normalisation', 'weighting', 'inside', 'above', 'least_region', 'least_group', 'runs', 'seed'] as const
export type StepField = (typeof stepFields)[number]
export type FrameworkInput = {
  readonly key: string
  readonly version: number
  readonly title: Bilingual
  readonly level: Level
  /** codes; empty: all of the level in the country */
  readonly regions: readonly string[]
  readonly framework: Omit<Framework, 'regions' | 'level' | 'called'>
  readonly why: string
}

const shape = z.object({
  groups: z.array(z.object({ key: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/), parent: z.string().nullable(), name: z.object({ bg: z.string().min(1).max(120), en: z.string().min(1).max(120) }), weight: z.number().min(0).max(1e6) })).min(2).max(mostGroups + 1),
  indicators: z.array(z.object({ indicator: z.string().min(1).max(100), parent: z.string(), weight: z.number().min(0).max(1e6), direction: z.union([z.literal(1), z.literal(-1)]) })).min(1).max(200),
  carryYears: z.number().int().min(0).max(10), runs: z.number().int().min(100).max(10_000), seed: z.number().int().min(0).max(2 ** 31),
})

export const frameworkForm = (typed: Typed): Result<FrameworkInput, readonly Problem[]> => {
  const one = (field: string): string => typedOne(typed, field).trim()
  const wrong: Problem[] = []
  const title = { bg: one('title_bg'), en: one('title_en') }
  for (const field of ['title_bg', 'title_en']) if (one(field) === '' || one(field).length > 200) wrong.push(one(field) === '' ? needed(field) : told(field, 'Най-много 200 знака.', 'At most 200 characters.'))
  const key = one('key')
  if (typed.text.key !== undefined && !/^[a-z][a-z0-9-]{2,59}$/.test(key)) wrong.push(told('key', 'Дума от малки латински букви, цифри и тирета, например work-and-skills.', 'A word of small Latin letters, digits and hyphens, such as work-and-skills.'))
  if (['new', 'official'].includes(key)) wrong.push(told('key', 'Тази дума е заета. Изберете друга.', 'This word is taken. Choose another.'))
  const groups = groupsOf(one, wrong)
  const indicators = leavesOf(typed, groups, wrong)
  const steps = stepsOf(one, wrong)
  const level = indexLevels.find((each) => each === one('level')) ?? 'nuts3'
  const regions = [...new Set(one('regions').split(/[\s,;]+/).filter((code) => code !== ''))]
  if (regions.some((code) => !/^[A-Z0-9_]{2,12}$/.test(code))) wrong.push(told('regions', 'Кодове на региони, разделени със запетая: BG341, BG344.', 'Codes of regions with commas between them: BG341, BG344.'))
  if (regions.length > 400) wrong.push(told('regions', 'Най-много 400 региона.', 'At most 400 regions.'))
  const isUsed = (group: Group): boolean => indicators.some((leaf) => leaf.parent === group.key) || groups.some((child) => child.parent === group.key && isUsed(child))
  const framework = { format: 1 as const, groups, indicators, steps: steps.steps, carryYears: steps.carry, runs: steps.runs, seed: steps.seed }
  if (wrong.length === 0) {
    if (indicators.length === 0) wrong.push(told('', 'Изберете поне един показател.', 'Choose at least one indicator.'))
    else if (!groups.some((group) => group.parent === 'index' && isUsed(group))) wrong.push(told('', 'Поне един стълб трябва да има показател.', 'At least one pillar must have an indicator.'))
    else if (!shape.safeParse(framework).success) wrong.push(told('', 'Рамката не е цяла: прегледайте стълбовете, теглата и стъпките.', 'The framework is not whole: look at pillars, weights and steps.'))
  }
  return wrong.length > 0 ? not(wrong) : ok({ key, version: Number(one('version')) || 0, title, level, regions, framework, why: one('why').slice(0, 2000) })
}

type One = (field: string) => string
/** Rows of pillars: emptied names take a pillar out; a new row gets its key from its English name. */
const groupsOf = (one: One, wrong: Problem[]): readonly Group[] => {
  const groups: Group[] = [{ key: 'index', parent: null, name: { bg: one('title_bg'), en: one('title_en') }, weight: 1 }]
  for (let at = 0; at < mostGroups; at += 1) {
    const name = { bg: one(`group_${at}_bg`), en: one(`group_${at}_en`) }
    if (name.bg === '' && name.en === '') continue
    if (name.bg === '') wrong.push(needed(`group_${at}_bg`))
    if (name.en === '') wrong.push(needed(`group_${at}_en`))
    const weight = numberOf(one(`group_${at}_weight`) || '1')
    if (weight === undefined || weight < 0) wrong.push(told(`group_${at}_weight`, 'Число, не по-малко от 0.', 'A number not below 0.'))
    const made = name.en.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 50)
    const key = one(`group_${at}_key`) || (/^[a-z]/.test(made) ? made : `group-${at + 1}`)
    if (groups.some((group) => group.key === key)) wrong.push(told(`group_${at}_en`, 'Има друг стълб със същото име.', 'Another pillar has the same name.'))
    groups.push({ key, parent: one(`group_${at}_parent`) || 'index', name, weight: weight ?? 1 })
  }
  const keys = new Set(groups.map((group) => group.key))
  groups.forEach((group, at) => { if (group.parent !== null && (!keys.has(group.parent) || group.parent === group.key)) wrong.push(told(`group_${at - 1}_parent`, 'Изберете друга част.', 'Choose another part.')) })
  return groups
}
/** `in.ent.stock` names the pillar, or nothing; the pillar of a new row is named by its number. */
const leavesOf = (typed: Typed, groups: readonly Group[], wrong: Problem[]): readonly Leaf[] => {
  const leaves: Leaf[] = []
  for (const [field, [parent = '']] of Object.entries(typed.text)) {
    if (!field.startsWith('in.') || parent === '') continue
    const indicator = field.slice(3)
    const weight = numberOf(typedOne(typed, `weight.${indicator}`) || '1')
    if (weight === undefined || weight < 0) wrong.push(told(`weight.${indicator}`, 'Число, не по-малко от 0.', 'A number not below 0.'))
    const key = /^row-\d+$/.test(parent) ? groups[Number(parent.slice(4)) + 1]?.key : groups.find((group) => group.key === parent)?.key
    if (key === undefined || key === 'index') { wrong.push(told(field, 'Изберете стълб, който има име.', 'Choose a pillar that has a name.')); continue }
    leaves.push({ indicator, parent: key, weight: weight ?? 1, direction: typedOne(typed, `direction.${indicator}`) === '-1' ? -1 : 1 })
  }
  return leaves
}
type Steps = { readonly steps: Framework['steps']; readonly carry: number; readonly runs: number; readonly seed: number }
const stepsOf = (one: One, wrong: Problem[]): Steps => {
  const whole = (field: StepField, { low, high, otherwise }: { readonly low: number; readonly high: number; readonly otherwise: number }): number => {
    const value = one(field) === '' ? otherwise : numberOf(one(field))
    if (value === undefined || value < low || value > high) wrong.push(told(field, `Число от ${low} до ${high}.`, `A number from ${low} to ${high}.`))
    return value ?? otherwise
  }
  const pick = <T extends string>(list: readonly T[], field: StepField): T => list.find((each) => each === one(field)) ?? (list[0] as T)
  const normalisation = pick(normalisations, 'normalisation'), inside = pick(aggregations, 'inside'), above = pick(aggregations, 'above')
  const needsPositive = [inside, above].some((each) => each === 'geometric' || each === 'harmonic' || each === 'mazziotta-pareto')
  if (needsPositive && (normalisation === 'z-score' || normalisation === 'percentile-rank')) wrong.push(told('normalisation', 'Избраната средна иска скала над нулата: изберете „от 1 до 100“ или „място“.', 'The chosen mean needs a scale above zero: choose “1 to 100” or “place”.'))
  const meanOf = (kind: (typeof aggregations)[number]): Framework['steps']['aggregation'][number] => (kind === 'mazziotta-pareto' ? { kind, measures: 'good' } : { kind })
  const treatment = one('treatment') !== 'none'
  return {
    carry: Math.round(whole('carry', { low: 0, high: 10, otherwise: 3 })), runs: Math.round(whole('runs', { low: 100, high: 10_000, otherwise: 1000 })), seed: Math.round(whole('seed', { low: 0, high: 2_000_000_000, otherwise: 1 })),
    steps: {
      imputation: { kind: pick(imputations, 'imputation') },
      screening: { leastPresent: whole('least_region', { low: 0, high: 100, otherwise: 66.7 }) / 100, leastNonZero: 0.05, keep: [], drop: [], counts: 'observed', indicators: { leastPresent: 0.65, leastNonZero: 0.5, leastDistinct: 0.5, skewness: 2, kurtosis: 3.5 } },
      treatment: treatment ? { skewness: 2, kurtosis: 3.5, winmax: Math.round(whole('winmax', { low: 0, high: 50, otherwise: 5 })), transform: 'log', lambda: 0 } : null,
      normalisation: normalisation === 'min-max' ? { kind: 'min-max', lower: needsPositive ? 1 : 0, upper: 100 } : normalisation === 'z-score' ? { kind: 'z-score', mean: 100, spread: 10, deviation: 'sample' } : { kind: normalisation },
      weighting: one('weighting') === 'equal' ? 'equal' : 'stated', aggregation: inside === above ? [meanOf(inside)] : [meanOf(inside), meanOf(above)],
      leastShare: whole('least_group', { low: 0, high: 100, otherwise: 50 }) / 100, leftOut: [],
    },
  }
}

export type Pressed = { readonly does: 'publish' | 'intervals' | 'stop' | 'accept' | 'pin'; readonly version: number; readonly region: string }
export const pressForm = (typed: Typed): Result<Pressed, readonly Problem[]> => {
  const does = (['publish', 'intervals', 'stop', 'accept', 'pin'] as const).find((each) => each === typedOne(typed, 'does'))
  const version = Number(typedOne(typed, 'version'))
  return does === undefined || !Number.isInteger(version) || version < 1 ? not([told('', 'Изберете какво да се направи.', 'Choose what to do.')]) : ok({ does, version, region: typedOne(typed, 'region') })
}

export type ScoreInput = { readonly does: 'enter'; readonly score: { readonly index: OfficialIndex; readonly edition: string; readonly region: string; readonly score: number; readonly decimals: number; readonly scale: Bilingual; readonly source: Bilingual; readonly address: string } } | { readonly does: 'withdraw'; readonly number: number }
export const scoreFields = ['index', 'edition', 'region', 'score', 'scale_bg', 'scale_en', 'source_bg', 'source_en', 'address'] as const
export const scoreForm = (typed: Typed): Result<ScoreInput, readonly Problem[]> => {
  const one = (field: string): string => typedOne(typed, field).trim()
  if (one('does') === 'withdraw') return ok({ does: 'withdraw', number: Number(one('number')) || 0 })
  const wrong: Problem[] = scoreFields.filter((field) => one(field) === '').map(needed)
  const index = officialIndices.find((each) => each === one('index'))
  const score = numberOf(one('score'))
  if (index === undefined && one('index') !== '') wrong.push(needed('index'))
  if (score === undefined && one('score') !== '') wrong.push(told('score', 'Напишете число, например 37,4.', 'Write a number, such as 37.4.'))
  if (one('address') !== '' && !/^https:\/\/[^\s]+$/.test(one('address'))) wrong.push(told('address', 'Адресът започва с https://', 'The address begins with https://'))
  for (const field of ['scale_bg', 'scale_en', 'source_bg', 'source_en'] as const) if (one(field).length > 200) wrong.push(told(field, 'Най-много 200 знака.', 'At most 200 characters.'))
  if (one('edition').length > 40) wrong.push(told('edition', 'Най-много 40 знака.', 'At most 40 characters.'))
  if (wrong.length > 0 || index === undefined || score === undefined) return not(wrong)
  return ok({ does: 'enter', score: {
    index, edition: one('edition'), region: one('region'), score, decimals: Math.min(6, /[.,](\d+)$/.exec(one('score'))?.[1]?.length ?? 0),
    scale: { bg: one('scale_bg'), en: one('scale_en') }, source: { bg: one('source_bg'), en: one('source_en') }, address: one('address').slice(0, 500),
  } })
}
