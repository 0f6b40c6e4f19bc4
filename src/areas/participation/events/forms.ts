// What the forms of events may send, parsed into values. Times are typed as the wall shows them in the region.
import { typedOne, type Typed, type UploadedFile, typedLine as line, typedText as text } from '#kernel/answer.ts'
import type { Bilingual } from '#kernel/language.ts'
import { not, ok, type Problem, type Result } from '#kernel/result.ts'
import { isEmail } from '#areas/people/contacts/rules.ts'
import { sectors } from '#areas/participation/proposals/rules.ts'
import { eventKinds, type EventKind, type EventWords, noteKinds, type NoteKind } from './rules.ts'
import { parseMoment } from './rules/moment.ts'

const both = (typed: Typed, field: string, read: typeof line): Bilingual => ({ bg: read(typed, `${field}_bg`), en: read(typed, `${field}_en`) })
const wrong = (field: string, bg: string, en: string): Problem => ({ field, text: { bg, en } })
const tooLong = (typed: Typed, fields: readonly string[], most: number): readonly Problem[] =>
  fields.filter((field) => text(typed, field).length > most).map((field) => wrong(field, `Най-много ${most} знака.`, `At most ${most} characters.`))
const isOf = <T extends string>(list: readonly T[], typed: string): typed is T => (list as readonly string[]).includes(typed)
const wholeOf = (typed: string): number | undefined => (/^\d{1,6}$/.test(typed) ? Number(typed) : undefined)

export type EventInput =
  | { readonly does: 'save' | 'publish'; readonly version: number; readonly words: EventWords }
  | { readonly does: 'cancel'; readonly version: number; readonly why: string }
export const eventForm = (typed: Typed): Result<EventInput, readonly Problem[]> => {
  const version = wholeOf(typedOne(typed, 'version')) ?? 0
  if (typedOne(typed, 'does') === 'cancel') {
    const why = line(typed, 'why')
    return why === '' ? not([wrong('why', 'Напишете защо: това ще прочетат записалите се.', 'Write why: those who signed up will read it.')])
      : why.length > 500 ? not([wrong('why', 'Най-много 500 знака.', 'At most 500 characters.')]) : ok({ does: 'cancel', version, why })
  }
  const kind = typedOne(typed, 'kind')
  const startsAt = parseMoment(line(typed, 'day'), line(typed, 'starts')), endsAt = parseMoment(line(typed, 'day'), line(typed, 'ends'))
  const capacity = line(typed, 'capacity') === '' ? null : wholeOf(line(typed, 'capacity'))
  const link = line(typed, 'link')
  const words = {
    kind: isOf(eventKinds, kind) ? kind : 'workshop' as EventKind, title: both(typed, 'title', line), says: both(typed, 'says', text), place: both(typed, 'place', line), access: both(typed, 'access', text),
    address: line(typed, 'address'), link: link === '' ? null : link, municipality: line(typed, 'municipality') || null, contact: line(typed, 'contact'),
    sectors: (typed.text.sectors ?? []).filter((one) => isOf(sectors, one)), capacity: capacity ?? null, startsAt: startsAt ?? new Date(0), endsAt: endsAt ?? new Date(0),
  }
  const found: readonly Problem[] = [
    ...(isOf(eventKinds, kind) ? [] : [wrong('kind', 'Изберете какво е събитието.', 'Choose what the event is.')]),
    ...(words.title.bg === '' && words.title.en === '' ? [wrong('title_bg', 'Напишете заглавие поне на единия език.', 'Write a title in at least one language.')] : []),
    ...(startsAt === undefined ? [parseMoment(line(typed, 'day'), '10:00') === undefined ? wrong('day', 'Напишете деня така: 25.11.2026.', 'Write the day like this: 25.11.2026.') : wrong('starts', 'Напишете часа така: 10:00.', 'Write the time like this: 10:00.')] : []),
    ...(endsAt === undefined && startsAt !== undefined ? [wrong('ends', 'Напишете часа така: 12:30.', 'Write the time like this: 12:30.')] : []),
    ...(startsAt !== undefined && endsAt !== undefined && endsAt <= startsAt ? [wrong('ends', 'Краят е преди началото.', 'The end is before the beginning.')] : []),
    ...(capacity === undefined || capacity === 0 ? [wrong('capacity', 'Напишете цяло число, или оставете празно, ако няма ограничение.', 'Write a whole number, or leave it empty where there is no limit.')] : []),
    ...(link === '' || /^https?:\/\/[^\s/]+\S*$/.test(link) ? [] : [wrong('link', 'Връзката започва с https://.', 'The link begins with https://.')]),
    ...tooLong(typed, ['title_bg', 'title_en', 'place_bg', 'place_en', 'contact'], 200), ...tooLong(typed, ['address', 'link'], 300), ...tooLong(typed, ['says_bg', 'says_en', 'access_bg', 'access_en'], 5000),
  ]
  return found.length > 0 ? not(found) : ok({ does: typedOne(typed, 'does') === 'publish' ? 'publish' : 'save', version, words })
}

