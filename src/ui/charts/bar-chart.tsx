// Bars for one period, in the order given: lengths from zero, names at the left, values at the ends.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { type BarLayout, type BarRow, type Mark, type PlacedMark, layBars } from './bar-layout.ts'
import { ChartFigure, ChartSvg, type FigureProps, type FigureWords } from './chart-figure.tsx'
import { type ChartTable, toCell } from './chart-table.tsx'
import { type Quantity, sayShort } from './quantity-words.ts'
import { baselineOf } from './name-column.ts'
import type { Paper } from './paper.ts'
import { px } from './px.ts'
import { toSentence } from './sentence.ts'
import type { Standing } from './series.ts'
import { standingNotes } from './standing-notes.ts'

export type BarChartProps = FigureWords & { readonly quantity: Quantity; readonly bars: readonly Standing[]; readonly mark?: Mark }

export const BarChart = (props: BarChartProps) => <ChartFigure {...barFigure(props)} />
export const barFigure = (props: BarChartProps): FigureProps => {
  const { quantity, language, bars } = props
  const holds = bars.some((bar) => bar.href !== undefined) ? 'links' : 'picture'
  const desc = holds === 'links' ? props.subtitle : `${toSentence(props.subtitle)} ${describeBars({ bars, quantity, language })}`
  const draw = (paper: Paper) => {
    const layout = layBars({ bars, quantity, language, paper, mark: props.mark ?? null })
    return (
      <ChartSvg id={props.id} paper={paper} height={layout.height} title={props.heading} desc={desc} holds={holds}>
        <BarDrawing layout={layout} />
      </ChartSvg>
    )
  }
  return {
    ...props,
    draw, desc,
    remarks: standingNotes({ standings: bars, language }),
    table: toStandingTable({ caption: props.subtitle, standings: bars, quantity, language }),
  }
}

type Said = { readonly bars: readonly Standing[]; readonly quantity: Quantity; readonly language: Language }
const describeBars = ({ bars, quantity, language }: Said): string => {
  const list = bars.flatMap((bar) => (bar.value === null ? [] : [`${bar.name} ${sayShort({ quantity, value: bar.value, language })}`]))
  return speak(language).ui_chart_desc_bars({ list: list.join('; ') })
}

type Tabled = { readonly caption: string; readonly standings: readonly Standing[]; readonly quantity: Quantity; readonly language: Language }
export const toStandingTable = ({ caption, standings, quantity, language }: Tabled): ChartTable => ({
  caption,
  head: [{ name: speak(language).ui_chart_region(), kind: 'text' }, { name: speak(language).ui_chart_value(), kind: 'number' }],
  rows: standings.map((standing) => ({
    name: standing.name,
    ...(standing.stance === 'region' ? { stance: 'region' as const } : {}),
    cells: [toCell({ quantity, value: standing, language })],
  })),
})

const BarDrawing = ({ layout }: { readonly layout: BarLayout }) => (
  <>
    {layout.rows.map((row) => <Row row={row} layout={layout} />)}
    <path class="base" d={`M${px(layout.zero)},${px(layout.top)}V${px(layout.bottom)}`} />
    {layout.mark ? <MarkLine mark={layout.mark} top={layout.top} bottom={layout.bottom} /> : null}
  </>
)

const Row = ({ row, layout }: { readonly row: BarRow; readonly layout: BarLayout }) => {
  const { paper, thickness } = layout
  const content = (
    <g class={`row is-${row.stance}`}>
      {row.name.lines.map((line, at) => (
        <text class="name" y={px(baselineOf({ centre: row.name.centre, line: at, lines: row.name.lines.length, paper }))}>{line}</text>
      ))}
      {row.bar ? (
        <rect class={row.bar.fill === 'hollow' ? 'bar is-hollow' : 'bar'} x={px(row.bar.x)} y={px(row.name.centre - thickness / 2)} width={px(row.bar.width)} height={thickness} />
      ) : null}
      <text class={`${row.text.kind}${row.text.side === 'end' ? ' to-end' : ''}`} x={px(row.text.x)} y={px(row.name.centre + paper.fontSize * 0.34)}>{row.text.words}</text>
    </g>
  )
  return row.href === null ? content : <a href={row.href}>{content}</a>
}

export const MarkLine = ({ mark, top, bottom }: { readonly mark: PlacedMark; readonly top: number; readonly bottom: number }) => (
  <g class={`mark is-${mark.stance}`}>
    <path d={`M${px(mark.x)},${px(top - 3)}V${px(bottom)}`} />
    <text class={mark.side === 'start' ? undefined : `to-${mark.side}`} x={px(mark.textX)} y={px(top - 8)}>{mark.words}</text>
  </g>
)

