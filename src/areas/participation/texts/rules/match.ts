// Which block of the new wording is which of the old: so that numbers last when the whole text was typed anew.
// First those that say the same in the same order, then the same words moved, then the most alike in what is left; the rest are new.
import { diffArrays } from 'diff'
import { hashedText, type Numbered, type Written } from '../rules.ts'
import { wordsOf } from './difference.ts'
import { plainOf } from './plain.ts'

/** Shared words over all words, 0…1 (Dice). Below this a block is a new one. Worked: 3 of 4 words kept → 2·3/(4+4) = 0.75. */
export const alikeEnough = 0.5
const bagOf = (block: Written): ReadonlyMap<string, number> => {
  const bag = new Map<string, number>()
  for (const word of wordsOf(plainOf(block).toLowerCase())) if (/[\p{L}\p{N}]/u.test(word)) bag.set(word, (bag.get(word) ?? 0) + 1)
  return bag
}
const sizeOf = (bag: ReadonlyMap<string, number>): number => { let size = 0; for (const times of bag.values()) size += times; return size }
export const alikeness = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number => {
  const size = sizeOf(one) + sizeOf(other)
  if (size === 0) return 0
  let both = 0
  for (const [word, times] of one) both += Math.min(times, other.get(word) ?? 0)
  return 2 * both / size
}
const mostCompared = 400

export type Matched = { readonly blocks: readonly Numbered[]; readonly next: number }
export const keepNumbers = ({ before, after, next }: { readonly before: readonly Numbered[]; readonly after: readonly Written[]; readonly next: number }): Matched => {
  const given: (number | undefined)[] = after.map(() => undefined)
  const taken = new Set<number>()
  const give = (at: number, block: number): void => { given[at] = block; taken.add(block) }
  let old = 0, now = 0
  for (const { added, removed, value } of diffArrays(before.map(hashedText), after.map(hashedText))) {
    if (!added && !removed) value.forEach((_, index) => { const kept = before[old + index]; if (kept) give(now + index, kept.block) })
    if (!added) old += value.length
    if (!removed) now += value.length
  }
  const free = new Map<string, number[]>()
  for (const block of before) if (!taken.has(block.block)) free.set(hashedText(block), [...(free.get(hashedText(block)) ?? []), block.block])
  after.forEach((written, at) => { if (given[at] === undefined) { const moved = free.get(hashedText(written))?.shift(); if (moved !== undefined) give(at, moved) } })
  const left = before.filter(({ block }) => !taken.has(block)).slice(0, mostCompared).map((block) => ({ block, bag: bagOf(block) }))
  const open = after.map((written, at) => ({ written, at })).filter(({ at }) => given[at] === undefined).slice(0, mostCompared).map((one) => ({ ...one, bag: bagOf(one.written) }))
  const pairs = open.flatMap(({ written, at, bag }) => left.filter(({ block }) => block.kind === written.kind).map((other) => ({ at, block: other.block.block, like: alikeness(bag, other.bag) }))).filter(({ like }) => like >= alikeEnough)
  for (const { at, block } of pairs.sort((one, other) => other.like - one.like || one.at - other.at || one.block - other.block)) if (given[at] === undefined && !taken.has(block)) give(at, block)
  let following = next
  const blocks = after.map((written, at): Numbered => { const block = given[at] ?? following; if (block === following) following += 1; return { ...written, block } })
  return { blocks, next: following }
}
