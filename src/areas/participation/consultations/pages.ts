// The pages of consultations: the list, a draft with its blocks, what changed; for colleagues the fields, a new draft, the portal.
import { dayIn } from '#kernel/day.ts'
import { see, notFound, type Asked, type GetAnswer, type PostAnswer } from '#kernel/answer.ts'
import { mayDo, type Permission, type Who } from '#kernel/who.ts'
import { page, type ReadVisit, type WriteVisit } from '#store/visit.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { getLetterFrom, getSettings } from '#areas/people/settings/read.ts'
import { countContributions } from '#areas/participation/proposals/read/list.ts'
import type { Channel } from '#areas/participation/proposals/rules.ts'
import { findText, getText, listBlocks } from '#areas/participation/texts/read.ts'
import { plainOf } from '#areas/participation/texts/rules/plain.ts'
import { sentencesOf } from '#areas/participation/texts/rules/sentences.ts'
import { textsPath, toMarkdown } from '#areas/participation/texts/rules.ts'
import { commentForm, enteredChannels, fieldsForm, fileForm, lacksOfVisitor, newDraftForm, openForm, type CommentInput } from './forms.ts'
import { findConsultation, findDraft, listComments, listConsultationFiles, listConsultations, listDrafts, listDraftSuccessors } from './read.ts'
import { blockPath, changesPath, commentsPath, consultationPath, consultationsPath, documentPath, draftFilePath, fieldsPath, filePath, newDraftPath, portalPath, type Consultation } from './rules.ts'
import { carry, changesOf } from './rules/carry.ts'
import { commentsCsv } from './rules/comments-file.ts'
import { changeFields, openConsultation, prepareConsultation, publishDraft } from './write.ts'
import { submitComment } from './write/comment.ts'
import { changesScreen } from './views/changes.tsx'
import { blockScreen } from './views/comment.tsx'
import { consultationDocument, draftDocument } from './views/document.ts'
import { draftScreen } from './views/draft.tsx'
import { fieldsScreen, newDraftScreen } from './views/fields.tsx'
import { consultationsScreen } from './views/list.tsx'
import { portalScreen } from './views/portal.tsx'
import { stageOf } from './views/say.ts'

const read = permissions['public.read'], takePart = permissions['public.take-part'], manage = permissions['participation.processes'], enter = permissions['participation.enter']
const audience = (who: Who): 'everyone' | 'staff' => (mayDo(who, manage) ? 'staff' : 'everyone')
const may = (who: Who, which: Permission): 'yes' | 'no' => (mayDo(who, which) ? 'yes' : 'no')
const one = (path: string): string => path.replace('/0', '/:slug')
const toNumber = (typed: string | undefined): number => (/^[1-9]\d{0,8}$/.test(typed ?? '') ? Number(typed) : 0)
const find = ({ reader, who }: ReadVisit, asked: Asked): Promise<Consultation | undefined> => findConsultation(reader, { slug: asked.params.slug ?? '', who: audience(who) })
/** What a reader sees of a consultation: the frozen copy, or before opening the text as it stands. */
const shownDraft = async (visit: ReadVisit, it: Consultation) => {
  const frozen = it.draft === 0 ? undefined : await findDraft(visit.reader, { id: it.id, draft: 1 })
  const text = await getText(visit.reader, it.text)
  return { text, draft: frozen ?? { hash: '', blocks: await listBlocks(visit.reader, { text: it.text, version: text.version }) } }
}

