// How an index came about: framework with what each part really counts, coverage cell by cell, what was filled and limited, whether the
// indicators belong together, what happens without one of them, which decision matters, the note in words, and the versions.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayPeriod } from '#ui/charts/period-words.ts'
import { Details } from '#ui/parts/details.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Tabs } from '#ui/parts/tabs.tsx'
import type { VersionLine } from '#areas/evidence/analyses/rules.ts'
import { MethodNote, Versions } from '#areas/evidence/analyses/views/analysis.tsx'
import { indicatorPath } from '#areas/evidence/indicators/rules.ts'
import { type CellKind, cellKinds, indexPath, indicesPath, type IndicatorOutcome, leavesUnder, pillarsOf } from '../rules.ts'
import type { FactorName } from '../rules/intervals.ts'
import { type IndexShown, nameOfNode, tabsOf } from './shown.ts'

const sayShare = (share: number | null, language: Language): string => (share === null ? '–' : `${sayNumber(share * 100, language, 1)}\u00a0%`)
const sayR = (r: number | null, language: Language): string => (r === null ? '–' : sayNumber(r, language, 2))

export const methodScreen = (shown: IndexShown & { readonly versions: readonly VersionLine[] }): Screen => {
  const { language, index } = shown
  const say = speak(language)
  const path = indexPath(index.key ?? '')
  return {
    kind: 'screen', title: say.evidence_index_method_title({ title: index.title[language] }), says: say.evidence_index_method_lead(),
    crumbs: [{ name: say.evidence_profile_kicker(), path: '/evidence' }, { name: say.evidence_indices_title(), path: indicesPath }, { name: index.title[language], path }],
    body: (
      <>
        <PageHeading kicker={say.evidence_kind_index()} title={index.title[language]} lead={say.evidence_index_method_lead()} />
        <Tabs label={say.evidence_index_views()} current={toHref(language, `${path}/method`)} tabs={tabsOf(index, language, (to) => toHref(language, to))} />
        <Tree {...shown} />
        <Coverage {...shown} />
        <Changed {...shown} />
        <Together {...shown} />
        <Diagnosed {...shown} />
        <Without {...shown} />
        <WhichDecision {...shown} />
        <MethodNote language={language} note={index.shown.note[language]} vintages={index.shown.vintages} />
        {shown.sees === 'everyone' ? null : <Versions language={language} versions={shown.versions} toVersion={(version) => toHref(language, `${path}?version=${version}`)} />}
      </>
    ),
  }
}

const Tree = ({ language, index, outcome }: IndexShown) => {
  const say = speak(language)
  const { record, inputs } = index.shown
  const weights = new Map(outcome.weights.map((one) => [one.key, one]))
  const names = new Map(inputs.indicators.map((one) => [one.key, one]))
  const rows = pillarsOf(record).flatMap((pillar) => [
    { cells: [<strong>{pillar.name[language]}</strong>, '', '', '', sayShare(weights.get(pillar.key)?.effective ?? null, language)] },
    ...leavesUnder(record, pillar.key).map((leaf) => {
      const one = names.get(leaf.indicator)
      return { cells: [
        one === undefined ? leaf.indicator : <a class="ds-link" href={toHref(language, indicatorPath(one.key))}>{one.name[language]}</a>,
        leaf.direction === 1 ? say.evidence_index_more() : say.evidence_index_less(), one?.period == null || outcome.without.includes(leaf.indicator) ? say.evidence_note_no_figures() : sayPeriod(one.period, language),
        one === undefined ? '–' : one.unit.label[language], sayShare(weights.get(leaf.indicator)?.effective ?? null, language),
      ] }
    }),
  ])
  return (
    <Section id="framework" title={say.evidence_index_framework()}>
      <p>{say.evidence_index_framework_says()}</p>
      <Table
        language={language} id="tree" caption={say.evidence_index_framework()} captionIs="hidden" phone="stack" rows={rows}
        columns={[{ name: say.evidence_index_tree_col() }, { name: say.evidence_index_direction() }, { name: say.evidence_col_period() }, { name: say.evidence_figure_unit() }, { name: say.evidence_index_effective(), kind: 'number' }]}
      />
    </Section>
  )
}

