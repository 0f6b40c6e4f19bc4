// Addresses of pages: a path without language in, an address in that language out. Knows no page.
import type { Language } from '#kernel/language.ts'

/** '/' → '/bg'; '/evidence?level=nuts3' → '/bg/evidence?level=nuts3'; what is no path of ours stays as it is. */
export const toHref = (language: Language, path: string): string => {
  if (!path.startsWith('/') || path.startsWith('//')) return path
  if (path === '/') return `/${language}`
  return path.startsWith('/?') || path.startsWith('/#') ? `/${language}${path.slice(1)}` : `/${language}${path}`
}

const harmless = /^(?:https?:|mailto:|tel:|[/?#]|[^:]*$)/i
/** An address somebody typed, or undefined when a browser would run it instead of following it. */
export const toSafeHref = (address: string): string | undefined => (harmless.test(address.trim()) ? address.trim() : undefined)

/** The same address with one question changed; an empty answer takes the question away. */
export const withQuery = (path: string, change: Readonly<Record<string, string>>): string => {
  const [before = '', after = ''] = path.split('?', 2)
  const query = new URLSearchParams(after)
  for (const [name, value] of Object.entries(change)) value === '' ? query.delete(name) : query.set(name, value)
  const text = query.toString()
  return text === '' ? before : `${before}?${text}`
}
