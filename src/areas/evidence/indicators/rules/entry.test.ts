import { describe, expect, test } from 'vitest'
import type { Definition } from '../rules.ts'
import { canonical, parseEntry, toSelection, troublesOf } from './entry.ts'

const both = (text: string) => ({ bg: text, en: text })
const written = {
  key: 'ent.stock', domain: 'entrepreneurship', name: both('a'), shortName: both('b'), definition: both('c'), unit: { id: 'percent', label: both('%'), scale: 1, currency: null, percent: true },
  decimals: 1, direction: 'more', from: { kind: 'direct', dataset: 'bd_size_r3', filter: { indic_sb: 'V11910' } }, level: 'nuts3', caveats: [{ kind: 'break', bg: 'x', en: 'y', from: '2021' }],
}
describe('an entry of the catalogue', () => {
  test('is taken as it is written', () => {
    expect(parseEntry(written)).toMatchObject({ key: 'ent.stock', headline: null, hidden: false, caveats: [{ kind: 'break', from: '2021', to: null, regions: null }] })
  })
  test('is refused with its key and what is wrong', () => {
    expect(() => parseEntry({ ...written, name: { bg: 'само' } })).toThrow('ent.stock: name is needed in both languages')
    expect(() => parseEntry({ ...written, domain: 'sports' })).toThrow('domain must be one of')
    expect(() => parseEntry({ ...written, from: { kind: 'ratio', over: 'a' } })).toThrow('is no definition')
    expect(() => parseEntry({ ...written, key: 'Stock' })).toThrow('the key is made of words')
    expect(() => parseEntry({ ...written, caveats: [{ bg: 'x', en: 'y', from: 'yesterday' }] })).toThrow('from is no period')
  })
  test('wants of its dataset what its filter names; shares are expected between 0 and 100', () => {
    expect(toSelection(parseEntry(written))).toMatchObject({ dataset: 'bd_size_r3', filter: { indic_sb: ['V11910'] }, limits: { adds: 'no', low: 0, high: 100 } })
    expect(toSelection(parseEntry({ ...written, from: { kind: 'sum', of: ['a.b', 'c.d'] } }))).toBeUndefined()
  })
  test('the order of its fields says nothing', () => {
    expect(canonical({ a: 1, b: { d: 1, c: [1, 2] } })).toBe(canonical({ b: { c: [1, 2], d: 1 }, a: 1 }))
    expect(canonical({ a: [1, 2] })).not.toBe(canonical({ a: [2, 1] }))
  })
})
describe('a definition', () => {
  const all = new Map<string, Definition>([['a.a', { kind: 'direct', dataset: 'd', filter: {} }], ['b.b', { kind: 'meanOfTwo', of: 'c.c' }]])
  const from = (key: string) => all.get(key)
  test('may not rest on itself, by whatever way round', () => {
    expect(troublesOf({ key: 'c.c', from: { kind: 'sum', of: ['a.a', 'b.b'] } }, from)).toEqual({ unknown: [], isCircle: true })
    expect(troublesOf({ key: 'd.d', from: { kind: 'sum', of: ['a.a', 'd.d'] } }, from)).toMatchObject({ isCircle: true })
  })
  test('names only indicators that exist', () => {
    expect(troublesOf({ key: 'd.d', from: { kind: 'ratio', over: 'a.a', under: 'z.z', times: 1 } }, from)).toEqual({ unknown: ['z.z'], isCircle: false })
  })
})
