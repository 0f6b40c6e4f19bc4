// How error-summary is used: for the catalogue, the tests and the pictures. The values are for show.
import { ErrorSummary } from './error-summary.tsx'
import type { PartExamples } from './example.ts'

export const errorSummaryExamples: PartExamples = {
  part: 'error-summary',
  title: { bg: 'Какво да се поправи', en: 'Error summary' },
  says: { bg: 'Стои над формуляра; всеки ред води до своето поле.', en: 'Stands above the form; each line leads to its field.' },
  examples: [{
    key: 'two',
    says: { bg: 'Две грешки', en: 'Two errors' },
    draw: (language) => (
      <ErrorSummary focus="elsewhere" language={language} problems={[
        { field: 'example-email', text: { bg: 'Напишете адреса изцяло, например ime@example.bg.', en: 'Write the whole address, for example name@example.bg.' } },
        { field: 'example-levels', text: { bg: 'Изберете поне едно ниво.', en: 'Choose at least one level.' } },
      ]} />
    ),
  }],
}
