import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { levelOfNutsCode } from './region.ts'

describe('the level of a code', () => {
  test.each([
    ['BG', 'country'], ['EL', 'country'], ['UK', 'country'], ['US', 'country'], ['BG3', 'nuts1'], ['BG34', 'nuts2'], ['BG344', 'nuts3'],
    ['DEA', 'nuts1'], ['UKM50', 'nuts3'], ['EE00A', 'nuts3'], ['EU27_2020', 'eu'],
  ])('%s is %s', (code, level) => {
    expect(levelOfNutsCode(code)).toBe(level)
  })
  test.each([
    ['aggregates', ['EU', 'EA', 'EU28', 'EA20', 'EU27_2007', 'EFTA', 'EEA31', 'NMS10', 'WORLD', 'OECD', 'TOTAL', 'CC8_22_FRAM']],
    ['extra-regio codes', ['BGZ', 'BGZZ', 'BGZZZ', 'BG3Z', 'BG34Z']],
    ['the institute’s own codes and others', ['SZR', 'SZR31', 'bg344', 'BG3445', 'B', '', 'BG-34']],
  ])('%s have none', (_, codes) => {
    expect(codes.map(levelOfNutsCode)).toEqual(codes.map(() => undefined))
  })
  test('below a country goes by the length of the code', () => {
    fc.assert(fc.property(fc.stringMatching(/^[0-9A-Y]{1,3}$/), (rest) => levelOfNutsCode(`BG${rest}`) === `nuts${rest.length}`))
  })
})
