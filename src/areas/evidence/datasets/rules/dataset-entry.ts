// A dataset as the catalogue file writes it.
import type { Bilingual } from '#kernel/language.ts'
import type { DatasetEntry, Licence } from '../rules.ts'

type Written = Readonly<Record<string, unknown>>
export const parseDatasetEntry = (written: Written): DatasetEntry => {
  const code = String(written.code ?? '?')
  const wrong = (what: string): never => { throw new Error(`catalogue/datasets.json, ${code}: ${what}`) }
  const title = written.title as Bilingual | undefined
  const licence = written.licence as Licence | undefined
  const note = written.note as Bilingual | undefined
  if (!/^[A-Za-z0-9_.-]{1,64}$/.test(code)) wrong('the code is no code')
  if (!title?.bg || !title.en) wrong('title is needed in both languages')
  if (!licence?.id || !licence.name?.bg || !licence.name.en || !licence.address) wrong('licence needs id, name in both languages and address')
  return {
    code, source: String(written.source), title: title as Bilingual, doi: (written.doi as string | undefined) ?? null, licence: licence as Licence, address: String(written.address ?? ''),
    download: (written.download as string | null | undefined) ?? null, regionDimension: (written.regionDimension as string | null | undefined) ?? null,
    regionCodes: written.regionCodes === 'nsi' ? 'nsi' : 'nuts', frequency: String(written.frequency ?? 'A'),
    dimensions: Array.isArray(written.dimensions) ? written.dimensions.map(String) : [], note: note?.bg && note.en ? { bg: note.bg, en: note.en } : null,
  }
}
