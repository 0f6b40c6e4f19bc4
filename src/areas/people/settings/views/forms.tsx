// The forms of settings: body and emblem, contacts, funding. Each is a step of the first set-up and later a page of its own.
import type { Asked, Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { Checkbox, Radios } from '#ui/parts/choices.tsx'
import { Fieldset } from '#ui/parts/fieldset.tsx'
import { FileUpload } from '#ui/parts/file-upload.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { EuropeanEmblem } from '#ui/frame/emblem.tsx'
import { fromBody, fromContact, fromFunding } from '../forms.ts'
import { emblemPath, fundedByTheUnion, type Settings, type StepState } from '../rules.ts'
import { fieldOf, SettingForm, stepScreen } from './frame.tsx'

export type FormShown = { readonly language: Language; readonly asked: Asked; readonly settings: Settings; readonly steps: readonly StepState[] }
const both = (field: string, name: string, language: Language): Readonly<Record<string, string>> => {
  const say = speak(language)
  return { [`${field}_bg`]: `${name} (${say.people_in_bulgarian()})`, [`${field}_en`]: `${name} (${say.people_in_english()})` }
}

export const bodyScreen = ({ language, asked, settings, steps }: FormShown): Screen => {
  const say = speak(language)
  const { emblem } = settings.body
  const field = fieldOf(asked, fromBody(settings.body), language)
  const names = { ...both('name', say.people_body_name(), language), ...both('department', say.people_body_department(), language), ...both('alternative', say.people_emblem_alternative(), language) }
  const label = (name: string): string => names[name as keyof typeof names] ?? name
  return stepScreen({
    language, step: 'body', steps, asked,
    children: (
      <SettingForm language={language} step="body" steps={steps} asked={asked} version={settings.versions.body} carries="files" meanwhile={{ names, saved: fromBody(settings.body) }}>
        <Fieldset legend={say.people_body_name()} help={say.people_body_name_help()}>
          <TextField label={say.people_field_bg()} {...field('name_bg')} /><TextField label={say.people_field_en()} {...field('name_en')} />
        </Fieldset>
        <Fieldset legend={say.people_body_department()} help={say.people_body_department_help()}>
          <TextField optional label={say.people_field_bg()} {...field('department_bg')} /><TextField optional label={say.people_field_en()} {...field('department_en')} />
        </Fieldset>
        <Fieldset legend={say.people_emblem()} help={say.people_emblem_help()}>
          {emblem === null ? <p class="p-note">{say.people_emblem_none()}</p> : (
            <>
              <p><img class="p-body-emblem" src={emblemPath(emblem)} alt={emblem.alternative[language]} height="96" /></p>
              <Checkbox optional label={say.people_emblem_remove()} {...field('remove')} />
            </>
          )}
          <FileUpload language={language} name="emblem" optional label={emblem === null ? say.people_emblem_file() : say.people_emblem_other()} kinds="SVG, PNG" most="512 KB" accept=".svg,.png,image/svg+xml,image/png"
            error={field('emblem').error} {...(asked.typed.files.emblem === undefined ? {} : { help: say.people_file_again() })} />
          <TextField optional label={label('alternative_bg')} help={say.people_emblem_alternative_help()} {...field('alternative_bg')} />
          <TextField optional label={label('alternative_en')} {...field('alternative_en')} />
        </Fieldset>
      </SettingForm>
    ),
  })
}

export const contactScreen = ({ language, asked, settings, steps }: FormShown): Screen => {
  const say = speak(language)
  const field = fieldOf(asked, fromContact(settings.contact), language)
  const names: Readonly<Record<string, string>> = {
    email: say.people_contact_email(), phone: say.people_contact_phone(), ...both('address', say.people_contact_address(), language),
    officer_name: say.people_officer_name(), officer_email: say.people_officer_email(), officer_phone: say.people_officer_phone(),
  }
  const label = (name: string): string => names[name] ?? name
  return stepScreen({
    language, step: 'contact', steps, asked,
    children: (
      <SettingForm language={language} step="contact" steps={steps} asked={asked} version={settings.versions.contact} meanwhile={{ names, saved: fromContact(settings.contact) }}>
        <TextField optional kind="email" width="half" autocomplete="off" label={label('email')} help={say.people_contact_email_help()} {...field('email')} />
        <TextField optional kind="tel" width="half" autocomplete="off" label={label('phone')} {...field('phone')} />
        <Fieldset legend={say.people_contact_address()}>
          <Textarea optional rows={3} label={say.people_field_bg()} {...field('address_bg')} /><Textarea optional rows={3} label={say.people_field_en()} {...field('address_en')} />
        </Fieldset>
        <Fieldset legend={say.people_officer()} help={say.people_officer_help()}>
          <TextField optional width="half" autocomplete="off" label={label('officer_name')} {...field('officer_name')} />
          <TextField optional kind="email" width="half" autocomplete="off" label={label('officer_email')} {...field('officer_email')} />
          <TextField optional kind="tel" width="half" autocomplete="off" label={label('officer_phone')} {...field('officer_phone')} />
        </Fieldset>
      </SettingForm>
    ),
  })
}

export const fundingScreen = ({ language, asked, settings, steps }: FormShown): Screen => {
  const say = speak(language)
  const field = fieldOf(asked, fromFunding(settings.funding), language)
  const names: Readonly<Record<string, string>> = {
    shown: say.people_funding_shown(), ...both('programme', say.people_funding_programme(), language),
    ...both('sentence', say.people_funding_sentence(), language), ...both('disclaimer', say.people_funding_disclaimer(), language),
  }
  const label = (name: string): string => names[name] ?? name
  return stepScreen({
    language, step: 'funding', steps, asked,
    children: (
      <SettingForm language={language} step="funding" steps={steps} asked={asked} version={settings.versions.funding} meanwhile={{ names, saved: fromFunding(settings.funding) }}>
        <Radios label={label('shown')} help={say.people_funding_shown_help()} {...field('shown')} choices={[{ value: 'yes', name: say.people_funding_yes() }, { value: 'no', name: say.people_funding_no() }]} />
        <div class="p-funding"><EuropeanEmblem name={say.ui_emblem()} /><p class="p-funding-statement">{fundedByTheUnion[language]}</p><p class="p-funding-says">{say.people_funding_fixed()}</p></div>
        <Fieldset legend={say.people_funding_programme()}>
          <TextField optional label={say.people_field_bg()} {...field('programme_bg')} /><TextField optional label={say.people_field_en()} {...field('programme_en')} />
        </Fieldset>
        <Fieldset legend={say.people_funding_sentence()} help={say.people_funding_sentence_help()}>
          <Textarea optional rows={2} label={say.people_field_bg()} {...field('sentence_bg')} /><Textarea optional rows={2} label={say.people_field_en()} {...field('sentence_en')} />
        </Fieldset>
        <Fieldset legend={say.people_funding_disclaimer()} help={say.people_funding_disclaimer_help()}>
          <Textarea optional rows={6} label={say.people_field_bg()} {...field('disclaimer_bg')} /><Textarea optional rows={6} label={say.people_field_en()} {...field('disclaimer_en')} />
        </Fieldset>
      </SettingForm>
    ),
  })
}
