// A chart's value → a block of a document: the wide drawing with its key below, the table, the words.
import { toXmlText as escapeXml } from '#kernel/xml.ts'
import type { DocumentBlock } from '#kernel/document.ts'
import type { FigureProps, KeySign } from '../charts/chart-figure.tsx'
import { papers } from '../charts/paper.ts'
import { toHeading, toSentence } from '../charts/sentence.ts'
import { textWidth } from '../charts/text-width.ts'

export type FigureBlock = Extract<DocumentBlock, { kind: 'figure' }>

export const toFigureBlock = (figure: FigureProps): FigureBlock => {
  const drawing = String(figure.draw(papers.wide))
  const width = papers.wide.width
  const height = Number(/viewBox="0 0 \d+ (\d+)"/.exec(drawing)?.[1] ?? 0)
  const key = figure.legend === undefined || figure.legend.length === 0 ? null : layKey(figure.legend, width)
  const svg = key === null ? drawing : drawing
    .replace(/viewBox="[^"]*"/, `viewBox="0 0 ${width} ${height + key.height}"`).replace(/ height="\d+"/, ` height="${height + key.height}"`)
    .replace(/<\/svg>\s*$/, `<g transform="translate(0 ${height + 6})">${key.svg}</g></svg>`)
  return {
    kind: 'figure', id: figure.id, heading: toHeading(figure.heading), subtitle: figure.subtitle, alt: `${toSentence(figure.heading)} ${toSentence(figure.desc)}`,
    svg, narrow: String(figure.draw(papers.narrow)), width, height: height + (key?.height ?? 0), table: { head: figure.table.head, rows: figure.table.rows },
    sources: figure.origin.map(({ href, ...origin }) => (href === undefined ? origin : { ...origin, address: href })),
    notes: [...(figure.notes ?? []), ...(figure.remarks ?? [])],
  }
}

/** Signs with their words in a line, and on to the next line when the paper ends. */
const layKey = (signs: readonly KeySign[], width: number): { readonly svg: string; readonly height: number } => {
  let x = 0, row = 0
  const drawn = signs.map((sign) => {
    const length = sign.width + 8 + textWidth(sign.words, 15)
    if (x > 0 && x + length > width) { x = 0; row += 1 }
    const at = `<g class="chart-sign" transform="translate(${x.toFixed(1)} ${row * 24})">${String(sign.marks)}<text x="${sign.width + 8}" y="13">${escapeXml(sign.words)}</text></g>`
    x += length + 22
    return at
  })
  return { svg: drawn.join(''), height: (row + 1) * 24 + 6 }
}
