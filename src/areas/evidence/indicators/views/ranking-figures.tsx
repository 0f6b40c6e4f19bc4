// One period, many regions: the tile map and the ladder of ranks, for districts and for municipalities.
import type { Language } from '#kernel/language.ts'
import type { Tile } from '#kernel/home.ts'
import { type Period, periodKind } from '#kernel/period.ts'
import type { Level } from '#kernel/region.ts'
import { speak } from '#kernel/speak.ts'
import { toHref, withQuery } from '#ui/address.ts'
import { BarChart } from '#ui/charts/bar-chart.tsx'
import { sayMeasured } from '#ui/charts/measured.ts'
import { romanOf, sayPeriod } from '#ui/charts/period-words.ts'
import { RankLadder } from '#ui/charts/rank-ladder.tsx'
import { type Among, readExtremes, readPlace, tooFewCases } from '#ui/charts/reading.ts'
import type { Standing as ChartStanding } from '#ui/charts/series.ts'
import type { TileLayout } from '#ui/charts/tile-layout.ts'
import { TileMap } from '#ui/charts/tile-map.tsx'
import { keptDrawing } from '#ui/jsx/kept.ts'
import { Column, Columns, Section } from '#ui/parts/layout.tsx'
import { regionPath } from '#areas/evidence/regions/rules.ts'
import { indicatorPath, type Ranking } from '../rules.ts'
import { fewestCases } from '../rules/derive.ts'
import { Caveats } from './caveats.tsx'
import type { IndicatorShown } from './shown.ts'
import { bound, quantityOf, originsOf, placeOfRegion, subjectPlace, lowered } from './wording.ts'

export const RankingFigures = (shown: IndicatorShown) => keptDrawing(shown.page, `ranking ${shown.language} ${shown.home.code} ${shown.address}`, () => drawRanking(shown))
const drawRanking = (shown: IndicatorShown) => {
  const { language, page, home } = shown
  const { ranking } = page
  if (ranking === null || ranking.standings.length < 3) return null
  const standings = toStandings(ranking, { home: home.code, shown: page.shown.code }, language)
  const common = commonOf(shown, ranking)
  const sentence = bound(readPlace({
    language, quantity: common.quantity, place: subjectPlace(page.shown, language), code: page.shown.code,
    standings, among: amongOf(ranking.level), period: ranking.period, length: 'heading',
  }))
  const layout = layoutFor(home.tiles.districts, ranking)
  return (
    <Section id="ranking" title={rankingTitle(ranking.level, language)} look="figures" aside={<PeriodLinks {...shown} ranking={ranking} />}>
      {layout === null ? <RankLadder {...common} id="ladder" heading={sentence} standings={standings} /> : (
        <Columns>
          <Column>
            <TileMap {...common} id="map" heading={bound(readExtremes({ language, quantity: common.quantity, standings, period: ranking.period, length: 'heading' }))} layout={layout} standings={standings} />
            <Caveats language={language} indicator={page.indicator} />
          </Column>
          <Column><RankLadder {...common} id="ladder" heading={sentence} standings={standings} /></Column>
        </Columns>
      )}
    </Section>
  )
}

export const MunicipalFigures = (shown: IndicatorShown) => {
  const { language, page, home } = shown
  const say = speak(language)
  const ranking = page.municipalities
  if (ranking === null || ranking.standings.length === 0) return null
  return (
    <Section id="municipalities" title={say.evidence_indicator_municipalities({ within: placeOfRegion(ranking.within, language).within })} look="figures">
      <MunicipalMap language={language} page={page} home={home} ranking={ranking} />
    </Section>
  )
}

type Mapped = Pick<IndicatorShown, 'language' | 'page' | 'home'> & { readonly ranking: Ranking }
/** The municipalities as tiles that lead to their profiles; as bars where the pack has no tiles for them. */
export const MunicipalMap = (mapped: Mapped) => keptDrawing(mapped.ranking, `municipal ${mapped.language} ${mapped.home.code}`, () => drawMunicipalMap(mapped))
const drawMunicipalMap = ({ language, page, home, ranking }: Mapped) => {
  const standings = toStandings(ranking, { home: home.code, shown: '' }, language)
  const common = commonOf({ language, page }, ranking)
  const layout = layoutFor(home.tiles.municipalities, ranking)
  const heading = bound(readExtremes({ language, quantity: common.quantity, standings, period: ranking.period, length: 'heading' }))
  return layout === null
    ? <BarChart {...common} id="municipal" heading={heading} bars={standings} />
    : <TileMap {...common} id="municipal" heading={heading} layout={layout} standings={standings} />
}

