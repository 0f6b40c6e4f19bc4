// What is known about one thing, line by line; a line may lead to where it is changed.
import type { Child } from 'hono/jsx'

export type SummaryLine = {
  readonly name: string
  readonly value: Child
  readonly action?: { readonly name: string; readonly href: string } | undefined
}

export const SummaryList = ({ lines }: { readonly lines: readonly SummaryLine[] }) => (
  <dl class="p-summary">
    {lines.map((line) => (
      <div class="p-summary-line">
        <dt>{line.name}</dt>
        <dd>{line.value}</dd>
        {line.action === undefined ? null : (
          <dd>
            <a class="ds-link" href={line.action.href}>{line.action.name}<span class="p-hidden-text">: {line.name}</span></a>
          </dd>
        )}
      </div>
    ))}
  </dl>
)
