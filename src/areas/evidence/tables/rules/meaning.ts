// From what was typed about a table to its dataset and to the indicators its series are: new ones, or ones that are there.
import type { Bilingual } from '#kernel/language.ts'
import type { Problem, Result } from '#kernel/result.ts'
import { not, ok } from '#kernel/result.ts'
import { type Level, levels } from '#kernel/region.ts'
import { speak } from '#kernel/speak.ts'
import type { Atlas } from '#areas/evidence/regions/rules.ts'
import type { DatasetEntry, Licence, Limits } from '#areas/evidence/datasets/rules.ts'
import type { IndicatorInput } from '#areas/evidence/indicators/rules/entry.ts'
import { directions, domains, type Indicator } from '#areas/evidence/indicators/rules.ts'
import type { About, Draft, TableRead, TableSeries } from '../rules.ts'
import { toSlug } from './slug.ts'

export const licences: readonly Licence[] = [
  { id: 'cc-by-4.0', name: { bg: 'CC BY 4.0 (с посочване на източника)', en: 'CC BY 4.0 (with the source named)' }, address: 'https://creativecommons.org/licenses/by/4.0/' },
  { id: 'cc0-1.0', name: { bg: 'CC0 1.0 (без условия)', en: 'CC0 1.0 (no conditions)' }, address: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  { id: 'public-information', name: { bg: 'Информация от обществения сектор, с посочване на източника', en: 'Public sector information, with the source named' }, address: 'https://eur-lex.europa.eu/eli/dir/2019/1024/oj' },
]
export const meaningKinds = ['new', 'existing', 'none'] as const
export const measures = ['rate', 'count', 'amount', 'other'] as const
export const scales = ['1', '1000', '1000000'] as const
export const aboutFields = ['title_bg', 'title_en', 'publisher', 'address', 'licence', 'as_of'] as const
export const seriesFields = ['kind', 'key', 'name_bg', 'name_en', 'unit_bg', 'unit_en', 'scale', 'currency', 'measures', 'direction', 'domain'] as const
export type SeriesField = (typeof seriesFields)[number]
/** `name_bg.mazhe`: the field of one series */
export const fieldOf = (field: SeriesField, code: string): string => `${field}.${code}`

export type MeantSeries = { readonly kind: 'none'; readonly code: string } | { readonly kind: 'new' | 'existing'; readonly code: string; readonly input: IndicatorInput }
export type Meaning = { readonly code: string; readonly title: Bilingual; readonly publisher: string; readonly address: string; readonly licence: Licence; readonly asOf: string; readonly frequency: string; readonly series: readonly MeantSeries[] }

const firstAbout = (from: { readonly read: TableRead; readonly fileName: string; readonly above: string; readonly today: string }): About => {
  const title = from.above || from.fileName.replace(/\.[a-z0-9]{1,5}$/i, '').replace(/[_]+/g, ' ').trim()
  const about: Record<string, string> = { title_bg: title, title_en: '', publisher: '', address: '', licence: 'public-information', as_of: from.today }
  for (const series of from.read.series) {
    // „мъже“ alone says nothing outside its table.
    const name = (series.name === '' || from.above === '' ? series.name || from.above : `${from.above}: ${series.name}`).slice(0, 120)
    const isPercent = /%|процент|дял|per ?cent/i.test(`${series.unit} ${series.name}`)
    Object.assign(about, Object.fromEntries(Object.entries({
      kind: 'new', key: '', name_bg: name, name_en: /^[\x20-\x7e]+$/.test(name) ? name : '', unit_bg: series.unit || (isPercent ? '%' : ''), unit_en: /^[\x20-\x7e]+$/.test(series.unit) ? series.unit : isPercent ? '%' : '',
      scale: '1', currency: '', measures: isPercent ? 'rate' : series.isWhole === 'yes' ? 'count' : 'other', direction: 'more', domain: 'economy',
    } satisfies Record<SeriesField, string>).map(([field, value]) => [fieldOf(field as SeriesField, series.code), value])))
  }
  return about
}

/** What was typed or kept; where nothing was, what the table itself says. */
export const wholeAbout = ({ draft, read, now }: { readonly draft: Pick<Draft, 'fileName' | 'about' | 'file' | 'mapping'>; readonly read: TableRead; readonly now: Date }): About =>
  ({ ...firstAbout({ read, fileName: draft.fileName, above: titleAbove(draft), today: now.toISOString().slice(0, 10) }), ...Object.fromEntries(Object.entries(draft.about).filter(([name, value]) => name !== 'as_of' || value !== '')) })

/** The first line above the head that is a title and no number of a table. */
const titleAbove = ({ file, mapping }: Pick<Draft, 'file' | 'mapping'>): string => {
  const rows = mapping === null ? [] : (file.sheets[mapping.sheet]?.rows.slice(0, mapping.head - 1) ?? [])
  const title = rows.flatMap((row) => row.filter((cell) => typeof cell === 'string' && cell.length > 8))[0]
  return typeof title === 'string' ? title.replace(/^(таблица|table)\s*[\d.]*\s*[.:–-]?\s*/i, '').replace(/\s+/g, ' ').trim().slice(0, 100) : ''
}

const wrong = (field: string, bg: string, en: string): Problem => ({ field, text: { bg, en } })
/** Named, because the list of problems at the top is read without the fields. */
export const needed = (field: string): Problem => {
  const label = labels[field.split('.')[0] ?? '']
  return label === undefined ? wrong(field, 'Попълнете това поле.', 'Fill in this field.') : wrong(field, `Попълнете „${label(bg)}“.`, `Fill in “${label(en)}”.`)
}
const bg = speak('bg'), en = speak('en')
const labels: Readonly<Record<string, (say: typeof bg) => string>> = {
  title_bg: (say) => say.evidence_table_title_bg(), title_en: (say) => say.evidence_table_title_en(), publisher: (say) => say.evidence_table_publisher(),
  name_bg: (say) => say.evidence_table_name_bg(), name_en: (say) => say.evidence_table_name_en(), unit_bg: (say) => say.evidence_table_unit_bg(), unit_en: (say) => say.evidence_table_unit_en(),
  definition_bg: (say) => say.evidence_define_definition_bg(), definition_en: (say) => say.evidence_define_definition_en(),
}
const isOneOf = <T extends string>(list: readonly T[], text: string): text is T => (list as readonly string[]).includes(text)

export type MeaningFrom = { readonly about: About; readonly read: TableRead; readonly atlas: Atlas; readonly existing: readonly Indicator[]; readonly taken: ReadonlySet<string>; readonly dataset: string | null }
export const parseMeaning = (from: MeaningFrom): Result<Meaning, readonly Problem[]> => {
  const { about, read } = from
  const problems: Problem[] = []
  const text = (field: string, most: number): string => {
    const value = (about[field] ?? '').trim()
    if (value === '') problems.push(needed(field))
    else if (value.length > most) problems.push(wrong(field, `Най-много ${most} знака.`, `At most ${most} characters.`))
    return value
  }
  const title = { bg: text('title_bg', 200), en: text('title_en', 200) }
  const publisher = text('publisher', 120)
  const address = (about.address ?? '').trim()
  if (address !== '' && !/^https?:\/\/[^\s"<>]+$/.test(address)) problems.push(wrong('address', 'Адресът започва с https:// и е без интервали; може и да се остави празен.', 'The address begins with https:// and has no spaces; it may be left empty.'))
  const licence = licences.find((one) => one.id === about.licence)
  if (!licence) problems.push(wrong('licence', 'Изберете едно от условията.', 'Choose one of the terms.'))
  const asOf = (about.as_of ?? '').trim()
  if (!/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(asOf)) problems.push(wrong('as_of', 'Пишете 2024, 2024-01 или 2024-01-15.', 'Write 2024, 2024-01 or 2024-01-15.'))
  const taken = new Set(from.taken)
  const series = read.series.map((one) => parseSeries(one, { ...from, problems, title, publisher, taken }))
  if (read.series.length > 0 && series.every((one) => one?.kind === 'none')) problems.push(wrong(fieldOf('kind', read.series[0]?.code ?? ''), 'Поне един ред данни трябва да стане показател.', 'At least one series must become an indicator.'))
  const keys = series.flatMap((one) => (one?.kind === 'existing' ? [one] : []))
  for (const one of keys) if (keys.some((other) => other !== one && other.input.key === one.input.key)) problems.push(wrong(fieldOf('key', one.code), 'Два реда данни не може да са един и същ показател.', 'Two series cannot be the same indicator.'))
  if (problems.length > 0 || !licence) return not(problems)
  return ok({
    code: `own-${toSlug(title.en) || toSlug(title.bg) || 'table'}`, title, publisher, address, licence, asOf,
    frequency: read.periods.every((period) => period.length === 4) ? 'A' : read.periods.some((period) => period.includes('Q')) ? 'Q' : read.periods.some((period) => period.includes('/')) ? 'school year' : 'M',
    series: series.filter((one) => one !== undefined),
  })
}
type SeriesFrom = MeaningFrom & { readonly problems: Problem[]; readonly title: Bilingual; readonly publisher: string; readonly taken: Set<string> }
const parseSeries = (series: TableSeries, from: SeriesFrom): MeantSeries | undefined => {
  const { about, problems } = from
  const { code } = series
  const at = (field: SeriesField): string => (about[fieldOf(field, code)] ?? '').trim()
  const filter = { indicator: code }
  switch (at('kind')) {
    case 'none': return { kind: 'none', code }
    case 'existing': {
      const there = from.existing.find((indicator) => indicator.key === at('key'))
      if (!there) { problems.push(wrong(fieldOf('key', code), 'Изберете показател от списъка.', 'Choose an indicator from the list.')); return undefined }
      const limits = there.from.kind === 'direct' ? there.from.limits : undefined
      return {
        kind: 'existing', code, input: {
          ...there, from: { kind: 'direct', dataset: '', filter, ...(limits ? { limits } : {}) }, caveats: there.caveats.filter((caveat) => caveat.regions === null && caveat.from === null && caveat.to === null),
          why: `Стойностите идват от собствена таблица „${from.title.bg}“. / Values come from the own table “${from.title.en}”.`,
        },
      }
    }
    case 'new': break
    default: problems.push(wrong(fieldOf('kind', code), 'Изберете какво са тези стойности.', 'Choose what these values are.')); return undefined
  }
  const before = problems.length
  const text = (field: SeriesField, most: number): string => {
    const value = at(field)
    if (value === '') problems.push(needed(fieldOf(field, code)))
    else if (value.length > most) problems.push(wrong(fieldOf(field, code), `Най-много ${most} знака.`, `At most ${most} characters.`))
    return value
  }
  const name = { bg: text('name_bg', 120), en: text('name_en', 120) }
  const label = { bg: text('unit_bg', 60), en: text('unit_en', 60) }
  const [measure, direction, domain, scale, currency] = [at('measures'), at('direction'), at('domain'), at('scale'), at('currency')]
  if (!isOneOf(measures, measure)) problems.push(wrong(fieldOf('measures', code), 'Изберете една от възможностите.', 'Choose one of the options.'))
  if (!isOneOf(directions, direction)) problems.push(wrong(fieldOf('direction', code), 'Изберете една от възможностите.', 'Choose one of the options.'))
  if (!isOneOf(domains, domain)) problems.push(wrong(fieldOf('domain', code), 'Изберете една от темите.', 'Choose one of the domains.'))
  if (!isOneOf(scales, scale)) problems.push(wrong(fieldOf('scale', code), 'Изберете едно от числата.', 'Choose one of the numbers.'))
  if (measure === 'count' && series.isWhole === 'no' && scale === '1') problems.push(wrong(fieldOf('measures', code), 'Между стойностите има дробни числа, а бройките са цели. Изберете друго.', 'There are fractions among the values, and counts are whole. Choose another.'))
  if (problems.length > before || !isOneOf(directions, direction) || !isOneOf(domains, domain)) return undefined
  const percent = measure === 'rate' && /%|процент|per ?cent/i.test(`${label.bg} ${label.en}`)
  const key = freeKey(`own.${toSlug(name.en) || toSlug(name.bg) || code}`, from.taken)
  return {
    kind: 'new', code, input: {
      key, domain, direction, level: finestLevel(from.read, from.atlas), name, shortName: { bg: short(name.bg), en: short(name.en) },
      definition: { bg: `${name.bg}. По таблицата „${from.title.bg}“ на ${from.publisher}.`, en: `${name.en}. From the table “${from.title.en}” of ${from.publisher}.` },
      unit: { id: toSlug(label.en) || 'unit', label, scale: Number(scale), currency: currency === '' ? null : 'EUR', percent }, decimals: Math.min(series.decimals, 3), headline: null, caveats: [],
      // Lev is shown in euro: what is stored stays as it was written.
      from: { kind: 'direct', dataset: '', filter, limits: limitsOf(measure, { percent }), ...(currency === 'BGN' ? { unit: { id: `${toSlug(label.en) || 'unit'}-bgn`, scale: Number(scale), currency: 'BGN', percent: false } } : {}) },
      why: `Определен при внасянето на собствена таблица „${from.title.bg}“. / Defined when the own table “${from.title.en}” was taken in.`,
    },
  }
}
export const limitsOf = (measure: string, { percent }: Pick<Indicator['unit'], 'percent'>): Limits => {
  switch (measure) {
    case 'count': return { adds: 'regions', whole: 'yes', low: 0, high: null }
    case 'amount': return { adds: 'regions', whole: 'no', low: 0, high: null }
    case 'rate': return { adds: 'no', whole: 'no', low: percent ? 0 : null, high: percent ? 100 : null }
    default: return { adds: 'no', whole: 'no', low: null, high: null }
  }
}
export const short = (words: string): string => (words.length <= 60 ? words : `${words.slice(0, 57).replace(/\s+\S*$/, '')}…`)
export const freeKey = (wanted: string, taken: Set<string>): string => {
  let key = wanted
  for (let number = 2; taken.has(key); number++) key = `${wanted}-${number}`
  taken.add(key)
  return key
}
const finestLevel = (read: TableRead, atlas: Atlas): Level =>
  levels.toReversed().find((level) => read.regions.some((code) => atlas.regions.get(code)?.level === level)) ?? 'nuts3'

export const datasetOf = (meaning: Meaning, code: string): DatasetEntry => ({
  code, source: meaning.publisher, title: meaning.title, doi: null, licence: meaning.licence, address: meaning.address, download: null,
  // Municipalities have the institute's codes, and BGS04 would pass for a region of NUTS.
  regionDimension: 'region', regionCodes: 'nsi', frequency: meaning.frequency, dimensions: [], note: null,
})
