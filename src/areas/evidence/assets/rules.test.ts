import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { nothingTyped, type Typed } from '#kernel/answer.ts'
import { actForm, assetForm, countForm, wordsOf } from './forms.ts'
import { readPackAssets } from './commands.ts'
import { type Asset, assetKinds, countByMunicipality, everything, filterOf, isReviewed, matching, queryOf } from './rules.ts'
import { columns, readRows, toRows } from './rules/file.ts'
import { gapOf } from './rules/gaps.ts'
import { kindNames } from './rules/names.ts'

const cells = { kind: 'park', name_bg: 'Парк Липова', name_en: 'Lipova Park', municipality: 'L01', source: 'решение на съвета', as_of: '25.11.2026' }
const typed = (text: Readonly<Record<string, string>>): Typed => ({ ...nothingTyped, text: Object.fromEntries(Object.entries(text).map(([name, one]) => [name, [one]])) })
const problemsOf = (text: Readonly<Record<string, string>>): string[] => { const read = assetForm(typed(text)); return read.ok ? [] : read.problem.map(({ field }) => field) }
const asset = (over: Partial<Asset>): Asset => ({
  id: 'a' as Asset['id'], number: 1, key: null, state: 'published', kind: 'park', name: { bg: 'Парк', en: 'Park' }, says: { bg: '', en: '' }, municipality: 'L01', place: '', owner: { bg: 'Община Липова', en: 'Municipality of Lipova' }, website: '', publicContact: '',
  source: 's', sourceAddress: '', asOf: '2026-01-01', illustrative: 'no', version: 1, reviewedVersion: null, reviewedAt: null, withdrawnWhy: null, publishedAt: null, changedAt: new Date(0), ...over,
})

