// The form by which an analyst defines or changes an indicator, without code. One column; what was typed stays.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { levels } from '#kernel/region.ts'
import type { Problem } from '#kernel/result.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Checkbox, Radios } from '#ui/parts/choices.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Fieldset } from '#ui/parts/fieldset.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading } from '#ui/parts/layout.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { definitionKinds, type IndicatorField, type IndicatorValues, measured } from '../forms.ts'
import { directions, domains, indicatorPath } from '../rules.ts'
import { domainName } from './wording.ts'

type DefinitionShown = {
  readonly language: Language
  readonly values: IndicatorValues
  readonly problems: readonly Problem[]
  /** null for a new one */
  readonly key: string | null
}

export const definitionScreen = (shown: DefinitionShown): Screen => {
  const { language, values, problems, key } = shown
  const say = speak(language)
  const title = key === null ? say.evidence_define_new() : say.evidence_define_change({ name: values.name_bg === '' ? key : values[`name_${language}`] })
  const face = (name: IndicatorField, label: string, help?: string) => ({ language, name, label, help, value: values[name], error: errorOf({ problems, field: name, language }) })
  return {
    kind: 'screen', title, says: say.evidence_define_lead(),
    crumbs: [{ name: say.evidence_indicators_title(), path: '/evidence/indicators' }],
    body: (
      <>
        <PageHeading title={title} lead={say.evidence_define_lead()} />
        <ErrorSummary language={language} problems={problems} />
        <Form action={toHref(language, key === null ? '/evidence/indicators/new' : `${indicatorPath(key)}/change`)} {...(key === null ? {} : { hidden: [{ name: 'key', value: key }] })}>
          <Fieldset legend={say.evidence_define_what()}>
            {key === null ? <TextField {...face('key', say.evidence_define_key(), say.evidence_define_key_help())} width="half" /> : null}
            <Select {...face('domain', say.evidence_define_domain())} options={domains.map((domain) => ({ value: domain, name: domainName(domain, language) }))} />
            <TextField {...face('name_bg', say.evidence_define_name_bg())} />
            <TextField {...face('name_en', say.evidence_define_name_en())} />
            <TextField {...face('short_bg', say.evidence_define_short_bg(), say.evidence_define_short_help())} />
            <TextField {...face('short_en', say.evidence_define_short_en())} />
            <Textarea {...face('definition_bg', say.evidence_define_definition_bg(), say.evidence_define_definition_help())} limit={2000} />
            <Textarea {...face('definition_en', say.evidence_define_definition_en())} limit={2000} />
          </Fieldset>
          <Fieldset legend={say.evidence_define_measure()}>
            <TextField {...face('unit_bg', say.evidence_define_unit_bg())} width="half" />
            <TextField {...face('unit_en', say.evidence_define_unit_en())} width="half" />
            <Checkbox {...face('percent', say.evidence_define_percent(), say.evidence_define_percent_help())} optional />
            <TextField {...face('scale', say.evidence_define_scale(), say.evidence_define_scale_help())} width="short" />
            <Select {...face('currency', say.evidence_define_currency())} optional blank={say.evidence_define_currency_none()} options={[{ value: 'EUR', name: 'EUR' }, { value: 'BGN', name: 'BGN' }]} />
            <TextField {...face('decimals', say.evidence_define_decimals())} width="short" />
            <Radios {...face('direction', say.evidence_about_direction())} choices={directions.map((direction) => ({ value: direction, name: directionName(direction, language) }))} />
            <Select {...face('level', say.evidence_about_level())} options={levels.map((level) => ({ value: level, name: levelName(level, language) }))} />
          </Fieldset>
          <Fieldset legend={say.evidence_about_how()}>
            <Radios {...face('kind', say.evidence_define_kind())} choices={definitionKinds.map((kind) => ({ value: kind, name: kindName(kind, language) }))} />
            <TextField {...face('dataset', say.evidence_define_dataset(), say.evidence_define_dataset_help())} width="half" optional />
            <Textarea {...face('filter', say.evidence_define_filter(), say.evidence_define_filter_help())} rows={4} optional />
            <Radios {...face('measures', say.evidence_define_measures())} choices={measured.map((one) => ({ value: one, name: measuredName(one, language) }))} />
            <Select {...face('stored_currency', say.evidence_define_stored(), say.evidence_define_stored_help())} optional blank={say.evidence_define_stored_same()} options={[{ value: 'BGN', name: 'BGN' }]} />
            <TextField {...face('over', say.evidence_define_over(), say.evidence_define_ratio_help())} width="half" optional />
            <TextField {...face('under', say.evidence_define_under())} width="half" optional />
            <TextField {...face('times', say.evidence_define_times())} width="short" optional />
            <TextField {...face('of', say.evidence_define_of(), say.evidence_define_of_help())} optional />
          </Fieldset>
          <Fieldset legend={say.evidence_about_caveats()}>
            <Textarea {...face('caveat_bg', say.evidence_define_caveat_bg(), say.evidence_define_caveat_help())} rows={3} optional />
            <Textarea {...face('caveat_en', say.evidence_define_caveat_en())} rows={3} optional />
            <TextField {...face('headline', say.evidence_define_headline(), say.evidence_define_headline_help())} width="short" optional />
          </Fieldset>
          <Textarea {...face('why', say.evidence_define_why(), say.evidence_define_why_help())} rows={3} />
          <Buttons>
            <Button>{key === null ? say.evidence_define_save_new() : say.evidence_define_save()}</Button>
            <ButtonLink look="quiet" href={toHref(language, key === null ? '/evidence/indicators' : indicatorPath(key))}>{say.evidence_define_cancel()}</ButtonLink>
          </Buttons>
        </Form>
      </>
    ),
  }
}

const directionName = (direction: (typeof directions)[number], language: Language): string => {
  const say = speak(language)
  return { more: say.evidence_direction_more, less: say.evidence_direction_less, neither: say.evidence_direction_neither }[direction]()
}
const levelName = (level: (typeof levels)[number], language: Language): string => {
  const say = speak(language)
  return { eu: say.kernel_level_eu, country: say.kernel_level_country, nuts1: say.kernel_level_nuts1, nuts2: say.kernel_level_nuts2, nuts3: say.kernel_level_nuts3, municipality: say.kernel_level_municipality }[level]()
}
const kindName = (kind: (typeof definitionKinds)[number], language: Language): string => {
  const say = speak(language)
  return { direct: say.evidence_kind_direct, ratio: say.evidence_kind_ratio, sum: say.evidence_kind_sum, difference: say.evidence_kind_difference, meanOfTwo: say.evidence_kind_mean }[kind]()
}
const measuredName = (one: (typeof measured)[number], language: Language): string => {
  const say = speak(language)
  return { rate: say.evidence_measured_rate, count: say.evidence_measured_count, amount: say.evidence_measured_amount, other: say.evidence_measured_other }[one]()
}
