// Every check of data-interfaces 9.2 on cases small enough to be counted by hand.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FileFacts } from '#kernel/observation.ts'
import { ReadProblem } from '#kernel/observation.ts'
import type { Period } from '#kernel/period.ts'
import type { NutsVersion, Region } from '#kernel/region.ts'
import { makeAtlas } from '#areas/evidence/regions/rules.ts'
import type { Limits, Selection } from '../rules.ts'
import type { Run } from './arithmetic.ts'
import type { ListedCodes } from './check-codes.ts'
import { checkCodeLists, checkInstituteCodes, checkListed, checkRegions } from './check-codes.ts'
import { checkCross } from './check-cross.ts'
import { checkBody, checkDuplicates, checkHeader, checkOfProblem, noteReadProblem } from './check-file.ts'
import { checkOutliers, medianOf, robustDeviations, yearBefore } from './check-outliers.ts'
import { findFormerRegions, withoutCells } from './check-territory.ts'
import { addUp, checkRegionalSums, roundingAllowance } from './check-sums.ts'
import { checkCurrencies, checkScale, noteUnitConflicts, unitConflict } from './check-units.ts'
import { checkBounds, checkMarks } from './check-values.ts'
import { parsePackCells } from './coding.ts'
import { RemarkList } from './remarks.ts'
import { RevisionCount, changeInPercent, checkRevisions } from './revisions.ts'

const run = (cells: string, first = 2020): Run => {
  const parsed = parsePackCells(cells)
  if ('badCell' in parsed) throw new Error(cells)
  return { ...parsed, periods: parsed.flags.map((_, at) => String(first + at) as Period) }
}
const facts = (some: Partial<FileFacts>): FileFacts => ({
  format: 'eurostat-tsv', dimensions: ['freq', 'unit', 'geo'], series: 100, cells: 100, values: 100, flagged: 0, flaggedMissing: 0, periods: [], stamp: null, duplicates: 0,
  missing: { unknown: 0, confidential: 0, unreliable: 0, notApplicable: 0, noCases: 0, notServed: 0 }, codes: { unit: ['PC'], geo: ['BG344'] }, ...some,
})
const selection = (limits: Partial<Limits> = {}, unit: Partial<Selection['unit']> = {}, filter: Selection['filter'] = { unit: ['PC'] }): Selection => ({
  number: 1, key: 'x.y', dataset: 'd', filter, unit: { id: 'u', scale: 1, currency: null, percent: false, ...unit }, limits: { adds: 'no', whole: 'no', low: null, high: null, ...limits },
})
const found = (list: RemarkList): readonly string[] => list.toReport().remarks.map((remark) => `${remark.result} ${remark.check} ${remark.says}`)
const of = (check: (list: RemarkList) => void): RemarkList => { const list = new RemarkList(); check(list); return list }

describe('body', () => {
  test('a file with a quarter fewer or more rows than the last vintage stops, a smaller change passes', () => {
    expect(found(of((list) => checkBody(list, { facts: facts({ series: 74 }), rowsBefore: 100 })))).toEqual(['stop body rowsOff'])
    expect(found(of((list) => checkBody(list, { facts: facts({ series: 126 }), rowsBefore: 100 })))).toEqual(['stop body rowsOff'])
    expect(found(of((list) => checkBody(list, { facts: facts({ series: 75 }), rowsBefore: 100 })))).toEqual([])
    expect(found(of((list) => checkBody(list, { facts: facts({}), rowsBefore: null })))).toEqual([])
  })
  test('a file without rows stops', () => {
    expect(found(of((list) => checkBody(list, { facts: facts({ series: 0 }), rowsBefore: null })))).toEqual(['stop body noSeries'])
  })
  test('what a reader cannot read is told with line and column, under the check it belongs to', () => {
    const list = of((one) => noteReadProblem(one, new ReadProblem({ code: 'cell', line: 3, column: 2, bg: 'Ред 3', en: 'Line 3' })))
    expect(list.toReport()).toMatchObject({ outcome: 'stop', remarks: [{ check: 'grammar', facts: { line: 3, column: 2, en: 'Line 3' } }] })
    expect(checkOfProblem('webPage')).toBe('body')
    expect(checkOfProblem('duplicateDiffers')).toBe('duplicates')
    expect(checkOfProblem('header')).toBe('header')
  })
})

