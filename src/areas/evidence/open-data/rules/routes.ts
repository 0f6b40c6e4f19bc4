// All routes for programs, as values: what each takes and answers. Everything else about them is made from this list.
import { languages } from '#kernel/language.ts'
import { missingReasons } from '#kernel/observation.ts'
import { levels } from '#kernel/region.ts'
import { directions, domains } from '#areas/evidence/indicators/rules.ts'
import { vintageDatings, vintageOrigins, vintageStates } from '#areas/evidence/datasets/rules.ts'
import { type ApiRoute, mostPerPage, type Parameter } from '../rules.ts'
import { jsonStatSchema } from './json-stat.ts'
import { anything, bilingual, list, number, object, oneOf, orNull, pageOf, type Schema, text, truth, whole } from './schema.ts'

const key: Parameter = { name: 'key', in: 'path', says: { bg: 'ключ на показателя', en: 'key of the indicator' }, schema: text, example: 'ent.stock' }
const language: Parameter = { name: 'language', in: 'query', says: { bg: 'език на думите', en: 'language of the words' }, schema: { ...oneOf(languages), default: 'bg' }, example: 'en' }
const cursor: Parameter = { name: 'cursor', in: 'query', says: { bg: 'мястото, до което сте стигнали: непроменено от „next“', en: 'the place you have reached: unchanged from "next"' }, schema: text }
const limit = (most: number, usual: number): Parameter =>
  ({ name: 'limit', in: 'query', says: { bg: `колко на страница, най-много ${most}`, en: `how many a page, at most ${most}` }, schema: { ...whole, minimum: 1, maximum: most, default: usual }, example: '50' })
const region: Parameter = { name: 'region', in: 'query', says: { bg: 'кодове на региони, разделени със запетая', en: 'codes of regions, separated by commas' }, schema: { ...text, pattern: '^[A-Z0-9_]{2,12}(,[A-Z0-9_]{2,12})*$' }, example: 'BG411,BG' }
const level: Parameter = { name: 'level', in: 'query', says: { bg: 'само регионите на едно равнище', en: 'only the regions of one level' }, schema: oneOf(levels) }
const period = (name: 'from' | 'to'): Parameter => ({
  name, in: 'query', schema: { ...text, pattern: '^[12]\\d{3}([-/][\\dQSW]{1,4})?$' },
  says: name === 'from' ? { bg: 'от този период насам', en: 'from this period on' } : { bg: 'до този период', en: 'up to this period' }, example: name === 'from' ? '2015' : '2024',
})
const domain: Parameter = { name: 'domain', in: 'query', says: { bg: 'само една област на живота', en: 'only one domain' }, schema: oneOf(domains) }
const dataset: Parameter = { name: 'dataset', in: 'query', says: { bg: 'само един набор от данни', en: 'only one dataset' }, schema: text, example: 'bd_size_r3' }

const unit = object({ id: text, scale: number, currency: orNull(oneOf(['EUR', 'BGN'])), percent: truth, label: bilingual })
const licence = object({ name: bilingual, address: text })
const indicatorShort = {
  key: text, name: bilingual, shortName: bilingual, domain: oneOf(domains), unit, decimals: whole, direction: oneOf(directions), level: oneOf(levels), datasets: list(text),
  hasFigures: truth, newest: orNull(text), reasonWithoutFigures: orNull(bilingual), data: text, page: text,
}
const source = object({ dataset: text, title: bilingual, source: text, doi: orNull(text), licence, vintage: whole, asOf: text, dateFrom: oneOf(vintageDatings), receivedAt: text, origin: oneOf(vintageOrigins) })
const observation = object({
  region: text, level: oneOf(levels), nutsVersion: text, period: text, value: orNull(number), flags: text, missing: orNull(oneOf(missingReasons)), cases: number, original: number, originalCurrency: oneOf(['BGN']),
}, ['cases', 'original', 'originalCurrency'])
const revision = object({ from: whole, compared: whole, changed: whole, appeared: whole, vanished: whole, flagsChanged: whole })
const json = 'application/json'

