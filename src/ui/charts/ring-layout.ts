// Things on a ring with lines between those that belong together: where each stands, and its name beside it on the left or the right.
import type { Paper } from './paper.ts'
import { spreadLabels } from './spread-labels.ts'
import { textWidth } from './text-width.ts'

export type RingNode = { readonly id: string; readonly name: string; readonly short: string; readonly fill: 'full' | 'hollow' }
/** `weight` 0–1: how strongly they belong together. */
export type RingLink = { readonly from: string; readonly to: string; readonly weight: number }
export type RingLayout = {
  readonly paper: Paper
  readonly height: number
  readonly nodes: readonly { readonly node: RingNode; readonly x: number; readonly y: number; readonly text: { readonly words: string; readonly x: number; readonly y: number; readonly side: 'start' | 'end' } }[]
  readonly links: readonly { readonly d: string; readonly width: number }[]
}
const round = (length: number): number => Math.round(length * 10) / 10

/** The ring leaves room for the longest name on each side; names that would touch are moved up or down, never away from their side. */
export const layRing = ({ nodes, links, paper }: { readonly nodes: readonly RingNode[]; readonly links: readonly RingLink[]; readonly paper: Paper }): RingLayout => {
  const words = (node: RingNode): string => (paper.name === 'wide' ? node.name : node.short)
  const widest = Math.max(0, ...nodes.map((node) => textWidth(words(node), paper.fontSize)))
  const perSide = Math.ceil(nodes.length / 2)
  const radius = Math.max(60, Math.min(paper.name === 'wide' ? 190 : 130, paper.width / 2 - widest - 24))
  const height = Math.max(2 * radius + 44, perSide * (paper.lineHeight + 3) + 30), cx = paper.width / 2, cy = height / 2
  const placed = nodes.map((node, at) => {
    const angle = (2 * Math.PI * (at + 0.5)) / nodes.length - Math.PI / 2
    return { node, x: cx + radius * Math.cos(angle), y: cy + radius * Math.sin(angle), side: Math.cos(angle) >= 0 ? 'start' as const : 'end' as const }
  })
  const bounds = { low: paper.lineHeight / 2, high: height - paper.lineHeight / 2 }
  const centres = new Map((['start', 'end'] as const).flatMap((side) => [...spreadLabels(placed.filter((one) => one.side === side).map(({ node, y }) => ({ id: node.id, wanted: y, size: paper.lineHeight + 1 })), bounds)]))
  const at = new Map(placed.map((one) => [one.node.id, one]))
  const weights = links.map(({ weight }) => weight), least = Math.min(...weights), span = Math.max(...weights) - least
  return {
    paper, height,
    nodes: placed.map(({ node, x, y, side }) => ({ node, x, y, text: { words: words(node), x: side === 'start' ? cx + radius + 14 : cx - radius - 14, y: (centres.get(node.id) ?? y) + paper.fontSize * 0.32, side } })),
    links: [...links].sort((a, b) => a.weight - b.weight).flatMap(({ from, to, weight }) => {
      const a = at.get(from), b = at.get(to)
      // Bent towards the middle, so that neighbours’ lines do not lie on the ring.
      return a === undefined || b === undefined ? [] : [{ d: `M${round(a.x)},${round(a.y)}Q${round(cx + (a.x + b.x - 2 * cx) * 0.2)},${round(cy + (a.y + b.y - 2 * cy) * 0.2)} ${round(b.x)},${round(b.y)}`, width: span > 0 ? round(1 + (4 * (weight - least)) / span) : 2 }]
    }),
  }
}
