// The way in: ask for a link, or use a password; the page with the button; the first administrator. Drawn from values only.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, Buttons } from '#ui/parts/button.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading } from '#ui/parts/layout.tsx'
import { PasswordField } from '#ui/parts/password-field.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { TextField } from '#ui/parts/text-field.tsx'
import { firstPath, linkPath, passwordPath, signInPath } from '../rules.ts'

type Facing = { readonly language: Language; readonly asked: Asked }
const nextOf = ({ asked }: Facing): string => typedOne(asked.typed, 'next') || (asked.query.get('next') ?? '')
const withNext = (path: string, next: string): string => (next === '' ? path : `${path}?next=${encodeURIComponent(next)}`)
const EmailField = ({ language, asked }: Facing) => (
  <TextField language={language} name="email" kind="email" autocomplete="email" width="half" label={speak(language).people_field_email()}
    value={typedOne(asked.typed, 'email')} error={errorOf({ problems: asked.problems, field: 'email', language })} />
)

export const signInScreen = (facing: Facing): Screen => {
  const { language, asked } = facing
  const say = speak(language)
  const next = nextOf(facing)
  return {
    kind: 'screen', title: say.people_sign_in_title(), says: say.people_sign_in_says(), crumbs: [],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.people_sign_in_title()} lead={say.people_sign_in_says()} />
        <Form action={toHref(language, signInPath)} hidden={[{ name: 'next', value: next }]}>
          <EmailField {...facing} />
          <Buttons><Button>{say.people_sign_in_send()}</Button></Buttons>
        </Form>
        <p><a class="ds-link" href={toHref(language, withNext(passwordPath, next))}>{say.people_sign_in_with_password()}</a></p>
        <p class="p-note">{say.people_sign_in_no_account()}</p>
      </>
    ),
  }
}
export const passwordScreen = (facing: Facing): Screen => {
  const { language, asked } = facing
  const say = speak(language)
  const next = nextOf(facing)
  return {
    kind: 'screen', title: say.people_sign_in_password_title(), says: say.people_sign_in_password_says(), crumbs: [{ name: say.people_sign_in_title(), path: signInPath }], islands: ['reveal'],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.people_sign_in_password_title()} lead={say.people_sign_in_password_says()} />
        <Form action={toHref(language, passwordPath)} hidden={[{ name: 'next', value: next }]}>
          <EmailField {...facing} />
          <PasswordField language={language} name="password" purpose="current" label={say.people_field_password()} error={errorOf({ problems: asked.problems, field: 'password', language })} />
          <Buttons><Button>{say.people_sign_in_go()}</Button></Buttons>
        </Form>
        <p><a class="ds-link" href={toHref(language, withNext(signInPath, next))}>{say.people_sign_in_forgotten()}</a></p>
      </>
    ),
  }
}
export const sentScreen = ({ language }: { readonly language: Language }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.people_sent_title(), says: say.people_sent_says(), crumbs: [{ name: say.people_sign_in_title(), path: signInPath }],
    body: (
      <>
        <PageHeading title={say.people_sent_title()} lead={say.people_sent_says()} />
        <p>{say.people_sent_advice()}</p>
        <p><a class="ds-link" href={toHref(language, signInPath)}>{say.people_sent_again()}</a></p>
      </>
    ),
  }
}
/** Opening the link does nothing: programs that check mail open links, but press no buttons. */
export const linkScreen = (facing: Facing): Screen => {
  const { language, asked } = facing
  const say = speak(language)
  const isOver = asked.problems.length > 0
  return {
    kind: 'screen', title: say.people_link_title(), says: say.people_link_says(), crumbs: [],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.people_link_title()} lead={isOver ? undefined : say.people_link_says()} />
        {isOver ? <p><a class="ds-link" href={toHref(language, signInPath)}>{say.people_sent_again()}</a></p> : (
          <Form action={toHref(language, withNext(linkPath(asked.params.token ?? ''), nextOf(facing)))}>
            <Buttons><Button>{say.people_link_button()}</Button></Buttons>
          </Form>
        )}
      </>
    ),
  }
}
export const firstScreen = (facing: Facing): Screen => {
  const { language, asked } = facing
  const say = speak(language)
  return {
    kind: 'screen', title: say.people_first_title(), says: say.people_first_says(), crumbs: [],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.people_first_title()} lead={say.people_first_says()} />
        <Form action={toHref(language, firstPath(asked.params.token ?? ''))}>
          <TextField language={language} name="name" autocomplete="name" width="half" label={say.people_field_name()} help={say.people_field_name_help()}
            value={typedOne(asked.typed, 'name')} error={errorOf({ problems: asked.problems, field: 'name', language })} />
          <EmailField {...facing} />
          <p class="p-note">{say.people_data_notice()}</p>
          <Buttons><Button>{say.people_first_button()}</Button></Buttons>
        </Form>
      </>
    ),
  }
}
