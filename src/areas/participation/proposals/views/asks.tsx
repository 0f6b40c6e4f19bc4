// Small pages around a contribution: sent, support, argument, withdrawal, the page behind a link in a letter.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { CollectionNotice, type Officer } from '#areas/people/contacts/views/collection-notice.tsx'
import { toHref } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading } from '#ui/parts/layout.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Textarea } from '#ui/parts/textarea.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { choiceNames } from '../forms.ts'
import { contributionPath, proposalsPath, type Contribution } from '../rules.ts'
import { arguePath, longestArgument, supportPath, voicePath, withdrawPath, type VoicePurpose } from '../rules/typed.ts'
import { langOf } from './parts.tsx'

const crumbs = (language: Language, it?: Contribution) => {
  const say = speak(language)
  return [{ name: say.participation_title(), path: '/participation' }, { name: say.participation_proposals_title(), path: proposalsPath }, ...(it === undefined ? [] : [{ name: it.number, path: contributionPath(it.number) }])]
}
type About = { readonly language: Language; readonly asked: Asked; readonly it: Contribution; readonly officer: Officer }
const Quoted = ({ it, language }: Pick<About, 'it' | 'language'>) => <p data-lead lang={langOf(it, language)}><bdi>{it.title}</bdi></p>
const Email = ({ language, asked }: Pick<About, 'language' | 'asked'>) => {
  const say = speak(language)
  return <TextField language={language} name="email" kind="email" autocomplete="email" label={say.participation_propose_field_email()} help={say.participation_ask_email_help()} value={typedOne(asked.typed, 'email')} error={errorOf({ problems: asked.problems, field: 'email', language })} />
}

