// The chapters of the analyses: whom the region resembles, how far it is from its like, the indices, sectors, and courses.
import type { DocumentBlock, DocumentCell, DocumentTable } from '#kernel/document.ts'
import { sayNumber, saySigned } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { sayDuring, sayPeriod } from '#ui/charts/period-words.ts'
import { sayOrdinal } from '#ui/charts/place-words.ts'
import { sayValue } from '#ui/charts/quantity-words.ts'
import { toFigureBlock } from '#ui/documents/figure-block.ts'
import { sourceWords } from '#areas/evidence/datasets/rules/source-words.ts'
import { codeWords } from '#areas/evidence/datasets/rules/source-words.ts'
import { percent as sharePercent } from '#areas/evidence/benchmarks/views/lines.tsx'
import { sayGap } from '#areas/evidence/benchmarks/views/sentences.ts'
import { scoreOf } from '#areas/evidence/benchmarks/rules/score.ts'
import { overviewFigure, readOverview } from '#areas/evidence/indicators/views/overview.tsx'
import { sourcesOf } from '#areas/evidence/indicators/views/report/opening.ts'
import { quantityOf, sayCell, titleOfRegion } from '#areas/evidence/indicators/views/wording.ts'
import { profileOf } from '#areas/evidence/indices/rules/profile.ts'
import { sayLeadOf } from '#areas/evidence/indices/views/lead.ts'
import { nameOfNode, plainOf, sayPlace, sayScore } from '#areas/evidence/indices/views/shown.ts'
import { mainDifferences } from '#areas/evidence/peers/views/list.tsx'
import { namePeer, sayDistance, shortPeer } from '#areas/evidence/peers/views/words.ts'
import { activityName, times } from '#areas/evidence/specialisation/views/saying.ts'
import { sayAmount, sayP, sayStep } from '#areas/evidence/trends/views/words.ts'
import type { Trend } from '#areas/evidence/trends/rules.ts'
import { type HomeIndex, isWholeIndex, pillarsIn } from '#areas/strategy/findings/rules/analyses.ts'
import { type JudgedLine, judgedLines } from '../../rules/analyses.ts'
import { opening } from './opening.ts'
import type { StateShown } from './shown.ts'

type Blocks = readonly DocumentBlock[]
const text = (words: string): DocumentCell => ({ text: words, kind: 'text' })
const number = (words: string, value?: number): DocumentCell => ({ text: words, kind: 'number', ...(value === undefined ? {} : { value }) })
const amount = (line: Pick<JudgedLine, 'indicator'>, value: number, language: StateShown['language']): string => sayValue({ quantity: quantityOf(line.indicator, language), value, language })

export const peers = (shown: StateShown): Blocks => {
  const { language, state: { analyses: { peers: found } } } = shown
  const say = speak(language)
  const nearest = found.list[0]
  if (nearest === undefined) return []
  const own = { country: nearest.country.code, language }
  const home = found.choices.length === 0 ? own : { country: shown.home.country, language }
  const used = found.traits.filter(({ leftOut }) => leftOut === null).length
  return [
    ...opening(shown, 'peers', [
      say.strategy_state_peers({ compared: sayNumber(found.counts.compared, language, 0), traits: String(used), of: String(found.traits.length) }),
      say.strategy_state_nearest({ name: namePeer(nearest, home), distance: sayDistance(nearest.distance, language), differs: mainDifferences({ language, peers: found }, nearest) }),
      say.strategy_state_mutual({ count: String(found.list.length), mutual: String(found.list.filter(({ namesUs }) => namesUs === 'yes').length), abroad: String(found.list.filter(({ country }) => country.code !== home.country).length) }),
    ]),
    {
      kind: 'table', id: 'peers-list', caption: say.strategy_state_peers_table(), notes: [say.strategy_state_peers_note()], sources: sourcesOf(found.credits, language),
      table: {
        head: [{ name: say.strategy_state_peer(), kind: 'text' }, { name: say.strategy_state_distance(), kind: 'number' }, { name: say.strategy_state_differs(), kind: 'text' }, { name: say.strategy_state_names_us(), kind: 'text' }],
        rows: found.list.map((peer) => ({ name: shortPeer(peer, home), cells: [number(sayDistance(peer.distance, language), peer.distance), text(mainDifferences({ language, peers: found }, peer)), text(peer.namesUs === 'yes' ? say.strategy_yes() : '–')] })),
      },
    },
  ]
}

