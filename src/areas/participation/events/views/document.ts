// The agenda of an event, and a sheet for its tables with the code by which paper finds its event: documents for printing.
import type { Document, DocumentBlock } from '#kernel/document.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { type AgendaItem, eventPath, type PublicEvent } from '../rules.ts'
import { timeOfDay } from '../rules/moment.ts'
import { sayDay, sayKind, sayWhen, titleIn } from './words.ts'

type Printed = { readonly language: Language; readonly event: PublicEvent; readonly items: readonly AgendaItem[]; readonly body: string }
const frame = ({ language, event, body }: Printed, blocks: readonly DocumentBlock[]): Document => ({
  language, kicker: sayKind(event.kind, language), title: titleIn(event.title, language), subtitle: sayWhen(event, language), says: sayWhen(event, language), body,
  asOf: { day: event.startsAt.toISOString().slice(0, 10), words: sayDay(event.startsAt, language) }, emblem: null, funding: null, address: `/${language}${eventPath(event.number)}`, blocks,
})
export const agendaDocument = (printed: Printed): Document => {
  const { language, event, items } = printed
  const say = speak(language)
  const text = (of: string) => ({ text: of, kind: 'text' as const })
  return frame(printed, [
    { kind: 'heading', level: 1, id: 'programme', text: say.participation_event_programme() },
    ...event.says[language].split(/\n\s*\n/).filter((part) => part.trim() !== '').map((part) => ({ kind: 'paragraph' as const, text: part })),
    { kind: 'list', items: [[event.place[language], event.address].filter((part) => part !== '').join(', '), event.access[language], event.contact].filter((part) => part !== '').map((part) => ({ text: part })) },
    ...(items.length === 0 ? [{ kind: 'paragraph' as const, text: say.participation_event_no_programme() }] : [{
      kind: 'table' as const, id: 'agenda', caption: say.participation_event_programme(), sources: [], notes: [],
      table: {
        head: [say.participation_event_when(), say.participation_event_item(), say.participation_event_lead(), say.participation_event_room()].map((name) => ({ name, kind: 'text' as const })),
        rows: items.map((item) => ({ name: `${timeOfDay(item.startsAt)}–${timeOfDay(item.endsAt)}`, cells: [text(`${item.group === 0 ? '' : `${say.participation_event_group({ group: item.group })}: `}${titleIn(item.title, language)}`), text(item.lead || '–'), text(item.place || '–')] })),
      },
    }]),
  ])
}
/** One note a line, under its question; numbered, so that a typed note is found on the paper again. */
export const sheetDocument = (printed: Printed): Document => {
  const { language, event, items } = printed
  const say = speak(language)
  const parts = items.length === 0 ? [say.participation_event_whole()] : items.map((item) => titleIn(item.title, language))
  return { ...frame(printed, parts.flatMap((title, at): readonly DocumentBlock[] => [
    { kind: 'heading', level: 1, id: `sheet-${at + 1}`, text: title },
    { kind: 'paragraph', text: say.participation_event_sheet_says({ code: event.code }) },
    {
      kind: 'table', filled: 'byHand', id: `lines-${at + 1}`, caption: `${say.participation_event_code()}: ${event.code}`, sources: [], notes: [],
      table: { head: [{ name: '№', kind: 'text' }, { name: say.participation_event_lines(), kind: 'text' }, { name: say.participation_event_dots(), kind: 'text' }], rows: Array.from({ length: 15 }, (_, row) => ({ name: String(row + 1), cells: [{ text: ' ', kind: 'text' as const }, { text: ' ', kind: 'text' as const }] })) },
    },
  ])), cover: 'none' }
}
