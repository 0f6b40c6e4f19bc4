// A password. Never filled in again after an error, and never shown unless the person asks (the island «reveal»).
import { speak } from '#kernel/speak.ts'
import { type FieldFace, FieldShell, tiedTo } from './field.tsx'

type Secret = FieldFace & { readonly purpose: 'current' | 'new' }

export const PasswordField = (secret: Secret) => {
  const say = speak(secret.language)
  return (
    <FieldShell face={secret}>
      <p-reveal data-show={say.ui_password_show()} data-hide={say.ui_password_hide()}>
        <input class="ds-input" type="password" {...tiedTo(secret)} autocomplete={secret.purpose === 'new' ? 'new-password' : 'current-password'}
          autocapitalize="off" spellcheck={false} data-width="half" />
      </p-reveal>
    </FieldShell>
  )
}
