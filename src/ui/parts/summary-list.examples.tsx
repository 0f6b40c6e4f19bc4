// How summary-list is used: for the catalogue, the tests and the pictures. The values are for show.
import type { PartExamples } from './example.ts'
import { SummaryList } from './summary-list.tsx'

export const summaryListExamples: PartExamples = {
  part: 'summary-list',
  title: { bg: 'Известното накратко', en: 'Summary list' },
  says: { bg: 'Ред по ред какво се знае за едно нещо.', en: 'Line by line what is known about one thing.' },
  examples: [{
    key: 'dataset',
    says: { bg: 'Набор от данни', en: 'A dataset' },
    draw: (language) => (
      <SummaryList lines={[
        { name: { bg: 'Източник', en: 'Source' }[language], value: { bg: 'Евростат', en: 'Eurostat' }[language] },
        { name: { bg: 'Периодичност', en: 'Frequency' }[language], value: { bg: 'годишна', en: 'annual' }[language], action: { name: { bg: 'Промени', en: 'Change' }[language], href: '#summary-list' } },
        { name: { bg: 'Лиценз', en: 'Licence' }[language], value: 'CC BY 4.0' },
      ]} />
    ),
  }],
}
