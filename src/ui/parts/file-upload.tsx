// A file to send. Says before the choice which kinds are taken and how large they may be.
import { speak } from '#kernel/speak.ts'
import { type FieldFace, FieldShell, tiedTo } from './field.tsx'

type Sending = FieldFace & {
  /** „CSV, TSV, JSON; може и gzip“ */
  readonly kinds: string
  /** „200 MB“ */
  readonly most: string
  /** for the browser's own choice only: the server judges by content */
  readonly accept?: string
  readonly many?: boolean
}

export const FileUpload = (sending: Sending) => {
  const say = speak(sending.language)
  const face = { ...sending, help: [sending.help, say.ui_file_help({ kinds: sending.kinds, most: sending.most })].filter((part) => part !== undefined).join(' ') }
  return (
    <FieldShell face={face}>
      <input class="p-file" type="file" {...tiedTo(face)} accept={sending.accept} multiple={sending.many} />
    </FieldShell>
  )
}
