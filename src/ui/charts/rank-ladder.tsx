// The ladder of places: every district on its rung, ours in green, ties and flagged ones marked, the unranked below.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { MarkLine } from './bar-chart.tsx'
import type { Mark } from './bar-layout.ts'
import { ChartFigure, ChartSvg, type FigureProps, type FigureWords } from './chart-figure.tsx'
import { type ChartTable, toCell } from './chart-table.tsx'
import { type LadderLayout, type Rung, layLadder } from './ladder-layout.ts'
import { circle } from './line-drawing.tsx'
import { type Quantity, sayShort } from './quantity-words.ts'
import { baselineOf } from './name-column.ts'
import type { Paper } from './paper.ts'
import { px } from './px.ts'
import { type Ranking, rankStandings } from './ranking.ts'
import { toSentence } from './sentence.ts'
import type { Standing } from './series.ts'
import { standingNotes } from './standing-notes.ts'

export type RankLadderProps = FigureWords & { readonly quantity: Quantity; readonly standings: readonly Standing[]; readonly mark?: Mark; /** 'silent' where the values are places themselves: nobody asks which side of a place is better */ readonly order?: 'said' | 'silent' }

export const RankLadder = (props: RankLadderProps) => <ChartFigure {...rankLadderFigure(props)} />
export const rankLadderFigure = (props: RankLadderProps): FigureProps => {
  const { quantity, language, standings } = props
  const say = speak(language)
  const ranking = rankStandings({ standings, quantity })
  const holds = standings.some((one) => one.href !== undefined) ? 'links' : 'picture'
  const desc = holds === 'links' ? props.subtitle : `${toSentence(props.subtitle)} ${describePlaces({ ranking, quantity, language })}`
  const draw = (paper: Paper) => {
    const layout = layLadder({ ranking, quantity, language, paper, mark: props.mark ?? null })
    return (
      <ChartSvg id={props.id} paper={paper} height={layout.height} title={props.heading} desc={desc} holds={holds}>
        <LadderDrawing layout={layout} />
      </ChartSvg>
    )
  }
  const remarks = [
    ...(props.order === 'silent' ? [] : [toSentence(say.ui_chart_note_order({ direction: quantity.direction }))]),
    ...(ranking.ranked.some((one) => one.tied > 1) ? [toSentence(say.ui_chart_note_ties())] : []),
    ...(ranking.leftOut.length > 0 && ranking.ranked.length > 0 ? [toSentence(say.ui_chart_note_unranked())] : []),
    ...(props.order !== 'silent' && standings.some((one) => one.interval) ? [toSentence(say.ui_chart_note_interval())] : []),
    ...standingNotes({ standings, language }),
  ]
  return {
    ...props,
    draw, desc,
    remarks: remarks,
    table: toPlaceTable({ caption: props.subtitle, ranking, quantity, language }),
  }
}

type Said = { readonly ranking: Ranking; readonly quantity: Quantity; readonly language: Language }
const describePlaces = ({ ranking, quantity, language }: Said): string => {
  const list = ranking.ranked.map((one) => `${one.place}. ${one.standing.name} ${sayShort({ quantity, value: one.standing.value, language })}`)
  return speak(language).ui_chart_desc_ladder({ list: list.join('; ') })
}

const toPlaceTable = ({ caption, ranking, quantity, language }: Said & { readonly caption: string }): ChartTable => {
  const say = speak(language)
  const toRow = (standing: Standing, place: string) => ({
    name: standing.name,
    ...(standing.stance === 'region' ? { stance: 'region' as const } : {}),
    cells: [{ text: place, kind: 'number' as const }, toCell({ quantity, value: standing, language })],
  })
  return {
    caption,
    head: [{ name: say.ui_chart_region(), kind: 'text' }, { name: say.ui_chart_place(), kind: 'number' }, { name: say.ui_chart_value(), kind: 'number' }],
    rows: [...ranking.ranked.map((one) => toRow(one.standing, String(one.place))), ...ranking.leftOut.map((one) => toRow(one.standing, '–'))],
  }
}

const LadderDrawing = ({ layout }: { readonly layout: LadderLayout }) => (
  <>
    <path class="grid" d={layout.grid.map((line) => `M${px(line.x)},${px(layout.top)}V${px(layout.bottom + 3)}`).join('')} />
    <g class="tick-x">
      {layout.grid.map((line) => <text x={px(line.x)} y={px(layout.bottom + layout.paper.lineHeight + 2)}>{line.label}</text>)}
    </g>
    {layout.mark ? <MarkLine mark={layout.mark} top={layout.top} bottom={layout.ranksEnd} /> : null}
    {layout.rungs.map((rung) => <RungMarks rung={rung} layout={layout} />)}
  </>
)

const RungMarks = ({ rung, layout }: { readonly rung: Rung; readonly layout: LadderLayout }) => {
  const { paper } = layout
  const y = rung.name.centre
  const base = px(y + paper.fontSize * 0.34)
  const content = (
    <g class={`row is-${rung.stance}`}>
      {rung.stance === 'region' ? <rect class="stripe" y={px(y - rung.name.height / 2)} width={paper.width} height={px(rung.name.height)} /> : null}
      <text class="place to-end" x={px(layout.placeEnd)} y={base}>{rung.place}</text>
      {rung.name.lines.map((line, at) => (
        <text class="name" x={px(layout.nameStart)} y={px(baselineOf({ centre: y, line: at, lines: rung.name.lines.length, paper }))}>{line}</text>
      ))}
      {rung.interval ? <path class="whisker" d={`M${px(rung.interval.from)},${px(y)}H${px(rung.interval.to)}`} /> : null}
      {rung.dot ? <path class={rung.dot.fill === 'hollow' ? 'ring' : 'dot'} d={circle({ x: rung.dot.x, y }, rung.stance === 'region' ? 5 : 4)} /> : null}
      <text class={`${rung.kind} to-end`} x={paper.width} y={base}>{rung.words}</text>
    </g>
  )
  return rung.href === null ? content : <a href={rung.href}>{content}</a>
}
