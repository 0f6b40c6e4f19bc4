// Bars for the catalogue, the tests and the pictures. All figures are invented.
import type { PartExamples } from '../parts/example.ts'
import { BarChart } from './bar-chart.tsx'
import { exampleWords, municipalities, people, ratePct, toObservation } from './example-region.ts'
import type { Period } from '#kernel/period.ts'
import type { Standing } from './series.ts'

const year = '2024' as Period
const bar = (code: string, name: string, value: number | string, stance: Standing['stance'] = 'other'): Standing => ({ ...toObservation(year, value), code, name, stance })

export const examples: PartExamples = {
  part: 'bar-chart',
  title: { bg: 'Стълбове', en: 'Bars' },
  says: { bg: 'Стойности за един период, от нулата. Липсващата стойност казва защо липсва.', en: 'Values of one period, from zero. A missing value says why it is missing.' },
  examples: [
    {
      key: 'municipalities',
      says: { bg: 'Общини', en: 'Municipalities' },
      draw: (language) => (
        <BarChart
          {...exampleWords({ id: 'bar-municipalities', language, heading: { bg: 'Половината хора живеят в община Липова', en: 'Half of all people live in Lipova municipality' }, subtitle: { bg: 'Население към 31 декември, души, 2024 г.', en: 'Population on 31 December, people, 2024' } })}
          quantity={people(language)}
          bars={[...municipalities].sort((a, b) => b.value - a.value).map((one) => bar(one.code, one.name[language], one.value))}
        />
      ),
    },
    {
      key: 'flags-and-gaps',
      says: { bg: 'Отрицателни, ненадеждни и липсващи', en: 'Negative, unreliable and missing' },
      draw: (language) => (
        <BarChart
          {...exampleWords({ id: 'bar-flags', language, heading: { bg: 'Нетната миграция е положителна в две от шест области', en: 'Net migration is positive in two of six districts' }, subtitle: { bg: 'Нетна миграция на 1000 души, 2024 г.', en: 'Net migration per 1,000 people, 2024' } })}
          quantity={{ ...ratePct(language), unit: { id: 'PM', scale: 1, currency: null, percent: false }, after: '‰', compare: 'difference', direction: 'more' }}
          mark={{ value: -0.6, name: language === 'bg' ? 'Страната' : 'The country', stance: 'country' }}
          bars={[
            bar('LIP', language === 'bg' ? 'Липова' : 'Lipova', '1.9p', 'region'),
            bar('SLI', language === 'bg' ? 'Сливовица' : 'Slivovitsa', 0.4, 'named'),
            bar('VKL', language === 'bg' ? 'Велик Кладенец' : 'Velik Kladenets', -0.9),
            bar('STG', language === 'bg' ? 'Столица (област)' : 'Capital (district)', '-1.4u'),
            bar('KRO', language === 'bg' ? 'Кроне' : 'Krone', ':c'),
            bar('RAK', language === 'bg' ? 'Ракитна' : 'Rakitna', -3.2),
          ]}
        />
      ),
    },
  ],
}
