// One's own page: what is kept, what became of it, notices, consents, correcting, downloading, erasing.
import { sayDayIn } from '#kernel/day.ts'
import type { Consent, Contact } from '#areas/people/contacts/rules.ts'
import { CollectionNotice, type Officer } from '#areas/people/contacts/views/collection-notice.tsx'
import type { PrivacyRequest } from '#areas/people/privacy/rules.ts'
import { type Asked, type Screen, typedOne } from '#kernel/answer.ts'
import type { Bilingual, Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, Buttons, ButtonLink } from '#ui/parts/button.tsx'
import { Checkbox, Radios } from '#ui/parts/choices.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Table } from '#ui/parts/table.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { type Follow, followPath, hows, mineHerePath, minePath } from '../rules.ts'
import { givenName, howName, purposeName } from './words.ts'

type Facing = { readonly language: Language; readonly asked: Asked }
const home = (language: Language) => [{ name: speak(language).participation_mine_crumb(), path: '/participation' }]

export const mineAskScreen = ({ language, asked, officer }: Facing & { readonly officer: Officer }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.participation_mine_title(), says: say.participation_mine_says(), crumbs: home(language),
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.participation_mine_title()} lead={say.participation_mine_says()} />
        <Form action={toHref(language, minePath)}>
          <TextField language={language} name="email" kind="email" autocomplete="email" width="half" label={say.participation_follow_email()} value={typedOne(asked.typed, 'email')} error={errorOf({ problems: asked.problems, field: 'email', language })} />
          <CollectionNotice language={language} purpose="contribution" officer={officer} />
          <Buttons><Button>{say.participation_mine_send()}</Button></Buttons>
        </Form>
      </>
    ),
  }
}

