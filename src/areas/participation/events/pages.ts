// The pages of events: list, event with sign-up, the page behind a letter's link, calendar files; for staff form, people, notes, print.
import { notFound, problems, see, type Asked } from '#kernel/answer.ts'
import { listMunicipalities } from '#areas/evidence/regions/read.ts'
import { findLink, listContactsOf } from '#areas/people/contacts/read.ts'
import type { ContactId } from '#areas/people/contacts/rules.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { getLetterFrom, getSettings } from '#areas/people/settings/read.ts'
import { mayDo, type Who } from '#kernel/who.ts'
import { page, type ReadVisit, type WaitingOf, type WriteVisit } from '#store/visit.ts'
import { listTopics } from '#areas/participation/proposals/read.ts'
import { speak } from '#kernel/speak.ts'
import { eventForm, feedbackForm, fileForm, itemForm, noteForm, peopleForm, signUpForm } from './forms.ts'
import { countEvents, findEvent, findEventById, findSignUp, listCounts, listEvents, listFiles, listItems, listNotes, listSignUps, listUnticked } from './read.ts'
import { eventPath, eventsPath, newPath, placePath, shownAttendance, timeOf } from './rules.ts'
import { writeCalendar } from './rules/calendar.ts'
import { dayOf, parseMoment } from './rules/moment.ts'
import { agendaDocument, sheetDocument } from './views/document.ts'
import { eventScreen } from './views/event.tsx'
import { eventFormScreen } from './views/form.tsx'
import { eventsScreen } from './views/list.tsx'
import { notesScreen } from './views/notes.tsx'
import { peopleScreen } from './views/people.tsx'
import { placeScreen, signedUpScreen } from './views/place.tsx'
import { titleIn } from './views/words.ts'
import { addItem, cancelEvent, changeEvent, makeEvent, removeItem } from './write.ts'
import { addNotes, giveFeedback, publishMinutes, removeNote, tickAttendance } from './write/minutes.ts'
import { acceptPlace, enterSignUp, leavePlace, removeSignUp, submitSignUp } from './write/sign-ups.ts'

const read = permissions['public.read'], takePart = permissions['public.take-part'], manage = permissions['events.manage']
const audience = (who: Who): 'everyone' | 'staff' => (mayDo(who, manage) ? 'staff' : 'everyone')
const mayManage = (who: Who): 'yes' | 'no' => (mayDo(who, manage) ? 'yes' : 'no')
export const toNumber = (text: string | undefined): number => (/^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : 0)
const perPage = 20
const fromOf = ({ writer }: WriteVisit, asked: Asked) => getLetterFrom(writer.reader, { origin: asked.origin ?? '' })
const find = ({ reader, who }: ReadVisit, asked: Asked) => findEvent(reader, { number: toNumber(asked.params.number), who: audience(who) })
const one = `${eventsPath}/:number`

