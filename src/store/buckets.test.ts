// Forms counted together by several processes: each store here stands for one.
import { expect, test } from 'vitest'
import { testStore } from '#test/database.ts'
import { shareBuckets } from './buckets.ts'
import { storeOn } from './store.ts'

const store = await testStore()
const other = storeOn({ primary: store.address, replica: undefined, rights: { by: 'role' }, files: '/nowhere' })
const size = { secret: 'a-secret-of-the-tests-0123456789abcdef', holds: 5, perMinute: 6 }
const here = shareBuckets(store, size)
const there = shareBuckets(other, size)
const at = (seconds: number): Date => new Date(Date.UTC(2026, 10, 25, 10, 0, seconds))

test('what one process lets in, the other has counted, also when all come at once', async () => {
  const waits = await Promise.all(Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? here : there).take('192.0.2.1', at(0))))
  expect(waits.filter((wait) => wait === 0)).toHaveLength(5)
  expect(Math.max(...waits)).toBe(10)
  expect(await here.take('192.0.2.2', at(0))).toBe(0)
})
test('tokens grow back with time, and a process whose clock runs behind takes none away', async () => {
  expect(await there.take('192.0.2.1', at(-30))).toBeGreaterThan(0)
  expect(await there.take('192.0.2.1', at(10))).toBe(0)
  expect(await here.take('192.0.2.1', at(10))).toBe(10)
})
test('what is long full again is forgotten', async () => {
  await here.forget(new Date(at(0).getTime() + 2 * 86_400_000))
  expect(await here.take('192.0.2.1', at(11))).toBe(0)
  await other.close()
})
