// Every letter is in the catalogue, has the one frame, and says who writes, why, and how it stops.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exampleFrom } from '#kernel/letter.ts'
import { speak } from '#kernel/speak.ts'
import { findCheckout } from '#store/checkout.ts'
import { letterExamples } from './letter-catalogue.tsx'

const sources = globSync('src/**/*.{ts,tsx}', { cwd: findCheckout() }).filter((file) => !/\.(test|examples)\.tsx?$|kernel\/words|kernel\/letter\.ts/.test(file))
  .map((file) => readFileSync(join(findCheckout(), file), 'utf8'))
/** Kinds named where a letter is written, wherever that is. */
const kindsIn = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.filter((text) => text.includes('writeLetter(')).flatMap((text) => [...text.matchAll(/kind: '([a-z]+(?:\.[A-Za-z]+)+)'|'([a-z]+(?:\.[A-Za-z]+)+)': \{ subject/g)].map(([, kind, listed]) => kind ?? listed ?? '')))

test('every kind of letter that the source writes stands in the catalogue, and the catalogue holds no other', () => {
  const kinds = kindsIn(sources)
  expect(kinds.size).toBeGreaterThanOrEqual(4)
  expect(letterExamples.map(({ kind }) => kind).sort()).toEqual([...kinds].sort())
  for (const { kind, draw } of letterExamples) expect(draw('bg').kind).toBe(kind)
})
test('a letter that is missing in the catalogue would be found', () => {
  expect([...kindsIn(["writeLetter({ ...about, kind: 'monitoring.reminder', subject })"])]).toEqual(['monitoring.reminder'])
})
test('GD2 every letter that acknowledges what somebody sent says where it stands what happens to their data', () => {
  for (const kind of ['participation.received', 'participation.eventConfirm', 'participation.confirmFollow', 'participation.mailReceived'])
    for (const language of ['bg', 'en'] as const) expect([kind, letterExamples.find((each) => each.kind === kind)?.draw(language).body.includes(`${exampleFrom.origin}/${language}/privacy`)]).toEqual([kind, true])
})
test('nobody makes a letter without the frame', () => {
  const own = sources.filter((text) => /\bpostLetter\(|writeDownLetter\(/.test(text) && /\bbody:\s*[`'"]/.test(text))
  expect(own).toEqual([])
})
test.each(letterExamples.flatMap(({ kind, draw }) => (['bg', 'en'] as const).map((language) => [kind, language, draw] as const)))('%s in %s says who writes, why one gets it and how it stops', (_kind, language, draw) => {
  const letter = draw(language)
  const say = speak(language)
  expect(letter.subject).toMatch(/^\S[^\n]{5,90}$/)
  expect(letter.body).toContain(exampleFrom.body[language])
  expect(letter.body).toContain(`${exampleFrom.origin}/${language}`)
  const foot = letter.body.split('— \n')[1] ?? ''
  expect(foot).toMatch(language === 'bg' ? /^Получавате/ : /^You get/)
  expect(foot.includes(say.kernel_letter_once()) || /сп(?:ира|ре|рат|рете)|откаж|освобод|\bstops?\b|free/i.test(foot)).toBe(true)
  expect(foot).toContain('posoka@lipova.example')
  expect(letter.body).not.toMatch(/undefined|null|<|>|[{}]/)
  expect(letter.body.split('\n').every((line) => line.length < 900)).toBe(true)
})
