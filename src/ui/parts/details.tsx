// What only some want to read, folded in place. Never for what a reader needs to understand a number.
import type { Child } from 'hono/jsx'

export const Details = ({ summary, starts, children }: {
  readonly summary: string
  readonly starts?: 'open' | 'closed'
  readonly children: Child
}) => (
  <details class="p-details" open={starts === 'open'}>
    <summary>{summary}</summary>
    <div class="p-details-body p-flow">{children}</div>
  </details>
)
