// The picture that goes with a link: the tile map alone, without a word, as rectangles on 1200 × 630. Title and sentence stand beside
// it in whoever shows the link. No standard for drawing: whoever sends it makes pixels of it.
import type { Tile } from '#kernel/home.ts'
import type { TilePicture } from '#kernel/answer.ts'
import { pictureColours as colours } from '../theme/picture-colours.ts'

export type Shade = 1 | 2 | 3 | 4 | 5 | 'other' | 'named' | 'missing'
const width = 1200, height = 630, edge = 40

/** `own` is green and framed, as everywhere; without a tile of its own the first of all is. */
export const toTilePicture = ({ tiles, own, shades }: { readonly tiles: readonly Tile[]; readonly own: string; readonly shades?: ReadonlyMap<string, Shade> }): TilePicture => {
  const shown = tiles.length > 0 ? tiles : mark
  const columns = Math.max(...shown.map((tile) => tile.column)) + 1
  const rows = Math.max(...shown.map((tile) => tile.row)) + 1
  const pitch = Math.floor(Math.min((width - 2 * edge) / columns, (height - 2 * edge) / rows))
  const gap = Math.max(6, Math.round(pitch * 0.09))
  const left = Math.round((width - (columns * pitch - gap)) / 2), top = Math.round((height - (rows * pitch - gap)) / 2)
  const pointing = shown.some((tile) => tile.code === own) ? own : shown[0]?.code
  return {
    width, height, ground: colours.ground,
    marks: shown.flatMap(({ code, column, row }) => {
      const at = { x: left + column * pitch, y: top + row * pitch, width: pitch - gap, height: pitch - gap }
      const shade = shades?.get(code) ?? 'other'
      const inner = (by: number) => ({ x: at.x + by, y: at.y + by, width: at.width - 2 * by, height: at.height - 2 * by })
      if (code !== pointing) return shade === 'missing' ? [{ ...at, colour: colours.line }, { ...inner(3), colour: colours.ground }] : [{ ...at, colour: colours.shades[shade] }]
      // Framed in green where its shade says something, green all over where it does not.
      return typeof shade === 'string' ? [{ ...at, colour: colours.own }] : [{ ...at, colour: colours.own }, { ...inner(Math.round(pitch * 0.1)), colour: colours.ground }, { ...inner(Math.round(pitch * 0.14)), colour: colours.shades[shade] }]
    }),
  }
}
/** Where a region has no tiles: a small field, one of them pointing. */
const mark: readonly Tile[] = Array.from({ length: 9 }, (_, at): Tile => ({ code: at === 4 ? '' : String(at), column: at % 3, row: Math.floor(at / 3) })).toSorted((a, b) => a.code.length - b.code.length)
