// A file becomes a vintage, or it does not: what stays the same, what waits, what stops, what an interruption leaves.
import { beforeEach, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { oneRow, rows } from '#store/ask.ts'
import { testStore } from '#test/database.ts'
import { starter } from '#test/starter.ts'
import { getEdition } from '#areas/evidence/regions/read.ts'
import { findDataset, findRawFile, findVintage, listArriving, listCurrentSelections, listHeld } from '../read.ts'
import { readPanels } from '../read/panels.ts'
import type { ImportEnd } from '../rules/import-words.ts'
import { sayImport } from '../rules/import-words.ts'
import { decideVintage } from '../write.ts'
import { defineTestDataset, importText, packed, people, tsv } from '#test/small-files.ts'

const store = await testStore({ seed: starter })
const now = new Date('2026-11-25T09:00:00Z')
let dataset = people
let count = 0
// Every test has a dataset of its own: vintages of one never meet those of another.
beforeEach(async () => {
  dataset = `people_${++count}`
  await defineTestDataset(store, { code: dataset })
})
const take = (text: string | Uint8Array, ask: Parameters<typeof importText>[2] = {}) => importText(store, text, { dataset, nuts: '2024', ...ask })
const settled = (end: ImportEnd): Extract<ImportEnd, { kind: 'settled' }> => {
  if (end.kind !== 'settled') throw new Error(`the import ended as ${end.kind}`)
  return end
}
const page = () => store.reading((reader) => findDataset(reader, { code: dataset }))
/** What readers of the current vintage see: BG344 and its values. */
const shown = async (): Promise<string> => store.reading(async (reader) => {
  const [selection] = await listCurrentSelections(reader, [`${dataset}.total`])
  if (!selection) return 'nothing'
  const [panel] = await readPanels(reader, [{ vintage: selection.vintage, selection: selection.number }])
  const run = panel?.runs.get('BG344')
  return run ? run.periods.map((period, at) => `${period}=${run.missing[at] ?? run.values[at]}${run.flags[at]}`).join(' ') : 'no BG344'
})
const counts = () => store.reading((reader) => oneRow(reader, sql<{ series: number; vintages: number; arriving: number }>`
  select (select count(*) from evidence.series s join evidence.vintage v on v.number = s.vintage where v.dataset = ${dataset}) as series,
    (select count(*) from evidence.vintage where dataset = ${dataset}) as vintages, (select count(*) from evidence.vintage where state = 'arriving') as arriving`), { as: 'staff' })
const report = (end: ImportEnd): readonly string[] => settled(end).report.remarks.map((remark) => `${remark.result} ${remark.check} ${remark.says}`)
const homeAlone = { BG344: '100 110 120' }

describe('an undated file', () => {
  const undated = () => page().then((found) => found?.current)
  test('is never dated by the day it came: nobody knows the day of the source', async () => {
    expect(settled(await take(tsv(homeAlone)))).toMatchObject({ asOf: '2026-11-25', dateFrom: 'receipt' })
    expect(await undated()).toMatchObject({ dateFrom: 'receipt' })
  })
  test('that says what the one before says keeps its date: the figures are no newer', async () => {
    await take(tsv(homeAlone), { asOf: '2026-02' })
    const end = settled(await take(`${tsv(homeAlone)}\n`))
    expect(end).toMatchObject({ state: 'current', asOf: '2026-02', dateFrom: 'alike', revision: { changed: 0 } })
    expect(sayImport({ dataset, end, language: 'bg' }).join(' ')).toContain('датата му остава')
  })
  test('with one more year, one more region or another value is another edition', async () => {
    await take(tsv({ BG344: '100 110' }), { asOf: '2026-02' })
    expect(settled(await take(tsv({ BG344: '100 110 120' })))).toMatchObject({ state: 'current', asOf: '2026-11-25', dateFrom: 'receipt' })
  })
})
describe('what the terminal says of a file', () => {
  test('that concerns no single series begins with the sentence, not with a colon', async () => {
    const end = await take(tsv({ BG344: '1 2', BG999: '1 2' }))
    const said = sayImport({ dataset, end, language: 'en' })
    expect(said.find((line) => line.includes('BG999'))).toMatch(/^ {2}One region code is not of NUTS 2024: BG999\./)
  })
})
describe('a good file', () => {
  test('becomes the current vintage with its values, flags and reasons, and the file is kept', async () => {
    const end = settled(await take(tsv({ BG344: '100 9.5b :c' })))
    expect(end).toMatchObject({ state: 'current', series: 1 })
    expect(await shown()).toBe('2020=100 2021=9.5b 2022=confidentialc')
    const found = await page()
    expect(found).toMatchObject({ current: { number: end.vintage, format: 'eurostat-tsv', rows: 1, cells: 3, seriesKept: 1, newest: '2021', nutsVersion: '2024', origin: 'file' }, progress: null, dataset: { lastProblem: null } })
    const file = await store.reading((reader) => findRawFile(reader, { code: dataset, number: end.vintage }))
    const bytes = []
    for await (const chunk of store.files.read(file?.sha256 ?? '')) bytes.push(chunk)
    expect(Buffer.concat(bytes).toString()).toBe(tsv({ BG344: '100 9.5b :c' }))
  })
  test('leaves an act in the audit trail', async () => {
    await take(tsv(homeAlone))
    const acts = await store.reading((reader) => rows(reader, sql<{ act: string }>`select act from store.audit where after->>'dataset' = ${dataset}`), { as: 'staff' })
    expect(acts.map((one) => one.act)).toEqual(['evidence.vintage.settle'])
  })
  test('the same bytes again change nothing and say so', async () => {
    const first = settled(await take(tsv(homeAlone)))
    const before = await store.reading(getEdition)
    const again = await take(tsv(homeAlone))
    expect(again).toEqual({ kind: 'same', vintage: first.vintage, state: 'current', how: 'bytes' })
    expect(sayImport({ dataset, end: again, language: 'bg' })[0]).toContain('Нищо не е променено')
    expect(await store.reading(getEdition)).toBe(before)
  })
  test('the same content under another packing changes nothing either', async () => {
    const first = settled(await take(tsv(homeAlone)))
    expect(await take(packed(tsv(homeAlone)))).toEqual({ kind: 'same', vintage: first.vintage, state: 'current', how: 'content' })
  })
  test('a series the file does not hold is absent, which is marked and no fault', async () => {
    const end = await take(tsv({ BG341: '1 2' }))
    expect(settled(end).state).toBe('current')
    expect(report(end)).toEqual(['mark marks homeAbsent'])
    expect(await shown()).toBe('no BG344')
  })
  test('a dataset nobody knows is named', async () => {
    expect(await take(tsv(homeAlone), { dataset: 'no_such' })).toEqual({ kind: 'noDataset' })
  })
})

describe('a newer vintage', () => {
  test('replaces the one before, keeps it, and says what was revised', async () => {
    const beside = { BG341: '1 2 3', BG342: '1 2 3' }
    const old = settled(await take(tsv({ ...beside, BG344: '100 110 120' }), { asOf: '2025-01' }))
    const end = settled(await take(tsv({ BG341: '1 2 3 4', BG342: '1 2 3 4', BG344: '100 112 120p 130' }), { asOf: '2026-01' }))
    expect(end).toMatchObject({ state: 'current', revision: { from: old.vintage, to: end.vintage, compared: 9, changed: 1, appeared: 0, vanished: 0, flagsChanged: 1 } })
    expect((await page())?.vintages.map((one) => [one.number, one.state, one.seriesKept])).toEqual([[end.vintage, 'current', 3], [old.vintage, 'superseded', 3]])
    expect(await counts()).toMatchObject({ series: 6 })
    expect((await page())?.revision?.atHome).toMatchObject([{ region: 'BG344', period: '2021', before: { value: 110 }, after: { value: 112 } }])
  })
  test('an older one goes to the history and shows nothing as new', async () => {
    await take(tsv({ BG344: '100 112' }), { asOf: '2026-01' })
    expect(settled(await take(tsv({ BG344: '100 111' }), { asOf: '2025-01' }))).toMatchObject({ state: 'superseded' })
    expect(await shown()).toBe('2020=100 2021=112')
  })
  test('a change of more than a tenth at home waits for a person; until then readers see the old one', async () => {
    await take(tsv({ BG344: '100 110' }), { asOf: '2025' })
    const end = await take(tsv({ BG344: '100 130' }), { asOf: '2026' })
    expect(settled(end).state).toBe('held')
    expect(report(end)).toContain('hold revisions homeRevised')
    expect(await shown()).toBe('2020=100 2021=110')
    expect((await store.reading(listHeld)).map((one) => one.dataset.code)).toContain(dataset)
  })
  test('a failed or shrunken answer never replaces a good one', async () => {
    const many = Object.fromEntries(['BG341', 'BG342', 'BG343', 'BG344'].map((code) => [code, '1 2']))
    await take(tsv(many))
    for (const bad of ['<!doctype html><title>502</title>', '', 'freq,unit,sex,geo\\TIME_PERIOD\t2020 \nA,NR,T,BG344\tabc \n', tsv({ BG344: '1 2' })]) {
      expect(settled(await take(bad)).state, bad.slice(0, 20)).toBe('refused')
      expect(await shown()).toBe('2020=1 2021=2')
    }
    expect(await counts()).toMatchObject({ series: 4, arriving: 0 })
  })
})

describe('what stops', () => {
  test('a web page saved as .csv is refused with a sentence that stays with the dataset', async () => {
    const end = settled(await take('<html><body>Service unavailable</body></html>'))
    expect(end.state).toBe('refused')
    expect(sayImport({ dataset, end, language: 'en' })[0]).toContain('web page')
    expect((await page())?.dataset.lastProblem?.bg).toContain('уеб страница')
  })
  test('the same key twice with different values is refused with its line', async () => {
    const end = settled(await take(`${tsv(homeAlone)}A,NR,T,BG344\t1 \t2 \t3 \n`))
    expect(end.report.remarks[0]).toMatchObject({ result: 'stop', check: 'duplicates', facts: { line: 3 } })
  })
  test('the same key twice with the same values is told', async () => {
    const end = await take(`${tsv(homeAlone)}A,NR,T,BG344\t100 \t110 \t120 \n`)
    expect(settled(end).state).toBe('current')
    expect(report(end)).toContain('note duplicates sameTwice')
  })
  test('a renamed dimension', async () => {
    expect(report(await take(tsv(homeAlone).replace(',sex,', ',gender,')))).toContain('stop header dimensionMissing')
  })
  test('a filter that finds two series for a region', async () => {
    const text = `freq,unit,sex,age,geo\\TIME_PERIOD\t2020 \nA,NR,T,Y1,BG344\t1 \nA,NR,T,Y2,BG344\t2 \n`
    const end = settled(await take(text))
    expect(end).toMatchObject({ state: 'refused' })
    expect(end.report.remarks.find((one) => one.says === 'filterAmbiguous')?.facts).toEqual({ dimensions: 'age' })
  })
  test('lev in a series of euro', async () => {
    const code = `${dataset}_money`
    await defineTestDataset(store, { code, currency: 'BGN', unit: '1000EUR' })
    expect(report(await take(tsv({ BG344: '1 2' }, { unit: '1000EUR' }), { dataset: code }))).toContain('stop unit unitDiffers')
  })
  test('euro that became lev without a word', async () => {
    const code = `${dataset}_money`
    await defineTestDataset(store, { code, currency: 'EUR', unit: '1000EUR' })
    await take(tsv({ BG344: '100 200 300' }, { unit: '1000EUR' }), { dataset: code, asOf: '2025' })
    const end = await take(tsv({ BG344: '195.583 391.166 586.749' }, { unit: '1000EUR' }), { dataset: code, asOf: '2026' })
    expect(report(end)).toContain('stop unit euroToLev')
    expect(settled(end).state).toBe('refused')
  })
  test('a refused file may be tried again when it is read another way', async () => {
    const mixed = tsv({ BG344: '1', BE221: '1', BE224: '1' })
    expect(settled(await importText(store, mixed, { dataset })).state).toBe('refused')
    expect(settled(await take(mixed, { nuts: '2021' })).state).toBe('held')
  })
})

describe('a region code of another NUTS version', () => {
  const mixed = tsv({ BG344: '1', BE221: '2', BE224: '3' })
  test('stops and asks; with the version stated it waits, and its figures are not stored under a wrong pair', async () => {
    const asked = settled(await importText(store, mixed, { dataset }))
    expect(asked.report.remarks[0]).toMatchObject({ says: 'noVersionFits' })
    const end = settled(await take(mixed, { nuts: '2021' }))
    expect(end).toMatchObject({ state: 'held', series: 2 })
    expect(end.report.remarks[0]).toMatchObject({ says: 'regionsOfAnotherVersion', facts: { codes: 'BE221' } })
    expect(await store.writing((writer) => decideVintage({ writer, now, by: null }, { number: end.vintage, decision: 'accept', reason: 'знаем' }))).toBe('current')
    expect(await shown()).toBe('2020=1')
  })
  test('what was accepted once does not hold the next vintage', async () => {
    const end = settled(await take(mixed, { nuts: '2021', asOf: '2025' }))
    await store.writing((writer) => decideVintage({ writer, now, by: null }, { number: end.vintage, decision: 'accept', reason: 'знаем' }))
    const next = await importText(store, tsv({ BG344: '1 5', BE221: '2 3', BE224: '3 4' }), { dataset, asOf: '2026' })
    expect(settled(next).state).toBe('current')
    expect(report(next)).toContain('note codes regionsOfAnotherVersion')
  })
})

describe('sums', () => {
  // All 28 districts at zero but two, so that country and districts meet.
  const districts = async (): Promise<readonly string[]> => (await store.reading((reader) => rows(reader, sql<{ code: string }>`select code from evidence.region where version = '2024' and level = 'nuts3' and code like 'BG%' order by code`))).map((row) => row.code)
  const file = async (own: string, whole: string): Promise<string> => tsv({ BG: whole, ...Object.fromEntries((await districts()).map((code) => [code, code === 'BG344' ? own : '10'])) })
  test('districts that add up pass, an invented row is held', async () => {
    expect(settled(await take(await file('30', '300'), { asOf: '2024' })).state).toBe('current')
    const end = await take(await file('95', '300'), { asOf: '2025' })
    expect(settled(end).state).toBe('held')
    expect(report(end)).toContain('hold sums sumDiffers')
    expect(await shown()).toBe('2020=30')
  })
  test('with a confidential district the sum is not made and nothing about the difference is kept', async () => {
    const end = settled(await take(await file(':c', '300')))
    expect(end.state).toBe('current')
    const kept = await store.reading((reader) => findVintage(reader, { code: dataset, number: end.vintage }))
    const note = kept?.remarks.find((remark) => remark.check === 'suppressedParts')
    expect(Object.keys(note?.facts ?? {}).sort()).toEqual(['of', 'periods'])
    expect(JSON.stringify(kept?.remarks)).not.toContain('30')
  })
})

describe('a held vintage', () => {
  const held = async (): Promise<number> => {
    await take(tsv({ BG344: '100 110' }), { asOf: '2025' })
    return settled(await take(tsv({ BG344: '100 130' }), { asOf: '2026' })).vintage
  }
  const decide = (number: number, decision: 'accept' | 'refuse') => store.writing((writer) => decideVintage({ writer, now, by: null }, { number, decision, reason: 'проверено с НСИ' }))
  test('accepted, becomes current with its reason for everybody to read', async () => {
    const number = await held()
    expect(await decide(number, 'accept')).toBe('current')
    expect(await shown()).toBe('2020=100 2021=130')
    expect((await page())?.current).toMatchObject({ number, reason: 'проверено с НСИ' })
  })
  test('refused, leaves the old one and keeps its file and report', async () => {
    const number = await held()
    expect(await decide(number, 'refuse')).toBe('refused')
    expect(await shown()).toBe('2020=100 2021=110')
    expect(await store.reading((reader) => findVintage(reader, { code: dataset, number }))).toMatchObject({ vintage: { state: 'refused', seriesKept: 0 } })
    expect(await counts()).toMatchObject({ series: 1 })
  })
  test('is decided on once', async () => {
    const number = await held()
    await decide(number, 'accept')
    expect(await decide(number, 'refuse')).toBe('settled')
    expect(await decide(999_999, 'accept')).toBe('none')
  })
})

describe('in between', () => {
  test('nobody sees half a vintage: while it arrives, readers have the old one', async () => {
    await take(tsv({ BG344: '1 2' }), { asOf: '2025' })
    const seen: Promise<string>[] = []
    await take(tsv({ BG344: '1 2 3' }), { asOf: '2026', onProgress: (at) => { if (at.step === 'checking' || at.step === 'settling') seen.push(shown()) } })
    // A question that was asked before the last act and answered after it sees all of the new one.
    expect(new Set(await Promise.all(seen)).has('2020=1 2021=2')).toBe(true)
    for (const one of await Promise.all(seen)) expect(['2020=1 2021=2', '2020=1 2021=2 2022=3']).toContain(one)
    expect(await shown()).toBe('2020=1 2021=2 2022=3')
  })
  test('five imports at once of the same file: one vintage, and no error', async () => {
    const ends = await Promise.all([1, 2, 3, 4, 5].map(() => take(tsv({ BG344: '1 2' }))))
    expect(ends.filter((end) => end.kind === 'settled')).toHaveLength(1)
    expect(ends.every((end) => end.kind === 'settled' || end.kind === 'busy' || end.kind === 'same')).toBe(true)
    expect(await counts()).toMatchObject({ vintages: 1, series: 1, arriving: 0 })
  })
  test('interrupted, it leaves nothing but the file', async () => {
    const stop = new AbortController()
    await expect(take(tsv(homeAlone), { signal: stop.signal, onProgress: (at) => { if (at.step === 'checking') stop.abort() } })).rejects.toThrow('abort')
    expect(await counts()).toMatchObject({ vintages: 0, series: 0, arriving: 0 })
    expect(await store.reading((reader) => listArriving(reader), { as: 'staff' })).toEqual([])
    expect(settled(await take(tsv(homeAlone))).state).toBe('current')
  })
})
