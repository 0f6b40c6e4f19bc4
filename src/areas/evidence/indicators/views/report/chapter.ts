// A chapter of the report: sentences made of its figures, the figures at a glance, then each with drawing, table and source.
import type { DocumentBlock } from '#kernel/document.ts'
import type { Language } from '#kernel/language.ts'
import { yearOf } from '#kernel/period.ts'
import { speak } from '#kernel/speak.ts'
import { barFigure } from '#ui/charts/bar-chart.tsx'
import { lineFigure } from '#ui/charts/line-chart.tsx'
import { sayMeasured } from '#ui/charts/measured.ts'
import { rankLadderFigure } from '#ui/charts/rank-ladder.tsx'
import { readDistance, readExtremes, readPlace, readValue } from '#ui/charts/reading.ts'
import { tileMapFigure } from '#ui/charts/tile-map.tsx'
import { toFigureBlock } from '#ui/documents/figure-block.ts'
import type { Caveat, Headline, Indicator, Ranking, Series } from '../../rules.ts'
import type { ReportChapter, ReportLine } from '../../rules/report.ts'
import { amongOf, commonOf, layoutFor, toStandings } from '../ranking-figures.tsx'
import { priceOf, readSeen } from '../seen.ts'
import { domainName, originsOf, placeOfRegion, plainRegion, quantityInSentence, quantityOf, stanceOf, subjectOf, subjectPlace, toChartSeries } from '../wording.ts'
import { dashNotes, glanceTable, sourcesOf } from './opening.ts'
import type { ReportShown } from './shown.ts'

export const domainChapter = (shown: ReportShown, chapter: ReportChapter): readonly DocumentBlock[] => {
  const { language } = shown
  const say = speak(language)
  const { lines, domain } = chapter
  const name = domainName(domain, language)
  const credits = [...new Map(lines.flatMap(({ headline }) => headline.credits).map((credit) => [credit.dataset, credit])).values()]
  return [
    { kind: 'heading', level: 1, id: domain, text: name },
    { kind: 'paragraph', look: 'lead', text: say.evidence_report_chapter({ domain: name, filled: String(chapter.withFigures), total: String(chapter.of) }) },
    ...lines.slice(0, openingSentences).map((line): DocumentBlock => ({ kind: 'paragraph', text: readLine(line, language) })),
    {
      kind: 'table', id: `${domain}-glance`, caption: say.evidence_report_glance({ domain: name }), table: glanceTable(lines, language),
      sources: sourcesOf(credits, language), notes: dashNotes(lines, language),
    },
    ...lines.flatMap((line, at) => lineBlocks(shown, line, at === firstWithMap(shown, lines) ? 'map' : 'none')),
  ]
}
const openingSentences = 5
/** One map in a chapter: of the first figure that all districts have. */
const firstWithMap = (shown: ReportShown, lines: readonly ReportLine[]): number =>
  lines.findIndex(({ ranking, series }) => ranking !== null && isDrawnOverTime(series[0]?.series) && layoutOf(shown, ranking) !== null)

/** The newest value beside the country's (a municipality's beside its district's); alone where that would say nothing. */
export const readLine = ({ headline }: ReportLine, language: Language): string => {
  const { indicator, newest, above, shown } = headline
  if (newest === null) return ''
  const told = { language, quantity: quantityInSentence(indicator, language), place: placeOfRegion(shown, language), ...subjectOf(indicator, language) }
  if (above === null || above.meaning === 'share' || above.period !== newest.period || above.cell.missing !== null || priceOf(indicator, shown.code) !== undefined) return readValue({ ...told, value: newest.cell, period: newest.period })
  return readDistance({ ...told, own: newest.cell, other: above.cell, otherWords: { kind: 'place', place: placeOfRegion(above.region, language) }, period: newest.period })
}

