// „Проектът“: the mission in the words of the public notice, as the region's pack holds them. Not the progress of measures.
import type { Screen } from '#kernel/answer.ts'
import type { HomeProject, HomeRegion } from '#kernel/home.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { EuropeanEmblem } from '#ui/frame/emblem.tsx'
import { Column, Columns, PageHeading, Section } from '#ui/parts/layout.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { Timeline } from '#ui/parts/timeline.tsx'
import { sayCivilDate } from '#ui/civil-date.ts'

type ProjectShown = { readonly language: Language; readonly home: HomeRegion; readonly email: string | null }

export const projectScreen = ({ language, home, email }: ProjectShown): Screen => {
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
        <Columns>
          <Column><PageHeading kicker={say.web_project_title()} title={project.title[language]} lead={project.aim[language]} /></Column>
          <Column><Money language={language} home={home} /></Column>
        </Columns>
        <Section id="activities" title={say.web_project_activities_heading()} aside={project.datesText[language]}>
          <Activities language={language} project={project} />
        </Section>
        <Columns parts="equal">
          <Column>
            <Section id="why" title={say.web_project_why_heading()}>{project.why.map((reason) => <p>{reason[language]}</p>)}</Section>
            <Section id="results" title={say.web_project_results_heading()}>
              <ol class="ds-list">{project.results.map((result) => <li>{result[language]}</li>)}</ol>
              <p>{project.condition[language]}</p>
            </Section>
          </Column>
          <Column>
            <Section id="dates" title={say.web_project_dates_heading()}>
              <Timeline moments={project.events.map((event) => ({
                when: sayCivilDate(event.date, language), datetime: event.date, title: event.text[language], children: <p class="p-note">{say.web_project_source()}: {event.source}</p>,
              }))} />
            </Section>
            <Section id="open" title={say.web_project_open_heading()}>
              <p>{project.open[language]}</p>
              {email === null ? <p>{home.contact.note[language]}</p> : <p data-lead>{say.web_contact_by_mail()} <a class="ds-link" href={`mailto:${email}`}>{email}</a></p>}
            </Section>
          </Column>
        </Columns>
        <p class="p-note">{say.web_project_source()}: {project.source[language]}</p>
      </>
    ),
  }
}

const Activities = ({ language, project }: { readonly language: Language; readonly project: HomeProject }) => (
  <ol class="p-activities">
    {project.activities.map((activity) => (
      <li>
        <h3>{activity.title[language]}</h3>
        <p><Tag>{sayState(language, activity.state)}</Tag></p>
        <p>{activity.stateText[language]}</p>
      </li>
    ))}
  </ol>
)

const Money = ({ language, home }: Omit<ProjectShown, 'email'>) => {
  const say = speak(language)
  const { funding } = home
  return funding === null ? null : (
    <section class="p-money" aria-labelledby="money">
      <h2 id="money">{say.web_project_money_heading()}</h2>
      <EuropeanEmblem name={say.ui_emblem()} />
      <p><strong>{funding.statement[language]}</strong></p>
      <p>{funding.programme[language]}. {funding.legalBasis[language]}.</p>
    </section>
  )
}

const sayState = (language: Language, state: string): string => {
  const say = speak(language)
  return state === 'running' ? say.web_project_state_running() : state === 'done' ? say.web_project_state_done()
    : state === 'support-ended' ? say.web_project_state_support_ended() : say.web_project_state_unknown()
}
