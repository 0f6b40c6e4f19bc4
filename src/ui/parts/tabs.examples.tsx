// How tabs is used: for the catalogue, the tests and the pictures. The values are for show.
import type { PartExamples } from './example.ts'
import { Tabs } from './tabs.tsx'

export const tabsExamples: PartExamples = {
  part: 'tabs',
  title: { bg: 'Раздели', en: 'Tabs' },
  says: { bg: 'Изгледи към едно и също; всеки има свой адрес.', en: 'Views of one subject; each has its own address.' },
  examples: [{
    key: 'counted',
    says: { bg: 'С брой', en: 'With counts' },
    draw: (language) => (
      <Tabs label={{ bg: 'Изгледи на показателя', en: 'Views of the indicator' }[language]} current="#tabs" tabs={[
        { name: { bg: 'Графика', en: 'Chart' }[language], href: '#tabs' },
        { name: { bg: 'Таблица', en: 'Table' }[language], href: '#table' },
        { name: { bg: 'Издания', en: 'Vintages' }[language], href: '#timeline', count: '4' },
      ]} />
    ),
  }],
}
