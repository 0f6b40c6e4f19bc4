// The licences of everything we install: a fixed list, and a new one is looked at by a person before it enters.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))

const accepted = new Set([
  'MIT', 'MIT-0', 'ISC', 'Apache-2.0', 'MIT OR Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', '(MIT AND Zlib)', 'Python-2.0', 'OFL-1.1',
  'MIT AND OFL-1.1', 'PSF-2.0', 'MIT/X11', 'Unlicense', 'BlueOak-1.0.0',
])
/** Weak copyleft, by file and unchanged, for building and testing only. */
const acceptedForTools = /^(axe-core|lightningcss(-[\w-]+)?)$/
/** These name none in their package.json; what their files or their repository say was read. */
const readByHand: Readonly<Record<string, string>> = {
  buffers: 'MIT/X11, of its repository, whose next version names it; read by exceljs through unzipper',
  duck: 'BSD-2-Clause, by the text of its licence file; read by mammoth',
  '@inlang/plugin-message-format': 'MIT, of the repository it is built in',
  'sqlite-wasm-kysely': 'MIT, of the repository it is built in; part of the compiler of words, not of the running product',
}

/** A choice between two, and the one we took. */
const takenAs: Readonly<Record<string, string>> = { jszip: 'MIT', '@zone-eu/mailsplit': 'MIT' }

test('every installed package has a licence we accept', () => {
  const strange = Object.entries<{ license?: string }>(packages).flatMap(([path, { license }]) => {
    const name = path.replace(/^.*node_modules\//, '')
    const taken = takenAs[name]
    if (path === '' || accepted.has(license ?? '') || (taken !== undefined && accepted.has(taken) && license?.includes(`${taken} OR`)) || (license === 'MPL-2.0' && acceptedForTools.test(name)) || ((license === undefined || license === 'BSD') && name in readByHand)) return []
    return [`${name}: ${license ?? 'none named'}`]
  })
  expect(strange).toEqual([])
})

test('the fonts bring their licence', () => {
  for (const font of ['sofia-sans', 'sofia-sans-condensed'])
    expect(existsSync(join(root, 'node_modules/@fontsource', font, 'LICENSE'))).toBe(true)
  expect(existsSync(join(root, 'node_modules/@expo-google-fonts/sofia-sans/LICENSE_FONT'))).toBe(true)
})

test('the product itself is under the EUPL', () => {
  expect(readFileSync(join(root, 'LICENSE'), 'utf8')).toContain('EUROPEAN UNION PUBLIC LICENCE v. 1.2')
  expect(packages[''].license).toBe('EUPL-1.2')
  expect(readFileSync(join(root, 'publiccode.yml'), 'utf8')).toContain('license: EUPL-1.2')
})
