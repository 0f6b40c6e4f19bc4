// What the checks found, in words. A remark holds which sentence and what fills it; the language comes at the end.
import type { Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { levels } from '#kernel/region.ts'
import type { Say } from '#kernel/speak.ts'
import { speak } from '#kernel/speak.ts'
import type { CheckName, CheckResult, Remark } from '../rules.ts'

type Filled = Readonly<Record<string, string>>
/** Every sentence by its name; a test holds that each one a check can find is here. */
const sentences = {
  unreadable: (say: Say, f: Filled) => (say.evidence_check_language() === 'bg' ? f.bg : f.en) ?? '',
  noSeries: (say: Say) => say.evidence_check_says_no_series(),
  rowsOff: (say: Say, f: Filled) => say.evidence_check_says_rows_off({ rows: f.rows ?? '', before: f.before ?? '', percent: f.percent ?? '' }),
  dimensionMissing: (say: Say, f: Filled) => say.evidence_check_says_dimension_missing({ dimension: f.dimension ?? '', there: f.there ?? '' }),
  dimensionMore: (say: Say, f: Filled) => say.evidence_check_says_dimension_more({ dimension: f.dimension ?? '', codes: f.codes ?? '' }),
  filterAmbiguous: (say: Say, f: Filled) => say.evidence_check_says_filter_ambiguous({ dimensions: f.dimensions ?? '' }),
  sameTwice: (say: Say, f: Filled) => say.evidence_check_says_same_twice({ cells: f.cells ?? '' }),
  noVersionFits: (say: Say, f: Filled) => say.evidence_check_says_no_version_fits({ closest: f.closest ?? '', count: countOf(f), codes: f.codes ?? '', elsewhere: elsewhere(say, f) }),
  regionsOfAnotherVersion: (say: Say, f: Filled) => say.evidence_check_says_regions_of_another_version({ version: f.version ?? '', count: countOf(f), codes: f.codes ?? '', elsewhere: elsewhere(say, f) }),
  formerRegion: (say: Say, f: Filled) => say.evidence_check_says_former_region({ since: f.since ?? '', periods: f.periods ?? '' }),
  unknownRegions: (say: Say, f: Filled) => say.evidence_check_says_unknown_regions({ count: countOf(f), codes: f.codes ?? '' }),
  twoNames: (say: Say, f: Filled) => say.evidence_check_says_two_names({ dimension: f.dimension ?? '', codes: f.codes ?? '' }),
  codeVanished: (say: Say, f: Filled) => say.evidence_check_says_code_vanished({ dimension: f.dimension ?? '', codes: f.codes ?? '', indicators: f.indicators ?? '' }),
  codesNew: (say: Say, f: Filled) => say.evidence_check_says_codes_new({ dimension: f.dimension ?? '', count: countOf(f), codes: f.codes ?? '' }),
  codesUnlisted: (say: Say, f: Filled) => say.evidence_check_says_codes_unlisted({ dimension: f.dimension ?? '', count: countOf(f), codes: f.codes ?? '' }),
  dimensionUnlisted: (say: Say, f: Filled) => say.evidence_check_says_dimension_unlisted({ dimension: f.dimension ?? '', codes: f.codes ?? '' }),
  unitDiffers: (say: Say, f: Filled) => say.evidence_check_says_unit_differs({ code: f.code ?? '', unit: f.unit ?? '', scale: f.scale ?? '', currency: f.currency ?? '' }),
  thousandfold: (say: Say, f: Filled) => say.evidence_check_says_thousandfold({ ratio: f.ratio ?? '' }),
  thousandth: (say: Say, f: Filled) => say.evidence_check_says_thousandth({ ratio: f.ratio ?? '' }),
  euroToLev: (say: Say, f: Filled) => say.evidence_check_says_euro_to_lev({ ratio: f.ratio ?? '' }),
  levToEuro: (say: Say, f: Filled) => say.evidence_check_says_lev_to_euro({ ratio: f.ratio ?? '' }),
  currenciesDiffer: (say: Say, f: Filled) => say.evidence_check_says_currencies_differ({ euro: f.euro ?? '', lev: f.lev ?? '', percent: f.percent ?? '' }),
  sumDiffers: (say: Say, f: Filled) => say.evidence_check_says_sum_differs({ whole: f.whole ?? '', parts: f.parts ?? '', of: ofWhat(say, f), sum: f.sum ?? '', difference: f.difference ?? '', allowance: f.allowance ?? '' }),
  partsMissing: (say: Say, f: Filled) => say.evidence_check_says_parts_missing({ of: ofWhat(say, f), periods: f.periods ?? '' }),
  notCheckable: (say: Say, f: Filled) => say.evidence_check_says_not_checkable({ of: ofWhat(say, f), periods: f.periods ?? '' }),
  doesNotAgree: (say: Say, f: Filled) => say.evidence_check_says_does_not_agree({ name: f.name ?? '', value: f.value ?? '', computed: f.computed ?? '', within: f.within ?? '' }),
  tooLow: (say: Say, f: Filled) => say.evidence_check_says_too_low({ value: f.value ?? '', low: f.low ?? '' }),
  tooHigh: (say: Say, f: Filled) => say.evidence_check_says_too_high({ value: f.value ?? '', high: f.high ?? '' }),
  notWhole: (say: Say, f: Filled) => say.evidence_check_says_not_whole({ value: f.value ?? '' }),
  manyRevised: (say: Say, f: Filled) => say.evidence_check_says_many_revised({ cells: f.cells ?? '', of: f.of ?? '', percent: f.percent ?? '' }),
  homeRevised: (say: Say, f: Filled) => say.evidence_check_says_home_revised({ before: f.before ?? '', after: f.after ?? '', percent: f.percent ?? '' }),
  homeVanished: (say: Say, f: Filled) => say.evidence_check_says_home_vanished({ before: f.before ?? '' }),
  jumpUp: (say: Say, f: Filled) => say.evidence_check_says_jump_up({ before: f.before ?? '', after: f.after ?? '', deviations: f.deviations ?? '', of: f.of ?? '' }),
  jumpDown: (say: Say, f: Filled) => say.evidence_check_says_jump_down({ before: f.before ?? '', after: f.after ?? '', deviations: f.deviations ?? '', of: f.of ?? '' }),
  rankJump: (say: Say, f: Filled) => say.evidence_check_says_rank_jump({ from: f.from ?? '', to: f.to ?? '', of: f.of ?? '' }),
  homeAbsent: (say: Say) => say.evidence_check_says_home_absent(),
  breaks: (say: Say, f: Filled) => say.evidence_check_says_breaks({ periods: f.periods ?? '' }),
  definitionDiffers: (say: Say, f: Filled) => say.evidence_check_says_definition_differs({ periods: f.periods ?? '' }),
  lowReliability: (say: Say, f: Filled) => say.evidence_check_says_low_reliability({ periods: f.periods ?? '' }),
} as const satisfies Record<string, (say: Say, filled: Filled) => string>
export type SentenceName = keyof typeof sentences
export const sentenceNames = Object.keys(sentences) as readonly SentenceName[]

const levelNames = (say: Say): Readonly<Record<string, string>> => ({
  nuts1: say.kernel_level_nuts1(), nuts2: say.kernel_level_nuts2(), nuts3: say.kernel_level_nuts3(), municipality: say.kernel_level_municipality(),
})
const ofWhat = (say: Say, f: Filled): string => ((levels as readonly string[]).includes(f.of ?? '') ? (levelNames(say)[f.of ?? ''] ?? '') : (f.of ?? ''))

/** Codes are counted in digits alone, so the count that chose the plural is read back from them. */
const countOf = (f: Filled): number => Number((f.count ?? '0').replace(/\D/g, ''))
const elsewhere = (say: Say, f: Filled): string => ((f.elsewhere ?? '') === '' ? say.evidence_check_elsewhere_none({ count: countOf(f) }) : say.evidence_check_elsewhere({ count: countOf(f), versions: f.elsewhere ?? '' }))

/** Decimals a number needs to be said as it is, three at most; what is smaller than that, by its first two digits. */
const decimalsOf = (value: number): number => {
  const most = value !== 0 && Math.abs(value) < 0.01 ? Math.min(9, 1 - Math.floor(Math.log10(Math.abs(value)))) : 3
  return (Number(value.toFixed(most)).toFixed(most).replace(/0+$/, '').split('.')[1] ?? '').length
}
const fill = (facts: Remark['facts'], language: Language): Filled =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, typeof value === 'number' ? sayNumber(value, language, decimalsOf(value)) : value]))

