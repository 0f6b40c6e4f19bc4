// A long text. The limit is said in words and checked by the server, so that nothing pasted is cut off unseen.
import { speak } from '#kernel/speak.ts'
import { type FieldFace, FieldShell, tiedTo } from './field.tsx'

type LongText = FieldFace & { readonly value?: string | undefined; readonly rows?: number; readonly limit?: number; /** where a form that is filled in many times over begins */ readonly focus?: 'here' }

export const Textarea = (text: LongText) => {
  const limit = text.limit === undefined ? undefined : speak(text.language).ui_limit({ count: text.limit })
  const face = { ...text, help: [text.help, limit].filter((part) => part !== undefined).join(' ') || undefined }
  return (
    <FieldShell face={face}>
      <textarea class="ds-input" {...tiedTo(face)} rows={text.rows ?? 6} autofocus={text.focus === 'here' && text.error === undefined}>{text.value ?? ''}</textarea>
    </FieldShell>
  )
}
