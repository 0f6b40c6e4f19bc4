// A sheet of paper, typed by a colleague: all questions on one page, in the order of the sheet, the same codes as on the web.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, Buttons } from '#ui/parts/button.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { Select } from '#ui/parts/select.tsx'
import type { Choice } from '../rules/questions.ts'
import { changePath, enterPath, sectors, surveysPath, type Survey } from '../rules/survey.ts'
import { QuestionField } from './question-field.tsx'
import { inEither, saySector } from './words.ts'

export const enterScreen = ({ language, asked, survey, places, isJustEntered }: { readonly language: Language; readonly asked: Asked; readonly survey: Survey; readonly places: readonly Choice[]; readonly isJustEntered: boolean }): Screen => {
  const say = speak(language)
  const isAgain = asked.problems.length > 0
  return {
    kind: 'screen', title: say.participation_survey_enter(), says: say.participation_survey_enter_says(), crumbs: [{ name: say.participation_survey_title(), path: surveysPath }, { name: inEither(survey.title, language), path: changePath(survey.slug) }],
    body: (
      <>
        <PageHeading kicker={inEither(survey.title, language)} title={say.participation_survey_enter()} lead={say.participation_survey_enter_says()} />
        {isJustEntered && !isAgain ? <Notice language={language} tone="success"><p>{say.participation_survey_entered()}</p></Notice> : null}
        <ErrorSummary language={language} problems={asked.problems} />
        {survey.state === 'draft' ? <Notice language={language} tone="info"><p>{say.participation_survey_not_open_now()}</p></Notice> : (
          <Form action={toHref(language, enterPath(survey.slug))}>
            <Select language={language} name="sector" optional label={say.participation_survey_your_sector()} value={isAgain ? typedOne(asked.typed, 'sector') : ''} blank={say.participation_survey_sector_unknown()} options={sectors.map((sector) => ({ value: sector, name: saySector(sector, language) }))} />
            {survey.questions.map((question, at) => <QuestionField language={language} question={{ ...question, must: 'no' }} number={at + 1} problems={asked.problems} places={places} fields={isAgain ? asked.typed.text : {}} />)}
            <Buttons><Button name="does" value="enter">{say.participation_survey_enter_save()}</Button></Buttons>
          </Form>
        )}
      </>
    ),
  }
}
