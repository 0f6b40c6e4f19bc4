// How progress is used: for the catalogue, the tests and the pictures. The values are for show.
import type { PartExamples } from './example.ts'
import { Progress } from './progress.tsx'

export const progressExamples: PartExamples = {
  part: 'progress',
  title: { bg: 'Докъде е стигнало', en: 'Progress' },
  says: { bg: 'С думи и с лента.', en: 'In words and as a bar.' },
  examples: [{
    key: 'counted',
    says: { bg: 'Преброено', en: 'Counted' },
    draw: (language) => <Progress id="example-progress" label={{ bg: 'Показатели с данни', en: 'Indicators with figures' }[language]} done={31} of={52} says={{ bg: '31 от 52', en: '31 of 52' }[language]} />,
  }],
}
