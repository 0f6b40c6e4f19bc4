// What becomes of a comment when a new draft appears. Nothing moves silently: each comment is in exactly one of four places.
//   here       its block says the same, wherever it stands now: the comment is shown on it
//   changed    its block says something else: the comment stays with the old wording, marked, with the difference
//   goesOn     an editor said in which blocks the passage goes on (split, joined): shown there, with the old wording
//   takenOut   the block is gone and nobody named a successor: the list of passages taken out
import type { Successor, TextBlock } from '#areas/participation/texts/rules.ts'
import { plainOf } from '#areas/participation/texts/rules/plain.ts'

export type Anchor = { readonly block: number; readonly hash: string; /** a piece of the frozen words; empty: the whole block */ readonly quote: string }
export type Place = 'here' | 'changed' | 'goesOn' | 'takenOut'
/** What became of the quoted words: they stand as they stood in `block`, or nowhere word for word. */
export type Passage = { readonly kind: 'stands'; readonly block: number } | { readonly kind: 'changed' }
export type Carried = { readonly place: Place; /** where it is shown; empty for what was taken out */ readonly blocks: readonly number[]; readonly passage: Passage }
type Drafts = { readonly before: readonly TextBlock[]; readonly after: readonly TextBlock[]; readonly successors: readonly Successor[] }

export const carry = (anchor: Anchor, { before, after, successors }: Drafts): Carried => {
  const now = after.find(({ block }) => block === anchor.block)
  const passage = passageOf(anchor, { before, after })
  if (now !== undefined && now.hash === anchor.hash) return { place: 'here', blocks: [now.block], passage: { kind: 'stands', block: now.block } }
  const named = successorsOf(anchor.block, { after, successors })
  if (named.length > 0) return { place: 'goesOn', blocks: named, passage }
  return now !== undefined ? { place: 'changed', blocks: [now.block], passage } : { place: 'takenOut', blocks: [], passage }
}
/** The successors an editor named, followed to blocks that are there: a successor that was split itself leads on. */
const successorsOf = (block: number, { after, successors }: Pick<Drafts, 'after' | 'successors'>): readonly number[] => {
  const there = new Set(after.map((one) => one.block)), found = new Set<number>(), seen = new Set([block])
  const follow = [block]
  for (let at = 0; at < follow.length; at += 1) for (const { successor } of successors.filter((one) => one.block === follow[at])) {
    if (there.has(successor)) found.add(successor)
    else if (!seen.has(successor)) { seen.add(successor); follow.push(successor) }
  }
  return after.map((one) => one.block).filter((one) => found.has(one))
}
/** Looked for in its own block first, then anywhere: a sentence that moved is found again. Three words or more, else it is chance. */
const passageOf = ({ block, quote }: Anchor, { before, after }: Omit<Drafts, 'successors'>): Passage => {
  const old = before.find((one) => one.block === block)
  const words = quote !== '' ? quote : old === undefined ? '' : plainOf(old)
  if (words === '') return { kind: 'changed' }
  const own = after.find((one) => one.block === block)
  if (own !== undefined && plainOf(own).includes(words)) return { kind: 'stands', block }
  const found = words.trim().split(/\s+/).length < 3 ? undefined : after.find((one) => plainOf(one).includes(words))
  return found === undefined ? { kind: 'changed' } : { kind: 'stands', block: found.block }
}

export type BlockFate = 'same' | 'moved' | 'changed' | 'split' | 'joined' | 'removed' | 'new'
export type BlockChange = { readonly fate: BlockFate; readonly before: TextBlock | null; readonly after: TextBlock | null; readonly successors: readonly number[] }
/** The new draft block by block, with what was taken out where it stood: the page "what changed" in order of reading. */
export const changesOf = ({ before, after, successors }: Drafts): readonly BlockChange[] => {
  const old = new Map(before.map((block) => [block.block, block])), now = new Map(after.map((block) => [block.block, block]))
  const kept = before.filter(({ block }) => now.has(block)).map(({ block }) => block), order = after.filter(({ block }) => old.has(block)).map(({ block }) => block)
  const steady = longestRising(order.map((block) => kept.indexOf(block))).map((at) => kept[at])
  const stood = new Set(steady)
  const list: BlockChange[] = after.map((block) => {
    const was = old.get(block.block) ?? null
    const named = was === null ? [] : successorsOf(block.block, { after, successors })
    const from = successors.filter(({ successor, block: source }) => successor === block.block && source !== block.block && old.has(source))
    const fate: BlockFate = was === null ? (from.length === 0 ? 'new' : from.length === 1 ? 'split' : 'joined') : was.hash !== block.hash ? (named.length > 1 ? 'split' : from.length > 0 ? 'joined' : 'changed') : stood.has(block.block) ? 'same' : 'moved'
    return { fate, before: was, after: block, successors: named }
  })
  before.forEach((block, at) => {
    if (now.has(block.block)) return
    const named = successorsOf(block.block, { after, successors })
    const previous = before.slice(0, at).reverse().find((one) => list.some((change) => (change.after ?? change.before)?.block === one.block))
    const place = previous === undefined ? 0 : list.findIndex((change) => (change.after ?? change.before)?.block === previous.block) + 1
    list.splice(place, 0, { fate: named.length > 1 ? 'split' : named.length === 1 ? 'joined' : 'removed', before: block, after: null, successors: named })
  })
  return list
}
/** Longest rising run that may skip: those that kept their order; what is outside it has moved. O(n log n). */
const longestRising = (values: readonly number[]): readonly number[] => {
  const tails: number[] = [], before: number[] = []
  values.forEach((value, at) => {
    let low = 0, high = tails.length
    while (low < high) { const mid = (low + high) >> 1; if ((values[tails[mid] ?? 0] ?? 0) < value) low = mid + 1; else high = mid }
    before[at] = low > 0 ? tails[low - 1] ?? -1 : -1
    tails[low] = at
  })
  const run: number[] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) run.unshift(values[at] ?? 0)
  return run
}
/** Blocks whose followers are told: what says something else, is gone, or goes on elsewhere. Not what moved. */
export const changedBlocks = (drafts: Drafts): readonly number[] => changesOf(drafts).filter(({ before, fate }) => before !== null && fate !== 'same' && fate !== 'moved').map(({ before }) => before?.block ?? 0)
