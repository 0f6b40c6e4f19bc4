// Asking for notices, confirming that, and the one press that stops them.
import { CollectionNotice, type Officer } from '#areas/people/contacts/views/collection-notice.tsx'
import { type Asked, type Screen, typedOne } from '#kernel/answer.ts'
import type { Bilingual, Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, Buttons, ButtonLink } from '#ui/parts/button.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { TextField } from '#ui/parts/text-field.tsx'
import { confirmFollowPath, followAddress, hows, minePath, stopPath, type How } from '../rules.ts'
import { howName } from './words.ts'

type Facing = { readonly language: Language; readonly asked: Asked }
const crumbs = (language: Language) => [{ name: speak(language).participation_mine_crumb(), path: '/participation' }]

export const followScreen = ({ language, asked, about, name, path, officer }: Facing & { readonly about: string; readonly name: Bilingual; readonly path: string | null; readonly officer: Officer }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.participation_follow_title(), says: say.participation_follow_says(), crumbs: crumbs(language),
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.participation_follow_title()} kicker={say.participation_follow_kicker()} lead={say.participation_follow_says()} />
        <p>{say.participation_follow_about()} {path === null ? <strong>{name[language]}</strong> : <a class="ds-link" href={toHref(language, path)}>{name[language]}</a>}</p>
        <Form action={toHref(language, followAddress(about))} hidden={[{ name: 'about', value: about }]}>
          <TextField language={language} name="email" kind="email" autocomplete="email" width="half" label={say.participation_follow_email()} help={say.participation_follow_email_help()} value={typedOne(asked.typed, 'email')} error={errorOf({ problems: asked.problems, field: 'email', language })} />
          <Radios language={language} name="how" label={say.participation_follow_how()} value={typedOne(asked.typed, 'how') || 'weekly'} choices={hows.filter((how) => how !== 'none').map((how) => ({ value: how, name: howName(how, language) }))} error={errorOf({ problems: asked.problems, field: 'how', language })} />
          <CollectionNotice language={language} purpose="follow" officer={officer} />
          <Buttons><Button>{say.participation_follow_send()}</Button></Buttons>
        </Form>
      </>
    ),
  }
}
export const choiceScreen = ({ language, groups }: { readonly language: Language; readonly groups: readonly { readonly title: Bilingual; readonly choices: readonly { readonly name: Bilingual; readonly about: string }[] }[] }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.participation_follow_choose(), says: say.participation_follow_says(), crumbs: crumbs(language),
    body: (
      <>
        <PageHeading title={say.participation_follow_choose()} kicker={say.participation_follow_kicker()} lead={say.participation_follow_says()} />
        {groups.filter(({ choices }) => choices.length > 0).map(({ title, choices }, index) => (
          <Section id={`choices-${index}`} title={title[language]}><LinkList links={choices.map(({ name, about }) => ({ name: name[language], href: toHref(language, followAddress(about)) }))} /></Section>
        ))}
        <p>{say.participation_follow_choose_more()} <a class="ds-link" href={toHref(language, minePath)}>{say.participation_mine_link()}</a></p>
      </>
    ),
  }
}
/** The same words whoever asked, for whatever address. */
export const sentScreen = ({ language, which }: { readonly language: Language; readonly which: 'follow' | 'mine' }): Screen => {
  const say = speak(language)
  const title = say.participation_link_sent_title()
  return {
    kind: 'screen', title, says: say.participation_link_sent_says(), crumbs: crumbs(language),
    body: (<><PageHeading title={title} lead={which === 'follow' ? say.participation_sent_follow() : say.participation_sent_mine()} /><p>{say.participation_sent_spam()}</p></>),
  }
}
/** Used, ended, foreign and made-up links look alike. */
export const overScreen = ({ language }: { readonly language: Language }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', status: 410, title: say.participation_link_over_title(), says: say.participation_link_over_says(), crumbs: crumbs(language),
    body: (<><PageHeading title={say.participation_link_over_title()} lead={say.participation_link_over_says()} /><Buttons><ButtonLink href={toHref(language, minePath)}>{say.participation_link_over_ask()}</ButtonLink></Buttons></>),
  }
}
type Press = { readonly language: Language; readonly action: string; readonly title: string; readonly says: string; readonly button: string; readonly hidden?: readonly { readonly name: string; readonly value: string }[] }
/** A page with one button: opening it changes nothing. */
const pressScreen = ({ language, action, title, says, button, hidden }: Press): Screen => ({
  kind: 'screen', title, says, crumbs: crumbs(language),
  body: (<><PageHeading title={title} lead={says} /><Form action={toHref(language, action)} {...(hidden === undefined ? {} : { hidden })}><Buttons><Button>{button}</Button></Buttons></Form></>),
})
export const confirmScreen = ({ language, secret, name, how }: { readonly language: Language; readonly secret: string; readonly name: Bilingual; readonly how: How }): Screen => {
  const say = speak(language)
  return pressScreen({ language, action: confirmFollowPath(secret), title: say.participation_follow_confirm_title(), says: say.participation_follow_confirm_says({ what: name[language], how: howName(how, language).toLowerCase() }), button: say.participation_follow_confirm_button() })
}
export const stopScreen = ({ language, secret }: { readonly language: Language; readonly secret: string }): Screen => {
  const say = speak(language)
  return pressScreen({ language, action: stopPath(secret), title: say.participation_stop_title(), says: say.participation_stop_says(), button: say.participation_stop_button() })
}
export const openScreen = ({ language, action }: { readonly language: Language; readonly action: string }): Screen => {
  const say = speak(language)
  return pressScreen({ language, action, title: say.participation_mine_title(), says: say.participation_mine_open_says(), button: say.participation_mine_open_button() })
}
export const doneScreen = ({ language, which }: { readonly language: Language; readonly which: 'followed' | 'stopped' }): Screen => {
  const say = speak(language)
  const [title, says] = which === 'followed' ? [say.participation_follow_done_title(), say.participation_follow_done_says()] : [say.participation_stop_done_title(), say.participation_stop_done_says()]
  return {
    kind: 'screen', title, says, crumbs: crumbs(language),
    body: (<><PageHeading title={title} lead={says} /><p><a class="ds-link" href={toHref(language, minePath)}>{say.participation_mine_link()}</a></p></>),
  }
}
