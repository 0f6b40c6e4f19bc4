// What never belongs into a repository: paths of one machine, addresses of private registries, secrets, large files.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const tracked = (): readonly string[] | null => {
  try {
    return execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\0').filter((file) => file !== '' && existsSync(join(root, file)))
  } catch {
    return null
  }
}
const files = tracked()
const skip = files === null
if (skip) console.log('skipped: not a git checkout')
const texts = (files ?? []).filter((file) => !/\.(gz|png|woff2|bin|jpg|ttf)$/.test(file)).map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
const linesWith = (pattern: RegExp): readonly string[] => texts.flatMap(({ file, text }) =>
  text.split('\n').flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1} ${line.trim().slice(0, 120)}`] : [])))

test.skipIf(skip)('no path of one machine stands in a tracked file', () => {
  // written apart, so that this line is not found by itself
  const homes = ['wor' + 'k', 'roo' + 't', 'far' + 'm', 'hom' + 'e', 'Use' + 'rs', 'tm' + 'p']
  expect(linesWith(new RegExp(`(^|[\\s'"\`(=:])/(${homes.join('|')})/[A-Za-z.]`))).toEqual([])
})

test.skipIf(skip)('no private key and no password in an address stands in a tracked file', () => {
  expect(linesWith(new RegExp(`BEGIN [A-Z ]*PRIVATE ${'KEY'}`))).toEqual([])
})

test.skipIf(skip)('nothing generated is tracked, and nothing over two megabytes', () => {
  const generated = (files ?? []).filter((file) => /^(build|node_modules|\.posoka|test-results|src\/kernel\/words)\//.test(file))
  const large = (files ?? []).filter((file) => statSync(join(root, file)).size > 2 * 1024 * 1024)
  expect([...generated, ...large]).toEqual([])
})