/** Times of an item are on the day of its event, which the act knows; here they are only read. */
export type ItemTyped = { readonly does: 'add'; readonly starts: string; readonly ends: string; readonly group: number; readonly title: Bilingual; readonly lead: string; readonly place: string } | { readonly does: 'remove'; readonly item: string }
export const itemForm = (typed: Typed): Result<ItemTyped, readonly Problem[]> => {
  if (typedOne(typed, 'does') === 'remove') return ok({ does: 'remove', item: typedOne(typed, 'item') })
  const group = line(typed, 'group') === '' ? 0 : wholeOf(line(typed, 'group'))
  const value = { does: 'add' as const, starts: line(typed, 'item_starts'), ends: line(typed, 'item_ends'), group: group ?? 0, title: both(typed, 'item_title', line), lead: line(typed, 'lead'), place: line(typed, 'item_place') }
  const isTime = (one: string): boolean => parseMoment('01.01.2026', one) !== undefined
  const found: readonly Problem[] = [
    ...(isTime(value.starts) ? [] : [wrong('item_starts', 'Напишете часа така: 10:00.', 'Write the time like this: 10:00.')]),
    ...(isTime(value.ends) ? [] : [wrong('item_ends', 'Напишете часа така: 10:45.', 'Write the time like this: 10:45.')]),
    ...(value.title.bg === '' ? [wrong('item_title_bg', 'Напишете заглавие на български.', 'Write a title in Bulgarian.')] : []),
    ...(value.title.en === '' ? [wrong('item_title_en', 'Напишете заглавие на английски.', 'Write a title in English.')] : []),
    ...(group === undefined || group > 20 ? [wrong('group', 'Групата е число до 20; празно е за всички.', 'A group is a number up to 20; empty is for everybody.')] : []),
    ...tooLong(typed, ['item_title_bg', 'item_title_en', 'lead', 'item_place'], 200),
  ]
  return found.length > 0 ? not(found) : ok(value)
}

export type SignUpTyped = { readonly name: string; readonly email: string; readonly organisation: string; readonly people: number; readonly sector: string | null; readonly municipality: string | null; readonly needs: string }
/** The same form for a visitor and for a colleague who types what was said on the telephone: only then the address may be missing. */
const signUpOf = (typed: Typed, byStaff: 'yes' | 'no'): Result<SignUpTyped, readonly Problem[]> => {
  const people = line(typed, 'people') === '' ? 1 : wholeOf(line(typed, 'people'))
  const sector = typedOne(typed, 'sector')
  const value = { name: line(typed, 'name'), email: line(typed, 'email'), organisation: line(typed, 'organisation'), people: people ?? 0, sector: isOf(sectors, sector) ? sector : null, municipality: line(typed, 'municipality') || null, needs: text(typed, 'needs') }
  const found: readonly Problem[] = [
    ...(value.name === '' ? [wrong('name', 'Напишете име, с което да Ви посрещнем.', 'Write a name by which we may greet you.')] : []),
    ...(isEmail(value.email) || (byStaff === 'yes' && value.email === '') ? [] : [wrong('email', 'Имейлът трябва да изглежда така: ime@primer.bg.', 'The e-mail should look like this: name@example.bg.')]),
    ...(people === undefined || people < 1 || people > 50 ? [wrong('people', 'Напишете колко души, от 1 до 50.', 'Write how many people, from 1 to 50.')] : []),
    ...(value.people > 1 && value.organisation === '' ? [wrong('organisation', 'За няколко души напишете и коя институция ги записва.', 'For several people write which institution signs them up.')] : []),
    ...tooLong(typed, ['name'], 120), ...tooLong(typed, ['organisation'], 200), ...tooLong(typed, ['needs'], 1000),
  ]
  return found.length > 0 ? not(found) : ok(value)
}
export const signUpForm = (typed: Typed): Result<SignUpTyped, readonly Problem[]> => signUpOf(typed, 'no')

export type PeopleInput =
  | { readonly does: 'enter'; readonly value: SignUpTyped }
  | { readonly does: 'tick'; readonly came: ReadonlyMap<string, 'came' | 'absent'>; readonly door: ReadonlyMap<string, number> }
  | { readonly does: 'remove'; readonly id: string }
export const peopleForm = (typed: Typed): Result<PeopleInput, readonly Problem[]> => {
  const does = typedOne(typed, 'does')
  if (does.startsWith('remove ')) return ok({ does: 'remove', id: does.slice(7) })
  if (does === 'tick') {
    const came = new Map<string, 'came' | 'absent'>()
    for (const [field, [said = '']] of Object.entries(typed.text)) if (field.startsWith('came_') && (said === 'came' || said === 'absent')) came.set(field.slice(5), said)
    const door = new Map<string, number>()
    const found: Problem[] = []
    for (const sector of [...sectors, 'unknown']) {
      const said = line(typed, `door_${sector}`)
      const people = said === '' ? 0 : wholeOf(said)
      if (people === undefined || people > 10_000) found.push(wrong(`door_${sector}`, 'Напишете цяло число.', 'Write a whole number.'))
      else door.set(sector, people)
    }
    return found.length > 0 ? not(found) : ok({ does: 'tick', came, door })
  }
  const entered = signUpOf(typed, 'yes')
  return entered.ok ? ok({ does: 'enter', value: entered.value }) : entered
}

