// The small line of a figure card: where it went, the last point marked, breaks interrupt it. No axis, no words.
import type { Language } from '#kernel/language.ts'
import type { Observation } from '#kernel/observation.ts'
import { scaleLinear } from 'd3-scale'
import { drawSeries } from './drawn-series.ts'
import { SeriesMarks } from './line-drawing.tsx'
import { describeEnds } from './line-chart.tsx'
import { toLineState } from './line-state.ts'
import type { Quantity } from './quantity-words.ts'
import type { SeriesBreak, Stance } from './series.ts'

type SparklineProps = {
  readonly points: readonly Observation[]
  readonly breaks?: readonly SeriesBreak[]
  /** green unless the card is about someone else: „район (NUTS 2)“ is not the region */
  readonly stance?: Stance
  readonly language: Language
  /** with a name and a quantity it is a picture that is read aloud; without, decoration beside a sentence that says it all */
  readonly name?: string
  readonly quantity?: Quantity
}

const width = 160
const height = 40
const room = 5

export const Sparkline = ({ points, breaks, stance = 'region', language, name, quantity }: SparklineProps) => {
  const state = toLineState([{ id: 's', name: name ?? '', stance, points, ...(breaks ? { breaks } : {}) }])
  const series = state.series[0]
  if (!series?.tip) return null
  const times = series.runs.flat().map((point) => point.time)
  const first = times[0] ?? 0
  const last = times.at(-1) ?? 0
  const isFlat = state.low === state.high
  const toX = first === last ? () => width - room : scaleLinear([first, last], [room, width - room])
  const toY = isFlat ? () => height / 2 : scaleLinear([state.low, state.high], [height - room, room])
  const drawing = <SeriesMarks series={drawSeries({ series, toX, toY, marks: 'all' })} />
  const label = name !== undefined && quantity ? describeEnds({ state, quantity, language }) : null
  return (
    <svg class="chart-spark" viewBox={`0 0 ${width} ${height}`} width={width} height={height} {...(label === null ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': label })}>
      {drawing}
    </svg>
  )
}
