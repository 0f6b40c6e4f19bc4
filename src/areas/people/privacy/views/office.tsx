// The page of the data-protection officer: register, periods with what they would clear now, requests with their proofs.
import type { Contact } from '#areas/people/contacts/rules.ts'
import { type Settings, stepPath } from '#areas/people/settings/rules.ts'
import { type Asked, type Screen, typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, Buttons, ButtonLink } from '#ui/parts/button.tsx'
import { Checkbox } from '#ui/parts/choices.tsx'
import { Details } from '#ui/parts/details.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { NumberField } from '#ui/parts/number-field.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { SearchField } from '#ui/parts/search-field.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Table } from '#ui/parts/table.tsx'
import { type Period, type PrivacyRequest, privacyOfficePath, proofPath, type RetentionRun } from '../rules.ts'
import { measures, processings } from '../rules/register.ts'

const dayIn = (at: Date, language: Language): string => new Intl.DateTimeFormat(language === 'bg' ? 'bg-BG' : 'en-GB', { timeZone: 'Europe/Sofia', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(at)
export const periodPath = (kind: string): string => `${privacyOfficePath}/period/${kind}`
export const staffErasePath = (contact: string): string => `${privacyOfficePath}/erase/${contact}`

type Office = {
  readonly language: Language; readonly asked: Asked; readonly settings: Settings; readonly periods: readonly Period[]; readonly requests: readonly PrivacyRequest[]; readonly runs: readonly RetentionRun[]
  readonly words: string; readonly found: readonly Contact[]
}
export const privacyOfficeScreen = (office: Office): Screen => {
  const { language, settings, runs, requests } = office
  const say = speak(language)
  const { officer } = settings.contact
  return {
    kind: 'screen', title: say.people_privacy_title(), says: say.people_privacy_says(), crumbs: [],
    body: (
      <>
        <PageHeading title={say.people_privacy_title()} lead={say.people_privacy_says()} />
        {officer === null ? <Notice language={language} tone="warning" title={say.people_privacy_officer_unset()}><p><a class="ds-link" href={toHref(language, stepPath('contact'))}>{say.people_privacy_officer_set()}</a></p></Notice> : null}
        <Section id="requests" title={say.people_privacy_requests()}><Requests {...{ language, requests }} /></Section>
        <Section id="erase" title={say.people_privacy_find()}><Find {...office} /></Section>
        <Section id="periods" title={say.people_privacy_periods()}><Periods {...office} /></Section>
        <Section id="runs" title={say.people_privacy_runs()}>
          {runs.length === 0 ? <p>{say.people_privacy_runs_none()}</p> : (
            <Table language={language} id="runs-table" caption={say.people_privacy_runs()} captionIs="hidden" phone="stack" columns={[{ name: say.people_privacy_when() }, { name: say.people_privacy_kind() }, { name: say.people_privacy_cleared(), kind: 'number' }]}
              rows={runs.map((run) => ({ cells: [dayIn(run.at, language), office.periods.find(({ kind }) => kind === run.kind)?.title[language] ?? run.kind, String(run.cleared)] }))} />
          )}
        </Section>
        <Section id="register" title={say.people_privacy_register()}><Register {...office} /></Section>
      </>
    ),
  }
}
const Requests = ({ language, requests }: Pick<Office, 'language' | 'requests'>) => {
  const say = speak(language)
  const by = { person: say.people_privacy_by_person(), staff: say.people_privacy_by_staff(), retention: say.people_privacy_by_period() }
  return requests.length === 0 ? <p>{say.people_privacy_requests_none()}</p> : (
    <Table language={language} id="requests-table" caption={say.people_privacy_requests()} captionIs="hidden" phone="stack" columns={[{ name: say.people_privacy_when() }, { name: say.people_privacy_what() }, { name: say.people_privacy_by() }, { name: say.people_privacy_proof() }]}
      rows={requests.map((request) => ({ cells: [
        dayIn(request.at, language), request.kind === 'erasure' ? say.people_privacy_erasure() : say.people_privacy_export(), by[request.askedBy],
        request.kind === 'erasure' ? <a class="ds-link" href={toHref(language, proofPath(request.id))}>{request.id.slice(-12)}</a> : '–',
      ] }))} />
  )
}
const Find = ({ language, words, found }: Office) => {
  const say = speak(language)
  return (
    <>
      <p>{say.people_privacy_find_says()}</p>
      <SearchField language={language} action={`${toHref(language, privacyOfficePath)}#erase`} id="find-person" value={words} label={say.people_privacy_find_label()} />
      {words === '' ? null : found.length === 0 ? <p>{say.people_privacy_find_none()}</p> : (
        <LinkList links={found.map((person) => ({ name: person.name ?? person.email ?? '–', href: toHref(language, staffErasePath(person.id)), says: person.email ?? say.people_privacy_no_address(), note: person.confirmedAt === null ? say.people_privacy_unconfirmed() : say.people_privacy_confirmed() }))} />
      )}
    </>
  )
}
const Periods = ({ language, periods }: Office) => {
  const say = speak(language)
  return (
    <>
      <p>{say.people_privacy_periods_says()}</p>
      <Table language={language} id="periods-table" caption={say.people_privacy_periods()} captionIs="hidden" phone="stack" columns={[{ name: say.people_privacy_kind() }, { name: say.people_privacy_kept() }, { name: say.people_privacy_due(), kind: 'number' }, { name: say.people_privacy_change() }]}
        rows={periods.map((period) => ({ cells: [
          <><strong>{period.title[language]}</strong><br /><small>{period.why[language]}</small></>,
          period.isOwn === 'yes' ? say.people_privacy_days_own({ count: period.days }) : say.people_privacy_days({ count: period.days }),
          String(period.due), <a class="ds-link" href={toHref(language, periodPath(period.kind))}>{say.people_privacy_change_this()}<span class="p-hidden-text">: {period.title[language]}</span></a>,
        ] }))} />
    </>
  )
}
const Register = ({ language, settings, periods }: Office) => {
  const say = speak(language)
  const { body, contact } = settings
  return (
    <>
      <p>{say.people_privacy_register_says()}</p>
      <SummaryList lines={[
        { name: say.people_privacy_controller(), value: [body.name[language], contact.address[language], contact.email ?? '', contact.phone].filter((part) => part !== '').join(', ') },
        { name: say.people_collection_officer(), value: contact.officer === null ? say.people_privacy_officer_unset() : [contact.officer.name, contact.officer.email, contact.officer.phone].filter((part) => part !== '').join(', ') },
        { name: say.people_privacy_abroad(), value: say.people_privacy_abroad_none() },
      ]} />
      {processings.map((each) => (
        <Details summary={each.name[language]}>
          <SummaryList lines={[
            { name: say.people_privacy_purpose(), value: each.purpose[language] }, { name: say.people_collection_basis(), value: each.basis[language] }, { name: say.people_privacy_people(), value: each.people[language] },
            { name: say.people_privacy_categories(), value: each.categories[language] }, { name: say.people_privacy_recipients(), value: each.recipients[language] },
            { name: say.people_collection_kept(), value: [...(each.kept === undefined ? [] : [each.kept[language]]), ...periods.filter(({ kind }) => each.periods.includes(kind)).map((period) => `${period.title[language]}: ${say.people_privacy_days({ count: period.days })}`)].join('; ') },
          ]} />
        </Details>
      ))}
      <h3>{say.people_privacy_measures()}</h3>
      <ul class="ds-list">{measures.map((measure) => <li>{measure[language]}</li>)}</ul>
    </>
  )
}
export const periodScreen = ({ language, asked, period }: { readonly language: Language; readonly asked: Asked; readonly period: Period }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: period.title[language], says: period.why[language], crumbs: [{ name: say.people_privacy_title(), path: privacyOfficePath }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={period.title[language]} lead={period.why[language]} />
        <p>{say.people_privacy_due_now({ count: period.due })}</p>
        <Form action={toHref(language, periodPath(period.kind))} hidden={[{ name: 'kind', value: period.kind }]}>
          <NumberField language={language} name="days" label={say.people_privacy_days_label()} whole value={typedOne(asked.typed, 'days') || String(period.days)} error={errorOf({ problems: asked.problems, field: 'days', language })} />
          <Buttons><Button>{say.people_privacy_save()}</Button></Buttons>
        </Form>
      </>
    ),
  }
}
export const staffEraseScreen = ({ language, asked, person, parts }: { readonly language: Language; readonly asked: Asked; readonly person: Contact; readonly parts: readonly string[] }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.people_privacy_erase_title(), says: say.people_privacy_erase_says(), crumbs: [{ name: say.people_privacy_title(), path: privacyOfficePath }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.people_privacy_erase_title()} lead={say.people_privacy_erase_says()} />
        <SummaryList lines={[{ name: say.people_privacy_person(), value: [person.name, person.email].filter((part) => part !== null).join(', ') }]} />
        <ul class="ds-list">{parts.map((part) => <li>{part}</li>)}</ul>
        <Form action={toHref(language, staffErasePath(person.id))}>
          <Checkbox language={language} name="sure" label={say.people_privacy_erase_sure()} value={typedOne(asked.typed, 'sure')} error={errorOf({ problems: asked.problems, field: 'sure', language })} />
          <Buttons><Button look="danger">{say.people_privacy_erase_button()}</Button><ButtonLink look="quiet" href={toHref(language, privacyOfficePath)}>{say.people_privacy_back()}</ButtonLink></Buttons>
        </Form>
      </>
    ),
  }
}
