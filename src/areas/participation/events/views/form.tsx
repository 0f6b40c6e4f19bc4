// The form of an event and of its programme, for staff.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Checkboxes } from '#ui/parts/choices.tsx'
import { DateField } from '#ui/parts/date-field.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Fieldset } from '#ui/parts/fieldset.tsx'
import { FileUpload } from '#ui/parts/file-upload.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { NumberField } from '#ui/parts/number-field.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { sectors } from '#areas/participation/proposals/rules.ts'
import { type AgendaItem, changePath, eventKinds, eventPath, eventsPath, newPath, type PublicEvent } from '../rules.ts'
import { dayOf, timeOfDay } from '../rules/moment.ts'
import type { Municipality } from './event.tsx'
import { sayKind, saySector, titleIn } from './words.ts'

type Shown = { readonly language: Language; readonly asked: Asked; readonly event: PublicEvent | null; readonly items: readonly AgendaItem[]; readonly municipalities: readonly Municipality[] }
const saved = (event: PublicEvent): Readonly<Record<string, string>> => ({
  kind: event.kind, title_bg: event.title.bg, title_en: event.title.en, says_bg: event.says.bg, says_en: event.says.en, place_bg: event.place.bg, place_en: event.place.en, access_bg: event.access.bg, access_en: event.access.en,
  address: event.address, link: event.link ?? '', municipality: event.municipality ?? '', contact: event.contact, day: dayOf(event.startsAt), starts: timeOfDay(event.startsAt), ends: timeOfDay(event.endsAt), capacity: event.capacity === null ? '' : String(event.capacity),
})
export const eventFormScreen = (shown: Shown): Screen => {
  const { language, asked, event } = shown
  const say = speak(language)
  const title = event === null ? say.participation_event_new() : say.participation_event_change_title()
  const action = toHref(language, event === null ? newPath : changePath(event.number))
  return {
    kind: 'screen', title, says: say.participation_event_form_says(), crumbs: [{ name: say.participation_hub_crumb(), path: '/participation' }, { name: say.participation_events_title(), path: eventsPath }, ...(event === null ? [] : [{ name: titleIn(event.title, language), path: eventPath(event.number) }])],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={title} lead={say.participation_event_form_says()} />
        <Form action={action} hidden={[{ name: 'version', value: String(event?.version ?? 0) }]}>
          <Fields {...shown} />
          <Buttons>
            {event?.state === 'published' ? <Button name="does" value="save">{say.participation_event_save()}</Button> : <><Button name="does" value="publish">{say.participation_event_publish()}</Button><Button look="secondary" name="does" value="save">{say.participation_event_save_draft()}</Button></>}
            <ButtonLink look="quiet" href={toHref(language, event === null ? eventsPath : eventPath(event.number))}>{say.people_back()}</ButtonLink>
          </Buttons>
        </Form>
        {event === null ? null : <ProgrammeForm {...shown} event={event} />}
        {event === null ? null : <FileForm {...shown} event={event} />}
        {event?.state !== 'published' ? null : (
          <Section id="cancel" title={say.participation_event_cancel()}>
            <p>{say.participation_event_cancel_says()}</p>
            <Form action={action} hidden={[{ name: 'version', value: String(event.version) }, { name: 'does', value: 'cancel' }]}>
              <TextField language={language} name="why" label={say.participation_event_cancel_why()} value={typedOne(asked.typed, 'why')} error={errorOf({ problems: asked.problems, field: 'why', language })} />
              <Buttons><Button look="danger">{say.participation_event_cancel_button()}</Button></Buttons>
            </Form>
          </Section>
        )}
      </>
    ),
  }
}
const Fields = ({ language, asked, event, municipalities }: Shown) => {
  const say = speak(language)
  const before = event === null ? { kind: 'workshop' } as Readonly<Record<string, string>> : saved(event)
  const isAgain = asked.problems.length > 0 && asked.typed.text.title_bg !== undefined
  const field = (name: string) => ({ language, name, value: isAgain ? typedOne(asked.typed, name) : (before[name] ?? ''), error: errorOf({ problems: asked.problems, field: name, language }) })
  return (
    <>
      <Select label={say.participation_event_kind()} options={eventKinds.map((kind) => ({ value: kind, name: sayKind(kind, language) }))} {...field('kind')} />
      <Fieldset legend={say.participation_event_time()}>
        <DateField label={say.participation_event_day()} help={say.participation_event_day_help()} {...field('day')} />
        <TextField label={say.participation_event_starts()} width="short" {...field('starts')} />
        <TextField label={say.participation_event_ends()} width="short" {...field('ends')} />
        <NumberField optional whole label={say.participation_event_capacity()} help={say.participation_event_capacity_help()} {...field('capacity')} />
      </Fieldset>
      {(['bg', 'en'] as const).map((of) => (
        <Fieldset legend={of === 'bg' ? say.participation_news_in_bulgarian() : say.participation_news_in_english()}>
          <TextField label={say.participation_event_title({ language: of === 'bg' ? say.people_in_bulgarian() : say.people_in_english() })} {...field(`title_${of}`)} />
          <Textarea optional rows={5} limit={5000} label={say.participation_event_about({ language: of === 'bg' ? say.people_in_bulgarian() : say.people_in_english() })} {...field(`says_${of}`)} />
          <TextField optional label={say.participation_event_place({ language: of === 'bg' ? say.people_in_bulgarian() : say.people_in_english() })} {...field(`place_${of}`)} />
          <Textarea optional rows={2} limit={5000} label={say.participation_event_access_of({ language: of === 'bg' ? say.people_in_bulgarian() : say.people_in_english() })} {...field(`access_${of}`)} />
        </Fieldset>
      ))}
      <TextField optional label={say.participation_event_address()} {...field('address')} />
      <Select optional label={say.participation_event_municipality()} blank={say.participation_event_no_municipality()} options={municipalities.map(({ code, name }) => ({ value: code, name: name[language] }))} {...field('municipality')} />
      <TextField optional kind="url" label={say.participation_event_link()} {...field('link')} />
      <TextField optional label={say.participation_event_contact_field()} {...field('contact')} />
      <Checkboxes optional language={language} name="sectors" label={say.participation_event_wanted()} values={isAgain ? (asked.typed.text.sectors ?? []) : (event?.sectors ?? [])} choices={sectors.map((one) => ({ value: one, name: saySector(one, language) }))} error={undefined} />
    </>
  )
}
const FileForm = ({ language, asked, event }: Shown & { readonly event: PublicEvent }) => {
  const say = speak(language)
  const field = (name: string) => ({ language, name, value: typedOne(asked.typed, name), error: errorOf({ problems: asked.problems, field: name, language }) })
  return (
    <Section id="files" title={say.participation_event_files()}>
      <p><a class="ds-link" href={toHref(language, `${eventPath(event.number)}/print/agenda.pdf`)}>{say.participation_event_print_agenda()}</a> · <a class="ds-link" href={toHref(language, `${eventPath(event.number)}/print/sheet.pdf`)}>{say.participation_event_print_sheet()}</a></p>
      <Form action={toHref(language, `${eventPath(event.number)}/files`)} carries="files">
        <Select label={say.participation_event_file_kind()} options={[{ value: 'material', name: say.participation_event_material() }, { value: 'photo', name: say.participation_event_photo() }]} {...field('file_kind')} />
        <FileUpload language={language} name="file" label={say.participation_event_file()} kinds="PDF, DOCX, PPTX, XLSX, JPEG, PNG" most="15 MB" error={field('file').error} />
        <TextField optional label={say.participation_event_alternative({ language: say.people_in_bulgarian() })} help={say.participation_event_photo_only()} {...field('alternative_bg')} />
        <TextField optional label={say.participation_event_alternative({ language: say.people_in_english() })} {...field('alternative_en')} />
        <TextField optional label={say.participation_event_consent()} help={say.participation_event_consent_help()} {...field('consent')} />
        <Buttons><Button look="secondary">{say.participation_event_add_file()}</Button></Buttons>
      </Form>
    </Section>
  )
}
const ProgrammeForm = ({ language, asked, event, items }: Shown & { readonly event: PublicEvent }) => {
  const say = speak(language)
  const field = (name: string) => ({ language, name, value: typedOne(asked.typed, name), error: errorOf({ problems: asked.problems, field: name, language }) })
  const action = toHref(language, `${eventPath(event.number)}/programme`)
  return (
    <Section id="programme" title={say.participation_event_programme()}>
      {items.length === 0 ? <p>{say.participation_event_no_items()}</p> : (
        <Table language={language} id="programme-table" caption={say.participation_event_programme()} captionIs="hidden" phone="stack"
          columns={[{ name: say.participation_event_when() }, { name: say.participation_event_item() }, { name: say.participation_event_group_column() }, { name: say.participation_event_remove_column() }]}
          rows={items.map((item) => ({ cells: [
            `${timeOfDay(item.startsAt)}–${timeOfDay(item.endsAt)}`, titleIn(item.title, language), item.group === 0 ? say.participation_event_all() : String(item.group),
            <Form action={action} hidden={[{ name: 'does', value: 'remove' }, { name: 'item', value: item.id }]}><Button look="quiet">{say.participation_event_remove()}<span class="p-hidden-text"> {titleIn(item.title, language)}</span></Button></Form>,
          ] }))} />
      )}
      <Form action={action} hidden={[{ name: 'does', value: 'add' }]}>
        <TextField label={say.participation_event_starts()} width="short" {...field('item_starts')} />
        <TextField label={say.participation_event_ends()} width="short" {...field('item_ends')} />
        <TextField label={say.participation_event_title({ language: say.people_in_bulgarian() })} {...field('item_title_bg')} />
        <TextField label={say.participation_event_title({ language: say.people_in_english() })} {...field('item_title_en')} />
        <TextField optional label={say.participation_event_lead()} width="half" {...field('lead')} />
        <TextField optional label={say.participation_event_room()} width="half" {...field('item_place')} />
        <NumberField optional whole label={say.participation_event_group_column()} help={say.participation_event_group_help()} {...field('group')} />
        <Buttons><Button look="secondary">{say.participation_event_add_item()}</Button></Buttons>
      </Form>
    </Section>
  )
}
