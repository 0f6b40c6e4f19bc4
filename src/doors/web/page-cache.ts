// Rendered pages for visitors without a cookie, kept until the store's pulse moves. The pulse is read at every request,
// before the page's own transaction: what is kept can be newer than its key, never older.
export type KeptPage = {
  readonly pulse: string
  readonly status: 200
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Uint8Array
  readonly squeezed: Map<'br' | 'gzip', Squeezed>
}
/** `uses`: how often it went out; what goes out often is squeezed once more, with more effort */
export type Squeezed = { readonly headers: Readonly<Record<string, string>>; readonly bytes: Uint8Array; uses: number }
export type PageCache = {
  find(key: string, pulse: string): KeptPage | undefined
  keep(key: string, page: KeptPage): void
  /** makes a page once, however many ask for it at the same time */
  once(key: string, pulse: string, make: () => Promise<KeptPage | null>): Promise<KeptPage | null>
}

/** Compressed twins are about a quarter of the page: counted with it from the beginning. */
const weightOf = (page: KeptPage): number => page.bytes.byteLength * 1.5 + 1024

export const makePageCache = (atMostBytes = 64 * 1024 * 1024): PageCache => {
  const kept = new Map<string, KeptPage>()
  const underWay = new Map<string, Promise<KeptPage | null>>()
  let weight = 0
  const drop = (key: string): void => {
    const page = kept.get(key)
    if (page) { kept.delete(key); weight -= weightOf(page) }
  }
  return {
    find(key, pulse) {
      const page = kept.get(key)
      if (!page) return undefined
      if (page.pulse !== pulse) { drop(key); return undefined }
      kept.delete(key); kept.set(key, page)
      return page
    },
    keep(key, page) {
      drop(key)
      if (weightOf(page) > atMostBytes / 8) return
      kept.set(key, page)
      weight += weightOf(page)
      for (const oldest of kept.keys()) { if (weight <= atMostBytes) break; drop(oldest) }
    },
    once(key, pulse, make) {
      const name = `${pulse} ${key}`
      const running = underWay.get(name)
      if (running) return running
      const made = make().finally(() => underWay.delete(name))
      underWay.set(name, made)
      return made
    },
  }
}
