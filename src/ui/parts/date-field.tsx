// A day, typed as people write it: 25.11.2026. One line instead of a picker, because a picker forgets what it cannot read.
import { speak } from '#kernel/speak.ts'
import { type FieldFace, FieldShell, tiedTo } from './field.tsx'

export const DateField = (day: FieldFace & { readonly value?: string | undefined }) => {
  const face = { ...day, help: [day.help, speak(day.language).ui_date_help()].filter((part) => part !== undefined).join(' ') }
  return (
    <FieldShell face={face}>
      <input class="ds-input p-numbers" type="text" inputmode="numeric" {...tiedTo(face)} value={day.value ?? ''} size={12} autocomplete="off" />
    </FieldShell>
  )
}
