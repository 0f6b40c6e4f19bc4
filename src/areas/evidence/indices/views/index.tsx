// An index as people read it: one sentence on our region, what may not be called a score and why, places with their intervals, the profile
// of one region, and what holds it back. The method is a page beside it.
import type { Screen } from '#kernel/answer.ts'
import { sayDate, sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayOrdinal } from '#ui/charts/place-words.ts'
import { RankLadder } from '#ui/charts/rank-ladder.tsx'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { Progress } from '#ui/parts/progress.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Tabs } from '#ui/parts/tabs.tsx'
import { isOpen } from '#areas/evidence/analyses/rules.ts'
import { originsOfVintages, sayAnalysisState, sayVintages } from '#areas/evidence/analyses/views/wording.ts'
import { indexPath, indicesPath, leavesUnder, pillarsOf } from '../rules.ts'
import { countWhole, namingOf } from '../rules/naming.ts'
import { intervalAt, profileOf } from '../rules/profile.ts'
import { sayLeadOf } from './lead.ts'
import { Profile } from './profile.tsx'
import { type IndexShown, nameOfNode, plainOf, sayPlace, sayScore, subjectOf, tabsOf } from './shown.ts'

/** Beside an index that is not whole: the one of the level above, for the same pillars. */
export type Beside = { readonly title: string; readonly path: string; readonly level: string; readonly region: string; readonly pillars: readonly { readonly name: string; readonly score: number | null; readonly place: number | null; readonly of: number; readonly own: number; readonly wanted: number }[] } | null

export const indexScreen = (shown: IndexShown & { readonly beside: Beside; readonly asked: string | null }): Screen => {
  const { language, index, outcome, sees } = shown
  const say = speak(language)
  const path = indexPath(index.key ?? '')
  const framework = index.shown.record
  const lead = sayLeadOf(shown)
  const isNamed = framework.called === 'own' || countWhole(framework, outcome) > 0
  const nodes = outcome.nodes.filter((node) => (node.key === outcome.root ? isNamed : pillarsOf(framework).some((pillar) => pillar.key === node.key)))
  return {
    kind: 'screen', title: index.title[language], says: lead, crumbs: [{ name: say.evidence_profile_kicker(), path: '/evidence' }, { name: say.evidence_indices_title(), path: indicesPath }],
    alternates: [{ type: 'text/csv', path: `${path}/data.csv?language=${language}`, title: say.evidence_indicator_csv() }],
    body: (
      <>
        <PageHeading kicker={say.evidence_kind_index()} title={index.title[language]} lead={lead}>
          <p class="p-note">{say.evidence_index_version({ version: String(index.shown.version), date: sayDate(index.shown.madeAt, language) })}{sees === 'everyone' ? '' : ` · ${sayAnalysisState(index.state, language)}`}</p>
        </PageHeading>
        <Tabs label={say.evidence_index_views()} current={toHref(language, path)} tabs={tabsOf(index, language, (to) => toHref(language, to))} />
        {sees === 'analyst' ? <Desk {...shown} /> : null}
        {shown.hasNewer === 'no' ? null : <Notice language={language} tone="info" title={say.evidence_newer_title()}><p>{say.evidence_index_newer()} <a class="ds-link" href={toHref(language, `${path}/newer`)}>{say.evidence_index_newer_link()}</a></p></Notice>}
        <NotWhole {...shown} />
        <Profile {...shown} profile={profileOf({ framework, outcome, inputs: index.shown.inputs, intervals: shown.intervals, peers: shown.peers?.rows ?? [] }, shown.row)} />
        {nodes.map((node) => <Places {...shown} node={node} />)}
        <ScoreTable {...shown} nodes={nodes} />
        <Section id="data" title={say.evidence_data_title()}>
          <p>{say.evidence_index_data_says()}</p>
          <p><a class="ds-link" href={`${path}/data.csv?language=${language}`}>{say.evidence_indicator_csv()}</a></p>
          <p class="p-note">{sayVintages(index.shown.vintages, language)}</p>
        </Section>
      </>
    ),
  }
}

