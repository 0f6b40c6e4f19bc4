// The letter that asks whether a comment is the person's own. The frame is the one of all letters, kernel/letter.
import type { Language } from '#kernel/language.ts'
import { exampleFrom, writeLetter, type Letter, type LetterFrom } from '#kernel/letter.ts'
import { speak } from '#kernel/speak.ts'
import { confirmPath, contributionPath } from '#areas/participation/proposals/rules.ts'

export type CommentLetter = {
  readonly key: string; readonly from: LetterFrom; readonly to: string; readonly name: string | null; readonly language: Language
  readonly number: string; readonly block: number; readonly title: string; readonly quote: string; readonly secret: string
}
export const commentLetter = ({ key, from, to, name, language, number, block, title, quote, secret }: CommentLetter): Letter => {
  const say = speak(language)
  return writeLetter({
    kind: 'participation.confirmComment', key, from, to, language, ...(name === null ? {} : { name }), subject: say.participation_comment_letter_subject({ number }),
    lines: [
      say.participation_comment_letter_what({ number, block, title }), ...(quote === '' ? [] : [`„${quote}“`]), say.participation_comment_letter_button(), `${from.origin}/${language}${confirmPath(secret)}`,
      say.participation_comment_letter_next(), `${from.origin}/${language}${contributionPath(number)}`,
    ],
    why: say.participation_comment_letter_why(),
  })
}
export const consultationLetterExamples: readonly { readonly kind: string; readonly draw: (language: Language) => Letter }[] = [{
  kind: 'participation.confirmComment',
  draw: (language) => commentLetter({ key: 'example', from: exampleFrom, to: 'ivan@example.bg', name: null, language, number: '2026-0042', block: 12, quote: language === 'bg' ? 'Школата отваря през 2027 г.' : 'The school opens in 2027.', title: language === 'bg' ? 'Проект на стратегия' : 'Draft strategy', secret: 'example' }),
}]
