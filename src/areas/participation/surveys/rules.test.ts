import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAsked, misfits, nextOf, onPath, openOf, previousOf, unansweredOf, type Answers } from './rules/answers.ts'
import { ask, example } from './rules/example.cases.ts'
import { codebookOf, rowsOf, variablesOf } from './rules/files.ts'
import { canonicalOf, isSameQuestion, lacksForOpening, lacksOf, moved, nextKey } from './rules/questions.ts'
import { crossMeansOf, crossOf, resultOf, type Counted } from './rules/results.ts'
import { digital, firms } from './rules/templates.ts'
import { isFull, mayRemind, phaseOf, ratesOf, sectors, slugOf, type Response } from './rules/survey.ts'

const [q1, q2, q3, q4, q5, q6, q7, q8] = example as readonly [typeof example[number], typeof example[number], typeof example[number], typeof example[number], typeof example[number], typeof example[number], typeof example[number], typeof example[number]]
const people = (count: number, answers: Answers, sector: Counted['sector'] = null): readonly Counted[] => Array.from({ length: count }, () => ({ answers, sector }))

describe('SU1 a questionnaire', () => {
  test('SU1 branching: who says no is not asked what was lacking, and an answer of a left branch goes', () => {
    const said: Answers = { q1: { codes: ['1'] }, q2: { codes: ['1'] } }
    expect(nextOf({ questions: example, answers: said, after: 'q1' })?.key).toBe('q2')
    const changed: Answers = { ...said, q1: { codes: ['2'] } }
    expect(nextOf({ questions: example, answers: changed, after: 'q1' })?.key).toBe('q3')
    expect(previousOf({ questions: example, answers: changed, before: 'q3' })?.key).toBe('q1')
    expect(onPath(example, changed)).toEqual({ q1: { codes: ['2'] } })
  })
  test('SU1 a question that depends on a question that was not asked is not asked', () => {
    const chain = [ask('q1', 'one', { choices: q1.choices }), ask('q2', 'one', { choices: q1.choices, shownIf: { question: 'q1', is: ['1'] } }), ask('q3', 'text', { shownIf: { question: 'q2', is: ['1'] } })]
    const third = chain[2]
    expect(third && isAsked(third, { questions: chain, answers: { q1: { codes: ['2'] }, q2: { codes: ['1'] } } })).toBe(false)
    expect(third && isAsked(third, { questions: chain, answers: { q1: { codes: ['1'] }, q2: { codes: ['1'] } } })).toBe(true)
  })
  test('SU1 one goes on where one stopped, and cannot send off without what must be answered', () => {
    expect(openOf(example, {})?.key).toBe('q1')
    expect(openOf(example, { q1: { codes: ['2'] }, q3: { number: 4 } })?.key).toBe('q4')
    expect(unansweredOf(example, { q1: { codes: ['1'] } }).map(({ key }) => key)).toEqual(['q4'])
    expect(unansweredOf(example, { q1: { passed: 'yes' }, q4: { passed: 'yes' } })).toEqual([])
  })
  test.each([
    ['one answer of those given', q1, { codes: ['9'] }], ['not two where one is asked', q1, { codes: ['1', '2'] }], ['not more than two', q2, { codes: ['1', '2', '3'] }],
    ['nothing stands alone', q2, { codes: ['1', '4'] }], ['a step of the scale', q3, { number: 6 }], ['a whole step', q3, { number: 2.5 }], ['every row of the table', q4, { rows: { 1: '1' } }],
    ['a known column', q4, { rows: { 1: '1', 2: '7' } }], ['a number in its limits', q5, { number: -1 }], ['a whole number', q5, { number: 2.5 }], ['no two in one place', q6, { codes: ['1', '1'] }],
    ['a municipality of the district', q7, { codes: ['SOF46'] }], ['not a book', q8, { text: 'а'.repeat(4001) }],
  ] as const)('SU1 an answer that does not fit is told why: %s', (_, question, answer) => {
    const found = misfits(question, answer, ['SZR31'])
    expect(found.length).toBeGreaterThan(0)
    for (const { text } of found) { expect(text.bg).toMatch(/[а-я].*\.$/); expect(text.en).toMatch(/[a-z].*\.$/) }
  })
  test('SU1 what fits is taken, "prefer not to say" too where it is offered', () => {
    expect([misfits(q2, { codes: ['4'] }, []), misfits(q3, { number: 5 }, []), misfits(q4, { rows: { 1: '2', 2: '1' } }, []), misfits(q6, { codes: ['3', '1'] }, []), misfits(q7, { codes: ['SZR31'] }, ['SZR31']), misfits(q1, { passed: 'yes' }, [])].flat()).toEqual([])
    expect(misfits(ask('q9', 'text', { mayPass: 'no' }), { passed: 'yes' }, [])).toHaveLength(1)
  })
  test('SU1 a questionnaire is not opened while a question lacks words, answers or its condition', () => {
    expect(lacksForOpening(example)).toEqual([])
    expect(lacksForOpening([])).toHaveLength(1)
    expect(lacksOf(ask('q9', 'one'), []).map(({ field }) => field)).toContain('choices_bg')
    expect(lacksOf(ask('q9', 'text', { asks: { bg: 'Защо?', en: '' } }), []).map(({ field }) => field)).toEqual(['asks_en'])
    expect(lacksOf(q2, []).map(({ field }) => field)).toContain('shown_if')
    expect(lacksForOpening(moved(example, { key: 'q2', by: -1 }))[0]?.text.en).toContain('Question 1')
  })
  test('keys are never given twice, and the fingerprint does not depend on the order of keys', () => {
    expect(nextKey(example.slice(2))).toBe('q9')
    expect(canonicalOf(example)).toBe(canonicalOf(example.map((question) => Object.fromEntries(Object.entries(question).reverse()) as typeof question)))
    expect(slugOf({ bg: 'Нужди', en: 'Needs of firms, 2026!' })).toBe('needs-of-firms-2026')
  })
})

