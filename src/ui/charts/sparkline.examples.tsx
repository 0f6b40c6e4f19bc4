// Small lines for figure cards, for the catalogue, the tests and the pictures. All figures are invented.
import type { PartExamples } from '../parts/example.ts'
import type { Period } from '#kernel/period.ts'
import { people, ratePct, years } from './example-region.ts'
import { Sparkline } from './sparkline.tsx'

export const examples: PartExamples = {
  part: 'sparkline',
  title: { bg: 'Малка линия', en: 'Sparkline' },
  says: { bg: 'Накъде върви показателят, за картичка. Последната точка е отбелязана, прекъсването реже линията.', en: 'Where an indicator goes, for a card. The last point is marked, a break cuts the line.' },
  examples: [
    {
      key: 'plain',
      says: { bg: 'С липсваща година и предварителна стойност', en: 'With a missing year and a provisional value' },
      draw: (language) => <Sparkline language={language} name={language === 'bg' ? 'Безработица' : 'Unemployment'} quantity={ratePct(language)} points={years(2012, [12.0, 13.1, 10.6, 8.2, 6.0, ':', 4.3, 3.2, 4.6, 4.9, 4.1, 4.0, '3.8p'])} />,
    },
    {
      key: 'break',
      says: { bg: 'С прекъсване', en: 'With a break' },
      draw: (language) => <Sparkline language={language} name={language === 'bg' ? 'Население' : 'Population'} quantity={people(language)} points={years(2017, [318_600, 316_100, 313_400, 311_400, 307_100, 291_900, 290_400, 288_700])} breaks={[{ before: '2022' as Period }]} />,
    },
    {
      key: 'one-value',
      says: { bg: 'Една стойност, украса', en: 'One value, decoration' },
      draw: (language) => <Sparkline language={language} stance="eu" points={years(2024, [4.2])} />,
    },
  ],
}
