// How search-field is used: for the catalogue, the tests and the pictures. The values are for show.
import type { PartExamples } from './example.ts'
import { SearchField } from './search-field.tsx'

export const searchFieldExamples: PartExamples = {
  part: 'search-field',
  title: { bg: 'Търсене', en: 'Search' },
  says: { bg: 'Пита чрез адреса, за да може резултатът да се изпрати.', en: 'Asks by address, so that a result can be sent.' },
  examples: [{
    key: 'page',
    says: { bg: 'На страница', en: 'On a page' },
    draw: (language) => <SearchField language={language} id="example-search" action="#search-field" label={{ bg: 'Търсене в показателите', en: 'Search the indicators' }[language]} value={{ bg: 'предприятия', en: 'enterprises' }[language]} />,
  }],
}
