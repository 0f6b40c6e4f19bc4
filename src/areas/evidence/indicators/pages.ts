// The addresses of indicators and profiles, who may open them, and what is asked for each.
import type { Asked } from '#kernel/answer.ts'
import { notFound } from '#kernel/answer.ts'
import { type DocumentFormat, documentFormats } from '#kernel/document.ts'
import { type Period, parsePeriod } from '#kernel/period.ts'
import { levels } from '#kernel/region.ts'
import { isLanguage } from '#kernel/language.ts'
import { mayDo } from '#kernel/who.ts'
import { type Page, page, type ReadVisit } from '#store/visit.ts'
import { listChapters } from '#ui/documents/web.tsx'
import { permissions } from '#areas/people/roles/rules.ts'
import { getSettings } from '#areas/people/settings/read.ts'
import { withSettings } from '#areas/people/settings/rules.ts'
import { getHomeRegion } from '#areas/evidence/regions/read.ts'
import * as forms from './forms.ts'
import { findIndicatorPage, findProfile, findSeries, getCoverage, listCatalogue } from './read.ts'
import { findReport } from './read/report.ts'
import { firstChapter } from './rules/report.ts'
import { domains, type Domain } from './rules.ts'
import { seriesJsonFields, toSeriesJson, writeSeriesCsv } from './rules/series-files.ts'
import { catalogueScreen } from './views/catalogue.tsx'
import { definitionScreen } from './views/definition.tsx'
import { indicatorScreen } from './views/indicator.tsx'
import { toTilePicture } from '#ui/charts/tile-picture.ts'
import { pictureOf } from './views/picture.ts'
import { profileScreen } from './views/profile.tsx'
import { reportScreen } from './views/report/downloads.tsx'
import { keptReport } from './views/report/report.ts'
import * as write from './write.ts'

const open = permissions['public.read']
const isDomain = (text: string | null): text is Domain => (domains as readonly string[]).includes(text ?? '')

/** Regions come as `?nuts3=BG341&nuts2=BG34` from the form, or as `?regions=BG341,BG34` in a short address. */
const askedRegions = (query: URLSearchParams): readonly string[] =>
  [...levels.flatMap((level) => query.getAll(level)), ...(query.get('regions') ?? '').split(',')]
    .map((code) => code.trim()).filter((code) => /^[A-Z0-9_]{2,12}$/.test(code)).slice(0, 12)

/** The short address of what was asked; whatever else an address held is not carried on. */
const addressOf = (path: string, asked: { readonly regions: readonly string[]; readonly period: Period | undefined }): string => {
  const parts = [...(asked.regions.length === 0 ? [] : [`regions=${asked.regions.join(',')}`]), ...(asked.period === undefined ? [] : [`period=${encodeURIComponent(asked.period)}`])]
  return parts.length === 0 ? path : `${path}?${parts.join('&')}`
}

export const districtProfile = page({
  path: '/evidence', may: open, sameForAll: true,
  get: async (visit) => showProfile(visit, undefined),
})
export const regionProfile = page({
  path: '/evidence/regions/:code', may: open, sameForAll: true,
  get: async (visit, asked) => showProfile(visit, asked.params.code ?? ''),
})
const showProfile = async ({ reader, language, now }: ReadVisit, region: string | undefined) => {
  const [profile, home] = await Promise.all([findProfile(reader, { ...(region === undefined ? {} : { region }), now }), getHomeRegion(reader)])
  if (profile === undefined) return notFound
  const key = profile.region.code === home.code ? profile.domains.find((one) => one.domain === 'people')?.headlines[0]?.indicator.key : undefined
  const people = key === undefined ? null : ((await findIndicatorPage(reader, { key, now })) ?? null)
  return profileScreen({ language, profile, home, people })
}

const reportOf = async ({ reader, language, now }: ReadVisit, region: string) => {
  const [report, pack, settings] = await Promise.all([findReport(reader, { region, now }), getHomeRegion(reader), getSettings(reader)])
  if (report === undefined) return undefined
  const home = withSettings(pack, settings)
  const { emblem } = settings.body
  const picture = emblem === null ? null : { mediaType: emblem.mediaType, stored: emblem.sha256, alt: emblem.alternative[language] }
  return { report, document: keptReport({ language, report, home, emblem: picture }) }
}
const showChapter = async (visit: ReadVisit, { region, chapter }: { readonly region: string; readonly chapter: string }) => {
  const found = await reportOf(visit, region)
  const shown = found && listChapters(found.document).find(({ id }) => id === chapter)
  return found === undefined || shown === undefined ? notFound : reportScreen({ language: visit.language, document: found.document, profile: found.report.profile, chapter: shown })
}
export const reportPage = page({
  path: '/evidence/regions/:code/document', may: open, sameForAll: true,
  get: (visit, asked) => showChapter(visit, { region: asked.params.code ?? '', chapter: firstChapter }),
})
export const reportChapter = page({
  path: '/evidence/regions/:code/document/:chapter', may: open, sameForAll: true,
  get: (visit, asked) => showChapter(visit, { region: asked.params.code ?? '', chapter: asked.params.chapter ?? '' }),
})
const reportFile = (format: DocumentFormat) => page({
  path: `/evidence/regions/:code/profile.${format}`, may: open, sameForAll: true,
  get: async (visit, asked) => {
    const region = asked.params.code ?? ''
    const found = await reportOf(visit, region)
    return found === undefined ? notFound : { kind: 'document', name: `posoka-${region}-${visit.language}`, format, document: found.document }
  },
})

