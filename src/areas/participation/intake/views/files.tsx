// Bringing a file or asking the portal, and looking at what came before anything of it is taken in.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import type { Problem } from '#kernel/result.ts'
import { columnLetters } from '#kernel/sheet.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Details } from '#ui/parts/details.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { FileUpload } from '#ui/parts/file-upload.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { StatLine } from '#ui/parts/stat-line.tsx'
import { Table } from '#ui/parts/table.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { polisFields } from '../forms.ts'
import { type Draft, type DraftKind, draftPath, filesPath, intakePath, newFilePath, portalPath } from '../rules.ts'
import type { Incoming, RowProblem } from '../rules/incoming.ts'
import { tallyOf } from '../rules/polis/conversation.ts'
import { fieldNames, tableFields, type TableField, type TableMapping } from '../rules/table.ts'
import { crumbsTo, type ProcessChoice, processOptions, sayDraftKind } from './words.ts'

type Bring = { readonly language: Language; readonly asked: Asked; readonly kind: DraftKind; readonly processes: readonly ProcessChoice[] }
const processField = ({ language, asked, processes }: Omit<Bring, 'kind'>) => (
  <Select language={language} name="process" label={speak(language).participation_intake_process()} options={processOptions(processes, language)} value={typedOne(asked.typed, 'process') || (asked.query.get('process') ?? '')} error={errorOf({ problems: asked.problems, field: 'process', language })} />
)
const polisNames = { comments: 'comments.csv', votes: 'votes.csv', summary: 'summary.csv', participants: 'participants-votes.csv', groups: 'comment-groups.csv' } as const

export const uploadScreen = (bring: Bring): Screen => {
  const { language, asked, kind } = bring
  const say = speak(language)
  const title = sayDraftKind(kind, language)
  const says = { table: say.participation_intake_table_says(), portalCsv: say.participation_intake_portal_csv_says(), decidim: say.participation_intake_decidim_says(), polis: say.participation_intake_polis_says(), portalApi: say.participation_intake_portal_says() }[kind]
  const error = (field: string) => errorOf({ problems: asked.problems, field, language })
  return {
    kind: 'screen', title, says, crumbs: crumbsTo(language),
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={title} lead={says} />
        {kind !== 'table' ? null : <p><a class="ds-link" href={`${toHref(language, filesPath)}/template.csv`} download>{say.participation_intake_template()}</a></p>}
        <Form action={toHref(language, newFilePath(kind))} carries="files" hidden={kind === 'polis' ? [{ name: 'set', value: 'yes' }] : []}>
          {processField(bring)}
          {kind === 'polis'
            ? polisFields.map((name) => <FileUpload language={language} name={name} optional={name !== 'comments' && name !== 'votes'} label={polisNames[name]} kinds="CSV" most="32 MB" accept=".csv" error={error(name)} />)
            : <FileUpload language={language} name="file" label={say.participation_intake_file()} kinds={kind === 'table' ? 'CSV, XLSX' : 'CSV'} most="32 MB" accept=".csv,.xlsx,.txt,.tsv" error={error('file')} />}
          <p class="p-note">{say.participation_intake_nothing_yet()}</p>
          <Buttons><Button>{say.participation_intake_look()}</Button><ButtonLink look="quiet" href={toHref(language, intakePath)}>{say.people_back()}</ButtonLink></Buttons>
        </Form>
      </>
    ),
  }
}
type Linked = { readonly process: string; readonly consultation: number; readonly served: number | null; readonly title: string }
export const portalScreen = ({ language, asked, processes, links }: Omit<Bring, 'kind'> & { readonly links: readonly Linked[] }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.participation_intake_portal_title(), says: say.participation_intake_portal_says(), crumbs: crumbsTo(language),
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.participation_intake_portal_title()} lead={say.participation_intake_portal_lead()} />
        <Section id="ask" title={say.participation_intake_kind_portal_api()}>
          <Form action={toHref(language, portalPath)}>
            {processField({ language, asked, processes })}
            <TextField language={language} name="consultation" width="half" autocomplete="off" label={say.participation_intake_consultation()} help={say.participation_intake_consultation_help()} value={typedOne(asked.typed, 'consultation') || (links[0] === undefined ? '' : String(links[0].consultation))} error={errorOf({ problems: asked.problems, field: 'consultation', language })} />
            <Buttons><Button>{say.participation_intake_ask_portal()}</Button></Buttons>
          </Form>
        </Section>
        <Section id="file" title={say.participation_intake_kind_portal_csv()}>
          <p>{say.participation_intake_portal_csv_says()}</p>
          <Buttons><ButtonLink look="secondary" href={toHref(language, newFilePath('portalCsv'))}>{say.participation_intake_bring_file()}</ButtonLink></Buttons>
        </Section>
        {links.length === 0 ? null : (
          <Section id="links" title={say.participation_intake_asked_before()}>
            <ul>{links.map(({ consultation, served, title }) => <li>{say.participation_intake_asked_line({ title, consultation: String(consultation), served: served ?? 0 })}</li>)}</ul>
          </Section>
        )}
      </>
    ),
  }
}

