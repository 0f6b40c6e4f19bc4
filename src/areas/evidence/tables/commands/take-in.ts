// A file comes: it is kept by its hash, read as sheets, and waits as a draft with a first guess, or with the mapping kept from last year.
// Nothing of it is stored as a figure.
import type { PostAnswer } from '#kernel/answer.ts'
import { problems, see } from '#kernel/answer.ts'
import { ReadProblem } from '#kernel/observation.ts'
import type { SheetFile } from '#kernel/sheet.ts'
import type { Who } from '#kernel/who.ts'
import type { Store } from '#store/store.ts'
import { readSheets } from '#sources/sheets/read-sheets.ts'
import type { UploadInput } from '../forms.ts'
import { fromKept, guessMapping } from '../rules/guess-mapping.ts'
import { getRegionIndex, listKept } from '../read.ts'
import type { About, Mapping } from '../rules.ts'
import { draftPath } from '../rules.ts'
import { keepDraft } from '../write.ts'

export type TableStore = Pick<Store, 'reading' | 'writing' | 'files'>
export type Bringing = { readonly store: TableStore; readonly who: Pick<Who, 'account'>; readonly now: Date; readonly input: UploadInput }

export const takeInTable = async ({ store, who, now, input }: Bringing): Promise<PostAnswer> => {
  const read = await readSheets(input.bytes, { name: input.fileName }).catch((problem: unknown) => {
    if (problem instanceof ReadProblem) return problem
    throw problem
  })
  if (read instanceof ReadProblem) return problems([{ field: 'file', text: read.text }])
  const first = await firstMapping(store, { file: read, table: input.table })
  const kept = await store.files.keep(input.bytes)
  const id = await store.writing((writer) => keepDraft(writer, { fileName: input.fileName, sha256: kept.sha256, size: kept.size, file: read, by: who.account, now, ...first }))
  return see(draftPath(id, first.step), first.step === 'preview' ? 'evidence_notice_table_recognised' : 'evidence_notice_table_came')
}

type First = { readonly table: string | null; readonly mapping: Mapping | null; readonly about: About; readonly step: 'columns' | 'preview'; readonly isOfKept: boolean }
/** A named table is asked first; else whichever has the same heads. */
export const firstMapping = async (store: TableStore, from: { readonly file: SheetFile; readonly table: string | null }): Promise<First> => {
  const { index, kept } = await store.reading(async (reader) => ({ index: await getRegionIndex(reader), kept: await listKept(reader) }), { as: 'staff' })
  for (const one of kept.filter((each) => from.table === null || each.dataset === from.table)) {
    const mapping = fromKept(one.kept, { sheets: from.file.sheets, signature: one.signature })
    if (mapping) return { table: one.dataset, mapping, about: { ...one.about, as_of: '' }, step: 'preview', isOfKept: from.table === null }
  }
  const named = kept.find((one) => one.dataset === from.table)
  // Workbooks open with a cover: the first sheet that has regions and numbers is the table.
  const guesses = from.file.sheets.flatMap((sheet, at) => (sheet.state === 'shown' && sheet.rows.length > 0 ? [guessMapping(sheet, { at, index })] : []))
  const mapping = guesses.find((one) => one.region !== null && one.values.length > 0) ?? guesses[0] ?? null
  return { table: named?.dataset ?? null, mapping, about: named?.about ?? {}, step: 'columns', isOfKept: false }
}