const lineBlocks = (shown: ReportShown, line: ReportLine, map: 'map' | 'none'): readonly DocumentBlock[] => {
  const { language, home } = shown
  const { headline, ranking, series } = line
  const { indicator } = headline
  const own = series[0]
  if (own === undefined || headline.newest === null) return []
  const isOverTime = isDrawnOverTime(own.series)
  return [
    { kind: 'heading', level: 2, id: indicator.key, text: indicator.name[language] },
    { kind: 'paragraph', text: indicator.definition[language] },
    ...(headline.isOfHigherLevel ? [{ kind: 'paragraph' as const, text: speak(language).evidence_report_level({ name: plainRegion(shown.report.profile.region, language), indicator: indicator.shortName[language], shown: plainRegion(headline.shown, language) }) }] : []),
    ...(isOverTime ? placeParagraph(line, language) : []),
    ...(isOverTime ? [overTime(shown, line)] : []),
    ...(ranking === null || (isOverTime && map === 'none') || ranking.standings.length < 3 ? [] : [rankingBlock(shown, { indicator, ranking, headline, as: isOverTime ? 'map' : 'ladder' })]),
    ...(!isOverTime && ranking === null ? [aloneTable(headline, language, home.code)] : []),
  ]
}
const leastOverTime = 3
const isDrawnOverTime = (series: Series | undefined): boolean => series !== undefined && series.missing.filter((reason) => reason === null).length >= leastOverTime

const placeParagraph = ({ headline, ranking }: ReportLine, language: Language): readonly DocumentBlock[] => {
  const { indicator, shown, place } = headline
  if (ranking === null || place === null || place.of < 3 || indicator.from.kind === 'difference') return []
  return [{
    kind: 'paragraph',
    text: readPlace({
      language, quantity: quantityOf(indicator, language), place: { ...subjectPlace(shown, language) }, code: shown.code,
      standings: toStandings(ranking, { home: '', shown: shown.code }, language), among: amongOf(ranking.level), period: ranking.period,
    }),
  }]
}

/** Ten years of quarters are read on paper; the whole series is in the file of the indicator. */
const mostPeriods = 40
const newestPart = (series: Series): Series => {
  const from = Math.max(0, series.periods.length - mostPeriods)
  if (from === 0) return series
  return { ...series, periods: series.periods.slice(from), values: series.values.slice(from), flags: series.flags.slice(from), missing: series.missing.slice(from), cases: series.cases?.slice(from) ?? null }
}
const overTime = ({ language, home }: ReportShown, { headline, series }: ReportLine): DocumentBlock => {
  const { indicator, shown } = headline
  const quantity = quantityOf(indicator, language)
  const cut = series.map(({ region, series: whole }) => ({ region, series: newestPart(whole) }))
  const periods = cut.flatMap(({ series: part }) => part.periods).toSorted()
  const [first] = periods, last = periods.at(-1)
  if (first === undefined || last === undefined || cut[0] === undefined) throw new Error('a line without periods')
  return toFigureBlock(lineFigure({
    id: `line-${indicator.key}`, language, quantity,
    series: cut.map(({ region, series: part }) => toChartSeries({ region, series: part, caveats: indicator.caveats, stance: region.code === shown.code && region.code !== home.code ? 'named' : stanceOf(region, home.code), language })),
    heading: readSeen({ language, indicator, region: shown, series: cut[0].series }),
    subtitle: sayMeasured({ what: indicator.name[language], quantity, span: { first, last }, language }),
    origin: originsOf(headline.credits, language), notes: notesOf(headline.caveats, language),
  }))
}
const notesOf = (caveats: readonly Caveat[], language: Language): readonly string[] => caveats.map((caveat) => caveat.text[language])

