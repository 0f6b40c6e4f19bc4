// What intake keeps of a person: letters on paper with their scans; and how long scans and files that wait are kept.
import type { PersonalPart, RetentionPart } from '#areas/people/privacy/read/parts.ts'
import { dropSources } from '#areas/participation/proposals/write/erasure.ts'
import { countOldDrafts, countOldScans, emptyOldDrafts, emptyPapers, listOldScans, listPapersOf, listScansNeeded, maskDrafts } from '../write/erasure.ts'

export const intakePart: PersonalPart = {
  name: 'participation.intake', title: { bg: 'Писма на хартия и техните снимки', en: 'Letters on paper and their scans' },
  gather: async (reader, contact) => {
    const papers = await listPapersOf(reader, contact)
    return { tables: [{ name: 'papers', rows: papers.map(({ contribution: _, scan: __, ...row }) => row) }], files: papers.flatMap(({ number, scan }) => (scan === null ? [] : [{ name: `${number}-scan`, sha256: scan }])) }
  },
  erase: async (writer, { contact, name, email }) => {
    const papers = await listPapersOf(writer.reader, contact)
    const files = [...await emptyPapers(writer, papers), ...await maskDrafts(writer, [name, email])]
    await dropSources(writer, files)
    return { erased: papers.length, kept: 0, files }
  },
  needs: listScansNeeded,
}
export const intakeRetention: readonly RetentionPart[] = [
  {
    kind: 'participation.scans', title: { bg: 'Снимки на писма и листове', en: 'Scans of letters and sheets' }, days: 1095,
    why: { bg: 'За сравнение с въведения текст; снимка, която доказва съгласие, остава, докато важи то.', en: 'For comparison with the typed text; a scan that proves a consent stays as long as it holds.' },
    count: countOldScans,
    clear: async (writer, { olderThan }) => {
      const papers = await listOldScans(writer.reader, olderThan)
      const files = await emptyPapers(writer, papers)
      await dropSources(writer, files)
      return { cleared: papers.length, files }
    },
  },
  {
    kind: 'participation.intakeDrafts', title: { bg: 'Прочетено от качени файлове', en: 'What was read from uploaded files' }, days: 30,
    why: { bg: 'Нужно е между прегледа и приемането на редовете.', en: 'Needed between the preview and taking in the rows.' },
    count: countOldDrafts, clear: async (writer, { olderThan }) => ({ cleared: await emptyOldDrafts(writer, olderThan) }),
  },
]
