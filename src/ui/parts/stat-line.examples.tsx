// How stat-line is used: for the catalogue, the tests and the pictures. The values are for show.
import type { PartExamples } from './example.ts'
import { StatLine } from './stat-line.tsx'

export const statLineExamples: PartExamples = {
  part: 'stat-line',
  title: { bg: 'Числа в ред', en: 'Stat line' },
  says: { bg: 'Няколко числа, с които започва разказът.', en: 'A few numbers with which the story begins.' },
  examples: [{
    key: 'people',
    says: { bg: 'Хората', en: 'The people' },
    draw: (language) => (
      <StatLine stats={[
        { name: { bg: 'Население', en: 'Population' }[language], value: { bg: '288 736', en: '288,736' }[language], unitAndPeriod: { bg: 'души, 2024 г.', en: 'people, 2024' }[language] },
        { name: { bg: 'Родени', en: 'Births' }[language], value: { bg: '2 546', en: '2,546' }[language], unitAndPeriod: { bg: 'деца, 2024 г.', en: 'children, 2024' }[language] },
        { name: { bg: 'Починали', en: 'Deaths' }[language], value: { bg: '4 719', en: '4,719' }[language], unitAndPeriod: { bg: 'души, 2024 г.', en: 'people, 2024' }[language] },
      ]} />
    ),
  }],
}
