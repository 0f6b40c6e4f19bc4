// The page of a benchmark: how the district stands, where it is ahead and where behind, one sentence for each indicator, and what is missing.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { keptDrawing } from '#ui/jsx/kept.ts'
import { ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Details } from '#ui/parts/details.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { SourceNote } from '#ui/parts/source-note.tsx'
import { StatLine } from '#ui/parts/stat-line.tsx'
import { type Domain, domains, indicatorPath } from '#areas/evidence/indicators/rules.ts'
import { domainName, plainRegion, sayCredits, subjectPlace } from '#areas/evidence/indicators/views/wording.ts'
import { type Benchmark, type BenchmarkChoice, benchmarkPath, keepBenchmarkPath, type NoLine, type Score } from './rules.ts'
import { addressOf, queryOf } from './rules/choice.ts'
import { isScored } from './rules/score.ts'
import { ChooseBenchmark } from './views/choose.tsx'
import { DomainRanges, GapList, NumberTable, percent, peersName } from './views/lines.tsx'

type BenchmarkShown = { readonly language: Language; readonly benchmark: Benchmark; readonly choice: BenchmarkChoice; readonly score: Score; /** with everything counted */ readonly whole: Score; readonly mayKeep: 'yes' | 'no' }

export const benchmarkScreen = (shown: BenchmarkShown): Screen => {
  const { language, benchmark, choice, score } = shown
  const say = speak(language)
  const title = sayTitle(shown), lead = sayLead(shown)
  const query = queryOf({ ...choice, without: [] })
  const csv = `${benchmarkPath}/data.csv?${query === '' ? '' : `${query}&`}language=${language}`
  const shownDomains = domains.filter((domain) => benchmark.lines.some((line) => line.indicator.domain === domain && isScored(line)))
  return {
    kind: 'screen', title, says: lead, crumbs: [{ name: say.evidence_profile_kicker(), path: '/evidence' }, { name: say.evidence_analyses_title(), path: '/evidence/analyses' }],
    alternates: [{ type: 'text/csv', path: csv, title: say.evidence_indicator_csv() }],
    body: (
      <>
        <PageHeading kicker={say.evidence_benchmark_kicker()} title={title} lead={lead} />
        <Section id="score" title={say.evidence_benchmark_score_title()} aside={<a class="ds-link" href="#choice">{say.evidence_benchmark_to_choice()}</a>}>
          {score.of === 0
            ? <EmptyState level={3} title={say.evidence_benchmark_nothing()} why={say.evidence_benchmark_nothing_why()}><p><a class="ds-link" href={toHref(language, benchmarkPath)}>{say.evidence_benchmark_again()}</a></p></EmptyState>
            : <ScoreLine {...shown} />}
        </Section>
        {shownDomains.map((domain) => (
          <Section id={domain} title={sayDomain(domain, shown)} look="figures">
            <DomainRanges language={language} benchmark={benchmark} domain={domain} />
            <GapList language={language} benchmark={benchmark} domain={domain} choice={choice} />
          </Section>
        ))}
        <Section id="choice" title={say.evidence_benchmark_choice_title()}>
          <ChooseBenchmark language={language} benchmark={benchmark} choice={choice} />
          <LinkList links={[{ name: say.evidence_benchmark_find_peers(), href: toHref(language, '/evidence/peers'), says: say.evidence_benchmark_find_peers_says() }]} />
        </Section>
        <Section id="numbers" title={say.evidence_benchmark_numbers_title()}>
          <Details summary={say.evidence_benchmark_numbers_summary({ count: benchmark.lines.filter(isScored).length })}><NumberTable language={language} benchmark={benchmark} which="scored" /></Details>
          <Details summary={say.evidence_benchmark_neither_summary({ count: benchmark.lines.filter((line) => !isScored(line)).length })}>
            <p>{say.evidence_benchmark_neither_says()}</p>
            <NumberTable language={language} benchmark={benchmark} which="neither" />
          </Details>
          <p><a class="ds-link" href={csv}>{say.evidence_indicator_csv()}</a></p>
        </Section>
        <Section id="missing" title={say.evidence_benchmark_missing_title({ count: benchmark.without.length })}><Missing language={language} benchmark={benchmark} /></Section>
        <Section id="method" title={say.evidence_peers_method_title()}>
          <p>{say.evidence_benchmark_method_says()}</p>
          <SourceNote language={language} name={sayCredits(benchmark.credits, language)} notes={[say.evidence_benchmark_source_note()]} />
        </Section>
      </>
    ),
  }
}

