// The words of a block as a reader sees them, without the marks: what is quoted, searched and cut into sentences.
// `ui/marked.ts` draws the same marks; a test holds that both see the same words.
import type { Written } from '../rules.ts'
import { gridOf, headingWords, itemsOf } from './cut.ts'

/** Bold, slanted, links and escaped signs of one line. What opens and does not close stays as typed. */
export const plainInline = (source: string): string => {
  const kept: string[] = []
  // private-use signs hold the place of escaped ones while marks are read
  const safe = source.replace(/[\ue000-\uf8ff]/g, '').replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => { kept.push(sign); return String.fromCharCode(0xe000 + (kept.length - 1) % 6000) })
  const bare = safe.replace(/\[([^[\]\n]*)\]\((?:https?:\/\/|mailto:|\/)[^()\s<>]*\)/g, '$1')
  const inner = bare.replace(/(?<!\*)\*(?![\s*])([^*\n]*[^\s*])\*(?!\*)/g, '$1')
  const strong = inner.replace(/\*\*(?![\s*])([^*\n]*[^\s*])\*\*/g, '$1')
  const slanted = strong.replace(/(?<!\*)\*(?![\s*])([^*\n]*[^\s*])\*(?!\*)/g, '$1')
  return kept.length > 6000 ? slanted : slanted.replace(/[\ue000-\uf8ff]/g, (sign) => kept[sign.charCodeAt(0) - 0xe000] ?? '')
}
/** Each line, item or row of cells on a line of its own. */
export const plainPartsOf = ({ kind, source }: Pick<Written, 'kind' | 'source'>): readonly string[] => {
  if (kind === 'heading') return [plainInline(headingWords(source))]
  if (kind === 'list') return itemsOf(source).map((item) => plainInline(item.source))
  if (kind === 'table') { const { head, rows } = gridOf(source); return [head, ...rows].map((cells) => cells.map(plainInline).join(' · ')) }
  return [plainInline(source.replace(/\s*\n\s*/g, ' '))]
}
export const plainOf = (block: Pick<Written, 'kind' | 'source'>): string => plainPartsOf(block).join('\n')
