// The dry run for the national portal as a page: every field and what is missing, and the documents in the portal's order.
import { dayIn } from '#kernel/day.ts'
import { typedOne, type Asked, type Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { Button, Buttons } from '#ui/parts/button.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { FileUpload } from '#ui/parts/file-upload.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Table } from '#ui/parts/table.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { commentsPath, consultationPath, documentPath, draftFilePath, fileKinds, fileNames, filePath, portalPath, type Consultation, type ConsultationFile } from '../rules.ts'
import { checklistOf, isReady, portalFields } from '../rules/portal.ts'
import { crumbsTo } from './draft.tsx'
import { langOf } from './say.ts'

type Shown = { readonly language: Language; readonly asked: Asked; readonly consultation: Consultation; readonly files: readonly ConsultationFile[] }
export const portalScreen = ({ language, asked, consultation, files }: Shown): Screen => {
  const say = speak(language), { slug } = consultation, title = langOf(consultation.title, language).words, fields = portalFields(consultation)
  const field = (name: string) => ({ language, name, value: typedOne(asked.typed, name), error: errorOf({ problems: asked.problems, field: name, language }) })
  const own = (kind: string): string => (kind === 'commentsList' ? commentsPath(slug) : toHref(language, kind === 'draftAct' ? draftFilePath({ slug, format: 'docx' }) : documentPath({ slug, format: 'docx' })))
  return {
    kind: 'screen', title: say.participation_portal_title(), says: say.participation_portal_says(), crumbs: [...crumbsTo(language), { name: title, path: consultationPath(slug) }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading kicker={title} title={say.participation_portal_title()} lead={say.participation_portal_says()} />
        {consultation.portalId !== null ? <Notice language={language} tone="success"><p>{say.participation_portal_there({ id: consultation.portalId })}</p></Notice>
          : isReady(fields) ? <Notice language={language} tone="info"><p>{say.participation_portal_ready()} <code>posoka portal consultation {slug}</code></p></Notice> : <Notice language={language} tone="warning"><p>{say.participation_portal_missing({ count: fields.filter(({ missing }) => missing !== null).length })}</p></Notice>}
        <Section id="fields" title={say.participation_portal_fields()}>
          <SummaryList lines={fields.map(({ name, value, missing }) => ({ name: name[language], value: <>{value === '' ? '–' : <span class="p-lines">{value}</span>}{missing === null ? null : <>{' '}<Tag tone="danger">{missing[language]}</Tag></>}</> }))} />
        </Section>
        <Section id="documents" title={say.participation_portal_documents()}>
          <Table language={language} id="documents-table" caption={say.participation_portal_documents()} captionIs="hidden" phone="stack" columns={[{ name: say.participation_portal_document() }, { name: say.participation_portal_when() }, { name: say.participation_portal_here() }]}
            rows={checklistOf(files).map(({ kind, name, when, made, files: here }) => ({ cells: [name[language], when === null ? say.participation_portal_if_any() : when[language], (
              <>
                {made === 'yes' ? <a class="ds-link" href={own(kind)}>{say.participation_portal_made()}</a> : here.length === 0 ? <span>–</span> : null}
                {here.map((file) => (
                  <div>
                    <a class="ds-link" href={filePath({ slug, id: file.id })}>{file.title[language]}</a> <span class="p-note">{sayCivilDate(dayIn(file.addedAt), language)}</span>
                    <Form action={toHref(language, portalPath(slug))} hidden={[{ name: 'does', value: 'takeBack' }, { name: 'id', value: file.id }]}><Button look="quiet">{say.participation_portal_take_back()}<span class="p-hidden-text"> {file.title[language]}</span></Button></Form>
                  </div>
                ))}
              </>
            )] }))} />
        </Section>
        <Section id="add" title={say.participation_portal_add()}>
          <Form action={toHref(language, portalPath(slug))} carries="files">
            <Select label={say.participation_portal_document()} {...field('kind')} options={fileKinds.map((value) => ({ value, name: fileNames[value][language] }))} />
            <TextField label={say.participation_field_in({ field: say.participation_text_title(), language: say.people_in_bulgarian() })} {...field('title_bg')} /><TextField label={say.participation_field_in({ field: say.participation_text_title(), language: say.people_in_english() })} {...field('title_en')} />
            <FileUpload language={language} name="file" label={say.participation_portal_file()} kinds="PDF, DOCX, XLSX, ODT" most="30 MB" error={field('file').error} />
            <Buttons><Button look="secondary">{say.participation_portal_add()}</Button></Buttons>
          </Form>
        </Section>
      </>
    ),
  }
}
