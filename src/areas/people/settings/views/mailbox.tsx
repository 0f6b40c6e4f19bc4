// The mailbox that proposals will come to, and a test letter that shows whether letters leave at all.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, Buttons } from '#ui/parts/button.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Section } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { NumberField } from '#ui/parts/number-field.tsx'
import { PasswordField } from '#ui/parts/password-field.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { TextField } from '#ui/parts/text-field.tsx'
import { fromMailbox } from '../forms.ts'
import { stepPath, type Mailbox, type StepState } from '../rules.ts'
import { fieldOf, SettingForm, stepScreen } from './frame.tsx'

/** What became of a test letter, in the words of whoever took or refused it. */
export type TestOutcome = { readonly state: 'sent' | 'kept' | 'failed' | 'waiting'; readonly to: string; readonly result: string }
type Shown = { readonly language: Language; readonly asked: Asked; readonly mailbox: Mailbox; readonly steps: readonly StepState[]; readonly outcome: TestOutcome | null; readonly own: string }

export const mailboxScreen = ({ language, asked, mailbox, steps, outcome, own }: Shown): Screen => {
  const say = speak(language)
  const field = fieldOf(asked, fromMailbox(mailbox), language)
  const names: Readonly<Record<string, string>> = {
    address: say.people_mailbox_address(), host: say.people_mailbox_host(), port: say.people_mailbox_port(), security: say.people_mailbox_security(), user_name: say.people_mailbox_user(), folder: say.people_mailbox_folder(),
  }
  const label = (name: string): string => names[name] ?? name
  const screen = stepScreen({
    language, step: 'mailbox', steps, asked,
    children: (
      <>
        {outcome === null ? null : <Outcome language={language} outcome={outcome} />}
        <Section id="test-letter" title={say.people_test_title()}>
          <p>{say.people_test_says()}</p>
          <Form action={toHref(language, `${stepPath('mailbox')}/test-letter`)}>
            <TextField language={language} name="to" kind="email" width="half" autocomplete="email" label={say.people_test_to()} value={typedOne(asked.typed, 'to') || own} error={errorOf({ problems: asked.problems, field: 'to', language })} />
            <Buttons><Button look="secondary">{say.people_test_button()}</Button></Buttons>
          </Form>
        </Section>
        <Section id="mailbox" title={say.people_mailbox_heading()}>
          <p>{say.people_mailbox_says()}</p>
          <SettingForm language={language} step="mailbox" steps={steps} asked={asked} version={mailbox.version} meanwhile={{ names, saved: fromMailbox(mailbox) }}>
            <TextField kind="email" width="half" autocomplete="off" label={label('address')} {...field('address')} />
            <TextField width="half" autocomplete="off" label={label('host')} help={say.people_mailbox_host_help()} {...field('host')} />
            <Radios label={label('security')} {...field('security')} choices={[{ value: 'tls', name: say.people_mailbox_tls() }, { value: 'starttls', name: say.people_mailbox_starttls() }]} />
            <NumberField whole label={label('port')} {...field('port')} />
            <TextField width="half" autocomplete="off" label={label('user_name')} {...field('user_name')} />
            <PasswordField language={language} name="password" purpose="new" label={say.people_mailbox_password()} help={mailbox.hasSecret ? say.people_mailbox_password_kept() : say.people_mailbox_password_help()} error={field('password').error} />
            <TextField optional width="half" autocomplete="off" label={label('folder')} {...field('folder')} />
          </SettingForm>
        </Section>
      </>
    ),
  })
  return { ...screen, islands: ['reveal'] }
}
const Outcome = ({ language, outcome: { state, to, result } }: { readonly language: Language; readonly outcome: TestOutcome }) => {
  const say = speak(language)
  if (state === 'sent') return <Notice language={language} tone="success" title={say.people_test_sent({ to })}><p>{say.people_test_sent_says({ result })}</p></Notice>
  if (state === 'kept') return <Notice language={language} tone="info" title={say.people_test_kept()}><p>{say.people_test_kept_says({ file: result })}</p></Notice>
  return <Notice language={language} tone="danger" title={say.people_test_failed({ to })}><p>{say.people_test_failed_says()}</p><blockquote class="p-verbatim">{result}</blockquote></Notice>
}
