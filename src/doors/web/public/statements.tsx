// The accessibility statement (model of Decision (EU) 2018/1523) and the page on personal data. Values in, HTML out.
import type { Screen } from '#kernel/answer.ts'
import type { HomeRegion } from '#kernel/home.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { collectedFor, collectionLines } from '#areas/people/contacts/views/collection-notice.tsx'
import type { Settings } from '#areas/people/settings/rules.ts'
import { toHref } from '#ui/address.ts'
import { PageHeading, Section } from '#ui/parts/layout.tsx'

type Stated = { readonly language: Language; readonly home: HomeRegion; readonly email: string | null }

const Contact = ({ email, language }: { readonly email: string | null; readonly language: Language }) => {
  const say = speak(language)
  return email === null
    ? <p>{say.web_contact_unset()}</p>
    : <p>{say.web_contact_by_mail()} <a class="ds-link" href={`mailto:${email}`}>{email}</a></p>
}

/** `date` is the day of the last self-assessment, in words. */
export const accessibilityScreen = ({ language, home, email, date }: Stated & { readonly date: string }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen',
    title: say.web_accessibility_title(),
    says: say.web_accessibility_says(),
    crumbs: [],
    body: (
      <>
        <PageHeading title={say.web_accessibility_title()} lead={say.web_accessibility_says()} />
        <p>{say.web_accessibility_commitment({ body: home.body.name[language] })}</p>
        <Section id="status" title={say.web_accessibility_status_heading()}><p>{say.web_accessibility_status()}</p></Section>
        <Section id="gaps" title={say.web_accessibility_gaps_heading()}>
          <ul class="ds-list">
            <li>{say.web_accessibility_gap_expert()}</li>
            <li>{say.web_accessibility_gap_charts()}</li>
            <li>{say.web_accessibility_gap_sources()}</li>
          </ul>
        </Section>
        <Section id="how" title={say.web_accessibility_how_heading()}><p>{say.web_accessibility_how({ date })}</p></Section>
        <Section id="feedback" title={say.web_accessibility_feedback_heading()}>
          <p>{say.web_accessibility_feedback()}</p>
          <Contact email={email} language={language} />
        </Section>
        <Section id="enforcement" title={say.web_accessibility_enforcement_heading()}><p>{say.web_accessibility_enforcement()}</p></Section>
      </>
    ),
  }
}

const Postal = ({ language, contact }: { readonly language: Language; readonly contact: Settings['contact'] }) => (
  <>
    {contact.phone === '' ? null : <p>{speak(language).web_privacy_phone({ phone: contact.phone })}</p>}
    {contact.address[language] === '' ? null : <p class="p-lines">{contact.address[language]}</p>}
  </>
)
/** Art. 13 (1) b: how the data-protection officer is reached, or the honest word that nobody is named yet. */
const Officer = ({ language, officer }: { readonly language: Language; readonly officer: Settings['contact']['officer'] }) => {
  const say = speak(language)
  if (officer === null) return <p>{say.web_privacy_dpo_unset()}</p>
  return (
    <p>
      {say.web_privacy_dpo({ name: officer.name })}
      {officer.email === '' ? null : <>{', '}<a class="ds-link" href={`mailto:${officer.email}`}>{officer.email}</a></>}
      {officer.phone === '' ? null : `, ${officer.phone}`}
    </p>
  )
}

export const privacyScreen = ({ language, home, email, settings }: Stated & { readonly settings: Settings }): Screen => {
  const say = speak(language)
  const kept = [
    [say.web_privacy_visit_what(), say.web_privacy_visit_why(), say.web_privacy_visit_until()],
    [say.web_privacy_cookie_what(), say.web_privacy_cookie_why(), say.web_privacy_cookie_until()],
    [say.web_privacy_account_what(), say.web_privacy_account_why(), say.web_privacy_account_until()],
  ] as const
  return {
    kind: 'screen',
    title: say.web_privacy_title(),
    says: say.web_privacy_says(),
    crumbs: [],
    body: (
      <>
        <PageHeading title={say.web_privacy_title()} lead={say.web_privacy_says()} />
        <Section id="short" title={say.web_privacy_short_heading()}>
          <ul class="ds-list"><li>{say.web_privacy_short_reading()}</li><li>{say.web_privacy_short_sold()}</li></ul>
        </Section>
        <Section id="controller" title={say.web_privacy_controller_heading()}>
          <p>{say.web_privacy_controller({ body: home.body.name[language] })}</p>
          <Contact email={email} language={language} />
          <Postal language={language} contact={settings.contact} />
          <Officer language={language} officer={settings.contact.officer} />
        </Section>
        <Section id="what" title={say.web_privacy_what_heading()}>
          {kept.map(([what, why, until]) => (
            <div class="p-flow">
              <h3>{what}</h3>
              <p><strong>{say.web_privacy_col_why()}:</strong> {why}.</p>
              <p><strong>{say.web_privacy_col_until()}:</strong> {until}.</p>
            </div>
          ))}
        </Section>
        <Section id="taking-part" title={say.web_privacy_taking_part()}>
          {collectedFor.map((purpose) => {
            const [why, ...others] = collectionLines({ language, purpose, officer: settings.contact.officer }).slice(0, 4)
            return (
              <div class="p-flow">
                <h3>{{ contribution: say.web_privacy_of_contribution(), follow: say.web_privacy_of_follow(), event: say.web_privacy_of_event(), survey: say.web_privacy_of_survey(), register: say.web_privacy_of_register() }[purpose]}</h3>
                <p>{why?.value}</p>
                {others.map(({ name, value }) => <p><strong>{name}:</strong> {value}</p>)}
              </div>
            )
          })}
        </Section>
        <Section id="rights" title={say.web_privacy_rights_heading()}>
          <p>{say.web_privacy_rights()}</p>
          <p>{say.web_privacy_mine()} <a class="ds-link" href={toHref(language, '/participation/mine')}>{say.web_privacy_mine_link()}</a></p>
          <p>{say.web_privacy_complaint()}</p>
        </Section>
        <Section id="security" title={say.web_privacy_security_heading()}><p>{say.web_privacy_security()}</p></Section>
      </>
    ),
  }
}
