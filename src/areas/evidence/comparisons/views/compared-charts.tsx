// The comparison as small multiples: for every indicator one panel a region, all on one scale, the country pale beside. A panel
// with the value of a higher level bears that region's name, once.
import type { Language } from '#kernel/language.ts'
import type { Region } from '#kernel/region.ts'
import { speak } from '#kernel/speak.ts'
import { toHref, withQuery } from '#ui/address.ts'
import { sayMeasured } from '#ui/charts/measured.ts'
import { readExtremes } from '#ui/charts/reading.ts'
import type { Stance } from '#ui/charts/series.ts'
import { SmallMultiples } from '#ui/charts/small-multiples.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { type Series, indicatorPath } from '#areas/evidence/indicators/rules.ts'
import { hasValues } from '#areas/evidence/indicators/rules/series.ts'
import { bound, originsOf, plainRegion, quantityOf, stanceOf, titleOfRegion, toChartSeries } from '#areas/evidence/indicators/views/wording.ts'
import { readSeen } from '#areas/evidence/indicators/views/seen.ts'
import { addressOf, type Choice, type Compared, type ComparedIndicator } from '../rules.ts'

type Shown = { readonly language: Language; readonly compared: Compared; readonly choice: Choice }
/** A page of more panels is heavy on a phone and no longer seen at one glance. */
const mostPanels = 44

type Drawable = { readonly one: ComparedIndicator; readonly own: readonly { readonly region: Region; readonly series: Series }[]; readonly instead: readonly Region[] }
const drawableOf = (one: ComparedIndicator): Drawable => {
  const own = new Map<string, { region: Region; series: Series }>()
  for (const { of, series } of one.cells) if (series !== null && hasValues(series)) own.set(of.code, { region: of, series })
  return { one, own: [...own.values()], instead: one.cells.filter((cell) => cell.of.code !== cell.region.code && cell.series !== null).map((cell) => cell.region) }
}

export const ComparedCharts = ({ language, compared, choice }: Shown) => {
  const say = speak(language)
  const drawable = compared.indicators.map(drawableOf).filter(({ own }) => own.length > 0)
  let panels = 0
  const shown = drawable.filter(({ own }, at) => { panels += own.length; return at === 0 || panels <= mostPanels })
  const without = compared.indicators.length - drawable.length
  return (
    <>
      {shown.map((one, at) => <Multiples language={language} compared={compared} drawable={one} id={`multiples-${at + 1}`} />)}
      {shown.length === drawable.length && without === 0 ? null : (
        <Notice language={language} tone="info">
          {shown.length === drawable.length ? null : <p>{say.evidence_compare_charts_more({ shown: shown.length, of: drawable.length })} <a class="ds-link" href={toHref(language, addressOf({ ...choice, look: 'table' }))}>{say.evidence_compare_as_table()}</a></p>}
          {without === 0 ? null : <p>{say.evidence_compare_charts_without({ count: without })}</p>}
        </Notice>
      )}
    </>
  )
}

const Multiples = ({ language, compared, drawable, id }: { readonly language: Language; readonly compared: Compared; readonly drawable: Drawable; readonly id: string }) => {
  const say = speak(language)
  const { one: { indicator, cells, period, credits }, own, instead } = drawable
  const quantity = quantityOf(indicator, language)
  // One or two beside the own may be told apart by colour; of many, none is the named one.
  const stanceAmong = (region: Region): Stance => { const stance = stanceOf(region, compared.home.code); return stance === 'named' && own.length > 3 ? 'other' : stance }
  const chartOf = ({ region, series }: { region: Region; series: Series }) => toChartSeries({ region, series, caveats: indicator.caveats, stance: stanceAmong(region), language })
  const country = own.find(({ region }) => region.level === 'country')
  // A count of the whole country beside a district's would press every line to the floor.
  const beside = country !== undefined && own.length > 2 && indicator.unit.percent ? [chartOf(country)] : []
  const periods = own.flatMap(({ series }) => series.periods).sort()
  const first = periods[0], last = periods.at(-1)
  if (first === undefined || last === undefined) return null
  const standings = cells.filter((cell) => cell.of.code === cell.region.code).map(({ region, cell }) => ({ ...cell, code: region.code, name: region.name[language], stance: stanceOf(region, compared.home.code) }))
  const level = own.every(({ region }) => region.level === own[0]?.region.level)
  const lead = own.find(({ region }) => region.code === compared.home.code) ?? own[0]
  const heading = level && period !== null && standings.filter((standing) => standing.missing === null).length > 2
    ? bound(readExtremes({ language, quantity, standings, period, length: 'heading' }))
    : lead === undefined ? indicator.name[language] : readSeen({ language, indicator, region: lead.region, series: lead.series })
  return (
    <SmallMultiples
      id={id} language={language} level={2} quantity={quantity} heading={heading}
      subtitle={sayMeasured({ what: indicator.name[language], quantity, span: { first, last }, language })}
      panels={own.map((each) => ({ id: each.region.code, title: panelTitle(each.region, language), own: chartOf(each), beside: each.region.level === 'country' ? [] : beside }))}
      origin={[...originsOf(credits, language)]}
      notes={instead.length === 0 ? [] : [say.evidence_compare_instead({ regions: instead.map((region) => plainRegion(region, language)).join(', '), of: own.filter(({ region }) => cells.some((cell) => cell.of.code === region.code && cell.region.code !== region.code)).map(({ region }) => plainRegion(region, language)).join(', ') })]}
      csvHref={withQuery(`${indicatorPath(indicator.key)}/data.csv`, { regions: own.map(({ region }) => region.code).slice(0, 12).join(','), language })}
    />
  )
}
/** A district among districts needs no „Област“ before its name; a region of another level always does. */
const panelTitle = (region: Region, language: Language): string =>
  region.level === 'nuts3' || region.level === 'country' ? region.name[language] : titleOfRegion(region, language)
