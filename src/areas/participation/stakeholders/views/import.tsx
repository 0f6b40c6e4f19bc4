// A file of stakeholders: which one, then every row with what is wrong, whom it resembles, and what becomes of it.
import type { Asked, Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import type { Problem } from '#kernel/result.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { FileUpload } from '#ui/parts/file-upload.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Table } from '#ui/parts/table.tsx'
import { stakeholdersPath } from '../rules.ts'

const crumbsOf = (language: Language) => [{ name: speak(language).participation_hub_crumb(), path: '/participation' }, { name: speak(language).participation_stakeholders_title(), path: stakeholdersPath }]
export const importScreen = ({ language, asked }: { readonly language: Language; readonly asked: Asked }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.participation_stakeholder_import(), says: say.participation_stakeholder_import_says(), crumbs: crumbsOf(language),
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.participation_stakeholder_import()} lead={say.participation_stakeholder_import_says()} />
        <p><a class="ds-link" href={`/${language}${stakeholdersPath}/template.csv`}>{say.participation_stakeholder_template()}</a></p>
        <Form action={toHref(language, `${stakeholdersPath}/import`)} carries="files">
          <FileUpload language={language} name="file" label={say.participation_event_file()} kinds="XLSX, CSV" most="15 MB" error={errorOf({ problems: asked.problems, field: 'file', language })} />
          <Buttons><Button>{say.participation_stakeholder_read()}</Button></Buttons>
        </Form>
      </>
    ),
  }
}
export type SeenRow = { readonly row: number; readonly name: string; readonly sector: string; readonly problems: readonly Problem[]; readonly resembles: string | null }
export const draftScreen = ({ language, asked, id, name, rows }: { readonly language: Language; readonly asked: Asked; readonly id: string; readonly name: string; readonly rows: readonly SeenRow[] }): Screen => {
  const say = speak(language)
  const wrong = rows.filter(({ problems }) => problems.length > 0)
  return {
    kind: 'screen', title: say.participation_stakeholder_rows_title(), says: name, crumbs: crumbsOf(language),
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.participation_stakeholder_rows_title()} lead={say.participation_stakeholder_rows({ file: name, count: rows.length })} />
        {wrong.length === 0 ? null : (
          <Notice language={language} tone="danger" title={say.participation_stakeholder_rows_wrong({ count: wrong.length })}>
            <ul>{wrong.slice(0, 50).map((one) => <li>{say.participation_stakeholder_row({ row: one.row })}: {one.problems.map(({ text }) => text[language]).join(' ')}</li>)}</ul>
          </Notice>
        )}
        <Form action={toHref(language, `${stakeholdersPath}/import/${id}`)}>
          <Section id="rows" title={say.participation_stakeholder_each()}>
            <Table language={language} id="draft-table" caption={say.participation_stakeholder_each()} captionIs="hidden" phone="stack"
              columns={[{ name: say.participation_stakeholder_row_column(), kind: 'number' }, { name: say.participation_event_name() }, { name: say.participation_stakeholder_sector() }, { name: say.participation_stakeholder_resembles() }, { name: say.participation_stakeholder_becomes() }]}
              rows={rows.map((one) => ({ cells: [
                String(one.row), one.name, one.sector, one.resembles ?? '–',
                one.problems.length > 0 ? say.participation_stakeholder_cannot() : (
                  <fieldset class="p-ticks">
                    <legend class="p-hidden-text">{say.participation_stakeholder_becomes()}: {one.name}</legend>
                    {(['new', 'skip'] as const).map((value) => <label><input type="radio" name={`row_${one.row}`} value={value} checked={(one.resembles === null ? 'new' : 'skip') === value} /> {value === 'new' ? say.participation_stakeholder_as_new() : say.participation_stakeholder_leave()}</label>)}
                  </fieldset>
                ),
              ] }))} />
          </Section>
          <Buttons>{wrong.length > 0 ? <ButtonLink look="secondary" href={toHref(language, `${stakeholdersPath}/import`)}>{say.participation_stakeholder_other_file()}</ButtonLink> : <Button>{say.participation_stakeholder_confirm()}</Button>}</Buttons>
        </Form>
      </>
    ),
  }
}