/** The districts as tiles with the home district in its frame; null where a region of the ranking has no tile. */
type Placed = Mapped & { readonly id: string; readonly heading: string }
export const DistrictMap = (placed: Placed) => keptDrawing(placed.ranking, `districts ${placed.language} ${placed.home.code} ${placed.id} ${placed.heading}`, () => drawDistrictMap(placed))
const drawDistrictMap = ({ language, page, home, ranking, id, heading }: Placed) => {
  const layout = layoutFor(home.tiles.districts, ranking)
  return layout === null ? null
    : <TileMap {...commonOf({ language, page }, ranking)} id={id} level={2} heading={heading} layout={layout} standings={toStandings(ranking, { home: home.code, shown: '' }, language)} />
}
export const commonOf = ({ language, page }: { readonly language: Language; readonly page: Pick<IndicatorShown['page'], 'indicator' | 'credits'> }, ranking: Ranking) => {
  const quantity = quantityOf(page.indicator, language)
  return {
    language, quantity,
    subtitle: sayMeasured({ what: page.indicator.name[language], quantity, span: { first: ranking.period, last: ranking.period }, language }),
    origin: [...originsOf(page.credits, language)],
    csvHref: withQuery(`${indicatorPath(page.indicator.key)}/data.csv`, { level: ranking.level, language }),
    notes: ranking.standings.flatMap(({ region, cell, cases }) => (cell.missing === 'unreliable' && cases !== null ? [`${region.name[language]}: ${lowered(tooFewCases({ language, cases, least: fewestCases }))}`] : [])),
  }
}

/** Green is the home region's; where a higher level is shown, its value is the one named. */
export const toStandings = (ranking: Ranking, own: { readonly home: string; readonly shown: string }, language: Language): readonly ChartStanding[] =>
  ranking.standings.map(({ region, cell }) => ({
    ...cell,
    code: region.code,
    name: region.name[language],
    stance: region.code === own.home ? 'region' : region.code === own.shown ? 'named' : 'other',
    ...(region.level === 'nuts3' || region.level === 'municipality' ? { href: toHref(language, regionPath(region.code)) } : {}),
  }))

/** Where the map of districts stands, the traps stand under it; else they stand with the definition. */
export const hasDistrictMap = ({ page, home }: Pick<IndicatorShown, 'page' | 'home'>): boolean =>
  page.ranking !== null && page.ranking.standings.length >= 3 && layoutFor(home.tiles.districts, page.ranking) !== null

/** A map is drawn when every region of the ranking has its tile; else the ladder alone. */
export const layoutFor = (tiles: readonly Tile[], ranking: Ranking): TileLayout | null => {
  const known = new Set(tiles.map((tile) => tile.code))
  if (!ranking.standings.every((standing) => known.has(standing.region.code))) return null
  // NSI's three letters are how people here know the districts; municipalities have names enough.
  const short = new Map(ranking.standings.flatMap(({ region }) => (region.level === 'nuts3' && region.nsi !== null ? [[region.code, region.nsi] as const] : [])))
  return { tiles: tiles.map((tile) => ({ ...tile, ...(short.has(tile.code) ? { label: short.get(tile.code) ?? tile.code } : {}) })) }
}

export const amongOf = (level: Level): Among => (level === 'nuts3' ? 'districts' : level === 'municipality' ? 'municipalities' : level === 'country' ? 'countries' : 'regions')
const rankingTitle = (level: Level, language: Language): string => {
  const say = speak(language)
  return level === 'nuts3' ? say.evidence_ranking_districts() : level === 'municipality' ? say.evidence_ranking_municipalities() : level === 'country' ? say.evidence_ranking_countries() : say.evidence_ranking_regions()
}

/** „2024“, „III.2025“ for a quarter: the label before them says what they are. */
const shortPeriod = (period: Period, language: Language): string =>
  periodKind(period) === 'quarter' ? `${romanOf(Number(period.slice(6)))}.${period.slice(0, 4)}` : periodKind(period) === 'year' ? period : sayPeriod(period, language)
/** Another year of the ranking: the last few as links, the address keeps it. */
const PeriodLinks = ({ language, page, address, ranking }: IndicatorShown & { readonly ranking: Ranking }) => {
  const say = speak(language)
  const near = page.rankingPeriods.includes(ranking.period) ? page.rankingPeriods : [...page.rankingPeriods, ranking.period]
  if (near.length < 2) return null
  return (
    <>
      {say.evidence_ranking_period()}{' '}
      {near.map((period) => (
        <>{period === ranking.period ? <strong>{shortPeriod(period, language)}</strong> : <a class="ds-link" href={`${toHref(language, withQuery(address, { period }))}#ranking`}>{shortPeriod(period, language)}</a>}{' '}</>
      ))}
    </>
  )
}
