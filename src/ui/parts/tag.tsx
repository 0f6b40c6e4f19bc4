// A short mark beside a name: what kind of thing, at which level, „Примерно съдържание“. States use Status.
import type { Child } from 'hono/jsx'

type Mark = { readonly tone?: 'neutral' | 'info' | 'success' | 'warning' | 'danger'; readonly children: Child }

export const Tag = ({ tone, children }: Mark) => <span class="ds-tag" data-color={tone ?? 'neutral'} data-variant="outline">{children}</span>