export const catalogue = page({
  path: '/evidence/indicators', may: open, sameForAll: true,
  get: async ({ reader, language, now, who }, asked) => {
    const wanted = asked.query.get('domain')
    const domain = isDomain(wanted) ? wanted : null
    const [lines, coverage, home] = await Promise.all([listCatalogue(reader, { now }), getCoverage(reader, { now }), getHomeRegion(reader)])
    return catalogueScreen({ language, home, lines, coverage, domain, mayDefine: mayDo(who, permissions['evidence.define']) })
  },
})

export const newIndicator = page({
  path: '/evidence/indicators/new', may: permissions['evidence.define'],
  get: ({ language }, asked) => definitionScreen({ language, values: forms.typedValues(asked.typed) ?? forms.blank, problems: asked.problems, key: null }),
  accepts: forms.indicatorForm,
  post: (visit, value) => write.defineIndicator(visit, value),
})

export const indicator = page({
  path: '/evidence/indicators/:key', may: open, sameForAll: true,
  get: async ({ reader, language, now, who }, asked) => {
    const key = asked.params.key ?? ''
    const period = parsePeriod(asked.query.get('period') ?? '')
    const regions = askedRegions(asked.query)
    const [found, home] = await Promise.all([
      findIndicatorPage(reader, { key, regions, ...(period === undefined ? {} : { period }), now }),
      getHomeRegion(reader),
    ])
    return found === undefined ? notFound : indicatorScreen({
      language, page: found, home, address: addressOf(`/evidence/indicators/${key}`, { regions, period }), mayDefine: mayDo(who, permissions['evidence.define']), mayAnalyse: mayDo(who, permissions['evidence.analyse']),
    })
  },
})

export const changeIndicator = page({
  path: '/evidence/indicators/:key/change', may: permissions['evidence.define'],
  get: async ({ reader, language, now }, asked) => {
    const found = await findIndicatorPage(reader, { key: asked.params.key ?? '', now })
    return found === undefined ? notFound : definitionScreen({
      language, values: forms.typedValues(asked.typed) ?? forms.fromIndicator(found.indicator), problems: asked.problems, key: found.indicator.key,
    })
  },
  accepts: forms.indicatorForm,
  post: (visit, value, asked) => write.changeIndicator(visit, { ...value, key: asked.params.key ?? '' }),
})

/** What goes with a link to an indicator: its own map, where it has one. */
export const indicatorPicture = page({
  path: '/evidence/indicators/:key/picture.png', may: open, sameForAll: true, languageFree: true,
  get: async ({ reader, now }, asked) => {
    const [found, home] = await Promise.all([findIndicatorPage(reader, { key: asked.params.key ?? '', now }), getHomeRegion(reader)])
    return found === undefined ? notFound : { kind: 'picture', picture: pictureOf({ page: found, home }) }
  },
})
export const regionPicture = page({
  path: '/evidence/regions/:code/picture.png', may: open, sameForAll: true, languageFree: true,
  get: async ({ reader }, asked) => {
    const home = await getHomeRegion(reader)
    const code = asked.params.code ?? ''
    const tiles = [home.tiles.municipalities, home.tiles.districts].find((some) => some.some((tile) => tile.code === code))
    if (tiles === undefined) return notFound
    // Green is the home district's and its municipalities'; another district is the one named.
    return { kind: 'picture', picture: tiles === home.tiles.municipalities ? toTilePicture({ tiles, own: code }) : toTilePicture({ tiles, own: home.code, shades: new Map([[code, 'named']]) }) }
  },
})
export const indicatorCsv = page({
  path: '/evidence/indicators/:key/data.csv', may: open, sameForAll: true, languageFree: true,
  get: async ({ reader }, asked) => {
    const found = await seriesAsked(reader, asked)
    const wanted = asked.query.get('language') ?? undefined
    return found === undefined ? notFound : {
      kind: 'file', mediaType: 'text/csv; charset=utf-8', name: `${found.indicator.key}.csv`,
      bytes: writeSeriesCsv({ ...found, language: isLanguage(wanted) ? wanted : 'bg' }),
    }
  },
})
export const indicatorJson = page({
  path: '/evidence/indicators/:key/data.json', may: open, sameForAll: true, languageFree: true, fields: seriesJsonFields,
  get: async ({ reader }, asked) => {
    const found = await seriesAsked(reader, asked)
    return found === undefined ? notFound : {
      kind: 'file', mediaType: 'application/json', name: `${found.indicator.key}.json`, inline: true, bytes: JSON.stringify(toSeriesJson(found)),
    }
  },
})
const seriesAsked = (reader: ReadVisit['reader'], asked: Asked) => {
  const regions = askedRegions(asked.query)
  const level = levels.find((one) => one === asked.query.get('level'))
  return findSeries(reader, { key: asked.params.key ?? '', ...(regions.length === 0 ? {} : { regions }), ...(level === undefined ? {} : { level }) })
}

export const pages: readonly Page[] = [districtProfile, regionProfile, reportPage, reportChapter, ...documentFormats.map(reportFile), catalogue, newIndicator, indicator, changeIndicator, indicatorCsv, indicatorJson, indicatorPicture, regionPicture]
