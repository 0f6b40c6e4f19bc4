// How a choice of peers stands in the address, and how the form's long address becomes the short one.
import { type Dimension, dimensions, fields, mostWeight, type PeerChoice, peersPath, traits } from '../rules.ts'

const codeOf = (text: string | null): string | null => (/^[A-Z]{2}[A-Z0-9]{1,3}$/.test(text ?? '') ? text : null)
const weightOf = (text: string | null): number => (/^[0-9]$/.test(text ?? '') ? Math.min(mostWeight, Number(text)) : 1)

/** The form ticks what is looked at (`trait`); a link names only what is not (`without`). */
export const choiceOf = (query: URLSearchParams): PeerChoice => {
  const ticked = query.getAll('trait')
  const off = isFromForm(query) ? traits.map((trait) => trait.key).filter((key) => !ticked.includes(key)) : (query.get('without') ?? '').split(',')
  return {
    region: codeOf(query.get('region')),
    among: fields.find((field) => field === query.get('among')) ?? 'union',
    ownCountry: query.get('own') === 'out' ? 'out' : 'in',
    income: query.get('income') === 'near' ? 'near' : 'any',
    weights: Object.fromEntries(dimensions.map((dimension) => [dimension, weightOf(query.get(dimension))])) as Record<Dimension, number>,
    without: traits.map((trait) => trait.key).filter((key) => off.includes(key)),
    why: codeOf(query.get('why')),
  }
}
export const isFromForm = (query: URLSearchParams): boolean => query.has('sent')

/** Only what differs from what one is asked first. */
export const queryOf = (choice: Partial<PeerChoice>): string => {
  const parts = [
    ...(choice.region ? [`region=${choice.region}`] : []),
    ...(choice.among === 'country' ? ['among=country'] : []),
    ...(choice.ownCountry === 'out' ? ['own=out'] : []),
    ...(choice.income === 'near' ? ['income=near'] : []),
    ...dimensions.flatMap((dimension) => { const weight = choice.weights?.[dimension]; return weight === undefined || weight === 1 ? [] : [`${dimension}=${weight}`] }),
    ...(choice.without?.length ? [`without=${choice.without.join(',')}`] : []),
    ...(choice.why ? [`why=${choice.why}`] : []),
  ]
  return parts.join('&')
}
export const addressOf = (choice: Partial<PeerChoice>): string => { const query = queryOf(choice); return query === '' ? peersPath : `${peersPath}?${query}` }
export const firstChoice: PeerChoice = choiceOf(new URLSearchParams())
