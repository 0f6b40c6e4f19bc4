// The tables that people took in, those that wait to be confirmed, and the way to a new one.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import type { Period } from '#kernel/period.ts'
import { sayDate } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { datasetPath } from '#areas/evidence/datasets/rules.ts'
import { toHref, withQuery } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { sayPeriod } from '#ui/charts/period-words.ts'
import { Button, ButtonLink } from '#ui/parts/button.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { FileUpload } from '#ui/parts/file-upload.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { Steps } from '#ui/parts/steps.tsx'
import { Table } from '#ui/parts/table.tsx'
import type { Draft, OwnTable, Step } from '../rules.ts'
import { draftPath, newTablePath, steps, tablesPath } from '../rules.ts'

type Line = { readonly dataset: string; readonly title: OwnTable['title']; readonly asOf: string | null; readonly newest: string | null }
type Waiting = Pick<Draft, 'id' | 'fileName' | 'broughtAt' | 'step'>

export const tableListScreen = ({ language, lines, drafts }: { readonly language: Language; readonly lines: readonly Line[]; readonly drafts: readonly Waiting[] }): Screen => {
  const say = speak(language)
  const fresh = <ButtonLink href={toHref(language, newTablePath)}>{say.evidence_tables_new()}</ButtonLink>
  return {
    kind: 'screen', title: say.evidence_tables_title(), says: say.evidence_tables_lead(), crumbs: [{ name: say.evidence_datasets_title(), path: '/evidence/datasets' }],
    body: (
      <>
        <PageHeading title={say.evidence_tables_title()} lead={say.evidence_tables_lead()} />
        {lines.length === 0 && drafts.length === 0 ? <EmptyState title={say.evidence_tables_none()} why={say.evidence_tables_none_why()}>{fresh}</EmptyState> : <p>{fresh}</p>}
        {drafts.length === 0 ? null : (
          <Section id="drafts" title={say.evidence_tables_drafts()}>
            <p class="p-note">{say.evidence_tables_drafts_says()}</p>
            <Table
              language={language} id="waiting" caption={say.evidence_tables_drafts()} captionIs="hidden" phone="stack"
              columns={[{ name: say.evidence_tables_col_file() }, { name: say.evidence_tables_col_brought() }, { name: say.evidence_tables_col_next() }]}
              rows={drafts.map((draft) => ({ cells: [draft.fileName, sayDate(draft.broughtAt, language), <a class="ds-link" href={toHref(language, draftPath(draft.id, draft.step))}>{say.evidence_tables_continue()}<span class="p-hidden-text"> {draft.fileName}</span></a>] }))}
            />
          </Section>
        )}
        {lines.length === 0 ? null : (
          <Section id="tables" title={say.evidence_tables_kept()}>
            <Table
              language={language} id="kept" caption={say.evidence_tables_kept()} captionIs="hidden" phone="stack"
              columns={[{ name: say.evidence_tables_col_table() }, { name: say.evidence_tables_col_newest() }, { name: say.evidence_tables_col_as_of() }, { name: say.evidence_tables_col_next() }]}
              rows={lines.map((line) => ({
                cells: [
                  <a class="ds-link" href={toHref(language, datasetPath(line.dataset))}>{line.title[language]}</a>, line.newest === null ? '–' : sayPeriod(line.newest as Period, language),
                  line.asOf === null ? '–' : sayCivilDate(line.asOf, language),
                  <a class="ds-link" href={toHref(language, withQuery(newTablePath, { table: line.dataset }))}>{say.evidence_tables_add_file()}<span class="p-hidden-text"> {line.title[language]}</span></a>,
                ],
              }))}
            />
          </Section>
        )}
      </>
    ),
  }
}

/** Where one is: a step that is done leads back to itself. */
export const TableSteps = ({ language, id, current }: { readonly language: Language; readonly id: string | null; readonly current: 0 | 1 | 2 | 3 }) => {
  const say = speak(language)
  const names: Readonly<Record<Step, string>> = { columns: say.evidence_table_step_columns(), meaning: say.evidence_table_step_meaning(), preview: say.evidence_table_step_preview() }
  return <Steps language={language} current={current} steps={[{ name: say.evidence_table_step_file() }, ...steps.map((step) => ({ name: names[step], ...(id === null ? {} : { href: toHref(language, draftPath(id, step)) }) }))]} />
}

type Uploading = { readonly language: Language; readonly tables: readonly Pick<Line, 'dataset' | 'title'>[]; readonly asked: Asked }
export const uploadScreen = ({ language, tables, asked }: Uploading): Screen => {
  const say = speak(language)
  const { problems, typed } = asked
  return {
    kind: 'screen', title: say.evidence_table_upload_title(), says: say.evidence_table_upload_lead(), crumbs: [{ name: say.evidence_tables_title(), path: tablesPath }],
    body: (
      <>
        <PageHeading kicker={say.evidence_tables_new()} title={say.evidence_table_upload_title()} lead={say.evidence_table_upload_lead()} />
        <TableSteps language={language} id={null} current={0} />
        <ErrorSummary language={language} problems={problems} />
        <Form action={toHref(language, newTablePath)} carries="files">
          <FileUpload language={language} name="file" label={say.evidence_table_upload_file()} kinds=".xlsx, .csv, .tsv, .txt" most="32 MB" accept=".xlsx,.csv,.tsv,.txt" error={errorOf({ problems, field: 'file', language })} />
          {tables.length === 0 ? null : (
            <Select
              language={language} name="table" label={say.evidence_table_upload_which()} help={say.evidence_table_upload_which_help()} optional blank={say.evidence_table_upload_which_new()}
              value={typedOne(typed, 'table') || (asked.query.get('table') ?? '')} options={tables.map((table) => ({ value: table.dataset, name: table.title[language] }))}
            />
          )}
          <p><Button>{say.evidence_table_upload_button()}</Button></p>
        </Form>
      </>
    ),
  }
}
