import { expect, test } from 'vitest'
import { readCursor, writeCursor } from './rules/cursor.ts'
import { parseQuery } from './rules/query.ts'
import { routeOf, routes } from './rules/routes.ts'
import { fieldsOfSchema, list, map, object, text } from './rules/schema.ts'

const place = { of: '/api/indicators domain=economy', from: 'bd_size_r3 4' }

test('a cursor leads back to its place and says nothing to who looks at it', () => {
  const word = writeCursor({ ...place, after: ['BG344', '2020-Q3'] })
  expect(word).toMatch(/^[\w-]+$/)
  expect(word).not.toContain('BG344')
  expect(readCursor(word, place)).toEqual({ ok: true, value: ['BG344', '2020-Q3'] })
})
test('a damaged cursor, one of another list, and one of figures that were renewed are each refused with a sentence of their own', () => {
  const word = writeCursor({ ...place, after: ['BG344'] })
  const problems = [
    readCursor(`${word.slice(0, -3)}AAA`, place), readCursor('x', place), readCursor('ж'.repeat(20), place),
    readCursor(word, { ...place, of: '/api/regions' }), readCursor(word, { ...place, from: 'bd_size_r3 5' }),
  ].map((read) => (read.ok ? 'read' : `${read.problem.status} ${read.problem.says.en.slice(0, 26)}`))
  expect(problems).toEqual([
    '400 The cursor is damaged or n', '400 The cursor is damaged or n', '400 The cursor is damaged or n', '400 The cursor belongs to anot', '409 The figures were renewed w',
  ])
})
test('what was asked is never left out in silence: an unknown word, a word twice, a value that does not fit', () => {
  const ask = (query: string) => { const read = parseQuery(routeOf('listObservations'), new URLSearchParams(query)); return read.ok ? read.value : read.problem.en }
  expect(ask('regoin=BG344')).toBe('The parameter "regoin" is not known here. There are: region, level, from, to, cursor, limit.')
  expect(ask('limit=10&limit=20')).toBe('The parameter "limit" was given more than once.')
  expect(ask('limit=10001')).toBe('"limit" is a whole number from 1 to 10000.')
  expect(ask('limit=0')).toBe('"limit" is a whole number from 1 to 10000.')
  expect(ask('level=oblast')).toBe('"level" can be: eu, country, nuts1, nuts2, nuts3, municipality.')
  expect(ask('region=bg344;drop')).toBe('"region" cannot be read. For example: BG411,BG.')
  expect(ask('')).toEqual({ region: undefined, level: undefined, from: undefined, to: undefined, cursor: undefined, limit: '1000' })
})
test('the fields of an answer follow from its schema', () => {
  expect(fieldsOfSchema(object({ a: text, b: list(object({ c: text, d: { type: 'object' } })), e: map(text), f: object({ bg: text, en: text }) }))).toEqual(['a', 'b', 'b[].c', 'b[].d', 'b[].d.**', 'e', 'e.*', 'f'])
})
test('every route is named once and stands under /api', () => {
  expect(new Set(routes.map((route) => route.id)).size).toBe(routes.length)
  expect(new Set(routes.map((route) => route.path)).size).toBe(routes.length)
  expect(routes.filter((route) => route.path !== '/api' && !route.path.startsWith('/api/'))).toEqual([])
})
