// The house is tested like code, and the test is first seen to fail on a house that is bad on purpose.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { drawnPicture, inspectHouse, sentenceOf, sinsOf, withPicture } from './inspect.ts'
import { draw, lengths } from './picture.ts'
import type { Rule } from './plan.ts'
import { readHouse } from './read-house.ts'

const root = join(import.meta.dirname, '../..')

describe('the bad house', () => {
  const house = readHouse(join(root, 'test/bad-house'), root)
  const found = sinsOf(house)
  const confessed = [...house.files.values()].flatMap(({ path, text }) =>
    (/^\/\/ Sin: ([a-z@/, -]+?)(\.|$)/m.exec(text)?.[1] ?? '').split(', ').filter((rule) => rule !== '').map((rule) => {
      const [name, place = path] = rule.split('@')
      return `${place} ${name}`
    }))

  test('every sin is found where it was committed, and no innocent is accused', () => {
    expect(found.map(({ file, rule }) => `${file} ${rule}`).sort()).toEqual(confessed.sort())
  })

  test('every rule has a sinner', () => {
    const rules: Readonly<Record<Rule, true>> = {
      'upward-arrow': true, 'sideways-arrow': true, 'hidden-neighbour': true, 'wrong-order': true, 'wrong-tool': true, 'door-reach': true,
      'wrong-package': true, 'type-import': true, unresolved: true, 'file-circle': true, 'topic-circle': true, 'unknown-name': true,
      'unknown-topic': true, 'unknown-room': true, impure: true, 'too-long': true, 'reaches-jsx': true, 'loose-path': true,
      'test-in-product': true, 'boolean-argument': true, 'todo-without-issue': true, 'default-export': true, barrel: true,
      'vague-name': true, 'not-kebab': true, 'no-opening': true, 'vague-verb': true,
    }
    expect([...new Set(found.map(({ rule }) => rule))].sort()).toEqual(Object.keys(rules).sort())
  })

  test('everything that makes a file impure is seen', () => {
    const seen = found.filter(({ rule }) => rule === 'impure').map(({ says }) => says.replace(/ in a pure.*/, ''))
    expect(new Set(seen)).toEqual(new Set(['Date.now', 'new Date()', 'Math.random', 'process', 'fetch', 'await', 'for await']))
  })
})

describe('the house', () => {
  const house = readHouse(root)

  test('has no sin', () => {
    expect(sinsOf(house).map(sentenceOf)).toEqual([])
  })

  test('is read whole: files and imports are there, and none is skipped', () => {
    expect(house.files.size).toBeGreaterThan(300)
    expect([...house.files.values()].reduce((sum, { imports }) => sum + imports.length, 0)).toBeGreaterThan(house.files.size)
  })

  test('looks as ARCHITECTURE.md draws it', () => {
    console.log(`${draw(house)}\n${lengths(house)}`)
    expect(drawnPicture(root)).toBe(draw(house))
  })

  test('a picture that lies is noticed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'posoka-picture-'))
    const page = (picture: string): void => writeFileSync(join(folder, 'ARCHITECTURE.md'), withPicture('# A\n<!-- house -->\n```text\n\n```\n<!-- /house -->\n', picture))
    try {
      cpSync(join(root, 'test/bad-house/src/kernel'), join(folder, 'src/kernel'), { recursive: true })
      cpSync(join(root, 'package.json'), join(folder, 'package.json'))
      const complaint = () => inspectHouse(folder).sentences.filter((sentence) => sentence.startsWith('ARCHITECTURE.md'))
      page('kernel 1')
      expect(complaint()).toHaveLength(1)
      page(draw(readHouse(folder)))
      expect(complaint()).toEqual([])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
