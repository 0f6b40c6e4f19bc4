// The number as it is shown: two values that look alike on the page are alike for ranks, ties and classes.
import type { Measure } from './measure.ts'

export const toShown = (value: number, measure: Measure): number => Number(value.toFixed(measure.decimals))
