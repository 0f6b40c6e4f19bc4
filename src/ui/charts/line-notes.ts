// What must be said under a line chart because of what it holds: breaks, rings, forecasts, an axis not from zero.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { isForecast, isProvisional, isUnreliable } from './flag-words.ts'
import type { LineSeriesState } from './line-state.ts'
import { sayPeriod, sayPeriods } from './period-words.ts'
import type { Cut, Point } from './runs.ts'
import { toSentence } from './sentence.ts'

type Given = { readonly series: readonly LineSeriesState[]; readonly axisStart: 'zero' | 'elsewhere'; readonly language: Language }

/** a note of a word or two fits on the mark and in brackets; a sentence stands by itself */
export const isShort = (note: string | null): note is string => note !== null && note.length <= 32

const sayCuts = (cuts: readonly Cut[], language: Language): string =>
  cuts.some((cut) => isShort(cut.note))
    ? cuts.map((cut) => (isShort(cut.note) ? `${sayPeriod(cut.before, language)} (${cut.note})` : sayPeriod(cut.before, language))).join(', ')
    : sayPeriods(cuts.map((cut) => cut.before), language)

export const lineNotes = ({ series, axisStart, language }: Given): readonly string[] => {
  const say = speak(language)
  const notes: string[] = []
  const long = new Set<string>()
  const labelled = series.filter((one) => one.isLabelled).toReversed()
  const isMany = labelled.length > 1
  // series cut at the same places share one note
  const cutSeries = new Map<string, LineSeriesState[]>()
  for (const one of labelled) {
    if (one.cuts.length === 0) continue
    const periods = sayCuts(one.cuts, language)
    cutSeries.set(periods, [...(cutSeries.get(periods) ?? []), one])
    for (const cut of one.cuts) if (cut.note !== null && !isShort(cut.note)) long.add(cut.note)
  }
  for (const [periods, some] of cutSeries) {
    const names = some.map((one) => one.name).join(', ')
    notes.push(say.ui_chart_note_cut({ periods, count: some[0]?.cuts.length ?? 1, of: some.length === labelled.length ? 'all' : 'one', name: names }))
  }
  notes.push(...long)
  const rings: string[] = []
  for (const [kind, test] of [['unreliable', isUnreliable], ['provisional', isProvisional]] as const) {
    for (const one of labelled) {
      const periods = one.runs.flat().filter((point: Point) => test(point.flags)).map((point) => point.period)
      if (periods.length > 0) rings.push(say.ui_chart_note_ring({ kind, periods: sayPeriods(periods, language), of: isMany ? 'one' : 'all', name: one.name }))
    }
  }
  if (rings.length > 0) notes.push(say.ui_chart_note_rings({ list: rings.join('; ') }))
  if (series.some((one) => one.runs.flat().some((point) => isForecast(point.flags)))) {
    const hasBand = series.some((one) => one.band.length + one.fan.length > 0)
    notes.push(say.ui_chart_note_forecast({ band: hasBand ? 'yes' : 'no' }))
  }
  const unnamed = series.filter((one) => !one.isLabelled && one.tip !== null).length
  if (unnamed > 0) notes.push(say.ui_chart_note_unnamed({ count: unnamed }))
  for (const one of series) if (one.tip === null) notes.push(say.ui_chart_note_empty({ name: one.name }))
  if (axisStart === 'elsewhere') notes.push(say.ui_chart_note_axis())
  return notes.map(toSentence)
}