const ScoreLine = ({ language, benchmark, score, whole, choice, mayKeep }: BenchmarkShown) => {
  const say = speak(language)
  return (
    <>
      <StatLine stats={[
        { name: say.evidence_benchmark_score_name(), value: score.value === null ? '–' : percent(score.value, language), unitAndPeriod: say.evidence_benchmark_score_unit({ counted: String(score.counted), count: score.of }),
          ...(score.counted === whole.counted || whole.value === null ? {} : { note: say.evidence_benchmark_score_whole({ value: percent(whole.value, language) }) }) },
        ...(score.place === null ? [] : [{ name: say.evidence_benchmark_place_name(), value: sayNumber(score.place, language, 0), unitAndPeriod: say.evidence_benchmark_place_unit({ count: score.among }) }]),
        ...(score.swing === null ? [] : [{ name: say.evidence_benchmark_swing_name(), value: `${percent(score.swing.low, language)} – ${percent(score.swing.high, language)}`, unitAndPeriod: say.evidence_benchmark_swing_unit({ best: String(score.swing.best), worst: String(score.swing.worst) }) }]),
        ...score.domains.map((one) => ({ name: domainName(one.domain, language), value: one.value === null ? '–' : percent(one.value, language), unitAndPeriod: say.evidence_benchmark_domain_unit({ counted: String(one.counted), count: one.of }) })),
      ]} />
      <p class="p-note">{say.evidence_benchmark_score_says({ peers: peersName(benchmark, language) })} {choice.without.length === 0 ? null : <a class="ds-link" href={`${toHref(language, addressOf({ ...choice, without: [] }))}#score`}>{say.evidence_benchmark_count_all()}</a>}</p>
      {mayKeep === 'no' ? null : <Buttons><ButtonLink href={toHref(language, `${keepBenchmarkPath}${queryOf(choice) === '' ? '' : `?${queryOf(choice)}`}`)}>{say.evidence_benchmark_keep()}</ButtonLink></Buttons>}
    </>
  )
}

const Missing = ({ language, benchmark }: { readonly language: Language; readonly benchmark: Benchmark }) => keptDrawing(benchmark, `missing ${language}`, () => {
  const say = speak(language)
  if (benchmark.without.length === 0) return <p>{say.evidence_benchmark_missing_none()}</p>
  const groups: readonly NoLine['why'][] = ['level', 'own', 'peers', 'noFigures']
  const name = (why: NoLine['why'], count: number): string =>
    ({ level: say.evidence_benchmark_missing_level, own: say.evidence_benchmark_missing_own, peers: say.evidence_benchmark_missing_peers, noFigures: say.evidence_benchmark_missing_figures })[why]({ count })
  return (
    <>
      <p>{say.evidence_benchmark_missing_says()}</p>
      {groups.flatMap((why) => {
        const of = benchmark.without.filter((one) => one.why === why)
        return of.length === 0 ? [] : [<Details summary={name(why, of.length)}><LinkList links={of.map(({ indicator }) => ({ name: indicator.name[language], href: toHref(language, indicatorPath(indicator.key)), ...(indicator.reasonWithoutFigures === null ? {} : { says: indicator.reasonWithoutFigures[language] }) }))} /></Details>]
      })}
    </>
  )
})

const sayTitle = ({ language, benchmark, score }: BenchmarkShown): string => {
  const say = speak(language)
  const name = subjectPlace(benchmark.region, language).name
  if (score.value === null) return say.evidence_benchmark_title_none({ name })
  return benchmark.from.kind === 'country' ? say.evidence_benchmark_title_country({ name, value: percent(score.value, language) }) : say.evidence_benchmark_title_peers({ name, value: percent(score.value, language) })
}
const sayLead = ({ language, benchmark, score }: BenchmarkShown): string => {
  const say = speak(language)
  const ranked = score.domains.flatMap((one) => (one.value === null ? [] : [{ ...one, value: one.value }])).toSorted((a, b) => b.value - a.value)
  const [best] = ranked, worst = ranked.at(-1)
  const base = benchmark.from.kind === 'set' ? say.evidence_benchmark_lead_set({ set: benchmark.from.set.name[language], count: benchmark.peers.length, name: plainRegion(benchmark.region, language) }) : say.evidence_benchmark_lead({ peers: peersName(benchmark, language), name: plainRegion(benchmark.region, language) })
  return best === undefined || worst === undefined || best.domain === worst.domain ? base
    : `${base} ${say.evidence_benchmark_lead_domains({ best: domainName(best.domain, language), bestValue: percent(best.value, language), worst: domainName(worst.domain, language), worstValue: percent(worst.value, language) })}`
}
const sayDomain = (domain: Domain, { language, score }: BenchmarkShown): string => {
  const found = score.domains.find((one) => one.domain === domain)
  return found === undefined || found.value === null ? domainName(domain, language) : `${domainName(domain, language)}: ${percent(found.value, language)}`
}
