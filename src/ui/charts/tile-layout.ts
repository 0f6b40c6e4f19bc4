// The schematic map as data: which tile stands where. Places come from the region pack or from a small grid of text.
import type { Tile } from '#kernel/home.ts'

/** `label` is what the tile shows instead of its code: „SZR“ for BG344 */
export type LaidTile = Tile & { readonly label?: string }
export type TileLayout = { readonly tiles: readonly LaidTile[] }

/** Rows of codes, west to east and north to south, a dot where nothing stands. */
export const parseTileLayout = (text: string): TileLayout => ({
  tiles: text.split('\n').filter((line) => line.trim() !== '').flatMap((line, row) =>
    line.trim().split(/\s+/).flatMap((code, column) => (code === '.' ? [] : [{ code, column, row }]))),
})
