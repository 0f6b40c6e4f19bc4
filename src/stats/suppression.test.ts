import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hideSmall, hideSmallCross, leastShown } from './suppression.ts'

const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0)

/** The reader who tries everything: which numbers a hidden cell could have, from all that is shown. Independent of the rule. */
const possible = (counts: readonly (readonly number[])[], hidden: ReturnType<typeof hideSmallCross>, most: number): readonly Set<number>[] => {
  const height = counts.length, width = counts[0]?.length ?? 0
  const spots = counts.flatMap((row, r) => row.flatMap((_, c) => (hidden.cells[r]?.[c] ? [[r, c] as const] : [])))
  const table = counts.map((row) => [...row])
  const seen = spots.map(() => new Set<number>())
  const fits = (): boolean => table.every((row, r) => hidden.rowTotals[r] || sum(row) === sum(counts[r] ?? []))
    && Array.from({ length: width }, (_, c) => c).every((c) => hidden.columnTotals[c] || sum(table.map((row) => row[c] ?? 0)) === sum(counts.map((row) => row[c] ?? 0)))
    && (hidden.total || sum(table.map(sum)) === sum(counts.map(sum)))
  const tryAll = (at: number): void => {
    const spot = spots[at]
    if (spot === undefined) { if (fits()) spots.forEach(([r, c], i) => seen[i]?.add(table[r]?.[c] ?? 0)); return }
    const row = table[spot[0]] as number[]
    for (let value = 0; value <= most; value += 1) { row[spot[1]] = value; tryAll(at + 1) }
  }
  if (height > 0) tryAll(0)
  return seen
}

test('SU4 under five is hidden, and a second one where the total would give it away', () => {
  expect(hideSmall([12, 9, 3])).toEqual({ cells: [false, true, true], total: false })
  expect(hideSmall([12, 9, 7])).toEqual({ cells: [false, false, false], total: false })
  expect(hideSmall([12, 4, 3])).toEqual({ cells: [false, true, true], total: false })
})
test('SU4 where two hold everybody, both are hidden; a list of four people tells not even how many', () => {
  expect(hideSmall([20, 1])).toEqual({ cells: [true, true], total: false })
  expect(hideSmall([2, 1, 1])).toEqual({ cells: [true, true, true], total: true })
})
test('SU4 nobody is a small number too: nought beside nought tells when the rest is shown', () => {
  const { cells, total } = hideSmall([10, 0, 0])
  expect({ cells, total }).toEqual({ cells: [true, true, true], total: false })
})
test('SU4 where silence is what a table is for, nought is said, and whoever is hidden could still be two numbers', () => {
  expect(hideSmall([0, 12, 9, 3], { nought: 'said' })).toEqual({ cells: [false, false, true, true], total: false })
  expect(hideSmall([0, 0, 3], { nought: 'said' })).toEqual({ cells: [false, false, true], total: true })
  expect(hideSmall([0, 10, 1, 1], { nought: 'said' }).cells, 'one and one of two are known').toEqual([false, true, true, true])
  expect(hideSmall([0, 0], { nought: 'said' })).toEqual({ cells: [false, false], total: false })
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 }), (counts) => {
    const { cells, total } = hideSmall(counts, { nought: 'said' })
    counts.forEach((count, at) => { expect(cells[at] === true || count === 0 || count >= leastShown).toBe(true); if (count === 0) expect(cells[at]).toBe(false) })
    const hidden = counts.filter((_, at) => cells[at])
    // With the total shown: at least two, and not all of them the one they must be.
    if (!total && hidden.length > 0) expect(hidden.length > 1 && sum(hidden) > hidden.length).toBe(true)
  }), { numRuns: 1000 })
})
test('SU4 no hidden cell of a list can be worked out: every one could be at least two numbers', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 2, maxLength: 6 }), (counts) => {
    const { cells, total } = hideSmall(counts)
    counts.forEach((count, at) => { if (count < leastShown) expect(cells[at]).toBe(true) })
    if (sum(counts) < leastShown) expect(total).toBe(true)
    if (total) return
    const hiddenSum = sum(counts.filter((_, at) => cells[at]))
    const hiddenCells = cells.filter(Boolean).length
    if (hiddenCells > 0) { expect(hiddenCells).toBeGreaterThan(1); expect(hiddenSum).toBeGreaterThan(0) }
  }), { numRuns: 2000 })
})
test('SU4 no suppressed cell is recomputable by subtraction: whoever tries every number finds at least two that fit', () => {
  const small = fc.tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 })).chain(([height, width]) => fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: width, maxLength: width }), { minLength: height, maxLength: height }))
  fc.assert(fc.property(small, (counts) => {
    const hidden = hideSmallCross(counts)
    counts.forEach((row, r) => row.forEach((count, c) => { if (count < leastShown) expect(hidden.cells[r]?.[c]).toBe(true) }))
    if (hidden.cells.flat().filter(Boolean).length > 6) return
    for (const numbers of possible(counts, hidden, 7)) expect(numbers.size).toBeGreaterThan(1)
  }), { numRuns: 100 })
})
test('SU4 in larger tables every row and column that shows its total hides none or at least two, and small totals are hidden', () => {
  const large = fc.tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 2, max: 9 })).chain(([height, width]) => fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: width, maxLength: width }), { minLength: height, maxLength: height }))
  fc.assert(fc.property(large, (counts) => {
    const hidden = hideSmallCross(counts)
    counts.forEach((row, r) => { if (sum(row) < leastShown) expect(hidden.rowTotals[r]).toBe(true); if (!hidden.rowTotals[r]) expect(hidden.cells[r]?.filter(Boolean).length).not.toBe(1) })
    for (let c = 0; c < (counts[0]?.length ?? 0); c += 1) if (!hidden.columnTotals[c]) expect(hidden.cells.filter((row) => row[c]).length).not.toBe(1)
  }), { numRuns: 200 })
})
test('SU4 one small cell costs three others, the smallest ring there is', () => {
  expect(hideSmallCross([[2, 10, 30], [12, 11, 40], [50, 60, 70]]).cells).toEqual([[true, true, false], [true, true, false], [false, false, false]])
})
test('a table without small cells hides nothing', () => {
  expect(hideSmallCross([[5, 6], [7, 8]])).toEqual({ cells: [[false, false], [false, false]], rowTotals: [false, false], columnTotals: [false, false], total: false })
})
