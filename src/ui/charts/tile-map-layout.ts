// The schematic map on one paper: a tile per region with code, value and name; a key of names where tiles are too small for them.
import type { Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { classOf } from './classes.ts'
import { isUnreliable } from './flag-words.ts'
import type { Quantity } from './quantity-words.ts'
import type { Paper } from './paper.ts'
import type { Stance, Standing } from './series.ts'
import { textWidth } from './text-width.ts'
import type { LaidTile, TileLayout } from './tile-layout.ts'
import { wrapText } from './wrap-text.ts'

export type PlacedTile = {
  readonly code: string
  readonly label: string
  readonly stance: Stance
  readonly href: string | null
  readonly x: number
  readonly y: number
  /** 1…5, or why there is no class */
  readonly tone: number | 'missing' | 'weak'
  readonly value: string
  readonly nameLines: readonly string[]
}
export type KeyEntry = { readonly label: string; readonly name: string; readonly x: number; readonly y: number; readonly stance: Stance }
export type TileMapLayout = {
  readonly paper: Paper
  readonly height: number
  readonly tileWidth: number
  readonly tileHeight: number
  readonly valueSize: number
  readonly tiles: readonly PlacedTile[]
  readonly names: readonly KeyEntry[]
}

type Given = {
  readonly layout: TileLayout
  readonly standings: ReadonlyMap<string, Standing>
  readonly limits: readonly number[]
  readonly quantity: Quantity
  readonly language: Language
  readonly paper: Paper
}

const gap = { wide: 4, narrow: 3 } as const
const widestTile = 112
export const nameSize = 13
const leastForName = 56
const keyColumns = 3
const inset = 4

export const layTileMap = ({ layout, standings, limits, quantity, language, paper }: Given): TileMapLayout => {
  const columns = Math.max(0, ...layout.tiles.map((tile) => tile.column)) + 1
  const rows = Math.max(0, ...layout.tiles.map((tile) => tile.row)) + 1
  const between = gap[paper.name]
  const tileWidth = Math.min(widestTile, (paper.width - 4 - between * (columns - 1)) / columns)
  const hasNames = tileWidth >= leastForName
  const texts = new Map(layout.tiles.map((tile) => [tile.code, valueText(standings.get(tile.code), quantity, language)]))
  const valueSize = fitSize([...texts.values()], tileWidth - inset * 2, hasNames ? 18 : 15)
  const tileHeight = hasNames ? 76 : 42
  const tiles = layout.tiles.map((tile): PlacedTile => {
    const standing = standings.get(tile.code)
    return {
      code: tile.code,
      label: labelOf(tile),
      stance: standing?.stance ?? 'other',
      href: standing?.href ?? null,
      x: 2 + tile.column * (tileWidth + between),
      y: 2 + tile.row * (tileHeight + between),
      tone: toneOf(standing, { limits, quantity }),
      value: texts.get(tile.code) ?? '',
      nameLines: hasNames ? wrapText({ text: standing?.name ?? '', width: tileWidth - inset * 2, fontSize: nameSize, weight: standing?.stance === 'region' ? 'bold' : 'regular', lines: 2 }) : [],
    }
  })
  const mapBottom = 4 + rows * (tileHeight + between)
  const named = hasNames ? [] : layKey({ layout, standings, paper, top: mapBottom + 14 })
  return { paper, tileWidth, tileHeight, valueSize, tiles, names: named, height: named.length > 0 ? Math.max(...named.map((one) => one.y)) + 8 : mapBottom }
}

const labelOf = (tile: LaidTile): string => tile.label ?? tile.code

/** in brackets when its reliability is low, as the statistical institute prints it */
const valueText = (standing: Standing | undefined, quantity: Quantity, language: Language): string => {
  if (!standing || standing.value === null) return '–'
  const number = sayNumber(standing.value, language, quantity.decimals)
  return isUnreliable(standing.flags) ? `(${number})` : number
}

const toneOf = (standing: Standing | undefined, how: { readonly limits: readonly number[]; readonly quantity: Quantity }): PlacedTile['tone'] => {
  if (!standing || standing.value === null) return 'missing'
  return isUnreliable(standing.flags) ? 'weak' : classOf(standing.value, how)
}

const fitSize = (texts: readonly string[], width: number, wanted: number): number => {
  let size = wanted
  while (size > 9 && texts.some((text) => textWidth(text, size, 'bold') > width)) size -= 1
  return size
}

type Keyed = { readonly layout: TileLayout; readonly standings: ReadonlyMap<string, Standing>; readonly paper: Paper; readonly top: number }
const layKey = ({ layout, standings, paper, top }: Keyed): readonly KeyEntry[] => {
  const sorted = [...layout.tiles].sort((a, b) => (labelOf(a) < labelOf(b) ? -1 : 1))
  const perColumn = Math.ceil(sorted.length / keyColumns)
  const columnWidth = paper.width / keyColumns
  return sorted.map((tile, at) => {
    const standing = standings.get(tile.code)
    return {
      label: labelOf(tile),
      name: wrapText({ text: standing?.name ?? '', width: columnWidth - 34, fontSize: nameSize, lines: 1 })[0] ?? '',
      x: 2 + Math.floor(at / perColumn) * columnWidth,
      y: top + (at % perColumn) * 17,
      stance: standing?.stance ?? 'other',
    }
  })
}
