// What the methods of effect take in: a table, the treated row, the first treated year, the donors.
import { z } from 'zod'
import type { OneTreated } from '../effect/design.ts'
import { WrongInput } from './entry.ts'
import { panelFrom, place } from './series-input.ts'

export const treatedField = place.describe('row of the treated region, from 0')
export const firstField = z.int().min(1).describe('T0: place of the first treated year, from 0; so many years lie before')
export const donorsField = z.array(place).optional().describe('rows that may be compared with; all others where absent')
export const path = z.array(z.number()).describe('one per year')
export const numbers = (values: Float64Array): number[] => Array.from(values)

export const oneTreated = (input: { readonly values: readonly (readonly (number | null)[])[]; readonly treated: number; readonly first: number; readonly donors?: readonly number[] | undefined }): OneTreated => {
  const panel = panelFrom(input.values), { treated, first, donors } = input
  if (treated >= panel.rows) throw new WrongInput(`treated: the last row is ${panel.rows - 1}`)
  if (first >= panel.columns) throw new WrongInput(`first: the last year is ${panel.columns - 1}`)
  if (donors?.some((one) => one >= panel.rows || one === treated) || new Set(donors).size !== (donors?.length ?? 0)) throw new WrongInput(`donors: different rows up to ${panel.rows - 1}, without the treated one`)
  return { panel, treated, first, ...(donors ? { donors } : {}) }
}
