// How table is used: for the catalogue, the tests and the pictures. The values are for show.
import type { PartExamples } from './example.ts'
import { Table } from './table.tsx'
import { Value } from './value.tsx'
import type { Period } from '#kernel/period.ts'

const period = '2024' as Period

export const tableExamples: PartExamples = {
  part: 'table',
  title: { bg: 'Таблица', en: 'Table' },
  says: { bg: 'Надпис, заглавия с обхват, числа едно под друго. Подрежда се с връзка.', en: 'Caption, headings with scope, numbers one below another. Sorted by a link.' },
  examples: [
    {
      key: 'scroll',
      says: { bg: 'Числа по територии: на телефон колоните остават една до друга', en: 'Numbers by territory: on a phone columns stay side by side' },
      draw: (language) => {
        const cell = (value: number, flags = '') => <Value language={language} decimals={1} observation={{ period, value, flags, missing: null }} />
        return (
          <Table language={language} id="example-table" caption={{ bg: 'Коефициент на безработица, %', en: 'Unemployment rate, %' }[language]}
            columns={[
              { name: { bg: 'Област', en: 'District' }[language], sort: { href: '#table', now: 'none' } },
              { name: '2022', kind: 'number' }, { name: '2023', kind: 'number' },
              { name: '2024', kind: 'number', sort: { href: '#table', now: 'descending' } },
            ]}
            rows={[
              { cells: [{ bg: 'Сливен', en: 'Sliven' }[language], cell(5.1), cell(5.6), cell(6.2)] },
              { own: true, cells: [{ bg: 'Липова', en: 'Lipova' }[language], cell(1.1, 'u'), cell(2.3, 'u'), cell(4)] },
              { cells: [{ bg: 'Хасково', en: 'Haskovo' }[language], cell(3.1), <Value language={language} decimals={1} observation={{ period, value: null, flags: '', missing: 'confidential' }} />, cell(3.3)] },
            ]}
            foot={[{ cells: [{ bg: 'България', en: 'Bulgaria' }[language], cell(4.2), cell(4.3), cell(4.2)] }]} />
        )
      },
    },
    {
      key: 'stack',
      says: { bg: 'Списък с неща: на телефон всеки ред става малък списък', en: 'A list of things: on a phone each row becomes a small list' },
      draw: (language) => (
        <Table language={language} id="example-table-stack" phone="stack" caption={{ bg: 'Издания', en: 'Vintages' }[language]}
          columns={[{ name: { bg: 'Издание', en: 'Vintage' }[language] }, { name: { bg: 'Получено', en: 'Received' }[language] }, { name: { bg: 'Стойности', en: 'Values' }[language], kind: 'number' }]}
          rows={[
            { cells: [<a href="#table">{{ bg: 'ноември 2026 г.', en: 'November 2026' }[language]}</a>, { bg: '12.11.2026 г.', en: '12 November 2026' }[language], { bg: '1 204', en: '1,204' }[language]] },
            { cells: [<a href="#table">{{ bg: 'май 2026 г.', en: 'May 2026' }[language]}</a>, { bg: '14.05.2026 г.', en: '14 May 2026' }[language], { bg: '1 176', en: '1,176' }[language]] },
          ]} />
      ),
    },
  ],
}