export const benchmark = (shown: StateShown): Blocks => {
  const { language, state: { analyses, report }, home } = shown
  const say = speak(language)
  const lines = judgedLines(analyses.benchmark)
  const first = lines[0], last = lines.at(-1)
  if (analyses.benchmark === null || first === undefined || last === undefined || lines.length < 2) return []
  const score = scoreOf(analyses.benchmark.lines, [])
  const words = (line: JudgedLine) => ({ indicator: line.indicator.name[language], own: amount(line, line.own, language), median: amount(line, line.median, language), when: sayDuring(line.period, language), way: line.better >= 0.5 ? 'better' as const : 'worse' as const })
  const { profile } = report
  const figure = profile.region.level === 'nuts3' && readOverview({ language, profile }) !== null ? overviewFigure({ language, profile, home: home.code }) : null
  const table: DocumentTable = {
    head: [{ name: say.ui_chart_indicator(), kind: 'text' }, { name: say.strategy_state_own(), kind: 'number', stance: 'region' }, { name: say.strategy_state_median(), kind: 'number' }, { name: say.strategy_state_best(), kind: 'number' }, { name: say.strategy_state_better_than(), kind: 'number' }, { name: say.ui_chart_period(), kind: 'text' }],
    rows: lines.map((line) => ({ name: line.indicator.name[language], cells: [...[line.own, line.median, line.bestValue].map((value) => number(amount(line, value, language), value)), number(sharePercent(line.better, language), line.better), text(sayPeriod(line.period, language))] })),
  }
  return [
    ...opening(shown, 'benchmark', [
      say.strategy_state_score({ share: score.value === null ? '–' : sharePercent(score.value, language), counted: String(score.counted), place: score.place === null ? '–' : sayOrdinal(score.place, language), among: String(score.among) }),
      say.strategy_state_ahead(words(first)), say.strategy_state_lag(words(last)),
    ]),
    ...(figure === null ? [] : [toFigureBlock(figure)]),
    { kind: 'table', id: 'benchmark-gaps', caption: say.strategy_state_gaps(), table, sources: sourcesOf(analyses.benchmark.credits, language), notes: [say.strategy_state_gaps_note()] },
    { kind: 'heading', level: 2, id: 'benchmark-each', text: say.strategy_state_each() },
    { kind: 'list', items: lines.map((line) => ({ lead: line.indicator.shortName[language], text: analyses.benchmark === null ? '' : sayGap({ language, benchmark: analyses.benchmark, line }) })) },
  ]
}

const indexShown = (one: HomeIndex, language: StateShown['language']) => ({ language, ...one })
/** What every index without a score says after that is said once, in the note. */
const firstOf = (sentences: string): string => sentences.split(/(?<=[.!?]) (?=\p{Lu})/u)[0] ?? ''
export const index = (shown: StateShown): Blocks => {
  const { language, state: { analyses } } = shown
  const say = speak(language)
  const ordered = [...analyses.indices.filter(isWholeIndex), ...analyses.indices.filter((one) => !isWholeIndex(one))]
  const main = ordered[0]
  if (main === undefined || !isWholeIndex(main)) return []
  const profileIn = (one: HomeIndex) => profileOf({ framework: one.index.shown.record, outcome: one.outcome, inputs: one.index.shown.inputs, intervals: one.intervals }, one.row)
  const pillars = pillarsIn(main)
  const best = pillars[0], worst = pillars.at(-1)
  if (best === undefined || worst === undefined) return []
  const node = (one: typeof best) => ({ pillar: nameOfNode(main.index.shown.record, one.key, language), place: sayOrdinal(one.place, language), of: String(one.of), score: sayScore(one.score, language) })
  return [
    ...opening(shown, 'index', [say.strategy_state_index({ title: main.index.title[language], sentence: sayLeadOf(indexShown(main, language)), regions: String(main.index.shown.inputs.regions.length), indicators: String(main.outcome.keys.length) }), say.strategy_state_best_pillar(node(best)), say.strategy_state_worst_pillar(node(worst))]),
    ...ordered.flatMap((one): Blocks => {
      const profile = profileIn(one), { record, inputs, vintages } = one.index.shown
      const region = inputs.regions[one.row]
      const key = one.index.key ?? String(one.index.number)
      const title = one.index.title[language]
      return [
        { kind: 'heading', level: 2, id: `index-${key}`, text: title },
        ...(one === main ? [] : [{ kind: 'paragraph' as const, text: say.strategy_state_index_other({ title, sentence: firstOf(sayLeadOf(indexShown(one, language))) }) }]),
        {
          kind: 'table', id: `index-${key}-pillars`, caption: say.strategy_state_pillars({ title, name: region === undefined ? '' : plainOf(region, language) }), notes: [say.strategy_state_pillars_note({ version: String(one.index.shown.version), number: String(one.index.number) })],
          sources: vintages.map(({ dataset, source, asOf, dateFrom }) => ({ name: `${sourceWords(source, language)}, ${codeWords(dataset) || dataset}`, vintage: asOf, ...(dateFrom === 'receipt' ? { dated: 'unknown' as const } : {}) })),
          table: {
            head: [{ name: say.strategy_state_pillar(), kind: 'text' }, { name: say.strategy_state_points(), kind: 'number' }, { name: say.evidence_report_place(), kind: 'number' }],
            rows: profile.nodes.filter((each) => isWholeIndex(one) || each.key !== one.outcome.root).map((each) => ({ name: nameOfNode(record, each.key, language), cells: [number(sayScore(each.score, language), each.score ?? undefined), number(each.place === null ? '–' : say.evidence_report_place_of({ place: sayPlace(each.place, each.interval, language), of: String(each.of) }))] })),
          },
        },
      ]
    }),
  ]
}

