// The letter an administrator sends to see that letters arrive.
import type { Language } from '#kernel/language.ts'
import { writeLetter, type Letter, type LetterFrom } from '#kernel/letter.ts'
import { speak } from '#kernel/speak.ts'

type About = { readonly to: string; readonly language: Language; readonly key: string; readonly from: LetterFrom }
export const testLetter = ({ to, language, key, from }: About): Letter => {
  const say = speak(language)
  return writeLetter({
    kind: 'people.testLetter', to, language, key, from, subject: say.people_letter_test_subject(), lines: [say.people_letter_test_what()], why: say.people_letter_test_reason(),
  })
}
