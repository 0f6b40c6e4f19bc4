// How dialog is used: for the catalogue, the tests and the pictures. The values are for show.
import { Button, Buttons } from './button.tsx'
import { Dialog } from './dialog.tsx'
import type { PartExamples } from './example.ts'
import { Form } from './form.tsx'

export const dialogExamples: PartExamples = {
  part: 'dialog',
  title: { bg: 'Въпрос преди действие', en: 'Dialog' },
  says: { bg: 'Отваря се на място, без скрипт.', en: 'Opens in place, without a script.' },
  examples: [{
    key: 'danger',
    says: { bg: 'Преди необратимото', en: 'Before what cannot be undone' },
    draw: (language) => (
      <Dialog id="example-dialog" look="danger" opens={{ bg: 'Изтрий профила…', en: 'Delete the account…' }[language]} question={{ bg: 'Да се изтрие ли профилът на Иванка Петрова?', en: 'Delete the account of Ivanka Petrova?' }[language]}>
        <p>{{ bg: 'Името и адресът ѝ се заличават завинаги. Записите за това какво е направено остават без име.', en: 'Her name and address are erased for ever. The record of what was done stays, without a name.' }[language]}</p>
        <Form action="#dialog"><Buttons><Button look="danger">{{ bg: 'Изтрий профила', en: 'Delete the account' }[language]}</Button></Buttons></Form>
      </Dialog>
    ),
  }],
}
