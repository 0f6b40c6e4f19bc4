// The penalty for the bottleneck against every step of the reference case, and what must hold for any pillars.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bottleneckEffort } from './bottleneck-effort.ts'
import { bottleneckDefaults, indexOf, penaltyForBottleneck } from './penalty-for-bottleneck.ts'
import { singleBottleneck } from './single-bottleneck.ts'

const folder = join(import.meta.dirname, '../../../../shared/data/reference/pfb')
const isThere = existsSync(folder)
const skipped = 'skipped: no ../shared/data'
const table = (name: string): { readonly heads: readonly string[]; readonly names: readonly string[]; readonly cells: readonly (readonly string[])[] } => {
  const [head = '', ...rows] = readFileSync(join(folder, name), 'utf8').trim().split(/\r?\n/)
  return { heads: head.split(',').slice(1), names: rows.map((row) => row.split(',')[0] ?? ''), cells: rows.map((row) => row.split(',').slice(1)) }
}
const flat = (name: string): Float64Array => Float64Array.from(table(name).cells.flat(), Number)
const near = (found: Float64Array, wanted: Float64Array, within: number): void => {
  expect(found).toHaveLength(wanted.length)
  for (let i = 0; i < found.length; i += 1) expect(Math.abs((found[i] as number) - (wanted[i] as number))).toBeLessThanOrEqual(within)
}
const subindices = ['Conn', 'Conn', 'Conn', 'Conn', 'Conn', 'Sust', 'Sust', 'Sust']
const options = { ...bottleneckDefaults, subindices }
const reference = () => {
  const { cells, names, heads } = table('in_pillars.csv')
  return { names, heads, result: penaltyForBottleneck({ values: Float64Array.from(cells.flat(), Number), rows: names.length, columns: heads.length }, options) }
}

