// Whatever bytes come as a letter, the reader gives a letter or says why not: nothing is thrown, nothing hangs, nothing grows without end.
// 2,000 inputs; 100,000 with POSOKA_TEST_ALL=1. A failure names the number that makes the same input again.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isFull } from '#test/matrix.ts'
import { charsetOf } from './charset.ts'
import { htmlToText } from './html-to-text.ts'
import { splitMbox } from './mbox.ts'
import { readLetter } from './read-letter.ts'

const inputs = isFull ? 100_000 : 2_000
const folder = join(import.meta.dirname, '../../../../test/fixtures/mail')
const seeds = readdirSync(folder).filter((name) => name.endsWith('.eml')).map((name) => readFileSync(join(folder, name)))
/** A row of numbers that is always the same for the same start (mulberry32). */
const numbersFrom = (start: number) => {
  let state = start >>> 0
  return (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
const telling = ['\r\n\r\n', '\r\n', '--', '=?', '?=', 'boundary=', 'charset=utf-7', 'Content-Type: multipart/mixed; boundary=x\r\n', 'Content-Type: message/rfc822\r\n\r\n', '\0', ';', '"', '<', '=', '\u00ff', '=?x?B?////?=', 'Date: 0\r\n', 'From: \r\n', '\t', ':']
const mutate = (seed: Buffer, next: (below: number) => number): Buffer => {
  let bytes = [...seed.toString('latin1')]
  for (let change = next(1 + next(8)); change >= 0; change--) {
    const at = next(bytes.length + 1)
    const length = 1 + next(60)
    switch (next(7)) {
      case 0: bytes.splice(at, 0, ...(telling[next(telling.length)] as string)); break
      case 1: bytes.splice(at, length); break
      case 2: bytes.splice(at, 0, ...bytes.slice(at, at + length)); break
      case 3: bytes.splice(next(bytes.length + 1), 0, ...bytes.splice(at, length)); break
      case 4: if (next(4) === 0) bytes = bytes.slice(0, at); break
      case 5: bytes.splice(at, length, ...Array.from({ length: next(30) }, () => String.fromCharCode(next(256)))); break
      default: bytes[at] = String.fromCharCode(next(256))
    }
  }
  return Buffer.from(bytes.map((sign) => sign ?? '').join(''), 'latin1')
}
test(`EM case 9 ${inputs} changed letters are read or said to be unreadable, and nothing is thrown`, async () => {
  const counts = { read: 0, unreadable: 0 }
  for (let number = 0; number < inputs; number++) {
    const raw = mutate(seeds[number % seeds.length] as Buffer, numbersFrom(number))
    const letter = await readLetter(raw).catch((error: Error) => { throw new Error(`letter ${number}: ${error.message}`) })
    counts[letter.unreadable === null ? 'read' : 'unreadable']++
    for (const text of [letter.subject, letter.text, letter.from?.name ?? '', letter.messageId ?? '', letter.listId, ...letter.enclosed.map(({ name }) => name)]) {
      if (/\0/.test(text) || !text.isWellFormed()) throw new Error(`letter ${number}: a text that no database takes: ${JSON.stringify(text.slice(0, 80))}`)
    }
    if (letter.enclosed.some(({ name }) => /[/\\]/.test(name))) throw new Error(`letter ${number}: a path in a name`)
  }
  expect(counts.read).toBeGreaterThan(inputs / 3)
  expect(counts.unreadable).toBeGreaterThan(0)
}, 60_000 + inputs * 10)

describe('EM case 9 letters made to be slow are read in time that grows with their size only', () => {
  const big = 1_000_000
  const hostile: readonly (readonly [string, () => Buffer])[] = [
    ['a million opening tags', () => Buffer.from(`From: a@b.bg\r\nContent-Type: text/html\r\n\r\n${'<div>'.repeat(big / 5)}`)],
    ['a million quotation signs', () => Buffer.from(`From: a@b.bg\r\n\r\n${'>'.repeat(big)}`)],
    ['a subject of half-open words', () => Buffer.from(`From: a@b.bg\r\nSubject: ${'=?utf-8?B?'.repeat(20_000)}\r\n\r\nтекст`)],
    ['a hundred thousand boundaries that end nothing', () => Buffer.from(`From: a@b.bg\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n${'--x'.repeat(big / 3)}`)],
    ['a header of a million signs', () => Buffer.from(`From: a@b.bg\r\nX-Long: ${'a '.repeat(big / 2)}\r\n\r\nтекст`)],
    ['letters in letters in letters', () => Buffer.from(`${'Content-Type: message/rfc822\r\n\r\n'.repeat(20_000)}текст`)],
    ['a hundred thousand addresses', () => Buffer.from(`From: a@b.bg\r\nTo: ${'x@y.bg, '.repeat(100_000)}\r\n\r\nтекст`)],
  ]
  test.each(hostile)('%s', async (_, make) => { expect(await readLetter(make())).toBeDefined() }, 10_000)
})
test('EM case 3 nothing of HTML that acts is left', () => {
  const text = htmlToText('<p onclick="x()">Да</p><iframe src="https://e.example"></iframe><svg onload=alert(1)><script>alert(1)</script></svg><style>p{}</style><a href="javascript:alert(1)">връзка</a><textarea><script>2</script></textarea>')
  expect(text).toBe('Да\n\nвръзка')
})
test('EM case 1 what a label says is believed only where the bytes agree', () => {
  const cyrillic = Buffer.from([0xcf, 0xf0, 0xe5, 0xe4, 0xeb, 0xe0, 0xe3, 0xe0, 0xec])
  expect(charsetOf(cyrillic, 'windows-1251')).toEqual({ charset: 'windows-1251', guessed: 'no' })
  expect(charsetOf(cyrillic, 'utf-8')).toEqual({ charset: 'windows-1251', guessed: 'yes' })
  expect(charsetOf(Buffer.from('Предлагам'), 'windows-1251')).toEqual({ charset: 'utf-8', guessed: 'yes' })
  expect(charsetOf(Buffer.from('café, naïve, déjà vu', 'latin1'), 'iso-8859-1')).toEqual({ charset: 'windows-1252', guessed: 'no' })
  expect(charsetOf(Buffer.from('+ADw-script+AD4-'), 'utf-7')).toEqual({ charset: 'utf-8', guessed: 'no' })
})
test('EM1 a mailbox is taken apart where a letter begins, and nowhere else', async () => {
  const box = 'From a@b.bg Wed Nov 25 11:00:00 2026\nSubject: 1\n\nПърво\n>From мен\nFrom вътре в текста\n\nFrom c@d.bg Wed Nov 25 11:05:00 2026\nSubject: 2\n\nВторо\n'
  const letters: string[] = []
  for (const size of [1, 7, 1000]) {
    letters.length = 0
    const bytes = Buffer.from(box)
    const pieces = async function* () { for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size) }
    for await (const letter of splitMbox(pieces())) letters.push(letter.toString())
    expect(letters).toEqual(['Subject: 1\n\nПърво\nFrom мен\nFrom вътре в текста\n\n', 'Subject: 2\n\nВторо\n'])
  }
})