describe('header and duplicates', () => {
  const check = (dimensions: readonly string[], codes: FileFacts['codes'] = {}) =>
    found(of((list) => checkHeader(list, { facts: facts({ dimensions, codes }), dataset: { dimensions: [], regionDimension: 'geo' }, selections: [selection()] })))
  test('a renamed dimension stops: its old name is missing', () => {
    expect(check(['freq', 'currency', 'geo'])).toContain('stop header dimensionMissing')
  })
  test('a new column is tolerated and told when it says more than one thing', () => {
    expect(check(['freq', 'unit', 'geo', 'statinfo'], { statinfo: ['A'] })).toEqual([])
    expect(check(['freq', 'unit', 'geo', 'statinfo'], { statinfo: ['A', 'B'] })).toEqual(['note header dimensionMore'])
  })
  test('the frequency may be spelled or not', () => {
    expect(check(['unit', 'geo'])).toEqual([])
  })
  test('equal duplicates are told', () => {
    expect(found(of((list) => checkDuplicates(list, facts({ duplicates: 3 }))))).toEqual(['note duplicates sameTwice'])
  })
})

describe('codes', () => {
  const sets = new Map<NutsVersion, Set<string>>([['2016', new Set(['BG344', 'BE221'])], ['2021', new Set(['BG344', 'BE224'])]])
  const check = (codes: string[], how: { stated?: NutsVersion; before?: { version: NutsVersion; accepted: ReadonlySet<string> } } = {}) => {
    const list = new RemarkList()
    const verdict = checkRegions(list, { codes, sets, stated: how.stated ?? null, before: how.before ?? null })
    return { found: found(list), verdict }
  }
  test('a file whose codes fit one version is of that version', () => {
    expect(check(['BG344', 'BE224'])).toMatchObject({ found: [], verdict: { version: '2021' } })
  })
  test('a file that mixes versions stops and asks, and says which codes do not fit', () => {
    expect(check(['BG344', 'BE221', 'BE224'])).toMatchObject({ found: ['stop codes noVersionFits'], verdict: { version: null } })
  })
  test('with the version stated it is held: the codes of another version are named', () => {
    expect(check(['BG344', 'BE221', 'BE224'], { stated: '2021' })).toMatchObject({ found: ['hold codes regionsOfAnotherVersion'], verdict: { version: '2021', unknown: ['BE221'] } })
  })
  test('what a person accepted in the vintage before is only told in the next', () => {
    expect(check(['BG344', 'BE221', 'BE224'], { before: { version: '2021', accepted: new Set(['BE221']) } }).found).toEqual(['note codes regionsOfAnotherVersion'])
    expect(check(['BG344', 'BE221', 'BE224', 'BE999'], { before: { version: '2021', accepted: new Set(['BE221']) } }).found).toEqual(['hold codes regionsOfAnotherVersion'])
  })
  test('aggregates and what lies outside regions are no regions', () => {
    expect(check(['BG344', 'BE224', 'EU28', 'EU', 'EA', 'EA19', 'EFTA', 'DE_TOT', 'BGZ', 'BGZZ', 'BGZZZ', 'FRXXX']).found).toEqual([])
  })
  test('a code that a filter wants and the file lacks is held, and so is a code nobody knew before', () => {
    const list = (codes: FileFacts['codes'], before: FileFacts['codes'] | null) => found(of((one) => checkCodeLists(one, { facts: facts({ codes }), selections: [selection()], before })))
    expect(list({ unit: ['THS'], geo: [] }, null)).toEqual(['hold codes codeVanished'])
    expect(list({ unit: ['PC', 'THS'], geo: [] }, { unit: ['PC'] })).toEqual(['hold codes codesNew'])
    expect(list({ unit: ['PC'], geo: ['XX'] }, { unit: ['PC'], geo: ['BG'] })).toEqual([])
  })
  test('a code of a division that not every source gives is only told, unless the vintage before had it', () => {
    const list = (codes: FileFacts['codes'], before: FileFacts['codes'] | null) => found(of((one) => checkCodeLists(one, { facts: facts({ codes }), selections: [selection({ absent: 'noted' })], before })))
    expect(list({ unit: ['THS'], geo: [] }, null)).toEqual(['note codes codeVanished'])
    expect(list({ unit: ['THS'], geo: [] }, { unit: ['PC', 'THS'] })).toEqual(['hold codes codeVanished'])
  })
  test('old and new name of one code in the same file stop: which is meant?', () => {
    const list = of((one) => checkCodeLists(one, { facts: facts({ codes: { unit: ['PC', 'PERC'] } }), selections: [selection({}, {}, { unit: ['PC', 'PERC'] })], before: null }))
    expect(found(list)).toEqual(['stop codes twoNames'])
  })
  test('an unknown code of the institute is held', () => {
    expect(found(of((list) => checkInstituteCodes(list, ['SZR', 'SZX'], (code) => code === 'SZR')))).toEqual(['hold codes unknownRegions'])
  })
})

