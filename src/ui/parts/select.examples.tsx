// How select is used: for the catalogue, the tests and the pictures. The values are for show.
import type { PartExamples } from './example.ts'
import { Select } from './select.tsx'

export const selectExamples: PartExamples = {
  part: 'select',
  title: { bg: 'Избор от списък', en: 'Select' },
  says: { bg: 'За повече от седем възможности, които човек познава.', en: 'For more than seven choices that people know.' },
  examples: [{
    key: 'groups',
    says: { bg: 'С групи', en: 'With groups' },
    draw: (language) => (
      <Select language={language} name="example-region" value="LIP02" label={{ bg: 'Територия', en: 'Territory' }[language]} blank={{ bg: 'Изберете', en: 'Choose' }[language]} options={[]}
        groups={[
          { name: { bg: 'Области', en: 'Districts' }[language], options: [{ value: 'LIP', name: { bg: 'Област Липова', en: 'Lipova District' }[language] }] },
          { name: { bg: 'Общини', en: 'Municipalities' }[language], options: [{ value: 'LIP01', name: { bg: 'Община Липова', en: 'Lipova Municipality' }[language] }, { value: 'LIP02', name: { bg: 'Община Горна Липа', en: 'Gorna Lipa Municipality' }[language] }] },
        ]} />
    ),
  }],
}
