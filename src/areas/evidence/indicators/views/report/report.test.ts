// The profile as a document: what must stand in it, and that its sentences are made of its figures.
import { describe, expect, test } from 'vitest'
import type { Document, DocumentBlock } from '#kernel/document.ts'
import { languages } from '#kernel/language.ts'
import { testStore } from '#test/database.ts'
import { starter } from '#test/starter.ts'
import { getHomeRegion } from '#areas/evidence/regions/read.ts'
import { findReport } from '../../read/report.ts'
import type { RegionReport } from '../../rules/report.ts'
import { toReportDocument } from './report.ts'

const store = await testStore({ seed: starter })
const now = new Date('2026-11-25T09:00:00Z')
const reportOf = (region: string) => store.reading((reader) => findReport(reader, { region, now }))
const home = await store.reading((reader) => getHomeRegion(reader))
const district = await reportOf(home.code) as RegionReport
const written = (report: RegionReport, language: 'bg' | 'en'): Document => toReportDocument({ language, report, home, emblem: null })
const figuresOf = (document: Document) => document.blocks.filter((block) => block.kind === 'figure')
const spoken = (block: DocumentBlock): readonly string[] => block.kind === 'paragraph' ? [block.text] : block.kind === 'figure' ? [block.heading] : []
const sentencesOf = (document: Document): readonly string[] => document.blocks.flatMap(spoken).flatMap((text) => text.split(/(?<=[.!?]) (?=[A-ZА-Я])/)).map((one) => one.trim())

describe.each(languages)('the report in %s', (language) => {
  const document = written(district, language)

  test('has for every drawing the same numbers as a table, an alternative text, a source and its vintage', () => {
    const figures = figuresOf(document)
    expect(figures.length).toBeGreaterThan(25)
    for (const figure of figures) {
      expect(figure.table.rows.length, figure.id).toBeGreaterThan(0)
      for (const row of figure.table.rows) expect(row.cells).toHaveLength(figure.table.head.length - 1)
      expect(figure.alt.length, figure.id).toBeGreaterThan(figure.heading.length)
      expect(figure.sources.every(({ name, vintage }) => name !== '' && vintage !== '') && figure.sources.length > 0, figure.id).toBe(true)
      expect(figure.svg).toContain('</svg>')
    }
    for (const block of document.blocks) if (block.kind === 'table') expect(block.sources.length, block.id).toBeGreaterThan(0)
  })
  test('says no sentence twice', () => {
    const sentences = sentencesOf(document)
    expect(sentences.filter((one, at) => sentences.indexOf(one) !== at)).toEqual([])
    expect(sentences.length).toBeGreaterThan(80)
  })
  test('opens every chapter of figures with sentences that hold their numbers', () => {
    for (const [at, block] of document.blocks.entries()) {
      if (block.kind !== 'heading' || block.level !== 1 || !district.chapters.some(({ domain, lines }) => domain === block.id && lines.length > 0)) continue
      expect(document.blocks[at + 1]).toMatchObject({ kind: 'paragraph', look: 'lead' })
      expect((document.blocks[at + 2] as { text: string }).text, block.text).toMatch(/\d/)
    }
  })
  test('names every indicator without figures and says why', () => {
    const listed = document.blocks.flatMap((block) => (block.kind === 'list' ? block.items : []))
    for (const indicator of district.without) expect(listed.find(({ lead }) => lead === indicator.name[language])?.text ?? '', indicator.key).not.toBe('')
    expect(district.without.length).toBeGreaterThan(5)
  })
  test('holds nothing unfinished', () => {
    expect(JSON.stringify({ ...document, blocks: document.blocks.map((block) => (block.kind === 'figure' ? { ...block, svg: '', narrow: '' } : block)) })).not.toMatch(/\bundefined\b|\bNaN\b|\[object|TODO|[Ll]orem|\{\w+\}/)
  })
  test('has no two blocks with one name', () => {
    const ids = document.blocks.flatMap((block) => ('id' in block ? [block.id] : []))
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })
})

test('another figure makes another sentence, and nothing else of the chapter is touched', () => {
  const at = district.chapters.findIndex(({ domain }) => domain === 'entrepreneurship')
  const changed = structuredClone(district)
  const line = changed.chapters[at]?.lines[0]
  if (line?.headline.newest?.cell.missing !== null || line.headline.series === null) throw new Error('the chapter has no figure')
  const before = line.headline.newest.cell.value
  Object.assign(line.headline.newest.cell, { value: before + 11 })
  for (const { region, series } of line.series) if (region.code === home.code) series.values[series.periods.indexOf(line.headline.newest.period)] = before + 11
  const old = sentencesOf(written(district, 'bg')), now = sentencesOf(written(changed, 'bg'))
  const different = old.flatMap((sentence, index) => (sentence === now[index] ? [] : [[sentence, now[index]]]))
  const number = (value: number) => value.toFixed(1).replace('.', ',')
  expect(different.length).toBeGreaterThanOrEqual(2)
  for (const [was, is] of different) { expect(was).toContain(number(before)); expect(is).toContain(number(before + 11)) }
})

test('a municipality has its own report, of what is published about itself', async () => {
  const report = await reportOf(home.municipalities[0] ?? '') as RegionReport
  const document = written(report, 'bg')
  expect(document.title).toMatch(/^Община /)
  expect(figuresOf(document).length).toBeGreaterThan(5)
  const sentences = sentencesOf(document)
  expect(sentences.filter((one, index) => sentences.indexOf(one) !== index)).toEqual([])
})
test('a country or a planning region has none', async () => {
  expect(await reportOf(home.country)).toBeUndefined()
  expect(await reportOf('XX999')).toBeUndefined()
})
test('the date of a document is that of its newest source, so that the same figures give the same document', () => {
  expect(written(district, 'bg').asOf.day).toBe(`${district.credits.map(({ asOf }) => asOf).toSorted().at(-1)}-01-01`.slice(0, 10))
  expect(written(district, 'en')).toEqual(written(structuredClone(district), 'en'))
})
