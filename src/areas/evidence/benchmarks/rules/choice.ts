// How a benchmark's choice stands in the address: whose, beside whom, and which indicators are not counted.
import { type BenchmarkChoice, benchmarkPath, mostPeers } from '../rules.ts'

const isCode = (text: string): boolean => /^[A-Z]{2}[A-Z0-9]{1,3}$/.test(text)
const isKey = (text: string): boolean => /^[a-z][A-Za-z0-9_.-]{0,99}$/.test(text)
const listed = (texts: readonly string[], is: (text: string) => boolean): readonly string[] => [...new Set(texts.flatMap((text) => text.split(',')).map((text) => text.trim()).filter(is))]

/** The form ticks what counts (`counts`) and says what it offered (`offered`); a link names only what does not count. */
export const choiceOf = (query: URLSearchParams): BenchmarkChoice => {
  const set = /^\d{1,8}$/.test(query.get('set') ?? '') ? Number(query.get('set')) : null
  const region = query.get('region') ?? ''
  const without = isFromForm(query) && query.has('offered')
    ? listed(query.getAll('offered'), isKey).filter((key) => !query.getAll('counts').includes(key))
    : listed(query.getAll('without'), isKey)
  return { region: isCode(region) ? region : null, set, peers: set === null ? listed(query.getAll('peers'), isCode).slice(0, mostPeers) : [], without: without.slice(0, 200) }
}
export const isFromForm = (query: URLSearchParams): boolean => query.has('sent')

export const queryOf = (choice: Partial<BenchmarkChoice>): string => [
  ...(choice.region ? [`region=${choice.region}`] : []),
  ...(choice.set == null ? [] : [`set=${choice.set}`]),
  ...(choice.set == null && choice.peers?.length ? [`peers=${choice.peers.join(',')}`] : []),
  ...(choice.without?.length ? [`without=${choice.without.join(',')}`] : []),
].join('&')
export const addressOf = (choice: Partial<BenchmarkChoice>): string => { const query = queryOf(choice); return query === '' ? benchmarkPath : `${benchmarkPath}?${query}` }
/** The same with one indicator counted or not. */
export const toggled = (choice: BenchmarkChoice, key: string): BenchmarkChoice =>
  ({ ...choice, without: choice.without.includes(key) ? choice.without.filter((one) => one !== key) : [...choice.without, key] })
