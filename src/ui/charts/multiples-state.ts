// What small multiples know before they have a size: every panel's series, and how far values of all panels reach.
import type { Period } from '#kernel/period.ts'
import { type LineSeriesState, toLineState } from './line-state.ts'
import { listPeriods } from './runs.ts'
import type { ChartSeries } from './series.ts'

/** `beside`: companions drawn in pale grey, such as the country */
export type Panel = { readonly id: string; readonly title: string; readonly own: ChartSeries; readonly beside?: readonly ChartSeries[]; readonly href?: string }

export type PanelState = { readonly panel: Panel; readonly own: LineSeriesState | null; readonly beside: readonly LineSeriesState[] }
export type MultiplesState = { readonly panels: readonly PanelState[]; readonly periods: readonly Period[]; readonly low: number; readonly high: number }

/** A companion that stands in every panel is worked out once. */
export const toMultiplesState = (panels: readonly Panel[]): MultiplesState => {
  const companions = new Map<ChartSeries, LineSeriesState | null>()
  const stateOf = (series: ChartSeries): LineSeriesState | null => {
    const known = companions.get(series)
    if (known !== undefined) return known
    const state = toLineState([series]).series[0] ?? null
    companions.set(series, state)
    return state
  }
  const states = panels.map((panel): PanelState => ({
    panel,
    own: toLineState([panel.own]).series[0] ?? null,
    beside: (panel.beside ?? []).flatMap((series) => stateOf(series) ?? []),
  }))
  const drawn = states.flatMap((state) => [...(state.own ? [state.own] : []), ...state.beside])
  const values = [...new Set(drawn)].flatMap((series) => series.runs.flatMap((run) => run.map((point) => point.value)))
  return {
    panels: states,
    periods: listPeriods([...new Set(panels.flatMap((panel) => [panel.own, ...(panel.beside ?? [])]))]),
    low: values.length > 0 ? Math.min(...values) : 0,
    high: values.length > 0 ? Math.max(...values) : 1,
  }
}
