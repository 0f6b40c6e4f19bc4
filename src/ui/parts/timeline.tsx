// What happened when, the newest first or last as the caller lists it. Dates come as words: the caller knows their precision.
import type { Child } from 'hono/jsx'

export type Moment = {
  readonly when: string
  /** yyyy-mm-dd, yyyy-mm or yyyy where the moment has one */
  readonly datetime?: string | undefined
  readonly title: string
  readonly href?: string | undefined
  readonly children?: Child
}

export const Timeline = ({ moments }: { readonly moments: readonly Moment[] }) => (
  <ol class="p-timeline">
    {moments.map((moment) => (
      <li>
        <p class="p-note p-numbers">{moment.datetime === undefined ? moment.when : <time datetime={moment.datetime}>{moment.when}</time>}</p>
        <div>
          <p><strong>{moment.href === undefined ? moment.title : <a class="ds-link" href={moment.href}>{moment.title}</a>}</strong></p>
          {moment.children}
        </div>
      </li>
    ))}
  </ol>
)
