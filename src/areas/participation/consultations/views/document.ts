// The consultation document in the order the national portal expects: introduction, aims, how it is consulted, relevant documents,
// the proposal, questions, accompanying files. And the draft as it was frozen.
import type { Document, DocumentBlock } from '#kernel/document.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { toDocumentBlocks, toTextDocument } from '#areas/participation/texts/views/document.ts'
import type { Text, TextBlock } from '#areas/participation/texts/rules.ts'
import { consultationPath, fileNames, levelNames, type Consultation, type ConsultationFile } from '../rules.ts'
import { langOf, sayTerm } from './say.ts'

type Shown = { readonly language: Language; readonly consultation: Consultation; readonly text: Pick<Text, 'language'>; readonly blocks: readonly TextBlock[]; readonly files: readonly ConsultationFile[]; readonly body: string }
const facts = ({ language, consultation, body }: Shown) => ({ body: consultation.institution || body, asOf: { day: consultation.opensOn, words: sayTerm(consultation, language) }, address: toHref(language, consultationPath(consultation.slug)) })
export const draftDocument = (shown: Shown): Document => {
  const { consultation, text, blocks } = shown, title = langOf(consultation.title, text.language).words
  return toTextDocument({ ...facts({ ...shown, language: text.language }), language: text.language, kicker: speak(text.language).participation_draft_title(), title, subtitle: '', says: title, blocks })
}
export const consultationDocument = (shown: Shown): Document => {
  const { language, consultation, blocks, files } = shown, say = speak(language), title = langOf(consultation.title, language).words
  const heading = (id: string, text: string): DocumentBlock => ({ kind: 'heading', level: 1, id, text })
  const words = (text: string): readonly DocumentBlock[] => text.split(/\n+/).filter((line) => line.trim() !== '').map((line) => ({ kind: 'paragraph', text: line }))
  const row = (name: string, text: string) => (text === '' ? [] : [{ name, cells: [{ kind: 'text' as const, text }] }])
  return {
    language, kicker: say.participation_document_kicker(), title, subtitle: sayTerm(consultation, language), says: title, emblem: null, funding: null, ...facts(shown),
    blocks: [
      heading('introduction', say.participation_document_introduction()), ...words(langOf(consultation.says, language).words || title),
      heading('process', say.participation_document_process()),
      { kind: 'table', id: 'facts', caption: say.participation_document_process(), sources: [], notes: [], table: { head: [{ name: say.participation_document_matter(), kind: 'text' }, { name: say.participation_document_fact(), kind: 'text' }], rows: [
        ...row(say.participation_field_institution(), consultation.institution), ...row(say.participation_field_unit(), consultation.unit), ...row(say.participation_field_level(), levelNames[consultation.level][language]), ...row(say.participation_field_act_type(), consultation.actType),
        ...row(say.participation_field_policy_area(), consultation.policyArea), ...row(say.participation_field_registration_number(), consultation.registrationNumber), ...row(say.participation_consultation_term(), sayTerm(consultation, language)),
        ...row(say.participation_field_short_term_reason(), langOf(consultation.shortTermReason, language).words), ...row(say.participation_field_contacts(), consultation.contacts),
      ] } },
      ...words(langOf(consultation.ways, language).words),
      ...(consultation.programme === '' ? [] : [heading('relevant', say.participation_document_relevant()), ...words(consultation.programme)]),
      heading('proposal', say.participation_document_proposal()), ...toDocumentBlocks(blocks).map((block): DocumentBlock => (block.kind === 'heading' ? { ...block, level: Math.min(3, block.level + 1) as 2 | 3 } : block)),
      heading('questions', say.participation_document_questions()), { kind: 'paragraph', text: say.participation_document_questions_says() },
      heading('files', say.participation_document_files()), files.length === 0 ? { kind: 'paragraph', text: say.participation_document_files_none() } : { kind: 'list', items: files.map((file) => ({ lead: fileNames[file.kind][language], text: file.title[language] })) },
    ],
  }
}
