// What every form of settings stands in: the steps while the first set-up lasts, what another person saved meanwhile, and the
// buttons. The forms themselves are beside.
import type { Child } from 'hono/jsx'
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, Buttons, ButtonLink } from '#ui/parts/button.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Steps } from '#ui/parts/steps.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { isSettledUp, settingsPath, setupSteps, stepPath, type SetupStep, type StepState } from '../rules.ts'

export const stepName = (step: SetupStep, language: Language): string => {
  const say = speak(language)
  return { body: say.people_step_body, contact: say.people_step_contact, mailbox: say.people_step_mailbox, funding: say.people_step_funding, colleagues: say.people_step_colleagues }[step]()
}
export const stepSays = (step: SetupStep, language: Language): string => {
  const say = speak(language)
  return { body: say.people_step_body_says, contact: say.people_step_contact_says, mailbox: say.people_step_mailbox_says, funding: say.people_step_funding_says, colleagues: say.people_step_colleagues_says }[step]()
}

type StepShown = { readonly language: Language; readonly step: SetupStep; readonly steps: readonly StepState[]; readonly asked: Asked; readonly children: Child }
/** A step of the set-up, or the same form later under Settings. */
export const stepScreen = ({ language, step, steps, asked, children }: StepShown): Screen => {
  const say = speak(language)
  const title = stepName(step, language)
  return {
    kind: 'screen', title, says: stepSays(step, language), crumbs: [{ name: say.people_settings_title(), path: settingsPath }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        {isSettledUp(steps) ? null : <Steps language={language} current={setupSteps.indexOf(step)} steps={setupSteps.map((each) => ({ name: stepName(each, language), href: toHref(language, stepPath(each)) }))} />}
        <PageHeading title={title} lead={stepSays(step, language)} />
        {children}
      </>
    ),
  }
}

export type Meanwhile = { readonly names: Readonly<Record<string, string>>; readonly saved: Readonly<Record<string, string>> }
type FormShown = {
  readonly language: Language; readonly step: SetupStep; readonly steps: readonly StepState[]; readonly asked: Asked
  readonly version: number; readonly carries?: 'text' | 'files'; readonly meanwhile: Meanwhile; readonly children: Child
}
/** The version that stands in the form is the newest one: whoever presses again has seen what was saved meanwhile. */
export const SettingForm = ({ language, step, steps, asked, version, carries, meanwhile, children }: FormShown) => {
  const say = speak(language)
  const isLate = asked.problems.length > 0 && typedOne(asked.typed, 'version') !== '' && typedOne(asked.typed, 'version') !== String(version)
  const other = Object.entries(meanwhile.names).filter(([field]) => typedOne(asked.typed, field).trim() !== (meanwhile.saved[field] ?? '').trim())
  return (
    <>
      {!isLate ? null : (
        <Notice language={language} tone="warning" title={say.people_settings_meanwhile()}>
          {other.length === 0 ? <p>{say.people_settings_meanwhile_same()}</p> : (
            <SummaryList lines={other.map(([field, name]) => ({ name, value: meanwhile.saved[field] || '–' }))} />
          )}
          <p><a class="ds-link" href={toHref(language, `/office/audit?act=people.settings.${step}`)}>{say.people_settings_meanwhile_who()}</a></p>
        </Notice>
      )}
      <Form action={toHref(language, stepPath(step))} hidden={[{ name: 'version', value: String(version) }]} {...(carries === undefined ? {} : { carries })}>
        {children}
        <Buttons>
          <Button>{isSettledUp(steps) ? say.people_save() : say.people_setup_next()}</Button>
          {isSettledUp(steps) ? <ButtonLink look="quiet" href={toHref(language, settingsPath)}>{say.people_back()}</ButtonLink>
            : <Button look="quiet" name="does" value="skip">{say.people_setup_skip()}</Button>}
        </Buttons>
      </Form>
    </>
  )
}
/** What a field holds: what was typed while there is something to mend, else what is saved. */
export const fieldOf = (asked: Asked, values: Readonly<Record<string, string>>, language: Language) => (name: string) => ({
  language, name, value: asked.problems.length > 0 && asked.typed.text.version !== undefined ? typedOne(asked.typed, name) : (values[name] ?? ''),
  error: errorOf({ problems: asked.problems, field: name, language }),
})