export type OwnSection = { readonly title: Bilingual; readonly entries: readonly { readonly title: Bilingual; readonly says: Bilingual; readonly path: string | null; readonly at: Date }[] }
export type Named = Follow & { readonly name: Bilingual }
type Mine = Facing & { readonly secret: string; readonly contact: Contact; readonly own: readonly OwnSection[]; readonly follows: readonly Named[]; readonly consents: readonly Consent[]; readonly shows: 'yes' | 'no' }
export const mineScreen = (mine: Mine): Screen => {
  const { language, asked, secret, contact, own } = mine
  const say = speak(language)
  const filled = own.filter(({ entries }) => entries.length > 0)
  return {
    kind: 'screen', title: say.participation_mine_title(), says: say.participation_mine_says(), crumbs: home(language),
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.participation_mine_title()} kicker={contact.name ?? contact.email ?? ''} lead={say.participation_mine_here()} />
        {filled.length === 0
          ? <EmptyState title={say.participation_mine_empty()} why={say.participation_mine_empty_why()} />
          : filled.map(({ title, entries }, index) => (
            <Section id={`own-${index}`} title={title[language]}>
              <LinkList links={entries.map((entry) => ({ name: entry.title[language], href: entry.path === null ? `#own-${index}` : toHref(language, entry.path), says: entry.says[language], note: sayDayIn(entry.at, language) }))} />
            </Section>
          ))}
        <Section id="follows" title={say.participation_mine_follows()}><Follows {...mine} /></Section>
        <Section id="consents" title={say.participation_mine_consents()}><Consents {...mine} /></Section>
        <Section id="correct" title={say.participation_mine_correct()}><Correct {...mine} /></Section>
        <Section id="take" title={say.participation_mine_take()}>
          <p>{say.participation_mine_take_says()}</p>
          <Form action={toHref(language, mineHerePath(secret))} hidden={[{ name: 'does', value: 'export' }]}><Buttons><Button look="secondary">{say.participation_mine_take_button()}</Button></Buttons></Form>
          <p>{say.participation_mine_erase_says()}</p>
          <Buttons><ButtonLink look="danger" href={toHref(language, `${mineHerePath(secret)}/erase`)}>{say.participation_mine_erase()}</ButtonLink></Buttons>
        </Section>
      </>
    ),
  }
}
const Follows = ({ language, secret, follows }: Mine) => {
  const say = speak(language)
  const more = <p><a class="ds-link" href={toHref(language, followPath)}>{say.participation_follow_choose()}</a></p>
  if (follows.length === 0) return <><p>{say.participation_mine_follows_none()}</p>{more}</>
  return (
    <>
      {follows.map((follow) => (
        <Form action={toHref(language, mineHerePath(secret))} hidden={[{ name: 'does', value: 'how' }, { name: 'follow', value: follow.id }]} id={`follow-${follow.id}`}>
          <div class="ds-field">
            <label class="ds-label" for={`how-${follow.id}`}>{follow.name[language]}</label>
            <select class="ds-input" data-width="auto" id={`how-${follow.id}`} name="how">
              {hows.map((how) => <option value={how} selected={how === follow.how}>{howName(how, language)}</option>)}
            </select>
          </div>
          <Buttons><Button look="secondary">{say.participation_mine_save()}<span class="p-hidden-text">: {follow.name[language]}</span></Button></Buttons>
        </Form>
      ))}
      <Form action={toHref(language, mineHerePath(secret))} hidden={[{ name: 'does', value: 'stop' }]}><Buttons><Button look="quiet">{say.participation_mine_stop_all()}</Button></Buttons></Form>
      {more}
    </>
  )
}
const Consents = ({ language, secret, consents }: Mine) => {
  const say = speak(language)
  if (consents.length === 0) return <p>{say.participation_mine_consents_none()}</p>
  return (
    <Table language={language} id="consents-table" caption={say.participation_mine_consents()} captionIs="hidden" phone="stack"
      columns={[{ name: say.participation_mine_consent_for() }, { name: say.participation_mine_consent_given() }, { name: say.participation_mine_consent_now() }]}
      rows={consents.map((consent) => ({ cells: [
        purposeName(consent.purpose, language),
        `${sayDayIn(consent.givenAt, language)}, ${givenName(consent.how, language)}${consent.proof === '' ? '' : `: „${consent.proof}“`}`,
        consent.withdrawnAt !== null ? say.participation_mine_withdrawn({ day: sayDayIn(consent.withdrawnAt, language) }) : (
          <Form action={toHref(language, mineHerePath(secret))} hidden={[{ name: 'does', value: 'withdraw' }, { name: 'consent', value: consent.id }]}><Button look="secondary">{say.participation_mine_withdraw()}<span class="p-hidden-text">: {purposeName(consent.purpose, language)}</span></Button></Form>
        ),
      ] }))} />
  )
}
const Correct = ({ language, asked, secret, contact, shows }: Mine) => {
  const say = speak(language)
  return (
    <Form action={toHref(language, mineHerePath(secret))} hidden={[{ name: 'does', value: 'correct' }]}>
      <TextField language={language} name="name" autocomplete="name" width="half" optional label={say.participation_mine_name()} help={say.participation_mine_name_help()} value={typedOne(asked.typed, 'name') || (contact.name ?? '')} error={errorOf({ problems: asked.problems, field: 'name', language })} />
      <Select language={language} name="language" label={say.participation_mine_language()} value={contact.language} options={[{ value: 'bg', name: say.people_language_bg() }, { value: 'en', name: say.people_language_en() }]} />
      {shows === 'no' ? null : (
        <Radios language={language} name="choice" label={say.participation_mine_choice()} help={say.participation_mine_choice_help()} value="" choices={[
          { value: '', name: say.participation_mine_choice_keep() }, { value: 'name', name: say.participation_mine_choice_name() }, { value: 'initials', name: say.participation_mine_choice_initials() }, { value: 'citizen', name: say.participation_mine_choice_citizen() },
        ]} />
      )}
      <Buttons><Button>{say.participation_mine_save()}</Button></Buttons>
    </Form>
  )
}
export const eraseScreen = ({ language, asked, secret, parts }: Facing & { readonly secret: string; readonly parts: readonly Bilingual[] }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.participation_mine_erase(), says: say.participation_mine_erase_lead(), crumbs: [...home(language), { name: say.participation_mine_title(), path: mineHerePath(secret) }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.participation_mine_erase()} lead={say.participation_mine_erase_lead()} />
        <h2>{say.participation_mine_erase_goes()}</h2>
        <ul class="ds-list">{parts.map((part) => <li>{part[language]}</li>)}</ul>
        <h2>{say.participation_mine_erase_stays()}</h2>
        <p>{say.participation_mine_erase_stays_says()}</p>
        <Form action={toHref(language, `${mineHerePath(secret)}/erase`)}>
          <Checkbox language={language} name="sure" label={say.participation_mine_erase_sure()} value={typedOne(asked.typed, 'sure')} error={errorOf({ problems: asked.problems, field: 'sure', language })} />
          <Buttons><Button look="danger">{say.participation_mine_erase_button()}</Button></Buttons>
        </Form>
      </>
    ),
  }
}
/** The proof: a number, a day and counts; nothing that leads to a person. */
export const proofScreen = ({ language, request, partName }: { readonly language: Language; readonly request: PrivacyRequest; readonly partName: (part: string) => Bilingual }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.participation_erased_title(), says: say.participation_erased_says(), crumbs: home(language),
    body: (
      <>
        <PageHeading title={say.participation_erased_title()} lead={say.participation_erased_says()} />
        <SummaryList lines={[{ name: say.participation_erased_number(), value: request.id }, { name: say.participation_erased_day(), value: sayDayIn(request.at, language) }]} />
        <Table language={language} id="erased" caption={say.participation_erased_what()} phone="stack" columns={[{ name: say.participation_erased_part() }, { name: say.participation_erased_gone(), kind: 'number' }, { name: say.participation_erased_kept(), kind: 'number' }]}
          rows={request.became.filter(({ erased, kept }) => erased + kept > 0).map(({ part, erased, kept }) => ({ cells: [partName(part)[language], String(erased), String(kept)] }))} />
        <p>{say.participation_erased_keep()}</p>
      </>
    ),
  }
}
