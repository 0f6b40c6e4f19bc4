import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pictureColours } from './picture-colours.ts'

const css = ['designsystemet.css', 'tokens.css'].map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')).join('\n')
const hexOf = (name: string): string => {
  const found = new RegExp(`${name}:\\s*(#[0-9a-f]{6}|var\\((--[\\w-]+)\\))`, 'i').exec(css)
  if (found === null) throw new Error(`the theme has no ${name}`)
  return found[2] === undefined ? (found[1] as string).toLowerCase() : hexOf(found[2])
}
const hex = (colour: readonly number[]): string => `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`

test('the classes of a drawn picture have the colours of the classes on the page', () => {
  for (const number of [1, 2, 3, 4, 5] as const) expect(hex(pictureColours.shades[number])).toBe(hexOf(`--class-${number}`))
  expect(hex(pictureColours.shades.named)).toBe(hexOf('--peer-named'))
  expect(hex(pictureColours.own)).toBe(hexOf('--region'))
})