/** The number at once, and what happens next. The same for every address. */
export const sentScreen = ({ language, it, reader }: { readonly language: Language; readonly it: Contribution; readonly reader: 'author' | 'anonymous' }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.participation_sent_title({ number: it.number }), says: say.participation_sent_says(), crumbs: crumbs(language),
    body: (
      <>
        <PageHeading title={say.participation_sent_title({ number: it.number })} lead={reader === 'anonymous' ? say.participation_sent_anonymous() : say.participation_sent_lead()} />
        <ol>
          {reader === 'anonymous' ? null : <li>{say.participation_sent_step_confirm()}</li>}
          <li>{say.participation_sent_step_look()}</li>
          <li>{it.dueOn === null ? say.participation_sent_step_answer() : say.participation_sent_step_answer_by({ day: sayCivilDate(it.dueOn, language) })}</li>
        </ol>
        {reader === 'anonymous' ? null : <p class="p-note">{say.participation_sent_no_letter()}</p>}
        <Buttons><ButtonLink look="secondary" href={toHref(language, contributionPath(it.number))}>{say.participation_sent_page({ number: it.number })}</ButtonLink></Buttons>
      </>
    ),
  }
}
export const supportScreen = ({ language, asked, it, officer }: About): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.participation_support_title({ number: it.number }), says: say.participation_support_lead(), crumbs: crumbs(language, it),
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.participation_support_title({ number: it.number })} lead={say.participation_support_lead()} />
        <Quoted it={it} language={language} />
        <Form action={toHref(language, supportPath(it.number))}>
          <Email language={language} asked={asked} />
          <Buttons>
            <Button name="does" value="support">{say.participation_support_send()}</Button>
            <Button look="secondary" name="does" value="unsupport">{say.participation_support_take_back()}</Button>
          </Buttons>
        </Form>
        <CollectionNotice language={language} purpose="contribution" officer={officer} />
      </>
    ),
  }
}
export const argueScreen = ({ language, asked, it, officer, policy }: About & { readonly policy: string }): Screen => {
  const say = speak(language)
  const field = (name: string) => ({ language, name, value: typedOne(asked.typed, name), error: errorOf({ problems: asked.problems, field: name, language }) })
  const choice = field('choice'), names = { name: say.participation_choice_name(), initials: say.participation_choice_initials(), citizen: say.participation_choice_citizen() }
  return {
    kind: 'screen', title: say.participation_argue_title({ number: it.number }), says: say.participation_argue_lead(), crumbs: crumbs(language, it),
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.participation_argue_title({ number: it.number })} lead={say.participation_argue_lead()} />
        <Quoted it={it} language={language} />
        <Form action={toHref(language, arguePath(it.number))}>
          <Radios label={say.participation_argue_side()} choices={[{ value: 'for', name: say.participation_argue_for() }, { value: 'against', name: say.participation_argue_against() }]} {...field('side')} />
          <Textarea rows={5} limit={longestArgument} label={say.participation_argue_text()} {...field('text')} />
          <TextField autocomplete="name" label={say.participation_propose_field_name()} {...field('name')} />
          <Email language={language} asked={asked} />
          <Radios {...choice} value={choice.value || 'citizen'} label={say.participation_propose_field_choice()} choices={choiceNames.map((name) => ({ value: name, name: names[name] }))} />
          <Buttons><Button>{say.participation_argue_send()}</Button></Buttons>
          <p class="p-note"><a class="ds-link" href={toHref(language, policy)}>{say.participation_propose_policy()}</a></p>
        </Form>
        <CollectionNotice language={language} purpose="contribution" officer={officer} />
      </>
    ),
  }
}
export const withdrawScreen = ({ language, asked, it, officer }: About): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.participation_withdraw_title({ number: it.number }), says: say.participation_withdraw_lead(), crumbs: crumbs(language, it),
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.participation_withdraw_title({ number: it.number })} lead={say.participation_withdraw_lead()} />
        <Form action={toHref(language, withdrawPath(it.number))}>
          <Email language={language} asked={asked} />
          <Buttons><Button>{say.participation_withdraw_send()}</Button></Buttons>
        </Form>
        <CollectionNotice language={language} purpose="contribution" officer={officer} />
      </>
    ),
  }
}
/** The same page for every address: whether it is known is nobody's business. */
export const letterSentScreen = ({ language }: { readonly language: Language }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.participation_letter_sent_title(), says: say.participation_letter_sent_lead(), crumbs: crumbs(language),
    body: (
      <>
        <PageHeading title={say.participation_letter_sent_title()} lead={say.participation_letter_sent_lead()} />
        <p>{say.participation_letter_sent_wait()}</p>
        <Buttons><ButtonLink look="secondary" href={toHref(language, proposalsPath)}>{say.participation_proposals_all()}</ButtonLink></Buttons>
      </>
    ),
  }
}
type Behind = { readonly language: Language; readonly asked: Asked; readonly secret: string; readonly found: { readonly purpose: VoicePurpose; readonly number: string; readonly title: string; readonly argument: string | null } | null }
/** A button, and only it acts: a mail program that follows links changes nothing. */
export const voiceScreen = ({ language, asked, secret, found }: Behind): Screen => {
  const say = speak(language)
  if (found === null) return {
    kind: 'screen', title: say.participation_link_over(), says: say.participation_link_over_says(), crumbs: crumbs(language), status: 404,
    body: <><PageHeading title={say.participation_link_over()} lead={say.participation_link_over_says()} /><Buttons><ButtonLink look="secondary" href={toHref(language, proposalsPath)}>{say.participation_proposals_all()}</ButtonLink></Buttons></>,
  }
  const { purpose, number, title, argument } = found
  const ask = { confirm: say.participation_link_confirm, support: say.participation_link_support, unsupport: say.participation_link_unsupport, argument: say.participation_link_argument, withdraw: say.participation_link_withdraw }[purpose]({ number })
  const does = { confirm: say.participation_link_confirm_do, support: say.participation_link_support_do, unsupport: say.participation_link_unsupport_do, argument: say.participation_link_argument_do, withdraw: say.participation_link_withdraw_do }[purpose]()
  return {
    kind: 'screen', title: ask, says: say.participation_link_says(), crumbs: crumbs(language),
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={ask} lead={purpose === 'withdraw' ? say.participation_link_withdraw_says() : say.participation_link_says()} />
        <p data-lead dir="auto"><bdi>{title}</bdi></p>
        {argument === null ? null : <blockquote dir="auto">{argument}</blockquote>}
        <Form action={toHref(language, voicePath(secret))}><Buttons><Button look={purpose === 'withdraw' ? 'danger' : 'primary'}>{does}</Button></Buttons></Form>
      </>
    ),
  }
}
