// The addresses for programs, each bound to its question, and the page that tells people about them.
import type { Asked, FileAnswer, GetAnswer, Unfit } from '#kernel/answer.ts'
import { isLanguage, type Language } from '#kernel/language.ts'
import { comparePeriods, type Period, parsePeriod } from '#kernel/period.ts'
import type { Level } from '#kernel/region.ts'
import { speak } from '#kernel/speak.ts'
import { type Page, page, type ReadVisit } from '#store/visit.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { writeSeriesCsv } from '#areas/evidence/indicators/rules/series-files.ts'
import { getSettings } from '#areas/people/settings/read.ts'
import { withSettings } from '#areas/people/settings/rules.ts'
import type { Reader } from '#store/handle.ts'
import { getHomeRegion } from '#areas/evidence/regions/read.ts'
import { findForPrograms, findObservations, findVintagesOf, findWhole, listEntries, listForPrograms, listNews, listRegions, listReleases, listSources, toUrn } from './read.ts'
import { graphOf, writeJsonLd, writeTurtle } from './rules/catalogue.ts'
import { type Place, readCursor, writeCursor } from './rules/cursor.ts'
import { sayEdition } from '#areas/evidence/datasets/views/vintage-words.ts'
import { writeAtom } from './rules/feed.ts'
import { toJsonStat } from './rules/json-stat.ts'
import { toOpenApi } from './rules/openapi.ts'
import { type AskedOfApi, parseQuery } from './rules/query.ts'
import { type RouteId, routes } from './rules/routes.ts'
import { fieldsOfSchema } from './rules/schema.ts'
import { openDataPath } from './rules.ts'
import { openDataScreen } from './views.tsx'

/** The region with what its body says of itself: whoever publishes must be reachable. */
const getHome = async (reader: Reader) => {
  const [home, settings] = await Promise.all([getHomeRegion(reader), getSettings(reader)])
  return withSettings(home, settings)
}
const open = permissions['public.read']
const says = (key: 'evidence_open_title' | 'evidence_open_lead') => ({ bg: speak('bg')[key](), en: speak('en')[key]() })
const unfit = (problem: { readonly bg: string; readonly en: string }, status: Unfit['status'] = 400): Unfit => ({ kind: 'unfit', status, says: problem })
const file = (mediaType: string, bytes: string): FileAnswer => ({ kind: 'file', mediaType, name: null, inline: true, bytes })
const json = (value: unknown): FileAnswer => file('application/json', JSON.stringify(value))
const originOf = (asked: Asked): string => asked.origin ?? ''
const languageOf = (asked: AskedOfApi): Language => (isLanguage(asked.language) ? asked.language : 'bg')

/** One page of a list whose lines have a key: those after the cursor's. */
const paged = <T>(from: { readonly path: string; readonly asked: AskedOfApi; readonly lines: readonly T[]; readonly keyOf: (line: T) => string | number }): GetAnswer => {
  const { path, asked, lines, keyOf } = from
  const of = questionOf(path, asked)
  let after: Place | undefined
  if (asked.cursor !== undefined) {
    const read = readCursor(asked.cursor, { of, from: '' })
    if (!read.ok) return unfit(read.problem.says, read.problem.status)
    after = read.value
  }
  const place = after?.[0]
  const rest = place === undefined ? lines : lines.filter((line) => keyOf(line) > place)
  const items = rest.slice(0, Number(asked.limit))
  const last = items.at(-1)
  return json({ total: lines.length, items, next: last === undefined || items.length === rest.length ? null : nextOf(path, { ...asked, cursor: writeCursor({ of, from: '', after: [keyOf(last)] }) }) })
}
/** What makes two questions the same: everything but where in the list one is and how many one takes. */
const questionOf = (path: string, asked: AskedOfApi): string =>
  [path, ...Object.entries(asked).filter(([name, value]) => name !== 'cursor' && name !== 'limit' && value !== undefined).map(([name, value]) => `${name}=${value}`).sort()].join(' ')