const listPage = page({
  path: consultationsPath, may: read, sameForAll: true,
  get: async ({ reader, language, now, who }) => {
    const consultations = await listConsultations(reader, { who: audience(who) })
    const comments = new Map(await Promise.all(consultations.map(async ({ id }) => [id, (await countContributions(reader, { kinds: ['blockComment'], process: id })).count] as const)))
    return consultationsScreen({ language, now, consultations, comments, may: may(who, manage) })
  },
})
const draftPage = page({
  path: one(consultationPath('0')), may: read, mayPost: manage,
  get: async (visit, asked) => {
    const it = await find(visit, asked)
    if (it === undefined) return notFound
    const [{ text, draft }, comments, files] = await Promise.all([shownDraft(visit, it), listComments(visit.reader, it.id), listConsultationFiles(visit.reader, it.id)])
    const counts = new Map<number, number>(), quotes = new Map<number, string[]>()
    for (const { block, quote } of comments) { counts.set(block, (counts.get(block) ?? 0) + 1); if (quote !== '') quotes.set(block, [...(quotes.get(block) ?? []), quote]) }
    return draftScreen({ language: visit.language, now: visit.now, consultation: it, text, draft, counts, quotes, files, may: may(visit.who, manage), problems: asked.problems })
  },
  accepts: openForm, post: (visit, _, asked) => openConsultation(visit, { slug: asked.params.slug ?? '' }),
})
const blockPage = page({
  path: one(blockPath({ slug: '0', block: 0 })).replace(/\/0$/, '/:block'), may: read, mayPost: takePart,
  get: async (visit, asked) => {
    const it = await find(visit, asked)
    if (it === undefined || it.draft === 0) return notFound
    const [{ text, draft }, comments, settings] = await Promise.all([shownDraft(visit, it), listComments(visit.reader, it.id), getSettings(visit.reader)])
    const at = draft.blocks.findIndex(({ block }) => block === toNumber(asked.params.block)), block = draft.blocks[at]
    if (block === undefined) return notFound
    return blockScreen({
      language: visit.language, asked, consultation: it, text, block, stage: stageOf(it, visit.now), comments: comments.filter((comment) => comment.block === block.block), officer: settings.contact.officer,
      mayEnter: may(visit.who, enter), around: { before: draft.blocks[at - 1]?.block ?? null, after: draft.blocks[at + 1]?.block ?? null }, today: dayIn(visit.now),
    })
  },
  accepts: commentForm,
  post: (visit, input, asked) => sendComment(visit, { input, asked }),
})
/** The sentence chosen from the list, or the words that were copied; the words go before. */
const sendComment = async (visit: WriteVisit, { input, asked }: { readonly input: CommentInput; readonly asked: Asked }): Promise<PostAnswer> => {
  const { reader } = visit.writer, slug = asked.params.slug ?? '', block = toNumber(asked.params.block), isEntered = mayDo(visit.who, enter)
  const lacks = isEntered ? [] : lacksOfVisitor(input)
  if (lacks.length > 0) return { kind: 'problems', problems: lacks }
  const it = await findConsultation(reader, { slug, who: audience(visit.who) })
  if (it === undefined || it.draft === 0) return notFound
  const frozen = (await findDraft(reader, { id: it.id, draft: 1 }))?.blocks.find((each) => each.block === block)
  if (frozen === undefined) return notFound
  const quote = input.quote !== '' ? input.quote : input.sentence === null ? '' : (sentencesOf(plainOf(frozen))[input.sentence] ?? '')
  const made = await submitComment(visit, {
    slug, block, quote, says: input.says, wording: input.wording, name: input.name === '' ? null : input.name, email: isEntered || input.email === '' ? null : input.email, choice: input.choice, authorKind: input.kind,
    entered: isEntered ? { channel: enteredChannels.find((channel) => channel === input.channel) ?? ('post' satisfies Channel), receivedOn: input.receivedOn === '' ? dayIn(visit.now) : input.receivedOn } : null,
    from: await getLetterFrom(reader, { origin: asked.origin ?? '' }),
  })
  if (made.ok) return { kind: 'see', path: `${blockPath({ slug, block })}?sent=${made.number}` }
  return made.problems === 'notFound' ? notFound : { kind: 'problems', problems: made.problems }
}
const changesPage = page({
  path: one(changesPath('0')), may: read, sameForAll: true,
  get: async (visit, asked) => {
    const it = await find(visit, asked)
    if (it === undefined || it.draft < 2) return notFound
    const [text, before, after, successors, comments] = await Promise.all([
      getText(visit.reader, it.text), findDraft(visit.reader, { id: it.id, draft: 1 }), findDraft(visit.reader, { id: it.id, draft: it.draft }), listDraftSuccessors(visit.reader, { id: it.id, from: 1, to: it.draft }), listComments(visit.reader, it.id),
    ])
    if (before === undefined || after === undefined) return notFound
    const drafts = { before: before.blocks, after: after.blocks, successors }
    return changesScreen({ language: visit.language, consultation: it, text, before, after, changes: changesOf(drafts), placed: comments.map((comment) => ({ comment, carried: carry(comment, drafts) })) })
  },
})
const file = page({
  path: filePath({ slug: ':slug', id: ':id' }), may: read, languageFree: true,
  get: async (visit, asked) => {
    const it = await find(visit, asked), kept = it && (await listConsultationFiles(visit.reader, it.id)).find(({ id }) => id === asked.params.id)
    return it === undefined || kept === undefined ? notFound : { kind: 'file', mediaType: kept.mediaType, name: `${it.slug}-${kept.kind}.${kept.extension}`, bytes: { stored: kept.sha256, size: kept.size } }
  },
})
const written = (format: 'md' | 'docx' | 'pdf', what: 'draft' | 'document') => page({
  path: one(what === 'draft' ? draftFilePath({ slug: '0', format }) : documentPath({ slug: '0', format: format === 'md' ? 'docx' : format })), may: read,
  get: async (visit, asked): Promise<GetAnswer> => {
    const it = await find(visit, asked)
    if (it === undefined) return notFound
    const [{ text, draft }, files, { body }] = await Promise.all([shownDraft(visit, it), listConsultationFiles(visit.reader, it.id), getSettings(visit.reader)])
    if (format === 'md') return { kind: 'file', mediaType: 'text/markdown; charset=utf-8', name: `${it.slug}.md`, bytes: `${toMarkdown(draft.blocks)}\n` }
    const shown = { language: visit.language, consultation: it, text, blocks: draft.blocks, files, body: body.name[visit.language] }
    return { kind: 'document', name: `${it.slug}-${what}`, format, document: what === 'draft' ? draftDocument(shown) : consultationDocument(shown) }
  },
})

