// A file of stakeholders, read outside a transaction; nothing is entered before a person has seen every row.
import { problems, see, type PostAnswer, type UploadedFile } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { ReadProblem } from '#kernel/observation.ts'
import type { Who } from '#kernel/who.ts'
import { readSheets } from '#sources/sheets/read-sheets.ts'
import type { Store } from '#store/store.ts'
import { readRows } from './rules/file.ts'
import { stakeholdersPath } from './rules.ts'
import { keepStakeholderDraft } from './write.ts'

type Asker = { readonly store: Pick<Store, 'writing'>; readonly who: Who; readonly language: Language; readonly now: Date }
export const takeInStakeholders = async ({ store, ...asker }: Asker, file: UploadedFile): Promise<PostAnswer> => {
  try {
    const { sheets } = await readSheets(file.bytes, { name: file.name })
    const sheet = sheets.find(({ state, rows }) => state === 'shown' && rows.length > 0) ?? sheets[0]
    const read = readRows(sheet?.rows.map((row) => row.map(String)) ?? [])
    if (!read.ok) return problems([{ field: 'file', text: read.problem }])
    const draft = await store.writing((writer) => keepStakeholderDraft({ ...asker, writer }, { name: file.name.slice(0, 200), rows: read.value }), { language: asker.language })
    return see(`${stakeholdersPath}/import/${draft}`)
  } catch (error) {
    if (error instanceof ReadProblem) return problems([{ field: 'file', text: error.text }])
    throw error
  }
}
