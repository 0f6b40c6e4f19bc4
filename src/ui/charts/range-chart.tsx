// Our value as a dot against the peers: line from lowest to highest, bar for the middle half, stroke at the median.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { ChartFigure, ChartSvg, type FigureProps, type FigureWords, type KeySign } from './chart-figure.tsx'
import { type ChartTable, toCell } from './chart-table.tsx'
import { circle } from './line-drawing.tsx'
import { sayShort } from './quantity-words.ts'
import { baselineOf } from './name-column.ts'
import type { Paper } from './paper.ts'
import { px } from './px.ts'
import { type PlacedRange, type RangeLayout, type RangeRow, layRanges } from './range-layout.ts'
import { sayFlags } from './flag-words.ts'
import { toSentence } from './sentence.ts'

export type RangeChartProps = FigureWords & {
  readonly rows: readonly RangeRow[]
  /** 'own' where units differ: then positions compare within a row only */
  readonly scale: 'shared' | 'own'
  /** „Област Липова“ */
  readonly ownName: string
  /** 'named' when the row is not the home region's: green is nobody else's */
  readonly ownStance?: 'region' | 'named'
  /** „останалите 27 области“, „сходните области“ */
  readonly peersName: string
}

export const RangeChart = (props: RangeChartProps) => <ChartFigure {...rangeFigure(props)} />
export const rangeFigure = (props: RangeChartProps): FigureProps => {
  const { rows, scale, language, ownName, peersName, ownStance = 'region' } = props
  const say = speak(language)
  const holds = rows.some((row) => row.href !== undefined) ? 'links' : 'picture'
  const desc = holds === 'links' ? props.subtitle : `${toSentence(props.subtitle)} ${describeRanges(rows, language)}`
  const draw = (paper: Paper) => {
    const layout = layRanges({ rows, scale, language, paper, tooFew: say.ui_chart_range_too_few() })
    return (
      <ChartSvg id={props.id} paper={paper} height={layout.height} title={props.heading} desc={desc} holds={holds}>
        <RangeDrawing layout={layout} stance={ownStance} />
      </ChartSvg>
    )
  }
  const flagged = rows.filter((row) => row.own.value !== null && row.own.flags !== '').map((row) => `${row.label} – ${sayFlags(row.own.flags, language)}`)
  const remarks = [
    ...(scale === 'own' ? [say.ui_chart_note_own_scale()] : []),
    ...(flagged.length > 0 ? [toSentence(say.ui_chart_note_rings({ list: flagged.join('; ') }))] : []),
  ]
  return {
    ...props,
    draw, desc,
    remarks: remarks,
    table: toSpreadTable({ caption: props.subtitle, rows, ownName, language }),
    legend: rangeKey({ ownName, peersName, language, stance: ownStance }),
  }
}

/** The only legend: three marks that cannot be labelled on every row. */
type KeyProps = { readonly ownName: string; readonly peersName: string; readonly language: Language; readonly stance: 'region' | 'named' }
const rangeKey = ({ ownName, peersName, language, stance }: KeyProps): readonly KeySign[] => [
  { width: 14, height: 14, marks: <path class={`dot is-${stance}`} d={circle({ x: 7, y: 7 }, 6)} />, words: ownName },
  { width: 54, height: 14, marks: <><path class="whole" d="M1,7H53" /><path class="middle" d="M14,7H38" /><path class="median" d="M26,0V14" /></>, words: speak(language).ui_chart_range_key({ peers: peersName }) },
]

const describeRanges = (rows: readonly RangeRow[], language: Language): string =>
  rows.flatMap(({ label, quantity, own, spread }) => {
    if (own.value === null || !spread) return []
    const word = (value: number): string => sayShort({ quantity, value, language })
    return [speak(language).ui_chart_desc_range({ label, own: word(own.value), median: word(spread.median), low: word(spread.min), high: word(spread.max) })]
  }).join(' ')

const noNumber = { text: '–', kind: 'number' as const }
type Tabled = { readonly caption: string; readonly rows: readonly RangeRow[]; readonly ownName: string; readonly language: Language }
const toSpreadTable = ({ caption, rows, ownName, language }: Tabled): ChartTable => {
  const say = speak(language)
  const number = (name: string) => ({ name, kind: 'number' as const })
  return {
    caption,
    head: [
      { name: say.ui_chart_indicator(), kind: 'text' }, number(ownName), number(say.ui_chart_spread_min()), number(say.ui_chart_spread_q1()),
      number(say.ui_chart_spread_median()), number(say.ui_chart_spread_q3()), number(say.ui_chart_spread_max()), number(say.ui_chart_spread_n()),
    ],
    rows: rows.map(({ label, quantity, own, spread }) => ({
      name: label,
      cells: [
        toCell({ quantity, value: own, language }),
        ...(['min', 'q1', 'median', 'q3', 'max'] as const).map((step) => (spread ? { text: sayShort({ quantity, value: spread[step], language }), kind: 'number' as const, value: spread[step] } : noNumber)),
        spread ? { text: String(spread.n), kind: 'number' as const, value: spread.n } : noNumber,
      ],
    })),
  }
}

const RangeDrawing = ({ layout, stance }: { readonly layout: RangeLayout; readonly stance: 'region' | 'named' }) => (
  <>
    {layout.grid.length > 0 ? <path class="grid" d={layout.grid.map((line) => `M${px(line.x)},${layout.top}V${px(layout.bottom)}`).join('')} /> : null}
    <g class="tick-x">
      {layout.grid.map((line) => <text x={px(line.x)} y={px(layout.bottom + layout.paper.lineHeight)}>{line.label}</text>)}
    </g>
    {layout.rows.map((row) => <Row row={row} paper={layout.paper} stance={stance} />)}
  </>
)

const Row = ({ row, paper, stance }: { readonly row: PlacedRange; readonly paper: Paper; readonly stance: 'region' | 'named' }) => {
  const nameTop = row.y - row.name.height / 2
  const content = (
    <g class="row">
      {row.name.lines.map((line, at) => (
        <text class="name" y={px(paper.name === 'narrow' ? row.name.centre - row.name.height / 2 + paper.lineHeight * (at + 1) : baselineOf({ centre: nameTop + row.name.height / 2, line: at, lines: row.name.lines.length, paper }))}>{line}</text>
      ))}
      {row.whole ? <path class="whole" d={`M${px(row.whole.from)},${px(row.y)}H${px(row.whole.to)}`} /> : null}
      {row.middle ? <path class="middle" d={`M${px(row.middle.from)},${px(row.y)}H${px(row.middle.to)}`} /> : null}
      {row.median === null ? null : <path class="median" d={`M${px(row.median)},${px(row.y - 7)}v14`} />}
      {row.dot ? <path class={`${row.dot.fill === 'hollow' ? 'ring' : 'dot'} is-${stance}`} d={circle({ x: row.dot.x, y: row.y }, 6)} /> : null}
      {row.texts.map((text) => <text class={`${text.kind === 'own' ? `own is-${stance}` : text.kind}${text.side === 'start' ? '' : ` to-${text.side}`}`} x={px(text.x)} y={px(text.y)}>{text.words}</text>)}
    </g>
  )
  return row.href === null ? content : <a href={row.href}>{content}</a>
}
