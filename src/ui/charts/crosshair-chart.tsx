// Points between two values, parted in four by a crosshair: the strategic diagram. Names stand beside the points; what has no room is in the table.
import { speak } from '#kernel/speak.ts'
import { ChartFigure, ChartSvg, type FigureProps, type FigureWords, type KeySign } from './chart-figure.tsx'
import type { ChartTable } from './chart-table.tsx'
import { type CrossLayout, type CrossPoint, crossRadius, type CrossWords, layCross } from './crosshair-layout.ts'
import { circle } from './line-drawing.tsx'
import type { Paper } from './paper.ts'
import { px } from './px.ts'
import { type Quantity, sayShort } from './quantity-words.ts'
import { toSentence } from './sentence.ts'

export type CrosshairChartProps = FigureWords & {
  readonly points: readonly CrossPoint[]
  readonly cross: { readonly x: number; readonly y: number } | null
  /** names of the four fields, x first: highLow is high on x, low on y */
  readonly words: CrossWords
  readonly x: { readonly name: string; readonly quantity: Quantity }
  readonly y: { readonly name: string; readonly quantity: Quantity }
  /** what a point is: the head of the table's first column */
  readonly pointsAre: string
  /** what a filled and a hollow point say */
  readonly signs: { readonly picked: string; readonly hollow: string | null; readonly other: string | null }
}

export const CrosshairChart = (props: CrosshairChartProps) => <ChartFigure {...crosshairFigure(props)} />
export const crosshairFigure = (props: CrosshairChartProps): FigureProps => {
  const { points, cross, words, x, y, language } = props
  const say = speak(language)
  const desc = `${toSentence(props.subtitle)} ${describe(props)}`
  const lay = (paper: Paper): CrossLayout => layCross({ points, cross, words, x: x.quantity, y: y.quantity, language, paper })
  const draw = (paper: Paper) => {
    const layout = lay(paper)
    return (
      <ChartSvg id={props.id} paper={paper} height={layout.height} title={props.heading} desc={desc} holds="picture">
        <CrossDrawing layout={layout} xName={x.name} yName={y.name} />
      </ChartSvg>
    )
  }
  return { ...props, draw, desc, remarks: [say.ui_chart_cross_note()], table: toTable(props), legend: keyOf(props) }
}

const fieldOf = ({ cross, words }: Pick<CrosshairChartProps, 'cross' | 'words'>, point: CrossPoint): string =>
  (cross === null ? '–' : words[point.x >= cross.x ? (point.y >= cross.y ? 'highHigh' : 'highLow') : point.y >= cross.y ? 'lowHigh' : 'lowLow'])
const describe = (props: CrosshairChartProps): string => props.points.filter(({ weight }) => weight === 'picked').map((point) => `${point.name} – ${fieldOf(props, point)}`).join('; ')

const toTable = (props: CrosshairChartProps): ChartTable => {
  const { points, x, y, language } = props
  const number = (quantity: Quantity, value: number) => ({ text: sayShort({ quantity, value, language }), kind: 'number' as const, value })
  return {
    caption: props.subtitle,
    head: [{ name: props.pointsAre, kind: 'text' }, { name: x.name, kind: 'number' }, { name: y.name, kind: 'number' }, { name: speak(language).ui_chart_cross_field(), kind: 'text' }],
    rows: points.map((point) => ({ name: point.name === point.short ? point.name : `${point.name} (${point.short})`, cells: [number(x.quantity, point.x), number(y.quantity, point.y), { text: fieldOf(props, point), kind: 'text' }] })),
  }
}
const keyOf = ({ signs: key }: CrosshairChartProps): readonly KeySign[] => [
  { width: 14, height: 14, marks: <path class="dot is-region" d={circle({ x: 7, y: 7 }, crossRadius)} />, words: key.picked },
  ...(key.other === null ? [] : [{ width: 14, height: 14, marks: <path class="dot is-country" d={circle({ x: 7, y: 7 }, 5)} />, words: key.other }]),
  ...(key.hollow === null ? [] : [{ width: 14, height: 14, marks: <path class="cross-ring is-country" d={circle({ x: 7, y: 7 }, crossRadius)} />, words: key.hollow }]),
]

const CrossDrawing = ({ layout, xName, yName }: { readonly layout: CrossLayout; readonly xName: string; readonly yName: string }) => {
  const { field, paper } = layout
  return (
    <>
      <path class="grid" d={[...layout.xTicks.map(({ at }) => `M${px(at)},${px(field.top)}V${px(field.bottom)}`), ...layout.yTicks.map(({ at }) => `M${px(field.left)},${px(at)}H${px(field.right)}`)].join('')} />
      <g class="tick-x">{layout.xTicks.map(({ at, label }) => <text x={px(at)} y={px(field.bottom + paper.lineHeight)}>{label}</text>)}</g>
      <g class="tick-y">{layout.yTicks.map(({ at, label }) => <text x={px(field.left - 6)} y={px(at + 5)}>{label}</text>)}</g>
      {layout.cross === null ? null : <path class="cross" d={`M${px(layout.cross.x)},${px(field.top)}V${px(field.bottom)}M${px(field.left)},${px(layout.cross.y)}H${px(field.right)}`} />}
      <g class="corner">{layout.corners.map(({ words, x, y, side }) => <text x={px(x)} y={px(y)} class={side === 'start' ? undefined : `to-${side}`}>{words}</text>)}</g>
      {layout.points.map(({ point, x, y, label }) => {
        const stance = point.weight === 'picked' ? 'is-region' : 'is-country'
        return (
          <g class={`row halo ${stance}`}>
            <path class={`${point.fill === 'hollow' ? 'cross-ring' : 'dot'} ${stance}`} d={circle({ x, y }, point.weight === 'picked' ? crossRadius : 5)} />
            {label === null ? null : <text class={`name${label.side === 'start' ? '' : ` to-${label.side}`}`} x={px(label.x)} y={px(label.y)}>{label.words}</text>}
          </g>
        )
      })}
      <text class="axis-name to-end" x={px(field.right)} y={px(layout.height - 5)}>{xName}</text>
      <text class="axis-name" x={0} y={px(paper.fontSize - 3)}>{yName}</text>
    </>
  )
}
