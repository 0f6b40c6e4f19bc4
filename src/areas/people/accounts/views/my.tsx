// A person's own page: who they are here, where they are signed in, their password, their data, and the way out.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { sayDate } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, Buttons, ButtonLink } from '#ui/parts/button.tsx'
import { Checkbox, Radios } from '#ui/parts/choices.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { PasswordField } from '#ui/parts/password-field.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Table } from '#ui/parts/table.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { duties as dutyTable, roleNames } from '#areas/people/roles/rules.ts'
import { accountPath, myPath, type OpenSession, type Person } from '../rules.ts'

type Mine = { readonly language: Language; readonly asked: Asked; readonly person: Person; readonly sessions: readonly OpenSession[]; readonly session: string | null }

export const myScreen = ({ language, asked, person, sessions, session }: Mine): Screen => {
  const say = speak(language)
  const failed = asked.problems.length > 0
  return {
    kind: 'screen', title: say.people_my_title(), says: say.people_my_says(), crumbs: [{ name: say.people_start_title(), path: myPath }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading kicker={say.people_my_title()} title={person.name} lead={person.role === null ? undefined : say.people_my_role({ role: roleNames[person.role][language] })}>
          <Form action={toHref(language, '/sign-out')}><Button look="secondary">{say.people_sign_out()}</Button></Form>
        </PageHeading>
        <Section id="details" title={say.people_my_details()}>
          <SummaryList lines={[
            { name: say.people_field_email(), value: person.email },
            ...(person.duties.length === 0 ? [] : [{ name: say.people_duties(), value: person.duties.map((duty) => dutyTable[duty].name[language]).join(', ') }]),
            { name: say.people_my_since(), value: sayDate(person.createdAt, language) },
          ]} />
          <Form action={toHref(language, accountPath)}>
            <TextField language={language} name="name" autocomplete="name" width="half" label={say.people_field_name()} help={say.people_field_name_help()}
              value={failed ? typedOne(asked.typed, 'name') : person.name} error={errorOf({ problems: asked.problems, field: 'name', language })} />
            <Radios language={language} name="language" label={say.people_field_language()} value={typedOne(asked.typed, 'language') || person.language}
              choices={[{ value: 'bg', name: say.people_language_bg() }, { value: 'en', name: say.people_language_en() }]} />
            <Buttons><Button look="secondary">{say.people_save()}</Button></Buttons>
          </Form>
        </Section>
        <Section id="password" title={say.people_my_password()}>
          <p>{person.hasPassword ? say.people_my_password_set() : say.people_my_password_unset()}</p>
          <Buttons><ButtonLink look="secondary" href={toHref(language, `${myPath}/password`)}>{person.hasPassword ? say.people_my_password_change() : say.people_my_password_choose()}</ButtonLink></Buttons>
        </Section>
        <Section id="sessions" title={say.people_my_sessions()}>
          <Table language={language} id="sessions-table" caption={say.people_my_sessions()} captionIs="hidden" phone="stack"
            columns={[{ name: say.people_session_device() }, { name: say.people_session_since() }, { name: say.people_session_until() }, { name: say.people_session_end() }]}
            rows={sessions.map((each) => ({ cells: [
              each.device ?? say.people_session_unknown(), sayDate(each.createdAt, language), sayDate(each.expiresAt, language),
              each.id === session ? say.people_session_this() : (
                <Form action={toHref(language, `${myPath}/sessions`)} hidden={[{ name: 'session', value: each.id }]}>
                  <Button look="quiet">{say.people_session_end()}<span class="p-hidden-text"> {each.device ?? ''}</span></Button>
                </Form>
              ),
            ] }))} />
          {sessions.length < 2 ? null : (
            <Form action={toHref(language, `${myPath}/sessions`)} hidden={[{ name: 'session', value: 'others' }]}><Button look="secondary">{say.people_sessions_end_others()}</Button></Form>
          )}
        </Section>
        <Section id="data" title={say.people_my_data()}>
          <LinkList links={[
            { name: say.people_my_download(), href: toHref(language, `${myPath}/data.json`), note: 'JSON', says: say.people_my_download_says() },
            { name: say.people_leave_title(), href: toHref(language, `${myPath}/leave`), says: say.people_leave_says() },
          ]} />
        </Section>
      </>
    ),
  }
}

export const choosePasswordScreen = ({ language, asked, hasPassword }: { readonly language: Language; readonly asked: Asked; readonly hasPassword: 'yes' | 'no' }): Screen => {
  const say = speak(language)
  const title = hasPassword === 'yes' ? say.people_my_password_change() : say.people_my_password_choose()
  return {
    kind: 'screen', title, says: say.people_password_says(), crumbs: [{ name: say.people_my_title(), path: accountPath }], islands: ['reveal'],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={title} lead={say.people_password_says()} />
        <Form action={toHref(language, `${myPath}/password`)}>
          {hasPassword === 'no' ? null : (
            <PasswordField language={language} name="current" purpose="current" label={say.people_field_current_password()} error={errorOf({ problems: asked.problems, field: 'current', language })} />
          )}
          <PasswordField language={language} name="password" purpose="new" label={say.people_field_new_password()} help={say.people_field_new_password_help()} error={errorOf({ problems: asked.problems, field: 'password', language })} />
          <Buttons><Button>{say.people_password_save()}</Button></Buttons>
        </Form>
      </>
    ),
  }
}
export const leaveScreen = ({ language, asked }: { readonly language: Language; readonly asked: Asked }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.people_leave_title(), says: say.people_leave_says(), crumbs: [{ name: say.people_my_title(), path: accountPath }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.people_leave_title()} lead={say.people_leave_says()} />
        <ul><li>{say.people_leave_goes()}</li><li>{say.people_leave_stays()}</li><li>{say.people_leave_final()}</li></ul>
        <Form action={toHref(language, `${myPath}/leave`)}>
          <Checkbox language={language} name="sure" label={say.people_leave_sure()} error={errorOf({ problems: asked.problems, field: 'sure', language })} />
          <Buttons><Button look="danger">{say.people_leave_button()}</Button><ButtonLink look="quiet" href={toHref(language, accountPath)}>{say.people_back()}</ButtonLink></Buttons>
        </Form>
      </>
    ),
  }
}
export const signOutScreen = ({ language }: { readonly language: Language }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.people_sign_out(), says: say.people_sign_out_says(), crumbs: [],
    body: <><PageHeading title={say.people_sign_out()} lead={say.people_sign_out_says()} /><Form action={toHref(language, '/sign-out')}><Buttons><Button>{say.people_sign_out()}</Button></Buttons></Form></>,
  }
}
