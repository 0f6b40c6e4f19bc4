// A few numbers in one line: the frame of a page's story. For a figure with trend and source use FigureCard.
import type { Child } from 'hono/jsx'

export type Stat = {
  readonly name: string
  readonly value: string
  readonly unitAndPeriod?: string | undefined
  readonly note?: Child
}

export const StatLine = ({ stats }: { readonly stats: readonly Stat[] }) => (
  <dl class="p-stats">
    {stats.map((stat) => (
      <div>
        <dt>{stat.name}</dt>
        <dd class="p-stat-value">{stat.value}</dd>
        {stat.unitAndPeriod === undefined ? null : <dd class="p-note">{stat.unitAndPeriod}</dd>}
        {stat.note === undefined ? null : <dd class="p-note">{stat.note}</dd>}
      </div>
    ))}
  </dl>
)
