// How notice is used: for the catalogue, the tests and the pictures. The values are for show.
import type { PartExamples } from './example.ts'
import { Notice } from './notice.tsx'

export const noticeExamples: PartExamples = {
  part: 'notice',
  title: { bg: 'Съобщение', en: 'Notice' },
  says: { bg: 'Думата казва колко е сериозно, цветът само повтаря.', en: 'The word says how serious it is, the colour only repeats it.' },
  examples: [{
    key: 'tones',
    says: { bg: 'Четири степени', en: 'Four degrees' },
    draw: (language) => (
      <div class="p-flow">
        <Notice language={language} tone="info" title={{ bg: 'Това е началният пакет', en: 'This is the starter pack' }[language]}>
          <p>{{ bg: 'Данните са от 12.11.2026 г. Ново издание се зарежда с един бутон.', en: 'The data are of 12 November 2026. A newer vintage loads with one button.' }[language]}</p>
        </Notice>
        <Notice language={language} tone="success"><p>{{ bg: 'Показателят е запазен.', en: 'The indicator is saved.' }[language]}</p></Notice>
        <Notice language={language} tone="warning"><p>{{ bg: 'Стойността е за района (NUTS 2), не за областта.', en: 'The value is for the region (NUTS 2), not for the district.' }[language]}</p></Notice>
        <Notice language={language} tone="danger"><p>{{ bg: 'Файлът не може да се прочете: ред 48 има една колона по-малко.', en: 'The file cannot be read: line 48 has one column too few.' }[language]}</p></Notice>
      </div>
    ),
  }],
}
