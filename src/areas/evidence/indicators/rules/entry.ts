// An indicator as the catalogue file or an analyst writes it, before it has a number and a version.
import type { Bilingual } from '#kernel/language.ts'
import type { Period } from '#kernel/period.ts'
import { parsePeriod } from '#kernel/period.ts'
import type { Unit } from '#kernel/quantity.ts'
import { levels } from '#kernel/region.ts'
import type { Limits } from '#areas/evidence/datasets/rules.ts'
import type { SelectionEntry } from '#areas/evidence/datasets/rules.ts'
import { toFilter } from '#areas/evidence/datasets/rules/selections.ts'
import type { Caveat, Definition, Indicator, IndicatorSubject } from '../rules.ts'
import { directions, domains } from '../rules.ts'
import { partsOf } from './derive.ts'

export type IndicatorEntry = Omit<Indicator, 'id' | 'version' | 'definedBy'>

/** What an analyst's form gives. */
export type IndicatorInput = Pick<IndicatorEntry, 'key' | 'domain' | 'direction' | 'level' | 'name' | 'shortName' | 'definition' | 'unit' | 'decimals' | 'from' | 'caveats' | 'headline'> & { readonly why: string }

type Written = Readonly<Record<string, unknown>>
/** Throws a sentence that names the key and what is wrong, for whoever edits the catalogue. */
export const parseEntry = (written: Written): IndicatorEntry => {
  const key = String(written.key ?? '?')
  const wrong = (what: string): never => { throw new Error(`catalogue/indicators, ${key}: ${what}`) }
  const both = (name: string): Bilingual => {
    const text = written[name] as Bilingual | undefined
    return text?.bg && text.en ? { bg: text.bg, en: text.en } : wrong(`${name} is needed in both languages`)
  }
  const oneOf = <T extends string>(name: string, of: readonly T[]): T =>
    of.includes(written[name] as T) ? (written[name] as T) : wrong(`${name} must be one of ${of.join(', ')}`)
  if (!/^[a-z][a-z0-9]*(\.[A-Za-z0-9_-]+)+$/.test(key)) wrong('the key is made of words with points between them: ent.stock')
  const unit = written.unit as Indicator['unit'] | undefined
  if (!unit?.id || !unit.label?.bg || !unit.label.en || !(unit.scale > 0)) wrong('unit needs id, label in both languages, and a scale')
  const from = written.from as Definition
  if (!isDefinition(from)) wrong(`from: ${JSON.stringify(from)} is no definition`)
  const load = written.load as { bg?: string; en?: string; command?: string } | undefined
  const reason = written.reasonWithoutFigures as Bilingual | undefined
  return {
    key, domain: oneOf('domain', domains), name: both('name'), shortName: both('shortName'), subject: parseSubject(written.subject, wrong), definition: both('definition'),
    unit: unit as Indicator['unit'], decimals: Number(written.decimals ?? 0), direction: oneOf('direction', directions), from,
    level: oneOf('level', levels), caveats: ((written.caveats ?? []) as readonly Written[]).map((caveat) => parseCaveat(caveat, wrong)),
    headline: typeof written.headline === 'number' ? written.headline : null, hidden: written.hidden === true,
    load: { words: { bg: load?.bg ?? '', en: load?.en ?? load?.bg ?? '' }, command: load?.command ?? null },
    reasonWithoutFigures: reason?.bg && reason.en ? { bg: reason.bg, en: reason.en } : null,
  }
}
const parseSubject = (written: unknown, wrong: (what: string) => never): IndicatorSubject | null => {
  if (written === undefined) return null
  const subject = written as Partial<IndicatorSubject>
  for (const { text, number } of [subject.bg ?? wrong('subject is needed in both languages'), subject.en ?? wrong('subject is needed in both languages')]) {
    if (!text || (number !== 'one' && number !== 'many')) wrong('subject needs a text, and a number that is "one" or "many"')
  }
  return subject as IndicatorSubject
}
const parseCaveat = (caveat: Written, wrong: (what: string) => never): Caveat => {
  const period = (name: string): Period | null => (typeof caveat[name] === 'string' ? (parsePeriod(caveat[name] as string) ?? wrong(`caveat: ${name} is no period`)) : null)
  const mark = caveat.mark as Bilingual | undefined
  if (typeof caveat.bg !== 'string' || typeof caveat.en !== 'string') wrong('a caveat needs both languages')
  return {
    kind: String(caveat.kind ?? 'definition'), text: { bg: caveat.bg as string, en: caveat.en as string }, from: period('from'), to: period('to'),
    regions: Array.isArray(caveat.regions) ? caveat.regions.map(String) : null,
    ...(mark?.bg && mark.en ? { mark: { bg: mark.bg, en: mark.en } } : {}),
  }
}
const isDefinition = (from: Definition | undefined): boolean => {
  switch (from?.kind) {
    case 'direct': return typeof from.dataset === 'string' && typeof from.filter === 'object'
    case 'ratio': return typeof from.over === 'string' && typeof from.under === 'string' && Number.isFinite(from.times)
    case 'sum': case 'difference': return Array.isArray(from.of) && from.of.length > 1
    case 'meanOfTwo': return typeof from.of === 'string'
    case 'none': return true
    default: return false
  }
}

const usual = (unit: Pick<Unit, 'percent'>): Limits => ({ adds: 'no', whole: 'no', low: unit.percent ? 0 : null, high: unit.percent ? 100 : null })
/** What of a dataset a direct indicator wants kept; undefined for all others. */
export const toSelection = (entry: Pick<IndicatorEntry, 'key' | 'from' | 'unit'>): SelectionEntry | undefined => {
  const { from } = entry
  if (from.kind !== 'direct') return undefined
  const { id, scale, currency, percent } = from.unit ?? entry.unit
  return { key: entry.key, dataset: from.dataset, filter: toFilter(from.filter), unit: { id, scale, currency, percent }, limits: { ...usual({ percent }), ...from.limits } }
}

/** Keys a definition names that are not there, and whether it comes round to itself. */
export const troublesOf = (entry: Pick<IndicatorEntry, 'key' | 'from'>, from: (key: string) => Definition | undefined): { readonly unknown: readonly string[]; readonly isCircle: boolean } => {
  const unknown = partsOf(entry.from).filter((key) => key !== entry.key && from(key) === undefined)
  const reaches = (key: string, seen: readonly string[]): boolean => {
    if (key === entry.key || seen.includes(key)) return true
    const next = from(key)
    return next !== undefined && partsOf(next).some((part) => reaches(part, [...seen, key]))
  }
  return { unknown, isCircle: partsOf(entry.from).some((key) => reaches(key, [])) }
}

/** One text per meaning, so that an unchanged entry is recognised whatever order its fields are written in. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    (inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner))
