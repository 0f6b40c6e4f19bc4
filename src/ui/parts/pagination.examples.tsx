// How pagination is used: for the catalogue, the tests and the pictures. The values are for show.
import type { PartExamples } from './example.ts'
import { Pagination } from './pagination.tsx'

export const paginationExamples: PartExamples = {
  part: 'pagination',
  title: { bg: 'Страници на списък', en: 'Pagination' },
  says: { bg: 'Къде съм, крачка назад и напред.', en: 'Where I am, one step back and on.' },
  examples: [{
    key: 'middle',
    says: { bg: 'По средата', en: 'In the middle' },
    draw: (language) => <Pagination language={language} page={5} pages={12} toPage={(page) => `#pagination-${page}`} />,
  }],
}
