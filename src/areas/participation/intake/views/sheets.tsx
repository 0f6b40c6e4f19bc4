// Sheets of workshops: the list, a new one, and typing the notes of one under its questions, sixty at once.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Region } from '#kernel/region.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { DateField } from '#ui/parts/date-field.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { FileUpload } from '#ui/parts/file-upload.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Column, Columns, PageHeading, Section } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Radios } from '#ui/parts/choices.tsx'
import { Select } from '#ui/parts/select.tsx'
import { StatLine } from '#ui/parts/stat-line.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { contributionPath } from '#areas/participation/proposals/rules.ts'
import { isOpenNote, type NoteSheet, photoPath, type SheetNote, type SheetPhoto, sheetPath, sheetsPath, wallPath } from '../rules.ts'
import { crumbsTo, type ProcessChoice, processOptions, sayWaiting } from './words.ts'

type Line = { readonly code: string; readonly title: string; readonly heldOn: string; readonly place: string; readonly notes: number }
export const sheetsScreen = ({ language, asked, sheets }: { readonly language: Language; readonly asked: Asked; readonly sheets: readonly Line[] }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.participation_intake_sheets_title(), says: say.participation_intake_sheets_says(), crumbs: crumbsTo(language),
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.participation_intake_sheets_title()} lead={say.participation_intake_sheets_says()}><Buttons><ButtonLink href={toHref(language, `${sheetsPath}/new`)}>{say.participation_intake_sheet_new()}</ButtonLink></Buttons></PageHeading>
        <Section id="code" title={say.participation_intake_have_sheet()}>
          <Form action={toHref(language, sheetsPath)}>
            <TextField language={language} name="code" width="short" autocomplete="off" label={say.participation_event_code()} help={say.participation_intake_code_help()} value={typedOne(asked.typed, 'code')} error={errorOf({ problems: asked.problems, field: 'code', language })} />
            <Buttons><Button look="secondary">{say.participation_intake_code_open()}</Button></Buttons>
          </Form>
        </Section>
        <Section id="sheets" title={say.participation_intake_sheets()}>
          {sheets.length === 0 ? <EmptyState title={say.participation_intake_no_sheets()} why={say.participation_intake_no_sheets_why()} level={3} /> : (
            <Table
              language={language} id="sheet-list" caption={say.participation_intake_sheets()} captionIs="hidden" phone="stack"
              columns={[{ name: say.participation_intake_workshop() }, { name: say.participation_event_code() }, { name: say.participation_intake_held_on() }, { name: say.participation_intake_notes(), kind: 'number' }]}
              rows={sheets.map(({ code, title, heldOn, notes }) => ({ cells: [<a class="ds-link" href={toHref(language, sheetPath(code))}>{title}</a>, code, sayCivilDate(heldOn, language), String(notes)] }))}
            />
          )}
        </Section>
      </>
    ),
  }
}
type New = { readonly language: Language; readonly asked: Asked; readonly processes: readonly ProcessChoice[]; readonly municipalities: readonly Region[]; readonly today: string }
export const newSheetScreen = ({ language, asked, processes, municipalities, today }: New): Screen => {
  const say = speak(language)
  const field = (name: string, fresh = '') => ({ language, name, value: asked.problems.length > 0 ? typedOne(asked.typed, name) : (asked.query.get(name) ?? fresh), error: errorOf({ problems: asked.problems, field: name, language }) })
  return {
    kind: 'screen', title: say.participation_intake_sheet_new(), says: say.participation_intake_sheets_says(), crumbs: crumbsTo(language, { name: say.participation_intake_sheets_title(), path: sheetsPath }),
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.participation_intake_sheet_new()} lead={say.participation_intake_sheet_new_says()} />
        <Form action={toHref(language, `${sheetsPath}/new`)}>
          <TextField label={say.participation_intake_workshop()} {...field('title')} />
          <Textarea rows={6} label={say.participation_intake_questions()} help={say.participation_intake_questions_help()} {...field('questions')} />
          <DateField label={say.participation_intake_held_on()} {...field('held_on', today.split('-').reverse().join('.'))} />
          <TextField optional label={say.participation_intake_place()} {...field('place')} />
          <Select optional label={say.participation_intake_municipality()} blank={say.participation_intake_unknown()} options={municipalities.map(({ code, name }) => ({ value: code, name: name[language] }))} {...field('municipality')} />
          <Select label={say.participation_intake_process()} options={processOptions(processes, language)} {...field('process')} />
          <Radios label={say.participation_intake_sheet_language()} choices={[{ value: 'bg', name: 'български' }, { value: 'en', name: 'English' }]} {...field('sheet_language', language)} />
          <TextField optional width="short" autocomplete="off" label={say.participation_intake_code_given()} help={say.participation_intake_code_given_help()} {...field('code')} />
          <Buttons><Button>{say.participation_intake_sheet_make()}</Button><ButtonLink look="quiet" href={toHref(language, sheetsPath)}>{say.people_back()}</ButtonLink></Buttons>
        </Form>
      </>
    ),
  }
}
type Shown = { readonly language: Language; readonly asked: Asked; readonly sheet: NoteSheet; readonly notes: readonly SheetNote[]; readonly photos: readonly SheetPhoto[]; readonly maySee: 'yes' | 'no'; readonly mayGroup: 'yes' | 'no' }
const wholeOf = (text: string | null): number => (text !== null && /^\d{1,6}$/.test(text) ? Number(text) : 0)
export const sheetScreen = (shown: Shown): Screen => {
  const { language, asked, sheet, notes, photos, maySee } = shown
  const say = speak(language)
  const pictures = maySee === 'no' ? [] : photos.filter(({ mediaType }) => /^image\/(?:png|jpeg)$/.test(mediaType))
  const action = toHref(language, sheetPath(sheet.code)), typed = wholeOf(asked.query.get('typed')), dots = notes.reduce((sum, note) => sum + note.dots, 0)
  const error = (field: string) => errorOf({ problems: asked.problems, field, language })
  return {
    kind: 'screen', title: sheet.title, says: say.participation_intake_sheets_says(), crumbs: crumbsTo(language, { name: say.participation_intake_sheets_title(), path: sheetsPath }),
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading kicker={`${say.participation_event_code()}: ${sheet.code}`} title={sheet.title} lead={[sayCivilDate(sheet.heldOn, language), sheet.place].filter((part) => part !== '').join(', ')}>
          <Buttons><ButtonLink look="secondary" href={`${action}/sheet.pdf`} download={`${sheet.code}.pdf`}>{say.participation_intake_sheet_print()}</ButtonLink>{shown.mayGroup === 'yes' && notes.some(isOpenNote) ? <ButtonLink look="secondary" href={toHref(language, wallPath(sheet.code))}>{say.participation_intake_group()}</ButtonLink> : null}</Buttons>
        </PageHeading>
        {typed === 0 || asked.problems.length > 0 ? null : <Notice language={language} tone="success" title={say.participation_intake_notes_typed({ notes: typed })}><p>{say.participation_intake_dots_counted({ dots: wholeOf(asked.query.get('dots')) })}</p></Notice>}
        <StatLine stats={[{ name: say.participation_intake_notes(), value: String(notes.length) }, { name: say.participation_intake_dots(), value: String(dots), note: say.participation_intake_dots_apart() }, { name: say.participation_intake_supports(), value: String(notes.reduce((sum, { supports }) => sum + supports, 0)) }]} />
        <Section id="type" title={say.participation_intake_type_notes()}>
          {pictures.length === 0 ? <NotesForm {...shown} action={action} /> : (
            <Columns parts="equal">
              <Column><NotesForm {...shown} action={action} /></Column>
              <Column>{pictures.map(({ sha256, name }) => <a href={photoPath(sheet.code, sha256)}><img class="p-news-picture" src={photoPath(sheet.code, sha256)} alt={say.participation_intake_photo_alt({ name })} loading="lazy" /></a>)}</Column>
            </Columns>
          )}
        </Section>
        {sheet.questions.map(({ position, words }) => {
          const under = notes.filter(({ question }) => question === position)
          return (
            <Section id={`question-${position}`} title={`${position}. ${words}`}>
              {under.length === 0 ? <p class="p-note">{say.participation_intake_no_notes()}</p> : (
                <Table
                  language={language} id={`notes-${position}`} caption={`${position}. ${words}`} captionIs="hidden" phone="stack"
                  columns={[{ name: say.participation_intake_note() }, { name: say.participation_intake_number() }, { name: say.participation_intake_dots(), kind: 'number' }, { name: say.participation_intake_what_became() }]}
                  rows={under.map(({ number, text, dots: on, state }) => ({ cells: [text, <a class="ds-link" href={toHref(language, contributionPath(number))}>{number}</a>, String(on), sayWaiting(state, language)] }))}
                />
              )}
            </Section>
          )
        })}
        <Section id="photos" title={say.participation_intake_photos()}>
          {photos.length === 0 ? <p>{say.participation_intake_no_photos()}</p> : maySee === 'no' ? <p>{say.participation_intake_scan_closed()}</p> : (
            <ul>{photos.map(({ sha256, name }) => <li><a class="ds-link" href={photoPath(sheet.code, sha256)}>{name}</a></li>)}</ul>
          )}
          <Form action={action} carries="files" hidden={[{ name: 'does', value: 'photo' }]}>
            <FileUpload language={language} name="photo" label={say.participation_intake_photo()} kinds="JPEG, PNG, PDF, TIFF" most="32 MB" error={error('photo')} />
            <Buttons><Button look="secondary">{say.participation_intake_photo_add()}</Button></Buttons>
          </Form>
        </Section>
      </>
    ),
  }
}
/** The form stands alone so that it can have the photo of the sheet beside it. */
const NotesForm = ({ language, asked, sheet, action }: Shown & { readonly action: string }) => {
  const say = speak(language)
  const error = (field: string) => errorOf({ problems: asked.problems, field, language })
  return (
    <Form action={action} hidden={[{ name: 'does', value: 'notes' }]}>
      <Select language={language} name="question" label={say.participation_intake_question()} value={asked.problems.length > 0 ? typedOne(asked.typed, 'question') : (asked.query.get('question') ?? '1')} options={sheet.questions.map(({ position, words }) => ({ value: String(position), name: `${position}. ${words}` }))} error={error('question')} />
      <Textarea language={language} name="notes" rows={14} {...(asked.problems.length > 0 ? {} : { focus: 'here' as const })} label={say.participation_intake_notes_field()} help={say.participation_intake_notes_help()} value={typedOne(asked.typed, 'notes')} error={error('notes')} />
      <Buttons><Button>{say.participation_intake_notes_save()}</Button></Buttons>
    </Form>
  )
}
