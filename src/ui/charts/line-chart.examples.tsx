// Line charts for the catalogue, the tests and the pictures. All figures are invented.
import type { PartExamples } from '../parts/example.ts'
import type { Period } from '#kernel/period.ts'
import { course, districts, euroPerHead, exampleWords, people, quarters, ratePct, years } from './example-region.ts'
import { LineChart } from './line-chart.tsx'

const names = {
  region: { bg: 'Област Липова', en: 'Lipova district' },
  country: { bg: 'Страната', en: 'The country' },
  eu: { bg: 'ЕС', en: 'EU' },
  peer: { bg: 'Област Сливовица', en: 'Slivovitsa district' },
} as const

export const examples: PartExamples = {
  part: 'line-chart',
  title: { bg: 'Линейна графика', en: 'Line chart' },
  says: {
    bg: 'Как се променя един показател във времето. Имената стоят до края на линиите, прекъсванията режат линията.',
    en: 'How one indicator changes over time. Names stand at the ends of lines, breaks cut the line.',
  },
  examples: [
    {
      key: 'four-lines',
      says: { bg: 'Област, страна, ЕС и сходна област', en: 'District, country, EU and a similar district' },
      draw: (language) => (
        <LineChart
          {...exampleWords({ id: 'line-four', language, heading: { bg: 'Безработицата в област Липова отново е под средната за страната', en: 'Unemployment in Lipova district is below the national rate again' }, subtitle: { bg: 'Коефициент на безработица, % от работната сила, 2000–2024 г.', en: 'Unemployment rate, % of the labour force, 2000–2024' } })}
          quantity={ratePct(language)}
          series={[
            { id: 'r', name: names.region[language], stance: 'region', points: years(2000, [15.1, 17.9, 16.2, 11.9, 10.8, 9.1, 8.0, 6.1, 4.9, 6.2, 9.6, 10.6, 12.0, 13.1, 10.6, 8.2, 6.0, 4.9, 4.3, 3.2, 4.6, 4.9, 4.1, 4.0, '4.0p']) },
            { id: 'c', name: names.country[language], stance: 'country', points: years(2000, [16.4, 19.5, 18.1, 13.7, 12.0, 10.1, 8.9, 6.9, 5.6, 6.8, 10.2, 11.3, 12.3, 12.9, 11.4, 9.1, 7.6, 6.2, 5.2, 4.2, 5.1, 5.3, 4.3, 4.3, 4.2]) },
            { id: 'e', name: names.eu[language], stance: 'eu', points: years(2000, [9.3, 9.0, 9.3, 9.2, 9.3, 9.1, 8.3, 7.2, 7.1, 9.1, 9.8, 9.9, 10.9, 11.4, 10.8, 10.0, 9.1, 8.1, 7.2, 6.7, 7.1, 7.0, 6.2, 6.1, 5.9]) },
            { id: 'n', name: names.peer[language], stance: 'named', points: years(2000, [21.0, 23.2, 20.9, 16.4, 14.9, 13.2, 11.4, 9.9, 8.8, 9.9, 12.7, 14.6, 15.8, 16.7, 15.1, 13.4, 11.2, 9.4, 8.4, 7.2, 8.0, 7.6, 7.1, 6.9, 7.0]) },
          ]}
        />
      ),
    },
    {
      key: 'breaks',
      says: { bg: 'Две прекъсвания след преброявания', en: 'Two breaks after censuses' },
      draw: (language) => (
        <LineChart
          {...exampleWords({ id: 'line-breaks', language, heading: { bg: 'Населението намалява, но два пъти скокът е от преброяване', en: 'The population shrinks, but two of the steps are recounts' }, subtitle: { bg: 'Население към 31 декември, души, 2004–2024 г.', en: 'Population on 31 December, people, 2004–2024' } })}
          quantity={people(language)}
          series={[
            {
              id: 'r', name: names.region[language], stance: 'region',
              points: years(2004, [366_200, 363_100, 359_900, 356_600, 353_700, 350_700, 347_400, 331_100, 329_400, 327_300, 325_600, 323_700, 321_400, 318_600, 316_100, 313_400, 311_400, 307_100, 291_900, 290_400, 288_700]),
              breaks: [
                { before: '2011' as Period, note: language === 'bg' ? 'преброяване' : 'census' },
                { before: '2022' as Period, note: language === 'bg' ? 'преброяване' : 'census' },
              ],
            },
          ]}
        />
      ),
    },
    {
      key: 'flags',
      says: { bg: 'Ниска надеждност, липсващи години, предварителна стойност', en: 'Low reliability, missing years, a provisional value' },
      draw: (language) => (
        <LineChart
          {...exampleWords({ id: 'line-flags', language, heading: { bg: 'За пет от деветте години стойността е с ниска надеждност', en: 'In five of nine years the value is of low reliability' }, subtitle: { bg: 'Коефициент на безработица, % от работната сила, 2016–2024 г.', en: 'Unemployment rate, % of the labour force, 2016–2024' } })}
          quantity={ratePct(language)}
          series={[
            { id: 'r', name: names.region[language], stance: 'region', points: years(2016, [3.4, 2.9, '2.3u', '1.4u', '2.1u', ':', '1.1u', '2.3u', '4.0p']) },
            { id: 'c', name: names.country[language], stance: 'country', points: years(2016, [7.6, 6.2, 5.2, 4.2, 5.1, 5.3, '4.2b', 4.3, 4.2]) },
          ]}
        />
      ),
    },
    {
      key: 'annotated',
      says: { bg: 'Обяснен скок', en: 'An explained jump' },
      draw: (language) => (
        <LineChart
          {...exampleWords({ id: 'line-note', language, heading: { bg: 'Брутният вътрешен продукт на човек се удвои за година заради цената на тока', en: 'GDP per head doubled within a year because of the price of electricity' }, subtitle: { bg: 'Брутен вътрешен продукт на човек, евро, 2010–2024 г.', en: 'Gross domestic product per head, euro, 2010–2024' } })}
          quantity={euroPerHead(language)}
          annotations={[
            { period: '2022' as Period, text: language === 'bg' ? 'Цената на електроенергията' : 'Price of electricity' },
            { period: '2014' as Period, text: language === 'bg' ? 'Ремонт на двата блока' : 'Both units under repair' },
          ]}
          series={[
            { id: 'r', name: names.region[language], stance: 'region', points: years(2010, [5900, 6700, 6900, 6800, 6600, 7100, 8700, 9300, 9200, 8700, 8700, 10_700, 20_600, 18_700, '22400p']) },
            { id: 'c', name: names.country[language], stance: 'country', points: years(2010, [5100, 5600, 5800, 5800, 5900, 6400, 6900, 7500, 8100, 8900, 9000, 10_500, 13_300, 14_700, 16_100]) },
          ]}
        />
      ),
    },
    {
      key: 'quarters',
      says: { bg: 'Тримесечия', en: 'Quarters' },
      draw: (language) => (
        <LineChart
          {...exampleWords({ id: 'line-quarters', language, heading: { bg: 'Заетите намаляват трета година поред', en: 'Employment falls for the third year' }, subtitle: { bg: 'Заети лица на 15 и повече години, хиляди, по тримесечия', en: 'Employed people aged 15 and over, thousands, by quarter' } })}
          quantity={{ ...people(language), decimals: 1 }}
          series={[{ id: 'r', name: names.region[language], stance: 'region', points: quarters(2022, [133.2, 134.8, 135.1, 133.9, 131.0, 132.2, 132.9, 131.8, 129.7, 130.9, 131.4, 130.5, 125.9, 126.1, 124.5, 123.7]) }]}
        />
      ),
    },
    {
      key: 'forecast',
      says: { bg: 'Прогноза с интервал', en: 'Forecast with its band' },
      draw: (language) => (
        <LineChart
          {...exampleWords({ id: 'line-forecast', language, heading: { bg: 'Без промяна в политиката населението ще продължи да намалява', en: 'Without a change of policy the population will go on shrinking' }, subtitle: { bg: 'Население към 31 декември, души, 2022–2034 г.', en: 'Population on 31 December, people, 2022–2034' } })}
          quantity={people(language)}
          series={[
            {
              id: 'r', name: names.region[language], stance: 'region',
              points: years(2022, [291_900, 290_400, 288_700, '287000f', '285300f', '283500f', '281800f', '280000f', '278300f', '276500f', '274800f', '273000f', '271300f']),
              band: course(0, 1, 11, 0).map((_, at) => ({ period: String(2024 + at) as Period, low: 288_700 - at * 2600, high: 288_700 - at * 900 })),
            },
          ]}
        />
      ),
    },
    {
      key: 'fan',
      says: { bg: 'Прогноза с две ленти на увереността', en: 'Forecast with two bands of confidence' },
      draw: (language) => (
        <LineChart
          {...exampleWords({ id: 'line-fan', language, heading: { bg: 'Ако досегашният ход продължи, през 2029 г. безработицата би била около 2,5 %', en: 'If past pace goes on, unemployment would be about 2.5% in 2029' }, subtitle: { bg: 'Коефициент на безработица, % от работната сила, 2015–2029 г.', en: 'Unemployment rate, % of the labour force, 2015–2029' } })}
          quantity={ratePct(language)}
          series={[
            {
              id: 'r', name: names.region[language], stance: 'region',
              points: years(2015, [8.2, 7.6, 6.9, 6.1, 5.8, 5.9, 5.2, 4.6, 4.1, 4.0, '3.7f', '3.4f', '3.1f', '2.8f', '2.5f']),
              fan: [
                { words: language === 'bg' ? '95 %' : '95%', steps: course(0, 1, 6, 0).map((_, at) => ({ period: String(2024 + at) as Period, low: 4 - 0.3 * at - 0.45 * at ** 0.6, high: 4 - 0.3 * at + 0.45 * at ** 0.6 })) },
                { words: language === 'bg' ? '80 %' : '80%', steps: course(0, 1, 6, 0).map((_, at) => ({ period: String(2024 + at) as Period, low: 4 - 0.3 * at - 0.28 * at ** 0.6, high: 4 - 0.3 * at + 0.28 * at ** 0.6 })) },
              ],
            },
          ]}
        />
      ),
    },
    {
      key: 'crowd',
      says: { bg: 'Областта сред всички', en: 'The district among all' },
      draw: (language) => (
        <LineChart
          {...exampleWords({ id: 'line-crowd', language, heading: { bg: 'Област Липова е в добрата половина през целия период', en: 'Lipova district stays in the better half throughout' }, subtitle: { bg: 'Коефициент на безработица, % от работната сила, 2010–2024 г.', en: 'Unemployment rate, % of the labour force, 2010–2024' } })}
          quantity={ratePct(language)}
          series={districts.map((one, at) => ({
            id: one.code, name: one.code === 'LIP' ? names.region[language] : one.name[language], stance: one.code === 'LIP' ? 'region' : 'other',
            points: years(2010, course(one.value * 2 + 2, one.value, 15, at)),
          }))}
        />
      ),
    },
  ],
}
