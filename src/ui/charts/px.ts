// Pixels of a drawing: rounded to a tenth, which is finer than a screen and keeps files small and golden.
import { area, line } from 'd3-shape'

export const px = (length: number): number => {
  const rounded = Math.round(length * 10) / 10
  return rounded === 0 ? 0 : rounded
}

export type Dot = { readonly x: number; readonly y: number }
export type Band = { readonly x: number; readonly low: number; readonly high: number }

const straight = line<Dot>().x((dot) => dot.x).y((dot) => dot.y).digits(1)
const between = area<Band>().x((step) => step.x).y0((step) => step.low).y1((step) => step.high).digits(1)

/** Straight pieces only: a statistical line promises nothing between its points. */
export const linePath = (dots: readonly Dot[]): string => straight(dots as Dot[]) ?? ''
export const bandPath = (steps: readonly Band[]): string => between(steps as Band[]) ?? ''
