// The description of all routes by OpenAPI 3.1, made from the same values that the router and the parser use.
import type { Bilingual } from '#kernel/language.ts'
import { type ApiRoute, limits } from '../rules.ts'
import { problemSchema, routes } from './routes.ts'

const both = (says: Bilingual): string => `${says.en} · ${says.bg}`
export const addressOf = (path: string): string => path.replace(/:(\w+)/g, '{$1}')

const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } })
const answersOf = (route: ApiRoute) => ({
  200: {
    description: both(route.says), headers: { ETag: { schema: { type: 'string' }, description: 'send it back as If-None-Match: 304 while nothing has changed' } },
    content: { [route.mediaType]: route.schema === null ? { schema: { type: 'string' } } : { schema: route.schema } },
  },
  304: { description: 'unchanged since the ETag that was sent as If-None-Match' },
  400: problem('a parameter that is not known or does not fit; the sentence says which'),
  ...(route.parameters.some((parameter) => parameter.in === 'path') ? { 404: problem('no such thing') } : {}),
  ...(route.parameters.some((parameter) => parameter.name === 'cursor') ? { 409: problem('the figures were renewed meanwhile; begin again') } : {}),
  429: { ...problem('asked too often'), headers: { 'Retry-After': { schema: { type: 'integer' }, description: 'seconds to wait' } } },
})

export const toOpenApi = (about: { readonly title: Bilingual; readonly origin: string; readonly publisher: Bilingual }): unknown => ({
  openapi: '3.1.0',
  info: {
    title: both(about.title), version: '1', summary: 'Figures of a region, each with unit, period, source, vintage, flag, or the reason why it is missing',
    description: `Published by ${about.publisher.en}. What a program may read is exactly what a page shows. Reading is free and needs no key; at most ${limits.programs.perMinute} requests a minute after a first ${limits.programs.holds}, ${limits.feeds.perMinute} a minute for the feed.`,
  },
  servers: [{ url: about.origin }],
  externalDocs: { url: `${about.origin}/en/open-data`, description: 'the same for people' },
  paths: Object.fromEntries(routes.map((route) => [addressOf(route.path), {
    get: {
      operationId: route.id, summary: both(route.says),
      parameters: route.parameters.map((parameter) => ({
        name: parameter.name, in: parameter.in, required: parameter.in === 'path', description: both(parameter.says), schema: parameter.schema,
        ...(parameter.example === undefined ? {} : { example: parameter.schema.type === 'integer' ? Number(parameter.example) : parameter.example }),
      })),
      responses: answersOf(route),
    },
  }])),
  components: { schemas: { Problem: problemSchema } },
})
