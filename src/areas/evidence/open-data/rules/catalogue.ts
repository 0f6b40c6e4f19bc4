// The catalogue by DCAT-AP 3: the mandatory properties of catalogue, dataset, distribution, data service and agent, and what of the
// recommended ones we know for certain. One graph, written as JSON-LD and as Turtle.
import { type Bilingual, languages } from '#kernel/language.ts'
import { daysOf, type Period } from '#kernel/period.ts'
import type { Credit, Domain, Indicator } from '#areas/evidence/indicators/rules.ts'
import { indicatorPath } from '#areas/evidence/indicators/rules.ts'
import { datasetPath } from '#areas/evidence/datasets/rules.ts'

export type CatalogueEntry = { readonly indicator: Indicator; readonly credits: readonly Credit[]; readonly first: Period | null; readonly newest: Period | null }
export type Catalogued = { readonly origin: string; readonly title: Bilingual; readonly says: Bilingual; readonly publisher: Bilingual; readonly email: string | null; readonly entries: readonly CatalogueEntry[] }

type Value = { readonly iri: string } | { readonly text: string; readonly language?: string; readonly type?: 'date' | 'dateTime' } | Node
type Node = { readonly id?: string; readonly type: string; readonly says: readonly (readonly [string, Value])[] }

const prefixes = {
  dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/', foaf: 'http://xmlns.com/foaf/0.1/', vcard: 'http://www.w3.org/2006/vcard/ns#', prov: 'http://www.w3.org/ns/prov#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#', xsd: 'http://www.w3.org/2001/XMLSchema#', rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
} as const
const themes: Readonly<Record<Domain, string>> = { entrepreneurship: 'ECON', innovation: 'TECH', digitalisation: 'TECH', people: 'SOCI', economy: 'ECON', territory: 'REGI', green: 'ENVI' }
const authority = 'http://publications.europa.eu/resource/authority'
const languageIri = { bg: `${authority}/language/BUL`, en: `${authority}/language/ENG` } as const

const said = (name: string, of: Bilingual): readonly (readonly [string, Value])[] => languages.map((language) => [name, { text: of[language], language }] as const)
const iri = (address: string): Value => ({ iri: address })
const spoken = languages.map((language) => ['dct:language', iri(languageIri[language])] as const)
const publisherId = (origin: string): string => `${origin}/api/catalogue.jsonld#publisher`

