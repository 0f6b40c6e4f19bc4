// The forms of counted indicators: a new one, a value, whose duty it is. What was typed stays when something is wrong.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import type { Period } from '#kernel/period.ts'
import type { Region } from '#kernel/region.ts'
import { speak } from '#kernel/speak.ts'
import { roleNames } from '#areas/people/roles/rules.ts'
import { directions, domains } from '#areas/evidence/indicators/rules.ts'
import { domainName } from '#areas/evidence/indicators/views/wording.ts'
import { measures } from '#areas/evidence/tables/rules/meaning.ts'
import { toHref } from '#ui/address.ts'
import { sayPeriod } from '#ui/charts/period-words.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Fieldset } from '#ui/parts/fieldset.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { NumberField } from '#ui/parts/number-field.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { Table } from '#ui/parts/table.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { blank, type NewField, typedNew } from '../forms.ts'
import type { Assignee, Count, Entry } from '../rules.ts'
import { countPath, countReasons, countsPath, dutyPath, enterPath, frequencies, newCountPath } from '../rules.ts'
import { crumbsOf, sayFrequency } from './counts.tsx'

type NewShown = { readonly language: Language; readonly people: readonly Assignee[]; readonly asked: Asked }
export const newCountScreen = ({ language, people, asked }: NewShown): Screen => {
  const say = speak(language)
  const values = typedNew(asked.typed) ?? blank
  const face = (name: NewField, label: string, help?: string) => ({ language, name, label, help, value: values[name], error: errorOf({ problems: asked.problems, field: name, language }) })
  const measureWords = { rate: say.evidence_measured_rate, count: say.evidence_measured_count, amount: say.evidence_measured_amount, other: say.evidence_measured_other }
  const directionWords = { more: say.evidence_direction_more, less: say.evidence_direction_less, neither: say.evidence_direction_neither }
  return {
    kind: 'screen', title: say.evidence_counts_new(), says: say.evidence_count_new_lead(), crumbs: [{ name: say.evidence_counts_title(), path: countsPath }],
    body: (
      <>
        <PageHeading title={say.evidence_counts_new()} lead={say.evidence_count_new_lead()} />
        <ErrorSummary language={language} problems={asked.problems} />
        <Form action={toHref(language, newCountPath)}>
          <Fieldset legend={say.evidence_count_new_what()}>
            <TextField {...face('name_bg', say.evidence_table_name_bg())} />
            <TextField {...face('name_en', say.evidence_table_name_en())} />
            <Textarea {...face('definition_bg', say.evidence_define_definition_bg(), say.evidence_define_definition_help())} rows={3} />
            <Textarea {...face('definition_en', say.evidence_define_definition_en())} rows={3} />
            <TextField {...face('unit_bg', say.evidence_table_unit_bg())} width="half" />
            <TextField {...face('unit_en', say.evidence_table_unit_en())} width="half" />
            <Select {...face('measures', say.evidence_table_measures())} options={measures.map((one) => ({ value: one, name: measureWords[one]() }))} />
            <NumberField {...face('decimals', say.evidence_define_decimals())} whole />
            <Select {...face('direction', say.evidence_table_direction())} options={directions.map((one) => ({ value: one, name: directionWords[one]() }))} />
            <Select {...face('domain', say.evidence_table_domain())} options={domains.map((domain) => ({ value: domain, name: domainName(domain, language) }))} />
          </Fieldset>
          <Fieldset legend={say.evidence_count_new_when()}>
            <Select {...face('level', say.evidence_count_new_level())} options={[{ value: 'nuts3', name: say.evidence_count_level_home() }, { value: 'municipality', name: say.evidence_count_level_municipality() }]} />
            <Select {...face('frequency', say.evidence_count_new_frequency())} options={frequencies.map((one) => ({ value: one, name: sayFrequency(one, language) }))} />
            <TextField {...face('first_period', say.evidence_count_new_first(), say.evidence_count_new_first_help())} width="short" />
            <NumberField {...face('days', say.evidence_count_new_days())} whole />
            <Select {...face('account', say.evidence_count_new_account())} optional blank={say.evidence_count_new_account_blank()} options={people.map((person) => ({ value: person.account, name: `${person.name}, ${roleNames[person.role][language]}` }))} />
          </Fieldset>
          <Buttons>
            <Button>{say.evidence_count_new_save()}</Button>
            <ButtonLink look="quiet" href={toHref(language, countsPath)}>{say.evidence_define_cancel()}</ButtonLink>
          </Buttons>
        </Form>
      </>
    ),
  }
}

