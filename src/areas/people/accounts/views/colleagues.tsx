// The last step of the first set-up: who is here already, and one more colleague. Later the list of people does the same.
import type { Asked, Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, Buttons } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Section } from '#ui/parts/layout.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { roleNames } from '#areas/people/roles/rules.ts'
import { isSettledUp, stepPath, type StepState } from '#areas/people/settings/rules.ts'
import { stepScreen } from '#areas/people/settings/views/frame.tsx'
import type { Person } from '../rules.ts'
import { InviteFields, stateOf } from './people.tsx'

type Shown = { readonly language: Language; readonly asked: Asked; readonly people: readonly Person[]; readonly steps: readonly StepState[] }
export const colleaguesScreen = ({ language, asked, people, steps }: Shown): Screen => {
  const say = speak(language)
  const action = toHref(language, stepPath('colleagues'))
  return stepScreen({
    language, step: 'colleagues', steps, asked,
    children: (
      <>
        <Section id="here" title={say.people_colleagues_here({ count: people.length })}>
          <Table language={language} id="colleagues" caption={say.people_list_title()} captionIs="hidden" phone="stack"
            columns={[{ name: say.people_field_name() }, { name: say.people_field_role() }, { name: say.people_state() }]}
            rows={people.map((person) => ({ cells: [person.name, person.role === null ? '–' : roleNames[person.role][language], <Tag>{stateOf(person, language)}</Tag>] }))} />
          <Form action={action} hidden={[{ name: 'does', value: 'done' }]}>
            <Buttons><Button look={people.length > 1 ? 'primary' : 'secondary'}>{isSettledUp(steps) ? say.people_colleagues_back() : people.length > 1 ? say.people_colleagues_done() : say.people_colleagues_alone()}</Button></Buttons>
          </Form>
        </Section>
        <Section id="invite" title={say.people_invite_title()}>
          <p>{say.people_invite_says()}</p>
          <Form action={action} hidden={[{ name: 'does', value: 'invite' }]}>
            <InviteFields language={language} asked={asked} />
            <Buttons><Button look={people.length > 1 ? 'secondary' : 'primary'}>{say.people_invite_button()}</Button></Buttons>
          </Form>
        </Section>
      </>
    ),
  })
}
