// How a choice of trend stands in the address, and back. What was typed as a target stays as typed, so that nothing is lost.
import { fields, firstHorizon, horizons, type TrendChoice, trendsPath } from '../rules.ts'

const word = (text: string | null): string | null => (text !== null && /^[A-Za-z][\w.-]{0,99}$/.test(text) ? text : null)
export const choiceOf = (query: URLSearchParams): TrendChoice => ({
  indicator: word(query.get('indicator')),
  region: word(query.get('region')),
  years: horizons.find((one) => String(one) === query.get('years')) ?? firstHorizon,
  among: fields.find((one) => one === query.get('among')) ?? 'country',
  target: (query.get('target') ?? '').trim().slice(0, 30),
})
export const isFromForm = (query: URLSearchParams): boolean => query.has('sent')

/** Only what differs from what the page would take by itself. */
export const queryOf = (choice: Partial<TrendChoice>): string => new URLSearchParams([
  ...(choice.indicator ? [['indicator', choice.indicator]] : []),
  ...(choice.region ? [['region', choice.region]] : []),
  ...(choice.years !== undefined && choice.years !== firstHorizon ? [['years', String(choice.years)]] : []),
  ...(choice.among !== undefined && choice.among !== 'country' ? [['among', choice.among]] : []),
  ...(choice.target ? [['target', choice.target]] : []),
]).toString()
export const addressOf = (choice: Partial<TrendChoice>): string => { const query = queryOf(choice); return query === '' ? trendsPath : `${trendsPath}?${query}` }

/** „30“, „30,5“, „1 250“, „-4.2“; null: no number. A comma is a decimal comma; spaces part thousands; one percent sign may follow. */
export const numberOf = (typed: string): number | null => {
  const bare = typed.replace(/[\s\u00a0\u202f]/g, '').replace(/%$/, '').replace('−', '-').replace(',', '.')
  return /^-?\d{1,15}(\.\d{1,10})?$/.test(bare) ? Number(bare) : null
}
