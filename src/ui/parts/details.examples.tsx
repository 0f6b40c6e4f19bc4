// How details is used: for the catalogue, the tests and the pictures. The values are for show.
import { Details } from './details.tsx'
import type { PartExamples } from './example.ts'

export const detailsExamples: PartExamples = {
  part: 'details',
  title: { bg: 'Сгънат текст', en: 'Details' },
  says: { bg: 'Само за каквото не е нужно, за да се разбере числото.', en: 'Only for what is not needed to understand the number.' },
  examples: [{
    key: 'two',
    says: { bg: 'Затворен и отворен', en: 'Closed and open' },
    draw: (language) => (
      <div>
        <Details summary={{ bg: 'Как се смята', en: 'How it is computed' }[language]}><p>{{ bg: 'Безработни, делени на работната сила.', en: 'Unemployed divided by the labour force.' }[language]}</p></Details>
        <Details starts="open" summary={{ bg: 'Защо числото скача', en: 'Why the number jumps' }[language]}><p>{{ bg: 'През 2022 г. цената на тока се удвои, не доходът на хората.', en: 'In 2022 the price of electricity doubled, not what people earn.' }[language]}</p></Details>
      </div>
    ),
  }],
}