describe('unit, scale, currency', () => {
  test('thousand lev where the catalogue stores thousand euro is a conflict', () => {
    expect(unitConflict({ unit: '1000BGN' }, { id: 'thousand-eur', scale: 1000, currency: 'EUR', percent: false })).toBe('1000BGN')
    expect(unitConflict({ unit: '1000EUR' }, { id: 'thousand-eur', scale: 1000, currency: 'EUR', percent: false })).toBeUndefined()
    expect(unitConflict({ unit: 'num' }, { id: 'persons', scale: 1000, currency: null, percent: false })).toBe('num')
    expect(found(of((list) => noteUnitConflicts(list, { conflicts: new Map([[selection(), '1000BGN']]), looked: 1 })))).toEqual(['stop unit unitDiffers'])
  })
  test('a file that silently changed from thousands to ones, or from lev to euro, stops', () => {
    const check = (factor: number, unit: Partial<Selection['unit']> = {}) =>
      found(of((list) => checkScale(list, { selection: selection({}, unit), pairs: [3, 5, 8, 13].map((before) => ({ before, after: before * factor })) })))
    expect(check(1000)).toEqual(['stop unit thousandfold'])
    expect(check(1 / 1000)).toEqual(['stop unit thousandth'])
    expect(check(1 / 1.95583, { currency: 'EUR' })).toEqual(['stop unit levToEuro'])
    expect(check(1.95583, { currency: 'EUR' })).toEqual(['stop unit euroToLev'])
    expect(check(1.95583)).toEqual([])
    expect(check(1.2)).toEqual([])
  })
  test('the same amount in euro and lev agrees within half a percent: 1.9477 did in 2000, 2.0 does not', () => {
    const check = (lev: string) => found(of((list) => checkCurrencies(list, { euro: run('1000', 2000), lev: run(lev, 2000), selection: 'x', region: 'BG344' })))
    expect(check('1947.7')).toEqual([])
    expect(check('2000')).toEqual(['stop unit currenciesDiffer'])
  })
})

