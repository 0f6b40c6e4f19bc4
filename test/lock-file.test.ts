// `npm ci` refuses an incomplete lock file, on one platform or another; so it is complete, exact, and names no registry.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { completeLock, listMissingEntries, type Lock } from '../bin/steps/lock.ts'

const root = join(import.meta.dirname, '..')
const text = readFileSync(join(root, 'package-lock.json'), 'utf8')
const lock: Lock = JSON.parse(text)
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

test('every optional package that the lock file names has its entry', () => {
  expect(listMissingEntries(lock).map(({ path, wantedBy }) => `${path}, wanted by ${wantedBy}`)).toEqual([])
})

test('an entry left out is noticed, and put back for its platform', () => {
  const gone = ['node_modules/@biomejs/cli-win32-arm64', 'node_modules/@esbuild/linux-arm']
  const { [gone[0] ?? '']: _, [gone[1] ?? '']: __, ...packages } = lock.packages
  const missing = listMissingEntries({ packages })
  expect(missing.map(({ path }) => path).sort()).toEqual(gone)
  const mended = completeLock({ packages })
  expect(listMissingEntries(mended)).toEqual([])
  for (const path of gone) {
    const { version, os, cpu } = lock.packages[path] ?? {}
    expect(mended.packages[path]).toEqual({ version, os, cpu, optional: true })
  }
})

test('no address of a registry is recorded', () => {
  expect(text).not.toMatch(/"resolved"/)
})

test('every version in package.json is exact', () => {
  const { dependencies, devDependencies, optionalDependencies } = manifest
  const loose = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version)))
  expect(loose).toEqual([])
})