const signs: Readonly<Record<CellKind, string>> = { missing: '–', observed: '●', imputed: '○', treated: '◐', excluded: '×', carried: '◌' }
const sayCell = (kind: CellKind, language: Language): string => {
  const say = speak(language)
  return { missing: say.evidence_coverage_missing, observed: say.evidence_cell_observed, imputed: say.evidence_cell_imputed, treated: say.evidence_cell_treated, excluded: say.evidence_cell_excluded, carried: say.evidence_coverage_carried }[kind]()
}
const Coverage = ({ language, index, outcome, home }: IndexShown) => {
  const say = speak(language)
  const { inputs } = index.shown
  const names = new Map(inputs.indicators.map((one) => [one.key, one.shortName[language]]))
  const all = outcome.cells.flat()
  const present = all.filter((state) => state !== cellKinds.indexOf('missing')).length
  return (
    <Section id="coverage" title={say.evidence_index_coverage()}>
      <p>{say.evidence_index_coverage_says({ present: sayNumber(present, language, 0), of: sayNumber(all.length, language, 0) })}{outcome.without.length === 0 ? '' : ` ${say.evidence_index_coverage_without({ count: outcome.without.length })}`}</p>
      <p class="p-note">{cellKinds.map((kind) => `${signs[kind]} ${sayCell(kind, language)}`).join(' · ')}</p>
      <Details summary={say.evidence_index_coverage_table()}>
        <Table
          language={language} id="coverage-table" caption={say.evidence_index_coverage()} captionIs="hidden"
          columns={[{ name: say.evidence_col_region() }, ...outcome.keys.map((key) => ({ name: names.get(key) ?? key }))]}
          rows={inputs.regions.map((region, row) => ({ own: region.code === home, cells: [region.name[language], ...outcome.keys.map((_, column) => {
            const kind = cellKinds[outcome.cells[row]?.[column] ?? 0] ?? 'missing'
            return <>{signs[kind]}{kind === 'observed' ? null : <span class="p-hidden-text"> {sayCell(kind, language)}</span>}</>
          })] }))}
        />
      </Details>
    </Section>
  )
}

const Changed = ({ language, index, outcome }: IndexShown) => {
  const say = speak(language)
  const { inputs } = index.shown
  const indicatorOf = (key: string) => inputs.indicators.find((one) => one.key === key)
  const regionOf = (code: string): string => inputs.regions.find((one) => one.code === code)?.name[language] ?? code
  const value = (key: string, number: number): string => sayNumber(number, language, indicatorOf(key)?.decimals ?? 1)
  const how: Readonly<Record<string, () => string>> = { latest: say.evidence_fill_latest, mean: say.evidence_impute_mean, median: say.evidence_impute_median, 'row-mean': say.evidence_impute_row_mean }
  return (
    <>
      <Section id="filled" title={say.evidence_index_filled()}>
        {outcome.filled.length === 0 ? <p>{say.evidence_index_filled_none()}</p> : (
          <Table
            language={language} id="filled-table" caption={say.evidence_index_filled()} captionIs="hidden" phone="stack"
            columns={[{ name: say.evidence_col_region() }, { name: say.evidence_col_indicator() }, { name: say.evidence_col_value(), kind: 'number' }, { name: say.evidence_index_filled_how() }]}
            rows={outcome.filled.map((one) => ({ cells: [regionOf(one.region), indicatorOf(one.indicator)?.shortName[language] ?? one.indicator, value(one.indicator, one.value), `${(how[one.how] ?? say.evidence_impute_none)()}${one.period === null ? '' : ` (${one.period})`}`] }))}
          />
        )}
      </Section>
      <Section id="treated" title={say.evidence_index_treated()}>
        {outcome.treated.length === 0 ? <p>{say.evidence_index_treated_none()}</p> : (
          <Table
            language={language} id="treated-table" caption={say.evidence_index_treated()} captionIs="hidden" phone="stack"
            columns={[{ name: say.evidence_col_region() }, { name: say.evidence_col_indicator() }, { name: say.evidence_index_before(), kind: 'number' }, { name: say.evidence_index_after(), kind: 'number' }]}
            rows={outcome.treated.map((one) => ({ cells: [regionOf(one.region), indicatorOf(one.indicator)?.shortName[language] ?? one.indicator, value(one.indicator, one.before), value(one.indicator, one.after)] }))}
          />
        )}
        <Details summary={say.evidence_index_shapes()}>
          <Table
            language={language} id="shapes-table" caption={say.evidence_index_shapes()} captionIs="hidden" phone="stack"
            columns={[{ name: say.evidence_col_indicator() }, { name: say.evidence_index_skewness(), kind: 'number' }, { name: say.evidence_index_kurtosis(), kind: 'number' }, { name: say.evidence_index_done() }, { name: say.evidence_index_flags() }]}
            rows={outcome.indicators.map((one) => ({ cells: [
              indicatorOf(one.key)?.shortName[language] ?? one.key, sayTwo(one.before?.skewness ?? null, one.after?.skewness ?? null, language), sayTwo(one.before?.kurtosis ?? null, one.after?.kurtosis ?? null, language), sayTreatment(one, language),
              one.flags.map((flag) => sayFlag(flag, language)).join(', ') || '–',
            ] }))}
          />
        </Details>
      </Section>
    </>
  )
}
const sayTwo = (before: number | null, after: number | null, language: Language): string => (before === null ? '–' : after === null || after === before ? sayNumber(before, language, 1) : `${sayNumber(before, language, 1)} ➝ ${sayNumber(after, language, 1)}`)
const sayTreatment = (one: IndicatorOutcome, language: Language): string => {
  const say = speak(language)
  return { none: say.evidence_treated_none, untouched: say.evidence_treated_untouched, winsorised: say.evidence_treated_winsorised, transformed: say.evidence_treated_transformed, untestable: say.evidence_treated_untestable }[one.treatment]()
}
const sayFlag = (flag: IndicatorOutcome['flags'][number], language: Language): string => {
  const say = speak(language)
  return { 'little-data': say.evidence_flag_little_data, 'many-zeros': say.evidence_flag_many_zeros, 'few-distinct': say.evidence_flag_few_distinct, skewed: say.evidence_flag_skewed, constant: say.evidence_flag_constant, 'follows-size': say.evidence_flag_follows_size }[flag]()
}

