// The current-state report: what must stand in it, that its sentences are made of the record, and that an edition never changes.
import { describe, expect, test } from 'vitest'
import type { Document, DocumentBlock } from '#kernel/document.ts'
import { numberBlocks } from '#kernel/document.ts'
import { languages, type Language } from '#kernel/language.ts'
import { testStore } from '#test/database.ts'
import { staff } from '#test/participation.ts'
import { starter } from '#test/starter.ts'
import { getHomeRegion } from '#areas/evidence/regions/read.ts'
import { changeFinding, publishFinding, writeFinding } from '#areas/strategy/findings/write.ts'
import { addFigure } from '#areas/strategy/findings/write/evidence.ts'
import type { FindingWords } from '#areas/strategy/findings/rules.ts'
import { publishCurrentState } from './commands.ts'
import { compose } from './pages.ts'
import { findCurrentState, findEdition, frozenOf, listEditionFigures, listEditions, listTextVersions, sha256Of } from './read.ts'
import { changesSince, type CurrentState, halfTexts, listFrozen } from './rules.ts'
import { prepareIndices } from '#areas/evidence/indices/commands.ts'
import { wayOf } from '#areas/strategy/findings/rules/analyses.ts'
import { judgedLines, quartersOf } from './rules/analyses.ts'
import { toCurrentStateDocument } from './views/report/document.ts'
import { saveChapterText } from './write.ts'
import type { WriteVisit } from '#store/visit.ts'

const store = await testStore({ seed: starter })
const now = new Date('2026-11-25T09:00:00Z')
const who = staff('analyst')
const as = <T>(work: (visit: WriteVisit) => Promise<T>): Promise<T> => store.writing((writer) => work({ writer, who, language: 'bg', now }))
const words = (bg: string, more: Partial<FindingWords> = {}): FindingWords => ({ kind: 'threat', theme: 'people', confidence: 'low', statement: { bg, en: `EN ${bg}` }, says: { bg: '', en: '' }, illustrative: 'yes', ...more })
await prepareIndices(store, now)
await as((visit) => writeFinding(visit, { words: words('Младите намаляват') }))
await as((visit) => addFigure(visit, { number: 1, key: 'ctx.pop', scope: 'own', passage: '', reason: 'толкова души' }))
await as((visit) => publishFinding(visit, { number: 1, version: 1 }))
await as((visit) => saveChapterText(visit, { chapter: 'people', text: { bg: 'Хората са най-важното.\n\nЗатова започваме с тях.', en: 'People matter most.\n\nSo we begin with them.' } }))

const home = await store.reading((reader) => getHomeRegion(reader))
const state = await store.reading((reader) => findCurrentState(reader, { now }))
const written = (of: CurrentState, language: Language): Document => toCurrentStateDocument({ language, state: of, home, emblem: null })
const sentencesOf = (document: Document): readonly string[] => document.blocks.flatMap((block: DocumentBlock) => (block.kind === 'paragraph' ? [block.text] : block.kind === 'figure' ? [block.heading] : [])).flatMap((text) => text.split(/(?<=[.!?]) (?=[A-ZА-Я])/)).map((one) => one.trim())
const chaptersOf = (document: Document) => document.blocks.flatMap((block, at) => (block.kind === 'heading' && block.level === 1 ? [{ id: block.id, text: block.text, next: document.blocks.slice(at + 1, at + 4) }] : []))

