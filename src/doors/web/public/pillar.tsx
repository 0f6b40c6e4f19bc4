// One pillar of the strategy on the home page: its chart with the sentence of what is seen, or what is missing.
import type { HomeRegion } from '#kernel/home.ts'
import type { Language } from '#kernel/language.ts'
import { yearOf } from '#kernel/period.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { LineChart } from '#ui/charts/line-chart.tsx'
import { sayMeasured } from '#ui/charts/measured.ts'
import { keptDrawing } from '#ui/jsx/kept.ts'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { type Domain, domainPath, type IndicatorPage, indicatorPath } from '#areas/evidence/indicators/rules.ts'
import { readSeen } from '#areas/evidence/indicators/views/seen.ts'
import { domainName, quantityOf, originsOf, plainRegion, stanceOf, toChartSeries } from '#areas/evidence/indicators/views/wording.ts'

export type Pillar = { readonly domain: Domain; readonly page: IndicatorPage | null }

type Drawn = { readonly language: Language; readonly home: HomeRegion; readonly pillar: Pillar }
export const PillarChart = (drawn: Drawn) =>
  drawn.pillar.page === null ? drawPillar(drawn) : keptDrawing(drawn.pillar.page, `pillar ${drawn.pillar.domain} ${drawn.language}`, () => drawPillar(drawn))
const drawPillar = ({ language, home, pillar }: Drawn) => {
  const say = speak(language)
  const { page, domain } = pillar
  const name = domainName(domain, language)
  const series = page?.chosen.find((one) => one.region.code === page.shown.code)?.series ?? null
  const first = page?.periods[0], last = page?.periods.at(-1)
  if (page === null || series === null || first === undefined || last === undefined) {
    return (
      <EmptyState title={say.web_home_pillar_empty({ pillar: name })} why={say.web_home_pillar_empty_why()}>
        <p><a class="ds-link" href={toHref(language, domainPath(domain))}>{say.web_home_pillar_link({ pillar: name })}</a></p>
      </EmptyState>
    )
  }
  const { indicator, freshness } = page
  const quantity = quantityOf(indicator, language)
  const shown = plainRegion(page.shown, language)
  const drawn = page.chosen.flatMap(({ region, series: one }) => one === null ? []
    : [toChartSeries({ region, series: one, caveats: indicator.caveats, stance: region.code === page.shown.code && region.code !== home.code ? 'named' : stanceOf(region, home.code), language })])
  return (
    <div class="p-pillar">
      <p class="p-pillar-name">
        <a class="ds-link" href={toHref(language, domainPath(domain))}>{name}</a>
        {freshness.isOld && freshness.newest !== null ? <>{' '}<Tag tone="warning">{say.web_home_pillar_old({ year: String(yearOf(freshness.newest)) })}</Tag></> : null}
        {page.isOfHigherLevel ? <>{' '}<Tag tone="warning">{say.evidence_card_level({ region: shown })}</Tag></> : null}
      </p>
      <LineChart
        id={`pillar-${domain}`} language={language} quantity={quantity} series={drawn} heading={readSeen({ language, indicator, region: page.shown, series })}
        subtitle={sayMeasured({ what: indicator.name[language], quantity, span: { first, last }, language })}
        origin={[...originsOf(page.credits, language)]}
        notes={[
          ...(page.isOfHigherLevel ? [say.evidence_indicator_higher({ for: home.names.for[language], shown })] : []),
          ...(freshness.isOld && freshness.newest !== null ? [say.evidence_card_old({ year: String(yearOf(freshness.newest)) })] : []),
        ]}
        csvHref={`${indicatorPath(indicator.key)}/data.csv?language=${language}`}
      />
      <p><a class="ds-link" href={toHref(language, indicatorPath(indicator.key))}>{say.web_home_pillar_more({ name: indicator.shortName[language] })}</a></p>
    </div>
  )
}
