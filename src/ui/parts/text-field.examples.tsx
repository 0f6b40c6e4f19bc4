// How text-field is used: for the catalogue, the tests and the pictures. The values are for show.
import type { PartExamples } from './example.ts'
import { TextField } from './text-field.tsx'

export const textFieldExamples: PartExamples = {
  part: 'text-field',
  title: { bg: 'Поле за текст', en: 'Text field' },
  says: { bg: 'Един ред: надпис отгоре, пояснение под него, грешка до полето.', en: 'One line: label above, help under it, error beside the field.' },
  examples: [
    {
      key: 'plain',
      says: { bg: 'С пояснение', en: 'With help' },
      draw: (language) => (
        <TextField language={language} name="example-name" label={{ bg: 'Име на показателя', en: 'Name of the indicator' }[language]}
          help={{ bg: 'С думи, които разбира всеки.', en: 'In words that everybody understands.' }[language]} value={{ bg: 'Предприятия на 1000 жители', en: 'Enterprises per 1,000 people' }[language]} />
      ),
    },
    {
      key: 'wrong',
      says: { bg: 'С грешка: написаното остава', en: 'With an error: what was typed stays' },
      draw: (language) => (
        <TextField language={language} name="example-email" kind="email" autocomplete="email" width="half" label={{ bg: 'Имейл адрес', en: 'E-mail address' }[language]} value="ivanova.example"
          error={{ bg: 'Напишете адреса изцяло, например ime@example.bg.', en: 'Write the whole address, for example name@example.bg.' }[language]} />
      ),
    },
    {
      key: 'optional',
      says: { bg: 'По желание; опасният текст се показва, не се изпълнява', en: 'Optional; dangerous text is shown, not run' },
      draw: (language) => (
        <TextField language={language} name="example-optional" optional width="short" label={{ bg: 'Кратко име', en: 'Short name' }[language]} value={'"><script>alert(1)</script>'} />
      ),
    },
  ],
}
