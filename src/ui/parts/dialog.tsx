// A question before something that is hard to undo. It opens in place, without script, and the answer is a form or a link;
// closing it again is the same button. For longer matters use a page of its own.
import type { Child } from 'hono/jsx'

export const Dialog = ({ id, opens, look, question, children }: {
  readonly id: string
  /** the words on the button that opens it */
  readonly opens: string
  readonly look?: 'secondary' | 'danger'
  readonly question: string
  /** what happens, and the buttons */
  readonly children: Child
}) => (
  <details class="p-dialog">
    <summary class="ds-button" data-variant="secondary" data-color={look === 'danger' ? 'danger' : undefined}>{opens}</summary>
    <div class="p-dialog-body p-flow" role="group" aria-labelledby={`${id}-question`} data-color={look === 'danger' ? 'danger' : undefined}>
      <p id={`${id}-question`}><strong>{question}</strong></p>
      {children}
    </div>
  </details>
)
