// How link-list is used: for the catalogue, the tests and the pictures. The values are for show.
import type { PartExamples } from './example.ts'
import { LinkList } from './link-list.tsx'

export const linkListExamples: PartExamples = {
  part: 'link-list',
  title: { bg: 'Списък с връзки', en: 'Link list' },
  says: { bg: 'Накъде може да се продължи, с ред за всяка посока.', en: 'Where one can go on, with a line for each.' },
  examples: [{
    key: 'onward',
    says: { bg: 'С пояснение и с вид на файла', en: 'With an explanation and with the kind of file' },
    draw: (language) => (
      <LinkList links={[
        { name: { bg: 'Население на 31 декември', en: 'Population on 31 December' }[language], href: '#link-list', says: { bg: 'По общини, от 2000 г.', en: 'By municipality, since 2000' }[language] },
        { name: { bg: 'Изтегли таблицата', en: 'Download the table' }[language], href: '#link-list', note: { bg: 'CSV, 14 KB', en: 'CSV, 14 KB' }[language] },
      ]} />
    ),
  }],
}