const routeList = [
  { id: 'getApi', path: '/api', says: { bg: 'какво има тук', en: 'what there is here' }, parameters: [], mediaType: json,
    schema: object({ title: bilingual, documentation: bilingual, openapi: text, catalogue: object({ jsonld: text, turtle: text }), changes: bilingual, routes: list(object({ path: text, says: bilingual })) }) },
  { id: 'getDescription', path: '/api/openapi.json', says: { bg: 'това описание, OpenAPI 3.1', en: 'this description, OpenAPI 3.1' }, parameters: [], mediaType: json, schema: anything },
  { id: 'listIndicators', path: '/api/indicators', says: { bg: 'показателите', en: 'the indicators' }, parameters: [domain, cursor, limit(mostPerPage.list, 100)], mediaType: json,
    schema: pageOf(object(indicatorShort), { total: whole }) },
  { id: 'getIndicator', path: '/api/indicators/:key', says: { bg: 'един показател: определение, уговорки, източници', en: 'one indicator: definition, caveats, sources' }, parameters: [key], mediaType: json,
    schema: object({ ...indicatorShort, version: whole, definition: bilingual, from: anything, caveats: list(anything), sources: list(source) }) },
  { id: 'listObservations', path: '/api/indicators/:key/observations', says: { bg: 'стойностите на показателя, една по една, по региони и периоди', en: 'the values of an indicator one by one, by region and period' },
    parameters: [key, region, level, period('from'), period('to'), cursor, limit(mostPerPage.observations, 1000)], mediaType: json,
    schema: pageOf(observation, { indicator: text, unit, sources: list(source) }) },
  { id: 'getCsv', path: '/api/indicators/:key/data.csv', says: { bg: 'всички стойности на показателя като CSV', en: 'all values of an indicator as CSV' }, parameters: [key, region, level, language], mediaType: 'text/csv', schema: null },
  { id: 'getJsonStat', path: '/api/indicators/:key/json-stat', says: { bg: 'всички стойности на показателя като JSON-stat 2.0', en: 'all values of an indicator as JSON-stat 2.0' }, parameters: [key, region, level, language], mediaType: json, schema: jsonStatSchema },
  { id: 'listRegions', path: '/api/regions', says: { bg: 'регионите с техните кодове', en: 'the regions with their codes' }, parameters: [level, cursor, limit(mostPerPage.list, 100)], mediaType: json,
    schema: pageOf(object({ code: text, nutsVersion: text, level: oneOf(levels), name: bilingual, parent: orNull(text), nsi: orNull(text) }), { total: whole }) },
  { id: 'listDatasets', path: '/api/datasets', says: { bg: 'наборите от данни на източниците', en: 'the datasets of the sources' }, parameters: [cursor, limit(mostPerPage.list, 100)], mediaType: json,
    schema: pageOf(object({ code: text, source: text, title: bilingual, doi: orNull(text), licence, address: text, frequency: text, vintage: orNull(whole), asOf: orNull(text), vintages: whole, indicators: list(text), page: text }), { total: whole }) },
  { id: 'listVintages', path: '/api/vintages', says: { bg: 'изданията на наборите от данни и какво е преработено', en: 'the vintages of the datasets and what was revised' }, parameters: [dataset, cursor, limit(mostPerPage.list, 100)], mediaType: json,
    schema: pageOf(object({
      number: whole, dataset: text, state: oneOf(vintageStates), origin: oneOf(vintageOrigins), asOf: text, dateFrom: oneOf(vintageDatings), stamp: orNull(text), receivedAt: text, settledAt: orNull(text), address: text, format: text, licence: text,
      bytesSha256: text, size: whole, rows: whole, cells: whole, newest: orNull(text), revision: orNull(revision), page: text,
    }), { total: whole }) },
  { id: 'getCatalogueJsonLd', path: '/api/catalogue.jsonld', says: { bg: 'каталогът по DCAT-AP 3 като JSON-LD', en: 'the catalogue by DCAT-AP 3 as JSON-LD' }, parameters: [], mediaType: 'application/ld+json', schema: anything },
  { id: 'getCatalogueTurtle', path: '/api/catalogue.ttl', says: { bg: 'каталогът по DCAT-AP 3 като Turtle', en: 'the catalogue by DCAT-AP 3 as Turtle' }, parameters: [], mediaType: 'text/turtle', schema: null },
  { id: 'getChanges', path: '/api/changes.atom', says: { bg: 'новите издания и преработените данни като емисия Atom', en: 'new vintages and revisions as an Atom feed' },
    parameters: [language, domain, { ...key, name: 'indicator', in: 'query', says: { bg: 'само за един показател', en: 'for one indicator only' } }], mediaType: 'application/atom+xml', schema: null },
] as const satisfies readonly ApiRoute[]

export type RouteId = (typeof routeList)[number]['id']
export const routes: readonly (ApiRoute & { readonly id: RouteId })[] = routeList
export const routeOf = (id: RouteId): ApiRoute => routeList.find((route) => route.id === id) as ApiRoute
export const problemSchema: Schema = object({ type: text, title: text, status: whole, detail: text, reference: text }, ['reference'])
