// Bringing letters as files: one letter (.eml) or a whole mailbox (.mbox).
import type { Asked, Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Checkboxes } from '#ui/parts/choices.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { FileUpload } from '#ui/parts/file-upload.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading } from '#ui/parts/layout.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { largestUploadMb, mailPath, uploadPath } from '../rules/paths.ts'

export const uploadScreen = ({ language, asked }: { readonly language: Language; readonly asked: Asked }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.participation_mail_upload(), says: say.participation_mail_upload_says(), crumbs: [{ name: say.participation_hub_crumb(), path: '/participation' }, { name: say.participation_mail_title(), path: mailPath }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.participation_mail_upload()} lead={say.participation_mail_upload_says()} />
        <Form action={toHref(language, uploadPath)} carries="files">
          <FileUpload language={language} name="file" label={say.participation_mail_file()} kinds=".eml, .mbox" most={`${largestUploadMb} MB`} accept=".eml,.mbox,message/rfc822,application/mbox" error={errorOf({ problems: asked.problems, field: 'file', language })} />
          <Checkboxes language={language} name="answer" label={say.participation_mail_answer()} values={asked.typed.text.answer ?? []} choices={[{ value: 'yes', name: say.participation_mail_upload_answer(), help: say.participation_mail_upload_answer_help() }]} />
          <Buttons><Button>{say.participation_mail_upload_button()}</Button><ButtonLink look="quiet" href={toHref(language, mailPath)}>{say.people_back()}</ButtonLink></Buttons>
        </Form>
      </>
    ),
  }
}
