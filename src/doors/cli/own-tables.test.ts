// A newer file of an own table, from the terminal: by the kept mapping, or not at all.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { importFile } from '#areas/evidence/datasets/commands/import-file.ts'
import { noCheckBook } from '#areas/evidence/datasets/rules/check-cross.ts'
import { findDataset } from '#areas/evidence/datasets/read.ts'
import type { AccountId, Who } from '#kernel/who.ts'
import type { CommandContext } from '#store/command.ts'
import { testStore } from '#test/database.ts'
import { starter } from '#test/starter.ts'
import { workbookOf } from '#test/workbooks.ts'
import { tableCommands } from '#areas/evidence/tables/commands.ts'
import { confirmTable, type Intake } from '#areas/evidence/tables/commands/confirm.ts'
import { takeInTable } from '#areas/evidence/tables/commands/take-in.ts'
import { findDraft, listDrafts } from '#areas/evidence/tables/read.ts'
import { sayColumns, sayMeaning } from '#areas/evidence/tables/write.ts'

const store = await testStore({ seed: starter })
const folder = mkdtempSync(join(tmpdir(), 'posoka-table-'))
afterAll(() => rmSync(folder, { recursive: true }))
const now = new Date('2026-11-25T09:00:00Z')
const who: Who = { role: 'analyst', account: '0197a000-0000-7000-8000-000000000001' as AccountId, name: 'Анна', duties: new Set() }
const intake: Intake = (ask) => importFile(store, { ...ask, book: noCheckBook })

/** As a person did it on the pages the year before. */
const confirmedOnce = async (): Promise<void> => {
  const bytes = await workbookOf([['Област', '2022', '2023'], ['Стара Загора', 10, 11], ['Бургас', 20, 21]])
  const came = await takeInTable({ store, who, now, input: { fileName: '2023.xlsx', bytes, table: null } })
  const id = /drafts\/([^/]+)/.exec(came.kind === 'see' ? came.path : '')?.[1] ?? ''
  const draft = await store.reading((reader) => findDraft(reader, id), { as: 'staff' })
  if (!draft?.mapping) throw new Error('no draft came')
  const { mapping } = draft
  const about = {
    title_bg: 'Клъстери', title_en: 'Clusters', publisher: 'Община', address: '', licence: 'cc0-1.0', as_of: '2024', 'kind.value': 'new', 'name_bg.value': 'Клъстери', 'name_en.value': 'Clusters', 'unit_bg.value': 'брой', 'unit_en.value': 'number',
    'scale.value': '1', 'currency.value': '', 'measures.value': 'count', 'direction.value': 'more', 'domain.value': 'innovation',
  }
  await store.writing((writer) => sayColumns({ writer, who, now, language: 'bg' }, { id, mapping }))
  await store.writing((writer) => sayMeaning({ writer, who, now, language: 'bg' }, { id, about }))
  expect(await confirmTable({ store, who, now, id, intake, input: { act: 'confirm', leaveOut: 'no', mode: '' } })).toMatchObject({ kind: 'see' })
}
const [command] = tableCommands(() => intake)
const run = async (file: string, options: Record<string, string> = {}) => {
  const given: Record<string, string> = { file: join(folder, file), table: 'own-clusters', 'as-of': '2025-02', ...options }
  const line = { one: (name: string) => given[name] ?? '', many: () => [], has: (name: string) => name in given }
  return command?.run({ line, store, language: 'bg', now: () => now, signal: new AbortController().signal } as unknown as CommandContext)
}
const current = async () => (await store.reading((reader) => findDataset(reader, { code: 'own-clusters' })))?.current

test('a table with the kept heads is added; refused rows are told and stop it until they may be left out', async () => {
  await confirmedOnce()
  writeFileSync(join(folder, '2024.xlsx'), await workbookOf([['Област', '2023', '2024'], ['Стара Загора', 11, 12], ['Бургас', 21, 22], ['Никъде', 1, 2]]))
  const stopped = await run('2024.xlsx')
  expect(stopped).toMatchObject({ exit: 'refused', value: { refused: [{ row: 4, cell: 'A4', written: 'Никъде' }] } })
  expect(await current()).toMatchObject({ newest: '2023' })
  expect(await run('2024.xlsx', { 'leave-out': '' })).toMatchObject({ exit: 'done', value: { values: 4 } })
  expect(await current()).toMatchObject({ newest: '2024', asOf: '2025-02', parameters: { leftOut: 1 } })
  expect(await store.reading(listDrafts, { as: 'staff' })).toEqual([])
})
test('a table with other heads, or no table at all, is refused with a sentence', async () => {
  writeFileSync(join(folder, 'other.csv'), 'Сектор;2024\nA;1\n')
  expect(await run('other.csv')).toMatchObject({ exit: 'refused', lines: [expect.stringContaining('Заглавията на файла не са')] })
  expect(await run('none.csv')).toMatchObject({ exit: 'notFound' })
})
