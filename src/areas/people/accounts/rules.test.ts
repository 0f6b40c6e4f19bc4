import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deviceOf, isTokenShaped, limits, takeAttempt, tokenEnd } from './rules.ts'
import { endedLetter, invitationLetter, signInLetter } from './rules/letters.ts'
import { judgePassword } from './rules/passwords.ts'
import { parseEmail, parseName } from './forms.ts'

const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, 25, 8, minutes))

describe('attempts', () => {
  test('five held and ten an hour: the sixth at once waits six minutes, and then there is room for one', () => {
    const limit = { holds: 5, perHour: 10 }
    let left: { tokens: number; at: Date } | undefined
    for (let n = 0; n < 5; n++) { const took = takeAttempt(limit, left, at(0)); expect(took.allowed).toBe('yes'); left = { tokens: took.tokens, at: at(0) } }
    expect(takeAttempt(limit, left, at(0))).toMatchObject({ allowed: 'no', waitMinutes: 6 })
    expect(takeAttempt(limit, left, at(6)).allowed).toBe('yes')
  })
  test('no limit ever holds more than it may, nor less than nothing, whatever the clock does', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 50, noNaN: true }), fc.integer({ min: -10_000, max: 10_000 }), (tokens, minutes) => {
      const took = takeAttempt(limits.linkPerPerson, { tokens, at: at(0) }, at(minutes))
      return took.tokens >= 0 && took.tokens <= limits.linkPerPerson.holds
    }))
  })
})

describe('passwords', () => {
  test.each([
    ['four words nobody else puts together', 'три жълти лодки на язовира', null],
    ['a long sentence', 'My goat ate the second invoice', null],
    ['fourteen signs', 'хубава парола1', 'tooShort'],
    ['more than two hundred', 'много '.repeat(40), 'tooLong'],
    ['one sign over and over', 'aaaaaaaaaaaaaaaa', 'repeats'],
    ['a piece over and over', 'абвгабвгабвгабвг', 'repeats'],
    ['keys in a row', 'qwertyuiopasdfgh', 'sequence'],
    ['keys in a row, Bulgarian', 'явертъуиопасдфгх', 'sequence'],
    ['keys in a row, backwards', 'poiuytrewqlkjhgf', 'sequence'],
    ['a word and a year', 'password2024!!!', 'common'],
    ['two words everybody tries', 'Парола Добредошли', 'common'],
    ['letters as digits', 'P@ssw0rd P@ssw0rd1', 'common'],
    ['the town and a year', 'стара загора 2024', 'common'],
    ['one’s own name', 'Иван Иванов Иван', 'personal'],
    ['one’s own address', 'ivan.ivanov@lipova', 'personal'],
  ])('%s: %s is %s', (_what, password, fault) => {
    expect(judgePassword(password, ['Иван Иванов', 'ivan.ivanov@lipova.example'])).toBe(fault)
  })
  test('judging never fails, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => { judgePassword(text, [text]); return true }))
  })
})

describe('names and addresses', () => {
  test('a name is one line; both kinds of line end, tabs at the edges and NUL are seen', () => {
    expect(parseName('  Мария   Петрова ')).toEqual({ ok: true, value: 'Мария Петрова' })
    for (const bad of ['', ' ', 'а\nб', 'а\r\nб', 'а\u2028б', 'а\u0000б', 'я'.repeat(121)]) expect(parseName(bad).ok, JSON.stringify(bad)).toBe(false)
  })
  test('an address has one @, a point after it, and nothing that a header could end with', () => {
    for (const good of ['a@b.bg', 'ime.familia+x@posta.example.org', 'МАРИЯ@пример.бг']) expect(parseEmail(good).ok, good).toBe(true)
    for (const bad of ['', 'a', 'a@b', 'a@b@c.bg', 'a b@c.bg', 'a@b.bg\nBcc: x@y.bg', '<a@b.bg>', 'a@b.bg,c@d.bg', `${'a'.repeat(65)}@b.bg`, `a@${'b'.repeat(260)}.bg`]) expect(parseEmail(bad).ok, JSON.stringify(bad)).toBe(false)
  })
})

test('a token has 43 signs of an address; anything else is none', () => {
  expect(isTokenShaped(`${'A'.repeat(42)}_`)).toBe(true)
  for (const bad of ['', 'A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}/`, `${'A'.repeat(42)}\n`]) expect(isTokenShaped(bad)).toBe(false)
})
test('a link for signing in ends after half an hour, an invitation after seven days', () => {
  expect(tokenEnd('signIn', at(0)).getTime() - at(0).getTime()).toBe(30 * 60_000)
  expect(tokenEnd('invitation', at(0)).getTime() - at(0).getTime()).toBe(7 * 86_400_000)
})
test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Windows'],
  ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Mobile Safari/537.36', 'Chrome, Android'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1', 'Safari, iOS'],
  ['curl/8.0', null],
])('%s is shown as %s', (text, device) => { expect(deviceOf(text)).toBe(device) })

test.each(['bg', 'en'] as const)('letters in %s are plain text with one address, the name on one line, and no empty place', (language) => {
  const account = { id: 'a' as never, name: 'Мария\nПетрова', email: 'm@lipova.example', language }
  const about = { account, token: 'T'.repeat(43), from: { body: { bg: 'Община Липова', en: 'Municipality of Lipova' }, origin: 'https://posoka.example', email: null }, key: 'k' }
  for (const letter of [signInLetter({ ...about, next: '/people' }), invitationLetter({ ...about, role: 'analyst', by: 'Иван' }), invitationLetter({ ...about, role: 'analyst', by: null }), endedLetter(about)]) {
    expect(letter.to).toBe('m@lipova.example')
    expect(letter.subject).not.toMatch(/\n/)
    expect(letter.body).toContain('Мария Петрова')
    expect(letter.body).not.toMatch(/undefined|null|\{|\}|<|>/)
    expect(letter.body.match(/https:\/\/posoka\.example/g)?.length).toBe(letter.kind === 'people.ended' ? 1 : 2)
    if (letter.kind !== 'people.ended') expect(letter.body).toContain(`https://posoka.example/${language}/sign-in/link/${'T'.repeat(43)}`)
  }
})
