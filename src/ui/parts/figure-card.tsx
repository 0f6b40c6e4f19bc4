// A figure at a glance: name, the number large, unit and period, trend, one sentence of comparison, where it is from.
// A missing number is said by its reason in the number's place. The whole card leads on.
import type { Child } from 'hono/jsx'
import { Tag } from './tag.tsx'

export type FigureFace = {
  /** in plain words */
  readonly name: string
  readonly href: string
  readonly value: { readonly number: string } | { readonly missing: string }
  /** „души, 31.12.2024 г.“; beside a missing value it says what would stand here */
  readonly unitAndPeriod: string
  /** a level other than the page's own: „район (NUTS 2)“ is never dressed as the district's */
  readonly level?: string | undefined
  /** whose the number is: green is the home region's and nobody else's; 'region' when absent and there is no level */
  readonly stance?: 'region' | 'other'
  /** a flag or a trap beside the number: „ниска надеждност“ */
  readonly flag?: string | undefined
  /** the small line, from ui/charts */
  readonly trend?: Child
  readonly sentence?: Child
  /** older than three years, starter pack, break in series */
  readonly caution?: string | undefined
  readonly source: string
  readonly heading?: 2 | 3 | 4
}

export const FigureCard = (figure: FigureFace) => {
  const Name = `h${figure.heading ?? 3}` as 'h3'
  return (
    <article class="p-card p-figure" data-level={figure.level === undefined && figure.stance !== 'other' ? undefined : 'other'}>
      <Name class="p-card-name"><a class="p-cover" href={figure.href}>{figure.name}</a></Name>
      {figure.level === undefined ? null : <p class="p-figure-level"><Tag tone="warning">{figure.level}</Tag></p>}
      <p class="p-figure-value">
        {'number' in figure.value
          ? <strong class="p-figure-number" data-length={figure.value.number.length > 8 ? 'long' : undefined}>{figure.value.number}</strong>
          : <strong class="p-figure-missing">{figure.value.missing}</strong>}
        {' '}
        <span class="p-figure-unit">{figure.unitAndPeriod}</span>
        {figure.flag === undefined ? null : <span class="p-figure-flag"> {figure.flag}</span>}
      </p>
      {figure.trend === undefined || figure.trend === null ? null : <div class="p-figure-trend">{figure.trend}</div>}
      {figure.sentence === undefined ? null : <p class="p-figure-sentence">{figure.sentence}</p>}
      {figure.caution === undefined ? null : <p class="p-figure-caution">{figure.caution}</p>}
      <p class="p-figure-source">{figure.source}</p>
    </article>
  )
}
