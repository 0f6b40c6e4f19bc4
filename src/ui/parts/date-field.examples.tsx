// How date-field is used: for the catalogue, the tests and the pictures. The values are for show.
import { DateField } from './date-field.tsx'
import type { PartExamples } from './example.ts'

export const dateFieldExamples: PartExamples = {
  part: 'date-field',
  title: { bg: 'Дата', en: 'Date' },
  says: { bg: 'Както се пише на ръка; невъзможната дата остава, за да се поправи.', en: 'As one writes it by hand; an impossible date stays, to be corrected.' },
  examples: [{
    key: 'wrong',
    says: { bg: 'С грешка', en: 'With an error' },
    draw: (language) => <DateField language={language} name="example-day" label={{ bg: 'Дата на изданието', en: 'Date of the release' }[language]} value="31.02.2026" error={{ bg: 'Февруари няма 31-ви ден.', en: 'February has no 31st.' }[language]} />,
  }],
}
