// What may stand in a text: bold, slanted, checked links; everything else is letters.
import { expect, test } from 'vitest'
import { plainInline } from './rules/plain.ts'
import { toPieces } from '#ui/marked.ts'

const words = (source: string): string => toPieces(source).map(({ text }) => text).join('')
test('HTML, pictures and scripts in an address are letters', () => {
  expect(words('<script>alert(1)</script> ![x](https://a.bg/x.png)')).toContain('<script>')
  expect(toPieces('[тук](javascript:alert(1)) [там](//evil.example)').every(({ href }) => href === null)).toBe(true)
  expect(toPieces('[тук](https://stz.bg/a_b)')[0]).toMatchObject({ text: 'тук', href: 'https://stz.bg/a_b' })
})
test('bold and slanted are pieces of their own', () => {
  expect(toPieces('до **31 декември** *включително*').map(({ text, strong, slanted }) => [text, strong, slanted])).toEqual([['до ', 'no', 'no'], ['31 декември', 'yes', 'no'], [' ', 'no', 'no'], ['включително', 'no', 'yes']])
})
test('what is drawn and what is quoted are the same words', () => {
  for (const source of ['прост текст', '**а** и *б*', '2 * 3 * 4', 'без [край](https', '**отворено', '[**дебела** връзка](https://a.bg)', '\\*не\\* и \\[това\\]', 'a_b_c', '5 > 3 & 2 < 4', '&amp; остава', '`код`', '**а *вътре* б**'])
    expect(plainInline(source), source).toBe(words(source))
})
