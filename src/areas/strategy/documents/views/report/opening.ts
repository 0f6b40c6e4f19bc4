// The opening of every chapter: its name, three sentences of the record, then what people wrote.
import type { DocumentBlock } from '#kernel/document.ts'
import { toSentence } from '#ui/charts/sentence.ts'
import { type ChapterName, paragraphsOf } from '../../rules.ts'
import { sayChapter } from '../words.ts'
import type { StateShown } from './shown.ts'

const paragraph = (text: string, look?: 'lead'): DocumentBlock => ({ kind: 'paragraph', text, ...(look === undefined ? {} : { look }) })
export const opening = ({ language, state }: StateShown, chapter: ChapterName, sentences: readonly string[]): readonly DocumentBlock[] => [
  { kind: 'heading', level: 1, id: chapter, text: sayChapter(chapter, language) },
  ...sentences.map((text, at) => paragraph(toSentence(text), at === 0 ? 'lead' : undefined)),
  ...paragraphsOf(state.texts.get(chapter)?.text[language] ?? '').map((text) => paragraph(text)),
]