export type EnterShown = {
  readonly language: Language
  readonly count: Count
  readonly regions: readonly Region[]
  /** every period that has ended, newest first */
  readonly ended: readonly Period[]
  readonly due: readonly Period[]
  readonly latest: readonly Entry[]
  readonly mayEnter: boolean
  readonly asked: Asked
}
export const enterScreen = (shown: EnterShown): Screen => {
  const { language, count, asked, mayEnter, ended } = shown
  const say = speak(language)
  const title = say.evidence_count_enter_title({ name: count.name[language] })
  return {
    kind: 'screen', title, says: say.evidence_count_enter_lead(), crumbs: crumbsOf(count, language), ...(mayEnter ? {} : { status: 403 }),
    body: (
      <>
        <PageHeading title={title} lead={mayEnter ? say.evidence_count_enter_lead() : say.evidence_count_not_yours()} />
        <ErrorSummary language={language} problems={asked.problems} />
        {!mayEnter ? null : ended.length === 0 ? <Notice language={language} tone="info"><p>{say.evidence_count_nothing_ended()}</p></Notice> : <EnterForm {...shown} />}
      </>
    ),
  }
}
const EnterForm = ({ language, count, regions, ended, due, latest, asked }: EnterShown) => {
  const say = speak(language)
  const { typed, problems } = asked
  const error = (field: string) => errorOf({ problems, field, language })
  const home = regions.at(-1)
  const first = due[0] ?? ended[0] ?? ''
  const reasonWords = { unknown: say.kernel_missing_unknown, confidential: say.kernel_missing_confidential, notApplicable: say.kernel_missing_not_applicable, noCases: say.kernel_missing_no_cases }
  const nameOf = (period: Period): string => {
    const words = sayPeriod(period, language)
    if (due.includes(period)) return say.evidence_count_period_due({ period: words })
    return regions.length === 1 && latest.some((entry) => entry.period === period) ? say.evidence_count_period_has({ period: words }) : words
  }
  return (
    <Form action={toHref(language, enterPath(count.key))} hidden={regions.length === 1 ? [{ name: 'region', value: home?.code ?? '' }] : []}>
      {regions.length === 1 ? null : <Select language={language} name="region" label={say.evidence_table_col_region()} value={typedOne(typed, 'region')} options={regions.map((region) => ({ value: region.code, name: region === home ? `${region.name[language]} (${say.evidence_count_level_home()})` : region.name[language] }))} error={error('region')} />}
      <Select language={language} name="period" label={say.evidence_count_period()} value={typedOne(typed, 'period') || first} options={ended.map((period) => ({ value: period, name: nameOf(period) }))} error={error('period')} />
      <NumberField language={language} name="value" label={say.evidence_count_value()} unit={count.unit[language]} value={typedOne(typed, 'value')} whole={count.limits.whole === 'yes'} error={error('value')} />
      <Select language={language} name="missing" label={say.evidence_count_missing()} optional blank={say.evidence_count_missing_blank()} value={typedOne(typed, 'missing')} options={countReasons.map((reason) => ({ value: reason, name: reasonWords[reason]() }))} error={error('missing')} />
      <TextField language={language} name="source" label={say.evidence_count_source()} help={say.evidence_count_source_help()} value={typedOne(typed, 'source')} error={error('source')} />
      <Textarea language={language} name="note" label={say.evidence_count_note()} help={say.evidence_count_note_help()} optional rows={3} value={typedOne(typed, 'note')} error={error('note')} />
      <Buttons>
        <Button>{say.evidence_count_save()}</Button>
        <ButtonLink look="quiet" href={toHref(language, countPath(count.key))}>{say.evidence_define_cancel()}</ButtonLink>
      </Buttons>
    </Form>
  )
}

type DutyShown = { readonly language: Language; readonly count: Count; readonly holders: readonly Assignee[]; readonly people: readonly Assignee[]; readonly asked: Asked }
export const dutyScreen = ({ language, count, holders, people, asked }: DutyShown): Screen => {
  const say = speak(language)
  const title = say.evidence_count_duty_title({ name: count.name[language] })
  const action = toHref(language, dutyPath(count.key))
  return {
    kind: 'screen', title, says: say.evidence_count_duty_lead(), crumbs: crumbsOf(count, language),
    body: (
      <>
        <PageHeading title={title} lead={say.evidence_count_duty_lead()} />
        <ErrorSummary language={language} problems={asked.problems} />
        <Section id="holders" title={say.evidence_count_duty_now()}>
          <Table
            language={language} id="holders-now" caption={say.evidence_count_duty_now()} captionIs="hidden" phone="stack" empty={say.evidence_count_duty_none()}
            columns={[{ name: say.evidence_count_duty_who() }, { name: say.evidence_count_duty_col_role() }, { name: say.evidence_counts_col_next() }]}
            rows={holders.map((person) => ({
              cells: [person.name, roleNames[person.role][language], <Form action={action} hidden={[{ name: 'account', value: person.account }, { name: 'act', value: 'end' }]}><Button look="secondary">{say.evidence_count_duty_end()}<span class="p-hidden-text"> {person.name}</span></Button></Form>],
            }))}
          />
        </Section>
        <Section id="give" title={say.evidence_count_duty_give()}>
          <Form action={action} hidden={[{ name: 'act', value: 'give' }]}>
            <Select language={language} name="account" label={say.evidence_count_duty_who()} blank={say.evidence_count_duty_choose()} value={typedOne(asked.typed, 'account')} options={people.map((person) => ({ value: person.account, name: `${person.name}, ${roleNames[person.role][language]}` }))} error={errorOf({ problems: asked.problems, field: 'account', language })} />
            <p><Button>{say.evidence_count_duty_give()}</Button></p>
          </Form>
        </Section>
      </>
    ),
  }
}
