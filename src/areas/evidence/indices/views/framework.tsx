// The framework as a form: title, pillars, indicators with their pillar, weight and direction, and every step. No script is needed; what was
// typed stays when something is wrong.
import { type Screen, type Typed, typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import type { Problem } from '#kernel/result.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, Buttons } from '#ui/parts/button.tsx'
import { Details } from '#ui/parts/details.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Fieldset } from '#ui/parts/fieldset.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Grid, PageHeading, Section } from '#ui/parts/layout.tsx'
import { NumberField } from '#ui/parts/number-field.tsx'
import { errorOf, toFieldId } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { Table } from '#ui/parts/table.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { levelName } from '#areas/evidence/indicators/views/choose-regions.tsx'
import { domainName } from '#areas/evidence/indicators/views/wording.ts'
import { type Domain, domains } from '#areas/evidence/indicators/rules.ts'
import { aggregations, imputations, indexLevels, normalisations } from '../forms.ts'
import { type Framework, indexPath, indicesPath } from '../rules.ts'

/** An indicator that may be chosen: how many of the regions have a value. */
export type Candidate = { readonly key: string; readonly name: string; readonly domain: Domain; readonly present: number; readonly of: number; readonly direction: 1 | -1 }
export type FrameworkShown = {
  readonly language: Language
  readonly kind: 'new' | 'change'
  readonly key: string
  readonly version: number
  readonly title: { readonly bg: string; readonly en: string }
  readonly framework: Framework
  readonly candidates: readonly Candidate[]
  readonly typed: Typed
  readonly problems: readonly Problem[]
}
const blankRows = 3

export const frameworkScreen = (shown: FrameworkShown): Screen => {
  const { language, kind, key, problems } = shown
  const say = speak(language)
  const title = kind === 'new' ? say.evidence_index_new() : say.evidence_index_change_title({ title: shown.title[language] })
  const path = kind === 'new' ? `${indicesPath}/new` : `${indexPath(key)}/change`
  const fields = fieldsOf(shown)
  return {
    kind: 'screen', title, says: say.evidence_index_change_lead(),
    crumbs: [{ name: say.evidence_profile_kicker(), path: '/evidence' }, { name: say.evidence_indices_title(), path: indicesPath }, ...(kind === 'new' ? [] : [{ name: shown.title[language], path: indexPath(key) }])],
    body: (
      <>
        <PageHeading kicker={say.evidence_indices_title()} title={title} lead={say.evidence_index_change_lead()} />
        <ErrorSummary language={language} problems={problems} />
        <Form action={toHref(language, path)} hidden={[{ name: 'version', value: String(shown.version) }]}>
          <Grid>
            <TextField {...fields.field('title_bg', say.evidence_index_title_bg(), shown.title.bg)} maxLength={200} />
            <TextField {...fields.field('title_en', say.evidence_index_title_en(), shown.title.en)} maxLength={200} />
          </Grid>
          {kind === 'change' ? null : (
            <>
              <TextField {...fields.field('key', say.evidence_index_key(), '')} help={say.evidence_index_key_help()} width="half" />
              <Select {...fields.field('level', say.evidence_index_level(), shown.framework.level)} options={indexLevels.map((level) => ({ value: level, name: levelName(level, language) }))} />
            </>
          )}
          <Textarea {...fields.field('regions', say.evidence_index_regions(), kind === 'new' ? '' : shown.framework.regions.join(', '))} help={say.evidence_index_regions_help()} rows={2} optional={true} />
          <Pillars {...shown} fields={fields} />
          <Indicators {...shown} fields={fields} />
          <Steps {...shown} fields={fields} />
          <Textarea {...fields.field('why', say.evidence_analysis_why(), '')} help={say.evidence_index_why_help()} rows={2} optional={true} />
          <Buttons><Button look="primary">{say.evidence_index_save()}</Button></Buttons>
        </Form>
      </>
    ),
  }
}

type Fields = { readonly was: (name: string, stored: string) => string; readonly field: (name: string, label: string, stored: string) => { readonly language: Language; readonly name: string; readonly label: string; readonly value: string; readonly error?: string } }
const fieldsOf = ({ language, typed, problems }: FrameworkShown): Fields => {
  const isTyped = Object.keys(typed.text).length > 0
  const was = (name: string, stored: string): string => (isTyped ? typedOne(typed, name) : stored)
  return { was, field: (name, label, stored) => { const error = errorOf({ problems, field: name, language }); return { language, name, label, value: was(name, stored), ...(error === undefined ? {} : { error }) } } }
}

/** Own rows, then blank ones. The pillar of a blank row is named `row-N` until it is saved. */
const rowsOf = ({ framework, language }: FrameworkShown): readonly { readonly at: number; readonly key: string; readonly name: { readonly bg: string; readonly en: string }; readonly parent: string; readonly weight: string; readonly label: string }[] => {
  const say = speak(language)
  const groups = framework.groups.filter((group) => group.parent !== null)
  return [
    ...groups.map((group, at) => ({ at, key: group.key, name: group.name, parent: group.parent ?? 'index', weight: String(group.weight), label: group.name[language] })),
    ...Array.from({ length: blankRows }, (_, more) => ({ at: groups.length + more, key: '', name: { bg: '', en: '' }, parent: 'index', weight: '1', label: say.evidence_index_new_pillar({ number: String(more + 1) }) })),
  ]
}
const Pillars = (shown: FrameworkShown & { readonly fields: Fields }) => {
  const { language, fields } = shown
  const say = speak(language)
  const rows = rowsOf(shown)
  return (
    <Section id="pillars" title={say.evidence_index_pillars()}>
      <p>{say.evidence_index_pillars_says()}</p>
      {rows.map((row) => (
        <Fieldset legend={row.label}>
          {row.key === '' ? null : <input type="hidden" name={`group_${row.at}_key`} value={row.key} />}
          <Grid least="narrow">
            <TextField {...fields.field(`group_${row.at}_bg`, say.evidence_index_name_bg(), row.name.bg)} optional={row.key === ''} maxLength={120} />
            <TextField {...fields.field(`group_${row.at}_en`, say.evidence_index_name_en(), row.name.en)} optional={row.key === ''} maxLength={120} />
            <NumberField {...fields.field(`group_${row.at}_weight`, say.evidence_index_weight(), row.weight)} />
            <Select {...fields.field(`group_${row.at}_parent`, say.evidence_index_part_of(), row.parent)} options={[{ value: 'index', name: say.evidence_index_whole() }, ...rows.filter((other) => other.key !== '' && other.key !== row.key).map((other) => ({ value: other.key, name: other.label }))]} />
          </Grid>
        </Fieldset>
      ))}
    </Section>
  )
}

/** One row per indicator: not in the index, or in which pillar, how heavy, and which side is better. */
const Indicators = (shown: FrameworkShown & { readonly fields: Fields }) => {
  const { language, framework, candidates, fields, problems } = shown
  const say = speak(language)
  const pillars = rowsOf(shown).map((row) => ({ value: row.key === '' ? `row-${row.at}` : row.key, name: row.label }))
  const leafOf = (key: string) => framework.indicators.find((leaf) => leaf.indicator === key)
  return (
    <Section id="indicators" title={say.evidence_indicators_title()}>
      <p>{say.evidence_index_indicators_says()}</p>
      {domains.flatMap((domain) => {
        const of = candidates.filter((one) => one.domain === domain)
        const chosen = of.filter((one) => fields.was(`in.${one.key}`, leafOf(one.key)?.parent ?? '') !== '').length
        return of.length === 0 ? [] : [(
          <Details summary={say.evidence_index_domain_chosen({ domain: domainName(domain, language), chosen: String(chosen), of: String(of.length) })} starts={chosen > 0 || of.some((one) => problems.some((problem) => problem.field.endsWith(one.key))) ? 'open' : 'closed'}>
            <Table
              language={language} id={`choose-${domain}`} caption={domainName(domain, language)} captionIs="hidden" phone="stack"
              columns={[{ name: say.evidence_col_indicator() }, { name: say.evidence_index_pillar() }, { name: say.evidence_index_weight() }, { name: say.evidence_index_better() }]}
              rows={of.map((one) => {
                const leaf = leafOf(one.key)
                const label = (words: string): string => `${one.name}: ${words}`
                return { cells: [
                  <>{one.name} <span class="p-note">{`${one.present}\u00a0/\u00a0${one.of}`}</span></>,
                  <Bare name={`in.${one.key}`} label={label(say.evidence_index_pillar())} value={fields.was(`in.${one.key}`, leaf?.parent ?? '')} options={[{ value: '', name: say.evidence_index_not_in() }, ...pillars]} />,
                  <input class="ds-input p-numbers" type="text" inputmode="decimal" size={4} id={toFieldId(`weight.${one.key}`)} name={`weight.${one.key}`} aria-label={label(say.evidence_index_weight())} value={fields.was(`weight.${one.key}`, String(leaf?.weight ?? 1))} autocomplete="off" />,
                  <Bare name={`direction.${one.key}`} label={label(say.evidence_index_better())} value={fields.was(`direction.${one.key}`, String(leaf?.direction ?? one.direction))} options={[{ value: '1', name: say.evidence_index_better_more() }, { value: '-1', name: say.evidence_index_better_less() }]} />,
                ] }
              })}
            />
          </Details>
        )]
      })}
    </Section>
  )
}
/** A choice whose label is the row and the column it stands in. */
const Bare = ({ name, label, value, options }: { readonly name: string; readonly label: string; readonly value: string; readonly options: readonly { readonly value: string; readonly name: string }[] }) => (
  <select class="ds-input" id={toFieldId(name)} name={name} aria-label={label} data-width="auto">
    {options.map((option) => <option value={option.value} selected={option.value === value}>{option.name}</option>)}
  </select>
)

const Steps = ({ language, framework, fields }: FrameworkShown & { readonly fields: Fields }) => {
  const say = speak(language)
  const { steps } = framework
  const percent = (share: number): string => String(Math.round(share * 1000) / 10)
  const means = aggregations.map((value) => ({ value, name: { arithmetic: say.evidence_mean_arithmetic, geometric: say.evidence_mean_geometric, harmonic: say.evidence_mean_harmonic, median: say.evidence_mean_median, 'mazziotta-pareto': say.evidence_mean_mazziotta_pareto, copeland: say.evidence_mean_copeland }[value]() }))
  return (
    <Section id="steps" title={say.evidence_index_steps()}>
      <p>{say.evidence_index_steps_says()}</p>
      <Grid>
        <NumberField {...fields.field('carry', say.evidence_step_carry(), String(framework.carryYears))} help={say.evidence_step_carry_help()} whole={true} />
        <Select {...fields.field('imputation', say.evidence_step_imputation(), steps.imputation.kind)} options={imputations.map((value) => ({ value, name: { none: say.evidence_impute_none, median: say.evidence_impute_median, mean: say.evidence_impute_mean, 'row-mean': say.evidence_impute_row_mean }[value]() }))} />
        <NumberField {...fields.field('least_region', say.evidence_step_least_region(), percent(steps.screening.leastPresent))} unit="%" />
        <NumberField {...fields.field('least_group', say.evidence_step_least_group(), percent(steps.leastShare))} unit="%" />
        <Select {...fields.field('treatment', say.evidence_step_treatment(), steps.treatment === null ? 'none' : 'rule')} options={[{ value: 'rule', name: say.evidence_step_treatment_rule() }, { value: 'none', name: say.evidence_step_treatment_none() }]} />
        <NumberField {...fields.field('winmax', say.evidence_step_winmax(), String(steps.treatment?.winmax ?? 5))} whole={true} />
        <Select {...fields.field('normalisation', say.evidence_step_normalisation(), steps.normalisation.kind)} options={normalisations.map((value) => ({ value, name: { 'min-max': say.evidence_scale_min_max, 'z-score': say.evidence_scale_z_score, rank: say.evidence_scale_rank, 'percentile-rank': say.evidence_scale_percentile }[value]() }))} />
        <Select {...fields.field('weighting', say.evidence_step_weighting(), steps.weighting)} options={[{ value: 'stated', name: say.evidence_step_weighting_stated() }, { value: 'equal', name: say.evidence_variant_equal() }]} />
        <Select {...fields.field('inside', say.evidence_step_inside(), steps.aggregation[0]?.kind ?? 'arithmetic')} options={means} />
        <Select {...fields.field('above', say.evidence_step_above(), steps.aggregation.at(-1)?.kind ?? 'geometric')} options={means} />
        <NumberField {...fields.field('runs', say.evidence_step_runs(), String(framework.runs))} whole={true} />
        <NumberField {...fields.field('seed', say.evidence_step_seed(), String(framework.seed))} whole={true} />
      </Grid>
    </Section>
  )
}
