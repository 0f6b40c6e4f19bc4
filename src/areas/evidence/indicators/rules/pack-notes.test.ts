// What a pack says beside the catalogue: what it adds, and what it stands in the place of.
import { describe, expect, test } from 'vitest'
import { withNotes } from './pack-notes.ts'

const level = { kind: 'level', bg: 'общо', en: 'general' }
const cut = { kind: 'break', bg: 'прекъсване', en: 'a break', from: '2011', mark: { bg: 'преброяване', en: 'census' } }
const entry = { key: 'ctx.a', level: 'nuts2', definition: { bg: 'Определение.', en: 'A definition.' }, caveats: [level, cut] }
const noted = (notes: Parameters<typeof withNotes>[1]) => withNotes([entry], notes)[0] as typeof entry

describe('the notes of a pack', () => {
  test('without any, the catalogue is as it is', () => expect(withNotes([entry], {})).toEqual([entry]))
  test('put their sentences behind the definition', () => {
    expect(noted({ indicators: { 'ctx.a': { more: { bg: 'И още.', en: 'And more.' } } } }).definition).toEqual({ bg: 'Определение. И още.', en: 'A definition. And more.' })
  })
  test('name the planning region in the place of the general sentence, only at that level', () => {
    const ours = { bg: 'на района', en: 'of the region' }
    expect(noted({ level: { nuts2: ours } }).caveats).toEqual([{ kind: 'level', ...ours }, cut])
    expect(noted({ level: { country: ours } }).caveats).toEqual([level, cut])
  })
  test('a caveat of the same kind and periods stands in the place of the general one; any other is added', () => {
    const same = { kind: 'break', bg: 'с числа', en: 'with numbers', from: '2011' }
    const later = { ...same, from: '2022' }
    const oneTown = { ...same, regions: ['SZR23'] }
    expect(noted({ indicators: { 'ctx.a': { caveats: [same] } } }).caveats).toEqual([level, same])
    expect(noted({ indicators: { 'ctx.a': { caveats: [later, oneTown] } } }).caveats).toEqual([level, cut, later, oneTown])
  })
})
