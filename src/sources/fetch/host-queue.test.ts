import { describe, expect, test } from 'vitest'
import { HostQueue } from './host-queue.ts'

const pace = { gapMs: 0, pauseMs: 1_000, longestPauseMs: 10_000, patienceMs: 0 }
const never = new AbortController().signal
const at = () => {
  const clock = { now: 1_000_000 }
  return { clock, queue: new HostQueue(pace, () => clock.now) }
}

describe('one request at a time per host', () => {
  test('the second waits for the first, another host does not', async () => {
    const { queue } = at()
    const seen: string[] = []
    const first = await queue.enter('a', never)
    const second = queue.enter('a', never).then((turn) => { seen.push('second'); return turn })
    const other = await queue.enter('b', never)
    seen.push('other')
    first.leave({ went: 'well' })
    ;(await second).leave({ went: 'well' })
    other.leave({ went: 'well' })
    expect(seen).toEqual(['other', 'second'])
  })
  test('one who stops waiting does not hold up those behind', async () => {
    const { queue } = at()
    const first = await queue.enter('a', never)
    const stop = new AbortController()
    const second = queue.enter('a', stop.signal)
    const third = queue.enter('a', never)
    stop.abort(new Error('gone'))
    await expect(second).rejects.toThrow('gone')
    first.leave({ went: 'well' })
    await third
  })
})

describe('pauses after failures', () => {
  test('grow to a bound, are told with their end, and are forgotten after a success', async () => {
    const { clock, queue } = at()
    for (const pause of [1_000, 2_000, 4_000, 8_000, 10_000, 10_000]) {
      const turn = await queue.enter('a', never)
      turn.leave({ went: 'badly' })
      await expect(queue.enter('a', never)).rejects.toMatchObject({ code: 'pausing', again: clock.now + pause })
      clock.now += pause
    }
    ;(await queue.enter('a', never)).leave({ went: 'well' })
    ;(await queue.enter('a', never)).leave({ went: 'badly' })
    await expect(queue.enter('a', never)).rejects.toMatchObject({ again: clock.now + 1_000 })
  })
  test('a time that the host names itself is kept, up to the bound', async () => {
    const { clock, queue } = at()
    ;(await queue.enter('a', never)).leave({ went: 'badly', again: clock.now + 5_000 })
    await expect(queue.enter('a', never)).rejects.toMatchObject({ again: clock.now + 5_000 })
    clock.now += 5_000
    ;(await queue.enter('a', never)).leave({ went: 'badly', again: clock.now + 10 ** 9 })
    await expect(queue.enter('a', never)).rejects.toMatchObject({ again: clock.now + 10_000 })
  })
})
