// The subtitle of a chart: what is measured, in which unit, when.
import type { Language } from '#kernel/language.ts'
import type { Period } from '#kernel/period.ts'
import type { Quantity } from './quantity-words.ts'
import { saySpan } from './period-words.ts'

type Measured = {
  readonly what: string
  readonly quantity: Quantity
  readonly span: { readonly first: Period; readonly last: Period }
  readonly language: Language
}

/** „Коефициент на безработица, % от работната сила, 2017–2024 г.“; a unit that the name already says is not said twice. */
export const sayMeasured = ({ what, quantity, span, language }: Measured): string => {
  const isSaid = what.toLowerCase().includes(quantity.words.toLowerCase())
  return [what, ...(quantity.words === '' || isSaid ? [] : [quantity.words]), saySpan(span.first, span.last, language)].join(', ')
}
