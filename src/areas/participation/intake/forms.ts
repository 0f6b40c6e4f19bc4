// What the forms of intake may send, parsed into values. A form that fails keeps what was typed: the door sees to it.
import { isId } from '#kernel/id.ts'
import { typedOne, type Typed, type UploadedFile, typedLine as line, typedText as text } from '#kernel/answer.ts'
import { not, ok, type Problem, type Result } from '#kernel/result.ts'
import { sectors, type Sector } from '#areas/participation/proposals/rules.ts'
import type { ProcessId } from '#areas/participation/processes/rules.ts'
import { groupsAtOnce, type NewPaper, type NewSheet, type NoteGroup } from './rules.ts'
import { parseCellDay } from './rules/incoming.ts'
import { parseCode, parseNotes, type TypedNote } from './rules/notes.ts'
import { mappingProblems, tableFields, type TableField, type TableMapping } from './rules/table.ts'

const wrong = (field: string, bg: string, en: string): Problem => ({ field, text: { bg, en } })
const processOf = (typed: Typed): ProcessId | undefined => { const id = typedOne(typed, 'process'); return isId(id) ? (id as ProcessId) : undefined }
const noProcess = wrong('process', 'Изберете към коя покана или консултация е.', 'Choose the call or consultation it belongs to.')
const badDay = (field: string): Problem => wrong(field, 'Напишете деня така: 25.11.2026.', 'Write the day like this: 25.11.2026.')
const sectorOf = (typed: Typed): Sector | null => sectors.find((one) => one === typedOne(typed, 'sector')) ?? null
const yes = (typed: Typed, field: string): 'yes' | 'no' => (typedOne(typed, field) === 'yes' ? 'yes' : 'no')
const missing = '00000000-0000-0000-0000-000000000000' as ProcessId

export type PaperInput = { readonly paper: NewPaper; readonly file: UploadedFile | null }
export const paperForm = (typed: Typed): Result<PaperInput, readonly Problem[]> => {
  const process = processOf(typed), received = parseCellDay(line(typed, 'received_on'))
  const dated = line(typed, 'dated_on') === '' ? null : parseCellDay(line(typed, 'dated_on'))
  const channel = typedOne(typed, 'channel'), file = typed.files.scan ?? null
  const paper: NewPaper = {
    process: process ?? missing, channel: channel === 'post' || channel === 'phone' ? channel : 'paper', title: line(typed, 'title'), text: text(typed, 'text'), author: line(typed, 'author') || null, organisation: yes(typed, 'organisation'),
    consent: typedOne(typed, 'consent') === 'yes' ? 'publishName' : 'none', municipality: line(typed, 'municipality') || null, sector: sectorOf(typed), datedOn: dated ?? null, receivedOn: received ?? '',
    registryNumber: line(typed, 'registry_number'), illegible: yes(typed, 'illegible'), inPerson: yes(typed, 'in_person'),
  }
  const found: readonly Problem[] = [
    ...(process === undefined ? [noProcess] : []),
    ...(paper.text.length < 3 ? [wrong('text', 'Препишете текста на писмото. За нечетливо място пишете [не се чете].', 'Type the text of the letter. For what cannot be read write [illegible].')] : []),
    ...(paper.text.length > 200_000 ? [wrong('text', 'Най-много 200 000 знака.', 'At most 200,000 characters.')] : []),
    ...(paper.title.length > 200 ? [wrong('title', 'Най-много 200 знака.', 'At most 200 characters.')] : []),
    ...(received === undefined ? [badDay('received_on')] : []), ...(dated === undefined ? [badDay('dated_on')] : []),
    ...(received !== undefined && dated && dated > received ? [wrong('dated_on', 'Писмото не може да носи дата след деня на получаване.', 'A letter cannot be dated after the day it was received.')] : []),
    ...(paper.registryNumber.length > 60 ? [wrong('registry_number', 'Най-много 60 знака.', 'At most 60 characters.')] : []),
    ...((paper.author ?? '').length > 200 ? [wrong('author', 'Най-много 200 знака.', 'At most 200 characters.')] : []),
    ...(paper.consent === 'publishName' && file === null ? [wrong('scan', 'Съгласието името да се публикува се доказва със сканираното писмо: добавете го, или махнете отметката.', 'The scanned letter proves the consent to publish the name: add it, or take the tick away.')] : []),
    ...(paper.consent === 'publishName' && paper.author === null ? [wrong('author', 'Напишете името, за което е съгласието.', 'Write the name the consent is for.')] : []),
  ]
  return found.length > 0 ? not(found) : ok({ paper, file })
}