describe.each(languages)('the report in %s', (language) => {
  const document = written(state, language)
  test('opens every chapter with three sentences that hold their numbers', () => {
    const chapters = chaptersOf(document)
    expect(chapters.length).toBeGreaterThan(12)
    for (const { text, next } of chapters) for (const block of next) {
      expect(block.kind, text).toBe('paragraph')
      expect((block as { text: string }).text, text).toMatch(/\d/)
    }
  })
  test('says no sentence twice', () => {
    const sentences = sentencesOf(document)
    expect(sentences.filter((one, at) => sentences.indexOf(one) !== at)).toEqual([])
    expect(sentences.length).toBeGreaterThan(90)
  })
  test('gives every figure its number, source, vintage and alternative text, and the same numbers as a table', () => {
    const figures = document.blocks.filter((block) => block.kind === 'figure')
    expect(figures.length).toBeGreaterThan(25)
    const numbers = numberBlocks(document.blocks)
    figures.forEach((figure, at) => {
      expect(numbers.get(figure)?.figure).toBe(at + 1)
      expect(figure.sources.length > 0 && figure.sources.every(({ name, vintage }) => name !== '' && vintage !== ''), figure.id).toBe(true)
      expect(figure.alt.length, figure.id).toBeGreaterThan(figure.heading.length)
      expect(figure.table.rows.length, figure.id).toBeGreaterThan(0)
    })
    for (const block of document.blocks) if (block.kind === 'table') expect(block.sources.length, block.id).toBeGreaterThan(0)
  })
  test('holds nothing unfinished, and no two blocks with one name', () => {
    expect(JSON.stringify({ ...document, blocks: document.blocks.map((block) => (block.kind === 'figure' ? { ...block, svg: '', narrow: '' } : block)) })).not.toMatch(/\bundefined\b|\bNaN\b|Infinity|\[object|TODO|[Ll]orem|\{\w+\}/)
    const ids = document.blocks.flatMap((block) => ('id' in block ? [block.id] : []))
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })
  test('holds what people wrote behind the three sentences, the findings with their evidence, and says which analyses are not in it', () => {
    const at = document.blocks.findIndex((block) => block.kind === 'heading' && block.id === 'people')
    expect(document.blocks.slice(at + 4, at + 6)).toMatchObject([{ text: language === 'bg' ? 'Хората са най-важното.' : 'People matter most.' }, { text: language === 'bg' ? 'Затова започваме с тях.' : 'So we begin with them.' }])
    const table = document.blocks.find((block) => block.kind === 'table' && block.id === 'findings-threat')
    expect(JSON.stringify(table)).toContain(language === 'bg' ? 'Младите намаляват (Примерно съдържание)' : 'EN Младите намаляват (Illustrative content)')
    const without = written({ ...state, analyses: { ...state.analyses, indices: [] } }, language)
    const said = without.blocks.flatMap((block) => (block.kind === 'list' ? block.items.map(({ lead }) => lead) : []))
    expect(said).toContain(language === 'bg' ? 'Съставен индекс' : 'Composite index')
  })
  test('is the same for the same record', () => {
    expect(written(structuredClone(state), language)).toEqual(document)
  })
})

test('another figure makes other sentences, each with the new number, and leaves the rest', () => {
  const changed = structuredClone(state)
  const line = changed.report.chapters.flatMap(({ lines }) => lines).find(({ headline }) => headline.indicator.key === 'ctx.unemp')
  if (line === undefined || line.headline.newest === null || line.headline.newest.cell.value === null) throw new Error('there is nothing to change')
  const before = line.headline.newest.cell.value
  Object.assign(line.headline.newest.cell, { value: before + 11 })
  for (const { region, series } of line.series) if (region.code === home.code) series.values[series.periods.indexOf(line.headline.newest.period)] = before + 11
  const old = sentencesOf(written(state, 'bg')), now_ = sentencesOf(written(changed, 'bg'))
  const number = (value: number): string => value.toFixed(line.headline.indicator.decimals).replace('.', ',').replace('-', '−')
  const different = now_.filter((sentence, at) => sentence !== old[at])
  expect(different.length).toBeGreaterThanOrEqual(2)
  expect(different.filter((sentence) => sentence.includes(number(before + 11))).length).toBeGreaterThanOrEqual(2)
  expect(different.length).toBeLessThan(12)
})
test('what is said of the comparison follows the side that is better, and quarters are counted by how many are worse', () => {
  const lines = judgedLines(state.analyses.benchmark)
  expect(lines.length).toBeGreaterThan(10)
  for (const { direction, own, bestValue, better } of lines) {
    expect(better >= 0 && better <= 1).toBe(true)
    if (better === 1) expect(direction === 'more' ? own > bestValue : own < bestValue).toBe(true)
  }
  expect(quartersOf([{ better: 1 }, { better: 0.75 }, { better: 0.5 }, { better: 0.25 }])).toEqual({ first: 2, last: 1 })
  expect([wayOf({ course: 'up', direction: 'less' }), wayOf({ course: 'down', direction: 'less' }), wayOf({ course: 'none', direction: 'more' }), wayOf({ course: 'up', direction: 'neither' })]).toEqual(['worse', 'better', null, null])
})
test('holds the chapters of every analysis that has a result', () => {
  const chapters = chaptersOf(written(state, 'bg')).map(({ id }) => id)
  expect(chapters).toEqual(expect.arrayContaining(['peers', 'benchmark', 'index', 'specialisation', 'trends']))
})

describe('an edition', () => {
  const desk = { store, who, language: 'bg' as const, now, compose }
  test('freezes both documents byte for byte with the sum of every figure, and stays when everything changes', async () => {
    expect(await publishCurrentState(desk, { why: '' })).toMatchObject({ kind: 'see', path: '/strategy/current-state/1' })
    const live = await store.reading((reader) => compose(reader, { languages, now }))
    const frozen = await store.reading((reader) => Promise.all(languages.map((language) => findEdition(reader, { number: 1, language }))))
    expect(frozen.map((one) => one?.document)).toEqual(JSON.parse(JSON.stringify(live)))
    const edition = frozen[0]?.edition
    expect(edition?.sha256).toEqual({ bg: sha256Of(JSON.stringify(live[0])), en: sha256Of(JSON.stringify(live[1])) })
    const figures = await store.reading((reader) => listEditionFigures(reader, edition?.id as never))
    expect(figures.map(({ language, place }) => `${language} ${place}`)).toEqual(live.flatMap((document) => listFrozen(document).map(({ language, place }) => `${language} ${place}`)))
    for (const one of figures) expect(one.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(figures.every(({ sources }) => sources.length > 0)).toBe(true)

    await as((visit) => changeFinding(visit, { number: 1, version: 2, words: words('Младите се връщат'), why: 'нови данни' }))
    const later = await store.reading((reader) => compose(reader, { languages: ['bg'], now }))
    const changes = changesSince(figures.filter(({ language }) => language === 'bg'), frozenOf(later[0] as Document))
    expect(changes.map(({ block, is }) => [block, is])).toEqual([['findings-threat', 'changed']])
    expect((await store.reading((reader) => findEdition(reader, { number: 1, language: 'bg' })))?.document).toEqual(frozen[0]?.document)
  })
  test('after the first says why it is made', async () => {
    expect(await publishCurrentState(desk, { why: '' })).toMatchObject({ kind: 'problems', problems: [{ field: 'why' }] })
    expect((await publishCurrentState(desk, { why: 'нови данни' })).kind).toBe('see')
    expect((await store.reading(listEditions)).map(({ number, why }) => [number, why])).toEqual([[2, 'нови данни'], [1, '']])
  })
})
test('a chapter’s text is kept in versions; the same words make none; half a text is said', async () => {
  await as((visit) => saveChapterText(visit, { chapter: 'green', text: { bg: 'Едно', en: '' } }))
  await as((visit) => saveChapterText(visit, { chapter: 'green', text: { bg: 'Едно', en: '' } }))
  await as((visit) => saveChapterText(visit, { chapter: 'green', text: { bg: 'Две', en: '' } }))
  const versions = await store.reading((reader) => listTextVersions(reader, 'green'))
  expect(versions.map(({ version, text }) => [version, text.bg])).toEqual([[2, 'Две'], [1, 'Едно']])
  expect(halfTexts(new Map(versions.slice(0, 1).map((one) => [one.chapter, one])))).toEqual(['green'])
})