describe('sums', () => {
  const region = (code: string, level: Region['level'], parent: string | null, nsi: string | null = null): Region => ({ code, version: '2024', level, parent, nsi, name: { bg: code, en: code } })
  const atlas = makeAtlas({
    version: '2024', home: 'BG344', changes: [],
    regions: [region('BG', 'country', null), region('BG34', 'nuts2', 'BG'), region('BG41', 'nuts2', 'BG'), region('BG344', 'nuts3', 'BG34', 'SZR'), region('BG411', 'nuts3', 'BG41', 'SOF'), region('SZR31', 'municipality', 'BG344'), region('SZR23', 'municipality', 'BG344')],
  })
  const check = (runs: Record<string, string>) => {
    const list = of((one) => checkRegionalSums(one, { atlas, country: 'BG', selection: 'x', runs: new Map(Object.entries(runs).map(([code, cells]) => [code, run(cells)])) }))
    return list.toReport()
  }
  test('28 parts with one decimal may be 1.45 off, three whole ones 2', () => {
    expect(roundingAllowance(28, 1)).toBeCloseTo(1.45)
    expect(roundingAllowance(3, 0)).toBeCloseTo(2)
    expect(addUp(100, [{ value: 60, missing: null }, { value: 41.5, missing: null }], 0)).toEqual({ kind: 'adds' })
    expect(addUp(100, [{ value: 60, missing: null }, { value: 41.6, missing: null }], 0)).toMatchObject({ kind: 'differs' })
  })
  test('an invented row for a district is unmasked by its country and its region', () => {
    const report = check({ BG: '100', BG34: '60', BG41: '40', BG344: '75', BG411: '40' })
    expect(report.outcome).toBe('hold')
    expect(report.remarks.map((one) => `${one.region} ${one.facts.of} ${one.facts.difference}`)).toEqual(['BG nuts3 15', 'BG34 nuts3 15'])
  })
  test('municipalities add up to their district, and one that moved away since still counts', () => {
    expect(check({ BG344: '10', SZR31: '7', SZR23: '3' }).outcome).toBe('go')
    expect(check({ BG344: '12', SZR31: '7', SZR23: '3' }).outcome).toBe('hold')
    expect(check({ BG344: '12', SZR31: '7', SZR23: '3', SZR99: '2' }).outcome).toBe('go')
  })
  test('before a planning region was made, its code meant another: noted, left out, and no reason to wait', () => {
    const made = { ...atlas, changes: [{ fromCode: null, toCode: 'BG34', version: '2006', kind: 'new' }] as const }
    const runs = new Map([['BG34', run('60 70 80', 2006)], ['BG344', run('50 70 70', 2006)]])
    const list = new RemarkList()
    expect(findFormerRegions(list, { atlas: made, country: 'BG', selection: 'x', runs })).toEqual([{ region: 'BG34', periods: ['2006'] }])
    expect(found(list)).toEqual(['note codes formerRegion'])
    expect(withoutCells(run('60 70 80', 2006), ['2006' as Period]).missing).toEqual(['notServed', null, null])
    // From 2008 on the sum must hold, and a region whose territory stayed has no such excuse.
    checkRegionalSums(list, { atlas: made, country: 'BG', selection: 'x', runs: new Map([...runs, ['BG34', withoutCells(run('60 70 80', 2006), ['2006' as Period])]]) })
    expect(found(list)).toEqual(['hold sums sumDiffers', 'note codes formerRegion'])
    expect(findFormerRegions(new RemarkList(), { atlas, country: 'BG', selection: 'x', runs })).toEqual([])
  })
  test('what lies outside the regions belongs to the country', () => {
    expect(check({ BG: '103', BG344: '60', BG411: '40' }).outcome).toBe('hold')
    expect(check({ BG: '103', BG344: '60', BG411: '40', BGZZZ: '3' }).outcome).toBe('go')
  })
  test('a sum with a confidential part is noted without any figure: neither sum nor difference may reveal it', () => {
    const report = check({ BG: '100', BG344: '60', BG411: ':c' })
    expect(report.outcome).toBe('go')
    const note = report.remarks.find((one) => one.check === 'suppressedParts')
    expect(note?.facts).toEqual({ of: 'nuts3', periods: '2020' })
  })
  test('"no cases" is zero in a sum; a part that is simply missing makes it uncheckable', () => {
    expect(check({ BG: '60', BG344: '60', BG411: ':-' }).remarks).toEqual([])
    expect(check({ BG: '100', BG344: '60', BG411: ':' }).remarks).toMatchObject([{ result: 'note', says: 'partsMissing' }])
  })
  test('parts that were rounded one by one are never accused', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 1, maxLength: 28 }), fc.integer({ min: 0, max: 3 }), (exact, decimals) => {
      const round = (value: number) => Number(value.toFixed(decimals))
      const whole = round(exact.reduce((sum, value) => sum + value, 0))
      expect(addUp(whole, exact.map((value) => ({ value: round(value), missing: null })), decimals).kind).toBe('adds')
    }))
  })
})