export const sheetForm = (typed: Typed): Result<NewSheet, readonly Problem[]> => {
  const process = processOf(typed), held = parseCellDay(line(typed, 'held_on')), code = line(typed, 'code') === '' ? null : parseCode(line(typed, 'code'))
  const questions = text(typed, 'questions').split('\n').map((one) => one.replace(/\s+/g, ' ').trim()).filter((one) => one !== '').map((words, at) => ({ position: at + 1, words }))
  const found: readonly Problem[] = [
    ...(process === undefined ? [noProcess] : []),
    ...(line(typed, 'title') === '' ? [wrong('title', 'Напишете как се казва работилницата.', 'Write what the workshop is called.')] : line(typed, 'title').length > 200 ? [wrong('title', 'Най-много 200 знака.', 'At most 200 characters.')] : []),
    ...(held === undefined ? [badDay('held_on')] : []),
    ...(code === undefined ? [wrong('code', 'Кодът е от пет букви и цифри, без 0, 1, I и O.', 'The code has five letters and digits, without 0, 1, I and O.')] : []),
    ...(questions.length === 0 ? [wrong('questions', 'Напишете поне един въпрос, всеки на свой ред.', 'Write at least one question, each on its own line.')] : []),
    ...(questions.length > 20 ? [wrong('questions', 'Най-много 20 въпроса.', 'At most 20 questions.')] : []),
    ...(questions.some(({ words }) => words.length > 300) ? [wrong('questions', 'Един въпрос е най-много 300 знака.', 'A question has at most 300 characters.')] : []),
  ]
  return found.length > 0 ? not(found) : ok({
    code: code ?? null, process: process ?? missing, title: line(typed, 'title'), heldOn: held ?? '', place: line(typed, 'place').slice(0, 200), municipality: line(typed, 'municipality') || null,
    language: typedOne(typed, 'sheet_language') === 'en' ? 'en' : 'bg', questions,
  })
}
export type NotesInput = { readonly does: 'notes'; readonly question: number; readonly notes: readonly TypedNote[] } | { readonly does: 'photo'; readonly file: UploadedFile }
export const notesForm = (typed: Typed): Result<NotesInput, readonly Problem[]> => {
  if (typedOne(typed, 'does') === 'photo') {
    const file = typed.files.photo
    return file === undefined ? not([wrong('photo', 'Изберете снимка.', 'Choose a photo.')]) : ok({ does: 'photo', file })
  }
  const question = Number.parseInt(typedOne(typed, 'question'), 10), notes = parseNotes(typedOne(typed, 'notes'))
  const none = Number.isSafeInteger(question) && question > 0 ? [] : [wrong('question', 'Изберете под кой въпрос са бележките.', 'Choose the question the notes stand under.')]
  if (!notes.ok) return not([...none, ...notes.problem])
  return none.length > 0 ? not(none) : ok({ does: 'notes', question, notes: notes.value })
}
/** Each note names its group by select list; each group that has notes has a title. */
export const wallForm = (typed: Typed): Result<readonly NoteGroup[], readonly Problem[]> => {
  const chosen = Object.entries(typed.text).flatMap(([name, [value = '']]) => { const number = /^group_(\d{4}-\d{4,9})$/.exec(name)?.[1]; return number === undefined || value === '' ? [] : [{ number, group: value }] })
  const groups = Array.from({ length: groupsAtOnce }, (_, at) => ({ at: at + 1, title: line(typed, `title_${at + 1}`), notes: chosen.filter(({ group }) => group === String(at + 1)).map(({ number }) => number).sort() }))
  const found: readonly Problem[] = [
    ...(chosen.length === 0 ? [wrong('', 'Изберете група поне за една бележка.', 'Choose a group for at least one note.')] : []),
    ...groups.flatMap(({ at, title, notes }) => [
      ...(notes.length > 0 && title === '' ? [wrong(`title_${at}`, 'Напишете какво казват тези бележки заедно.', 'Write what these notes say together.')] : []),
      ...(title.length > 200 ? [wrong(`title_${at}`, 'Най-много 200 знака.', 'At most 200 characters.')] : []),
      ...(notes.length === 0 && title !== '' && chosen.length > 0 ? [wrong(`title_${at}`, 'Няма бележка в тази група.', 'There is no note in this group.')] : []),
    ]),
  ]
  return found.length > 0 ? not(found) : ok(groups.filter(({ notes }) => notes.length > 0).map(({ title, notes }) => ({ title, notes })))
}
export type CodeInput = { readonly code: string }
export const codeForm = (typed: Typed): Result<CodeInput, readonly Problem[]> => {
  const code = parseCode(typedOne(typed, 'code'))
  return code === undefined ? not([wrong('code', 'Кодът е от пет букви и цифри, както е отпечатан на листа.', 'The code has five letters and digits, as printed on the sheet.')]) : ok({ code })
}

