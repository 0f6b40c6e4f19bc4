// The form of a consultation's fields, and the form that publishes a mended draft.
import { typedOne, type Asked, type Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, Buttons, ButtonLink } from '#ui/parts/button.tsx'
import { DateField } from '#ui/parts/date-field.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Fieldset } from '#ui/parts/fieldset.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { textChangesPath, textPath, type Text } from '#areas/participation/texts/rules.ts'
import { fromFields } from '../forms.ts'
import { actTypes, consultationPath, consultationsPath, fieldsPath, levelNames, levels, newDraftPath, type Consultation } from '../rules.ts'
import { crumbsTo } from './draft.tsx'
import { langOf } from './say.ts'

type Shown = { readonly language: Language; readonly asked: Asked; readonly text: Text; readonly consultation: Consultation | null; readonly institution: string; readonly contacts: string }
export const fieldsScreen = ({ language, asked, text, consultation, institution, contacts }: Shown): Screen => {
  const say = speak(language), title = consultation === null ? say.participation_consultation_new() : say.participation_consultation_change()
  const saved: Readonly<Record<string, string>> = consultation === null ? { title_bg: text.title.bg, title_en: text.title.en, institution, contacts, level: 'municipal', act_type: 'Ненормативен акт', ways_bg: speak('bg').participation_ways_default(), ways_en: speak('en').participation_ways_default() } : fromFields(consultation)
  const isAgain = asked.problems.length > 0
  const field = (name: string) => ({ language, name, value: isAgain ? typedOne(asked.typed, name) : (saved[name] ?? ''), error: errorOf({ problems: asked.problems, field: name, language }) })
  const acts = [...new Set(levels.flatMap((level) => actTypes[level]))]
  const pair = (name: string, label: string, rows: number) => (
    <>
      <Textarea rows={rows} {...(name === 'short_term_reason' || name === 'says' ? { optional: true } : {})} label={say.participation_field_in({ field: label, language: say.people_in_bulgarian() })} {...field(`${name}_bg`)} />
      <Textarea rows={rows} {...(name === 'short_term_reason' || name === 'says' ? { optional: true } : {})} label={say.participation_field_in({ field: label, language: say.people_in_english() })} {...field(`${name}_en`)} />
    </>
  )
  return {
    kind: 'screen', title, says: say.participation_consultation_new_says(), crumbs: [...crumbsTo(language), { name: text.title[language], path: textPath(text.number) }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading kicker={text.title[language]} title={title} lead={say.participation_consultation_new_says()} />
        <Form action={toHref(language, consultation === null ? `${consultationsPath}/new?text=${text.number}` : fieldsPath(consultation.slug))} hidden={[{ name: 'version', value: String(consultation?.version ?? 0) }, { name: 'text', value: String(text.number) }]}>
          <Fieldset legend={say.participation_fields_what()}>
            <TextField label={say.participation_field_in({ field: say.participation_text_title(), language: say.people_in_bulgarian() })} {...field('title_bg')} />
            <TextField label={say.participation_field_in({ field: say.participation_text_title(), language: say.people_in_english() })} {...field('title_en')} />
            {pair('says', say.participation_field_says(), 3)}
          </Fieldset>
          <Fieldset legend={say.participation_fields_when()} help={say.participation_fields_when_help()}>
            <DateField label={say.participation_field_opens()} {...field('opens_on')} /><DateField label={say.participation_field_closes()} {...field('closes_on')} />
            <Textarea rows={3} optional label={say.participation_field_in({ field: say.participation_field_short_term_reason(), language: say.people_in_bulgarian() })} {...field('short_term_reason_bg')} error={errorOf({ problems: asked.problems, field: 'short_term_reason_bg', language }) ?? errorOf({ problems: asked.problems, field: 'short_term_reason', language })} />
            <Textarea rows={3} optional label={say.participation_field_in({ field: say.participation_field_short_term_reason(), language: say.people_in_english() })} {...field('short_term_reason_en')} />
          </Fieldset>
          <Fieldset legend={say.participation_fields_who()} help={say.participation_fields_who_help()}>
            <Select label={say.participation_field_level()} {...field('level')} options={levels.map((value) => ({ value, name: levelNames[value][language] }))} />
            <Select label={say.participation_field_act_type()} {...field('act_type')} options={acts.map((value) => ({ value, name: value }))} />
            <TextField label={say.participation_field_policy_area()} {...field('policy_area')} /><TextField label={say.participation_field_institution()} {...field('institution')} />
            <TextField optional label={say.participation_field_unit()} {...field('unit')} /><TextField optional label={say.participation_field_registration_number()} {...field('registration_number')} /><TextField optional label={say.participation_field_programme()} {...field('programme')} />
          </Fieldset>
          <Fieldset legend={say.participation_fields_how()}>{pair('ways', say.participation_field_ways(), 4)}<Textarea rows={3} label={say.participation_field_contacts()} {...field('contacts')} /></Fieldset>
          <Buttons><Button>{say.participation_consultation_save()}</Button><ButtonLink look="quiet" href={toHref(language, consultation === null ? textPath(text.number) : consultationPath(consultation.slug))}>{say.people_back()}</ButtonLink></Buttons>
        </Form>
      </>
    ),
  }
}
export const newDraftScreen = ({ language, asked, text, consultation, isOver, changed, textFrom }: Pick<Shown, 'language' | 'asked' | 'text'> & { readonly consultation: Consultation; readonly isOver: 'yes' | 'no'; /** blocks that differ from the last published draft */ readonly changed: number; readonly textFrom: number }): Screen => {
  const say = speak(language), title = langOf(consultation.title, language).words
  const field = (name: string) => ({ language, name, value: typedOne(asked.typed, name), error: errorOf({ problems: asked.problems, field: name, language }) })
  return {
    kind: 'screen', title: say.participation_new_draft_title(), says: say.participation_new_draft_says(), crumbs: [...crumbsTo(language), { name: title, path: consultationPath(consultation.slug) }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading kicker={title} title={say.participation_new_draft_title()} lead={say.participation_new_draft_says()} />
        {isOver === 'no' ? <Notice language={language} tone="info"><p>{say.participation_new_draft_open()}</p></Notice> : changed === 0 ? (
          <Notice language={language} tone="info"><p>{say.participation_new_draft_same()} <a class="ds-link" href={toHref(language, textPath(text.number))}>{say.participation_prepared_text()}</a></p></Notice>
        ) : (
          <>
            <p>{say.participation_new_draft_changed({ count: changed })} <a class="ds-link" href={toHref(language, textChangesPath({ number: text.number, from: textFrom }))}>{say.participation_new_draft_name()}</a></p>
            <Form action={toHref(language, newDraftPath(consultation.slug))}>
              <Textarea rows={3} label={say.participation_field_in({ field: say.participation_new_draft_words(), language: say.people_in_bulgarian() })} {...field('says_bg')} />
              <Textarea rows={3} label={say.participation_field_in({ field: say.participation_new_draft_words(), language: say.people_in_english() })} {...field('says_en')} />
              <Buttons><Button>{say.participation_new_draft_publish()}</Button></Buttons>
            </Form>
          </>
        )}
      </>
    ),
  }
}