export const graphOf = (from: Catalogued): readonly Node[] => {
  const { origin } = from
  const contact: readonly (readonly [string, Value])[] = from.email === null ? [] : [['dcat:contactPoint', { type: 'vcard:Kind', says: [...said('vcard:fn', from.publisher), ['vcard:hasEmail', iri(`mailto:${from.email}`)]] }]]
  const service = `${origin}/api`
  const datasets = from.entries.map((entry) => datasetNode(entry, from, contact))
  return [
    { id: `${origin}/api/catalogue.jsonld`, type: 'dcat:Catalog', says: [
      ...said('dct:title', from.title), ...said('dct:description', from.says), ['dct:publisher', iri(publisherId(origin))], ['foaf:homepage', iri(`${origin}/bg`)], ...spoken,
      ['dcat:service', iri(service)], ...datasets.map((node) => ['dcat:dataset', iri(node.id as string)] as const),
    ] },
    { id: publisherId(origin), type: 'foaf:Agent', says: said('foaf:name', from.publisher) },
    { id: service, type: 'dcat:DataService', says: [
      ...said('dct:title', from.title), ['dcat:endpointURL', iri(service)], ['dcat:endpointDescription', iri(`${origin}/api/openapi.json`)], ['dct:publisher', iri(publisherId(origin))],
      ...datasets.map((node) => ['dcat:servesDataset', iri(node.id as string)] as const),
    ] },
    ...datasets,
  ]
}
const datasetNode = ({ indicator, credits, first, newest }: CatalogueEntry, { origin }: Catalogued, contact: readonly (readonly [string, Value])[]): Node => {
  const data = `${origin}/api/indicators/${indicator.key}`
  const modified = credits.map((credit) => credit.receivedAt.toISOString()).sort().at(-1)
  const licences = [...new Set(credits.map((credit) => credit.licence.address))]
  const distribution = (path: string, of: { title: Bilingual; media: string; file: string }): readonly [string, Value] => ['dcat:distribution', { id: `${data}${path}`, type: 'dcat:Distribution', says: [
    ...said('dct:title', of.title), ['dcat:accessURL', iri(`${data}${path}`)], ['dcat:downloadURL', iri(`${data}${path}`)],
    ['dcat:mediaType', iri(`https://www.iana.org/assignments/media-types/${of.media}`)], ['dct:format', iri(`${authority}/file-type/${of.file}`)],
    ...licences.map((licence) => ['dct:license', iri(licence)] as const),
  ] }]
  return {
    id: data, type: 'dcat:Dataset', says: [
      ...said('dct:title', indicator.name), ...said('dct:description', indicator.definition), ['dct:identifier', { text: indicator.key }], ['dct:publisher', iri(publisherId(origin))], ...contact, ...spoken,
      ['dcat:theme', iri(`${authority}/data-theme/${themes[indicator.domain]}`)], ...said('dcat:keyword', indicator.shortName), ...languages.map((language) => ['dcat:landingPage', iri(`${origin}/${language}${indicatorPath(indicator.key)}`)] as const),
      ...(modified === undefined ? [] : [['dct:modified', { text: modified, type: 'dateTime' }] as const]),
      ...(first === null || newest === null ? [] : [['dct:temporal', { type: 'dct:PeriodOfTime', says: [['dcat:startDate', { text: daysOf(first).first, type: 'date' }], ['dcat:endDate', { text: daysOf(newest).last, type: 'date' }]] }] as const]),
      ...credits.map((credit) => ['prov:wasDerivedFrom', iri(credit.doi === null ? `${origin}/en${datasetPath(credit.dataset)}` : `https://doi.org/${credit.doi}`)] as const),
      distribution('/data.csv', { title: { bg: 'Всички стойности като CSV', en: 'All values as CSV' }, media: 'text/csv', file: 'CSV' }),
      distribution('/json-stat', { title: { bg: 'Всички стойности като JSON-stat', en: 'All values as JSON-stat' }, media: 'application/json', file: 'JSON' }),
      distribution('/observations', { title: { bg: 'Стойностите една по една (JSON)', en: 'The values one by one (JSON)' }, media: 'application/json', file: 'JSON' }),
    ],
  }
}

export const writeJsonLd = (graph: readonly Node[]): string => JSON.stringify({ '@context': prefixes, '@graph': graph.map(toJsonLd) })
const toJsonLd = (node: Node): Record<string, unknown> => {
  const out: Record<string, unknown> = { ...(node.id === undefined ? {} : { '@id': node.id }), '@type': node.type }
  for (const [name, value] of node.says) {
    const written = 'iri' in value ? { '@id': value.iri } : 'says' in value ? toJsonLd(value)
      : { '@value': value.text, ...(value.language === undefined ? {} : { '@language': value.language }), ...(value.type === undefined ? {} : { '@type': `xsd:${value.type}` }) }
    out[name] = out[name] === undefined ? written : [...[out[name]].flat(), written]
  }
  return out
}

export const writeTurtle = (graph: readonly Node[]): string => {
  const apart: Node[] = []
  const lines = (node: Node): string => [`a ${node.type}`, ...node.says.map(([name, value]) => `${name} ${write(value)}`)].join(' ;\n  ')
  const write = (value: Value): string => {
    if ('iri' in value) return toIri(value.iri)
    if ('says' in value) { if (value.id === undefined) return `[ ${lines(value)} ]`; apart.push(value); return toIri(value.id) }
    return `${JSON.stringify(value.text.toWellFormed()).replaceAll('\u007f', '')}${value.language === undefined ? '' : `@${value.language}`}${value.type === undefined ? '' : `^^xsd:${value.type}`}`
  }
  const whole = (node: Node): string => `${toIri(node.id as string)} ${lines(node)} .`
  const first = graph.map(whole)
  return `${Object.entries(prefixes).map(([name, address]) => `@prefix ${name}: <${address}> .`).join('\n')}\n\n${[...first, ...apart.map(whole)].join('\n\n')}\n`
}
/** What must not stand between < and > in Turtle. */
const toIri = (address: string): string => `<${address.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (letter) => encodeURIComponent(letter))}>`
