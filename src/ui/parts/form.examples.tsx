// How form is used: for the catalogue, the tests and the pictures. The values are for show.
import { Button, Buttons } from './button.tsx'
import type { PartExamples } from './example.ts'
import { Form } from './form.tsx'
import { TextField } from './text-field.tsx'

export const formExamples: PartExamples = {
  part: 'form',
  title: { bg: 'Формуляр', en: 'Form' },
  says: { bg: 'Една колона; изпраща се без скрипт.', en: 'One column; sends without a script.' },
  examples: [{
    key: 'short',
    says: { bg: 'Кратък формуляр', en: 'A short form' },
    draw: (language) => (
      <Form action="#form">
        <TextField language={language} name="example-sender" autocomplete="name" label={{ bg: 'Име', en: 'Name' }[language]} />
        <Buttons><Button>{{ bg: 'Изпрати въпроса', en: 'Send the question' }[language]}</Button></Buttons>
      </Form>
    ),
  }],
}