describe('figures of two tables', () => {
  const check = (perHead: string) => found(of((list) => checkCross(list, {
    check: { name: 'GDP', over: ['gdp'], under: 'people', equals: 'head', within: 50 }, scales: new Map([['gdp', 1_000_000], ['people', 1000]]),
    runs: new Map([['gdp', new Map([['BG344', run('2591.1')]])], ['people', new Map([['BG344', run('312.2')]])], ['head', new Map([['BG344', run(perHead)]])]]),
  })))
  test('2,591.1 million euro among 312.2 thousand people are 8,299.5 a head: 8,300 agrees, 8,400 does not', () => {
    expect(check('8300')).toEqual([])
    expect(check('8400')).toEqual(['hold crossCheck doesNotAgree'])
    expect(check(':c')).toEqual([])
  })
  const natural = (rate: string) => found(of((list) => checkCross(list, {
    check: { name: 'natural', over: ['births', 'deaths'], under: 'people', times: 1000, equals: 'rate', within: 0.2 }, scales: new Map(),
    runs: new Map([['births', new Map([['BG344', run('2546')]])], ['deaths', new Map([['BG344', run('4719')]])], ['people', new Map([['BG344', run('288736')]])], ['rate', new Map([['BG344', run(rate)]])]]),
  })))
  test('2,546 births less 4,719 deaths among 288,736 people are −7.5 per 1,000: −7.5 agrees, 7.5 does not', () => {
    expect(natural('-7.5')).toEqual([])
    expect(natural('7.5')).toEqual(['hold crossCheck doesNotAgree'])
  })
})

describe('bounds and marks', () => {
  const check = (limits: Partial<Limits>, cells: string) => found(of((list) => checkBounds(list, { selection: selection(limits), region: 'BG344', run: run(cells) })))
  test('shares lie between 0 and 100, counts are whole and not negative', () => {
    expect(check({ low: 0, high: 100 }, '0 100 :')).toEqual([])
    expect(check({ low: 0, high: 100 }, '100.1 -1')).toEqual(['hold bounds tooHigh', 'hold bounds tooLow'])
    expect(check({ whole: 'yes', low: 0 }, '3 3.5')).toEqual(['hold bounds notWhole'])
  })
  test('a valid file without the home region is marked "not served", which is no error', () => {
    const list = of((one) => checkMarks(one, { selection: selection(), home: 'BG344', run: undefined }))
    expect(list.toReport()).toMatchObject({ outcome: 'go', remarks: [{ result: 'mark', says: 'homeAbsent' }] })
  })
  test('breaks, other definitions and brackets of the home region are marked', () => {
    expect(found(of((list) => checkMarks(list, { selection: selection(), home: 'BG344', run: run('1 2b 3d 4u :u') })))).toEqual(['mark marks breaks', 'mark marks definitionDiffers', 'mark marks lowReliability'])
  })
})

describe('jumps', () => {
  test('the median, and distances from it in robust deviations', () => {
    expect(medianOf([3, 1, 2])).toBe(2)
    expect(medianOf([4, 1, 2, 3])).toBe(2.5)
    expect(robustDeviations([1, 2, 3, 4, 100])[4]).toBeCloseTo(65.43, 2)
    expect(robustDeviations([1, 2, 3, 4])).toEqual([])
    expect(robustDeviations([2, 2, 2, 2, 9])).toEqual([])
  })
  const check = (cells: Record<string, string>) => of((list) => checkOutliers(list, { selection: 'x', runs: new Map(Object.entries(cells).map(([code, text]) => [code, run(text)])) })).toReport()
  const calm = { A: '100 101', B: '200 204', C: '300 303', D: '400 410', E: '500 507' }
  test('a region that doubles while the others grow by a percent is marked, and nothing is held or deleted', () => {
    const report = check({ ...calm, Z: '600 1200' })
    expect(report.outcome).toBe('go')
    expect(report.remarks.filter((one) => one.region === 'Z')).toMatchObject([{ result: 'mark', says: 'jumpUp', period: '2021' }])
  })
  test('a fall through more than a quarter of the field is marked', () => {
    expect(check({ ...calm, Z: '600 90' }).remarks.map((one) => one.says)).toEqual(['jumpDown', 'rankJump'])
  })
  test('a change across a break is no jump', () => {
    expect(check({ ...calm, Z: '600 1200b' }).remarks).toEqual([])
  })
  test('fewer than five regions give nothing to measure by', () => {
    expect(check({ A: '1 2', B: '1 9', C: '1 1' }).checks.find((one) => one.check === 'outliers')?.lookedAt).toBe(0)
  })
  test('a quarter is compared with the same quarter of the year before', () => {
    expect(yearBefore('2025-Q3' as Period)).toBe('2024-Q3')
    expect(yearBefore('2000/2001' as Period)).toBe('1999/2000')
    expect(yearBefore('2020' as Period)).toBe('2019')
  })
})