const nextOf = (path: string, asked: AskedOfApi): string =>
  `${path}?${new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))}`

const unknownIndicator = (key: string): Unfit => unfit({
  bg: `Няма показател с ключ „${key.slice(0, 100)}“. Ключовете са на /api/indicators.`, en: `There is no indicator with the key "${key.slice(0, 100)}". The keys are at /api/indicators.`,
}, 404)
const unknownRegions = (codes: readonly string[]): Unfit => unfit({
  bg: `Няма региони с тези кодове: ${codes.slice(0, 10).join(', ')}. Кодовете са на /api/regions.`, en: `There are no regions with these codes: ${codes.slice(0, 10).join(', ')}. The codes are at /api/regions.`,
})
const whichOf = (key: string, asked: AskedOfApi) => ({ key, regions: asked.region?.split(','), level: asked.level as Level | undefined })

type Get = (visit: ReadVisit, from: { readonly asked: Asked; readonly query: AskedOfApi; readonly key: string; readonly path: string }) => Promise<GetAnswer> | GetAnswer
const gets: Readonly<Record<RouteId, Get>> = {
  getApi: (_, { asked }) => {
    const origin = originOf(asked)
    return json({
      title: says('evidence_open_title'), documentation: { bg: `${origin}/bg${openDataPath}`, en: `${origin}/en${openDataPath}` }, openapi: `${origin}/api/openapi.json`,
      catalogue: { jsonld: `${origin}/api/catalogue.jsonld`, turtle: `${origin}/api/catalogue.ttl` },
      changes: { bg: `${origin}/api/changes.atom?language=bg`, en: `${origin}/api/changes.atom?language=en` }, routes: routes.map((route) => ({ path: route.path, says: route.says })),
    })
  },
  getDescription: async ({ reader }, { asked }) => json(toOpenApi({ title: says('evidence_open_title'), origin: originOf(asked), publisher: (await getHome(reader)).body.name })),
  listIndicators: async ({ reader, now }, { path, query }) => paged({ path, asked: query, lines: await listForPrograms(reader, { domain: query.domain, now }), keyOf: (line) => line.key }),
  getIndicator: async ({ reader, now }, { key }) => {
    const found = await findForPrograms(reader, { key, now })
    return found === undefined ? unknownIndicator(key) : json(found)
  },
  listObservations: async ({ reader }, { path, query, key }) => {
    const of = questionOf(path, query), from = await findVintagesOf(reader, key)
    let after: Place | undefined
    if (query.cursor !== undefined) {
      const read = readCursor(query.cursor, { of, from })
      if (!read.ok) return unfit(read.problem.says, read.problem.status)
      after = read.value
    }
    const period = (text: string | undefined): Period | undefined => (text === undefined ? undefined : parsePeriod(text))
    for (const name of ['from', 'to'] as const) if (query[name] !== undefined && period(query[name]) === undefined) return unfit({ bg: `„${name}“ не е период. Пример: 2020, 2020-Q3, 2020-04.`, en: `"${name}" is no period. For example: 2020, 2020-Q3, 2020-04.` })
    const first = period(query.from), last = period(query.to)
    if (first !== undefined && last !== undefined && comparePeriods(first, last) > 0) return unfit({ bg: '„from“ е след „to“: разменете ги.', en: '"from" is after "to": exchange them.' })
    const found = await findObservations(reader, {
      ...whichOf(key, query), from: first, to: last, limit: Number(query.limit), after: after === undefined ? undefined : { region: String(after[0]), period: String(after[1]) },
    })
    if (found === undefined) return unknownIndicator(key)
    const { unknown, about, items, next } = found
    if (unknown.length > 0) return unknownRegions(unknown)
    const following = next === null ? null : nextOf(path, { ...query, cursor: writeCursor({ of, from, after: [next.region, next.period] }) })
    return file('application/json', `${JSON.stringify(about).slice(0, -1)},"items":[${items.join()}],"next":${JSON.stringify(following)}}`)
  },
  getCsv: async ({ reader }, { query, key }) => {
    const found = await findWhole(reader, whichOf(key, query))
    if (found === undefined) return unknownIndicator(key)
    return found.unknown.length > 0 ? unknownRegions(found.unknown)
      : { kind: 'file', mediaType: 'text/csv; charset=utf-8', name: `${key}.csv`, bytes: writeSeriesCsv({ ...found, language: languageOf(query) }) }
  },
  getJsonStat: async ({ reader }, { query, key }) => {
    const found = await findWhole(reader, whichOf(key, query))
    if (found === undefined) return unknownIndicator(key)
    return found.unknown.length > 0 ? unknownRegions(found.unknown) : json(toJsonStat({ ...found, language: languageOf(query) }))
  },
  listRegions: async ({ reader }, { path, query }) => paged({ path, asked: query, lines: await listRegions(reader, query.level), keyOf: (line) => line.code }),
  listDatasets: async ({ reader }, { path, query }) => paged({ path, asked: query, lines: await listSources(reader), keyOf: (line) => line.code }),
  listVintages: async ({ reader }, { path, query }) => paged({ path, asked: query, lines: await listReleases(reader, query.dataset), keyOf: (line) => line.number }),
  getCatalogueJsonLd: async (visit, { asked }) => file('application/ld+json', writeJsonLd(graphOf(await cataloguedOf(visit, asked)))),
  getCatalogueTurtle: async (visit, { asked }) => file('text/turtle; charset=utf-8', writeTurtle(graphOf(await cataloguedOf(visit, asked)))),
  getChanges: async ({ reader }, { asked, query }) => {
    const language = languageOf(query)
    const [changes, home] = await Promise.all([listNews(reader, { domain: query.domain, indicator: query.indicator }), getHome(reader)])
    if (changes === undefined) return unknownIndicator(query.indicator ?? '')
    const about = [query.domain, query.indicator].filter((part) => part !== undefined).join(' ')
    return file('application/atom+xml; charset=utf-8', writeAtom({
      language, origin: originOf(asked), changes: changes.map((change) => ({ ...change, edition: sayEdition(change.vintage, language) })), self: nextOf('/api/changes.atom', query), page: `/${language}${query.indicator === undefined ? '/evidence/datasets' : `/evidence/indicators/${query.indicator}`}`,
      id: toUrn(`changes ${home.code} ${language} ${about}`), title: speak(language).evidence_feed_title({ region: home.names.title[language] }) + (about === '' ? '' : `: ${about}`), author: home.body.name[language],
    }))
  },
}
const cataloguedOf = async ({ reader, now }: ReadVisit, asked: Asked) => {
  const [entries, home] = await Promise.all([listEntries(reader, now), getHome(reader)])
  return { origin: originOf(asked), title: says('evidence_open_title'), says: says('evidence_open_lead'), publisher: home.body.name, email: home.contact.email, entries }
}

export const apiPages: readonly Page[] = routes.map((route) => page({
  path: route.path, may: open, sameForAll: true, languageFree: true, fields: fieldsOfSchema(route.schema),
  get: (visit, asked) => {
    const query = parseQuery(route, asked.query)
    const key = asked.params.key ?? ''
    return query.ok ? gets[route.id](visit, { asked, query: query.value, key, path: route.path.replace(':key', encodeURIComponent(key)) }) : unfit(query.problem)
  },
}))
export const openData = page({
  path: openDataPath, may: open, sameForAll: true,
  get: async ({ reader, language, now }, asked) => {
    const [indicators, home, news] = await Promise.all([listForPrograms(reader, { now }), getHome(reader), listNews(reader, {})])
    const example = indicators.find((indicator) => indicator.hasFigures && indicator.level === home.level) ?? indicators.find((indicator) => indicator.hasFigures)
    return openDataScreen({ language, origin: originOf(asked), home, example: example?.key ?? null, withFigures: indicators.filter((indicator) => indicator.hasFigures).length, news: (news ?? []).slice(0, 5) })
  },
})
export const pages: readonly Page[] = [openData, ...apiPages]