export type UploadInput = { readonly process: ProcessId; readonly files: readonly UploadedFile[] }
export const polisFields = ['comments', 'votes', 'summary', 'participants', 'groups'] as const
export const uploadForm = (typed: Typed): Result<UploadInput, readonly Problem[]> => {
  const process = processOf(typed)
  const files = ['file', ...polisFields].flatMap((name) => typed.files[name] ?? [])
  const found = [...(process === undefined ? [noProcess] : []), ...(files.length === 0 ? [wrong(typed.text.set === undefined ? 'file' : 'comments', 'Изберете файл.', 'Choose a file.')] : [])]
  return found.length > 0 || process === undefined ? not(found) : ok({ process, files })
}
export type PortalInput = { readonly process: ProcessId; readonly consultation: number }
export const portalForm = (typed: Typed): Result<PortalInput, readonly Problem[]> => {
  const process = processOf(typed), given = line(typed, 'consultation'), number = /(?:^|[=/])(\d{1,9})(?:[/?#].*)?$/.exec(given)?.[1]
  const found = [...(process === undefined ? [noProcess] : []), ...(number === undefined || Number(number) === 0 ? [wrong('consultation', 'Напишете номера на консултацията в портала, например 8256.', 'Write the number of the consultation at the portal, as 8256.')] : [])]
  return found.length > 0 || process === undefined ? not(found) : ok({ process, consultation: Number(number) })
}
export type DraftInput = { readonly does: 'take' | 'drop' } | { readonly does: 'columns'; readonly mapping: TableMapping }
export const draftForm = (typed: Typed): Result<DraftInput, readonly Problem[]> => {
  const does = typedOne(typed, 'does')
  if (does !== 'columns') return ok({ does: does === 'drop' ? 'drop' : 'take' })
  const place = (field: TableField): number | null => { const cell = typedOne(typed, `column_${field}`); return /^\d{1,4}$/.test(cell) ? Number(cell) : null }
  const mapping = { head: Number.parseInt(typedOne(typed, 'head'), 10) || 0, ...Object.fromEntries(tableFields.map((field) => [field, place(field)])) } as TableMapping
  const problems = mappingProblems(mapping).map((problem) => ({ ...problem, field: `column_${problem.field}` }))
  return problems.length > 0 ? not(problems) : ok({ does: 'columns', mapping })
}
