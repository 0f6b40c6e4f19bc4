// Draws a laid-out line chart. No decisions: every pixel comes from the layout.
import type { EndLabel } from './end-labels.ts'
import type { DrawnSeries } from './drawn-series.ts'
import type { LineLayout } from './line-layout.ts'
import type { PlacedNote } from './notes-above.ts'
import { type Dot, px } from './px.ts'

export const LineDrawing = ({ layout }: { readonly layout: LineLayout }) => {
  const { plot, paper } = layout
  return (
    <>
      <path class="grid" d={gridPath(layout)} />
      <path class="base" d={basePath(layout)} />
      <g class="tick-y">
        {layout.grid.map((line) => <text x={px(plot.left - 6)} y={px(line.y + paper.fontSize * 0.33)}>{line.label}</text>)}
      </g>
      <g class="tick-x">
        {layout.ticks.map((tick) => <text x={px(tick.x)} y={px(plot.bottom + 8 + paper.lineHeight * (tick.row + 0.65))}>{tick.label}</text>)}
      </g>
      {layout.notes.map((note) => <Note note={note} lineHeight={paper.lineHeight} />)}
      {layout.series.map((one) => <SeriesMarks series={one} />)}
      {layout.labels.map((label) => <Label label={label} lineHeight={paper.lineHeight} />)}
    </>
  )
}

/** the bottom of the plot is a hairline too, so that an axis that does not start at zero still has a floor */
const gridPath = ({ grid, plot }: LineLayout): string => {
  const floor = grid.some((line) => Math.abs(line.y - plot.bottom) < 1) ? [] : [plot.bottom]
  return [...grid.filter((line) => !line.isZero).map((line) => line.y), ...floor].map((y) => `M${px(plot.left)},${px(y)}H${px(plot.right)}`).join('')
}

const basePath = ({ grid, plot, marks }: LineLayout): string => {
  const zero = grid.find((line) => line.isZero)
  const ticks = marks.map((x) => `M${px(x)},${px(plot.bottom)}v4`).join('')
  return (zero ? `M${px(plot.left)},${px(zero.y)}H${px(plot.right)}` : '') + ticks
}

export const SeriesMarks = ({ series }: { readonly series: DrawnSeries }) => (
  <g class={`is-${series.stance}`}>
    {series.band ? <path class="band" d={series.band} /> : null}
    {series.fan.map((blade) => <path class="band" d={blade} />)}
    {series.solid ? <path class="line" d={series.solid} /> : null}
    {series.dashed ? <path class="line ahead" d={series.dashed} /> : null}
    {series.cuts.length > 0 ? <path class="cut" d={series.cuts.map(cutMark).join('')} /> : null}
    {series.rings.length > 0 ? <path class="ring" d={series.rings.map((dot) => circle(dot, 3)).join('')} /> : null}
    {series.dots.length > 0 ? <path class="dot" d={series.dots.map((dot) => circle(dot, 3.5)).join('')} /> : null}
  </g>
)

/** two short slanted strokes across the gap */
const cutMark = ({ x, y }: Dot): string => `M${px(x - 4)},${px(y + 5)}l4,-10M${px(x)},${px(y + 5)}l4,-10`

/** a circle as a piece of a path: many points, one element */
export const circle = ({ x, y }: Dot, r: number): string => `M${px(x - r)},${px(y)}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0`

const Note = ({ note, lineHeight }: { readonly note: PlacedNote; readonly lineHeight: number }) => {
  const first = note.y - (note.lines.length - 1) * lineHeight
  const x = note.side === 'start' ? note.x + 4 : note.x - 4
  return (
    <g class={`note is-${note.kind}`}>
      <path d={`M${px(note.x)},${px(first - lineHeight * 0.65)}V${px(note.to)}`} />
      {note.lines.map((line, at) => (
        <text class={note.side === 'end' ? 'to-end' : undefined} x={px(x)} y={px(first + at * lineHeight)}>{line}</text>
      ))}
    </g>
  )
}

const Label = ({ label, lineHeight }: { readonly label: EndLabel; readonly lineHeight: number }) => (
  <g class={`label is-${label.stance}`}>
    {label.leader ? <path class="leader" d={`M${px(label.leader[0].x)},${px(label.leader[0].y)}L${px(label.leader[1].x)},${px(label.leader[1].y)}`} /> : null}
    {label.lines.map((line, at) => <text class={label.side === 'end' ? 'to-end' : undefined} x={px(label.x)} y={px(label.y + at * lineHeight)}>{line}</text>)}
  </g>
)
