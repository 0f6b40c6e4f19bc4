// How source-note is used: for the catalogue, the tests and the pictures. The values are for show.
import type { PartExamples } from './example.ts'
import { SourceNote } from './source-note.tsx'

export const sourceNoteExamples: PartExamples = {
  part: 'source-note',
  title: { bg: 'Източник', en: 'Source note' },
  says: { bg: 'Откъде е числото, от кое издание, какво му е особеното.', en: 'Where the number is from, of which vintage, what is the matter with it.' },
  examples: [{
    key: 'full',
    says: { bg: 'С бележка и файлове', en: 'With a note and files' },
    draw: (language) => (
      <SourceNote language={language} name={{ bg: 'Евростат, demo_r_pjanaggr3', en: 'Eurostat, demo_r_pjanaggr3' }[language]} address="https://doi.org/10.2908/DEMO_R_PJANAGGR3" vintage={{ bg: 'издание от 12.11.2026 г.', en: 'vintage of 12 November 2026' }[language]} licence="CC BY 4.0"
        notes={[{ bg: 'Прекъсване на реда през 2022 г.: преброяване.', en: 'Break in series in 2022: census.' }[language]]}
        links={<><a class="ds-link" href="#source-note">CSV</a> · <a class="ds-link" href="#source-note">JSON</a></>} />
    ),
  }],
}
