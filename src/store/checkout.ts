// Finds the folder the product lies in, from source and from a bundle alike. Not the folder of its data (settings.ts).
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The nearest folder upward that holds both package.json and migrations/. */
export const findCheckout = (from: string = import.meta.dirname): string => {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'migrations'))) return folder
    if (dirname(folder) === folder) throw new Error(`no package.json with migrations/ above ${from}`)
  }
}
