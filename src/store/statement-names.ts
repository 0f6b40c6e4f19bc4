// Which statements are prepared: those that keep coming back. Each connection parses and plans them once.
const seen = new Map<string, { uses: number; name: string | undefined }>()
let named = 0
const usesBeforeNaming = 4
const mostNamed = 400
const mostSeen = 5_000

/** A name for a statement worth preparing, or undefined. Lists of changing length (`in ($1, $2 …)`) never use up the names of others. */
export const nameOf = (statement: string): string | undefined => {
  const known = seen.get(statement)
  if (!known) {
    if (seen.size >= mostSeen) for (const [text, { name }] of seen) if (!name) seen.delete(text)
    if (seen.size < mostSeen) seen.set(statement, { uses: 1, name: undefined })
    return undefined
  }
  if (!known.name && ++known.uses > usesBeforeNaming && named < mostNamed) known.name = `q${named++}`
  return known.name
}
