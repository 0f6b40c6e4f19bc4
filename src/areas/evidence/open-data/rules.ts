// The nouns of open data: a route that programs ask, what it takes and what it answers. The OpenAPI document, the page for people,
// the parsing of what was asked and the policy test are all made from these values. Not where the figures come from.
import type { Bilingual } from '#kernel/language.ts'
import type { Schema } from './rules/schema.ts'

export type Parameter = {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly says: Bilingual
  readonly schema: Schema
  readonly example?: string
}
export type ApiRoute = {
  /** name of the operation, unique */
  readonly id: string
  /** as the router writes it: '/api/indicators/:key' */
  readonly path: string
  readonly says: Bilingual
  readonly parameters: readonly Parameter[]
  readonly mediaType: string
  /** null: no JSON */
  readonly schema: Schema | null
}

export const openDataPath = '/open-data'
/** What a program may ask for in one minute, beyond a first run of many; a feed is asked seldom, because it changes seldom. */
export const limits = {
  programs: { holds: 300, perMinute: 120 },
  feeds: { holds: 60, perMinute: 20 },
} as const
export const mostPerPage = { list: 1000, observations: 10_000 } as const
