// Finds the pages of a running product by following its links, as a visitor would. Files, feeds and forms are not pages.
export type Found = { readonly path: string; readonly status: number }

const isFile = /\.(pdf|docx|xlsx)$/
/** Paths below /bg, without their query; each once. `cookies` follows what a signed-in person sees. */
export const crawl = async ({ address, from, cookies = '', most = 2000 }: {
  readonly address: string; readonly from: readonly string[]; readonly cookies?: string; readonly most?: number
}): Promise<readonly Found[]> => {
  const found = new Map<string, number>()
  const queue = [...from]
  const seen = new Set(queue)
  const take = async (path: string): Promise<void> => {
    const answer = await fetch(address + path, { headers: { accept: 'text/html', cookie: cookies }, redirect: 'manual' })
    const isPage = answer.headers.get('content-type')?.startsWith('text/html') ?? false
    const text = await answer.text()
    if (answer.status >= 300 && answer.status < 400) {
      enter(answer.headers.get('location') ?? '')
      return
    }
    if (!isPage && answer.status < 400) return
    found.set(path, answer.status)
    for (const [, href = ''] of text.matchAll(/<a\s[^>]*?href="([^"]*)"/g)) enter(href.replaceAll('&amp;', '&'))
  }
  const enter = (href: string): void => {
    const url = URL.canParse(href, address) ? new URL(href, address) : null
    if (url === null || url.origin !== address || !url.pathname.startsWith('/bg') || isFile.test(url.pathname) || seen.has(url.pathname) || seen.size >= most) return
    seen.add(url.pathname)
    queue.push(url.pathname)
  }
  while (queue.length > 0) await Promise.all(queue.splice(0, 8).map(take))
  return [...found].map(([path, status]) => ({ path, status })).sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** A few of each kind: pages whose addresses differ only from the third word on are of one kind. */
export const someOfEachKind = (pages: readonly Found[], each: number): readonly Found[] => {
  const kinds = Map.groupBy(pages, ({ path }) => path.split('/').map((word, at) => (at >= 4 ? '*' : word)).join('/'))
  return [...kinds.values()].flatMap((kind) => kind.slice(0, each))
}
