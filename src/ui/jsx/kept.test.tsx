import { expect, test } from 'vitest'
import type { Markup } from './jsx-runtime.ts'
import { keptDrawing } from './kept.ts'

const draw = (value: { n: number }, language: string) => keptDrawing(value, `number ${language}`, () => <p lang={language}>{value.n}</p>)

test('a value is drawn once per language, another value anew, even when it says the same', () => {
  const value = { n: 1 }
  expect(draw(value, 'bg')).toBe(draw(value, 'bg'))
  expect(String(draw(value, 'en'))).toBe('<p lang="en">1</p>')
  expect(draw({ n: 1 }, 'bg')).not.toBe(draw(value, 'bg'))
})

const long = (letter: string) => keptDrawing({}, 'long', () => <p>{letter.repeat(600)}</p>)
const Twice = ({ children }: { children?: unknown }) => <b>{children as string}<i>{children as string}</i></b>

test('a long drawing is taken into a page as bytes, each at its own place, also when a part shows it twice', () => {
  const page = <main title="x">а{long('б')}{[<Twice>{long('в')}</Twice>, 'г']}{long('д')}</main> as unknown as Markup
  const whole = `<main title="x">а<p>${'б'.repeat(600)}</p><b><p>${'в'.repeat(600)}</p><i><p>${'в'.repeat(600)}</p></i></b>г<p>${'д'.repeat(600)}</p></main>`
  expect(page.kept).toHaveLength(4)
  expect(String(page)).toBe(whole)
})
test('a drawing kept inside another is part of it', () => {
  const outer = keptDrawing({}, 'outer', () => <div>{long('б')}<u>{long('в')}</u></div>)
  expect(String(<p>{outer}</p>)).toBe(`<p><div><p>${'б'.repeat(600)}</p><u><p>${'в'.repeat(600)}</p></u></div></p>`)
})
test('a view that fails half way leaves nothing behind for the next page', () => {
  const broken = () => <p>{long('б')}{Promise.resolve('x') as unknown as string}</p>
  expect(broken).toThrow('waits')
  expect(String(<p>в</p>)).toBe('<p>в</p>')
})
test('a NUL sign in a text stands for no drawing', () => {
  expect(String(<p title={'a\u0000b'}>{'x\u0000y'}{long('б')}</p>)).toBe(`<p title="ab">xy<p>${'б'.repeat(600)}</p></p>`)
})
test('a form that posts is never kept: its seal is of the moment', () => {
  expect(() => keptDrawing({}, 'form', () => <form method="post"></form>)).toThrow('posts')
})
