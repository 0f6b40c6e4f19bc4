// What a person at a page gets: a way to what the checks found, or a sentence.
import { describe, expect, test } from 'vitest'
import type { Typed } from '#kernel/answer.ts'
import type { AccountId, Who } from '#kernel/who.ts'
import type { FetchedFile, Fetcher } from '#sources/fetch-file.ts'
import { FetchProblem } from '#sources/fetch/fetch-problem.ts'
import { testStore } from '#test/database.ts'
import { defineTestDataset, packed, people, tsv } from '#test/small-files.ts'
import { starter } from '#test/starter.ts'
import { decisionForm, importForm } from '../forms.ts'
import { findDataset } from '../read.ts'
import { importByButton } from './import-by-button.ts'

const store = await testStore({ seed: starter })
await defineTestDataset(store)
const who: Who = { role: 'analyst', account: '0197a000-0000-7000-8000-000000000001' as AccountId, name: 'Анна', duties: new Set() }
const now = () => new Date('2026-11-25T09:00:00Z')
const nowhere: Fetcher = { fetchFile: () => { throw new Error('nobody should fetch') } }
const typed = (text: Record<string, string>, bytes?: Uint8Array): Typed => ({
  text: Object.fromEntries(Object.entries(text).map(([name, value]) => [name, [value]])), files: bytes ? { file: { name: 'my file.tsv.gz', mediaType: 'application/gzip', bytes } } : {},
})
const press = async (form: Typed, how: { code?: string; fetcher?: Fetcher } = {}) => {
  const input = importForm(form)
  return input.ok ? importByButton({ store, who, language: 'bg', fetcher: how.fetcher ?? nowhere, code: how.code ?? people, input: input.value, now }) : { kind: 'form' as const, fields: input.problem.map((problem) => problem.field) }
}

describe('a file that comes with a form', () => {
  test('leads to the page of its vintage, which says who may have brought it to nobody', async () => {
    expect(await press(typed({ what: 'file', nuts: '2024', as_of: '2026-01' }, packed(tsv({ BG344: '1 2' }))))).toMatchObject({ kind: 'see', path: expect.stringMatching(/vintages\/\d+$/), notice: 'evidence_notice_imported' })
    const found = await store.reading((reader) => findDataset(reader, { code: people }))
    expect(found?.current).toMatchObject({ origin: 'file', fileName: 'my file.tsv.gz', asOf: '2026-01', mediaType: 'application/gzip' })
    expect(found?.current).not.toHaveProperty('broughtBy')
  })
  test('again, leads to the same page and says that nothing was changed', async () => {
    expect(await press(typed({ what: 'file' }, packed(tsv({ BG344: '1 2' }))))).toMatchObject({ kind: 'see', notice: 'evidence_notice_import_same' })
  })
  test('that cannot be read leads to the page that says why', async () => {
    expect(await press(typed({ what: 'file' }, Buffer.from('<html>')))).toMatchObject({ kind: 'see', notice: 'evidence_notice_import_refused' })
  })
  test('is asked for, and what else is wrong is said at once', async () => {
    expect(await press(typed({ what: 'file', nuts: '1999', as_of: 'yesterday' }))).toEqual({ kind: 'form', fields: ['file', 'nuts', 'as_of'] })
    expect(await press(typed({ what: 'file' }, packed('x')), { code: 'no_such' })).toEqual({ kind: 'notFound' })
  })
})

describe('a button that fetches', () => {
  const gives = (bytes: Uint8Array): Fetcher => ({
    fetchFile: async (): Promise<FetchedFile> => ({ address: 'https://example.org/after-redirect', mediaType: null, fileName: null, lastModified: null, etag: null, size: null, bytes: (async function* () { yield bytes })() }),
  })
  test('keeps where the file came from in the end', async () => {
    const code = 'nama_10r_3nlp'
    const text = `freq,na_item,unit,geo\\TIME_PERIOD\t2020 \nA,NLPR_PER,EUR,BG344\t5 \n`
    expect(await press(typed({ what: 'fetch' }), { code, fetcher: gives(Buffer.from(text)) })).toMatchObject({ kind: 'see', path: expect.stringContaining(code) })
    expect((await store.reading((reader) => findDataset(reader, { code })))?.vintages[0]).toMatchObject({ origin: 'fetch', address: 'https://example.org/after-redirect' })
  })
  test('says why the source could not be reached, and where a source has no address', async () => {
    const fetcher: Fetcher = { fetchFile: async () => { throw new FetchProblem({ code: 'status', text: { bg: 'отговори с 503', en: 'answered 503' }, status: 503 }) } }
    expect(await press(typed({ what: 'fetch' }), { code: 'nama_10r_3nlp', fetcher })).toMatchObject({ kind: 'problems', problems: [{ text: { bg: 'Изтеглянето не успя: отговори с 503' } }] })
    expect((await store.reading((reader) => findDataset(reader, { code: 'nama_10r_3nlp' })))?.dataset.lastProblem).toEqual({ bg: 'отговори с 503', en: 'answered 503' })
    expect(await press(typed({ what: 'fetch' }))).toMatchObject({ kind: 'problems', problems: [{ text: { en: expect.stringContaining('no address to download') } }] })
  })
})

describe('a decision', () => {
  test('has one of two words and a reason', () => {
    expect(decisionForm(typed({ decision: 'accept', reason: ' проверено ' }))).toEqual({ ok: true, value: { decision: 'accept', reason: 'проверено' } })
    const wrong = decisionForm(typed({ decision: 'maybe', reason: '' }))
    expect(!wrong.ok && wrong.problem.map((problem) => problem.field)).toEqual(['decision', 'reason'])
  })
})
