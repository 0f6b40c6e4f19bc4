// A comment and the wording it proposes are one text of one contribution: moderated, masked, reported and erased together.
// The proposed wording stands under a line of its own that both languages know.
import type { Language } from '#kernel/language.ts'

const lines: Readonly<Record<Language, string>> = { bg: 'Предложен текст:', en: 'Proposed wording:' }
export type CommentText = { readonly says: string; readonly wording: string }
export const toCommentText = ({ says, wording, language }: CommentText & { readonly language: Language }): string =>
  [says.trim(), ...(wording.trim() === '' ? [] : [`${lines[language]}\n${wording.trim()}`])].filter((part) => part !== '').join('\n\n')
export const fromCommentText = (text: string): CommentText => {
  const at = Math.max(...Object.values(lines).map((line) => (text.startsWith(`${line}\n`) ? 0 : text.lastIndexOf(`\n\n${line}\n`))))
  if (at < 0) return { says: text, wording: '' }
  const rest = text.slice(at).trimStart()
  return { says: text.slice(0, at).trim(), wording: rest.slice(rest.indexOf('\n') + 1).trim() }
}
/** What a contribution is called in lists: its block and the beginning of what it says. */
export const commentTitle = ({ block, says, wording, language }: CommentText & { readonly block: number; readonly language: Language }): string => {
  const words = (says.trim() || wording.trim()).replace(/\s+/g, ' ')
  const short = words.length <= 90 ? words : `${words.slice(0, Math.max(1, words.slice(0, 90).lastIndexOf(' ')))} …`
  return language === 'bg' ? `По т. ${block}: ${short}` : `On point ${block}: ${short}`
}
