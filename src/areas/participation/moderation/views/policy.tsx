// The public pages of moderation: the policy (what, when, by whom, how fast, how to object) and the log without texts and names.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref, withQuery } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Pagination } from '#ui/parts/pagination.tsx'
import { StatLine } from '#ui/parts/stat-line.tsx'
import { Table } from '#ui/parts/table.tsx'
import { sayKind } from '../rules/say.ts'
import { acts, logCsvPath, logPath, lookWithinDays, objectionDays, outcomes, policyPath, reasonNames, reasons, toLarge, type LogCounts, type LogLine } from '../rules.ts'

const hub = (language: Language) => ({ name: speak(language).participation_title(), path: '/participation' })

export const policyScreen = ({ language, counts }: { readonly language: Language; readonly counts: LogCounts }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.participation_policy_title(), says: say.participation_policy_lead(), crumbs: [hub(language)],
    body: (
      <>
        <PageHeading title={say.participation_policy_title()} lead={say.participation_policy_lead()} />
        <Section id="when" title={say.participation_policy_when()}>
          <p>{say.participation_policy_when_before()}</p>
          <p>{say.participation_policy_when_after()}</p>
          <p>{say.participation_policy_fast({ days: lookWithinDays })}</p>
        </Section>
        <Section id="who" title={say.participation_policy_who()}>
          <p>{say.participation_policy_who_says()}</p>
        </Section>
        <Section id="reasons" title={say.participation_policy_reasons()}>
          <p>{say.participation_policy_reasons_says()}</p>
          <dl class="p-flow">{reasonNames.map((reason) => <div><dt><strong>{toLarge(reasons[reason].name[language])}</strong></dt><dd>{reasons[reason].says[language]}</dd></div>)}</dl>
          <p>{say.participation_policy_masking()}</p>
        </Section>
        <Section id="objection" title={say.participation_policy_objection()}>
          <p>{say.participation_policy_objection_says({ days: objectionDays })}</p>
        </Section>
        <Section id="report" title={say.participation_policy_report()}>
          <p>{say.participation_policy_report_says()}</p>
        </Section>
        <Section id="log" title={say.participation_log_title()}>
          {counts.all === 0 ? <p>{say.participation_log_none_yet()}</p> : <Counts language={language} counts={counts} />}
          <Buttons><ButtonLink look="secondary" href={toHref(language, logPath)}>{say.participation_log_open()}</ButtonLink></Buttons>
        </Section>
      </>
    ),
  }
}
const Counts = ({ language, counts }: { readonly language: Language; readonly counts: LogCounts }) => {
  const say = speak(language)
  return (
    <StatLine stats={[
      { name: say.participation_log_published(), value: String(counts.published) }, { name: say.participation_log_taken(), value: String(counts.taken) },
      { name: say.participation_log_objections(), value: String(counts.objections), note: say.participation_log_reversed({ count: counts.reversed }) },
    ]} />
  )
}

const civil = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Sofia' })
export const logScreen = ({ language, lines, counts, page, pages }: { readonly language: Language; readonly lines: readonly LogLine[]; readonly counts: LogCounts; readonly page: number; readonly pages: number }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.participation_log_title(), says: say.participation_log_lead(), crumbs: [hub(language), { name: say.participation_policy_title(), path: policyPath }],
    body: (
      <>
        <PageHeading title={say.participation_log_title()} lead={say.participation_log_lead()} />
        {lines.length === 0 ? <EmptyState title={say.participation_log_none()} why={say.participation_log_none_yet()}><a class="ds-link" href={toHref(language, policyPath)}>{say.participation_policy_title()}</a></EmptyState> : (
          <>
            <Counts language={language} counts={counts} />
            <Table language={language} id="log" caption={say.participation_log_caption()} captionIs="hidden" phone="stack"
              columns={[{ name: say.participation_log_day() }, { name: say.participation_log_kind() }, { name: say.participation_log_act() }, { name: say.participation_log_reason() }, { name: say.participation_log_objection() }]}
              rows={lines.map(({ at, kind, act, reason, outcome }) => ({ cells: [
                sayCivilDate(civil.format(at), language), sayKind(kind, language), acts[act][language], reason === null ? '–' : reasons[reason].name[language],
                outcome === null ? '–' : outcome === 'waiting' ? say.participation_log_objection_waits() : outcomes[outcome][language],
              ] }))} />
            <Pagination language={language} page={page} pages={pages} toPage={(n) => withQuery(toHref(language, logPath), { page: n === 1 ? '' : String(n) })} />
            <Buttons><ButtonLink look="secondary" href={`${logCsvPath}?language=${language}`} download="moderation-log.csv">{say.participation_log_csv()}</ButtonLink></Buttons>
          </>
        )}
      </>
    ),
  }
}
