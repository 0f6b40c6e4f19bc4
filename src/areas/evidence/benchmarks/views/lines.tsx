// The indicators of a domain: a dot in the range of the peers, one sentence for each with its tick, and the numbers behind.
import type { Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { RangeChart } from '#ui/charts/range-chart.tsx'
import { sayShort } from '#ui/charts/quantity-words.ts'
import { sayPeriod } from '#ui/charts/period-words.ts'
import { Sparkline } from '#ui/charts/sparkline.tsx'
import { keptDrawing, keptSentence } from '#ui/jsx/kept.ts'
import { Table } from '#ui/parts/table.tsx'
import { type Domain, indicatorPath } from '#areas/evidence/indicators/rules.ts'
import { observationsOf } from '#areas/evidence/indicators/rules/series.ts'
import { breaksFor, domainName, originsOf, quantityOf, sayCell, sayCredits, titleOfRegion } from '#areas/evidence/indicators/views/wording.ts'
import type { Benchmark, BenchmarkChoice, BenchmarkLine, Mark } from '../rules.ts'
import { addressOf, toggled } from '../rules/choice.ts'
import { isScored } from '../rules/score.ts'
import { sayGap, sayTrend } from './sentences.ts'

type Shown = { readonly language: Language; readonly benchmark: Benchmark; readonly domain: Domain }
export const peersName = (benchmark: Benchmark, language: Language): string => {
  const say = speak(language)
  return benchmark.from.kind === 'country' ? say.evidence_benchmark_peers_country({ count: benchmark.peers.length }) : say.evidence_benchmark_peers_chosen({ count: benchmark.peers.length })
}

export const DomainRanges = (shown: Shown) => keptDrawing(shown.benchmark, `ranges ${shown.language} ${shown.domain}`, () => drawRanges(shown))
const drawRanges = ({ language, benchmark, domain }: Shown) => {
  const say = speak(language)
  const lines = benchmark.lines.filter((line) => line.indicator.domain === domain && isScored(line))
  const ahead = lines.filter((line) => typeof line.row.betterThan === 'number' && line.row.betterThan >= 0.5).length
  const credits = [...new Map(lines.flatMap((line) => line.credits).map((credit) => [credit.dataset, credit])).values()]
  return (
    <RangeChart
      language={language} id={`range-${domain}`} level={3} scale="own" ownName={titleOfRegion(benchmark.region, language)} peersName={peersName(benchmark, language)}
      ownStance={benchmark.region.code === benchmark.home.code ? 'region' : 'named'} origin={[...originsOf(credits, language)]}
      heading={say.evidence_benchmark_ranges_heading({ name: titleOfRegion(benchmark.region, language), ahead: String(ahead), count: lines.length })}
      subtitle={say.evidence_benchmark_ranges_subtitle({ domain: domainName(domain, language) })}
      rows={lines.map((line) => ({ id: line.indicator.key, label: line.indicator.shortName[language], quantity: quantityOf(line.indicator, language), own: line.cell, spread: spreadOf(line), href: toHref(language, indicatorPath(line.indicator.key)) }))}
    />
  )
}
const spreadOf = ({ row }: BenchmarkLine) => {
  const { min, q1, median, q3, max, n } = row
  return typeof min === 'number' && typeof q1 === 'number' && typeof median === 'number' && typeof q3 === 'number' && typeof max === 'number' ? { min, q1, median, q3, max, n } : null
}

/** One sentence each; the link beside it takes the indicator out of the score, or back in. */
export const GapList = ({ language, benchmark, domain, choice }: Shown & { readonly choice: BenchmarkChoice }) => {
  const say = speak(language)
  const lines = benchmark.lines.filter((line) => line.indicator.domain === domain && isScored(line))
  return (
    <Table
      language={language} id={`gaps-${domain}`} caption={say.evidence_benchmark_gaps_caption({ domain: domainName(domain, language) })} captionIs="hidden" phone="stack"
      columns={[{ name: say.evidence_benchmark_column_indicator() }, { name: say.evidence_benchmark_column_says() }, { name: say.evidence_benchmark_column_trend() }, { name: say.evidence_benchmark_column_counts() }]}
      rows={lines.map((line) => ({ cells: [
        <a class="ds-link" href={toHref(language, indicatorPath(line.indicator.key))}>{line.indicator.shortName[language]}</a>,
        <div>{keptSentence(line, `gap ${language} ${benchmark.from.kind}`, () => sayGap({ language, benchmark, line }))} <small>{sayAge(line, language)}</small></div>,
        keptDrawing(line, `trend ${language}`, () => (
          <div>
            {line.trend.points < 5 ? null : <Sparkline points={observationsOf(line.series)} breaks={breaksFor(line.indicator.caveats, benchmark.region.code, language)} stance={benchmark.region.code === benchmark.home.code ? 'region' : 'other'} language={language} name={line.indicator.shortName[language]} quantity={quantityOf(line.indicator, language)} />}
            <small>{sayTrend(line, language)}</small>
          </div>
        )),
        <Toggle language={language} line={line} choice={choice} />,
      ] }))}
    />
  )
}
const Toggle = ({ language, line, choice }: { readonly language: Language; readonly line: BenchmarkLine; readonly choice: BenchmarkChoice }) => {
  const say = speak(language)
  const isOut = choice.without.includes(line.indicator.key)
  const name = line.indicator.shortName[language]
  return (
    <div>
      {isOut ? say.evidence_benchmark_counts_no() : say.evidence_benchmark_counts_yes()}<br />
      <a class="ds-link" href={`${toHref(language, addressOf(toggled(choice, line.indicator.key)))}#score`} rel="nofollow">
        {isOut ? say.evidence_benchmark_take_in() : say.evidence_benchmark_take_out()}<span class="p-hidden-text"> {name}</span>
      </a>
    </div>
  )
}
const sayAge = (line: BenchmarkLine, language: Language): string => {
  const say = speak(language)
  const source = sayCredits(line.credits, language).replace(/\.$/, '')
  return line.freshness.isOld && line.freshness.yearsOld !== null ? `${source}. ${say.evidence_benchmark_old({ count: line.freshness.yearsOld })}` : `${source}.`
}

/** Numbers behind the sentences: also what has no better side. */
export const NumberTable = ({ language, benchmark, which }: { readonly language: Language; readonly benchmark: Benchmark; readonly which: 'scored' | 'neither' }) =>
  keptDrawing(benchmark, `numbers ${language} ${which}`, () => {
    const say = speak(language)
    const lines = benchmark.lines.filter((line) => isScored(line) === (which === 'scored'))
    const number = (name: string) => ({ name, kind: 'number' as const })
    return (
      <Table
        language={language} id={`numbers-${which}`} caption={which === 'scored' ? say.evidence_benchmark_numbers_caption() : say.evidence_benchmark_neither_caption()} phone="scroll"
        columns={[
          { name: say.evidence_benchmark_column_indicator() }, { name: say.evidence_benchmark_column_period() }, number(benchmark.region.name[language]), number(say.evidence_benchmark_column_min()), number(say.evidence_benchmark_column_q1()),
          number(say.evidence_benchmark_column_median()), number(say.evidence_benchmark_column_q3()), number(say.evidence_benchmark_column_max()), number(say.evidence_benchmark_column_mean()), number(say.evidence_benchmark_column_to_mean()),
          number(say.evidence_benchmark_column_quarter()), number(say.evidence_benchmark_column_better()), number(say.evidence_benchmark_column_n()),
        ]}
        rows={lines.map((line) => {
          const quantity = quantityOf(line.indicator, language)
          const show = (value: Mark): string => (typeof value === 'number' ? sayShort({ quantity, value, language }) : sayReason(value, language))
          const { row } = line
          return { cells: [
            <a class="ds-link" href={toHref(language, indicatorPath(line.indicator.key))}>{line.indicator.shortName[language]}</a>, `${sayPeriod(line.period, language)}`, sayCell(line.indicator, line.cell, language),
            show(row.min), show(row.q1), show(row.median), show(row.q3), show(row.max), show(row.mean), typeof row.toMean === 'number' ? signed(row.toMean, line, language) : sayReason(row.toMean, language),
            typeof row.quarterRatio === 'number' ? sayNumber(row.quarterRatio, language, 2) : sayReason(row.quarterRatio, language),
            which === 'neither' || typeof row.betterThan !== 'number' ? '–' : percent(row.betterThan, language), String(row.n),
          ] }
        })}
      />
    )
  })
const signed = (value: number, line: BenchmarkLine, language: Language): string => `${value > 0 ? '+' : ''}${sayNumber(value, language, line.indicator.decimals)}`
export const percent = (share: number, language: Language): string => `${Math.round(share * 100)}${language === 'bg' ? '\u00a0%' : '%'}`
const sayReason = (reason: Exclude<Mark, number>, language: Language): string => {
  const say = speak(language)
  return reason === 'too-few' ? say.evidence_benchmark_reason_few() : reason === 'no-data' ? say.evidence_benchmark_reason_no_data() : say.evidence_benchmark_reason_none()
}