export const sayRemark = (say: Say, remark: Pick<Remark, 'says' | 'facts'>): string => {
  const sentence = (sentences as Readonly<Record<string, (say: Say, filled: Filled) => string>>)[remark.says]
  if (!sentence) throw new Error(`no sentence says "${remark.says}"`)
  return sentence(say, fill(remark.facts, say.evidence_check_language() === 'bg' ? 'bg' : 'en'))
}
export const sayCheck = (say: Say, check: CheckName): string => ({
  body: say.evidence_check_body, header: say.evidence_check_header, grammar: say.evidence_check_grammar, duplicates: say.evidence_check_duplicates,
  codes: say.evidence_check_codes, unit: say.evidence_check_unit, sums: say.evidence_check_sums, suppressedParts: say.evidence_check_suppressed_parts,
  crossCheck: say.evidence_check_cross_check, bounds: say.evidence_check_bounds, revisions: say.evidence_check_revisions, outliers: say.evidence_check_outliers,
  marks: say.evidence_check_marks,
})[check]()
export const sayResult = (say: Say, result: CheckResult | 'notReached'): string => ({
  stop: say.evidence_check_result_stop, hold: say.evidence_check_result_hold, mark: say.evidence_check_result_mark, note: say.evidence_check_result_note,
  passed: say.evidence_check_result_passed, notReached: say.evidence_check_result_not_reached,
})[result]()

/** The report as a table: UTF-8 with a byte-order mark for spreadsheets; a cell that could start a formula is made text. */
export const writeChecksCsv = (from: { language: Language; remarks: readonly Remark[] }): string => {
  const say = speak(from.language)
  const cell = (text: string): string => {
    const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d/.test(text) ? `'${text}` : text
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  const lines = [['check', 'result', 'check_code', 'result_code', 'indicator', 'region', 'period', 'remark'], ...from.remarks.map((remark) => [
    sayCheck(say, remark.check), sayResult(say, remark.result), remark.check, remark.result, remark.selection ?? '', remark.region ?? '', remark.period ?? '', sayRemark(say, remark),
  ])]
  return `\uFEFF${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
}