test('an entry without kind, name, source or day is sent back with every one of them named', () => {
  expect(problemsOf({ website: 'park.bg', illustrative: '' })).toEqual(['kind', 'name_bg', 'source', 'as_of', 'website'])
  expect(problemsOf({ ...cells, as_of: '31.02.2026' })).toEqual(['as_of'])
  expect(problemsOf({ ...cells, name_bg: 'а'.repeat(201) })).toEqual(['name_bg'])
})
test('a contact is kept only with the word that the body itself has published it', () => {
  expect(problemsOf({ ...cells, public_contact: 'office@park.example' })).toEqual(['contact_is_public'])
  expect(problemsOf({ ...cells, public_contact: 'office@park.example', contact_is_public: 'yes' })).toEqual([])
})
test('to withdraw takes a reason, to publish or review takes none', () => {
  expect(actForm(typed({ does: 'withdraw', version: '2' })).ok).toBe(false)
  expect(actForm(typed({ does: 'withdraw', version: '2', why: 'закрит' }))).toEqual({ ok: true, value: { does: 'withdraw', version: 2, why: 'закрит' } })
  expect(actForm(typed({ does: 'review', version: '2' })).ok).toBe(true)
  expect(actForm(typed({ does: 'delete' })).ok).toBe(false)
})
test('words changed after the review are not reviewed', () => {
  expect([isReviewed({ version: 2, reviewedVersion: 2 }), isReviewed({ version: 3, reviewedVersion: 2 }), isReviewed({ version: 1, reviewedVersion: null })]).toEqual([true, false, false])
})
test('the list is filtered by kind, municipality and words in either language; the address says the same', () => {
  const all = [asset({}), asset({ number: 2, kind: 'school', municipality: 'L02', name: { bg: 'Гимназия', en: 'School' } }), asset({ number: 3, illustrative: 'yes' })]
  expect(matching(all, { ...everything, kind: 'school' }).map(({ number }) => number)).toEqual([2])
  expect(matching(all, { ...everything, municipality: 'L01' }).map(({ number }) => number)).toEqual([1, 3])
  expect(matching(all, { ...everything, q: 'ЛИПОВА гимназия' }).map(({ number }) => number)).toEqual([2])
  expect(matching(all, { ...everything, q: 'lipova school' }).map(({ number }) => number)).toEqual([2])
  const filter = { kind: 'school' as const, municipality: 'L02', q: 'две думи' }
  expect(filterOf(new URLSearchParams(queryOf(filter)))).toEqual(filter)
  expect(queryOf(everything)).toBe('')
  expect(filterOf(new URLSearchParams('kind=palace'))).toEqual(everything)
})
test('an example is on no map', () => {
  expect(countByMunicipality([asset({}), asset({ illustrative: 'yes' }), asset({ municipality: null })], ['L01', 'L02'])).toEqual([{ code: 'L01', count: 1 }, { code: 'L02', count: 0 }])
})
test('what the register gives as a file is read back as it was', () => {
  const rows = toRows([asset({ says: { bg: 'Описание', en: 'Says' }, illustrative: 'yes' })])
  const read = readRows(rows)
  expect(read.ok && wordsOf(read.value[0]?.cells ?? {})).toMatchObject({ ok: true, value: { kind: 'park', name: { bg: 'Парк', en: 'Park' }, says: { bg: 'Описание', en: 'Says' }, municipality: 'L01', asOf: '2026-01-01', illustrative: 'yes' } })
})
test('a file may write the heads and the kinds in words; the row is counted as the spreadsheet does', () => {
  const read = readRows([['Регистър'], ['Вид', 'Наименование', 'Източник', 'Към дата', 'Пример'], ['клъстер', 'Клъстер Липова', 'среща', '01.02.2026', 'не'], ['', '', '', '', ''], ['дворец', 'Х', 'с', '1.1.2026', 'да']])
  expect(read.ok && read.value.map(({ row, cells: found }) => [row, found.kind, found.illustrative])).toEqual([[3, 'cluster', ''], [5, 'дворец', 'yes']])
  expect(readRows([['a', 'b']]).ok).toBe(false)
  expect(readRows([columns]).ok).toBe(false)
})
test('2 for 300,000 people beside 1, 2 and 3 for 100,000 each: four are missing to the median', () => {
  const people = new Map([['own', 300_000], ['a', 100_000], ['b', 100_000], ['c', 100_000], ['d', 100_000]])
  const gap = gapOf({ kind: 'park', counts: { own: 2, a: 1, b: 2, c: 3 } }, { own: 'own', peers: ['own', 'a', 'b', 'c', 'd'], people })
  expect(gap).toMatchObject({ own: 2, peers: 3, medianRate: 2 })
  expect(gap.ownRate).toBeCloseTo(2 / 3, 12)
  expect(gap.missing).toBeCloseTo(4, 12)
})
test('without our own count, our people, or with under three peers nothing is compared', () => {
  const people = new Map([['own', 10], ['a', 10], ['b', 10], ['c', 10]])
  expect(gapOf({ kind: 'park', counts: { a: 1, b: 1, c: 1 } }, { own: 'own', peers: ['a', 'b', 'c'], people })).toMatchObject({ own: null, missing: null, peers: 3 })
  expect(gapOf({ kind: 'park', counts: { own: 1, a: 1, b: 0 } }, { own: 'own', peers: ['a', 'b', 'c'], people })).toMatchObject({ peers: 2, medianRate: null, missing: null })
  expect(gapOf({ kind: 'park', counts: { own: 1, a: 1, b: 0, c: 1 } }, { own: 'own', peers: ['a', 'b', 'c'], people: new Map([['a', 10], ['b', 10], ['c', 10]]) })).toMatchObject({ ownRate: null, missing: null })
})
test('counts: empty is not known and 0 is none; a word is sent back beside its district', () => {
  const base = { source: 'регистър', as_of: '2026-01-01', count_BG341: '0', count_BG342: '' }
  expect(countForm(typed(base))).toMatchObject({ ok: true, value: { counts: { BG341: 0 } } })
  const wrong = countForm(typed({ ...base, count_BG342: 'много', source: '' }))
  expect(wrong.ok ? [] : wrong.problem.map(({ field }) => field)).toEqual(['count_BG342', 'source'])
})
test('the pack’s assets are whole, real, in both languages, and each has its source with an address', () => {
  const entries = readPackAssets(readFileSync('packs/BG344/assets.json', 'utf8'))
  expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length)
  for (const { words } of entries) expect(words).toMatchObject({ illustrative: 'no', sourceAddress: expect.stringMatching(/^https:/), name: { en: expect.stringMatching(/\w/) }, owner: { en: expect.stringMatching(/\w/) } })
  expect(() => readPackAssets('{"assets":[{"key":"x","kind":"park","name_bg":"Х","as_of":"2026-01-01"}]}')).toThrow('source')
})
test('every kind has its name in both languages', () => {
  for (const kind of assetKinds) expect(kindNames[kind].bg && kindNames[kind].en).toBeTruthy()
})
