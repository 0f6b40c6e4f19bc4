// The method of an index in words, written from its framework, its figures and its outcome: nothing here is typed by hand. Paragraphs are
// parted by a blank line, lines of a list begin with „– “.
import type { Bilingual, Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import type { Aggregation } from '#stats/composite/aggregation.ts'
import type { Inputs } from '#areas/evidence/analyses/rules.ts'
import { type Framework, type IndexOutcome, leavesUnder, pillarsOf, rootOf } from '../rules.ts'
import { leastPerPillar } from './naming.ts'

type Noted = { readonly framework: Framework; readonly inputs: Inputs; readonly outcome: IndexOutcome | null }
export const methodNote = (noted: Noted): Bilingual => ({ bg: noteIn(noted, 'bg'), en: noteIn(noted, 'en') })

const noteIn = ({ framework, inputs, outcome }: Noted, language: Language): string => {
  const say = speak(language)
  const share = (value: number): string => sayNumber(value * 100, language, Number.isInteger(value * 100) ? 0 : 1)
  const { steps } = framework
  const names = new Map(inputs.indicators.map((one) => [one.key, one]))
  const nameOf = (key: string): string => names.get(key)?.shortName[language] ?? key
  const weightOf = (key: string): string => { const effective = outcome?.weights.find((one) => one.key === key)?.effective ?? null; return effective === null ? '' : say.evidence_note_weight({ share: share(Math.round(effective * 1000) / 1000) }) }
  const pillars = pillarsOf(framework).map((pillar) => {
    const leaves = leavesUnder(framework, pillar.key).map((leaf) => {
      const one = names.get(leaf.indicator)
      const parts = [one?.period == null ? say.evidence_note_no_figures() : one.period, leaf.direction === -1 ? say.evidence_note_less() : '', weightOf(leaf.indicator)].filter((part) => part !== '')
      return `${nameOf(leaf.indicator)} (${parts.join('; ')})`
    })
    return `– ${pillar.name[language]}: ${leaves.join(', ')}.`
  })
  const treated = outcome?.treated ?? []
  const filled = outcome?.filled ?? []
  const regionName = new Map(inputs.regions.map((region) => [region.code, region.name[language]]))
  const paragraphs = [
    say.evidence_note_regions({ name: rootOf(framework).name[language], regions: String(inputs.regions.length), indicators: String(outcome?.keys.length ?? 0) }),
    pillars.join('\n'),
    ...(framework.called === 'pid' ? [say.evidence_note_pid({ least: String(leastPerPillar) })] : []),
    framework.carryYears === 0 && steps.imputation.kind === 'none' ? say.evidence_note_gaps_none()
      : [framework.carryYears === 0 ? '' : say.evidence_note_gaps_carry({ years: String(framework.carryYears) }), steps.imputation.kind === 'none' ? '' : say.evidence_note_gaps_filled({ how: sayImputation(steps.imputation.kind, language) }), say.evidence_note_filled_count({ count: filled.length })].filter((part) => part !== '').join(' '),
    say.evidence_note_screening({ region: share(Math.round(steps.screening.leastPresent * 1000) / 1000), group: share(steps.leastShare) }),
    steps.treatment === null ? say.evidence_note_untreated()
      : `${say.evidence_note_treatment({ skewness: sayNumber(steps.treatment.skewness, language, 1), kurtosis: sayNumber(steps.treatment.kurtosis, language, 1), most: String(steps.treatment.winmax) })} ${treated.length === 0 ? say.evidence_note_treated_none() : say.evidence_note_treated({ cells: treated.map((cell) => `${regionName.get(cell.region) ?? cell.region} – ${nameOf(cell.indicator)}`).join('; ') })}`,
    sayNormalisation(framework, language),
    `${steps.weighting === 'equal' ? say.evidence_note_weights_equal() : say.evidence_note_weights_stated()} ${sayAggregation(framework, language)}`,
    say.evidence_note_intervals({ runs: sayNumber(framework.runs, language, 0), seed: String(framework.seed) }),
    say.evidence_note_conventions(),
  ]
  return paragraphs.join('\n\n')
}
const sayImputation = (kind: Framework['steps']['imputation']['kind'], language: Language): string => {
  const say = speak(language)
  const names: Readonly<Record<string, () => string>> = { mean: say.evidence_impute_mean, median: say.evidence_impute_median, 'row-mean': say.evidence_impute_row_mean, 'group-mean': say.evidence_impute_mean, 'group-median': say.evidence_impute_median }
  return (names[kind] ?? say.evidence_impute_none)()
}
const sayNormalisation = ({ steps: { normalisation } }: Framework, language: Language): string => {
  const say = speak(language)
  switch (normalisation.kind) {
    case 'min-max': return say.evidence_note_min_max({ lower: sayNumber(normalisation.lower, language, 0), upper: sayNumber(normalisation.upper, language, 0) })
    case 'z-score': return say.evidence_note_z_score({ mean: sayNumber(normalisation.mean, language, 0), spread: sayNumber(normalisation.spread, language, 0) })
    case 'rank': return say.evidence_note_rank()
    case 'percentile-rank': return say.evidence_note_percentile()
    default: return say.evidence_note_other_scale({ name: normalisation.kind })
  }
}
const sayAggregation = ({ steps: { aggregation } }: Framework, language: Language): string => {
  const say = speak(language)
  const meanOf = (one: Aggregation | undefined): string => ({
    arithmetic: say.evidence_mean_arithmetic, geometric: say.evidence_mean_geometric, harmonic: say.evidence_mean_harmonic, median: say.evidence_mean_median, copeland: say.evidence_mean_copeland,
    generalised: say.evidence_mean_other, owa: say.evidence_mean_other, 'owa-positions': say.evidence_mean_other, 'mazziotta-pareto': say.evidence_mean_mazziotta_pareto,
  })[one?.kind ?? 'arithmetic']()
  return aggregation.length < 2 ? say.evidence_note_mean_all({ mean: meanOf(aggregation[0]) }) : say.evidence_note_mean_levels({ inside: meanOf(aggregation[0]), above: meanOf(aggregation.at(-1)) })
}
