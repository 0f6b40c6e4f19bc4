// The list of events: what is coming first, then what was.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref, withQuery } from '#ui/address.ts'
import { ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Card } from '#ui/parts/card.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { Grid, PageHeading, Section } from '#ui/parts/layout.tsx'
import { Pagination } from '#ui/parts/pagination.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { eventPath, eventsPath, newPath, type PublicEvent, timeOf } from '../rules.ts'
import { sayKind, sayWhen, titleIn } from './words.ts'

type Shown = { readonly language: Language; readonly now: Date; readonly events: readonly PublicEvent[]; readonly page: number; readonly pages: number; readonly mayManage: 'yes' | 'no' }
export const eventsScreen = ({ language, now, events, page, pages, mayManage }: Shown): Screen => {
  const say = speak(language)
  const coming = events.filter((event) => timeOf(event, now) !== 'over'), past = events.filter((event) => timeOf(event, now) === 'over')
  return {
    kind: 'screen', title: say.participation_events_title(), says: say.participation_events_says(), crumbs: [{ name: say.participation_hub_crumb(), path: '/participation' }],
    alternates: [{ type: 'text/calendar', path: `/${language}${eventsPath}/calendar.ics`, title: say.participation_events_title() }],
    body: (
      <>
        <PageHeading title={say.participation_events_title()} lead={say.participation_events_says()} />
        {mayManage === 'no' ? null : <Buttons><ButtonLink href={toHref(language, newPath)}>{say.participation_event_new()}</ButtonLink></Buttons>}
        {events.length === 0 ? <EmptyState title={say.participation_events_empty()} why={say.participation_events_empty_why()} /> : null}
        {coming.length === 0 ? null : <Section id="coming" title={say.participation_events_coming()}><List language={language} now={now} events={coming} /></Section>}
        {past.length === 0 ? null : <Section id="past" title={say.participation_events_past()}><List language={language} now={now} events={past} /></Section>}
        {pages <= 1 ? null : <Pagination language={language} page={page} pages={pages} toPage={(at) => withQuery(toHref(language, eventsPath), { page: at === 1 ? '' : String(at) })} />}
        {events.length === 0 ? null : <p><a class="ds-link" href={`/${language}${eventsPath}/calendar.ics`}>{say.participation_events_calendar()}</a></p>}
      </>
    ),
  }
}
const List = ({ language, now, events }: Pick<Shown, 'language' | 'now' | 'events'>) => (
  <Grid least="wide">
    {events.map((event) => (
      <Card
        name={titleIn(event.title, language)} href={toHref(language, eventPath(event.number))} level={3}
        says={`${sayWhen(event, language)}${event.place[language] === '' ? '' : `. ${event.place[language]}`}`} foot={<EventFoot language={language} now={now} event={event} />}
      />
    ))}
  </Grid>
)
const EventFoot = ({ language, now, event }: { readonly language: Language; readonly now: Date; readonly event: PublicEvent }) => {
  const say = speak(language)
  if (event.state !== 'published') return <Tag tone={event.state === 'cancelled' ? 'danger' : 'warning'}>{event.state === 'cancelled' ? say.participation_event_cancelled() : say.participation_event_draft()}</Tag>
  if (timeOf(event, now) === 'over') return event.minutesPublishedAt === null ? <span>{sayKind(event.kind, language)}</span> : <Tag tone="success">{say.participation_event_has_minutes()}</Tag>
  return <>{sayKind(event.kind, language)} · <Places language={language} event={event} /></>
}
/** How many places are left, in words; nothing where there is no limit. */
export const Places = ({ language, event }: { readonly language: Language; readonly event: PublicEvent }) => {
  const say = speak(language)
  if (event.capacity === null) return <>{say.participation_event_open_to_all()}</>
  const left = Math.max(0, event.capacity - event.placesTaken)
  return <>{left === 0 || event.peopleWaiting > 0 ? say.participation_event_full({ waiting: event.peopleWaiting }) : say.participation_event_left({ left, of: event.capacity })}</>
}
