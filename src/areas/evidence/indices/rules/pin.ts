// What an index says of one region, as a figure to be kept: scores of what has its name there, and the places with their intervals.
import type { Bilingual } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import type { Pinned, PinnedValue } from '#areas/evidence/figures/rules.ts'
import { type IndexOutcome, type IndexPage, indexPath, type Intervals } from '../rules.ts'
import { namingOf } from './naming.ts'
import { nodePlaces } from './profile.ts'

/** undefined: nothing of the region has a score. */
export const toPinnedIndex = (index: IndexPage, from: { readonly outcome: IndexOutcome; readonly intervals: Intervals | null; readonly row: number }): { readonly title: Bilingual; readonly pinned: Pinned } | undefined => {
  const { outcome, intervals, row } = from
  const { record, inputs, version, vintages } = index.shown
  const region = inputs.regions[row]
  if (region === undefined) return undefined
  const whole = namingOf(record, outcome, row).isWhole
  const places = nodePlaces({ framework: record, outcome, intervals }, row).filter((node) => node.score !== null && (whole || node.key !== outcome.root))
  if (places.length === 0) return undefined
  const nameOf = (key: string): Bilingual => record.groups.find((group) => group.key === key)?.name ?? { bg: key, en: key }
  const both = (words: (say: ReturnType<typeof speak>) => string): Bilingual => ({ bg: words(speak('bg')), en: words(speak('en')) })
  const values = places.flatMap((node): PinnedValue[] => {
    const name = nameOf(node.key)
    const common = { region, period: null, flags: '', missing: null, reason: null, state: 'computed' as const, how: null }
    return [
      { ...common, label: { bg: `${name.bg}: ${speak('bg').evidence_index_score().toLowerCase()}`, en: `${name.en}: ${speak('en').evidence_index_score().toLowerCase()}` }, value: node.score, interval: null },
      { ...common, label: { bg: `${name.bg}: ${speak('bg').evidence_pin_place({ of: String(node.of) })}`, en: `${name.en}: ${speak('en').evidence_pin_place({ of: String(node.of) })}` }, value: node.place, interval: node.interval?.low == null || node.interval.high == null ? null : { low: node.interval.low, high: node.interval.high } },
    ]
  })
  return {
    title: { bg: `${index.title.bg}: ${region.name.bg}`.slice(0, 300), en: `${index.title.en}: ${region.name.en}`.slice(0, 300) },
    pinned: {
      measured: index.title, unit: { label: both((say) => say.evidence_pin_index_unit()), percent: false }, decimals: 1, values, vintages,
      method: { kind: 'analysis', analysis: 'index', number: index.number, version }, path: `${indexPath(index.key ?? '')}?region=${region.code}`, notes: whole ? [] : [both((say) => say.evidence_index_not_whole())],
    },
  }
}
