// A button that acts, or a link that looks like one because it is the page's next step. Words are verb and noun.
import type { Child } from 'hono/jsx'

type Look = {
  /** one strong button per page; 'danger' is for what cannot be undone */
  readonly look?: 'primary' | 'secondary' | 'quiet' | 'danger'
  readonly children: Child
}
type Acting = Look & { readonly name?: string; readonly value?: string; readonly form?: string; readonly describedBy?: string }
type Leading = Look & { readonly href: string; readonly download?: string }

const face = (look: Look['look']) => ({
  class: 'ds-button',
  'data-variant': look === 'secondary' ? 'secondary' : look === 'quiet' ? 'tertiary' : 'primary',
  'data-color': look === 'danger' ? 'danger' : undefined,
})

export const Button = ({ look, name, value, form, describedBy, children }: Acting) => (
  <button type="submit" {...face(look)} name={name} value={value} form={form} aria-describedby={describedBy}>{children}</button>
)

export const ButtonLink = ({ look, href, download, children }: Leading) => (
  <a {...face(look)} href={href} download={download}>{children}</a>
)

/** Buttons side by side, the strong one first; they stand below each other on a phone. */
export const Buttons = ({ children }: { readonly children: Child }) => <div class="p-buttons">{children}</div>
