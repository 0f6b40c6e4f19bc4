import { describe, expect, test } from 'vitest'
import { filterText, Matcher, toFilter, wantOf } from './selections.ts'

const enterprises = { filter: toFilter({ indic_sb: 'V11910', sizeclas: 'TOTAL' }) }
const births = { filter: toFilter({ indic_sb: ['V97020', 'ENT_BRTH'], sizeclas: 'TOTAL' }) }

describe('what of a file is wanted', () => {
  test('only the codes that some indicator names, in the dimensions that all of them name', () => {
    expect(wantOf([enterprises.filter, births.filter])).toEqual({ indic_sb: new Set(['V11910', 'V97020', 'ENT_BRTH']), sizeclas: new Set(['TOTAL']) })
    expect(wantOf([enterprises.filter, toFilter({ indic_sb: 'V16910' })])).toEqual({ indic_sb: new Set(['V11910', 'V16910']) })
    expect(wantOf([])).toEqual({})
  })
  test('a frequency is not asked for: legacy files do not spell it', () => {
    expect(wantOf([toFilter({ freq: 'A', unit: 'PC' })])).toEqual({ unit: new Set(['PC']) })
  })
  test('one filter has one text, whatever its order', () => {
    expect(filterText(toFilter({ sex: 'T', age: ['Y1', 'Y0'] }))).toBe(filterText(toFilter({ age: ['Y0', 'Y1'], sex: 'T' })))
  })
})
describe('whose a series is', () => {
  const matcher = new Matcher([enterprises, births], ['freq', 'indic_sb', 'sizeclas', 'geo'])
  test('by the codes of its key, either name of a renamed code', () => {
    expect(matcher.find({ indic_sb: 'V11910', sizeclas: 'TOTAL', geo: 'BG344' })).toEqual([enterprises])
    expect(matcher.find({ indic_sb: 'V11910', sizeclas: 'TOTAL', geo: 'BG342' })).toEqual([enterprises])
    expect(matcher.find({ indic_sb: 'ENT_BRTH', sizeclas: 'TOTAL', geo: 'BG344' })).toEqual([births])
    expect(matcher.find({ indic_sb: 'V11910', sizeclas: 'GE10', geo: 'BG344' })).toEqual([])
  })
  test('a filter without any dimension wants every series', () => {
    const all = { filter: {} }
    expect(new Matcher([all], ['geo']).find({ geo: 'BG' })).toEqual([all])
  })
  test('a dimension that the file does not have matches nothing', () => {
    expect(new Matcher([{ filter: toFilter({ currency: 'MIO_EUR' }) }], ['unit', 'geo']).find({ unit: 'CP_MEUR', geo: 'BG' })).toEqual([])
  })
})
