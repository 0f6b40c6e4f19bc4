// The column of names left of bars, dots and ranges: how wide it is, and how many lines each name takes.
import type { Paper, PaperName } from './paper.ts'
import type { Stance } from './series.ts'
import { type Weight, textWidth } from './text-width.ts'
import { wrapText } from './wrap-text.ts'

type Named = { readonly id: string; readonly name: string; readonly stance: Stance }
export type NameRow = { readonly id: string; readonly lines: readonly string[]; readonly height: number; readonly centre: number }
export type NameColumn = { readonly width: number; readonly rows: ReadonlyMap<string, NameRow>; readonly bottom: number }

type Given = {
  readonly names: readonly Named[]
  readonly paper: Paper
  readonly widest: Readonly<Record<PaperName, number>>
  readonly rowHeight: number
  readonly top: number
  /** where a gap is left before a row: between the ranked and the rest */
  readonly gapBefore?: ReadonlySet<string>
}
const gapHeight = 14

export const weightOf = (stance: Stance): Weight => (stance === 'region' ? 'bold' : 'regular')

export const layNames = ({ names, paper, widest, rowHeight, top, gapBefore }: Given): NameColumn => {
  const wrapped = names.map((one) => ({ one, lines: wrapText({ text: one.name, width: widest[paper.name], fontSize: paper.fontSize, weight: weightOf(one.stance), lines: 2 }) }))
  const width = Math.max(0, ...wrapped.flatMap(({ one, lines }) => lines.map((line) => textWidth(line, paper.fontSize, weightOf(one.stance)))))
  const rows = new Map<string, NameRow>()
  let y = top
  for (const { one, lines } of wrapped) {
    if (gapBefore?.has(one.id)) y += gapHeight
    const height = rowHeight + (lines.length - 1) * (paper.lineHeight - 2)
    rows.set(one.id, { id: one.id, lines, height, centre: y + height / 2 })
    y += height
  }
  return { width: Math.ceil(width), rows, bottom: y }
}

/** baseline of a line of text so that all lines together stand in the middle of the row */
export const baselineOf = ({ centre, line, lines, paper }: { readonly centre: number; readonly line: number; readonly lines: number; readonly paper: Paper }): number =>
  centre + (line - (lines - 1) / 2) * (paper.lineHeight - 2) + paper.fontSize * 0.34
