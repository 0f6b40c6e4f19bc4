// The page's own grid: heading, sections, columns, cards side by side. Only places; what stands in them comes from others.
import type { Child } from 'hono/jsx'

/** The one h1 of a page: a sentence that says what is seen, and below it one that says what for. */
export const PageHeading = ({ title, lead, kicker, level, children }: {
  readonly title: string
  readonly lead?: string | undefined
  /** what kind of thing this is: „Показател“, „Набор от данни“ */
  readonly kicker?: string | undefined
  /** 1, but where a page shows the heading of another, as the catalogue does */
  readonly level?: 1 | 4
  readonly children?: Child
}) => {
  const Title = `h${level ?? 1}` as 'h1'
  return (
    <div class="p-heading">
      {kicker === undefined ? null : <p class="p-heading-kicker">{kicker}</p>}
      <Title>{title}</Title>
      {lead === undefined ? null : <p data-lead>{lead}</p>}
      {children}
    </div>
  )
}

/** Opens with a line and a heading; `aside` stands at the heading's right: a link or a count.
 *  Where figures stand in it, `look` figures: its own heading is a small label, and the sentences of the charts speak. */
export const Section = ({ id, title, aside, look, children }: {
  readonly id: string
  readonly title: string
  readonly aside?: Child
  readonly look?: 'figures'
  readonly children: Child
}) => (
  <section class="p-section p-flow" id={id} data-look={look} aria-labelledby={`${id}-title`}>
    <div class="p-section-head">
      <h2 id={`${id}-title`}>{title}</h2>
      {aside === undefined ? null : <p class="p-note">{aside}</p>}
    </div>
    {children}
  </section>
)

/** A section of a long page that a phone folds: in HTML it stands open, the island `fold` closes all but the first on a narrow window. */
export const FoldedSection = ({ id, title, count, aside, children }: {
  readonly id: string
  readonly title: string
  /** how much is in it: said while it is folded too */
  readonly count?: string
  readonly aside?: Child
  readonly children: Child
}) => (
  <details class="p-section p-fold" id={id} open>
    <summary class="p-section-head"><h2>{title}</h2>{count === undefined ? null : <span class="p-note p-numbers">{count}</span>}</summary>
    <div class="p-flow">
      {aside === undefined ? null : <p class="p-note">{aside}</p>}
      {children}
    </div>
  </details>
)

/** Things of one kind side by side, as many as fit; `least` is the narrowest that one may become. */
export const Grid = ({ least, children }: { readonly least?: 'narrow' | 'normal' | 'wide'; readonly children: Child }) => (
  <div class="p-grid" data-least={least === 'normal' ? undefined : least}>{children}</div>
)

/** The matter, and what stands beside it; below each other on a phone. */
export const Columns = ({ parts, children }: { readonly parts?: 'equal' | 'main-first'; readonly children: Child }) => (
  <div class="p-columns" data-parts={parts === 'equal' ? 'equal' : undefined}>{children}</div>
)
export const Column = ({ children }: { readonly children: Child }) => <div class="p-flow">{children}</div>

/** Small things side by side in one line: tags, states, links. */
export const Row = ({ children }: { readonly children: Child }) => <div class="p-row">{children}</div>
