// The files of the region profile, as they leave the door: how many pages, how large, for whom, and with whose emblem.
import { expect, test } from 'vitest'
import { documentFormats } from '#kernel/document.ts'
import { testStore } from '#test/database.ts'
import { few } from '#test/matrix.ts'
import { starter } from '#test/starter.ts'
import { findReport } from '#areas/evidence/indicators/read/report.ts'
import { pages as indicatorPages } from '#areas/evidence/indicators/pages.ts'
import { toReportDocument } from '#areas/evidence/indicators/views/report/report.ts'
import { getHomeRegion } from '#areas/evidence/regions/read.ts'
import { emptyPng } from '#ui/documents/empty-png.ts'
import { sizeAbout } from '#ui/documents/size.ts'
import { writeDocument } from '#ui/documents/write-document.ts'
import { makeApp } from '../app.ts'
import { testFrame, testSecret } from '../test-app.ts'
import { openDocumentTools } from './tools.ts'

const store = await testStore({ seed: starter })
const now = new Date('2026-11-25T09:00:00Z')
const tools = openDocumentTools()
const home = await store.reading((reader) => getHomeRegion(reader))
const documentOf = async (region: string, language: 'bg' | 'en') => {
  const report = await store.reading((reader) => findReport(reader, { region, now }))
  if (report === undefined) throw new Error(`no report of ${region}`)
  return toReportDocument({ language, report, home, emblem: null })
}
const pagesOf = (pdf: Uint8Array): number => [...Buffer.from(pdf).toString('latin1').matchAll(/\/Type ?\/Page\b/g)].length

test.each(few(['bg'] as const, ['bg', 'en'] as const))('the profile of the district has at least twenty pages in %s', async (language) => {
  const pdf = await writeDocument(await documentOf(home.code, language), 'pdf', tools)
  expect(pagesOf(pdf)).toBeGreaterThanOrEqual(20)
}, 30_000)

test.each([home.code, home.municipalities[0] ?? ''])('the size said of the files of %s is about their size', async (region) => {
  const document = await documentOf(region, 'bg')
  const figures = document.blocks.filter(({ kind }) => kind === 'figure').length
  const tables = figures + document.blocks.filter(({ kind }) => kind === 'table').length
  for (const format of documentFormats) {
    const { byteLength } = await writeDocument(document, format, tools)
    const ratio = sizeAbout(format, { figures, tables }) / byteLength
    expect(ratio, `${format} of ${byteLength} bytes`).toBeGreaterThan(0.7)
    expect(ratio, `${format} of ${byteLength} bytes`).toBeLessThan(1.4)
  }
}, 30_000)

test('an emblem stands on the cover, as PNG and as SVG, with its alternative text', async () => {
  const document = await documentOf(home.municipalities[0] ?? '', 'bg')
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 50"><path d="M0 0h40v50z"/></svg>').toString('base64')
  const png = Buffer.from(emptyPng).toString('base64')
  for (const [mediaType, base64] of [['image/svg+xml', svg], ['image/png', png]] as const) {
    const withEmblem = { ...document, emblem: { mediaType, stored: '0'.repeat(64), alt: 'Герб на общината', base64 } }
    for (const format of ['pdf', 'docx'] as const) {
      const [plain, own] = [await writeDocument(document, format, tools), await writeDocument(withEmblem, format, tools)]
      expect(own.byteLength, `${format} ${mediaType}`).toBeGreaterThan(plain.byteLength)
    }
  }
}, 30_000)

test('a visitor gets each file by its address, with its name; of a region without a profile there is none', async () => {
  const app = makeApp({ store, pages: indicatorPages, frame: testFrame, secret: testSecret })
  for (const format of documentFormats) {
    const answer = await app.request(`/bg/evidence/regions/${home.municipalities[0] ?? ''}/profile.${format}`)
    expect(answer.status, format).toBe(200)
    expect(answer.headers.get('content-disposition')).toContain(`.${format}"`)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect(Buffer.from(bytes.subarray(0, 4)).toString('latin1')).toBe(format === 'pdf' ? '%PDF' : 'PK\u0003\u0004')
    expect((await app.request(`/bg/evidence/regions/${home.country}/profile.${format}`)).status).toBe(404)
    expect((await app.request(`/en/evidence/regions/XX1/profile.${format}`)).status).toBe(404)
  }
}, 60_000)
