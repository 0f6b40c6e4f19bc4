// The strategic diagram, for the catalogue, the tests and the pictures. All figures are invented.
import type { Language } from '#kernel/language.ts'
import type { PartExamples } from '../parts/example.ts'
import { CrosshairChart } from './crosshair-chart.tsx'
import type { CrossPoint } from './crosshair-layout.ts'
import { exampleWords, ratePct } from './example-region.ts'

const rows: readonly (readonly [string, string, string, number, number, 'picked' | 'other', 'full' | 'hollow'])[] = [
  ['C 10', 'Храни', 'Food', 46, 0.2, 'picked', 'full'], ['C 28', 'Машини', 'Machinery', 51, 1.4, 'picked', 'full'], ['J 62', 'Програмиране', 'Software', 18, 1.9, 'picked', 'hollow'],
  ['H 49', 'Превози', 'Transport', 44, -0.4, 'other', 'full'], ['I 55', 'Хотели', 'Hotels', 22, -0.9, 'other', 'full'], ['M 71', 'Инженерство', 'Engineering', 39, 1.1, 'picked', 'full'],
  ['E 38', 'Рециклиране', 'Recycling', 43, 0.5, 'other', 'hollow'], ['C 14', 'Облекло', 'Clothing', 35, -1.3, 'other', 'full'], ['M 72', 'Научни изследвания', 'Research', 21, 1.6, 'other', 'full'],
]
const points = (language: Language): readonly CrossPoint[] =>
  rows.map(([short, bg, en, x, y, weight, fill]) => ({ id: short, short, name: language === 'bg' ? bg : en, x, y, weight, fill }))

export const examples: PartExamples = {
  part: 'crosshair-chart',
  title: { bg: 'Поле с кръст', en: 'Field with a crosshair' },
  says: { bg: 'Кои дейности са близо и кои носят повече: четири полета, кръст при медианите.', en: 'Which activities are near and which are worth more: four fields, the crosshair at the medians.' },
  examples: [{
    key: 'chances',
    says: { bg: 'Дейности, които областта още няма', en: 'Activities the district does not have yet' },
    draw: (language) => (
      <CrosshairChart
        {...exampleWords({ id: 'cross-chances', language, heading: { bg: 'Машините и инженерството са и близо, и ценни', en: 'Machinery and engineering are both near and valuable' }, subtitle: { bg: 'Дейности под средния дял, област Липова, 2024 г.', en: 'Activities below the average share, Lipova district, 2024' } })}
        points={points(language)} cross={{ x: 39, y: 0.5 }} pointsAre={language === 'bg' ? 'Дейност' : 'Activity'}
        words={language === 'bg' ? { highHigh: 'близо и ценно', highLow: 'близо, по-малко ценно', lowHigh: 'далеч, но ценно', lowLow: 'далеч и малко ценно' } : { highHigh: 'near and valuable', highLow: 'near, less valuable', lowHigh: 'far but valuable', lowLow: 'far, less valuable' }}
        x={{ name: language === 'bg' ? 'Близост до днешните дейности, %' : 'Nearness to today’s activities, %', quantity: ratePct(language) }}
        y={{ name: language === 'bg' ? 'Сложност' : 'Complexity', quantity: { ...ratePct(language), unit: { id: 'index', scale: 1, currency: null, percent: false }, decimals: 2 } }}
        signs={language === 'bg' ? { picked: 'в краткия списък', other: 'останалите', hollow: 'мястото е несигурно' } : { picked: 'on the shortlist', other: 'the others', hollow: 'uncertain place' }}
      />
    ),
  }],
}
