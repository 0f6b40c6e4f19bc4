// Analysts define and change; the catalogue follows its file and leaves alone what a person changed.
import { describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import type { AccountId, Who } from '#kernel/who.ts'
import { oneRow, rows } from '#store/ask.ts'
import { findThings } from '#store/search.ts'
import { testStore } from '#test/database.ts'
import { starter } from '#test/starter.ts'
import { findIndicatorPage, listCatalogue } from './read.ts'
import { listIndicatorRows } from './read/rows.ts'
import type { IndicatorInput } from './rules/entry.ts'
import { changeIndicator, defineIndicator, takeInCatalogue } from './write.ts'

const store = await testStore({ seed: starter })
const now = new Date('2026-11-25T09:00:00Z')
const analyst: Who = { role: 'analyst', account: '0197a000-0000-7000-8000-000000000001' as AccountId, name: 'Анна', duties: new Set() }
const both = (text: string) => ({ bg: text, en: text })
const input = (key: string, from: IndicatorInput['from'], some: Partial<IndicatorInput> = {}): IndicatorInput => ({
  key, domain: 'people', direction: 'more', level: 'nuts3', name: { bg: `Деца в ${key}`, en: `Children of ${key}` }, shortName: both(key), definition: { bg: 'Колко деца има', en: 'How many children there are' },
  unit: { id: 'persons', label: both('души'), scale: 1, currency: null, percent: false }, decimals: 0, from, caveats: [], headline: null, why: 'нужен е за стратегията', ...some,
})
const define = (value: IndicatorInput) => store.writing((writer) => defineIndicator({ writer, who: analyst, language: 'bg', now }, value))
const change = (value: IndicatorInput) => store.writing((writer) => changeIndicator({ writer, who: analyst, language: 'bg', now }, value))
const page = (key: string) => store.reading((reader) => findIndicatorPage(reader, { key, now }))

describe('an analyst', () => {
  test('defines an indicator from others, and its figures are there at once', async () => {
    expect(await define(input('my.births', { kind: 'ratio', over: 'ctx.births', under: 'ctx.pop', times: 1000 }, { unit: { id: 'per-mille', label: both('‰'), scale: 1, currency: null, percent: false } }))).toMatchObject({ kind: 'see', path: '/evidence/indicators/my.births' })
    const found = await page('my.births')
    expect(found?.indicator).toMatchObject({ definedBy: 'analyst', version: 1 })
    expect(found?.ranking?.standings).toHaveLength(28)
    expect((await store.reading((reader) => listCatalogue(reader, { now }))).map((row) => row.indicator.key)).toContain('my.births')
  })
  test('finds it by its words, in their other forms', async () => {
    const answer = await store.reading((reader) => findThings(reader, { words: 'детето births', language: 'bg', limit: 50, who: 'everyone' }))
    expect(answer.found.map((one) => one.path)).toContain('/evidence/indicators/my.births')
  })
  test('leaves who, what and why in the audit trail', async () => {
    const act = await store.reading((reader) => oneRow(reader, sql<{ who: string; why: string; after: { key: string } }>`select who, why, after from store.audit where act = 'evidence.indicator.define' order by id desc limit 1`), { as: 'staff' })
    expect(act).toMatchObject({ who: analyst.account, why: 'нужен е за стратегията', after: { key: 'my.births' } })
  })
  test('cannot define one key twice, nor rest it on itself or on nothing', async () => {
    expect(await define(input('my.births', { kind: 'sum', of: ['ctx.births', 'ctx.deaths'] }))).toMatchObject({ kind: 'problems', problems: [{ field: 'key' }] })
    expect(await define(input('my.circle', { kind: 'sum', of: ['ctx.births', 'my.circle'] }))).toMatchObject({ kind: 'problems', problems: [{ field: 'from' }] })
    expect(await define(input('my.gone', { kind: 'sum', of: ['ctx.births', 'no.such'] }))).toMatchObject({ kind: 'problems', problems: [{ field: 'from', text: { en: expect.stringContaining('no.such') } }] })
    expect(await define(input('my.nowhere', { kind: 'direct', dataset: 'no_such', filter: {} }))).toMatchObject({ kind: 'problems', problems: [{ field: 'dataset' }] })
    expect(await page('my.circle')).toBeUndefined()
  })
  test('changes a definition: a new version, the old one kept, and the thing carries the new name', async () => {
    await change(input('my.births', { kind: 'ratio', over: 'ctx.births', under: 'ctx.pop', times: 100 }, { name: { bg: 'Раждания на сто души', en: 'Births per hundred' } }))
    expect((await page('my.births'))?.indicator).toMatchObject({ version: 2, from: { times: 100 } })
    const versions = await store.reading((reader) => rows(reader, sql<{ version: number; nameBg: string }>`select v.version, v.name_bg from evidence.indicator_version v join evidence.indicator i on i.id = v.indicator where i.key = 'my.births' order by 1`))
    expect(versions).toMatchObject([{ version: 1 }, { version: 2, nameBg: 'Раждания на сто души' }])
    expect(await store.reading((reader) => oneRow(reader, sql<{ titleBg: string }>`select title_bg from store.thing where path = '/evidence/indicators/my.births'`))).toEqual({ titleBg: 'Раждания на сто души' })
    expect(await change(input('my.nobody', { kind: 'none' }))).toEqual({ kind: 'notFound' })
  })
})

describe('the catalogue', () => {
  const all = () => store.reading((reader) => listIndicatorRows(reader))
  const entryOf = async (key: string) => {
    const found = (await all()).find((indicator) => indicator.key === key)
    if (!found) throw new Error(key)
    const { id: _id, version: _version, definedBy: _by, ...entry } = found
    return entry
  }
  const take = (entries: Parameters<typeof takeInCatalogue>[1]) => store.writing((writer) => takeInCatalogue({ writer, now, by: null }, entries))
  test('taken in again unchanged, changes nothing', async () => {
    const entries = (await all()).filter((indicator) => indicator.definedBy === 'catalogue').map(({ id: _id, version: _version, definedBy: _by, ...entry }) => entry)
    expect(await take(entries)).toBe(0)
  })
  test('changed, makes a new version', async () => {
    const entry = await entryOf('ctx.unemp')
    expect(await take([{ ...entry, decimals: 2 }])).toBe(1)
    expect((await page('ctx.unemp'))?.indicator).toMatchObject({ decimals: 2, version: 2, definedBy: 'catalogue' })
    expect((await page('ctx.unemp'))?.ranking).not.toBeNull()
  })
  test('leaves alone what an analyst has changed', async () => {
    const entry = await entryOf('ctx.gini')
    await change(input('ctx.gini', entry.from, { ...entry, name: both('Неравенство'), why: 'по-ясно име' }))
    expect(await take([{ ...entry, name: both('Gini') }])).toBe(0)
    expect((await page('ctx.gini'))?.indicator).toMatchObject({ name: both('Неравенство'), definedBy: 'analyst' })
  })
})

describe('things', () => {
  test('every indicator and dataset has its thing with its own name, path and kind', async () => {
    const strays = await store.reading((reader) => rows(reader, sql`
      select i.key from evidence.indicator i join evidence.indicator_version v on v.indicator = i.id and v.version = i.version left join store.thing t on t.id = i.id
      where t.id is null or t.kind <> 'indicator' or t.title_bg <> v.name_bg or t.title_en <> v.name_en or t.path <> '/evidence/indicators/' || i.key
      union all select d.code from evidence.dataset d left join store.thing t on t.id = d.id
      where t.id is null or t.kind <> 'dataset' or t.title_bg <> d.title_bg or t.path <> '/evidence/datasets/' || d.code`))
    expect(strays).toEqual([])
  })
})