export const specialisation = (shown: StateShown): Blocks => {
  const { language, state: { analyses: { specialisation: answer } } } = shown
  const say = speak(language)
  const { seen, industry, outward, sectors } = answer
  const top = sectors === null ? undefined : sectors.rows.filter(({ share }) => share !== null).toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0))[0]
  const strong = seen === null ? [] : seen.picture.rows.flatMap(({ quotient, statement }, at) => (statement === 'above' && typeof quotient === 'number' ? [{ at, quotient }] : [])).toSorted((a, b) => b.quotient - a.quotient)
  const sentences = [
    ...(seen === null || strong[0] === undefined ? [] : [say.strategy_state_quotients({ count: String(strong.length), of: String(seen.activities.length), first: activityName(seen, strong[0].at, language), quotient: times(strong[0].quotient, language), name: titleOfRegion(seen.shown, language) })]),
    ...(industry === null || industry.own.value === null || industry.quotient === null ? [] : [say.strategy_state_industry({ indicator: industry.indicator.name[language], value: sayCell(industry.indicator, industry.own, language), when: sayDuring(industry.period, language), quotient: times(industry.quotient, language), name: titleOfRegion(industry.shown, language) })]),
    ...(outward === null || outward.ofInvestment === null || outward.ofPeople === null || outward.quotient === null ? [] : [say.strategy_state_outward({ investment: sharePercent(outward.ofInvestment, language), people: sharePercent(outward.ofPeople, language), quotient: times(outward.quotient, language), when: sayDuring(outward.period, language) })]),
    ...(top === undefined || sectors === null || top.share === null ? [] : [say.strategy_state_sector({ sector: top.name[language], share: sharePercent(top.share, language), when: sayDuring(sectors.period, language) })]),
  ]
  if (sentences.length < 3) return []
  return [
    ...opening(shown, 'specialisation', sentences.slice(0, 3)),
    ...(industry?.indicator.caveats ?? []).filter(({ kind, regions }) => kind === 'price' && (regions === null || regions.includes(industry?.shown.code ?? ''))).map((caveat): DocumentBlock => ({ kind: 'paragraph', text: caveat.text[language] })),
    ...(seen === null ? [{ kind: 'paragraph' as const, text: say.strategy_state_no_activities() }] : [{
      kind: 'table' as const, id: 'specialisation-quotients', caption: say.strategy_state_quotient_table({ name: titleOfRegion(seen.shown, language) }), notes: [say.strategy_state_quotient_note()], sources: sourcesOf(seen.credits, language),
      table: { head: [{ name: say.strategy_state_activity(), kind: 'text' as const }, { name: say.strategy_state_quotient(), kind: 'number' as const }], rows: strong.map(({ at, quotient }) => ({ name: activityName(seen, at, language), cells: [number(times(quotient, language), quotient)] })) },
    }]),
    ...(sectors === null ? [] : [{
      kind: 'table' as const, id: 'specialisation-sectors', caption: say.strategy_state_sectors({ country: sectors.country.name[language], period: sayPeriod(sectors.period, language) }), notes: [say.strategy_state_sectors_note()], sources: sourcesOf(sectors.credits, language),
      table: {
        head: [{ name: say.strategy_state_sector_head(), kind: 'text' as const }, { name: say.strategy_state_share(), kind: 'number' as const }, { name: say.strategy_state_change({ earlier: sayPeriod(sectors.earlier, language) }), kind: 'number' as const }],
        rows: sectors.rows.filter(({ share }) => share !== null).map(({ name, share, changePct }) => ({ name: name[language], cells: [number(sharePercent(share ?? 0, language), share ?? undefined), number(changePct === null ? '–' : `${saySigned(changePct, language, 1)}${language === 'bg' ? '\u00a0%' : '%'}`, changePct ?? undefined)] })),
      },
    }]),
  ]
}