describe('when and whom', () => {
  test('a survey is closed by the clock: the last second is in, midnight is out', () => {
    const survey = { state: 'open' as const, opensAt: new Date('2026-11-01T00:00:00+02:00'), closesAt: new Date('2026-12-01T00:00:00+02:00') }
    expect(phaseOf(survey, new Date('2026-10-31T23:59:59+02:00'))).toBe('coming')
    expect(phaseOf(survey, new Date('2026-11-30T23:59:59+02:00'))).toBe('open')
    expect(phaseOf(survey, new Date('2026-12-01T00:00:00+02:00'))).toBe('closed')
  })
  test('SU2 two reminders at most, to those who have not answered, three days apart', () => {
    const one = { answered: 'no', stopped: 'no', reminders: 0, lastOn: '2026-11-20', today: '2026-11-25' } as const
    expect(mayRemind(one)).toBe(true)
    expect(mayRemind({ ...one, reminders: 2 })).toBe(false)
    expect(mayRemind({ ...one, answered: 'yes' })).toBe(false)
    expect(mayRemind({ ...one, stopped: 'yes' })).toBe(false)
    expect(mayRemind({ ...one, today: '2026-11-22' })).toBe(false)
  })
  test('SU2 the rate of each group: 4 of 10 firms, 1 of 2 schools', () => {
    const of = (sector: 'business' | 'education', answered: number, not: number) => [...Array.from({ length: answered }, () => ({ sector, answered: 'yes' as const })), ...Array.from({ length: not }, () => ({ sector, answered: 'no' as const }))]
    expect(ratesOf([...of('business', 4, 6), ...of('education', 1, 1)])).toEqual([{ sector: 'business', invited: 10, answered: 4 }, { sector: 'education', invited: 2, answered: 1 }])
  })
  test('a group is full at its quota and not before; a group without one never is', () => {
    expect(isFull({ quotas: { business: 20 }, answered: { business: 19 }, sector: 'business' })).toBe(false)
    expect(isFull({ quotas: { business: 20 }, answered: { business: 20 }, sector: 'business' })).toBe(true)
    expect(isFull({ quotas: { business: 20 }, answered: { media: 99 }, sector: 'media' })).toBe(false)
  })
})

