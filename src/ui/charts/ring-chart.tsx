// A ring of things with lines between those that belong together. What it shows is in the table as pairs.
import { ChartFigure, ChartSvg, type FigureProps, type FigureWords } from './chart-figure.tsx'
import { circle } from './line-drawing.tsx'
import type { Paper } from './paper.ts'
import { px } from './px.ts'
import { type Quantity, sayShort } from './quantity-words.ts'
import { layRing, type RingLayout, type RingLink, type RingNode } from './ring-layout.ts'
import { toSentence } from './sentence.ts'

export type RingChartProps = FigureWords & {
  readonly nodes: readonly RingNode[]
  readonly links: readonly RingLink[]
  /** how a link's weight is said in the table */
  readonly quantity: Quantity
  readonly signs: { readonly full: string; readonly hollow: string }
  readonly heads: { readonly from: string; readonly to: string; readonly weight: string }
}

export const RingChart = (props: RingChartProps) => <ChartFigure {...ringFigure(props)} />
export const ringFigure = (props: RingChartProps): FigureProps => {
  const { nodes, links, quantity, language, signs, heads } = props
  const nameOf = (id: string): string => nodes.find((node) => node.id === id)?.name ?? id
  /** on a phone only the short name stands at the point: here it is explained */
  const withShort = (id: string): string => { const node = nodes.find((one) => one.id === id); return node === undefined || node.short === node.name ? nameOf(id) : `${node.name} (${node.short})` }
  const word = (weight: number): string => sayShort({ quantity, value: quantity.unit.percent ? weight * 100 : weight, language })
  const strongest = [...links].sort((a, b) => b.weight - a.weight)
  const desc = `${toSentence(props.subtitle)} ${strongest.slice(0, 6).map(({ from, to, weight }) => `${nameOf(from)} – ${nameOf(to)} ${word(weight)}`).join('; ')}.`
  const draw = (paper: Paper) => {
    const layout = layRing({ nodes, links, paper })
    return <ChartSvg id={props.id} paper={paper} height={layout.height} title={props.heading} desc={desc} holds="picture"><RingDrawing layout={layout} /></ChartSvg>
  }
  return {
    ...props, draw, desc,
    legend: [
      { width: 14, height: 14, marks: <path class="dot is-region" d={circle({ x: 7, y: 7 }, 6)} />, words: signs.full },
      { width: 14, height: 14, marks: <path class="cross-ring is-country" d={circle({ x: 7, y: 7 }, 6)} />, words: signs.hollow },
    ],
    table: {
      caption: props.subtitle, head: [{ name: heads.from, kind: 'text' }, { name: heads.to, kind: 'text' }, { name: heads.weight, kind: 'number' }],
      rows: strongest.map(({ from, to, weight }) => ({ name: withShort(from), cells: [{ text: withShort(to), kind: 'text' }, { text: word(weight), kind: 'number', value: weight }] })),
    },
  }
}

const RingDrawing = ({ layout }: { readonly layout: RingLayout }) => (
  <>
    {layout.links.map(({ d, width }) => <path class="link" d={d} stroke-width={width} />)}
    {layout.nodes.map(({ node, x, y, text }) => {
      const stance = node.fill === 'full' ? 'is-region' : 'is-country'
      return (
        <g class={`row halo ${stance}`}>
          <path class="lead" d={`M${px(x)},${px(y)}L${px(text.x + (text.side === 'start' ? -3 : 3))},${px(text.y - 5)}`} />
          <path class={`${node.fill === 'full' ? 'dot' : 'cross-ring'} ${stance}`} d={circle({ x, y }, 6)} />
          <text class={`name${text.side === 'end' ? ' to-end' : ''}`} x={px(text.x)} y={px(text.y)}>{text.words}</text>
        </g>
      )
    })}
  </>
)
