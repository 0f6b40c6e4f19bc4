// One of several ways on: a name that leads, and what one finds there. The whole card leads where its name leads.
import type { Child } from 'hono/jsx'

type Way = {
  readonly name: string
  readonly href: string
  readonly says?: string | undefined
  /** a small line below: a date, a count, a state */
  readonly foot?: Child
  /** the heading's level in the page's outline */
  readonly level?: 2 | 3 | 4
}

export const Card = ({ name, href, says, foot, level }: Way) => {
  const Name = `h${level ?? 3}` as 'h3'
  return (
    <article class="p-card">
      <Name class="p-card-name"><a class="p-cover" href={href}>{name}</a></Name>
      {says === undefined ? null : <p>{says}</p>}
      {foot === undefined ? null : <div class="p-note">{foot}</div>}
    </article>
  )
}
