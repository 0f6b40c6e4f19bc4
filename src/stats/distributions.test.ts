// Our own distribution functions against values of forty digits (mpmath 1.3) and the tables every textbook prints.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as distributions from './distributions.ts'

type Named = Readonly<Record<string, (...given: readonly number[]) => number>>
const named = distributions as unknown as Named
const isClose = (got: number, wanted: number): boolean => Math.abs(got - wanted) <= 1e-12 * Math.max(Math.abs(wanted), 1e-290)

const probabilities: readonly (readonly [string, readonly number[], number])[] = [
  ['normalBelow', [-8], 6.220960574271784e-16], ['normalBelow', [-3], 0.0013498980316300946], ['normalBelow', [-1], 0.15865525393145705],
  ['normalBelow', [0], 0.5], ['normalBelow', [0.5], 0.6914624612740131], ['normalBelow', [1.96], 0.9750021048517795],
  ['normalBelow', [5], 0.9999997133484281], ['normalAbove', [30], 4.906713927148187e-198],
  ['tBelow', [-2, 1], 0.14758361765043326], ['tBelow', [1.5, 3], 0.8847080673775884], ['tBelow', [2.5, 10], 0.9842765778816956],
  ['tBelow', [-4, 7.5], 0.0022530551750925888], ['tBelow', [0.01, 200], 0.5039843724233595], ['tBelow', [12, 5], 0.9999645525374142],
  ['tTwoSided', [25, 8], 7.0114937133198835e-9],
  ['chiSquareBelow', [0.5, 1], 0.5204998778130465], ['chiSquareBelow', [3, 2], 0.7768698398515702], ['chiSquareBelow', [20, 10], 0.970747311923039],
  ['chiSquareBelow', [950, 1000], 0.13087593425431157], ['chiSquareBelow', [0.001, 3], 8.40791905804616e-6],
  ['chiSquareAbove', [200, 12], 3.26145636672047e-36],
  ['fBelow', [1.2, 3, 10], 0.6408634447756051], ['fBelow', [4, 1, 5], 0.8980605211701417], ['fBelow', [0.3, 20, 30], 0.003339053116304238],
  ['fBelow', [2.5, 7, 2], 0.6847184505954041], ['fAbove', [50, 4, 20], 3.8904822842434567e-10],
  ['betaBelow', [0.5, 2, 3], 0.6875], ['betaBelow', [0.1, 0.5, 0.5], 0.20483276469913345], ['betaBelow', [0.9, 10, 2], 0.6973568802],
  ['betaBelow', [0.3, 300, 700], 0.503671182860768], ['betaBelow', [0.01, 0.2, 5], 0.5846698531754058],
]
const quantiles: readonly (readonly [string, readonly number[], number])[] = [
  ['normalQuantile', [1e-10], -6.361340902404057], ['normalQuantile', [0.025], -1.9599639845400543], ['normalQuantile', [0.3], -0.5244005127080408],
  ['normalQuantile', [0.9], 1.2815515655446006], ['normalQuantile', [0.9999], 3.7190164854557084],
  ['tQuantile', [0.975, 1], 12.706204736174692], ['tQuantile', [0.975, 10], 2.2281388519862744], ['tQuantile', [0.9, 4], 1.533206274058944],
  ['tQuantile', [0.995, 30], 2.749995653567225], ['tQuantile', [0.001, 2.5], -13.822193110865966],
  ['chiSquareQuantile', [0.95, 1], 3.8414588206941245], ['chiSquareQuantile', [0.01, 3], 0.11483180189911704],
  ['chiSquareQuantile', [0.5, 10], 9.341817765591967], ['chiSquareQuantile', [0.99, 100], 135.80672317102676],
  ['fQuantile', [0.95, 3, 10], 3.708264819046843], ['fQuantile', [0.99, 1, 20], 8.095958064085695], ['fQuantile', [0.05, 6, 4], 0.22057151644633366],
  ['betaQuantile', [0.025, 3, 8], 0.06673951117773447], ['betaQuantile', [0.5, 0.5, 0.5], 0.5], ['betaQuantile', [0.975, 40, 2], 0.9940368817589572],
]

test.each(probabilities)('%s of %j has twelve true digits', (name, given, wanted) => {
  const got = named[name]?.(...given) ?? Number.NaN
  expect(isClose(got, wanted), `${got} for ${wanted}`).toBe(true)
})
test.each(quantiles)('%s of %j has twelve true digits', (name, given, wanted) => {
  const got = named[name]?.(...given) ?? Number.NaN
  expect(isClose(got, wanted), `${got} for ${wanted}`).toBe(true)
})
test('what is below and what is above make one, and the quantile of a probability is where it was taken', () => {
  fc.assert(fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), (share, first, second) => {
    const { betaAbove, betaBelow, betaQuantile, chiSquareAbove, chiSquareBelow, chiSquareQuantile, fAbove, fBelow, fQuantile, tBelow, tQuantile } = distributions
    expect(tBelow(tQuantile(share, first), first)).toBeCloseTo(share, 11)
    const x = chiSquareQuantile(share, first), f = fQuantile(share, first, second), b = betaQuantile(share, first / 2, second / 2)
    expect([chiSquareBelow(x, first), 1 - chiSquareAbove(x, first), fBelow(f, first, second), 1 - fAbove(f, first, second)].every((one) => Math.abs(one - share) < 1e-11)).toBe(true)
    expect(betaBelow(b, first / 2, second / 2) + betaAbove(b, first / 2, second / 2)).toBeCloseTo(1, 14)
    expect(betaBelow(b, first / 2, second / 2)).toBeCloseTo(share, 11)
  }), { numRuns: 60 })
})
test('the ends: nothing is beyond infinity, everything above minus infinity, and far out p is 0 and no nonsense', () => {
  expect([distributions.tTwoSided(1e308, 3), distributions.normalAbove(1e308), distributions.normalBelow(1e308), distributions.chiSquareAbove(1e308, 2), distributions.fBelow(1e308, 2, 2)])
    .toEqual([0, 0, 1, 0, 1])
  expect([distributions.fBelow(0, 2, 2), distributions.chiSquareAbove(0, 2), distributions.betaBelow(1, 2, 2), distributions.betaAbove(0, 2, 2)]).toEqual([0, 1, 1, 1])
})
test('a share of 0, of 1, or no degrees of freedom is a mistake of the caller', () => {
  expect(() => distributions.normalQuantile(1)).toThrow('between 0 and 1')
  expect(() => distributions.tQuantile(0, 3)).toThrow('between 0 and 1')
  expect(() => distributions.tTwoSided(1, 0)).toThrow('degrees of freedom must be above 0')
})