type Looked = {
  readonly language: Language; readonly asked: Asked; readonly draft: Draft; readonly processTitle: string
  readonly rows: readonly Incoming[]; readonly problems: readonly RowProblem[]
  /** how many of the rows are there already */
  readonly already: number
  /** what stands in the way of taking it in */
  readonly judged: readonly Problem[]
}
export const draftScreen = (looked: Looked): Screen => {
  const { language, asked, draft } = looked
  const say = speak(language)
  const { content } = draft
  const does = (name: string) => [{ name: 'does', value: name }]
  const action = toHref(language, draftPath(draft.id))
  return {
    kind: 'screen', title: draft.fileName, says: sayDraftKind(draft.kind, language), crumbs: crumbsTo(language),
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading kicker={sayDraftKind(draft.kind, language)} title={draft.fileName} lead={looked.processTitle} />
        {draft.state === 'taken' ? <Notice language={language} tone="success" title={say.participation_intake_is_taken()}><p>{say.participation_intake_taken({ taken: draft.taken ?? 0, already: draft.already ?? 0 })}</p></Notice>
          : draft.state === 'dropped' ? <Notice language={language} tone="info" title={say.participation_intake_is_dropped()}><p>{say.participation_intake_is_dropped_says()}</p></Notice> : (
          <>
            {'notes' in content ? content.notes.map((note) => <Notice language={language} tone="warning"><p>{note[language]}</p></Notice>) : null}
            {content.is === 'conversation' ? <Talk {...looked} /> : <Rows {...looked} />}
            {content.is === 'sheet' && draft.mapping !== null ? <Mapping {...looked} mapping={draft.mapping} rows={content.rows} action={action} /> : null}
            <Section id="take" title={say.participation_intake_take_title()}>
              {content.is !== 'conversation' && looked.judged.length > 0 ? <p>{looked.judged[0]?.text[language]}</p> : (
                <>
                  <p>{say.participation_intake_take_says()}</p>
                  <Form action={action} hidden={does('take')}><Buttons><Button>{say.participation_intake_take()}</Button></Buttons></Form>
                </>
              )}
              <Form action={action} hidden={does('drop')}><Buttons><Button look="secondary">{say.participation_intake_drop()}</Button></Buttons></Form>
            </Section>
          </>
        )}
        <p><a class="ds-link" href={toHref(language, intakePath)}>{say.participation_intake_title()}</a></p>
      </>
    ),
  }
}
/** enough to see whether the columns were understood; the numbers above are of all rows */
const shownRows = 12
const shortest = (text: string): string => (text.length > 160 ? `${text.slice(0, 157)}…` : text)
const Rows = ({ language, draft, rows, problems, already }: Looked) => {
  const say = speak(language)
  const nameOf = (column: string): string => (column in fieldNames ? fieldNames[column as TableField][language] : column)
  return (
    <>
      <StatLine stats={[{ name: say.participation_intake_rows(), value: String(rows.length) }, { name: say.participation_intake_new_rows(), value: String(rows.length - already) }, { name: say.participation_intake_known_rows(), value: String(already) }, { name: say.participation_intake_bad_rows(), value: String(new Set(problems.map(({ row }) => row)).size) }]} />
      {problems.length === 0 ? null : (
        <Section id="problems" title={say.participation_intake_bad_title()}>
          <Table
            language={language} id="bad-rows" caption={say.participation_intake_bad_title()} captionIs="hidden" phone="stack" columns={[{ name: say.participation_intake_row() }, { name: say.participation_intake_column() }, { name: say.participation_intake_wrong() }]}
            rows={problems.slice(0, 200).map(({ row, column, text }) => ({ cells: [String(row), nameOf(column), text[language]] }))}
          />
        </Section>
      )}
      {rows.length === 0 ? null : (
        <Section id="rows" title={draft.kind === 'table' ? say.participation_intake_would_become() : say.participation_intake_what_came()} aside={say.participation_intake_first({ count: Math.min(shownRows, rows.length) })}>
          <Table
            language={language} id="first-rows" caption={say.participation_intake_first({ count: Math.min(shownRows, rows.length) })} captionIs="hidden" phone="stack"
            columns={[{ name: say.participation_intake_row() }, { name: say.participation_intake_note() }, { name: say.participation_intake_author() }, { name: say.participation_intake_received_on() }]}
            rows={rows.slice(0, shownRows).map((row) => ({ cells: [String(row.row), <><strong>{row.title}</strong>{row.text === row.title ? null : <> {shortest(row.text)}</>}</>, row.author ?? say.participation_intake_anonymous(), row.receivedOn.split('-').reverse().join('.')] }))}
          />
        </Section>
      )}
    </>
  )
}
type Mapped = Omit<Looked, 'rows'> & { readonly mapping: TableMapping; readonly rows: readonly (readonly (string | number)[])[]; readonly action: string }
const Mapping = ({ language, asked, mapping, rows, action }: Mapped) => {
  const say = speak(language)
  const head = rows[mapping.head] ?? []
  const options = head.map((cell, at) => ({ value: String(at), name: `${columnLetters(at)}: ${String(cell).slice(0, 60)}` }))
  const isTyped = asked.typed.text.column_text !== undefined
  return (
    <Details summary={say.participation_intake_columns()} starts={isTyped || mapping.text === null ? 'open' : 'closed'}>
      <Form action={action} hidden={[{ name: 'does', value: 'columns' }, { name: 'head', value: String(mapping.head) }]}>
        {tableFields.map((field) => (
          <Select
            optional={field !== 'text'} language={language} name={`column_${field}`} label={fieldNames[field][language]} blank={say.participation_intake_no_column()} options={options}
            value={isTyped ? typedOne(asked.typed, `column_${field}`) : mapping[field] === null ? '' : String(mapping[field])} error={errorOf({ problems: asked.problems, field: `column_${field}`, language })}
          />
        ))}
        <Buttons><Button look="secondary">{say.participation_intake_columns_save()}</Button></Buttons>
      </Form>
    </Details>
  )
}
const Talk = ({ language, draft }: Looked) => {
  const say = speak(language)
  if (draft.content.is !== 'conversation') return null
  const { conversation, logged } = draft.content
  const people = new Set(conversation.votes.map(({ voter }) => voter)).size, tally = tallyOf(conversation.votes)
  return (
    <>
      <StatLine stats={[{ name: say.participation_intake_statements(), value: String(conversation.statements.length) }, { name: say.participation_intake_voters(), value: String(people) }, { name: say.participation_intake_votes_latest(), value: String(tally.votes), note: say.participation_intake_votes_logged({ count: logged }) }]} />
      <Section id="statements" title={say.participation_intake_statements()} aside={say.participation_intake_first({ count: Math.min(shownRows, conversation.statements.length) })}>
        <Table
          language={language} id="statement-list" caption={say.participation_intake_statements()} captionIs="hidden" phone="stack" columns={[{ name: '№' }, { name: say.participation_intake_statement() }]}
          rows={conversation.statements.slice(0, shownRows).map(({ number, text }) => ({ cells: [String(number), text] }))}
        />
      </Section>
    </>
  )
}