test.skipIf(!isThere)(`51 countries and eight pillars come out at every step (${skipped})`, () => {
  const { result, heads, names } = reference()
  const { target_mean: mean, k, cap_p95_type7: caps } = JSON.parse(readFileSync(join(folder, 'parameters.json'), 'utf8')) as { target_mean: number; k: Record<string, number>; cap_p95_type7: Record<string, number> }
  expect(Math.abs((result.targetMean as number) - mean)).toBeLessThan(1e-9)
  near(Float64Array.from(result.powers as number[]), Float64Array.from(heads, (head) => k[head] ?? 0), 1e-8)
  near(Float64Array.from(result.caps as number[]), Float64Array.from(heads, (head) => caps[head] ?? 0), 1e-9)
  near(result.capped, flat('step1_capped_over_max.csv'), 1e-9)
  near(result.equalised, flat('step2_average_equalised.csv'), 1e-9)
  near(result.penalised, flat('step3_penalised.csv'), 1e-9)
  const rows = table('result.csv').cells
  rows.forEach(([plainConn, conn, plainSust, sust, index, plain, bottleneck, value], row) => {
    near(Float64Array.of(result.subindices[0]?.unpenalised[row] ?? 0, result.subindices[0]?.scores[row] ?? 0, result.subindices[1]?.unpenalised[row] ?? 0, result.subindices[1]?.scores[row] ?? 0, result.scores[row] ?? 0, result.unpenalised[row] ?? 0),
      Float64Array.from([plainConn, conn, plainSust, sust, index, plain], Number), 1e-9)
    expect(heads[result.bottlenecks[row] ?? -1]).toBe(bottleneck)
    near(Float64Array.of(result.equalised[row * heads.length + (result.bottlenecks[row] ?? 0)] ?? 0), Float64Array.of(Number(value)), 1e-9)
  })
  expect(rows).toHaveLength(names.length)
})
test.skipIf(!isThere)(`the effort for ten per cent goes to the weakest first, as in the four policy cases (${skipped})`, () => {
  const { result, names, heads } = reference()
  const cases = table('policy_plus10pct_weakest_first.csv')
  cases.names.forEach((name, at) => {
    const row = names.indexOf(name)
    const plan = bottleneckEffort(result.equalised.subarray(row * heads.length, (row + 1) * heads.length), { ...options, rise: 0.1, unit: 1e-4, ceiling: 1 })
    if (typeof plan === 'string') throw new Error(plan)
    near(Float64Array.of(plan.before, plan.after, plan.total, ...plan.added), Float64Array.from(cases.cells[at] ?? [], Number), 1e-3)
    expect(plan.reached).toBe(true)
  })
})
test('a pillar loses 37 % at most: y = (0, 1) gives 0.632', () => {
  const { penalised } = indexOf({ values: Float64Array.of(0, 1), rows: 1, columns: 2 }, { ...options, subindices: ['a', 'a'] })
  expect(penalised[0]).toBe(0)
  expect(penalised[1]).toBeCloseTo(0.6321206, 7)
})
test('without a pillar a region has no index, and no minimum is taken of what is there', () => {
  const result = penaltyForBottleneck({ values: Float64Array.of(1, 2, Number.NaN, 4, 3, 3), rows: 3, columns: 2 }, { ...options, subindices: ['a', 'a'] })
  expect(result.scores[1]).toBeNaN()
  expect(result.penalised.slice(2, 4).every(Number.isNaN)).toBe(true)
  expect(result.bottlenecks[1]).toBe(-1)
  expect(result.scores[0]).toBeGreaterThan(0)
})
test('nothing, below nought, nothing but nought, nothing but ones: a reason each', () => {
  const powersOf = (...values: number[]) => penaltyForBottleneck({ values: Float64Array.from(values), rows: values.length / 2, columns: 2 }, { ...options, subindices: ['a', 'a'] }).powers
  expect(powersOf()).toEqual(['no-data', 'no-data'])
  expect(powersOf(1, -1, 2, 3)[1]).toBe('out-of-domain')
  expect(powersOf(1, 0, 2, 0)[1]).toBe('zero-denominator')
  expect(powersOf(1, 5, 2, 5)[1]).toBe('no-convergence')
})
test('a ceiling counts what exceeds it less and leaves the rest: c = 0.2, y = 0.7 and 0.1', () => {
  const { values } = singleBottleneck({ values: Float64Array.of(0.2, 0.7, 0.1, Number.NaN, 1, 1), rows: 2, columns: 3 }, 0)
  expect([values[0], values[2]]).toEqual([0.2, 0.1])
  expect(values[1]).toBeCloseTo(0.5934693, 7)
  expect(values.slice(3).every(Number.isNaN)).toBe(true)
})
test('nobody gains by the penalty, equal pillars lose nothing, and every pillar has the same mean', () => {
  fc.assert(fc.property(fc.array(fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 3, maxLength: 3 }), { minLength: 4, maxLength: 12 }), (rows) => {
    const result = penaltyForBottleneck({ values: Float64Array.from(rows.flat()), rows: rows.length, columns: 3 }, { ...options, subindices: ['a', 'a', 'b'] })
    if (result.powers.some((one) => typeof one !== 'number')) return
    for (let i = 0; i < result.penalised.length; i += 1) expect(result.penalised[i]).toBeLessThanOrEqual((result.equalised[i] as number) + 1e-12)
    for (const column of [0, 1, 2]) {
      const own = rows.map((_, row) => result.equalised[row * 3 + column] as number)
      expect(own.reduce((all, one) => all + one, 0) / rows.length).toBeCloseTo(result.targetMean as number, 6)
    }
  }))
  expect(indexOf({ values: Float64Array.of(0.4, 0.4, 0.4), rows: 1, columns: 3 }, { ...options, subindices: ['a', 'a', 'b'] }).scores[0]).toBeCloseTo(40, 12)
})
test('where every pillar is at the top already, the goal is not reached and that is said', () => {
  const plan = bottleneckEffort(Float64Array.of(0.95, 1), { ...options, subindices: ['a', 'a'], rise: 0.1, unit: 1e-3, ceiling: 1 })
  expect(plan).toMatchObject({ reached: false })
  expect(bottleneckEffort(Float64Array.of(0, 0), { ...options, subindices: ['a', 'a'], rise: 0.1, unit: 1e-3, ceiling: 1 })).toBe('zero-denominator')
  expect(bottleneckEffort(Float64Array.of(0, Number.NaN), { ...options, subindices: ['a', 'a'], rise: 0.1, unit: 1e-3, ceiling: 1 })).toBe('no-data')
})
