// A form that posts. The door fills the guard (signed time, trap for robots) into the slot when it sends the page:
// a view is a function of values and knows neither the clock nor the secret.
import type { Child } from 'hono/jsx'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'

export const formTimeField = 'form_time'
/** A person never sees it; what is typed here was typed by a program. */
export const trapField = 'web_address'
/** Replaced in the finished HTML by the same input with a signed time. What users type is escaped and cannot look like it. */
export const formTimeSlot = `<input type="hidden" name="${formTimeField}" value=""/>`

type Posting = {
  readonly language: Language
  readonly action: string
  readonly children: Child
  readonly hidden?: readonly { readonly name: string; readonly value: string }[]
  /** 'files' when a file goes with it */
  readonly carries?: 'text' | 'files'
  readonly id?: string
}

export const Form = ({ language, action, hidden, carries, id, children }: Posting) => (
  <form class="p-form" method="post" action={action} id={id} enctype={carries === 'files' ? 'multipart/form-data' : undefined} novalidate>
    <input type="hidden" name={formTimeField} value="" />
    {(hidden ?? []).map((field) => <input type="hidden" name={field.name} value={field.value} />)}
    <div class="p-trap" aria-hidden="true">
      <label>{speak(language).ui_trap()} <input type="text" name={trapField} value="" tabindex={-1} autocomplete="off" /></label>
    </div>
    {children}
  </form>
)
