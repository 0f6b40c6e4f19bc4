// The Basque country (Abadie and Gardeazabal 2003) as Synth 1.1-8 computes it, and our solver against quadprog.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { randomFrom } from '../random.ts'
import { placebosFor } from './placebos.ts'
import { simplexWeights } from './simplex-weights.ts'
import { syntheticControl } from './synthetic-control.ts'

type Solver = { readonly solveQP: (D: number[][], d: number[], A: number[][], b: number[], equalities: number) => { readonly solution: readonly number[] } }
const require = createRequire(import.meta.url)
const quadprog = require('quadprog') as Solver

const folder = join(import.meta.dirname, '../../../../shared/data/reference/synth'), isThere = existsSync(folder)
const columnsOf = (name: string): string[][] => readFileSync(join(folder, name), 'utf8').trim().split('\n').slice(1).map((line) => [...line.matchAll(/"([^"]*)"/g)].map(([, cell = '']) => cell))
/** Outcome 1955–1997 and predictors, the Basque country (17) first, donors in the order of the files. */
const basque = () => {
  const X = columnsOf('basque_X.csv'), w = columnsOf('basque_w.csv'), path = columnsOf('basque_path.csv'), raw = columnsOf('in_basque.csv')
  const units = ['17', ...w.map(([unit]) => unit as string)], years = path.map(([year]) => year as string)
  const amountOf = (unit: string, year: string): number => Number(raw.find((row) => row[0] === unit && row[2] === year)?.[3])
  return {
    panel: { values: Float64Array.from(units.flatMap((unit) => years.map((year) => amountOf(unit, year)))), rows: units.length, columns: years.length },
    predictors: Float64Array.from(units.flatMap((_, at) => X.map((row) => Number(row[at + 1])))), predictorCount: X.length, years,
    importance: Float64Array.from(columnsOf('basque_v.csv'), (row) => Number(row[1])), weights: w.map((row) => Number(row[1])), path: path.map((row) => Number(row[2])),
  }
}
test.skipIf(!isThere)('with V given, the Basque country is 0.851 Cataluña and 0.149 Madrid, all weights to 1e-4, and the path with them (skipped: no ../shared/data)', () => {
  const { panel, predictors, predictorCount, importance, weights, path, years } = basque()
  const found = syntheticControl({ panel, treated: 0, first: years.indexOf('1970') }, { predictors, predictorCount, importance, fitFrom: years.indexOf('1960') })
  weights.forEach((one, j) => { expect(Math.abs((found.weights[j] as number) - one)).toBeLessThan(1e-4) })
  expect([found.weights[8], found.weights[12]].map((one) => Math.round((one as number) * 1000) / 1000)).toEqual([0.851, 0.149])
  path.forEach((one, t) => { expect(found.path[t]).toBeCloseTo(one, 3) })
  expect(found.loss).toBeCloseTo(0.008864629, 6)
  expect(found.balance[0]).toMatchObject({ treated: expect.closeTo(3.321, 3), synthetic: expect.closeTo(7.645, 2) })
})
test.skipIf(!isThere)('our own search for V follows the years before at least as well, and every placebo has its turn (skipped: no ../shared/data)', () => {
  const { panel, predictors, predictorCount, years } = basque(), design = { panel, treated: 0, first: years.indexOf('1970') }
  const options = { predictors, predictorCount, fitFrom: years.indexOf('1960') }, own = syntheticControl(design, options)
  expect(own.loss).toBeLessThanOrEqual(0.008864629 * 1.02)
  const { placebos, p } = placebosFor(design, own, options)
  expect(placebos).toHaveLength(16)
  expect((p as number) * 17).toBeCloseTo(Math.round((p as number) * 17), 9)
  expect(JSON.stringify(syntheticControl(design, options))).toBe(JSON.stringify(own))
})
test('the walk from corner to corner ends where quadprog does', () => {
  const random = randomFrom(3)
  for (let round = 0; round < 60; round += 1) {
    const J = 2 + random.whole(30), k = 1 + random.whole(15), points = Array.from({ length: k }, () => Array.from({ length: J }, () => random.next() * 2 - (round % 2 === 0 ? 1 : 0.3)))
    const gram = new Float64Array(J * J)
    for (let i = 0; i < J; i += 1) for (let j = 0; j < J; j += 1) gram[i * J + j] = points.reduce((sum, row) => sum + (row[i] as number) * (row[j] as number), i === j ? 1e-6 : 0)
    const oneBased = <One>(list: readonly One[]): One[] => [undefined as One, ...list], range = Array.from({ length: J }, (_, i) => i)
    const theirs = quadprog.solveQP(
      oneBased(range.map((i) => oneBased(range.map((j) => gram[i * J + j] as number)))), oneBased(range.map(() => 0)),
      oneBased(range.map((i) => oneBased([1, ...range.map((j) => (i === j ? 1 : 0))]))), oneBased([1, ...range.map(() => 0)]), 1,
    ).solution.slice(1)
    const amountOf = (w: ArrayLike<number>): number => range.reduce((sum, i) => sum + range.reduce((inner, j) => inner + (w[i] as number) * (w[j] as number) * (gram[i * J + j] as number), 0), 0)
    const ours = simplexWeights(gram, J)
    expect(ours.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 10)
    expect(amountOf(ours)).toBeLessThanOrEqual(amountOf(theirs) * (1 + 1e-7) + 1e-12)
  }
})
