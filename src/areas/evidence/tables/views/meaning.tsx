// What the numbers mean: where the table is from, and for each of its series the indicator it is.
import type { Asked, Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { directions, domains, type Indicator } from '#areas/evidence/indicators/rules.ts'
import { domainName } from '#areas/evidence/indicators/views/wording.ts'
import { toHref } from '#ui/address.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Fieldset } from '#ui/parts/fieldset.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading } from '#ui/parts/layout.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { type aboutFields, fieldOf, licences, meaningKinds, measures, scales, type SeriesField } from '../rules/meaning.ts'
import type { About, Draft, TableRead, TableSeries } from '../rules.ts'
import { draftPath, tablesPath } from '../rules.ts'
import { TableSteps } from './list.tsx'
import { shorten } from '../rules/wording.ts'

export type MeaningShown = { readonly language: Language; readonly draft: Draft; readonly read: TableRead; readonly about: About; readonly existing: readonly Indicator[]; readonly asked: Asked }

export const meaningScreen = (shown: MeaningShown): Screen => {
  const { language, draft, read, about, asked } = shown
  const say = speak(language)
  const { problems } = asked
  const face = (name: (typeof aboutFields)[number], label: string, help?: string) => ({ language, name, label, help, value: about[name] ?? '', error: errorOf({ problems, field: name, language }) })
  return {
    kind: 'screen', title: say.evidence_table_meaning_title(), says: say.evidence_table_meaning_lead(), crumbs: [{ name: say.evidence_tables_title(), path: tablesPath }],
    body: (
      <>
        <PageHeading kicker={draft.fileName} title={say.evidence_table_meaning_title()} lead={say.evidence_table_meaning_lead()} />
        <TableSteps language={language} id={draft.id} current={2} />
        <ErrorSummary language={language} problems={problems} />
        <Form action={toHref(language, draftPath(draft.id, 'meaning'))}>
          <Fieldset legend={say.evidence_table_about()}>
            <TextField {...face('title_bg', say.evidence_table_title_bg())} />
            <TextField {...face('title_en', say.evidence_table_title_en())} />
            <TextField {...face('publisher', say.evidence_table_publisher(), say.evidence_table_publisher_help())} />
            <TextField {...face('address', say.evidence_table_address())} kind="url" optional />
            <TextField {...face('as_of', say.evidence_table_as_of(), say.evidence_table_as_of_help())} width="short" />
            <Select {...face('licence', say.evidence_table_licence())} options={licences.map((licence) => ({ value: licence.id, name: licence.name[language] }))} />
          </Fieldset>
          {read.series.map((series) => <SeriesQuestions {...shown} series={series} />)}
          <Buttons>
            <Button>{say.evidence_table_meaning_button()}</Button>
            <ButtonLink look="quiet" href={toHref(language, draftPath(draft.id, 'columns'))}>{say.evidence_table_back_columns()}</ButtonLink>
          </Buttons>
        </Form>
      </>
    ),
  }
}

const SeriesQuestions = ({ language, about, existing, asked, series }: MeaningShown & { readonly series: TableSeries }) => {
  const say = speak(language)
  const face = (field: SeriesField, label: string, help?: string) => {
    const name = fieldOf(field, series.code)
    return { language, name, label, help, value: about[name] ?? '', error: errorOf({ problems: asked.problems, field: name, language }) }
  }
  const kindWords = { new: say.evidence_table_kind_new, existing: say.evidence_table_kind_existing, none: say.evidence_table_kind_none }
  const measureWords = { rate: say.evidence_measured_rate, count: say.evidence_measured_count, amount: say.evidence_measured_amount, other: say.evidence_measured_other }
  const directionWords = { more: say.evidence_direction_more, less: say.evidence_direction_less, neither: say.evidence_direction_neither }
  const scaleWords = { 1: say.evidence_table_scale_1, 1000: say.evidence_table_scale_1000, 1000000: say.evidence_table_scale_1000000 } as const
  return (
    <Fieldset legend={say.evidence_table_series_legend({ name: series.name === '' ? say.evidence_table_series_all() : shorten(series.name, 80), values: saySeries(series, language) })}>
      <Radios {...face('kind', say.evidence_table_kind())} choices={meaningKinds.map((kind) => ({ value: kind, name: kindWords[kind]() }))} />
      <Select
        {...face('key', say.evidence_table_key(), say.evidence_table_key_help())} optional blank={say.evidence_table_key_blank()} options={[]}
        groups={domains.map((domain) => ({ name: domainName(domain, language), options: existing.filter((indicator) => indicator.domain === domain).map((indicator) => ({ value: indicator.key, name: `${indicator.name[language]} (${indicator.unit.label[language]})` })) })).filter((group) => group.options.length > 0)}
      />
      <Fieldset legend={say.evidence_table_new_fields()}>
        <TextField {...face('name_bg', say.evidence_table_name_bg())} />
        <TextField {...face('name_en', say.evidence_table_name_en())} />
        <TextField {...face('unit_bg', say.evidence_table_unit_bg())} width="half" />
        <TextField {...face('unit_en', say.evidence_table_unit_en())} width="half" />
        <Select {...face('measures', say.evidence_table_measures())} options={measures.map((one) => ({ value: one, name: measureWords[one]() }))} />
        <Select {...face('scale', say.evidence_table_scale())} options={scales.map((one) => ({ value: one, name: scaleWords[one]() }))} />
        <Select {...face('currency', say.evidence_table_currency())} optional blank={say.evidence_table_currency_none()} options={[{ value: 'EUR', name: say.evidence_table_currency_eur() }, { value: 'BGN', name: say.evidence_table_currency_bgn() }]} />
        <Select {...face('direction', say.evidence_table_direction())} options={directions.map((one) => ({ value: one, name: directionWords[one]() }))} />
        <Select {...face('domain', say.evidence_table_domain())} options={domains.map((domain) => ({ value: domain, name: domainName(domain, language) }))} />
      </Fieldset>
    </Fieldset>
  )
}
export const saySeries = (series: TableSeries, language: Language): string => {
  const say = speak(language)
  const count = say.evidence_table_series_values({ count: series.observations })
  if (series.low === null || series.high === null) return count
  return `${count}, ${say.evidence_table_series_range({ low: sayNumber(series.low, language, series.decimals), high: sayNumber(series.high, language, series.decimals) })}`
}
