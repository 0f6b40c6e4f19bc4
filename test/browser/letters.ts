// The letters that the product under test wrote: it has no mail server, so they are files in its data folder.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'

const folderOf = (): string => join(inject('app').data, 'letters')
const listLetters = (): readonly string[] => {
  try { return readdirSync(folderOf()).filter((name) => !name.startsWith('unfinished')).map((name) => readFileSync(join(folderOf(), name), 'utf8')) } catch { return [] }
}
/** Waits until a letter to the address holds a link of this shape; gives the link's path. The newest of several is not known: use an address once. */
export const linkInLetter = async ({ to, link }: { readonly to: string; readonly link: RegExp }): Promise<string> => {
  for (let left = 100; left > 0; left -= 1) {
    for (const letter of listLetters()) {
      const found = letter.includes(`To: ${to}\n`) ? link.exec(letter)?.[0] : undefined
      if (found !== undefined) return found.replace(/^https?:\/\/[^/]+/, '')
    }
    await new Promise((resume) => setTimeout(resume, 100))
  }
  throw new Error(`no letter to ${to} holds ${link}; there are ${listLetters().length} letters`)
}
/** A form of a visitor that comes within three seconds is taken for a machine's. */
export const asSlowAsAPerson = (): Promise<void> => new Promise((resume) => setTimeout(resume, 3_200))