type Ranked = { readonly indicator: Indicator; readonly ranking: Ranking; readonly headline: Pick<Headline, 'credits' | 'shown' | 'caveats'>; readonly as: 'map' | 'ladder' }
const rankingBlock = (shown: ReportShown, { indicator, ranking, headline, as }: Ranked): DocumentBlock => {
  const { language, home } = shown
  const { csvHref: _, origin, notes, ...common } = commonOf({ language, page: { indicator, credits: headline.credits } }, ranking)
  const plain = { ...common, origin, notes: [...notes, ...(as === 'ladder' ? notesOf(headline.caveats, language) : [])] }
  const standings = toStandings(ranking, { home: home.code, shown: headline.shown.code }, language).map(({ href: __, ...standing }) => standing)
  const extremes = readExtremes({ language, quantity: common.quantity, standings, period: ranking.period, length: 'heading' })
  const layout = layoutOf(shown, ranking)
  if (as === 'map' && layout !== null) return toFigureBlock(tileMapFigure({ ...plain, id: `map-${ranking.level}-${indicator.key}`, heading: extremes, layout, standings }))
  const own = standings.some(({ code }) => code === headline.shown.code)
  if (!own || ranking.place === null) return toFigureBlock(barFigure({ ...plain, id: `bars-${ranking.level}-${indicator.key}`, heading: extremes, bars: standings }))
  const heading = readPlace({ language, quantity: common.quantity, place: subjectPlace(headline.shown, language), code: headline.shown.code, standings, among: amongOf(ranking.level), period: ranking.period, length: 'heading' })
  return toFigureBlock(rankLadderFigure({ ...plain, id: `ladder-${ranking.level}-${indicator.key}`, heading, standings }))
}
const layoutOf = ({ home }: ReportShown, ranking: Ranking) =>
  layoutFor(ranking.level === 'municipality' ? home.tiles.municipalities : home.tiles.districts, ranking)

/** A single value that nothing stands beside: a table of one line still names its source. */
const aloneTable = (headline: Headline, language: Language, home: string): DocumentBlock => ({
  kind: 'table', id: `alone-${headline.indicator.key}`,
  caption: headline.newest === null ? headline.indicator.name[language] : readValue({
    language, quantity: quantityInSentence(headline.indicator, language), place: placeOfRegion(headline.shown, language), value: headline.newest.cell, period: headline.newest.period, ...subjectOf(headline.indicator, language),
  }),
  table: glanceTable([{ headline, series: [], ranking: null }], language),
  sources: sourcesOf(headline.credits, language), notes: [...notesOf(headline.caveats, language), ...(headline.shown.code === home || !headline.freshness.isOld || headline.newest === null ? [] : [speak(language).evidence_card_old({ year: String(yearOf(headline.newest.period)) })])],
})

/** What is known of the municipalities of a district: each figure as a map with its table. */
export const municipalChapter = (shown: ReportShown): readonly DocumentBlock[] => {
  const { language, report } = shown
  const say = speak(language)
  const { region } = report.profile
  if (report.municipalities.length === 0) return []
  return [
    { kind: 'heading', level: 1, id: 'municipalities', text: say.evidence_profile_municipalities({ within: placeOfRegion(region, language).within }) },
    { kind: 'paragraph', look: 'lead', text: say.evidence_report_municipalities({ count: report.profile.municipalities.length, indicators: report.municipalities.length }) },
    ...report.municipalities.slice(0, openingSentences).map(({ indicator, ranking }): DocumentBlock => ({ kind: 'paragraph', text: sayLargest(indicator, ranking, language) })),
    ...report.municipalities.flatMap((one): readonly DocumentBlock[] => [
      { kind: 'heading', level: 2, id: `municipal-${one.indicator.key}`, text: say.evidence_report_by_municipality({ indicator: one.indicator.name[language] }) },
      rankingBlock(shown, { ...one, headline: { credits: one.credits, shown: region, caveats: one.indicator.caveats.filter((caveat) => caveat.regions === null) }, as: 'map' }),
    ]),
  ]
}
/** „Население: от 2 238 (Опан) до 142 296 (Стара Загора) през 2024 г.“ is the map's heading; here it is who has most and what part of all. */
const sayLargest = (indicator: Indicator, ranking: Ranking, language: Language): string => {
  const known = ranking.standings.flatMap(({ region, cell }) => (cell.missing === null ? [{ region, value: cell.value, cell }] : []))
  const [most] = known.toSorted((a, b) => b.value - a.value)
  return most === undefined ? '' : readValue({ language, quantity: quantityInSentence(indicator, language), place: placeOfRegion(most.region, language), value: most.cell, period: ranking.period, ...subjectOf(indicator, language) })
}
