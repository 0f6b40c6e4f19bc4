// What is measured at the moment somebody asks: this process, its connections, what waits. Held by nobody.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { countLetters } from '#store/outbox.ts'
import type { Store } from '#store/store.ts'
import type { Gauge } from './meters.ts'

const states = ['none', 'follows', 'behind', 'away'] as const

export const makeGauges = (store: Pick<Store, 'reading' | 'replicaState' | 'connections'>): (() => Promise<readonly Gauge[]>) => {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  return async () => {
    const { user, system } = process.cpuUsage()
    const waiting = await store.reading((reader) => countLetters(reader), { as: 'staff' }).then((letters) => letters.waiting, () => undefined)
    const one = (value: number) => [[{}, value]] as const
    const lag = delay.percentile(99) / 1e9
    delay.reset()
    return [
      { name: 'process_cpu_seconds', type: 'counter', help: 'Processor time of this process.', values: one((user + system) / 1e6) },
      { name: 'process_resident_memory_bytes', type: 'gauge', help: 'Memory of this process.', values: one(process.memoryUsage.rss()) },
      { name: 'process_start_time_seconds', type: 'gauge', help: 'When this process started.', values: one(Math.round(performance.timeOrigin / 1000)) },
      { name: 'posoka_event_loop_delay_seconds', type: 'gauge', help: '99th percentile since it was asked last.', values: one(lag) },
      { name: 'posoka_database_connections', type: 'gauge', help: 'Connections by purpose and state; waiting: questions without one.', values: store.connections().flatMap(({ purpose, total, idle, waiting: queue }) =>
        [[{ purpose, state: 'busy' }, total - idle], [{ purpose, state: 'idle' }, idle], [{ purpose, state: 'waiting' }, queue]] as const) },
      { name: 'posoka_replica', type: 'gauge', help: '1 for what holds: no replica, it follows, it is behind, it is away.', values: states.map((state) => [{ state }, store.replicaState() === state ? 1 : 0] as const) },
      ...(waiting === undefined ? [] : [{ name: 'posoka_letters_waiting', type: 'gauge' as const, help: 'Letters not yet delivered.', values: one(waiting) }]),
    ]
  }
}
