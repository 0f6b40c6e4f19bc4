// A form that posts. What guards it (signed time, a field that no person fills) the door puts in when it sends the page:
// a view is a function of values and knows neither the clock nor the secret.
import type { Child } from 'hono/jsx'

type Posting = {
  readonly action: string
  readonly children: Child
  readonly hidden?: readonly { readonly name: string; readonly value: string }[]
  /** 'files' when a file goes with it */
  readonly carries?: 'text' | 'files'
  readonly id?: string
}

export const Form = ({ action, hidden, carries, id, children }: Posting) => (
  <form class="p-form" method="post" action={action} id={id} enctype={carries === 'files' ? 'multipart/form-data' : undefined} novalidate>
    {(hidden ?? []).map((field) => <input type="hidden" name={field.name} value={field.value} />)}
    {children}
  </form>
)
