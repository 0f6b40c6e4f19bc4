// What might have been decided otherwise in an index, as factors that a number between 0 and 1 turns: for intervals of ranks and for
// saying which decision matters.
import { randomFrom } from '../random.ts'
import type { Aggregation } from './aggregation.ts'
import type { Imputation } from './imputation.ts'
import { type IndexRecord, levelsOf } from './index-record.ts'
import type { Normalisation } from './normalisation.ts'

export type Factor =
  | { readonly kind: 'imputation'; readonly choices: readonly Imputation[] }
  | { readonly kind: 'winmax'; readonly choices: readonly number[] }
  /** with or without the treatment of outliers */
  | { readonly kind: 'treatment'; readonly choices: readonly ('treated' | 'untreated')[] }
  | { readonly kind: 'normalisation'; readonly choices: readonly Normalisation[] }
  /** every weight at these levels (0 indicators, 1 the groups above them …) times 1 ± spread */
  | { readonly kind: 'weights'; readonly levels: readonly number[]; readonly spread: number }
  | { readonly kind: 'aggregation'; readonly choices: readonly (readonly Aggregation[])[] }
  /** none, or one indicator (or group below the index) that does not count */
  | { readonly kind: 'leave-one-out'; readonly of: 'indicators' | 'groups' }

/** The choice that u falls on: ⌊u·n⌋, never by the range of a sample. */
const choiceOf = <One>(choices: readonly One[], u: number): One => {
  if (choices.length === 0) throw new Error('factors: a factor without a choice')
  return choices[Math.min(choices.length - 1, Math.floor(u * choices.length))] as One
}

/** `u` one number in [0, 1) per factor. The same u gives the same record. Weights: each gets its own draw from a generator seeded by u. */
export const turnFactors = (record: IndexRecord, factors: readonly Factor[], u: Float64Array): IndexRecord => factors.reduce((now, factor, at) => turnOne(now, factor, u[at] as number), record)

const turnOne = (record: IndexRecord, factor: Factor, u: number): IndexRecord => {
  const withSteps = (steps: Partial<IndexRecord['steps']>): IndexRecord => ({ ...record, steps: { ...record.steps, ...steps } })
  switch (factor.kind) {
    case 'imputation': {
      const choice = choiceOf(factor.choices, u)
      return withSteps({ imputation: choice.kind === 'chained' ? { ...choice, seed: (choice.seed ^ Math.floor(u * 2 ** 32)) >>> 0 } : choice })
    }
    case 'winmax': return record.steps.treatment === null ? record : withSteps({ treatment: { ...record.steps.treatment, winmax: choiceOf(factor.choices, u) } })
    case 'treatment': return choiceOf(factor.choices, u) === 'untreated' ? withSteps({ treatment: null }) : record
    case 'normalisation': return withSteps({ normalisation: choiceOf(factor.choices, u) })
    case 'aggregation': return withSteps({ aggregation: choiceOf(factor.choices, u) })
    case 'weights': return withWeights(record, factor, u)
    case 'leave-one-out': {
      const keys = factor.of === 'indicators' ? record.indicators.map(({ key }) => key) : record.groups.filter(({ parent }) => parent !== null).map(({ key }) => key)
      const out = choiceOf([null, ...keys], u)
      return out === null ? record : withSteps({ leftOut: [...record.steps.leftOut, out] })
    }
  }
}
const withWeights = (record: IndexRecord, { levels, spread }: { readonly levels: readonly number[]; readonly spread: number }, u: number): IndexRecord => {
  const chance = randomFrom(Math.floor(u * 2 ** 32))
  const isEqual = record.steps.weighting === 'equal'
  const noisy = (weight: number): number => (isEqual ? 1 : weight) * (1 + spread * (2 * chance.next() - 1))
  const plain = (weight: number): number => (isEqual ? 1 : weight)
  const level = levelsOf(record)
  return {
    indicators: levels.includes(0) ? record.indicators.map((one) => ({ ...one, weight: noisy(one.weight) })) : isEqual ? record.indicators.map((one) => ({ ...one, weight: plain(one.weight) })) : record.indicators,
    groups: record.groups.map((one) => ({ ...one, weight: one.parent !== null && levels.includes(level.get(one.key) ?? 0) ? noisy(one.weight) : plain(one.weight) })),
    steps: { ...record.steps, weighting: 'stated' },
  }
}
