// „Проектът“: the mission in the words of the public notice, as the region's pack holds them. Not the progress of measures.
import type { Screen } from '#kernel/answer.ts'
import type { HomeRegion } from '#kernel/home.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { Column, Columns, PageHeading, Section } from '#ui/parts/layout.tsx'
import { sayCivilDate } from '#ui/civil-date.ts'

export const projectScreen = ({ language, home, email }: { readonly language: Language; readonly home: HomeRegion; readonly email: string | null }): Screen => {
  const say = speak(language)
  const project = home.project
  if (project === null) {
    return {
      kind: 'screen', title: say.web_project_title(), says: say.web_project_none(), crumbs: [],
      body: <PageHeading title={say.web_project_title()} lead={say.web_project_none()} />,
    }
  }
  return {
    kind: 'screen',
    title: say.web_project_title(),
    says: say.web_project_says(),
    crumbs: [],
    body: (
      <>
        <PageHeading kicker={say.web_project_title()} title={project.title[language]} lead={project.aim[language]} />
        <Section id="activities" title={say.web_project_activities_heading()}>
          <ol class="p-activities">
            {project.activities.map((activity) => (
              <li class="p-activity">
                <h3>{activity.title[language]}</h3>
                <p class="p-tag" data-tone="plain">{sayState(language, activity.state)}</p>
                <p>{activity.stateText[language]}</p>
              </li>
            ))}
          </ol>
        </Section>
        <Columns parts="equal">
          <Column>
            <Section id="dates" title={say.web_project_dates_heading()}>
              <p data-lead>{project.datesText[language]}</p>
              <ul class="p-timeline">
                {project.events.map((event) => (
                  <li><time datetime={event.date}>{sayCivilDate(event.date, language)}</time><p>{event.text[language]} <span class="p-note">({event.source})</span></p></li>
                ))}
              </ul>
            </Section>
          </Column>
          <Column>
            <Section id="why" title={say.web_project_why_heading()}>{project.why.map((reason) => <p>{reason[language]}</p>)}</Section>
            <Section id="results" title={say.web_project_results_heading()}>
              <ol class="ds-list">{project.results.map((result) => <li>{result[language]}</li>)}</ol>
            </Section>
            <Section id="condition" title={say.web_project_condition_heading()}><p>{project.condition[language]}</p></Section>
            {home.funding === null ? null : (
              <Section id="money" title={say.web_project_money_heading()}>
                <p>{home.funding.sentence[language]}</p>
                <p class="p-note">{home.funding.disclaimer[language]}</p>
              </Section>
            )}
            <Section id="open" title={say.web_project_open_heading()}>
              <p>{project.open[language]}</p>
              {email === null ? <p>{home.contact.note[language]}</p> : <p><a class="ds-link" href={`mailto:${email}`}>{email}</a></p>}
            </Section>
          </Column>
        </Columns>
        <p class="p-note">{say.web_project_source()}: {project.source[language]}</p>
      </>
    ),
  }
}

const sayState = (language: Language, state: string): string => {
  const say = speak(language)
  return state === 'running' ? say.web_project_state_running() : state === 'done' ? say.web_project_state_done()
    : state === 'support-ended' ? say.web_project_state_support_ended() : say.web_project_state_unknown()
}