export type NoteInput = { readonly does: 'add'; readonly item: string | null; readonly table: number | null; readonly kind: NoteKind; readonly topic: string | null; readonly lines: readonly string[] } | { readonly does: 'remove'; readonly note: string } | { readonly does: 'publish' | 'withdraw' }
/** One note a line: what a table wrote down is typed in one go. */
export const noteForm = (typed: Typed): Result<NoteInput, readonly Problem[]> => {
  const does = typedOne(typed, 'does')
  if (does === 'publish' || does === 'withdraw') return ok({ does })
  if (does.startsWith('remove ')) return ok({ does: 'remove', note: does.slice(7) })
  const table = line(typed, 'table') === '' ? null : wholeOf(line(typed, 'table'))
  const kind = typedOne(typed, 'note_kind')
  const lines = text(typed, 'lines').split(/\r?\n/).map((one) => one.trim()).filter((one) => one !== '')
  const found: readonly Problem[] = [
    ...(lines.length === 0 ? [wrong('lines', 'Напишете поне една бележка; всяка на свой ред.', 'Write at least one note; each on a line of its own.')] : []),
    ...(lines.some((one) => one.length > 5000) ? [wrong('lines', `Ред ${lines.findIndex((one) => one.length > 5000) + 1} е по-дълъг от 5000 знака.`, `Line ${lines.findIndex((one) => one.length > 5000) + 1} is longer than 5000 characters.`)] : []),
    ...(lines.length > 500 ? [wrong('lines', 'Най-много 500 бележки наведнъж.', 'At most 500 notes at once.')] : []),
    ...(table === undefined || table === 0 || (table ?? 0) > 100 ? [wrong('table', 'Масата е число от 1 до 100, или празно.', 'A table is a number from 1 to 100, or empty.')] : []),
    ...(isOf(noteKinds, kind) ? [] : [wrong('note_kind', 'Изберете казано, решено или за правене.', 'Choose said, decided or to do.')]),
  ]
  return found.length > 0 ? not(found) : ok({ does: 'add', item: typedOne(typed, 'note_item') || null, table: table ?? null, kind: isOf(noteKinds, kind) ? kind : 'said', topic: typedOne(typed, 'topic') || null, lines })
}

export type FeedbackInput = { readonly useful: number | null; readonly heard: number | null; readonly text: string }
export const feedbackForm = (typed: Typed): Result<FeedbackInput, readonly Problem[]> => {
  const grade = (field: string): number | null => (/^[1-5]$/.test(typedOne(typed, field)) ? Number(typedOne(typed, field)) : null)
  const value = { useful: grade('useful'), heard: grade('heard'), text: text(typed, 'thoughts') }
  return value.useful === null && value.heard === null && value.text === '' ? not([wrong('useful', 'Отговорете поне на един от въпросите.', 'Answer at least one of the questions.')])
    : value.text.length > 3000 ? not([wrong('thoughts', 'Най-много 3000 знака.', 'At most 3000 characters.')]) : ok(value)
}

export type FileTyped = { readonly kind: 'material' | 'photo'; readonly file: UploadedFile; readonly alternative: Bilingual; readonly consent: string }
/** A photograph needs words for whoever cannot see it, and how those on it agreed. */
export const fileForm = (typed: Typed): Result<FileTyped, readonly Problem[]> => {
  const kind = typedOne(typed, 'file_kind') === 'photo' ? 'photo' as const : 'material' as const
  const file = typed.files.file
  const value = { kind, alternative: both(typed, 'alternative', line), consent: line(typed, 'consent') }
  const found: readonly Problem[] = [
    ...(file === undefined ? [wrong('file', 'Изберете файл.', 'Choose a file.')] : []),
    ...(kind === 'photo' && value.alternative.bg === '' ? [wrong('alternative_bg', 'Напишете какво се вижда на снимката.', 'Write what the photograph shows.')] : []),
    ...(kind === 'photo' && value.alternative.en === '' ? [wrong('alternative_en', 'Напишете го и на английски.', 'Write it in English as well.')] : []),
    ...(kind === 'photo' && value.consent === '' ? [wrong('consent', 'Напишете как са се съгласили хората на снимката.', 'Write how the people on the photograph agreed.')] : []),
    ...tooLong(typed, ['alternative_bg', 'alternative_en'], 300), ...tooLong(typed, ['consent'], 500),
  ]
  return found.length > 0 || file === undefined ? not(found) : ok({ ...value, file })
}
