// How password-field is used: for the catalogue, the tests and the pictures. The values are for show.
import type { PartExamples } from './example.ts'
import { PasswordField } from './password-field.tsx'

export const passwordFieldExamples: PartExamples = {
  part: 'password-field',
  title: { bg: 'Парола', en: 'Password' },
  says: { bg: 'Никога не се връща попълнена.', en: 'Never comes back filled in.' },
  examples: [{
    key: 'new',
    says: { bg: 'Нова парола', en: 'A new password' },
    draw: (language) => <PasswordField language={language} name="example-password" purpose="new" label={{ bg: 'Нова парола', en: 'New password' }[language]} help={{ bg: 'Поне 15 знака. Няколко думи са по-добри от знаци, които се забравят.', en: 'At least 15 characters. A few words are better than signs one forgets.' }[language]} />,
  }],
}
