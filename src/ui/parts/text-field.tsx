// One line of text: words, an address of e-mail, a telephone number. Long texts use Textarea.
import { type FieldFace, FieldShell, tiedTo } from './field.tsx'

type Line = FieldFace & {
  readonly value?: string | undefined
  readonly kind?: 'text' | 'email' | 'tel' | 'url'
  /** what the browser may fill in: 'email', 'name', 'organization'; 'off' for one-time codes */
  readonly autocomplete?: string
  readonly width?: 'full' | 'half' | 'short'
  readonly maxLength?: number
}

export const TextField = (line: Line) => (
  <FieldShell face={line}>
    <input class="ds-input" type={line.kind ?? 'text'} {...tiedTo(line)} value={line.value ?? ''} autocomplete={line.autocomplete}
      maxlength={line.maxLength} data-width={line.width} spellcheck={line.kind === undefined || line.kind === 'text' ? undefined : false} />
  </FieldShell>
)
