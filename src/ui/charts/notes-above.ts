// Short texts above a plot with a hairline down to what they speak of. Right to left, so that no hairline crosses a text.
import type { Paper } from './paper.ts'
import { textWidth } from './text-width.ts'
import { wrapText } from './wrap-text.ts'

export type NoteWish = { readonly x: number; readonly text: string; readonly kind: 'annotation' | 'cut' }
export type LaidNote = { readonly x: number; readonly lines: readonly string[]; readonly kind: NoteWish['kind']; readonly side: 'start' | 'end'; readonly row: number }
/** y: baseline of the last line; to: where the hairline ends */
export type PlacedNote = LaidNote & { readonly y: number; readonly to: number }

const widest = { wide: 190, narrow: 120 } as const
const beside = 4

type Given = { readonly wishes: readonly NoteWish[]; readonly paper: Paper; readonly left: number; readonly right: number }
type Taken = { readonly from: number; readonly to: number; readonly rows: readonly number[] }

export const layNotes = ({ wishes, paper, left, right }: Given): readonly LaidNote[] => {
  const taken: Taken[] = []
  return [...wishes]
    .sort((a, b) => b.x - a.x)
    .map((wish) => {
      const lines = wrapText({ text: wish.text, width: widest[paper.name], fontSize: paper.fontSize })
      const width = Math.max(...lines.map((line) => textWidth(line, paper.fontSize))) + beside
      const side = wish.x + width <= right || wish.x - width < left ? 'start' : 'end'
      const span = side === 'start' ? { from: wish.x, to: wish.x + width } : { from: wish.x - width, to: wish.x }
      let row = 0
      const hits = (at: number): boolean =>
        taken.some((one) => one.from < span.to + 6 && one.to > span.from - 6 && one.rows.some((used) => used >= at && used < at + lines.length))
      while (hits(row)) row += 1
      taken.push({ ...span, rows: lines.map((_, line) => row + line) })
      return { x: wish.x, lines, kind: wish.kind, side, row }
    })
}

export const noteHeight = (notes: readonly LaidNote[], paper: Paper): number =>
  notes.length === 0 ? 0 : Math.max(...notes.map((note) => note.row + note.lines.length)) * paper.lineHeight + 6
