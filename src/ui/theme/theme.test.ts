// The stylesheet as a page gets it: its weight, its colours, and that text can be read on what it stands on.
import { globSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'

const folder = import.meta.dirname
const read = (file: string): string => readFileSync(`${folder}/${file}`, 'utf8')
let css = ''
beforeAll(async () => {
  const built = await build({ entryPoints: [`${folder}/main.css`], bundle: true, minify: true, write: false, outdir: 'nowhere', loader: { '.woff2': 'file' } })
  css = built.outputFiles.find((file) => file.path.endsWith('.css'))?.text ?? ''
})

/** The colour behind a token, following it through other tokens. */
const colourOf = (token: string): string => {
  const value = new RegExp(`${token}: ([^;]+);`).exec(read('tokens.css'))?.[1] ?? new RegExp(`${token}: ([^;]+);`).exec(read('designsystemet.css'))?.[1]
  if (value === undefined) throw new Error(`No such token: ${token}`)
  const other = /^var\((--[\w-]+)\)$/.exec(value)?.[1]
  return other === undefined ? value : colourOf(other)
}
const brightness = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [brightness(colourOf(one)), brightness(colourOf(other))].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

describe('the stylesheet', () => {
  it('weighs at most 30 KB compressed', () => {
    expect(css.length).toBeGreaterThan(20_000)
    expect(gzipSync(css, { level: 9 }).length).toBeLessThanOrEqual(30_000)
  })
  it('loads nothing from elsewhere', () => {
    const addresses = [...css.matchAll(/url\(["']?([^)"']*)/g)].map((found) => found[1] ?? '')
    expect(addresses.filter((address) => !/^(?:\.\/[\w-]+\.woff2|data:image\/svg\+xml)/.test(address))).toEqual([])
    expect(addresses.filter((address) => address.endsWith('woff2'))).toHaveLength(8)
  })
  it('has colours only in the theme and in its tokens', () => {
    const files = globSync(`${folder}/*.css`).filter((file) => !/(?:designsystemet|tokens)\.css$/.test(file))
    const found = files.flatMap((file) => readFileSync(file, 'utf8').match(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/gi) ?? [])
    expect(found).toEqual([])
  })
  it('names only tokens that exist', () => {
    const known = new Set(css.match(/--[\w-]+(?=\s*:)/g))
    const own = globSync(`${folder}/{tokens,base,frame,forms,parts,tables,print}.css`).map((file) => readFileSync(file, 'utf8')).join('')
    const used = new Set([...own.matchAll(/var\((--[\w-]+)\)/g)].map((found) => found[1] ?? ''))
    expect([...used].filter((token) => !known.has(token))).toEqual([])
  })
  it('has a rule for every class of ours that a part writes', () => {
    const views = globSync(`${folder}/../{*,parts/*,frame/*}.tsx`).filter((file) => !file.includes('.test.')).map((file) => readFileSync(file, 'utf8')).join('')
    const used = new Set(views.match(/(?<=["' ])p-[a-z-]+(?=["' ])/g))
    expect([...used].filter((name) => !css.includes(`.${name}`)).sort()).toEqual([])
  })
})

describe('colours', () => {
  it.each([
    ['--ink', '--ground'], ['--ink', '--warm'], ['--ink-quiet', '--ground'], ['--ink-quiet', '--warm'], ['--link', '--ground'], ['--link', '--warm'],
    ['--region-text', '--ground'], ['--region-text', '--region-tint'], ['--target', '--ground'], ['--target', '--target-tint'], ['--peer-named', '--ground'],
    ['--class-text-light', '--class-1'], ['--class-text-light', '--class-2'], ['--class-text-light', '--class-3'], ['--class-text-dark', '--class-4'], ['--class-text-dark', '--class-5'],
  ])('%s can be read on %s (at least 4.5)', (text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
  })
  it.each([['--region', '--ground'], ['--peer', '--ground'], ['--target', '--ground'], ['--axis', '--ground']])('%s can be seen on %s (at least 3)', (mark, ground) => {
    expect(contrast(mark, ground)).toBeGreaterThanOrEqual(3)
  })
})
