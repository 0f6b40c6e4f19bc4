// Every letter the product sends, with example values, drawn by the functions that write the real ones. An area that gets a
// letter adds its examples to the list; a test looks for each kind in the source.
import type { Screen } from '#kernel/answer.ts'
import { languages, type Bilingual, type Language } from '#kernel/language.ts'
import type { Letter } from '#kernel/letter.ts'
import { speak } from '#kernel/speak.ts'
import { letterExamples as answerLetters } from '#areas/participation/answers/rules/letters.ts'
import { consultationLetterExamples } from '#areas/participation/consultations/rules/letters.ts'
import { eventLetterExamples } from '#areas/participation/events/rules/letters.ts'
import { letterExamples as proposalLetters } from '#areas/participation/proposals/rules/letters.ts'
import { letterExamples as moderationLetters } from '#areas/participation/moderation/rules/letters.ts'
import { surveyLetterExamples } from '#areas/participation/surveys/rules/letters.ts'
import { mailLetterExamples } from '#areas/participation/correspondence/rules/letters.ts'
import { letterExamples as peopleLetters } from '#areas/people/accounts/rules/letters.ts'
import { letterExamples as followLetters } from '#areas/participation/subscriptions/rules/letters.ts'
import { getSettings } from '#areas/people/settings/read.ts'
import { permissionOf } from '#areas/people/roles/read.ts'
import { page } from '#store/visit.ts'
import { Column, Columns, PageHeading, Section } from '#ui/parts/layout.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'

export type LetterExample = { readonly kind: string; readonly draw: (language: Language) => Letter }
export const letterExamples: readonly LetterExample[] = [...peopleLetters, ...followLetters, ...proposalLetters, ...moderationLetters, ...answerLetters, ...surveyLetterExamples, ...eventLetterExamples, ...consultationLetterExamples, ...mailLetterExamples]

const path = '/office/letters/catalogue'
const anchorOf = (kind: string): string => kind.replace(/\W/g, '-')
const catalogueScreen = ({ language, sender }: { readonly language: Language; readonly sender: Bilingual }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.web_letter_catalogue_title(), says: say.web_letter_catalogue_says(), crumbs: [{ name: say.web_letters_title(), path: '/office/letters' }],
    body: (
      <>
        <PageHeading title={say.web_letter_catalogue_title()} lead={say.web_letter_catalogue_says()} />
        <LinkList links={letterExamples.map(({ kind, draw }) => ({ name: draw(language).subject, href: `#${anchorOf(kind)}`, note: kind }))} />
        {letterExamples.map(({ kind, draw }) => (
          <Section id={anchorOf(kind)} title={draw(language).subject} aside={kind}>
            <Columns parts="equal">
              {[language, ...languages.filter((other) => other !== language)].map((each) => <Column><Drawn language={language} letter={draw(each)} sender={sender[each]} /></Column>)}
            </Columns>
          </Section>
        ))}
      </>
    ),
  }
}
const Drawn = ({ language, letter, sender }: { readonly language: Language; readonly letter: Letter; readonly sender: string }) => {
  const say = speak(language)
  return (
    <div class="p-flow">
      <SummaryList lines={[
        { name: say.web_letter_language(), value: letter.language === 'bg' ? say.people_language_bg() : say.people_language_en() },
        { name: say.web_letter_sender(), value: sender },
        { name: say.web_letters_subject(), value: <span lang={letter.language}>{letter.subject}</span> },
      ]} />
      <pre class="p-verbatim" lang={letter.language}>{letter.body}</pre>
    </div>
  )
}
export const letterCataloguePage = page({
  path, may: permissionOf('letters.read'),
  get: async ({ language, reader }) => catalogueScreen({ language, sender: (await getSettings(reader)).body.name }),
})
