// How steps is used: for the catalogue, the tests and the pictures. The values are for show.
import type { PartExamples } from './example.ts'
import { Steps } from './steps.tsx'

export const stepsExamples: PartExamples = {
  part: 'steps',
  title: { bg: 'Стъпки', en: 'Steps' },
  says: { bg: 'Казаното дотук, сегашното и следващото в дълъг формуляр.', en: 'What is said, where one is and what comes in a long form.' },
  examples: [{
    key: 'second',
    says: { bg: 'Втора от три', en: 'Second of three' },
    draw: (language) => (
      <Steps language={language} current={1} steps={[
        { name: { bg: 'Набор от данни', en: 'Dataset' }[language], href: '#steps' }, { name: { bg: 'Определение', en: 'Definition' }[language] }, { name: { bg: 'Проверка', en: 'Check' }[language] },
      ]} />
    ),
  }],
}
