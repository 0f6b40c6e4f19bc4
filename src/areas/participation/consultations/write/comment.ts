// The act of commenting on a block of the frozen draft. What is said goes through the one submit act of all contributions; here the
// anchor is laid: block, version, hash, and the quoted passage, which must be a piece of the frozen words.
import type { AuthorChoice } from '#areas/people/contacts/rules.ts'
import { getContact } from '#areas/people/contacts/read.ts'
import { findOrMakeContact, makeLink } from '#areas/people/contacts/write.ts'
import { linkMinutes } from '#areas/people/contacts/rules.ts'
import type { LetterFrom } from '#kernel/letter.ts'
import type { Problem } from '#kernel/result.ts'
import { postLetter } from '#store/outbox.ts'
import type { WriteVisit } from '#store/visit.ts'
import { isOpen } from '#areas/participation/processes/rules.ts'
import type { AuthorKind, Channel } from '#areas/participation/proposals/rules.ts'
import { submitContribution } from '#areas/participation/proposals/write.ts'
import { plainOf } from '#areas/participation/texts/rules/plain.ts'
import { findConsultation, findDraft } from '../read.ts'
import type { AnchoredTo } from '../rules.ts'
import { commentTitle, toCommentText } from '../rules/comment-text.ts'
import { commentLetter } from '../rules/letters.ts'
import type { ConsultationTables } from '../tables.ts'

export type NewComment = {
  readonly slug: string; readonly block: number; /** a piece of the block's words; empty: the whole block */ readonly quote: string
  readonly says: string; readonly wording: string
  readonly name: string | null; readonly email: string | null; readonly choice: AuthorChoice; readonly authorKind: AuthorKind
  /** what a colleague types from a letter; null for the web */
  readonly entered: { readonly channel: Channel; readonly receivedOn: string } | null
  readonly from: LetterFrom
}
export type Commented = { readonly ok: true; readonly number: string; readonly late: boolean } | { readonly ok: false; readonly problems: readonly Problem[] | 'notFound' }
const closed: Problem = { field: '', text: { bg: 'Обсъждането не приема бележки сега. Това, което написахте, е тук; може да го изпратите като предложение по всяко време.', en: 'The consultation takes no comments now. What you wrote is here; you may send it as a proposal at any time.' } }
const notFrozen: Problem = { field: 'quote', text: { bg: 'Цитатът не е част от този абзац. Изберете изречение от списъка или копирайте думите точно.', en: 'The quotation is not a part of this paragraph. Choose a sentence from the list or copy the words exactly.' } }

export const submitComment = async (visit: WriteVisit, given: NewComment): Promise<Commented> => {
  const { reader } = visit.writer
  const consultation = await findConsultation(reader, { slug: given.slug, who: given.entered === null ? 'everyone' : 'staff' })
  if (consultation === undefined || consultation.draft === 0) return { ok: false, problems: 'notFound' }
  if (given.entered === null && !isOpen(consultation.process, visit.now)) return { ok: false, problems: [closed] }
  // comments are on what was consulted: the first frozen copy, also for a late letter
  const draft = await findDraft(reader, { id: consultation.id, draft: 1 })
  const block = draft?.blocks.find((one) => one.block === given.block)
  if (block === undefined) return { ok: false, problems: 'notFound' }
  const quote = given.quote.trim()
  if (quote !== '' && !plainOf(block).includes(quote)) return { ok: false, problems: [notFrozen] }
  const { contact } = given.name === null && given.email === null ? { contact: null } : await findOrMakeContact(visit.writer, { name: given.name, email: given.email, language: visit.language, now: visit.now })
  const words = { says: given.says, wording: given.wording }
  const { id, number, late } = await submitContribution(visit, {
    kind: 'blockComment', channel: given.entered?.channel ?? 'web', process: consultation.id, language: visit.language, title: commentTitle({ ...words, block: given.block, language: visit.language }), text: toCommentText({ ...words, language: visit.language }),
    author: contact, authorKind: given.authorKind, name: given.name, choice: given.choice, enteredBy: given.entered === null ? null : visit.who.account, assurance: given.entered === null ? 'unconfirmed' : 'staff',
    ...(given.entered === null ? {} : { receivedOn: given.entered.receivedOn }),
  })
  await visit.writer.withTables<ConsultationTables>().insertInto('participation.commentAnchor').values({ contribution: id as AnchoredTo['contribution'], consultation: consultation.id, draft: 1, block: block.block, blockVersion: block.version, blockHash: block.hash, quote }).execute()
  const person = contact === null ? undefined : await getContact(reader, contact)
  if (given.entered === null && contact !== null && person?.email != null) {
    const { secret } = await makeLink(visit.writer, { purpose: 'confirm', contact, about: id, lastsMinutes: linkMinutes.confirm, now: visit.now })
    await postLetter(visit.writer, commentLetter({ key: `confirm ${id}`, from: given.from, to: person.email, name: given.name, language: visit.language, number, block: given.block, title: consultation.title[visit.language] || consultation.title.bg, quote, secret }))
  }
  return { ok: true, number, late }
}
