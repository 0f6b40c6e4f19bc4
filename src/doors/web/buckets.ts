// Token buckets per client address for every form, in memory on purpose: they are a lid against floods, and a flood
// must not become writes to the database. What must survive a restart (sign-in, codes) is counted in people/accounts.
export type Buckets = {
  /** 0 when there is room; otherwise the seconds to wait */
  take(key: string, at: number): number
}
export type BucketSize = { readonly holds: number; readonly perMinute: number; readonly atMost?: number }

export const makeBuckets = ({ holds, perMinute, atMost = 50_000 }: BucketSize): Buckets => {
  const left = new Map<string, { tokens: number; at: number }>()
  const perMs = perMinute / 60_000
  return {
    take(key, at) {
      const found = left.get(key)
      const tokens = found ? Math.min(holds, found.tokens + (at - found.at) * perMs) : holds
      left.delete(key)
      // The oldest entry goes first: whoever waited longest has a nearly full bucket anyway.
      if (left.size >= atMost) { const oldest = left.keys().next().value; if (oldest !== undefined) left.delete(oldest) }
      const room = tokens >= 1
      left.set(key, { tokens: room ? tokens - 1 : tokens, at })
      return room ? 0 : Math.max(1, Math.ceil((1 - tokens) / perMs / 1000))
    },
  }
}

/** An IPv6 household gets 2^64 addresses: all of one network share a bucket. */
export const bucketKey = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail = ''] = plain.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === '' ? [] : tail.split(':')
  const groups = plain.includes('::') ? [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after] : before
  return `${groups.slice(0, 4).join(':')}::`
}