const NotWhole = ({ language, index, outcome, row, beside }: IndexShown & { readonly beside: Beside }) => {
  const say = speak(language)
  const framework = index.shown.record
  const naming = namingOf(framework, outcome, row)
  if (naming.isWhole) return null
  return (
    <Notice language={language} tone="warning" title={say.evidence_index_not_whole_title()}>
      <p>{say.evidence_index_not_whole()}</p>
      <ul>{naming.pillars.map((pillar) => <li>{say.evidence_index_pillar_count({ pillar: nameOfNode(framework, pillar.key, language), own: String(pillar.own), of: String(pillar.of) })}</li>)}</ul>
      {beside === null ? null : (
        <>
          <p>{say.evidence_index_beside({ level: beside.level, region: beside.region })} <a class="ds-link" href={toHref(language, beside.path)}>{beside.title}</a></p>
          <ul>{beside.pillars.map((pillar) => <li>{pillar.place === null ? say.evidence_index_beside_none({ pillar: pillar.name }) : say.evidence_index_beside_place({ pillar: pillar.name, place: sayOrdinal(pillar.place, language), of: String(pillar.of), score: sayScore(pillar.score, language), own: String(pillar.own), wanted: String(pillar.wanted) })}</li>)}</ul>
        </>
      )}
    </Notice>
  )
}

const Places = (shown: IndexShown & { readonly node: IndexShown['outcome']['nodes'][number] }) => {
  const { language, index, outcome, intervals, node, home } = shown
  const say = speak(language)
  const { inputs, vintages, record } = index.shown
  const known = intervals?.nodes.find((one) => one.key === node.key)
  const leaves = new Set(leavesUnder(record, node.key).map((leaf) => leaf.indicator))
  const own = new Set(inputs.indicators.filter((one) => leaves.has(one.key) && outcome.keys.includes(one.key)).flatMap((one) => one.vintages))
  const name = nameOfNode(record, node.key, language)
  const path = indexPath(index.key ?? '')
  const steady = known?.steadyPairs == null ? null : say.evidence_index_steady({ share: sayNumber(known.steadyPairs * 100, language, 0), runs: sayNumber(intervals?.runs ?? 0, language, 0) })
  const standings = inputs.regions.map((region, row) => {
    const rank = node.ranks[row] ?? null, interval = known?.regions[row]
    const about = { code: region.code, name: region.name[language], stance: region.code === home ? 'region' as const : 'other' as const, href: toHref(language, `${path}?region=${region.code}#profile`), flags: '' }
    return rank === null ? { ...about, value: null, missing: 'notServed' as const }
      : { ...about, value: rank, missing: null, ...(interval?.low == null || interval.high == null ? {} : { interval: { low: interval.low, high: interval.high } }) }
  })
  return (
    <Section id={`places-${node.key}`} title={name}>
      <RankLadder
        id={`ladder-${node.key}`} language={language} heading={sayBestAndOurs(shown)} subtitle={say.evidence_index_ladder({ name })} order="silent" origin={originsOfVintages(vintages.filter((vintage) => own.has(vintage.number)), language)} notes={steady === null ? [say.evidence_index_no_intervals()] : [steady]}
        quantity={{ unit: { id: 'place', scale: 1, currency: null, percent: false }, words: say.evidence_index_place_words(), decimals: 0, direction: 'less', compare: 'difference' }}
        standings={standings}
      />
    </Section>
  )
}
/** All scores and places side by side, in the order of the first. */
const ScoreTable = ({ language, index, outcome, intervals, home, nodes }: IndexShown & { readonly nodes: IndexShown['outcome']['nodes'] }) => {
  const say = speak(language)
  const { inputs, record } = index.shown
  const path = indexPath(index.key ?? '')
  const [first] = nodes
  return (
    <Section id="scores" title={say.evidence_index_scores()}>
      <p>{say.evidence_index_scores_says()}</p>
      <Table
        language={language} id="score-table" caption={say.evidence_index_scores()} captionIs="hidden" phone="stack"
        columns={[{ name: say.evidence_col_region() }, ...nodes.map((node) => ({ name: nameOfNode(record, node.key, language), kind: 'number' as const })), { name: say.evidence_index_imputed_share(), kind: 'number' }]}
        rows={inputs.regions.map((region, row) => ({ region, row })).sort((a, b) => (first?.ranks[a.row] ?? 999) - (first?.ranks[b.row] ?? 999)).map(({ region, row }) => ({
          own: region.code === home,
          cells: [
            <a class="ds-link" href={toHref(language, `${path}?region=${region.code}#profile`)}>{region.name[language]}</a>,
            ...nodes.map((node) => ((node.ranks[row] ?? null) === null ? say.evidence_index_no_score() : `${sayScore(node.scores[row] ?? null, language)}; ${sayPlace(node.ranks[row] ?? null, intervalAt(intervals, node.key, row), language)}`)),
            outcome.imputedShare[row] == null ? '–' : `${sayNumber((outcome.imputedShare[row] ?? 0) * 100, language, 0)}\u00a0%`,
          ],
        }))}
      />
    </Section>
  )
}
const sayBestAndOurs = ({ language, index, node, row }: IndexShown & { readonly node: IndexShown['outcome']['nodes'][number] }): string => {
  const say = speak(language)
  const { regions } = index.shown.inputs
  const best = regions[node.ranks.indexOf(1)], own = regions[row], rank = node.ranks[row] ?? null
  const of = String(node.scores.filter((score) => score !== null).length)
  if (best === undefined) return say.evidence_index_nobody()
  return own === undefined || rank === null || best.code === own.code ? say.evidence_index_best({ best: subjectOf(best, language), of }) : say.evidence_index_best_and_ours({ best: subjectOf(best, language), own: subjectOf(own, language), place: sayOrdinal(rank, language), of })
}

