// Every kept letter, as programs, phones and scanners write them, is read as its expected result beside it says.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readLetter } from '#sources/mailbox/letter/read-letter.ts'
import { quoteMark } from '#sources/mailbox/letter/html-to-text.ts'
import { toSpoken } from './rules.ts'
import { judgeMail, provenBy } from './rules/judge.ts'
import { toOwnWords } from './rules/own-words.ts'

const folder = join(import.meta.dirname, '../../../../test/fixtures/mail')
type Expected = {
  case: number | null; from: { name: string; email: string } | null; subject: string | null; text: string | null; marks: string[] | null; enclosed: [string, string, number][] | null
  unreadable: string | null; becomes: string; reason?: string; clerk?: string; bounce?: { recipient: string; status: string }
}
const names = readdirSync(folder).filter((name) => name.endsWith('.eml')).map((name) => name.slice(0, -4)).sort()
const expectedOf = (name: string): Expected => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Expected
const clerks = new Set(['ani.koleva@lipova.example'])

test('EM1 at least forty letters are kept, and every mail case has one', () => {
  expect(names.length).toBeGreaterThanOrEqual(40)
  expect(new Set(names.map((name) => expectedOf(name).case))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, null]))
})
describe('a kept letter', () => {
  for (const name of names) {
    const expected = expectedOf(name)
    test(`${expected.case === null ? 'EM1' : `EM case ${expected.case}`} ${name.slice(3).replaceAll('-', ' ')}`, async () => {
      const letter = await readLetter(readFileSync(join(folder, `${name}.eml`)))
      const isClerk = clerks.has(letter.from?.email ?? '') ? 'yes' : 'no'
      const spoken = toSpoken(letter, { isClerk })
      if (expected.subject !== null) expect(spoken.subject).toBe(expected.subject)
      if (expected.text !== null) expect(spoken.text).toBe(expected.text)
      expect(spoken.from).toEqual(expected.from)
      if (expected.marks !== null) expect(letter.marks).toEqual(expected.marks)
      if (expected.enclosed !== null) expect(letter.enclosed.map(({ name: of, mediaType, bytes }) => [of, mediaType, bytes.length])).toEqual(expected.enclosed)
      expect(letter.unreadable).toBe(expected.unreadable)
      expect(spoken.clerk).toBe(expected.clerk ?? null)
      if (expected.bounce !== undefined) expect(letter.bounce).toMatchObject(expected.bounce)
      const sender = provenBy({ results: letter.authentication, host: 'mail.lipova.example', from: letter.from?.email ?? '' })
      const judged = judgeMail({ ...letter, text: spoken.text }, { own: 'no', before: 'never', thread: null, lastHour: 0, answersToday: 0, sender, clerk: spoken.clerk === null ? 'none' : sender === 'proven' ? 'proven' : 'unproven' })
      expect(judged).toMatchObject({ becomes: expected.becomes, ...(expected.reason === undefined ? {} : { reason: expected.reason }) })
    })
  }
})
test('EM case 4 the mark of the reader of HTML is the one the rules cut at', () => {
  expect(toOwnWords(`Моите думи\n${quoteMark}\nЧуждите думи`)).toEqual({ text: 'Моите думи', cut: 'yes' })
})
