// How choices is used: for the catalogue, the tests and the pictures. The values are for show.
import { Checkbox, Checkboxes, Radios } from './choices.tsx'
import type { PartExamples } from './example.ts'

export const choicesExamples: PartExamples = {
  part: 'choices',
  title: { bg: 'Отметки и избор на едно', en: 'Checkboxes and radios' },
  says: { bg: 'Всички отговори се виждат.', en: 'All answers in sight.' },
  examples: [
    {
      key: 'radios',
      says: { bg: 'Едно от няколко', en: 'One of several' },
      draw: (language) => (
        <Radios language={language} name="example-direction" value="more" label={{ bg: 'Коя посока е добра?', en: 'Which direction is good?' }[language]} choices={[
          { value: 'more', name: { bg: 'Повече е по-добре', en: 'More is better' }[language], help: { bg: 'Например заетост', en: 'For example employment' }[language] },
          { value: 'less', name: { bg: 'По-малко е по-добре', en: 'Less is better' }[language], help: { bg: 'Например безработица', en: 'For example unemployment' }[language] },
          { value: 'neither', name: { bg: 'Нито едното', en: 'Neither' }[language] },
        ]} />
      ),
    },
    {
      key: 'checkboxes',
      says: { bg: 'Няколко от няколко, с грешка', en: 'Several of several, with an error' },
      draw: (language) => (
        <Checkboxes language={language} name="example-levels" values={[]} label={{ bg: 'На кои нива има данни?', en: 'At which levels are there data?' }[language]} error={{ bg: 'Изберете поне едно ниво.', en: 'Choose at least one level.' }[language]}
          choices={[{ value: 'nuts3', name: { bg: 'Област', en: 'District' }[language] }, { value: 'municipality', name: { bg: 'Община', en: 'Municipality' }[language] }]} />
      ),
    },
    {
      key: 'one',
      says: { bg: 'Едно съгласие', en: 'One consent' },
      draw: (language) => <Checkbox language={language} name="example-consent" label={{ bg: 'Искам писмо, когато излязат нови данни', en: 'Send me a letter when new data arrive' }[language]} />,
    },
  ],
}
