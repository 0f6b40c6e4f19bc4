// How status is used: for the catalogue, the tests and the pictures. The values are for show.
import type { PartExamples } from './example.ts'
import { Row } from './layout.tsx'
import { Status, healths } from './status.tsx'

export const statusExamples: PartExamples = {
  part: 'status',
  title: { bg: 'Състояние', en: 'Status' },
  says: { bg: 'Форма и дума; цветът е последен.', en: 'Shape and word; colour comes last.' },
  examples: [{
    key: 'all',
    says: { bg: 'Всички състояния', en: 'All states' },
    draw: (language) => <Row>{healths.map((health) => <Status language={language} health={health} />)}</Row>,
  }],
}
