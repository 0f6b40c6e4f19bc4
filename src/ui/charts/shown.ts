// The number as it is shown: two values that look alike on the page are alike for ranks, ties and classes.
import type { Quantity } from './quantity-words.ts'

export const toShown = (value: number, quantity: Quantity): number => Number(value.toFixed(quantity.decimals))
