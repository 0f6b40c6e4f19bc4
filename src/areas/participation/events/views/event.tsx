// One event as everybody reads it: when, where, programme, signing up; afterwards who came, minutes and photographs.
import { CollectionNotice, type Officer } from '#areas/people/contacts/views/collection-notice.tsx'
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Bilingual, Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref, toSafeHref } from '#ui/address.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { NumberField } from '#ui/parts/number-field.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { sectors } from '#areas/participation/proposals/rules.ts'
import { type AgendaItem, changePath, type EventFile, type EventNote, eventPath, eventsPath, filePath, noteKinds, programmeOf, type PublicEvent, timeOf } from '../rules.ts'
import { timeOfDay } from '../rules/moment.ts'
import { Places } from './list.tsx'
import { sayKind, sayNoteKind, saySector, sayWhen, titleIn } from './words.ts'

export type Municipality = { readonly code: string; readonly name: Bilingual }
export type EventShown = {
  readonly language: Language; readonly now: Date; readonly asked: Asked; readonly event: PublicEvent; readonly items: readonly AgendaItem[]; readonly files: readonly EventFile[]
  readonly notes: readonly EventNote[]; readonly attendance: readonly { readonly sector: string; readonly people: number | null }[]; readonly municipalities: readonly Municipality[]
  readonly mayManage: 'yes' | 'no'; readonly officer: Officer
}
export const eventScreen = (shown: EventShown): Screen => {
  const { language, event, now, items, files, mayManage } = shown
  const say = speak(language)
  const title = titleIn(event.title, language)
  const time = timeOf(event, now)
  const photos = files.filter(({ kind }) => kind === 'photo'), materials = files.filter(({ kind }) => kind === 'material')
  return {
    kind: 'screen', title, says: `${sayKind(event.kind, language)}, ${sayWhen(event, language)}`, crumbs: [{ name: say.participation_hub_crumb(), path: '/participation' }, { name: say.participation_events_title(), path: eventsPath }],
    body: (
      <article class="p-flow">
        <ErrorSummary language={language} problems={shown.asked.problems} />
        <PageHeading title={title} kicker={sayKind(event.kind, language)} lead={sayWhen(event, language)} />
        {event.state === 'cancelled' ? <Notice language={language} tone="danger" title={say.participation_event_cancelled()}><p>{event.cancelledWhy}</p></Notice> : null}
        {event.state === 'draft' ? <Notice language={language} tone="warning" title={say.participation_event_draft()}><p>{say.participation_event_draft_says()}</p></Notice> : null}
        {mayManage === 'no' ? null : (
          <Buttons>
            <ButtonLink look="secondary" href={toHref(language, changePath(event.number))}>{say.participation_event_change()}</ButtonLink>
            <ButtonLink look="secondary" href={toHref(language, `${eventPath(event.number)}/people`)}>{say.participation_event_people()}</ButtonLink>
            <ButtonLink look="secondary" href={toHref(language, `${eventPath(event.number)}/notes`)}>{say.participation_event_notes()}</ButtonLink>
          </Buttons>
        )}
        {event.says[language] === '' ? null : event.says[language].split(/\n\s*\n/).map((part) => <p class="p-lines">{part}</p>)}
        <SummaryList lines={[
          { name: say.participation_event_when(), value: sayWhen(event, language) },
          ...(event.place[language] === '' ? [] : [{ name: say.participation_event_where(), value: [event.place[language], event.address].filter((part) => part !== '').join(', ') }]),
          ...(event.link === null ? [] : [{ name: say.participation_event_link(), value: <a class="ds-link" href={toSafeHref(event.link)} rel="noopener">{event.link.replace(/^https?:\/\//, '')}</a> }]),
          ...(event.sectors.length === 0 ? [] : [{ name: say.participation_event_wanted(), value: event.sectors.map((one) => saySector(one, language)).join(', ') }]),
          ...(time === 'over' ? [] : [{ name: say.participation_event_places(), value: <Places language={language} event={event} /> }]),
          ...(event.access[language] === '' ? [] : [{ name: say.participation_event_access(), value: event.access[language] }]),
          ...(event.contact === '' ? [] : [{ name: say.participation_event_contact(), value: event.contact }]),
        ]} />
        {event.state !== 'published' || time === 'over' ? null : <p><a class="ds-link" href={`/${language}${eventPath(event.number)}/event.ics`}>{say.participation_event_to_calendar()}</a></p>}
        <Section id="programme" title={say.participation_event_programme()}>
          {items.length === 0 ? <p>{say.participation_event_no_programme()}</p> : <Programme language={language} items={items} />}
        </Section>
        {materials.length === 0 ? null : <Section id="materials" title={say.participation_event_materials()}><ul>{materials.map((file) => <li><a class="ds-link" href={filePath(event.number, file.sha256)} download>{file.name}</a></li>)}</ul></Section>}
        {event.state !== 'published' ? null : time === 'coming' ? <SignUpForm {...shown} /> : <After {...shown} />}
        {photos.length === 0 ? null : (
          <Section id="photos" title={say.participation_event_photos()}>
            {photos.map((photo) => <p><img class="p-news-picture" src={filePath(event.number, photo.sha256)} alt={photo.alternative[language]} width={photo.width ?? undefined} height={photo.height ?? undefined} loading="lazy" /></p>)}
          </Section>
        )}
      </article>
    ),
  }
}
const Programme = ({ language, items }: { readonly language: Language; readonly items: readonly AgendaItem[] }) => {
  const say = speak(language)
  return (
    <ol class="p-programme">
      {programmeOf(items).map((row) => (
        <li>
          {row.map((item) => (
            <p>
              <span class="p-nowrap p-numbers">{timeOfDay(item.startsAt)}–{timeOfDay(item.endsAt)}</span>{' '}
              {item.group === 0 ? null : <>{say.participation_event_group({ group: item.group })}: </>}
              <strong>{titleIn(item.title, language)}</strong>
              {[item.lead, item.place].filter((part) => part !== '').map((part) => <span class="p-note"> · {part}</span>)}
            </p>
          ))}
        </li>
      ))}
    </ol>
  )
}
const SignUpForm = ({ language, event, asked, municipalities, officer }: EventShown) => {
  const say = speak(language)
  const field = (name: string) => ({ language, name, value: typedOne(asked.typed, name), error: errorOf({ problems: asked.problems, field: name, language }) })
  return (
    <Section id="sign-up" title={event.capacity !== null && event.placesTaken >= event.capacity ? say.participation_event_sign_up_waiting() : say.participation_event_sign_up()}>
      <p>{say.participation_event_sign_up_says()}</p>
      <Form action={toHref(language, eventPath(event.number))}>
        <TextField label={say.participation_event_name()} autocomplete="name" width="half" {...field('name')} />
        <TextField label={say.participation_event_email()} kind="email" autocomplete="email" width="half" help={say.participation_event_email_help()} {...field('email')} />
        <NumberField optional whole label={say.participation_event_how_many()} help={say.participation_event_how_many_help()} {...field('people')} />
        <TextField optional label={say.participation_event_institution()} autocomplete="organization" width="half" {...field('organisation')} />
        <Select optional label={say.participation_event_sector()} blank={say.participation_event_not_said()} options={sectors.map((one) => ({ value: one, name: saySector(one, language) }))} {...field('sector')} />
        <Select optional label={say.participation_event_municipality()} blank={say.participation_event_not_said()} options={municipalities.map(({ code, name }) => ({ value: code, name: name[language] }))} {...field('municipality')} />
        <Textarea optional rows={3} limit={1000} label={say.participation_event_needs()} help={say.participation_event_needs_help()} {...field('needs')} />
        <CollectionNotice language={language} purpose="event" officer={officer} />
        <Buttons><Button>{say.participation_event_sign_up_button()}</Button></Buttons>
      </Form>
    </Section>
  )
}
const After = ({ language, event, now, items, notes, attendance, asked }: EventShown) => {
  const say = speak(language)
  const grades = [5, 4, 3, 2, 1].map((grade) => ({ value: String(grade), name: say.participation_event_grade({ grade }) }))
  const field = (name: string) => ({ language, name, value: typedOne(asked.typed, name), error: errorOf({ problems: asked.problems, field: name, language }) })
  return (
    <>
      {attendance.length === 0 ? null : (
        <Section id="attendance" title={say.participation_event_who_came()}>
          <Table language={language} id="attendance-table" caption={say.participation_event_who_came()} captionIs="hidden" columns={[{ name: say.participation_event_sector() }, { name: say.participation_event_people_column(), kind: 'number' }]}
            rows={attendance.map(({ sector, people }) => ({ cells: [saySector(sector, language), people === null ? say.participation_event_few() : String(people)] }))} />
        </Section>
      )}
      <Section id="minutes" title={say.participation_event_minutes()}>
        {event.minutesPublishedAt === null ? <p>{say.participation_event_no_minutes()}</p> : <Minutes language={language} items={items} notes={notes} />}
      </Section>
      {timeOf(event, now) === 'coming' ? null : (
        <Section id="feedback" title={say.participation_event_feedback()}>
          <p>{say.participation_event_feedback_says()}</p>
          <Form action={toHref(language, `${eventPath(event.number)}/feedback`)}>
            <Radios optional label={say.participation_event_useful()} choices={grades} {...field('useful')} />
            <Radios optional label={say.participation_event_heard()} choices={grades} {...field('heard')} />
            <Textarea optional rows={4} limit={3000} label={say.participation_event_thoughts()} {...field('thoughts')} />
            <Buttons><Button look="secondary">{say.participation_event_feedback_send()}</Button></Buttons>
          </Form>
        </Section>
      )}
    </>
  )
}
/** Per item of the programme: said, decided, to do. */
export const Minutes = ({ language, items, notes }: { readonly language: Language; readonly items: readonly AgendaItem[]; readonly notes: readonly EventNote[] }) => {
  const say = speak(language)
  const parts = [...items.map((item) => ({ id: item.id as string | null, title: titleIn(item.title, language) })), { id: null, title: say.participation_event_whole() }]
  return (
    <>
      {parts.map(({ id, title }) => {
        const own = notes.filter(({ item }) => item === id)
        return own.length === 0 ? null : (
          <>
            <h3>{title}</h3>
            {noteKinds.map((kind) => {
              const said = own.filter((note) => note.kind === kind)
              return said.length === 0 ? null : <><h4>{sayNoteKind(kind, language)}</h4><ul>{said.map((note) => <li class="p-lines">{note.tableNumber === null ? null : <span class="p-note">{say.participation_event_table({ table: note.tableNumber })}: </span>}{note.text}</li>)}</ul></>
            })}
          </>
        )
      })}
    </>
  )
}
