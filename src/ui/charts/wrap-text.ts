// Cuts a label into lines that fit a width; never inside a word, never between a number and its unit.
import { type Weight, textWidth } from './text-width.ts'

type Wrapping = { readonly text: string; readonly width: number; readonly fontSize: number; readonly weight?: Weight; readonly lines?: number }

/** Balanced where two lines do: „Велико / Търново“. Beyond `lines` the last one ends with an ellipsis. */
export const wrapText = ({ text, width, fontSize, weight = 'regular', lines = 3 }: Wrapping): readonly string[] => {
  if (textWidth(text, fontSize, weight) <= width) return [text]
  const wrapped: string[] = []
  for (const word of text.split(' ')) {
    const last = wrapped.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && textWidth(longer, fontSize, weight) <= width) wrapped[wrapped.length - 1] = longer
    else wrapped.push(word)
  }
  const kept = wrapped.slice(0, lines)
  if (wrapped.length > lines) kept[lines - 1] = `${kept[lines - 1] ?? ''} …`
  return kept.map((line) => cutToFit({ text: line, width, fontSize, weight }))
}

const cutToFit = ({ text, width, fontSize, weight = 'regular' }: Wrapping): string => {
  if (textWidth(text, fontSize, weight) <= width) return text
  let cut = text.replace(/ ?…$/, '')
  while (cut.length > 1 && textWidth(`${cut}…`, fontSize, weight) > width) cut = cut.slice(0, -1)
  return `${cut.trimEnd()}…`
}
