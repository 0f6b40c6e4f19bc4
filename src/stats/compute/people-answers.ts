// What the methods for people's answers share in their schemas: names, gaps, the least number of people.
import { z } from 'zod'
import type { Value } from '../reason.ts'
import { type Answers, leastPeople } from '../stakeholders/answers.ts'
import { type Result, toMatrix, toResult, WrongInput } from './entry.ts'

export const items = z.array(z.string()).optional().describe('names of the items, in the order of the columns')
export const people = z.array(z.string()).optional().describe('names of the people, in the order of the rows')
export const least = z.int().min(0).default(leastPeople).describe('with fewer people nothing is shown')
export const whole = z.int().min(0)
export const nameOf = (names: readonly string[] | undefined, at: number): string => names?.[at] ?? String(at)

/** Every row as wide as the first; names, where given, as many as there are. */
export const toAnswers = (values: readonly (readonly (number | null)[])[], { items: names, people: rows, key = 'values' }: { readonly items?: readonly string[] | undefined; readonly people?: readonly string[] | undefined; readonly key?: string }): Answers => {
  if (rows !== undefined && rows.length !== values.length) throw new WrongInput(`people: ${rows.length} names for ${values.length} rows of ${key}`)
  const columns = values[0]?.length ?? names?.length ?? 0
  if (names !== undefined && names.length !== columns) throw new WrongInput(`items: ${names.length} names for ${columns} columns of ${key}`)
  return { values: toMatrix(values), rows: values.length, columns }
}
export const inResults = <Record extends Readonly<{ [key: string]: Value }>>(record: Record): { [Key in keyof Record]: Result } =>
  Object.fromEntries(Object.entries(record).map(([key, one]) => [key, toResult(one)])) as { [Key in keyof Record]: Result }
