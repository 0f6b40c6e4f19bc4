// How timeline is used: for the catalogue, the tests and the pictures. The values are for show.
import type { PartExamples } from './example.ts'
import { Timeline } from './timeline.tsx'

export const timelineExamples: PartExamples = {
  part: 'timeline',
  title: { bg: 'Какво стана кога', en: 'Timeline' },
  says: { bg: 'Дати с думи, събития с изречения.', en: 'Dates in words, events in sentences.' },
  examples: [{
    key: 'project',
    says: { bg: 'Ход на проекта', en: 'Course of the project' },
    draw: (language) => (
      <Timeline moments={[
        { when: { bg: 'ноември 2023 г.', en: 'November 2023' }[language], datetime: '2023-11', title: { bg: 'Започва техническата подкрепа', en: 'Technical support begins' }[language] },
        { when: { bg: '30–31.05.2024 г.', en: '30–31 May 2024' }[language], datetime: '2024-05-30', title: { bg: 'Четири работни срещи', en: 'Four working meetings' }[language], href: '#timeline', children: <p>{{ bg: 'С бизнеса, университета и училищата.', en: 'With business, the university and schools.' }[language]}</p> },
        { when: { bg: 'февруари 2025 г.', en: 'February 2025' }[language], datetime: '2025-02', title: { bg: 'Край на подкрепата', en: 'Support ends' }[language] },
      ]} />
    ),
  }],
}
