// „You said, we did“ overall and of one process, and the list of ended processes with the headline the state counts too.
import type { Screen } from '#kernel/answer.ts'
import type { Bilingual, Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { decisionNames, decisions, wordsIn } from '#areas/participation/answers/rules.ts'
import { DecisionTag } from '#areas/participation/answers/views/answer-part.tsx'
import { contributionPath, proposalsPath } from '#areas/participation/proposals/rules.ts'
import { toHref } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { StatLine } from '#ui/parts/stat-line.tsx'
import { Table } from '#ui/parts/table.tsx'
import { decisionOf, draftPath, headlineOf, reportPath, reportsPath, youSaidCsv, youSaidOf, youSaidPath, type Ended, type Row, type YouSaid } from '../rules.ts'

const hub = (language: Language) => ({ name: speak(language).participation_title(), path: '/participation' })
export const reportsScreen = ({ language, ended, mayMake }: { readonly language: Language; readonly ended: readonly Ended[]; readonly mayMake: 'yes' | 'no' }): Screen => {
  const say = speak(language)
  const headline = headlineOf(ended)
  const median = headline.medianDays === null ? '–' : String(headline.medianDays).replace('.', language === 'bg' ? ',' : '.')
  return {
    kind: 'screen', title: say.participation_reports_title(), says: say.participation_reports_lead(), crumbs: [hub(language)],
    body: (
      <>
        <PageHeading title={say.participation_reports_title()} lead={say.participation_reports_lead()} />
        {ended.length === 0 ? <EmptyState title={say.participation_reports_none()} why={say.participation_reports_none_why()}><ButtonLink href={toHref(language, proposalsPath)}>{say.participation_you_said_see_proposals()}</ButtonLink></EmptyState> : (
          <>
            <StatLine stats={[
              { name: say.participation_reports_ended(), value: String(headline.ended) }, { name: say.participation_reports_with(), value: String(headline.withReport) },
              { name: say.participation_reports_without(), value: String(headline.without) }, { name: say.participation_reports_days(), value: median },
            ]} />
            <Table language={language} id="ended" caption={say.participation_reports_list()} phone="stack"
              columns={[{ name: say.participation_reports_process() }, { name: say.participation_reports_closed() }, { name: say.participation_reports_report() }]}
              rows={ended.map((one) => ({ cells: [
                one.title[language] || one.title.bg, sayCivilDate(one.closedOn, language),
                one.version === null ? <>{say.participation_reports_waiting({ days: one.days })}{mayMake === 'yes' ? <>{' · '}<a class="ds-link" href={toHref(language, draftPath(one.slug))}>{say.participation_reports_make()}<span class="p-hidden-text">: {one.title[language]}</span></a></> : null}</>
                  : <><a class="ds-link" href={toHref(language, reportPath(one.slug))}>{say.participation_reports_report()}<span class="p-hidden-text">: {one.title[language]}</span></a> ({say.participation_reports_version({ version: one.version })}, {say.participation_reports_after({ days: one.days })})</>,
              ] }))} />
          </>
        )}
        <p><a class="ds-link" href={toHref(language, youSaidPath)}>{say.participation_you_said_title()}</a></p>
      </>
    ),
  }
}
const Rows = ({ language, rows }: { readonly language: Language; readonly rows: readonly Row[] }) => {
  const say = speak(language)
  return (
    <ul class="p-you-said">
      {rows.map((row) => {
        const decision = decisionOf(row)
        return (
          <li id={`said-${row.number}`} class="p-flow">
            <p><a class="ds-link" href={toHref(language, contributionPath(row.number))}><span class="p-numbers">{row.number}</span> <bdi lang={row.language === language ? undefined : row.language}>{row.title}</bdi></a>
              {row.merged.length === 0 ? null : <span class="p-note"> {say.participation_you_said_merged({ numbers: row.merged.map(({ number }) => number).join(', ') })}</span>}</p>
            {decision === null ? null : <p><DecisionTag decision={decision} language={language} /></p>}
            {row.answers.map((answer) => { const { text, lang } = wordsIn(answer.reason, language); return <p lang={lang}>{answer.part === null ? '' : `${answer.part}: `}{text}</p> })}
          </li>
        )
      })}
    </ul>
  )
}
const Counts = ({ language, said }: { readonly language: Language; readonly said: YouSaid }) =>
  <StatLine stats={[...decisionNames.map((decision) => ({ name: decisions[decision][language], value: String(said.counts[decision]) })), ...(said.counts.waiting === 0 ? [] : [{ name: speak(language).participation_you_said_waiting(), value: String(said.counts.waiting) }])]} />
const mostShown = 200
export const youSaidScreen = ({ language, slug, title, said, hasReport }: { readonly language: Language; readonly slug: string; readonly title: Bilingual; readonly said: YouSaid; readonly hasReport: 'yes' | 'no' }): Screen => {
  const say = speak(language)
  const name = say.participation_you_said_of({ title: title[language] || title.bg })
  const none = said.did.length + said.didNot.length === 0
  return {
    kind: 'screen', title: name, says: say.participation_you_said_lead(), crumbs: [hub(language), { name: say.participation_you_said_title(), path: youSaidPath }],
    body: (
      <>
        <PageHeading title={name} lead={say.participation_you_said_lead()} />
        <Counts language={language} said={said} />
        {none ? <EmptyState title={say.participation_you_said_none()} why={say.participation_you_said_none_why()}><ButtonLink href={toHref(language, proposalsPath)}>{say.participation_you_said_see_proposals()}</ButtonLink></EmptyState> : null}
        {said.did.length === 0 ? null : <Section id="did" title={say.participation_you_said_did()}><Rows language={language} rows={said.did.slice(0, mostShown)} /></Section>}
        {said.didNot.length === 0 ? null : <Section id="did-not" title={say.participation_you_said_did_not()}><Rows language={language} rows={said.didNot.slice(0, mostShown)} /></Section>}
        <Buttons><ButtonLink look="secondary" href={toHref(language, youSaidCsv(slug))} download="">{say.participation_you_said_csv()}</ButtonLink>{hasReport === 'no' ? null : <ButtonLink look="quiet" href={toHref(language, reportPath(slug))}>{say.participation_reports_report()}</ButtonLink>}</Buttons>
      </>
    ),
  }
}
export type OneProcess = { readonly slug: string; readonly title: Bilingual; readonly said: YouSaid; readonly rows: number }
export const overallScreen = ({ language, all, total }: { readonly language: Language; readonly all: readonly OneProcess[]; readonly total: YouSaid }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.participation_you_said_title(), says: say.participation_you_said_lead(), crumbs: [hub(language)],
    body: (
      <>
        <PageHeading title={say.participation_you_said_title()} lead={say.participation_you_said_lead()} />
        <Counts language={language} said={total} />
        {total.did.length + total.didNot.length === 0 ? <EmptyState title={say.participation_you_said_none()} why={say.participation_you_said_none_why()}><ButtonLink href={toHref(language, proposalsPath)}>{say.participation_you_said_see_proposals()}</ButtonLink></EmptyState> : (
          <>
            {total.did.length === 0 ? null : <Section id="did" title={say.participation_you_said_did()}><Rows language={language} rows={total.did.slice(-10).reverse()} /></Section>}
            {total.didNot.length === 0 ? null : <Section id="did-not" title={say.participation_you_said_did_not()}><Rows language={language} rows={total.didNot.slice(-10).reverse()} /></Section>}
          </>
        )}
        {all.length === 0 ? null : (
          <Section id="processes" title={say.participation_you_said_processes()}>
            <Table language={language} id="by-process" caption={say.participation_you_said_processes()} captionIs="hidden" phone="stack"
              columns={[{ name: say.participation_reports_process() }, ...decisionNames.map((decision) => ({ name: decisions[decision][language], kind: 'number' as const })), { name: say.participation_you_said_waiting(), kind: 'number' }]}
              rows={all.map((one) => ({ cells: [<a class="ds-link" href={toHref(language, youSaidOf(one.slug))}>{one.title[language] || one.title.bg}</a>, ...decisionNames.map((decision) => String(one.said.counts[decision])), String(one.said.counts.waiting)] }))} />
          </Section>
        )}
        <Buttons><ButtonLink look="secondary" href={toHref(language, youSaidCsv(null))} download="">{say.participation_you_said_csv()}</ButtonLink><ButtonLink look="quiet" href={toHref(language, reportsPath)}>{say.participation_reports_title()}</ButtonLink></Buttons>
      </>
    ),
  }
}
