// Tile maps for the catalogue, the tests and the pictures. All figures are invented.
import type { PartExamples } from '../parts/example.ts'
import type { Period } from '#kernel/period.ts'
import { districtLayout, exampleWords, municipalities, municipalityLayout, people, ratePct, toObservation } from './example-region.ts'
import { exampleStandings } from './rank-ladder.examples.tsx'
import { readExtremes } from './reading.ts'
import { TileMap } from './tile-map.tsx'

const year = '2024' as Period

export const examples: PartExamples = {
  part: 'tile-map',
  title: { bg: 'Схематична карта', en: 'Tile map' },
  says: { bg: 'Пет класа с граници; всяко място носи код, име и стойност като текст.', en: 'Five classes with limits; every place carries code, name and value as text.' },
  examples: [
    {
      key: 'districts',
      says: { bg: 'Области с връзки, липсващи и ненадеждни стойности', en: 'Districts with links, missing and unreliable values' },
      draw: (language) => {
        const standings = exampleStandings(language, 'flagged').map((one) => ({ ...one, href: `#map-${one.code}` }))
        const text = readExtremes({ language, quantity: ratePct(language), standings, period: year, length: 'heading' })
        return (
          <TileMap
            {...exampleWords({ id: 'map-districts', language, heading: { bg: text, en: text }, subtitle: { bg: 'Коефициент на безработица, % от работната сила, 2024 г.', en: 'Unemployment rate, % of the labour force, 2024' } })}
            quantity={ratePct(language)} layout={districtLayout} standings={standings}
          />
        )
      },
    },
    {
      key: 'municipalities',
      says: { bg: 'Единайсет общини, зададени граници', en: 'Eleven municipalities, given limits' },
      draw: (language) => (
        <TileMap
          {...exampleWords({ id: 'map-municipalities', language, heading: { bg: 'Четири общини имат над 15 000 души', en: 'Four municipalities have more than 15,000 people' }, subtitle: { bg: 'Население към 31 декември, души, 2024 г.', en: 'Population on 31 December, people, 2024' } })}
          quantity={people(language)} layout={municipalityLayout} limits={[5000, 10_000, 15_000, 50_000]}
          standings={municipalities.map((one) => ({ ...toObservation(year, one.value), code: one.code, name: one.name[language], stance: 'other' }))}
        />
      ),
    },
  ],
}
