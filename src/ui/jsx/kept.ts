// What is drawn of a value that does not change is drawn once: it is kept beside the value and goes with it. No time, no size, no
// key to forget: a value that was read anew after an act is another value. Only for values the readers keep in memory themselves,
// and never for what differs between people.
import { Piece, together } from './jsx-runtime.ts'

const drawings = new WeakMap<object, Map<string, unknown>>()
const encoder = new TextEncoder()
/** Below it, a drawing is cheaper written anew into the text than taken in. */
const worthBytes = 500

/** `name` says what is drawn and everything else that it depends on: `card bg`. */
export const keptDrawing = <T>(of: object, name: string, draw: () => T): T =>
  // To whoever writes a view it is an element like any other.
  keptBeside(of, name, () => toPiece(name, draw())) as T
/** The same for a sentence that takes some reading of figures to say. */
export const keptSentence = <T extends string | null>(of: object, name: string, say: () => T): T => keptBeside(of, `sentence ${name}`, say)

/** And for a value that takes some making and is read only. */
export const keptValue = <T extends object>(of: object, name: string, make: () => T): T => keptBeside(of, `value ${name}`, make)

const keptBeside = <T>(of: object, name: string, make: () => T): T => {
  let drawn = drawings.get(of)
  if (drawn === undefined) drawings.set(of, drawn = new Map())
  const there = drawn.get(name)
  if (there !== undefined) return there as T
  const made = make()
  drawn.set(name, made)
  return made
}
const toPiece = (name: string, drawn: unknown): Piece => {
  const text = String(together(drawn))
  // Such a form is sealed for who sees it, at the moment it is sent.
  if (text.includes('method="post"')) throw new Error(`A form that posts is not kept: ${name}.`)
  return text.length < worthBytes ? new Piece(text) : Piece.of({ bytes: encoder.encode(text) })
}
