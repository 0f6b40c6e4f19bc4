// Where the checkout lies, in which language the steps speak, and how a step gives up.
// Not for src/, which knows nothing of bin/.
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../..')
export const home = (...parts: readonly string[]): string => join(folder, ...parts)
export const inWords = (texts: { readonly bg: string; readonly en: string }): string =>
  process.env.POSOKA_LANGUAGE === 'bg' ? texts.bg : texts.en

/** Two lines: what happened, what to do. */
export class Stop extends Error {
  readonly code: number
  constructor(what: string, todo: string, code = 1) {
    super(`${what}\n${todo}`)
    this.code = code
  }
}
