// How number-field is used: for the catalogue, the tests and the pictures. The values are for show.
import type { PartExamples } from './example.ts'
import { NumberField } from './number-field.tsx'

export const numberFieldExamples: PartExamples = {
  part: 'number-field',
  title: { bg: 'Число', en: 'Number' },
  says: { bg: 'С мерната единица до него; „1,5“ и „1.5“ се приемат.', en: 'With its unit beside it; “1,5” and “1.5” are both taken.' },
  examples: [{
    key: 'unit',
    says: { bg: 'С мерна единица', en: 'With a unit' },
    draw: (language) => <NumberField language={language} name="example-target" label={{ bg: 'Целева стойност', en: 'Target' }[language]} value={{ bg: '72,5', en: '72.5' }[language]} unit="%" />,
  }],
}
