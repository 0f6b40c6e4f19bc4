// Draws the house as it is: floors, rooms with their files, counted arrows. Pure; the text stands in ARCHITECTURE.md.
import { doors, floors, topics } from './plan.ts'
import type { House } from './read-house.ts'

const own = (house: House) => [...house.files.values()].filter(({ place }) => !place.test && place.room !== null)
const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`

export const draw = (house: House): string => {
  const files = own(house)
  const count = (wanted: (file: (typeof files)[number]) => boolean): number => files.filter(wanted).length
  const built = (room: string): string => {
    const total = count(({ place }) => place.room === room)
    if (total === 0) return `${room} –`
    const parts = (room === 'doors' ? doors : (topics[room] ?? []).map((topic) => `${room}/${topic}`))
      .map((part) => [part.replace(/^.*\//, ''), count(({ place }) => place.part === part)] as const)
      .filter(([, number]) => number > 0)
    return `${room} ${total}${parts.length > 0 ? `: ${parts.map(([name, number]) => `${name} ${number}`).join(', ')}` : ''}`
  }
  const rows = [...floors].map((floor, at) => `${at + 1}   ${floor.map(built).join(' · ')}`).reverse()

  const present = [...floors].reverse().flat().filter((room) => count(({ place }) => place.room === room) > 0)
  const arrows = new Map<string, number>()
  for (const { place, imports } of files) {
    for (const { target } of imports) {
      const other = target === null ? undefined : house.files.get(target)?.place
      if (other && !other.test) arrows.set(`${place.room} ${other.room}`, (arrows.get(`${place.room} ${other.room}`) ?? 0) + 1)
    }
  }
  const widths = present.map((room) => Math.max(room.length, 4))
  const cell = (text: string, at: number): string => text.padStart(widths[at] ?? 4)
  const head = `${'from ↓ to →'.padEnd(14)}${present.map(cell).join('  ')}`
  const table = present.map((from) => from.padEnd(14) + present.map((to, at) => {
    const number = arrows.get(`${from} ${to}`)
    return cell(number === undefined ? '·' : String(number), at)
  }).join('  '))
  const total = [...arrows.values()].reduce((sum, number) => sum + number, 0)
  return [
    'floor   room and its files (tests left out)', ...rows, '',
    `imports, types counted: ${total}; only ever downward or within a room`, head, ...table,
  ].map((line) => line.trimEnd()).join('\n')
}

export const lengths = (house: House): string => {
  const sorted = own(house).map(({ lines }) => lines).sort((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return `${plural(sorted.length, 'file')}; lines per file: median ${at(0.5)}, 90th percentile ${at(0.9)}, longest ${sorted.at(-1) ?? 0} (aim: 40–60, under 200, at most 400)`
}
