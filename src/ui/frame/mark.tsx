// The mark: the region's tiles in pale green, its own tile strong and pointing. Decoration beside a name, so hidden from readers.
import type { Mark } from '../chrome.ts'

const tile = 10
const gap = 2
const at = (index: number): number => index * (tile + gap)

/** A square drawn out to a point at its right side. */
const pointing = ([column, row]: readonly [number, number]): string => {
  const x = at(column), y = at(row)
  return `M${x} ${y}h${tile - 2}l${tile / 2 + 1} ${tile / 2}-${tile / 2 + 1} ${tile / 2}h-${tile - 2}z`
}
const square = ([column, row]: readonly [number, number]): string => `M${at(column)} ${at(row)}h${tile}v${tile}h-${tile}z`

export const RegionMark = ({ mark }: { readonly mark: Mark }) => {
  const columns = Math.max(...mark.tiles.map(([column]) => column)) + 1
  const rows = Math.max(...mark.tiles.map(([, row]) => row)) + 1
  const others = mark.tiles.filter(([column, row]) => column !== mark.pointing[0] || row !== mark.pointing[1])
  return (
    <svg class="p-mark" viewBox={`0 0 ${at(columns) - gap} ${at(rows) - gap}`} width="58" height="46" aria-hidden="true" focusable="false">
      <path d={others.map(square).join('')} />
      <path class="p-mark-pointing" d={pointing(mark.pointing)} />
    </svg>
  )
}
