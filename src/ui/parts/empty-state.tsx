// Nothing here yet: what will stand here, why it is empty, and the one thing to do.
import type { Child } from 'hono/jsx'

export const EmptyState = ({ title, why, level, children }: {
  readonly title: string
  readonly why: string
  readonly level?: 2 | 3 | 4
  /** the one thing to do: a button or a link */
  readonly children?: Child
}) => {
  const Title = `h${level ?? 3}` as 'h3'
  return (
    <div class="p-empty p-flow">
      <Title>{title}</Title>
      <p>{why}</p>
      {children}
    </div>
  )
}
