// Small multiples for the catalogue, the tests and the pictures. All figures are invented.
import type { PartExamples } from '../parts/example.ts'
import type { Language } from '#kernel/language.ts'
import { course, districts, exampleWords, municipalities, people, ratePct, years } from './example-region.ts'
import type { Panel } from './multiples-state.ts'
import { SmallMultiples } from './small-multiples.tsx'

const country = years(2010, course(11, 4.2, 15, 3))

const districtPanels = (language: Language): readonly Panel[] =>
  ['LIP', 'SLI', 'YAB', 'PLA', 'SMR', 'KRO', 'HLM', 'VKL'].flatMap((code, at) => {
    const one = districts.find((district) => district.code === code)
    if (!one) return []
    return [{
      id: code, title: one.name[language], href: `#panel-${code}`,
      own: { id: code, name: one.name[language], stance: code === 'LIP' ? 'region' as const : 'other' as const, points: years(2010, course(one.value * 2 + 2, one.value, 15, at)) },
      beside: [{ id: 'c', name: language === 'bg' ? 'страната' : 'the country', stance: 'country' as const, points: country }],
    }]
  })

export const examples: PartExamples = {
  part: 'small-multiples',
  title: { bg: 'Малки графики на една скала', en: 'Small multiples' },
  says: { bg: 'Едно и също за много места, едно до друго.', en: 'The same for many places, side by side.' },
  examples: [
    {
      key: 'districts',
      says: { bg: 'Осем области', en: 'Eight districts' },
      draw: (language) => (
        <SmallMultiples
          {...exampleWords({ id: 'multiples-districts', language, heading: { bg: 'Навсякъде безработицата намалява, най-бързо в Сливовица', en: 'Unemployment falls everywhere, fastest in Slivovitsa' }, subtitle: { bg: 'Коефициент на безработица, % от работната сила, 2010–2024 г.', en: 'Unemployment rate, % of the labour force, 2010–2024' } })}
          quantity={ratePct(language)} panels={districtPanels(language)}
        />
      ),
    },
    {
      key: 'municipalities',
      says: { bg: 'Общини с прекъсване и липсващи стойности', en: 'Municipalities with a break and missing values' },
      draw: (language) => (
        <SmallMultiples
          {...exampleWords({ id: 'multiples-municipalities', language, heading: { bg: 'В малките общини скоковете са от регистъра и от преброяването', en: 'In small municipalities the jumps come from the register and the census' }, subtitle: { bg: 'Население към 31 декември, души, 2016–2024 г.', en: 'Population on 31 December, people, 2016–2024' } })}
          quantity={people(language)}
          panels={municipalities.slice(2, 5).map((one, at): Panel => ({
            id: one.code, title: one.name[language],
            own: { id: one.code, name: one.name[language], stance: 'other', points: years(2016, [one.value * 1.06, one.value * 1.05, one.value * 1.04, one.value * 1.03, one.value * (at === 1 ? 1.2 : 1.02), ':', `${Math.round(one.value * 1.01)}b`, one.value * 1.005, one.value].map((value) => (typeof value === 'number' ? Math.round(value) : value))) },
          }))}
        />
      ),
    },
  ],
}
