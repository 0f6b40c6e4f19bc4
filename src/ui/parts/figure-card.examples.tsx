// How figure-card is used: for the catalogue, the tests and the pictures. The values are for show.
import type { Period } from '#kernel/period.ts'
import { years } from '../charts/example-region.ts'
import { Sparkline } from '../charts/sparkline.tsx'
import type { PartExamples } from './example.ts'
import { FigureCard } from './figure-card.tsx'
import { Grid } from './layout.tsx'

export const figureCardExamples: PartExamples = {
  part: 'figure-card',
  title: { bg: 'Карта с число', en: 'Figure card' },
  says: { bg: 'Име, числото едро, единица и период, едно изречение сравнение, източник.', en: 'Name, the number large, unit and period, one sentence of comparison, source.' },
  examples: [{
    key: 'four',
    says: { bg: 'Число; ненадеждно число; число за друго ниво; липсващо число', en: 'A number; an unreliable one; one of another level; a missing one' },
    draw: (language) => (
      <Grid>
        <FigureCard name={{ bg: 'Население', en: 'Population' }[language]} href="#figure-card" value={{ number: { bg: '288 736', en: '288,736' }[language] }} unitAndPeriod={{ bg: 'души, 31.12.2024 г.', en: 'people, 31 December 2024' }[language]}
          trend={<Sparkline language={language} points={years(2010, [347_412, 331_135, 329_400, 327_300, 325_600, 323_685, 321_400, 318_600, 316_100, 313_396, 311_400, 307_140, 291_852, 290_350, 288_736])} breaks={[{ before: '2011' as Period }, { before: '2022' as Period }]} />}
          sentence={{ bg: 'Шеста по население от 28 области; намалява по-бавно от средното.', en: 'Sixth of 28 districts; it shrinks more slowly than the average.' }[language]} source={{ bg: 'НСИ, издание от 12.11.2026 г.', en: 'NSI, vintage of 12 November 2026' }[language]} />
        <FigureCard name={{ bg: 'Безработица', en: 'Unemployment' }[language]} href="#figure-card" value={{ number: { bg: '2,3', en: '2.3' }[language] }} unitAndPeriod={{ bg: '% от работната сила, 2023 г.', en: '% of the labour force, 2023' }[language]} trend={<Sparkline language={language} points={years(2017, [2.9, '2.3u', '1.4u', '2.1u', 3.1, '1.1u', '2.3u'])} />} flag={{ bg: 'ниска надеждност', en: 'low reliability' }[language]}
          sentence={{ bg: 'При такава извадка място в подредбата не се дава.', en: 'With a sample like this no rank is given.' }[language]} source={{ bg: 'НСИ, издание от 12.11.2026 г.', en: 'NSI, vintage of 12 November 2026' }[language]} />
        <FigureCard name={{ bg: 'Разходи за НИРД', en: 'R&D spending' }[language]} href="#figure-card" value={{ number: { bg: '34,0', en: '34.0' }[language] }} level={{ bg: 'район (NUTS 2), не областта', en: 'region (NUTS 2), not the district' }[language]} unitAndPeriod={{ bg: 'млн. евро, 2024 г.', en: 'EUR million, 2024' }[language]}
          sentence={{ bg: 'За областта не се публикува стойност.', en: 'No value is published for the district.' }[language]} source={{ bg: 'Евростат, rd_e_gerdreg', en: 'Eurostat, rd_e_gerdreg' }[language]} />
        <FigureCard name={{ bg: 'Предприятия с електронна търговия', en: 'Enterprises with e-sales' }[language]} href="#figure-card" value={{ missing: { bg: 'няма данни', en: 'no data' }[language] }} unitAndPeriod={{ bg: '% от предприятията с 10 и повече заети', en: '% of enterprises with 10 or more employed' }[language]}
          sentence={{ bg: 'Източникът публикува само за страната.', en: 'The source publishes for the country only.' }[language]} caution={{ bg: 'Зарежда се с набора isoc_ec_esels.', en: 'Loads with the dataset isoc_ec_esels.' }[language]} source={{ bg: 'Евростат', en: 'Eurostat' }[language]} />
      </Grid>
    ),
  }],
}
