// The ring of related activities, for the catalogue, the tests and the pictures. All figures are invented.
import type { PartExamples } from '../parts/example.ts'
import { exampleWords, ratePct } from './example-region.ts'
import { RingChart } from './ring-chart.tsx'

const rows: readonly (readonly [string, string, string, 'full' | 'hollow'])[] = [
  ['C 10', 'Храни', 'Food', 'full'], ['C 24', 'Основни метали', 'Basic metals', 'hollow'], ['C 25', 'Метални изделия', 'Metal products', 'full'], ['C 28', 'Машини', 'Machinery', 'hollow'], ['D 35', 'Електричество', 'Electricity', 'full'],
  ['H 49', 'Превози', 'Transport', 'full'], ['J 62', 'Програмиране', 'Software', 'hollow'], ['M 71', 'Инженерство', 'Engineering', 'hollow'], ['M 72', 'Научни изследвания', 'Research', 'hollow'],
]
const links = [['C 24', 'C 25', 0.62], ['C 25', 'C 28', 0.58], ['J 62', 'M 71', 0.51], ['M 71', 'M 72', 0.49], ['C 28', 'M 71', 0.41], ['C 10', 'H 49', 0.38], ['D 35', 'M 71', 0.33]] as const

export const examples: PartExamples = {
  part: 'ring-chart',
  title: { bg: 'Кръг на свързаните', en: 'Ring of what is related' },
  says: { bg: 'Кои дейности вървят заедно и кои от тях областта вече има.', en: 'Which activities go together, and which of them the district already has.' },
  examples: [{
    key: 'related',
    says: { bg: 'Дейности, които се срещат в едни и същи региони', en: 'Activities found in the same regions' },
    draw: (language) => (
      <RingChart
        {...exampleWords({ id: 'ring-related', language, heading: { bg: 'Металите и машините вървят заедно', en: 'Metals and machinery go together' }, subtitle: { bg: 'Близост между дейностите, 240 региона, 2024 г.', en: 'Nearness of activities, 240 regions, 2024' } })}
        nodes={rows.map(([short, bg, en, fill]) => ({ id: short, short, name: language === 'bg' ? bg : en, fill }))} links={links.map(([from, to, weight]) => ({ from, to, weight }))}
        quantity={{ ...ratePct(language), decimals: 0 }} signs={language === 'bg' ? { full: 'силна тук', hollow: 'още не' } : { full: 'strong here', hollow: 'not yet' }}
        heads={language === 'bg' ? { from: 'Дейност', to: 'и', weight: 'Близост' } : { from: 'Activity', to: 'and', weight: 'Nearness' }}
      />
    ),
  }],
}
