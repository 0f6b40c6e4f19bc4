import { expect, test } from 'vitest'
import { keptDrawing } from './kept.ts'

const draw = (value: { n: number }, language: string) => keptDrawing(value, `number ${language}`, () => <p lang={language}>{value.n}</p>)

test('a value is drawn once per language, another value anew, even when it says the same', () => {
  const value = { n: 1 }
  expect(draw(value, 'bg')).toBe(draw(value, 'bg'))
  expect(String(draw(value, 'en'))).toBe('<p lang="en">1</p>')
  expect(draw({ n: 1 }, 'bg')).not.toBe(draw(value, 'bg'))
})
