// Small multiples: the same small line chart for many places, on one scale, each with its name and last value.
import { speak } from '#kernel/speak.ts'
import { ChartFigure, ChartSvg, type FigureProps, type FigureWords } from './chart-figure.tsx'
import { toTimeTable } from './line-chart.tsx'
import { SeriesMarks } from './line-drawing.tsx'
import { lineNotes } from './line-notes.ts'
import type { Quantity } from './quantity-words.ts'
import { type MultiplesLayout, type PlacedPanel, layMultiples } from './multiples-layout.ts'
import { type Panel, toMultiplesState } from './multiples-state.ts'
import { type Paper, papers } from './paper.ts'
import { px } from './px.ts'
import { toSentence } from './sentence.ts'

export type SmallMultiplesProps = FigureWords & {
  readonly quantity: Quantity
  readonly panels: readonly Panel[]
}

export const SmallMultiples = (props: SmallMultiplesProps) => <ChartFigure {...multiplesFigure(props)} />
export const multiplesFigure = (props: SmallMultiplesProps): FigureProps => {
  const { quantity, language, panels } = props
  const state = toMultiplesState(panels)
  const lay = (paper: Paper): MultiplesLayout => layMultiples({ state, quantity, language, paper })
  const first = lay(papers.wide)
  const desc = `${toSentence(props.subtitle)} ${speak(language).ui_chart_desc_multiples({ count: panels.length, list: first.panels.map((panel) => `${panel.title} ${panel.value}`).join('; ') })}`
  const draw = (paper: Paper) => {
    const layout = paper.name === 'wide' ? first : lay(paper)
    return (
      <ChartSvg id={props.id} paper={paper} height={layout.height} title={props.heading} desc={desc} holds={panels.some((panel) => panel.href !== undefined) ? 'links' : 'picture'}>
        {layout.panels.map((panel) => <PanelDrawing panel={panel} />)}
      </ChartSvg>
    )
  }
  const own = panels.map((panel) => ({ ...panel.own, name: panel.title }))
  const companions = [...new Map(panels.flatMap((panel) => panel.beside ?? []).map((one) => [one.id, one])).values()]
  return {
    ...props,
    draw, desc,
    remarks: [
      speak(language).ui_chart_note_one_scale({ companions: companions.map((one) => one.name).join(', '), count: companions.length }),
      ...lineNotes({ series: state.panels.flatMap(({ own, panel }) => (own ? [{ ...own, name: panel.title, isLabelled: true }] : [])), axisStart: first.start, language }),
    ],
    table: toTimeTable({ caption: props.subtitle, series: [...own, ...companions], quantity, language }),
  }
}

const PanelDrawing = ({ panel }: { readonly panel: PlacedPanel }) => {
  const content = (
    <g class={`panel is-${panel.stance}`}>
      <text class="name" x={px(panel.left)} y={px(panel.titleY)}>{panel.title}</text>
      <text class="value to-end" x={px(panel.right)} y={px(panel.titleY)}>{panel.value}</text>
      <path class="grid" d={panel.grid.map((line) => `M${px(panel.left)},${px(line.y)}H${px(panel.right)}`).join('')} />
      <g class="tick-y">{panel.grid.map((line) => (line.label === null ? null : <text x={px(panel.left - 5)} y={px(line.y + 5)}>{line.label}</text>))}</g>
      {panel.series.map((one) => <SeriesMarks series={one} />)}
      {panel.ticks.map((tick) => <text class={`tick${tick.side === 'start' ? '' : ` to-${tick.side}`}`} x={px(tick.x)} y={px(panel.bottom + 18)}>{tick.label}</text>)}
    </g>
  )
  return panel.href === null ? content : <a href={panel.href}>{content}</a>
}
