// Surveys as a list: open ones first, then those to come, drafts for those who make them, and closed ones with their results.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { sayDate } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Card } from '#ui/parts/card.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { Grid, PageHeading, Section } from '#ui/parts/layout.tsx'
import { changePath, phaseOf, resultsPath, surveyPath, surveysPath, type Phase, type Survey } from '../rules/survey.ts'
import { inEither, sayPhase } from './words.ts'

const order: readonly Phase[] = ['open', 'coming', 'draft', 'closed']
export const listScreen = ({ language, surveys, now, mayManage }: { readonly language: Language; readonly surveys: readonly Survey[]; readonly now: Date; readonly mayManage: 'yes' | 'no' }): Screen => {
  const say = speak(language)
  const groups = order.map((phase) => ({ phase, of: surveys.filter((survey) => phaseOf(survey, now) === phase) })).filter(({ of }) => of.length > 0)
  const linkOf = (survey: Survey, phase: Phase): string => (phase === 'draft' ? changePath(survey.slug) : phase === 'closed' && survey.results === 'public' ? resultsPath(survey.slug) : surveyPath(survey.slug))
  const foot = (survey: Survey, phase: Phase): string => {
    const last = survey.closesAt === null ? null : sayDate(new Date(survey.closesAt.getTime() - 1000), language)
    return phase === 'open' ? (last === null ? say.participation_survey_no_end() : say.participation_survey_until({ date: last }))
      : phase === 'coming' && survey.opensAt !== null ? say.participation_survey_opens({ date: sayDate(survey.opensAt, language) })
        : phase === 'closed' ? (survey.results === 'public' ? say.participation_survey_see_results() : say.participation_survey_results_staff()) : say.participation_survey_phase_draft()
  }
  return {
    kind: 'screen', title: say.participation_survey_title(), says: say.participation_survey_says(), crumbs: [],
    body: (
      <>
        <PageHeading title={say.participation_survey_title()} lead={say.participation_survey_says()}>
          {mayManage === 'no' ? null : <Buttons><ButtonLink href={toHref(language, `${surveysPath}/new`)}>{say.participation_survey_new()}</ButtonLink></Buttons>}
        </PageHeading>
        {groups.length === 0 ? (
          <EmptyState title={say.participation_survey_none()} why={mayManage === 'yes' ? say.participation_survey_none_staff() : say.participation_survey_none_why()}>
            <p><a class="ds-link" href={toHref(language, '/participation')}>{say.participation_survey_other_ways()}</a></p>
          </EmptyState>
        ) : groups.map(({ phase, of }) => (
          <Section id={phase} title={sayPhase(phase, language)}>
            <Grid>{of.map((survey) => <Card level={3} name={inEither(survey.title, language)} href={toHref(language, linkOf(survey, phase))} says={inEither(survey.says, language).split('\n')[0]?.slice(0, 160)} foot={foot(survey, phase)} />)}</Grid>
          </Section>
        ))}
      </>
    ),
  }
}
