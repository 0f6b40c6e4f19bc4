import { expect, test } from 'vitest'
import type { Markup } from '#ui/jsx/jsx-runtime.ts'
import { keptDrawing } from '#ui/jsx/kept.ts'
import { makeFormSeal } from './form-seal.ts'
import { toBytes } from './page-bytes.ts'

const long = (letter: string) => keptDrawing({}, 'long', () => <p>{letter.repeat(600)}</p>)
const sent = (page: Markup): string => Buffer.from(toBytes(page)).toString()

test('kept drawings are sent where they stand, at the beginning, in a row and at the end', () => {
  const page = <>{long('б')}{long('в')}<b>г</b>{long('д')}</> as unknown as Markup
  expect(page.kept).toHaveLength(3)
  expect(sent(page)).toBe(String(page))
  expect(sent(page)).toBe(`<p>${'б'.repeat(600)}</p><p>${'в'.repeat(600)}</p><b>г</b><p>${'д'.repeat(600)}</p>`)
})
test('a page without kept drawings is its text', () => {
  expect(sent(<p title="“x”">Стара Загора 😀</p> as unknown as Markup)).toBe('<p title="“x”">Стара Загора 😀</p>')
})
test('a form between kept drawings is sealed, and they stay in their places', () => {
  const { seal } = makeFormSeal('a secret that is long enough for this')
  const page = <main>{long('б')}<form method="post"><i /></form>{long('в')}</main> as unknown as Markup
  expect(sent(seal(page, new Date('2026-11-25T09:00:00Z')))).toMatch(/^<main><p>б{600}<\/p><form method="post"><input type="hidden" name="form_time" value="[^"]+"><div hidden>.*<\/div><i><\/i><\/form><p>в{600}<\/p><\/main>$/)
})
