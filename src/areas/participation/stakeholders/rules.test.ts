// The register: check digits, likely doubles, who was never heard.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sectors } from '#areas/participation/proposals/rules.ts'
import { cornerOf, helixOf, isCompanyNumber } from './rules.ts'
import { byMunicipality, bySector, hideSmall, isSilent, ratioOf } from './rules/coverage.ts'
import { bareName, type Known, likenessOf, makeFinder } from './rules/doubles.ts'

/** A register of 200 entries, twenty of which say again what another says, each in one of the ways people write a name twice. */
const planted = (): { readonly known: readonly Known[]; readonly again: readonly { readonly of: string; readonly words: Omit<Known, 'id'> }[]; readonly fresh: readonly Omit<Known, 'id'>[] } => {
  const firsts = ['Марица', 'Тракия', 'Средна гора', 'Берое', 'Загора', 'Искра', 'Роза', 'Траян', 'Августа', 'Тунджа'], seconds = ['машини', 'софтуер', 'енергия', 'текстил', 'агро', 'строй', 'логистик', 'консулт', 'пластик', 'мебел', 'хлебни изделия', 'електроник', 'транспорт', 'хидравлика', 'оптика', 'роботика', 'млекопреработване', 'дизайн']
  const known = firsts.flatMap((first, a) => seconds.map((second, b): Known => ({ id: `${a}-${b}`, kind: 'organisation', name: { bg: `„${first} ${second}“ ООД`, en: '' }, companyNumber: null, email: `office@${'abcdefghij'[a]}${b}.example.bg` })))
  const twenty = known.filter((_, at) => at % 9 === 4).slice(0, 20)
  const again = twenty.map(({ id, name, email }, at) => ({
    of: id,
    words: { kind: 'organisation' as const, companyNumber: null, email: at % 5 === 0 ? email?.replace('@', '+pokani@').toUpperCase() ?? null : null, name: { bg: at % 5 === 0 ? `Офис ${at}` : at % 5 === 1 ? name.bg.replaceAll(/[„“]/g, '').toUpperCase() : at % 5 === 2 ? name.bg.replace('ООД', 'ЕООД').replaceAll(/[„“]/g, '"') : at % 5 === 3 ? name.bg.replace(/(.)“/, '$1$1“') : `ФИРМА ${name.bg}`, en: '' } },
  }))
  return { known, again, fresh: known.map(({ name }, at) => ({ kind: 'organisation' as const, companyNumber: null, email: null, name: { bg: `Читалище „Светлина ${at} ${[...name.bg].reverse().join('')}“`, en: '' } })) }
}

describe('the register', () => {
  test('ST1 a company number is believed with its check digits only', () => {
    expect(isCompanyNumber('000817778')).toBe(true)
    expect(['000817779', '00081777', 'A00817778', '0008177780', ''].map(isCompanyNumber)).toEqual([false, false, false, false, false])
    fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999 }), (start) => {
      const eight = String(start).padStart(8, '0')
      expect([...'0123456789'].filter((digit) => isCompanyNumber(eight + digit)).length).toBe(1)
    }))
  })
  test('ST1 every sector belongs to a helix', () => { expect(sectors.every((sector) => helixOf[sector] !== undefined)).toBe(true) })
  test('ST5 of twenty planted doubles among two hundred at least eighteen are offered, and hardly anything that is new', () => {
    const { known, again, fresh } = planted()
    expect(known.length + again.length).toBe(200)
    const find = makeFinder(known)
    expect(again.filter(({ of, words }) => find(words).some(({ id }) => id === of)).length).toBeGreaterThanOrEqual(18)
    expect(fresh.filter((words) => find(words).length > 0).length).toBeLessThanOrEqual(fresh.length * 0.05)
  })
  test('ST5 legal form, case and quotation marks do not make two of one', () => {
    expect(bareName('ЕТ „Иван-Петров“ ООД')).toBe('иван петров')
    expect(likenessOf(bareName('„Марица машини“ ООД'), bareName('МАРИЦА МАШИНИ ЕООД'))).toBe(1)
    expect(bareName('ООД')).toBe('оод')
  })
  test('ST3 the map has four corners', () => {
    expect([[3, 3], [2, 5], [5, 2], [1, 1]].map(([interest = 0, influence = 0]) => cornerOf({ interest, influence }))).toEqual(['involve', 'satisfy', 'inform', 'watch'])
  })
})
describe('who was heard', () => {
  const heard = [
    { step: 'invited', sector: 'business', municipality: 'SZR12', people: 30 }, { step: 'came', sector: 'business', municipality: 'SZR12', people: 7 },
    { step: 'contributed', sector: null, municipality: 'SZR31', people: 2 }, { step: 'invited', sector: 'media', municipality: 'SZR36', people: 3 },
  ] as const
  test('ST4 a municipality that was only invited is silent, and named', () => {
    const rows = byMunicipality(heard, ['SZR12', 'SZR31', 'SZR36', 'SZR23'])
    expect(rows.filter(isSilent).map(({ key }) => key)).toEqual(['SZR36', 'SZR23'])
    expect(bySector(heard).find(({ key }) => key === 'business')?.counts).toEqual({ invited: 30, signedUp: 0, came: 7, contributed: 0, answered: 0 })
  })
  test('ST4 a share of voices is held against the share of people', () => {
    expect(ratioOf({ voices: 10, allVoices: 100, people: 20, allPeople: 100 })).toBe(0.5)
    expect([ratioOf({ voices: 1, allVoices: 0, people: 5, allPeople: 5 }), ratioOf({ voices: 1, allVoices: 2, people: null, allPeople: 5 })]).toEqual([null, null])
  })
  test('ST4 what is said of few people cannot be worked out from the total', () => {
    expect(hideSmall([7, 2, 0, 30])).toEqual([null, null, 0, 30])
    expect(hideSmall([7, 2, 3, 0])).toEqual([7, null, null, 0])
    fc.assert(fc.property(fc.array(fc.nat({ max: 40 }), { maxLength: 12 }), (column) => {
      const shown = hideSmall(column)
      shown.forEach((count, at) => { if (count !== null) expect([count, count === 0 || count >= 5]).toEqual([column[at], true]) })
      const hidden = shown.filter((count) => count === null).length
      if (hidden === 1) expect(column.filter((count) => count >= 5).length).toBe(0)
    }))
  })
})
