import { expect, test } from 'vitest'
import { parseId } from '#kernel/id.ts'
import { newId } from './ids.ts'

test('numbers made one after the other rise, are all different, and are well formed', () => {
  const made = Array.from({ length: 20_000 }, () => newId())
  expect(new Set(made).size).toBe(made.length)
  expect(made.toSorted()).toEqual(made)
  expect(made.every((id) => parseId(id) === id)).toBe(true)
})
