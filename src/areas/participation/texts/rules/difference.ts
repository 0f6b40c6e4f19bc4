// What is different between two wordings, in whole words. The library's own cutting takes Cyrillic words apart („индустриалн|а|и“),
// so words are cut by Intl.Segmenter first and only compared there. The parts give both wordings back exactly.
import { diffArrays } from 'diff'

export type Part = { readonly kind: 'same' | 'out' | 'in'; readonly text: string }
const segmenter = new Intl.Segmenter('bg', { granularity: 'word' })
export const wordsOf = (text: string): readonly string[] => Array.from(segmenter.segment(text), ({ segment }) => segment)
/** Beyond this the words are no longer compared: the old stands struck out beside the new. */
const mostChanges = 1_500

export const wordDifference = ({ before, after }: { readonly before: string; readonly after: string }): readonly Part[] => {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const changes = diffArrays([...wordsOf(before)], [...wordsOf(after)], { maxEditLength: mostChanges })
  if (changes === undefined) return [{ kind: 'out' as const, text: before }, { kind: 'in' as const, text: after }].filter(({ text }) => text !== '')
  return joined(changes.map(({ added, removed, value }): Part => ({ kind: added ? 'in' : removed ? 'out' : 'same', text: value.join('') })))
}
/** A lone space between two changes reads as one change: out, out, in, in instead of a stutter. */
const joined = (parts: readonly Part[]): readonly Part[] => {
  const result: Part[] = []
  let out = '', into = ''
  const flush = (): void => {
    if (out !== '') result.push({ kind: 'out', text: out })
    if (into !== '') result.push({ kind: 'in', text: into })
    out = ''; into = ''
  }
  parts.forEach((part, index) => {
    const between = part.kind === 'same' && part.text.trim() === '' && (out !== '' || into !== '') && parts[index + 1] !== undefined
    if (part.kind === 'out') out += part.text
    else if (part.kind === 'in') into += part.text
    else if (between) { out += part.text; into += part.text }
    else { flush(); result.push(part) }
  })
  flush()
  return result
}
export const beforeOf = (parts: readonly Part[]): string => parts.filter(({ kind }) => kind !== 'in').map(({ text }) => text).join('')
export const afterOf = (parts: readonly Part[]): string => parts.filter(({ kind }) => kind !== 'out').map(({ text }) => text).join('')
