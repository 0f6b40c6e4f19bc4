// From frozen figures of one indicator to a pinned answer, and its title. Not the writing down: that is write.ts.
import type { Bilingual, Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { yearOf } from '#kernel/period.ts'
import type { FrozenVintage, Inputs } from '#areas/evidence/analyses/rules.ts'
import { indicatorPath } from '#areas/evidence/indicators/rules.ts'
import type { Pinned } from '../rules.ts'

/** undefined where there is no indicator, or nobody has a value: a figure of nothing is none. */
export const toPinned = (inputs: Inputs, vintages: readonly FrozenVintage[]): { readonly title: Bilingual; readonly pinned: Pinned } | undefined => {
  const [one] = inputs.indicators
  if (one === undefined || inputs.regions.length === 0 || one.values.every((value) => value === null)) return undefined
  const title = (language: Language): string => {
    const say = speak(language)
    const year = one.period === null ? '' : String(yearOf(one.period))
    const [only] = inputs.regions
    return inputs.regions.length === 1 && only !== undefined
      ? say.evidence_figure_title_one({ indicator: one.name[language], region: only.name[language], year })
      : say.evidence_figure_title_many({ indicator: one.name[language], count: inputs.regions.length, year })
  }
  return {
    title: { bg: title('bg').slice(0, 300), en: title('en').slice(0, 300) },
    pinned: {
      measured: one.name, unit: { label: one.unit.label, percent: one.unit.percent }, decimals: one.decimals,
      values: inputs.regions.map((region, at) => ({
        region, label: null, period: one.period, value: one.values[at] ?? null, flags: one.flags[at] ?? '', missing: one.missing[at] ?? null,
        reason: null, state: 'observed' as const, how: null, interval: null,
      })),
      vintages, method: { kind: 'indicator', key: one.key, version: one.version }, path: indicatorPath(one.key), notes: [],
    },
  }
}
