// A block as a reader sees it, a passage marked in it, and what is different between two wordings. Never HTML from a text: pieces are drawn.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toPieces, type Piece } from '#ui/marked.ts'
import type { Part } from '../rules/difference.ts'
import { gridOf, headingWords, itemsOf, type Item } from '../rules/cut.ts'
import type { Written } from '../rules.ts'

type Quoted = { readonly quotes?: readonly string[] }
/** Places of the quotes in the words, joined where they overlap. */
const rangesOf = (words: string, quotes: readonly string[]): readonly (readonly [number, number])[] => {
  const found = quotes.filter((quote) => quote !== '').map((quote) => [words.indexOf(quote), quote.length] as const).filter(([at]) => at >= 0).map(([at, length]): [number, number] => [at, at + length]).sort((one, other) => one[0] - other[0])
  const joined: [number, number][] = []
  for (const range of found) { const last = joined.at(-1); if (last !== undefined && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]); else joined.push(range) }
  return joined
}
const drawn = ({ text, strong, slanted, href }: Piece) => {
  const words = slanted === 'yes' ? <em>{text}</em> : text
  const heavy = strong === 'yes' ? <strong>{words}</strong> : words
  return href === null ? heavy : <a class="ds-link" href={href} rel="noopener">{heavy}</a>
}
const Inline = ({ source, quotes = [] }: Quoted & { readonly source: string }) => {
  const pieces = toPieces(source), ranges = rangesOf(pieces.map(({ text }) => text).join(''), quotes)
  let at = 0
  return <>{pieces.flatMap((piece) => {
    const from = at, to = at + piece.text.length
    at = to
    const cuts = [...new Set([from, ...ranges.flat().filter((cut) => cut > from && cut < to), to])].sort((one, other) => one - other)
    return cuts.slice(0, -1).map((cut, index) => {
      const part = drawn({ ...piece, text: piece.text.slice(cut - from, (cuts[index + 1] ?? to) - from) })
      return ranges.some(([start, end]) => cut >= start && cut < end) ? <mark class="p-quote">{part}</mark> : part
    })
  })}</>
}
const ListView = ({ items, quotes }: Quoted & { readonly items: readonly Item[] }) => {
  const depth = Math.min(...items.map((item) => item.depth)), groups: Item[][] = []
  for (const item of items) { if (item.depth === depth || groups.length === 0) groups.push([item]); else groups.at(-1)?.push(item) }
  const rows = groups.map(([first, ...inner]) => <li>{first === undefined ? null : <Inline source={first.source} quotes={quotes ?? []} />}{inner.length === 0 ? null : <ListView items={inner} quotes={quotes ?? []} />}</li>)
  return items[0]?.ordered === 'yes' ? <ol>{rows}</ol> : <ul>{rows}</ul>
}
/** `above`: the level of the heading the block stands under; a heading of level 1 is the next one. */
export const BlockView = ({ block, above = 2, quotes = [] }: Quoted & { readonly block: Written; readonly above?: 1 | 2 | 3 }) => {
  const { kind, level, source } = block
  if (kind === 'heading') { const Title = `h${Math.min(6, level + above)}` as 'h3'; return <Title class="p-draft-heading" data-level={level}><Inline source={headingWords(source)} quotes={quotes} /></Title> }
  if (kind === 'list') return <ListView items={itemsOf(source)} quotes={quotes} />
  if (kind === 'paragraph') return <p><Inline source={source} quotes={quotes} /></p>
  const { head, rows } = gridOf(source)
  return (
    <div class="p-table" data-phone="scroll" role="region" tabindex={0} aria-label={head.join(', ')}>
      <table class="ds-table"><thead><tr>{head.map((cell) => <th scope="col"><Inline source={cell} quotes={quotes} /></th>)}</tr></thead>
        <tbody>{rows.map(([first = '', ...cells]) => <tr><th scope="row"><Inline source={first} quotes={quotes} /></th>{cells.map((cell) => <td><Inline source={cell} quotes={quotes} /></td>)}</tr>)}</tbody></table>
    </div>
  )
}
/** Struck out and put in, by line and weight before colour; a screen reader hears where each begins and ends. */
export const DifferenceView = ({ parts, language }: { readonly parts: readonly Part[]; readonly language: Language }) => {
  const say = speak(language)
  return <p class="p-difference p-lines">{parts.map(({ kind, text }) => (kind === 'same' ? text : kind === 'out'
    ? <del><span class="p-hidden-text">{say.participation_difference_out()} </span>{text}<span class="p-hidden-text"> {say.participation_difference_end()} </span></del>
    : <ins><span class="p-hidden-text">{say.participation_difference_in()} </span>{text}<span class="p-hidden-text"> {say.participation_difference_end()} </span></ins>))}</p>
}
