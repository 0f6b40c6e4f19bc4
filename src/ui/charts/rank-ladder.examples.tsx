// Ladders of ranks for the catalogue, the tests and the pictures. All figures are invented.
import type { PartExamples } from '../parts/example.ts'
import type { Language } from '#kernel/language.ts'
import type { Period } from '#kernel/period.ts'
import { districts, exampleWords, ratePct, toObservation } from './example-region.ts'
import { placeWords } from './place-words.ts'
import { RankLadder } from './rank-ladder.tsx'
import { readPlace } from './reading.ts'
import type { Standing } from './series.ts'

const year = '2024' as Period
const special: Readonly<Record<string, string>> = { KRO: '1.2u', STO: '1.9p', HLM: ':', PAS: ':c' }

export const exampleStandings = (language: Language, doubts: 'flagged' | 'plain'): readonly Standing[] =>
  districts.map((one) => ({
    ...toObservation(year, doubts === 'flagged' ? (special[one.code] ?? one.value) : one.value),
    code: one.code, name: one.name[language], stance: one.code === 'LIP' ? 'region' : 'other',
  }))

const heading = (language: Language, standings: readonly Standing[]): string =>
  readPlace({ language, quantity: ratePct(language), place: placeWords({ name: language === 'bg' ? 'Липова' : 'Lipova', level: 'nuts3', language }), code: 'LIP', standings, among: 'districts', period: year })

const subtitle = { bg: 'Коефициент на безработица, % от работната сила, 2024 г.', en: 'Unemployment rate, % of the labour force, 2024' }

export const examples: PartExamples = {
  part: 'rank-ladder',
  title: { bg: 'Стълбица на местата', en: 'Ladder of ranks' },
  says: { bg: 'Всички области по ред; който не може да се класира, стои отделно и казва защо.', en: 'All districts in order; what cannot be ranked stands apart and says why.' },
  examples: [
    {
      key: 'districts',
      says: { bg: 'Споделени места, ниска надеждност, липсващи', en: 'Shared places, low reliability, missing' },
      draw: (language) => {
        const standings = exampleStandings(language, 'flagged')
        const text = heading(language, standings)
        return (
          <RankLadder
            {...exampleWords({ id: 'ladder-districts', language, heading: { bg: text, en: text }, subtitle })}
            quantity={ratePct(language)}
            standings={standings}
            mark={{ value: 4.2, name: language === 'bg' ? 'Страната' : 'The country', stance: 'country' }}
          />
        )
      },
    },
    {
      key: 'intervals',
      says: { bg: 'С интервали и връзки', en: 'With intervals and links' },
      draw: (language) => {
        const standings = exampleStandings(language, 'plain').slice(12, 24).map((one, at) => ({
          ...one, href: `#ladder-${one.code}`,
          ...(one.value === null ? {} : { interval: { low: Math.max(0, one.value - 0.6 - (at % 3) * 0.4), high: one.value + 0.6 + (at % 4) * 0.4 } }),
        }))
        const text = heading(language, standings)
        return <RankLadder {...exampleWords({ id: 'ladder-intervals', language, heading: { bg: text, en: text }, subtitle })} quantity={ratePct(language)} standings={standings} />
      },
    },
  ],
}