describe('SU5 results', () => {
  test('SU5 seven of twenty are 0.35 (0.1812–0.5671), as on the page', () => {
    const result = resultOf(q1, { responses: [...people(7, { q1: { codes: ['1'] } }), ...people(13, { q1: { codes: ['2'] } }), ...people(6, { q1: { codes: ['3'] } })].slice(0, 26) })
    expect(result.kind === 'choices' && result.answered).toBe(26)
    const two = resultOf(ask('q1', 'one', { choices: q1.choices.slice(0, 2) }), { responses: [...people(7, { q1: { codes: ['1'] } }), ...people(13, { q1: { codes: ['2'] } })] })
    const line = two.kind === 'choices' ? two.lines[0] : undefined
    expect(line?.count).toBe(7)
    expect(line?.interval?.share).toBe(0.35)
    expect(line?.interval?.low).toBeCloseTo(0.1812, 4)
    expect(line?.interval?.high).toBeCloseTo(0.5671, 4)
  })
  test('SU4 counts, shares, means: three who are hidden take a second with them, and the mean over them', () => {
    const responses = [...people(9, { q3: { number: 5 } }), ...people(8, { q3: { number: 4 } }), ...people(7, { q3: { number: 3 } }), ...people(6, { q3: { number: 2 } }), ...people(3, { q3: { number: 1 } })]
    const result = resultOf(q3, { responses })
    expect(result.kind === 'choices' && result.lines.map(({ count }) => count)).toEqual([null, null, 7, 8, 9])
    expect(result.kind === 'choices' && result.lines[0]).toEqual({ code: '1', count: null, interval: null, weighted: null })
    expect(result.kind === 'choices' && result.mean).toBeNull()
    const enough = resultOf(q3, { responses: [...responses, ...people(2, { q3: { number: 1 } })] })
    expect(enough.kind === 'choices' && enough.mean).toBeCloseTo((45 + 32 + 21 + 12 + 5) / 35, 12)
  })
  test('SU4 of several answers, one that all but two chose tells of the two: it is hidden', () => {
    const result = resultOf(q2, { responses: [...people(18, { q2: { codes: ['1'] } }), ...people(2, { q2: { codes: ['2'] } })] })
    expect(result.kind === 'choices' && result.lines.map(({ count }) => count)).toEqual([null, null, null, null])
  })
  test('SU4 four numbers have no mean, five have', () => {
    expect(resultOf(q5, { responses: people(4, { q5: { number: 10 } }) })).toEqual({ kind: 'number', answered: null, passed: null, mean: null, median: null })
    expect(resultOf(q5, { responses: [...people(3, { q5: { number: 10 } }), ...people(2, { q5: { number: 20 } })] })).toEqual({ kind: 'number', answered: 5, passed: null, mean: 14, median: 10 })
  })
  test('SU2 weighted stands beside unweighted: 0.575 plain, 0.725 by hand', () => {
    const two = ask('q1', 'one', { choices: q1.choices.slice(0, 2) })
    const yes: Answers = { q1: { codes: ['1'] } }, no: Answers = { q1: { codes: ['2'] } }
    const responses = [...people(15, yes, 'business'), ...people(15, no, 'business'), ...people(24, yes, 'citizens'), ...people(6, no, 'citizens')]
    const result = resultOf(two, { responses, sizes: { business: 100, citizens: 300 } })
    const line = result.kind === 'choices' ? result.lines[0] : undefined
    expect(line?.interval?.share).toBe(39 / 60)
    expect(line?.weighted).toBeCloseTo(0.25 * 0.5 + 0.75 * 0.8, 12)
    const few = resultOf(two, { responses: [...people(15, yes, 'business'), ...people(15, no, 'business'), ...people(8, yes, 'citizens'), ...people(2, no, 'citizens')], sizes: { business: 100, citizens: 300 } })
    expect(few.kind === 'choices' && few.lines[0]?.weighted, 'two hidden cells and two sums would solve them').toBeNull()
  })
  test('SU4 in a cross-table no hidden cell follows from a row, a column or the whole', () => {
    const codes = ['1', '2', '3'] as const, groups = ['business', 'ngo', 'education'] as const
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 9, maxLength: 9 }), (cells) => {
      const responses = cells.flatMap((count, at) => people(count, { q1: { codes: [codes[at % 3] ?? '1'] } }, groups[Math.floor(at / 3)] ?? 'ngo'))
      const cross = crossOf(q1, { by: { kind: 'sector' }, responses })
      cross.rows.forEach(({ all, cells: row }) => { if (all !== null) expect(row.filter(({ count }) => count === null)).not.toHaveLength(1) })
      cross.columns.forEach(({ code, answered }, at) => {
        expect(responses.filter(({ sector }) => sector === code).length === answered || answered === null).toBe(true)
        if (answered !== null) expect(cross.rows.filter(({ cells: row }) => row[at]?.count === null)).not.toHaveLength(1)
        for (const { cells: row } of cross.rows) if (row[at]?.count === null) expect(row[at]?.share).toBeNull()
      })
    }), { numRuns: 150 })
  })
  test('SU4 a mean by group is hidden with its group, and never one group alone', () => {
    const cross = crossMeansOf(q5, { by: { kind: 'sector' }, responses: [...people(9, { q5: { number: 10 } }, 'business'), ...people(7, { q5: { number: 4 } }, 'ngo'), ...people(2, { q5: { number: 1 } }, 'media')] })
    expect(cross.columns).toEqual([{ code: 'business', answered: 9, mean: 10 }, { code: 'ngo', answered: null, mean: null }, { code: 'media', answered: null, mean: null }])
  })
  test('what is put first and the mean place of what was put in order', () => {
    const result = resultOf(q6, { responses: [...people(6, { q6: { codes: ['3', '1'] } }), ...people(5, { q6: { codes: ['1', '3', '2'] } }), ...people(5, { q6: { codes: ['2'] } })] })
    expect(result.kind === 'rank' && result.lines.map(({ count }) => count)).toEqual([5, 5, 6])
    expect(result.kind === 'rank' && result.places.map(({ meanPlace }) => meanPlace?.toFixed(2))).toEqual(['1.55', '2.00', '1.45'])
  })
  test('SU5 only questions that are the same word for word are compared between waves', () => {
    expect(isSameQuestion(q1, { ...q1 })).toBe(true)
    expect(isSameQuestion(q1, { ...q1, asks: { ...q1.asks, bg: 'Друго?' } })).toBe(false)
    expect(isSameQuestion(q1, { ...q1, choices: q1.choices.slice(0, 2) })).toBe(false)
  })
})