const Together = ({ language, index, outcome }: IndexShown) => {
  const say = speak(language)
  const { inputs, record } = index.shown
  const nameOf = (key: string): string => inputs.indicators.find((one) => one.key === key)?.shortName[language] ?? key
  const { r, flags, withParent } = outcome.correlations
  return (
    <Section id="together" title={say.evidence_index_together()}>
      <p>{say.evidence_index_together_says()}</p>
      {flags.length === 0 ? <p>{say.evidence_index_together_fine()}</p> : (
        <ul class="ds-list">{flags.map((one) => {
          const words = { first: nameOf(one.first), second: nameOf(one.second), r: sayR(one.value, language) }
          return <li>{one.flag === 'redundant' ? say.evidence_index_redundant(words) : say.evidence_index_conflict(words)}</li>
        })}</ul>
      )}
      <Table
        language={language} id="alpha-table" caption={say.evidence_index_alpha()} phone="compact"
        columns={[{ name: say.evidence_index_part() }, { name: say.evidence_index_alpha_col(), kind: 'number' }, { name: say.evidence_index_complete(), kind: 'number' }]}
        rows={outcome.alpha.map((one) => ({ cells: [nameOfNode(record, one.group, language), sayR(one.value, language), sayNumber(one.n, language, 0)] }))}
      />
      <Table
        language={language} id="parent-table" caption={say.evidence_index_with_parent()} phone="compact"
        columns={[{ name: say.evidence_col_indicator() }, { name: say.evidence_index_correlation(), kind: 'number' }, { name: say.evidence_index_part() }]}
        rows={withParent.map((one) => ({ cells: [nameOf(one.key), sayR(one.r, language), nameOfNode(record, one.parent, language)] }))}
      />
      <Details summary={say.evidence_index_correlations()}>
        <Table
          language={language} id="correlation-table" caption={say.evidence_index_correlations()} captionIs="hidden"
          columns={[{ name: say.evidence_col_indicator() }, ...outcome.keys.map((key) => ({ name: nameOf(key), kind: 'number' as const }))]}
          rows={outcome.keys.map((key, row) => ({ cells: [nameOf(key), ...outcome.keys.map((_, column) => sayR(r[row]?.[column] ?? null, language))] }))}
        />
      </Details>
    </Section>
  )
}

