// Who signed up and who came, for staff: the check-in list, sign-ups by telephone, the count at the door.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, Buttons } from '#ui/parts/button.tsx'
import { Dialog } from '#ui/parts/dialog.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Fieldset } from '#ui/parts/fieldset.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { NumberField } from '#ui/parts/number-field.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { StatLine } from '#ui/parts/stat-line.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { sectors } from '#areas/participation/proposals/rules.ts'
import { eventPath, eventsPath, type PublicEvent, type SectorCount, type SignUp } from '../rules.ts'
import type { Municipality } from './event.tsx'
import { saySector, saySignUp, titleIn } from './words.ts'

export type Person = SignUp & { readonly name: string | null; readonly email: string | null }
type Shown = { readonly language: Language; readonly asked: Asked; readonly event: PublicEvent; readonly people: readonly Person[]; readonly counts: readonly SectorCount[]; readonly municipalities: readonly Municipality[] }
export const peopleScreen = (shown: Shown): Screen => {
  const { language, asked, event, people, counts, municipalities } = shown
  const say = speak(language)
  const action = toHref(language, `${eventPath(event.number)}/people`)
  const listed = people.filter(({ state }) => state !== 'cancelled')
  const field = (name: string) => ({ language, name, value: typedOne(asked.typed, name), error: errorOf({ problems: asked.problems, field: name, language }) })
  const door = (sector: string): string => asked.typed.text[`door_${sector}`]?.[0] ?? String(counts.find((one) => one.sector === sector)?.door ?? '')
  return {
    kind: 'screen', title: say.participation_event_people(), says: titleIn(event.title, language), crumbs: [{ name: say.participation_hub_crumb(), path: '/participation' }, { name: say.participation_events_title(), path: eventsPath }, { name: titleIn(event.title, language), path: eventPath(event.number) }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.participation_event_people()} lead={titleIn(event.title, language)} />
        <StatLine stats={[
          { name: say.participation_event_places_taken(), value: event.capacity === null ? String(event.placesTaken) : say.participation_event_taken_of({ taken: event.placesTaken, of: event.capacity }) },
          { name: say.participation_event_waiting(), value: String(event.peopleWaiting) },
          { name: say.participation_event_came(), value: String(counts.reduce((all, one) => all + one.listed + one.door, 0)) },
        ]} />
        <Form action={action} hidden={[{ name: 'does', value: 'tick' }]} id="tick">
          <Section id="list" title={say.participation_event_list()}>
            {listed.length === 0 ? <EmptyState title={say.participation_event_nobody()} why={say.participation_event_nobody_why()} /> : (
              <Table language={language} id="people-table" caption={say.participation_event_list()} captionIs="hidden" phone="stack"
                columns={[{ name: say.participation_event_name() }, { name: say.participation_event_people_column(), kind: 'number' }, { name: say.participation_event_sector() }, { name: say.participation_event_needs_short() }, { name: say.participation_event_state() }, { name: say.participation_event_attendance() }]}
                rows={listed.map((one) => ({ cells: [
                  <>{one.name ?? say.participation_event_erased()}{one.organisation === '' ? null : <><br /><span class="p-note">{one.organisation}</span></>}{one.email === null ? null : <><br /><span class="p-note">{one.email}</span></>}</>,
                  String(one.people), saySector(one.sector ?? 'unknown', language), one.needs ?? '–', saySignUp(one.state, language), <Ticks language={language} person={one} />,
                ] }))} />
            )}
          </Section>
          <Section id="door" title={say.participation_event_door()}>
            <p>{say.participation_event_door_says()}</p>
            <Fieldset legend={say.participation_event_door()}>
              {[...sectors, 'unknown'].map((sector) => <NumberField optional whole language={language} name={`door_${sector}`} label={saySector(sector, language)} value={door(sector)} error={errorOf({ problems: asked.problems, field: `door_${sector}`, language })} />)}
            </Fieldset>
          </Section>
          <Buttons><Button>{say.participation_event_save_ticks()}</Button></Buttons>
        </Form>
        {listed.length === 0 ? null : (
          <Section id="remove" title={say.participation_event_free()}>
            <ul>{listed.map((one) => <li><Dialog id={`free-${one.id}`} look="secondary" opens={`${say.participation_event_free_one()}: ${one.name ?? say.participation_event_erased()}`} question={say.participation_event_free_question()}><Form action={action}><Button look="danger" name="does" value={`remove ${one.id}`}>{say.participation_event_free_one()}</Button></Form></Dialog></li>)}</ul>
          </Section>
        )}
        <Section id="enter" title={say.participation_event_enter()}>
          <p>{say.participation_event_enter_says()}</p>
          <Form action={action} hidden={[{ name: 'does', value: 'enter' }]}>
            <TextField label={say.participation_event_name()} width="half" {...field('name')} />
            <TextField optional label={say.participation_event_email()} kind="email" width="half" {...field('email')} />
            <NumberField optional whole label={say.participation_event_how_many()} {...field('people')} />
            <TextField optional label={say.participation_event_institution()} width="half" {...field('organisation')} />
            <Select optional label={say.participation_event_sector()} blank={say.participation_event_not_said()} options={sectors.map((one) => ({ value: one, name: saySector(one, language) }))} {...field('sector')} />
            <Select optional label={say.participation_event_municipality()} blank={say.participation_event_not_said()} options={municipalities.map(({ code, name }) => ({ value: code, name: name[language] }))} {...field('municipality')} />
            <Textarea optional rows={2} limit={1000} label={say.participation_event_needs()} {...field('needs')} />
            <Buttons><Button look="secondary">{say.participation_event_enter_button()}</Button></Buttons>
          </Form>
        </Section>
      </>
    ),
  }
}
const Ticks = ({ language, person }: { readonly language: Language; readonly person: Person }) => {
  const say = speak(language)
  const name = `came_${person.id}`
  return (
    <fieldset class="p-ticks">
      <legend class="p-hidden-text">{say.participation_event_attendance()}: {person.name ?? ''}</legend>
      {(['came', 'absent'] as const).map((value) => <label><input type="radio" name={name} value={value} checked={person.attendance === value} /> {value === 'came' ? say.participation_event_tick_came() : say.participation_event_tick_absent()}</label>)}
    </fieldset>
  )
}