describe('revisions', () => {
  const compare = (pairs: readonly (readonly [string, string | undefined])[]) => {
    const count = new RevisionCount({ home: 'BG344', beside: new Set() })
    pairs.forEach(([before, after], at) => count.compare({ selection: 'x', region: at === 0 ? 'BG344' : `R${at}`, before: run(before), after: after === undefined ? undefined : run(after) }))
    return count
  }
  test('changed, appeared, vanished, flagged: each is counted once', () => {
    const count = compare([['8300 5 : 7 7', '8700 5p 4 : 7']])
    expect(count).toMatchObject({ compared: 5, changed: 1, appeared: 1, vanished: 1, flagsChanged: 1 })
    expect(count.largest).toMatchObject({ period: '2020', changePct: (400 / 8300) * 100 })
  })
  test('a year only the new vintage has is new, not revised', () => {
    expect(compare([['1 2', '1 2 3']])).toMatchObject({ compared: 2, changed: 0, appeared: 0 })
  })
  test('a series that is gone has vanished', () => {
    expect(compare([['1 2', undefined]])).toMatchObject({ vanished: 2 })
  })
  test('more than a tenth at home waits for a person; a tenth does not', () => {
    const check = (after: string) => found(of((list) => checkRevisions(list, { count: compare([['100', after], ...Array.from({ length: 9 }, () => ['1', '1'] as const)]), home: 'BG344' })))
    expect(check('111')).toEqual(['hold revisions homeRevised'])
    expect(check('110')).toEqual([])
    expect(check(':c')).toEqual(['note revisions homeVanished'])
  })
  test('more than a fifth of all cells waits for a person', () => {
    const check = (changed: number) => found(of((list) => checkRevisions(list, { count: compare(Array.from({ length: 10 }, (_, at) => ['100', at > 0 && at <= changed ? '101' : '100'] as const)), home: 'BG344' })))
    expect(check(2)).toEqual([])
    expect(check(3)).toEqual(['hold revisions manyRevised'])
  })
  test('a change of nothing has no percentage', () => {
    expect(changeInPercent({ value: 0, flags: '', missing: null }, { value: 5, flags: '', missing: null })).toBeNull()
    expect(changeInPercent({ value: 8300, flags: '', missing: null }, { value: 8700, flags: '', missing: null })).toBeCloseTo(4.82, 2)
  })
})

describe('the list of remarks', () => {
  test('counts everything and keeps a bounded number; what decides is kept', () => {
    const list = new RemarkList()
    list.looked('outliers', 1000)
    for (let at = 0; at < 1000; at++) list.add('mark', { check: 'outliers', says: 'jumpUp' })
    list.add('hold', { check: 'outliers', says: 'rankJump' })
    const report = list.toReport()
    expect(report.checks.find((check) => check.check === 'outliers')).toMatchObject({ found: 1001, lookedAt: 1000, result: 'hold' })
    expect(report.remarks).toHaveLength(201)
    expect(report.remarks[0]).toMatchObject({ result: 'hold' })
  })
  test('of the home region more is kept', () => {
    const list = new RemarkList('BG344')
    for (let at = 0; at < 300; at++) list.add('mark', { check: 'outliers', says: 'jumpUp', region: 'BG311' })
    list.add('mark', { check: 'outliers', says: 'jumpUp', region: 'BG344' })
    expect(list.toReport().remarks).toHaveLength(201)
    expect(list.toReport().remarks.at(-1)).toMatchObject({ region: 'BG344' })
  })
  test('after a stop, what was not looked at is "not reached", never "passed"', () => {
    const list = of((one) => one.add('stop', { check: 'body', says: 'noSeries' }))
    expect(list.toReport().checks.find((check) => check.check === 'sums')?.result).toBe('notReached')
  })
})

describe('the source’s own lists of codes', () => {
  const check = (dimensions: readonly ListedCodes[]) => found(of((list) => checkListed(list, dimensions)))
  test('a code that its list does not explain waits for a person; a dimension without a fitting list is reported', () => {
    expect(check([{ dimension: 'GenderID', isListed: true, unknown: [] }])).toEqual([])
    expect(check([{ dimension: 'GenderID', isListed: true, unknown: ['7'] }])).toEqual(['hold codes codesUnlisted'])
    expect(check([{ dimension: 'Strange', isListed: false, unknown: ['1'] }])).toEqual(['note codes dimensionUnlisted'])
  })
})
