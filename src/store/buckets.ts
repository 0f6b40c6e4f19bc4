// Token buckets that all processes of one database share: one statement takes a token or says how long to wait.
// Not the limits of signing in (people/accounts), which must survive a crash.
import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { oneRow } from './ask.ts'
import type { Store } from './store.ts'

export type SharedBuckets = {
  /** 0 when there is room; otherwise the seconds to wait */
  readonly take: (of: string, now: Date) => Promise<number>
  /** those that have been full again for long */
  readonly forget: (now: Date) => Promise<void>
}
export type SharedSize = { readonly holds: number; readonly perMinute: number }

export const shareBuckets = (store: Pick<Store, 'writing'>, { secret, holds, perMinute }: SharedSize & { readonly secret: string }): SharedBuckets => {
  const perSecond = perMinute / 60
  return {
    take: async (of, now) => {
      const key = createHmac('sha256', secret).update(`bucket ${now.toISOString().slice(0, 10)} ${of}`).digest()
      // What has grown back since; a clock that runs behind another's takes nothing away.
      const grown = sql`least(${holds}::float8, b.tokens + greatest(0, extract(epoch from ${now}::timestamptz - b.at)) * ${perSecond}::float8)`
      const row = await store.writing((writer) => oneRow<{ tokens: number; granted: boolean }>(writer.reader, sql`
        insert into store.bucket as b (key, tokens, granted, at) values (${key}, ${holds}::float8 - 1, true, ${now})
        on conflict (key) do update set granted = ${grown} >= 1, at = greatest(b.at, ${now}::timestamptz),
          tokens = case when ${grown} >= 1 then ${grown} - 1 else ${grown} end
        returning tokens, granted`), { quiet: 'yes' })
      if (row === undefined) throw new Error('a bucket gave no answer')
      return row.granted ? 0 : Math.max(1, Math.ceil((1 - row.tokens) / perSecond))
    },
    forget: async (now) => {
      await store.writing((writer) => sql`delete from store.bucket where at < ${new Date(now.getTime() - 86_400_000)}`.execute(writer), { quiet: 'yes' })
    },
  }
}
