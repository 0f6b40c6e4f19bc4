// Taking in a proposal from the form: files are judged by their bytes and kept before anything is written.
import { problems, see, type PostAnswer } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import type { Problem } from '#kernel/result.ts'
import type { Who } from '#kernel/who.ts'
import { readPicture } from '#sources/picture.ts'
import type { Store } from '#store/store.ts'
import { findProcess } from '#areas/participation/processes/read.ts'
import { isOpen } from '#areas/participation/processes/rules.ts'
import { fileFields, type ProposalSent } from './forms.ts'
import { judgeAttachment } from './rules/attachments.ts'
import { reviewPath, type NewAttachment } from './rules/typed.ts'
import { forgetDrafts, keepDraft } from './write/draft.ts'

type Asker = { readonly store: Pick<Store, 'reading' | 'writing' | 'files'>; readonly who: Who; readonly language: Language; readonly now: Date }
const problem = (field: string, bg: string, en: string): Problem => ({ field, text: { bg, en } })

/** Everything that is wrong is said at once; nothing is kept unless all of it is right. */
export const startProposal = async ({ store, ...asker }: Asker, { input, files }: ProposalSent, secret?: string): Promise<PostAnswer> => {
  const frame = await store.reading((reader) => findProcess(reader, { slug: input.process, who: 'everyone' }))
  const wrong: Problem[] = []
  if (frame === undefined || !isOpen(frame, asker.now)) wrong.push(problem('process', 'Срокът за тази покана мина. Думите ви са тук: изберете друга покана или ги запазете.', 'This call has ended. Your words are here: choose another call or keep them.'))
  else if (input.anonymous === 'yes' && !frame.anonymousAllowed) wrong.push(problem('anonymous', 'За тази покана е нужен имейл за потвърждение. Името ви може да не се вижда.', 'This call needs an e-mail address to confirm. Your name need not be shown.'))
  const judged = files.map(judge)
  for (const [at, each] of judged.entries()) if ('problem' in each) wrong.push({ field: fileFields[at] ?? 'file_1', text: each.problem })
  if (wrong.length > 0) return problems(wrong)
  const kept: NewAttachment[] = []
  for (const each of judged) if ('bytes' in each) kept.push({ ...(await store.files.keep(each.bytes)), name: each.name, mediaType: each.mediaType })
  const address = await store.writing((writer) => keepDraft({ ...asker, writer }, { input, files: kept, secret }), { language: asker.language, quiet: 'yes' })
  return see(reviewPath(address))
}
type Judged = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array } | { readonly problem: Problem['text'] }
/** A picture leaves without what the camera wrote into it: where it was taken, and by whom. */
const judge = (file: ProposalSent['files'][number]): Judged => {
  const found = judgeAttachment(file)
  if (!found.ok) return { problem: found.problem }
  if (found.value.mediaType !== 'image/jpeg' && found.value.mediaType !== 'image/png') return { ...found.value, bytes: file.bytes }
  const picture = readPicture(file.bytes)
  return picture.ok ? { ...found.value, bytes: picture.value.bytes } : { problem: picture.problem }
}
/** What nobody sent within two days goes. */
export const forgetOldDrafts = (store: Pick<Store, 'writing'>, now: Date): Promise<number> => store.writing((writer) => forgetDrafts({ writer, now }))
