// Who works with the product, for those who look after it: the list, the invitation, one person.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { sayDate } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, Buttons, ButtonLink } from '#ui/parts/button.tsx'
import { Checkbox, Checkboxes, Radios } from '#ui/parts/choices.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { duties, dutyNames, permissions, roleNames, staffRoles, type StaffRole } from '#areas/people/roles/rules.ts'
import { peoplePath, personPath, type OpenSession, type Person } from '../rules.ts'

export const stateOf = (person: Person, language: Language): string => {
  const say = speak(language)
  return person.endedAt !== null ? say.people_state_ended() : person.lastSeenAt === null && !person.emailVerified ? say.people_state_invited() : say.people_state_active()
}
/** What a role may do beyond reading, in one line: chosen by what people need, not by its name. */
const whatRoleMay = (role: StaffRole, language: Language): string =>
  Object.values(permissions).filter((each) => each.roles.has(role) && !each.roles.has('visitor') && each.name !== 'people.self').map((each) => each.says[language]).join('; ')
  || speak(language).people_role_plain()
const RoleChoice = ({ language, asked, value }: { readonly language: Language; readonly asked: Asked; readonly value: string }) => (
  <Radios language={language} name="role" label={speak(language).people_field_role()} value={typedOne(asked.typed, 'role') || value} error={errorOf({ problems: asked.problems, field: 'role', language })}
    choices={staffRoles.map((role) => ({ value: role, name: roleNames[role][language], help: whatRoleMay(role, language) }))} />
)

