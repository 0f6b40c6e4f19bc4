// How layout is used: for the catalogue, the tests and the pictures. The values are for show.
import type { PartExamples } from './example.ts'
import { Column, Columns, FoldedSection, PageHeading, Section } from './layout.tsx'

export const layoutExamples: PartExamples = {
  part: 'layout',
  title: { bg: 'Мрежа на страницата', en: 'Page grid' },
  says: { bg: 'Заглавието е изречение за видяното; разделът започва с черта; важното вляво, останалото до него.', en: 'The heading says what is seen; a section opens with a line; the matter left, the rest beside it.' },
  examples: [
    {
      key: 'heading',
      says: { bg: 'Заглавие на страница', en: 'Heading of a page' },
      draw: (language) => (
        <PageHeading level={4} kicker={{ bg: 'Показател', en: 'Indicator' }[language]} title={{ bg: 'Безработицата расте по-бързо от средната', en: 'Unemployment grows faster than the average' }[language]}
          lead={{ bg: 'Дял на безработните в работната сила на 15 и повече години.', en: 'Share of the unemployed in the labour force aged 15 and over.' }[language]} />
      ),
    },
    {
      key: 'folded',
      says: { bg: 'Раздел, който телефонът сгъва', en: 'A section that a phone folds' },
      draw: (language) => (
        <FoldedSection id="example-folded" title={{ bg: 'Иновации', en: 'Innovation' }[language]} count={{ bg: '12 от 14', en: '12 of 14' }[language]}>
          <p>{{ bg: 'На широк екран и на хартия стои разгърнат.', en: 'On a wide screen and on paper it stands open.' }[language]}</p>
        </FoldedSection>
      ),
    },
    {
      key: 'section',
      says: { bg: 'Раздел с две колони', en: 'A section with two columns' },
      draw: (language) => (
        <Section id="example-section" title={{ bg: 'Къде е областта', en: 'Where the district stands' }[language]} aside={{ bg: 'данни за 2024 г.', en: 'figures for 2024' }[language]}>
          <Columns>
            <Column><p>{{ bg: 'Тук стои отговорът на въпроса, с който човек идва: число, графика, изречение.', en: 'Here stands the answer to the question one comes with: a number, a chart, a sentence.' }[language]}</p></Column>
            <Column><p class="p-note">{{ bg: 'А тук — определението, източникът и каквото още се пита.', en: 'And here the definition, the source and what else is asked.' }[language]}</p></Column>
          </Columns>
        </Section>
      ),
    },
  ],
}