/** The last year ahead, with its band; undefined where nothing is carried on. */
const aheadIn = (trend: Trend) => {
  const last = trend.forecast?.ahead.at(-1), band = last?.intervals.find(({ level }) => level === 0.8)
  return last === undefined || band === undefined || typeof last.point !== 'number' || typeof band.low !== 'number' || typeof band.high !== 'number' ? undefined : { year: String(Math.round(last.time)), point: last.point, low: band.low, high: band.high }
}
export const trends = (shown: StateShown): Blocks => {
  const { language, state: { analyses } } = shown
  const say = speak(language)
  const clear = analyses.trends.filter(({ course }) => course === 'up' || course === 'down').toSorted((a, b) => (typeof a.test.p === 'number' ? a.test.p : 1) - (typeof b.test.p === 'number' ? b.test.p : 1))
  const first = clear[0] ?? analyses.trends[0], told = analyses.trends.find((trend) => aheadIn(trend) !== undefined && trend !== first) ?? first
  const ahead = told === undefined ? undefined : aheadIn(told)
  if (first === undefined || told === undefined || ahead === undefined || typeof first.slope.slope !== 'number') return []
  const spanOf = (trend: Trend): string => `${trend.stretch.points[0]?.year ?? ''}–${trend.stretch.points.at(-1)?.year ?? ''}`
  const courseWords = (trend: Trend): string => (trend.course === 'up' ? say.strategy_state_course_up() : trend.course === 'down' ? say.strategy_state_course_down() : say.strategy_state_course_none())
  const credits = [...new Map(analyses.trends.flatMap((trend) => trend.credits).map((credit) => [credit.dataset, credit])).values()]
  return [
    ...opening(shown, 'trends', [
      say.strategy_state_courses({ count: String(analyses.trends.length), up: String(clear.filter(({ course }) => course === 'up').length), down: String(clear.filter(({ course }) => course === 'down').length), none: String(analyses.trends.length - clear.length) }),
      say.strategy_state_course({ indicator: first.indicator.name[language], step: sayStep(first, first.slope.slope, language), span: spanOf(first), p: sayP(first.test.p, language) }),
      say.strategy_state_would({ indicator: told.indicator.name[language], year: ahead.year, value: sayAmount(told, ahead.point, language), low: sayAmount(told, ahead.low, language), high: sayAmount(told, ahead.high, language) }),
    ]),
    {
      kind: 'table', id: 'trends-courses', caption: say.strategy_state_courses_table(), notes: [say.strategy_state_courses_note()], sources: sourcesOf(credits, language),
      table: {
        head: [{ name: say.ui_chart_indicator(), kind: 'text' }, { name: say.strategy_state_years(), kind: 'text' }, { name: say.strategy_state_a_year(), kind: 'number' }, { name: say.strategy_state_course_head(), kind: 'text' }, { name: say.strategy_state_if_so(), kind: 'number' }],
        rows: analyses.trends.map((trend) => {
          const would = aheadIn(trend)
          return { name: trend.indicator.name[language], cells: [
            text(spanOf(trend)), number(typeof trend.slope.slope === 'number' ? sayStep(trend, trend.slope.slope, language) : '–'), text(`${courseWords(trend)} (${sayP(trend.test.p, language)})`),
            number(would === undefined ? '–' : say.strategy_state_band({ year: would.year, value: sayAmount(trend, would.point, language), low: sayAmount(trend, would.low, language), high: sayAmount(trend, would.high, language) })),
          ] }
        }),
      },
    },
  ]
}
