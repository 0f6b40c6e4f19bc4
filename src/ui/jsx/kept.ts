// What is drawn of a value that does not change is drawn once: it is kept beside the value and goes with it. No time, no size, no
// key to forget: a value that was read anew after an act is another value. Only for values the readers keep in memory themselves,
// and never for what differs between people.
const drawings = new WeakMap<object, Map<string, unknown>>()

/** `name` says what is drawn and everything else that it depends on: `card bg`. */
export const keptDrawing = <T>(of: object, name: string, draw: () => T): T => {
  let drawn = drawings.get(of)
  if (drawn === undefined) drawings.set(of, drawn = new Map())
  const there = drawn.get(name)
  if (there !== undefined) return there as T
  const made = draw()
  settle(made)
  drawn.set(name, made)
  return made
}
/** Text put together from thousands of parts stays thousands of parts until somebody reads it whole: done here once, else every
 *  page that takes it in would walk through them again. A search is what makes the engine join them. */
const settle = (made: unknown): void => {
  const { html } = (made ?? {}) as { readonly html?: unknown }
  if (typeof html === 'string') nowhere.test(html)
}
const nowhere = /\u0000/