export const peopleScreen = ({ language, people, mayManage }: { readonly language: Language; readonly people: readonly Person[]; readonly mayManage: 'yes' | 'no' }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.people_list_title(), says: say.people_list_says(), crumbs: [],
    body: (
      <>
        <PageHeading title={say.people_list_title()} lead={say.people_list_says()}>
          {mayManage === 'no' ? null : <Buttons><ButtonLink href={toHref(language, `${peoplePath}/invite`)}>{say.people_invite_title()}</ButtonLink></Buttons>}
        </PageHeading>
        <Table language={language} id="people" caption={say.people_list_title()} captionIs="hidden" phone="stack"
          columns={[{ name: say.people_field_name() }, { name: say.people_field_role() }, { name: say.people_duties() }, { name: say.people_state() }, { name: say.people_last_seen() }]}
          rows={people.map((person) => ({ cells: [
            mayManage === 'yes' ? <a class="ds-link" href={toHref(language, personPath(person.id))}>{person.name}</a> : person.name,
            person.role === null ? '–' : roleNames[person.role][language],
            person.duties.map((duty) => duties[duty].name[language]).join(', ') || '–',
            <Tag tone={person.endedAt === null ? 'neutral' : 'warning'}>{stateOf(person, language)}</Tag>,
            person.lastSeenAt === null ? '–' : sayDate(person.lastSeenAt, language),
          ] }))} />
      </>
    ),
  }
}
export const InviteFields = ({ language, asked }: { readonly language: Language; readonly asked: Asked }) => {
  const say = speak(language)
  const field = (name: string) => ({ name, value: typedOne(asked.typed, name), error: errorOf({ problems: asked.problems, field: name, language }) })
  return (
    <>
      <TextField language={language} label={say.people_field_name()} help={say.people_field_name_of_other()} width="half" autocomplete="off" {...field('name')} />
      <TextField language={language} label={say.people_field_email()} kind="email" width="half" autocomplete="off" {...field('email')} />
      <RoleChoice language={language} asked={asked} value="" />
      <Radios language={language} name="language" label={say.people_field_language()} value={typedOne(asked.typed, 'language') || 'bg'}
        choices={[{ value: 'bg', name: say.people_language_bg() }, { value: 'en', name: say.people_language_en() }]} />
    </>
  )
}
export const inviteScreen = ({ language, asked }: { readonly language: Language; readonly asked: Asked }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.people_invite_title(), says: say.people_invite_says(), crumbs: [{ name: say.people_list_title(), path: peoplePath }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.people_invite_title()} lead={say.people_invite_says()} />
        <Form action={toHref(language, `${peoplePath}/invite`)}>
          <InviteFields language={language} asked={asked} />
          <Buttons><Button>{say.people_invite_button()}</Button></Buttons>
        </Form>
      </>
    ),
  }
}
export const personScreen = ({ language, asked, person, sessions, isSelf }: { readonly language: Language; readonly asked: Asked; readonly person: Person; readonly sessions: readonly OpenSession[]; readonly isSelf: 'yes' | 'no' }): Screen => {
  const say = speak(language)
  const action = toHref(language, personPath(person.id))
  const does = (value: string) => [{ name: 'does', value }]
  const ended = person.endedAt !== null
  return {
    kind: 'screen', title: person.name, says: say.people_list_says(), crumbs: [{ name: say.people_list_title(), path: peoplePath }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={person.name} kicker={say.people_person()} lead={person.role === null ? stateOf(person, language) : roleNames[person.role][language]} />
        <SummaryList lines={[
          { name: say.people_field_email(), value: person.email },
          { name: say.people_state(), value: stateOf(person, language) },
          { name: say.people_my_since(), value: sayDate(person.createdAt, language) },
          { name: say.people_last_seen(), value: person.lastSeenAt === null ? '–' : sayDate(person.lastSeenAt, language) },
        ]} />
        <Section id="role" title={ended ? say.people_restore_title() : say.people_role_title()}>
          <Form action={action} hidden={does(ended ? 'restore' : 'standing')}>
            <RoleChoice language={language} asked={asked} value={person.role ?? ''} />
            {ended ? null : (
              <Checkboxes language={language} name="duties" label={say.people_duties()} help={say.people_duties_help()} optional values={asked.problems.length > 0 ? (asked.typed.text.duties ?? []) : person.duties}
                error={errorOf({ problems: asked.problems, field: 'duties', language })}
                choices={dutyNames.map((duty) => ({ value: duty, name: duties[duty].name[language], help: duties[duty].roles.map((role) => roleNames[role][language]).join(', ') }))} />
            )}
            <Buttons><Button>{ended ? say.people_restore_button() : say.people_save()}</Button></Buttons>
          </Form>
        </Section>
        {ended || isSelf === 'yes' ? null : (
          <>
            <Section id="invite" title={say.people_invite_again_title()}>
              <p>{say.people_invite_again_says()}</p>
              <Form action={action} hidden={does('invite')}><Button look="secondary">{say.people_invite_again_button()}</Button></Form>
            </Section>
            <Section id="sessions" title={say.people_person_sessions()}>
              {sessions.length === 0 ? <p>{say.people_person_sessions_none()}</p> : (
                <>
                  <ul>{sessions.map((session) => <li>{session.device ?? say.people_session_unknown()}, {sayDate(session.createdAt, language)}</li>)}</ul>
                  <p>{say.people_person_sessions_says()}</p>
                  <Form action={action} hidden={does('sessions')}><Button look="secondary">{say.people_person_sessions_end()}</Button></Form>
                </>
              )}
            </Section>
            <Section id="end" title={say.people_end_title()}>
              <p>{say.people_end_says()}</p>
              <Form action={action} hidden={does('end')}>
                <Textarea language={language} name="why" label={say.people_end_why()} rows={2} optional value={typedOne(asked.typed, 'why')} />
                <Button look="danger">{say.people_end_button()}</Button>
              </Form>
            </Section>
          </>
        )}
        {isSelf === 'yes' ? null : (
          <Section id="erase" title={say.people_erase_title()}>
            <p>{say.people_erase_says()}</p>
            <Form action={action} hidden={does('erase')}>
              <Checkbox language={language} name="sure" label={say.people_leave_sure()} error={errorOf({ problems: asked.problems, field: 'sure', language })} />
              <Button look="danger">{say.people_erase_button()}</Button>
            </Form>
          </Section>
        )}
      </>
    ),
  }
}
