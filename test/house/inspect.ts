// Walks through the whole house: every sin as a sentence, and a report of how it stands.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sinsOfCircles } from './circles.ts'
import { sinsOfHabits } from './habits.ts'
import { draw, lengths } from './picture.ts'
import type { Sin } from './plan.ts'
import { type House, readHouse } from './read-house.ts'
import { sinsOfWalls } from './walls.ts'

export const sinsOf = (house: House): readonly Sin[] =>
  [...sinsOfWalls(house), ...sinsOfCircles(house), ...sinsOfHabits(house)].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line))
export const sentenceOf = ({ file, line, rule, says }: Sin): string => `${file}:${line}  ${rule}: ${says}`

const block = /(<!-- house -->\n```text\n)([\s\S]*?)(\n```\n<!-- \/house -->)/
/** The picture as it stands in ARCHITECTURE.md; null where there is none. */
export const drawnPicture = (root: string): string | null => {
  const file = join(root, 'ARCHITECTURE.md')
  return existsSync(file) ? (block.exec(readFileSync(file, 'utf8'))?.[2] ?? null) : null
}
export const withPicture = (text: string, picture: string): string => text.replace(block, (_, before: string, __: string, after: string) => before + picture + after)

export const inspectHouse = (root: string): { readonly sentences: readonly string[]; readonly report: string } => {
  const house = readHouse(root)
  const sentences = sinsOf(house).map(sentenceOf)
  if (drawnPicture(root) !== draw(house)) sentences.push('ARCHITECTURE.md  the picture is not the house as it is; run: npm run check -- --draw')
  return { sentences, report: lengths(house) }
}
