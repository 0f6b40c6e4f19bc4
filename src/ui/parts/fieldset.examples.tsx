// How fieldset is used: for the catalogue, the tests and the pictures. The values are for show.
import type { PartExamples } from './example.ts'
import { Fieldset } from './fieldset.tsx'
import { NumberField } from './number-field.tsx'

export const fieldsetExamples: PartExamples = {
  part: 'fieldset',
  title: { bg: 'Група полета', en: 'Fieldset' },
  says: { bg: 'Полета, които заедно отговарят на един въпрос.', en: 'Fields that answer one question together.' },
  examples: [{
    key: 'two-numbers',
    says: { bg: 'От и до', en: 'From and to' },
    draw: (language) => (
      <Fieldset legend={{ bg: 'Период', en: 'Period' }[language]} help={{ bg: 'Години, и двете включени.', en: 'Years, both included.' }[language]}>
        <NumberField language={language} name="example-from" whole label={{ bg: 'От година', en: 'From year' }[language]} value="2010" />
        <NumberField language={language} name="example-to" whole label={{ bg: 'До година', en: 'To year' }[language]} value="2024" />
      </Fieldset>
    ),
  }],
}
