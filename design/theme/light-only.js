// Cuts what we do not serve out of the theme that the Designsystemet tool builds: the dark scheme, the «auto» copy
// of the light one, and the second typeface. Not part of the build: run by hand when the colours change (README.md).
import { readFileSync, writeFileSync } from 'node:fs'

const [from, to] = process.argv.slice(2)
if (!from || !to) throw new Error('say where the built theme is and where to write: light-only.js built.css served.css')

/** Where the block that opens at or after `start` ends, by counting braces. */
const endOfBlock = (css, start) => {
  let depth = 0
  for (let at = css.indexOf('{', start); at < css.length; at++) {
    if (css[at] === '{') depth++
    if (css[at] === '}' && --depth === 0) return at + 1
  }
  throw new Error('a brace is missing')
}
const without = (css, opening) => {
  const start = css.indexOf(opening)
  if (start < 0) throw new Error(`the tool no longer writes «${opening}»: look at its output before trusting this script`)
  return css.slice(0, start) + css.slice(endOfBlock(css, start))
}

let css = readFileSync(from, 'utf8')
for (const opening of ['@media (prefers-color-scheme: light)', '@layer ds.theme.color-scheme.dark', '@layer ds.theme.typography.secondary'])
  css = without(css, opening)
writeFileSync(to, css.replaceAll(/\n{3,}/g, '\n\n').trimStart())
