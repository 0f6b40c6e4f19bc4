// A file of assets: which one, then every row with what is wrong. Nothing is entered before a person has seen them.
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
import { assetDraftPath, assetTemplatePath, importAssetsPath } from '../rules.ts'
import { underAssets } from './words.ts'

export const importScreen = ({ language, asked }: { readonly language: Language; readonly asked: Asked }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.evidence_asset_import(), says: say.evidence_asset_import_says(), crumbs: underAssets(language),
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.evidence_asset_import()} lead={say.evidence_asset_import_says()} />
        <p><a class="ds-link" href={assetTemplatePath}>{say.evidence_asset_template()}</a></p>
        <Form action={toHref(language, importAssetsPath)} carries="files">
          <FileUpload language={language} name="file" label={say.evidence_asset_file()} kinds="XLSX, CSV" most="15 MB" error={errorOf({ problems: asked.problems, field: 'file', language })} />
          <Buttons><Button>{say.evidence_asset_read()}</Button></Buttons>
        </Form>
      </>
    ),
  }
}
export type SeenRow = { readonly row: number; readonly name: string; readonly kind: string; readonly place: string; readonly problems: readonly Problem[] }
export const draftScreen = ({ language, asked, id, name, rows }: { readonly language: Language; readonly asked: Asked; readonly id: string; readonly name: string; readonly rows: readonly SeenRow[] }): Screen => {
  const say = speak(language)
  const wrong = rows.filter(({ problems }) => problems.length > 0)
  return {
    kind: 'screen', title: say.evidence_asset_rows_title(), says: name, crumbs: underAssets(language),
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.evidence_asset_rows_title()} lead={say.evidence_asset_rows({ file: name, count: rows.length })} />
        {wrong.length === 0 ? null : (
          <Notice language={language} tone="danger" title={say.evidence_asset_rows_wrong({ count: wrong.length })}>
            <ul>{wrong.slice(0, 50).map((one) => <li>{say.evidence_asset_row({ row: one.row })}: {one.problems.map(({ text }) => text[language]).join(' ')}</li>)}</ul>
          </Notice>
        )}
        <Section id="rows" title={say.evidence_asset_rows_each()}>
          <Table language={language} id="draft-table" caption={say.evidence_asset_rows_each()} captionIs="hidden" phone="stack"
            columns={[{ name: say.evidence_asset_name() }, { name: say.evidence_asset_row_column(), kind: 'number' }, { name: say.evidence_asset_kind() }, { name: say.evidence_asset_municipality() }]}
            rows={rows.map((one) => ({ cells: [one.name || '–', String(one.row), one.kind || '–', one.place || '–'] }))} />
        </Section>
        {wrong.length > 0 ? <Buttons><ButtonLink look="secondary" href={toHref(language, importAssetsPath)}>{say.evidence_asset_other_file()}</ButtonLink></Buttons> : (
          <Form action={toHref(language, assetDraftPath(id))} hidden={[{ name: 'does', value: 'confirm' }]}>
            <p class="p-note">{say.evidence_asset_confirm_says()}</p>
            <Buttons><Button>{say.evidence_asset_confirm({ count: rows.length })}</Button></Buttons>
          </Form>
        )}
      </>
    ),
  }
}