const eventsPage = page({
  path: eventsPath, may: read, sameForAll: true,
  get: async ({ reader, language, who, now }, asked) => {
    const total = await countEvents(reader, { who: audience(who) })
    const pages = Math.max(1, Math.ceil(total / perPage))
    const at = Math.min(pages, Math.max(1, toNumber(asked.query.get('page') ?? '1')))
    return eventsScreen({ language, now, events: await listEvents(reader, { who: audience(who), now, limit: perPage, offset: (at - 1) * perPage }), page: at, pages, mayManage: mayManage(who) })
  },
})
const calendarOf = async ({ reader, language }: ReadVisit, asked: Asked, events: Parameters<typeof writeCalendar>[0]) => {
  const { body, contact } = await getSettings(reader)
  const origin = asked.origin ?? ''
  return {
    kind: 'file' as const, mediaType: 'text/calendar; charset=utf-8; method=PUBLISH', name: 'posoka.ics',
    bytes: writeCalendar(events, { language, origin, host: URL.canParse(origin) ? new URL(origin).host : 'posoka', method: 'PUBLISH', organiser: { name: body.name[language], email: contact.email } }),
  }
}
const calendarPage = page({
  path: `${eventsPath}/calendar.ics`, may: read, sameForAll: true,
  get: async (visit, asked) => calendarOf(visit, asked, (await listEvents(visit.reader, { who: 'everyone', now: visit.now, limit: 500, offset: 0 })).filter((event) => timeOf(event, visit.now) !== 'over')),
})
const eventCalendarPage = page({
  path: `${one}/event.ics`, may: read, sameForAll: true,
  get: async (visit, asked) => {
    const event = await find(visit, asked)
    return event === undefined || event.state === 'draft' ? notFound : calendarOf(visit, asked, [event])
  },
})
const eventPage = page({
  path: one, may: read, mayPost: takePart,
  get: async (visit, asked) => {
    const { reader, language, now, who } = visit
    const event = await find(visit, asked)
    if (event === undefined) return notFound
    const [items, files, notes, counts, municipalities] = await Promise.all([
      listItems(reader, event.id), listFiles(reader, event.id), event.minutesPublishedAt === null ? [] : listNotes(reader, event.id), timeOf(event, now) === 'coming' ? [] : listCounts(reader, event.id), listMunicipalities(reader),
    ])
    const { contact: { officer } } = await getSettings(reader)
    return eventScreen({ language, now, asked, event, items, files, notes, attendance: shownAttendance(counts), municipalities, mayManage: mayManage(who), officer })
  },
  accepts: signUpForm,
  post: async (visit, value, asked) => submitSignUp(visit, { number: toNumber(asked.params.number), input: { ...value, language: visit.language }, from: await fromOf(visit, asked) }),
})
const signedUpPage = page({
  path: `${one}/signed-up`, may: read,
  get: async (visit, asked) => {
    const event = await find(visit, asked)
    return event === undefined ? notFound : signedUpScreen({ language: visit.language, event })
  },
})
const filePage = page({
  path: `${one}/file/:hash`, may: read, languageFree: true,
  get: async (visit, asked) => {
    const event = await find(visit, asked)
    const file = event && (await listFiles(visit.reader, event.id)).find(({ sha256 }) => sha256 === asked.params.hash)
    if (event === undefined || file === undefined) return notFound
    return { kind: 'file', mediaType: file.mediaType, name: file.kind === 'photo' ? null : file.name, bytes: { stored: file.sha256, size: file.size }, ...(file.kind === 'photo' ? { inline: true, picture: 'yes' as const } : {}) }
  },
})
const placePage = page({
  path: placePath(':secret'), may: takePart, behindLink: 'yes',
  get: async ({ reader, language, now }, asked) => {
    const secret = asked.params.secret ?? ''
    const link = await findLink(reader, { secret, purpose: 'event', now })
    const signUp = link?.about == null ? undefined : await findSignUp(reader, link.about)
    const event = signUp && (await findEventById(reader, signUp.event))
    return placeScreen({ language, secret, found: event === undefined || signUp === undefined || signUp.state === 'cancelled' ? null : { event, signUp } })
  },
  accepts: (typed) => ({ ok: true, value: typed.text.does?.[0] === 'leave' ? 'leave' as const : 'take' as const }),
  post: async (visit, does, asked) => {
    const about = { secret: asked.params.secret ?? '', from: await fromOf(visit, asked) }
    return does === 'leave' ? leavePlace(visit, about) : acceptPlace(visit, about)
  },
})
const feedbackPage = page({
  path: `${one}/feedback`, may: read, mayPost: takePart,
  get: async (visit, asked) => {
    const event = await find(visit, asked)
    return event === undefined ? notFound : asked.problems.length === 0 ? see(`${eventPath(event.number)}#feedback`) : eventPage.get(visit, asked)
  },
  accepts: feedbackForm, post: (visit, value, asked) => giveFeedback(visit, { number: toNumber(asked.params.number), ...value }),
})

