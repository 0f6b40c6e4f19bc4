// An import killed half way, and imports that meet: what is left, what the next one does.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { oneRow, rows } from '#store/ask.ts'
import { thisProcess } from '#store/this-process.ts'
import { testStore } from '#test/database.ts'
import { starter } from '#test/starter.ts'
import { listArriving } from '../read.ts'
import { beginVintage, takeInDatasets, wantSelections } from '../write.ts'
import { clearDead } from '../write/clear-dead.ts'
import { defineTestDataset, importText, people, tsv } from '#test/small-files.ts'

const store = await testStore({ seed: starter })
const folder = mkdtempSync(join(tmpdir(), 'posoka-killed-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const counts = (dataset: string) => store.reading((reader) => oneRow(reader, sql<{ series: number; arriving: number }>`
  select (select count(*) from evidence.series s join evidence.vintage v on v.number = s.vintage where v.dataset = ${dataset}) as series,
    (select count(*) from evidence.vintage where dataset = ${dataset} and state = 'arriving') as arriving`), { as: 'staff' })

/** Ten sexes for every region there is: some 18,000 series, more than two batches. */
const makeLargeFile = async (dataset: string): Promise<string> => {
  const codes = await store.reading((reader) => rows(reader, sql<{ code: string }>`select code from evidence.region where version = '2024' and level <> 'municipality' order by code`))
  const sexes = Array.from({ length: 10 }, (_, at) => `S${at}`)
  await store.writing(async (writer) => {
    const both = { bg: dataset, en: dataset }
    await takeInDatasets(writer, [{ code: dataset, source: 'eurostat', title: both, doi: null, licence: { id: 'x', name: both, address: 'x' }, address: 'x', download: null, regionDimension: 'geo', regionCodes: 'nuts', frequency: 'A', dimensions: [], note: null }])
    await wantSelections(writer, sexes.map((sex) => ({ key: `${dataset}.${sex}`, dataset, filter: { sex: [sex] }, unit: { id: 'u', scale: 1, currency: null, percent: false }, limits: { adds: 'no', whole: 'no', low: null, high: null } })))
  })
  const file = join(folder, 'large.tsv')
  const lines = sexes.flatMap((sex) => codes.map(({ code }) => `A,${sex},${code}\t${Array.from({ length: 20 }, (_, at) => `${at} `).join('\t')}`))
  writeFileSync(file, `freq,sex,geo\\TIME_PERIOD\t${Array.from({ length: 20 }, (_, at) => `${2000 + at} `).join('\t')}\n${lines.join('\n')}\n`)
  return file
}

describe('killed half way', () => {
  test('its half is seen by nobody, cleared away at the next start, and the same file goes in whole afterwards', async () => {
    const file = await makeLargeFile('large')
    const parts = JSON.stringify({ primary: store.address, rights: { by: 'role' }, files: join(inject('testFolder'), 'files') })
    const child = spawn(process.execPath, [join(import.meta.dirname, 'import-child.ts'), parts, 'large', file], { stdio: ['ignore', 'pipe', 'inherit'] })
    const killed = new Promise<void>((done) => child.on('exit', () => done()))
    let said = ''
    for await (const piece of child.stdout) {
      said += piece
      // The second batch is being sent: the first is committed.
      if ((said.match(/reading/g) ?? []).length >= 2) child.kill('SIGKILL')
    }
    await killed
    expect(said).not.toContain('settled')
    const left = await counts('large')
    expect(left?.arriving).toBe(1)
    expect(left?.series).toBeGreaterThan(0)
    expect(await clearDead(store, { now: new Date(), here: thisProcess })).toBe(1)
    expect(await counts('large')).toEqual({ series: 0, arriving: 0 })
    const end = await importText(store, readFileSync(file), { dataset: 'large', nuts: '2024' })
    expect(end).toMatchObject({ kind: 'settled', state: 'current' })
    expect((await counts('large'))?.series).toBeGreaterThan(17_000)
  })
})

describe('two imports of one dataset', () => {
  const begin = (process: number, seen = new Date()) => store.writing((writer) => beginVintage(writer, {
    dataset: people, origin: 'file', receivedAt: seen, address: 'x', fileName: 'x', mediaType: 'text/csv', bytesSha256: '1'.repeat(64), contentSha256: '1'.repeat(64), originalSha256: null, size: 1,
    readerVersion: '1', licence: 'x', by: null, host: thisProcess.host, process,
  }))
  const text = tsv({ BG344: '1 2' })
  test('the second is told that another is under way, and since when', async () => {
    await defineTestDataset(store)
    const since = new Date()
    await begin(process.pid, since)
    expect(await importText(store, text, { now: () => new Date() })).toEqual({ kind: 'busy', since })
    expect(await store.reading((reader) => listArriving(reader, { dataset: people }), { as: 'staff' })).toHaveLength(1)
  })
  test('one whose process is gone is cleared away by the next', async () => {
    await store.writing((writer) => rows(writer, sql`update evidence.import_progress set process = 2147483000`))
    expect(await importText(store, text, { now: () => new Date(), nuts: '2024' })).toMatchObject({ kind: 'settled', state: 'current' })
    expect(await counts(people)).toEqual({ series: 1, arriving: 0 })
  })
  test('one on another machine is believed to live for two minutes of silence', async () => {
    await begin(1)
    await store.writing((writer) => rows(writer, sql`update evidence.import_progress set host = 'elsewhere'`))
    const later = (seconds: number) => new Date(Date.now() + seconds * 1000)
    expect(await clearDead(store, { now: later(60), here: thisProcess })).toBe(0)
    expect(await clearDead(store, { now: later(180), here: thisProcess })).toBe(1)
  })
})
