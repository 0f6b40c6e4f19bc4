// What may be asked of the public list by its address, parsed from anything: what does not fit is as if it were not asked.
import { contributionStates, isShown, proposalsPath, sectors, type ContributionState, type Sector } from '../rules.ts'

export const perPage = 20
/** So many are counted; beyond that the page says „more than“. */
export const mostCounted = 1000
export const csvPath = '/participation/proposals.csv'
export const jsonPath = '/participation/proposals.json'
export const feedPath = '/participation/proposals/feed.atom'

export type ListOrder = 'newest' | 'supported' | 'discussed'
export type ListAsked = {
  readonly q: string; readonly topic: string; readonly municipality: string; readonly process: string; readonly state: '' | ContributionState; readonly sector: '' | Sector
  readonly order: ListOrder; readonly page: number
}
const short = (text: string | null, shape: RegExp): string => (text !== null && shape.test(text) ? text : '')
export const parseList = (query: URLSearchParams): ListAsked => {
  const state = contributionStates.find((name) => name === query.get('state'))
  const order = query.get('order')
  return {
    q: (query.get('q') ?? '').normalize('NFC').replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim().slice(0, 200),
    topic: short(query.get('topic'), /^[a-z][a-zA-Z]{1,40}$/), municipality: short(query.get('municipality'), /^[A-Z0-9]{2,10}$/), process: short(query.get('process'), /^[a-z0-9][a-z0-9-]{1,60}$/),
    state: state !== undefined && isShown(state) ? state : '', sector: sectors.find((name) => name === query.get('sector')) ?? '',
    order: order === 'supported' || order === 'discussed' ? order : 'newest', page: /^[1-9]\d{0,3}$/.test(query.get('page') ?? '') ? Math.min(Number(query.get('page')), mostCounted / perPage) : 1,
  }
}
/** The address of a list; what is not asked is not in it. */
export const listAddress = (asked: Partial<ListAsked>): string => {
  const query = new URLSearchParams()
  for (const name of ['q', 'topic', 'municipality', 'process', 'state', 'sector'] as const) if (asked[name]) query.set(name, asked[name])
  if (asked.order !== undefined && asked.order !== 'newest') query.set('order', asked.order)
  if (asked.page !== undefined && asked.page > 1) query.set('page', String(asked.page))
  return query.size === 0 ? proposalsPath : `${proposalsPath}?${query}`
}