describe('SU5 files with a codebook', () => {
  const response: Response = { id: 'x', sector: 'business', language: 'bg', channel: 'web', complete: 'yes', beyondQuota: 'no', onDay: '2026-11-25', answers: { q1: { codes: ['2'] }, q3: { passed: 'yes' }, q4: { rows: { 1: '1', 2: '2' } }, q5: { number: 12 }, q6: { codes: ['3', '1'] }, q7: { codes: ['SZR31'] } } }
  test('SU5 every column is in the codebook, every cell under its column; not asked and not said have signs of their own', () => {
    const names = variablesOf(example).map(({ name }) => name)
    const row = rowsOf(example, [response])[0] ?? []
    expect(row).toHaveLength(names.length)
    const cell = (name: string) => row[names.indexOf(name)]
    expect(['q1', 'q2_1', 'q3', 'q4_1', 'q4_2', 'q5', 'q6_1', 'q6_2', 'q6_3', 'q7', 'q8'].map(cell)).toEqual([2, -9, -8, 1, 2, 12, 2, null, 1, 'SZR31', '-9'])
    for (const language of ['bg', 'en'] as const) expect(new Set(codebookOf(example, language).map(([name]) => name))).toEqual(new Set(names))
  })
  test('sectors of a survey are those of the register', () => { expect(sectors).toHaveLength(7) })
})

describe('ready questionnaires', () => {
  test.each([['firms', firms], ['digital', digital]] as const)('%s lacks nothing, in both languages, and is not in one language in disguise', (_, { title, questions }) => {
    expect(lacksForOpening(questions)).toEqual([])
    for (const { bg, en } of [title, ...questions.flatMap(({ asks, choices, rows }) => [asks, ...choices.map(({ name }) => name), ...rows.map(({ name }) => name)])]) { expect(bg).toMatch(/[а-я]/i); expect(en).not.toMatch(/[а-я]/i) }
  })
})
