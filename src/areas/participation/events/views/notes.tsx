// Notes during a meeting, table by table, many at once by keyboard; publishing them as minutes.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Bilingual, Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, Buttons } from '#ui/parts/button.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { NumberField } from '#ui/parts/number-field.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { type AgendaItem, type EventNote, eventPath, eventsPath, noteKinds, type PublicEvent } from '../rules.ts'
import { sayNoteKind, titleIn } from './words.ts'

type Shown = { readonly language: Language; readonly asked: Asked; readonly event: PublicEvent; readonly items: readonly AgendaItem[]; readonly notes: readonly EventNote[]; readonly topics: readonly { readonly key: string; readonly name: Bilingual }[] }
export const notesScreen = ({ language, asked, event, items, notes, topics }: Shown): Screen => {
  const say = speak(language)
  const action = toHref(language, `${eventPath(event.number)}/notes`)
  const field = (name: string) => ({ language, name, value: typedOne(asked.typed, name), error: errorOf({ problems: asked.problems, field: name, language }) })
  const itemName = (id: string | null): string => { const found = items.find((item) => item.id === id); return found === undefined ? say.participation_event_whole() : titleIn(found.title, language) }
  const topicName = (key: string | null): string => topics.find((topic) => topic.key === key)?.name[language] ?? ''
  return {
    kind: 'screen', title: say.participation_event_notes(), says: titleIn(event.title, language), crumbs: [{ name: say.participation_hub_crumb(), path: '/participation' }, { name: say.participation_events_title(), path: eventsPath }, { name: titleIn(event.title, language), path: eventPath(event.number) }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.participation_event_notes()} lead={titleIn(event.title, language)} />
        <Section id="add" title={say.participation_event_add_notes()}>
          <p>{say.participation_event_notes_says({ code: event.code })}</p>
          <Form action={action} hidden={[{ name: 'does', value: 'add' }]}>
            <Select optional label={say.participation_event_item()} blank={say.participation_event_whole()} options={items.map((item) => ({ value: item.id, name: titleIn(item.title, language) }))} {...field('note_item')} />
            <NumberField optional whole label={say.participation_event_table_number()} {...field('table')} />
            <Select label={say.participation_event_note_kind()} options={noteKinds.map((kind) => ({ value: kind, name: sayNoteKind(kind, language) }))} {...field('note_kind')} />
            <Select optional label={say.participation_event_topic()} blank={say.participation_event_no_topic()} options={topics.map(({ key, name }) => ({ value: key, name: name[language] }))} {...field('topic')} />
            <Textarea rows={10} label={say.participation_event_lines()} help={say.participation_event_lines_help()} {...field('lines')} />
            <Buttons><Button>{say.participation_event_save_notes()}</Button></Buttons>
          </Form>
        </Section>
        <Section id="notes" title={say.participation_event_all_notes()}>
          {notes.length === 0 ? <EmptyState title={say.participation_event_no_notes()} why={say.participation_event_no_notes_why()} /> : (
            <ul class="p-note-list">
              {notes.map((note) => (
                <li>
                  <p class="p-lines">{note.text}</p>
                  <p class="p-note">{[sayNoteKind(note.kind, language), itemName(note.item), note.tableNumber === null ? '' : say.participation_event_table({ table: note.tableNumber }), topicName(note.topic)].filter((part) => part !== '').join(' · ')}</p>
                  <Form action={action}><Button look="quiet" name="does" value={`remove ${note.id}`}>{say.participation_event_remove()}<span class="p-hidden-text">: {note.text.slice(0, 60)}</span></Button></Form>
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section id="minutes" title={say.participation_event_minutes()}>
          <p>{event.minutesPublishedAt === null ? say.participation_event_minutes_not_yet() : say.participation_event_minutes_are()}</p>
          <Form action={action}><Buttons>{event.minutesPublishedAt === null ? <Button name="does" value="publish">{say.participation_event_minutes_publish()}</Button> : <Button look="secondary" name="does" value="withdraw">{say.participation_event_minutes_withdraw()}</Button>}</Buttons></Form>
        </Section>
      </>
    ),
  }
}