/** What an analyst may do here. */
const Desk = ({ language, index, run, intervals, row }: IndexShown) => {
  const say = speak(language)
  const path = indexPath(index.key ?? ''), here = toHref(language, path), action = toHref(language, `${path}/desk`)
  const hidden = (does: string) => [{ name: 'does', value: does }, { name: 'version', value: String(index.version) }]
  const region = index.shown.inputs.regions[row]
  const waits = index.publishedVersion !== index.version || index.state !== 'published'
  return (
    <Section id="desk" title={say.evidence_index_desk()}>
      {waits ? <p>{say.evidence_index_waits({ version: String(index.version) })}</p> : null}
      {run !== null && isOpen(run) ? (
        <Progress id="run" label={say.evidence_index_run()} done={run.done} of={run.of} says={say.evidence_index_run_of({ done: sayNumber(run.done, language, 0), of: sayNumber(run.of, language, 0) })} />
      ) : run?.state === 'failed' ? <Notice language={language} tone="danger"><p>{say.evidence_index_run_failed({ why: run.problem ?? '' })}</p></Notice>
        : run?.state === 'stopped' ? <p>{say.evidence_index_run_stopped()}</p> : null}
      <Buttons>
        {waits ? <Form action={action} hidden={hidden('publish')}><Button look="primary">{say.evidence_index_publish()}</Button></Form> : null}
        {run !== null && isOpen(run) ? (
          <>
            <ButtonLink look="secondary" href={here}>{say.evidence_fetch_again()}</ButtonLink>
            <Form action={action} hidden={hidden('stop')}><Button look="secondary">{say.evidence_fetch_stop()}</Button></Form>
          </>
        ) : <Form action={action} hidden={hidden('intervals')}><Button look="secondary">{intervals === null ? say.evidence_index_ask_run() : say.evidence_index_ask_run_again()}</Button></Form>}
        {region === undefined ? null : <Form action={action} hidden={[{ name: 'does', value: 'pin' }, { name: 'version', value: String(index.shown.version) }, { name: 'region', value: region.code }]}><Button look="secondary">{say.evidence_index_pin({ region: plainOf(region, language) })}</Button></Form>}
        <ButtonLink look="secondary" href={toHref(language, `${path}/change`)}>{say.evidence_index_change()}</ButtonLink>
        <ButtonLink look="secondary" href={toHref(language, `${path}/newer`)}>{say.evidence_index_newer_check()}</ButtonLink>
      </Buttons>
    </Section>
  )
}