const Diagnosed = ({ language, index, outcome }: IndexShown) => {
  const say = speak(language)
  const { record, inputs } = index.shown
  const { diagnosis } = outcome
  if (diagnosis === undefined || (diagnosis.components === null && diagnosis.pillars === null)) return null
  const [first] = diagnosis.components?.explained ?? []
  return (
    <Section id="diagnosis" title={say.evidence_index_diagnosis()}>
      {diagnosis.components === null || first === undefined ? null : <p>{say.evidence_index_components({ count: diagnosis.components.dimensions, share: sayNumber(first * 100, language, 0) })}</p>}
      {diagnosis.pillars === null ? null : (
        <>
          <p>{say.evidence_index_real_says()}</p>
          <Table
            language={language} id="real-table" caption={say.evidence_index_diagnosis()} captionIs="hidden" phone="stack"
            columns={[{ name: say.evidence_index_pillar() }, { name: say.evidence_index_stated(), kind: 'number' }, { name: say.evidence_index_real(), kind: 'number' }, { name: say.evidence_index_balanced(), kind: 'number' }]}
            rows={diagnosis.pillars.map((one) => ({ cells: [nameOfNode(record, one.key, language), sayShare(one.stated, language), sayShare(one.real, language), sayShare(one.balanced, language)] }))}
          />
        </>
      )}
      {diagnosis.pcaWeights === null ? null : (
        <Details summary={say.evidence_index_pca()}>
          <Table
            language={language} id="pca-table" caption={say.evidence_index_pca()} captionIs="hidden" phone="compact"
            columns={[{ name: say.evidence_col_indicator() }, { name: say.evidence_index_weight(), kind: 'number' }]}
            rows={diagnosis.pcaWeights.map((one) => ({ cells: [inputs.indicators.find((each) => each.key === one.key)?.shortName[language] ?? one.key, sayShare(one.weight, language)] }))}
          />
        </Details>
      )}
    </Section>
  )
}

const Without = ({ language, index, outcome }: IndexShown) => {
  const say = speak(language)
  const { inputs, record } = index.shown
  const nameOf = (key: string): string => inputs.indicators.find((one) => one.key === key)?.shortName[language] ?? nameOfNode(record, key, language)
  return (
    <Section id="without" title={say.evidence_index_without()}>
      <p>{say.evidence_index_without_says()}</p>
      <Table
        language={language} id="without-table" caption={say.evidence_index_without()} captionIs="hidden" phone="stack"
        columns={[{ name: say.evidence_index_without_col() }, { name: say.evidence_index_shift(), kind: 'number' }, { name: say.evidence_index_most_moved() }]}
        rows={outcome.leaveOneOut.map((one) => ({ cells: [
          one.kind === 'group' ? <strong>{nameOf(one.key)}</strong> : nameOf(one.key), one.shift === null ? '–' : sayNumber(one.shift, language, 1),
          one.largest === null ? say.evidence_index_nobody_moves() : say.evidence_index_moves({ region: inputs.regions.find((region) => region.code === one.largest?.region)?.name[language] ?? '', from: String(one.largest.from), to: String(one.largest.to) }),
        ] }))}
      />
    </Section>
  )
}

const sayFactor = (name: string, language: Language): string => {
  const say = speak(language)
  const names: Readonly<Record<FactorName, () => string>> = { treatment: say.evidence_factor_treatment, normalisation: say.evidence_factor_normalisation, weights: say.evidence_factor_weights, aggregation: say.evidence_factor_aggregation, leaveOneOut: say.evidence_factor_leave_one_out, imputation: say.evidence_factor_imputation }
  return (names[name as FactorName] ?? (() => name))()
}
const WhichDecision = ({ language, intervals }: IndexShown) => {
  const say = speak(language)
  return (
    <Section id="decisions" title={say.evidence_index_decisions()}>
      {intervals === null ? <p>{say.evidence_index_no_intervals()}</p> : (
        <>
          <p>{say.evidence_index_decisions_says()}</p>
          <Table
            language={language} id="decision-table" caption={say.evidence_index_decisions()} captionIs="hidden" phone="compact"
            columns={[{ name: say.evidence_index_decision() }, { name: say.evidence_index_total(), kind: 'number' }, { name: say.evidence_index_first(), kind: 'number' }]}
            rows={intervals.factors.toSorted((a, b) => (b.total ?? -1) - (a.total ?? -1)).map((one) => ({ cells: [sayFactor(one.name, language), sayShare(one.total === null ? null : Math.max(0, one.total), language), sayShare(one.first === null ? null : Math.max(0, one.first), language)] }))}
          />
        </>
      )}
    </Section>
  )
}