const commentsFile = page({
  path: one(commentsPath('0')), may: read, languageFree: true,
  get: async (visit, asked) => {
    const it = await find(visit, asked)
    return it === undefined || it.draft === 0 ? notFound : { kind: 'file', mediaType: 'text/csv; charset=utf-8', name: `${it.slug}-comments.csv`, bytes: commentsCsv({ title: it.title.bg, comments: await listComments(visit.reader, it.id) }) }
  },
})
const newPage = page({
  path: `${consultationsPath}/new`, may: manage,
  get: async ({ reader, language }, asked) => {
    const [text, { body, contact }] = await Promise.all([findText(reader, { number: toNumber(asked.query.get('text') ?? asked.typed.text.text?.[0]) }), getSettings(reader)])
    // Without a text one first chooses which: each leads here.
    if (!asked.query.has('text') && asked.typed.text.text === undefined) return see(textsPath)
    return text === undefined || text.state === 'preview' ? notFound : fieldsScreen({ language, asked, text, consultation: null, institution: body.name.bg, contacts: [contact.email, contact.phone].filter((part) => part !== null && part !== '').join('\n') })
  },
  accepts: fieldsForm,
  post: async (visit, { text: number, fields }) => { const text = await findText(visit.writer.reader, { number }); return text === undefined ? notFound : prepareConsultation(visit, { text: text.id, fields }) },
})
const changePage = page({
  path: one(fieldsPath('0')), may: manage,
  get: async (visit, asked) => { const it = await find(visit, asked); return it === undefined || it.draft > 0 ? notFound : fieldsScreen({ language: visit.language, asked, text: await getText(visit.reader, it.text), consultation: it, institution: '', contacts: '' }) },
  accepts: fieldsForm, post: (visit, { version, fields }, asked) => changeFields(visit, { slug: asked.params.slug ?? '', version, fields }),
})
const newDraft = page({
  path: one(newDraftPath('0')), may: manage,
  get: async (visit, asked) => {
    const it = await find(visit, asked)
    if (it === undefined || it.draft === 0) return notFound
    const [text, drafts, last] = await Promise.all([getText(visit.reader, it.text), listDrafts(visit.reader, it.id), findDraft(visit.reader, { id: it.id, draft: it.draft })])
    const changed = changesOf({ before: last?.blocks ?? [], after: await listBlocks(visit.reader, { text: text.id, version: text.version }), successors: [] }).filter(({ fate }) => fate !== 'same').length
    return newDraftScreen({ language: visit.language, asked, text, consultation: it, isOver: stageOf(it, visit.now) === 'closed' ? 'yes' : 'no', changed, textFrom: drafts.at(-1)?.textVersion ?? 1 })
  },
  accepts: newDraftForm, post: (visit, { says }, asked) => publishDraft(visit, { slug: asked.params.slug ?? '', says }),
})
export const portalPage = page({
  path: one(portalPath('0')), may: manage,
  get: async (visit, asked) => { const it = await find(visit, asked); return it === undefined ? notFound : portalScreen({ language: visit.language, asked, consultation: it, files: await listConsultationFiles(visit.reader, it.id) }) },
  accepts: fileForm,
})
export const pages = [
  listPage, newPage, draftPage, blockPage, changesPage, file, written('md', 'draft'), written('docx', 'draft'), written('pdf', 'draft'), written('docx', 'document'), written('pdf', 'document'), commentsFile, changePage, newDraft,
]
