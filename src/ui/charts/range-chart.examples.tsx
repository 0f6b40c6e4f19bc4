// Own value against the spread of the peers, for the catalogue, the tests and the pictures. All figures are invented.
import type { PartExamples } from '../parts/example.ts'
import type { Language } from '#kernel/language.ts'
import type { Period } from '#kernel/period.ts'
import { euroPerHead, exampleWords, ratePct, toObservation } from './example-region.ts'
import { RangeChart } from './range-chart.tsx'
import type { RangeRow } from './range-layout.ts'

const year = '2024' as Period
const own = (value: number | string) => toObservation(year, value)

const mixed = (language: Language): readonly RangeRow[] => [
  { id: 'u', label: language === 'bg' ? 'Безработица' : 'Unemployment', quantity: ratePct(language), own: own(4.0), spread: { n: 27, min: 1.2, q1: 3.3, median: 4.8, q3: 8.4, max: 18.2 } },
  { id: 'g', label: language === 'bg' ? 'Брутен вътрешен продукт на човек' : 'Gross domestic product per head', quantity: euroPerHead(language), own: own('22400p'), spread: { n: 27, min: 7800, q1: 9100, median: 10_900, q3: 13_200, max: 31_400 } },
  { id: 'e', label: language === 'bg' ? 'Предприятия на 1000 души' : 'Enterprises per 1,000 people', quantity: { ...ratePct(language), unit: { id: 'NR', scale: 1, currency: null, percent: false }, direction: 'more' }, own: own(49.7), spread: { n: 27, min: 31.2, q1: 39.8, median: 46.3, q3: 54.1, max: 88.6 } },
  { id: 'm', label: language === 'bg' ? 'Нови предприятия' : 'Newly born enterprises', quantity: { ...ratePct(language), direction: 'more' }, own: own(':c'), spread: { n: 22, min: 7.1, q1: 8.8, median: 9.6, q3: 11.0, max: 15.2 } },
  { id: 'd', label: language === 'bg' ? 'Фирми с изкуствен интелект' : 'Firms using artificial intelligence', quantity: { ...ratePct(language), direction: 'more' }, own: own('3.1u'), spread: null },
]

export const examples: PartExamples = {
  part: 'range-chart',
  title: { bg: 'Точка срещу обхвата', en: 'Dot against the range' },
  says: { bg: 'Къде е областта спрямо другите: краища, средна половина, медиана.', en: 'Where the district is among the others: extremes, middle half, median.' },
  examples: [
    {
      key: 'own-scales',
      says: { bg: 'Различни показатели, всеки със своя скала', en: 'Different indicators, each on its own scale' },
      draw: (language) => (
        <RangeChart
          {...exampleWords({ id: 'range-own', language, heading: { bg: 'По доход областта е сред първите, по нови предприятия данните са поверителни', en: 'In income the district is among the first; new enterprises are confidential' }, subtitle: { bg: 'Област Липова сред останалите 27 области, 2024 г.', en: 'Lipova district among the other 27 districts, 2024' } })}
          rows={mixed(language)} scale="own"
          ownName={language === 'bg' ? 'Област Липова' : 'Lipova district'} peersName={language === 'bg' ? 'Останалите области' : 'The other districts'}
        />
      ),
    },
    {
      key: 'shared-scale',
      says: { bg: 'Един показател през годините', en: 'One indicator over the years' },
      draw: (language) => (
        <RangeChart
          {...exampleWords({ id: 'range-shared', language, heading: { bg: 'Областта остава под медианата, а разликите между областите намаляват', en: 'The district stays below the median while districts grow alike' }, subtitle: { bg: 'Коефициент на безработица, % от работната сила, 2015–2024 г.', en: 'Unemployment rate, % of the labour force, 2015–2024' } })}
          rows={[['2015', 8.2, 3.9, 7.6, 10.9, 14.0, 23.1], ['2018', 4.3, 2.1, 4.4, 6.7, 9.6, 18.4], ['2021', 4.9, 2.0, 4.1, 5.9, 8.3, 15.8], ['2024', 4.0, 1.2, 3.3, 4.8, 8.4, 14.2]].map(([label, value, min, q1, median, q3, max]) => ({
            id: `y${label}`, label: language === 'bg' ? `${label} г.` : String(label), quantity: ratePct(language), own: own(Number(value)),
            spread: { n: 27, min: Number(min), q1: Number(q1), median: Number(median), q3: Number(q3), max: Number(max) },
          }))}
          scale="shared" ownName={language === 'bg' ? 'Област Липова' : 'Lipova district'} peersName={language === 'bg' ? 'Останалите области' : 'The other districts'}
        />
      ),
    },
  ],
}
