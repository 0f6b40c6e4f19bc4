// Writes the picture of the house into ARCHITECTURE.md, for `npm run check -- --draw`.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withPicture } from './inspect.ts'
import { draw } from './picture.ts'
import { readHouse } from './read-house.ts'

export const drawPicture = (root: string): void => {
  const file = join(root, 'ARCHITECTURE.md')
  writeFileSync(file, withPicture(readFileSync(file, 'utf8'), draw(readHouse(root))))
}
