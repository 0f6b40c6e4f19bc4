// The current-state report as files: at least thirty pages in each language, for the home region with the figures of its pack alone.
import { expect, test } from 'vitest'
import { testStore } from '#test/database.ts'
import { starter } from '#test/starter.ts'
import { prepareIndices } from '#areas/evidence/indices/commands.ts'
import { compose } from '#areas/strategy/documents/pages.ts'
import { sizeAbout } from '#ui/documents/size.ts'
import { writeDocument } from '#ui/documents/write-document.ts'
import { openDocumentTools } from './tools.ts'

const store = await testStore({ seed: starter })
const tools = openDocumentTools()
await prepareIndices(store, new Date('2026-11-25T09:00:00Z'))
const documents = await store.reading((reader) => compose(reader, { languages: ['bg', 'en'], now: new Date('2026-11-25T09:00:00Z') }))

test.each(documents.map((document) => [document.language, document] as const))('the report in %s has at least thirty pages as PDF, and stands as Word too', async (_, document) => {
  const pdf = await writeDocument(document, 'pdf', tools)
  const pages = [...Buffer.from(pdf).toString('latin1').matchAll(/\/Type ?\/Page\b/g)].length
  expect(pages).toBeGreaterThanOrEqual(30)
  const word = await writeDocument(document, 'docx', tools)
  expect(Buffer.from(word.subarray(0, 2)).toString('latin1')).toBe('PK')
  const figures = document.blocks.filter(({ kind }) => kind === 'figure').length, tables = figures + document.blocks.filter(({ kind }) => kind === 'table').length
  for (const [format, bytes] of [['pdf', pdf], ['docx', word]] as const) {
    const ratio = sizeAbout(format, { figures, tables }) / bytes.byteLength
    expect(ratio, `${format} of ${bytes.byteLength} bytes`).toBeGreaterThan(0.6)
    expect(ratio, `${format} of ${bytes.byteLength} bytes`).toBeLessThan(1.6)
  }
  if (process.env.POSOKA_PICTURES !== undefined) {
    const { writeFileSync } = await import('node:fs')
    writeFileSync(`${process.env.POSOKA_PICTURES}/current-state-${document.language}.pdf`, pdf)
    console.log(document.language, pages)
  }
}, 60_000)