const newEventPage = page({
  path: newPath, may: manage,
  get: async ({ reader, language }, asked) => eventFormScreen({ language, asked, event: null, items: [], municipalities: await listMunicipalities(reader) }),
  accepts: eventForm,
  post: (visit, input) => (input.does === 'cancel' ? Promise.resolve(notFound) : makeEvent(visit, input)),
})
const changeScreen = async ({ reader, language }: ReadVisit, asked: Asked) => {
  const event = await findEvent(reader, { number: toNumber(asked.params.number), who: 'staff' })
  return event === undefined ? notFound : eventFormScreen({ language, asked, event, items: await listItems(reader, event.id), municipalities: await listMunicipalities(reader) })
}
const changeEventPage = page({
  path: `${one}/change`, may: manage, get: changeScreen, accepts: eventForm,
  post: async (visit, input, asked) => {
    const at = { number: toNumber(asked.params.number), version: input.version, from: await fromOf(visit, asked) }
    return input.does === 'cancel' ? cancelEvent(visit, { ...at, why: input.why }) : changeEvent(visit, { ...at, words: input.words, does: input.does })
  },
})
const programmePage = page({
  path: `${one}/programme`, may: manage, get: changeScreen, accepts: itemForm,
  post: async (visit, input, asked) => {
    const number = toNumber(asked.params.number)
    if (input.does === 'remove') return removeItem(visit, { number, item: input.item })
    const event = await findEvent(visit.writer.reader, { number, who: 'staff' })
    if (event === undefined) return notFound
    const day = dayOf(event.startsAt)
    const startsAt = parseMoment(day, input.starts), endsAt = parseMoment(day, input.ends)
    if (startsAt === undefined || endsAt === undefined) return problems([{ field: 'item_starts', text: { bg: 'Този час го няма в деня на срещата.', en: 'There is no such time on the day of the meeting.' } }])
    const added = await addItem(visit, { number, item: { startsAt, endsAt, group: input.group, title: input.title, lead: input.lead, place: input.place } })
    return added.kind === 'problems' ? problems(added.problems.map((problem) => ({ ...problem, field: `item_${problem.field}` }))) : added
  },
})
const peoplePage = page({
  path: `${one}/people`, may: manage,
  get: async ({ reader, language }, asked) => {
    const event = await findEvent(reader, { number: toNumber(asked.params.number), who: 'staff' })
    if (event === undefined) return notFound
    const [signUps, counts, municipalities] = await Promise.all([listSignUps(reader, event.id), listCounts(reader, event.id), listMunicipalities(reader)])
    const contacts = new Map((await listContactsOf(reader, signUps.flatMap(({ contact }) => (contact === null ? [] : [contact as ContactId])))).map((contact) => [contact.id as string, contact]))
    const people = signUps.map((signUp) => ({ ...signUp, name: contacts.get(signUp.contact ?? '')?.name ?? null, email: contacts.get(signUp.contact ?? '')?.email ?? null }))
    return peopleScreen({ language, asked, event, people, counts, municipalities })
  },
  accepts: peopleForm,
  post: async (visit, input, asked) => {
    const number = toNumber(asked.params.number), from = await fromOf(visit, asked)
    return input.does === 'tick' ? tickAttendance(visit, { number, ...input }) : input.does === 'remove' ? removeSignUp(visit, { number, id: input.id, from }) : enterSignUp(visit, { number, input: { ...input.value, language: visit.language }, from })
  },
})
const notesPage = page({
  path: `${one}/notes`, may: manage,
  get: async ({ reader, language }, asked) => {
    const event = await findEvent(reader, { number: toNumber(asked.params.number), who: 'staff' })
    return event === undefined ? notFound : notesScreen({ language, asked, event, items: await listItems(reader, event.id), notes: await listNotes(reader, event.id), topics: await listTopics(reader) })
  },
  accepts: noteForm,
  post: (visit, input, asked) => {
    const number = toNumber(asked.params.number)
    return input.does === 'add' ? addNotes(visit, { number, notes: input }) : input.does === 'remove' ? removeNote(visit, { number, note: input.note }) : publishMinutes(visit, { number, does: input.does })
  },
})
export const filesPage = page({ path: `${one}/files`, may: manage, get: changeScreen, accepts: fileForm })
const printed = { 'agenda.pdf': agendaDocument, 'sheet.pdf': sheetDocument } as const
const printPage = page({
  path: `${one}/print/:file`, may: read,
  get: async (visit, asked) => {
    const name = asked.params.file ?? ''
    const event = await find(visit, asked)
    if (event === undefined || (name !== 'agenda.pdf' && name !== 'sheet.pdf')) return notFound
    const [{ body }, items] = await Promise.all([getSettings(visit.reader), listItems(visit.reader, event.id)])
    return { kind: 'document', name: `posoka-${event.code}-${name.slice(0, -4)}`, format: 'pdf', document: printed[name]({ language: visit.language, event, items, body: body.name[visit.language] }) }
  },
})

/** Those whose attendance nobody has ticked a day after. */
export const untickedWaiting: WaitingOf = {
  may: manage,
  list: async ({ reader, language, now }) => {
    const say = speak(language)
    return (await listUnticked(reader, now)).map((event) => ({ name: say.participation_event_waiting_tick({ title: titleIn(event.title, language) }), says: say.participation_event_waiting_tick_says(), path: `${eventPath(event.number)}/people` }))
  },
}
export const pages = [eventsPage, calendarPage, newEventPage, signedUpPage, placePage, feedbackPage, changeEventPage, programmePage, peoplePage, notesPage, printPage, filePage, eventCalendarPage, eventPage]
