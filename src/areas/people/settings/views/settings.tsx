// The list of settings: how each stands, and while the first set-up lasts, what to begin with.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { TaskList } from '#ui/parts/task-list.tsx'
import { nextStep, stepPath, type Mailbox, type Settings, type StepState } from '../rules.ts'
import { stepName, stepSays } from './frame.tsx'

type Shown = { readonly language: Language; readonly settings: Settings; readonly mailbox: Mailbox; readonly steps: readonly StepState[] }
export const settingsScreen = ({ language, settings, mailbox, steps }: Shown): Screen => {
  const say = speak(language)
  const next = nextStep(steps)
  const settled = steps.filter(({ outcome }) => outcome !== null).length
  const title = next === null ? say.people_settings_title() : say.people_setup_title()
  const holds: Readonly<Record<StepState['step'], string>> = {
    body: settings.body.name[language],
    contact: settings.contact.email ?? say.people_settings_no_email(),
    mailbox: mailbox.host === '' ? say.people_settings_no_mailbox() : mailbox.address,
    funding: settings.funding.shown === 'no' ? say.people_settings_no_funding() : settings.funding.programme[language],
    colleagues: stepSays('colleagues', language),
  }
  return {
    kind: 'screen', title, says: say.people_settings_says(), crumbs: [],
    body: (
      <>
        <PageHeading title={title} lead={next === null ? say.people_settings_says() : say.people_setup_says()}>
          {next === null ? null : <Buttons><ButtonLink href={toHref(language, stepPath(next))}>{settled === 0 ? say.people_setup_begin() : say.people_setup_go_on({ step: stepName(next, language) })}</ButtonLink></Buttons>}
        </PageHeading>
        <TaskList tasks={steps.map(({ step, outcome }) => ({
          name: stepName(step, language), href: toHref(language, stepPath(step)), says: holds[step],
          state: <Tag tone={outcome === 'saved' ? 'success' : outcome === 'skipped' ? 'warning' : 'neutral'}>{outcome === 'saved' ? say.people_step_saved() : outcome === 'skipped' ? say.people_step_skipped() : say.people_step_open()}</Tag>,
        }))} />
        <Section id="more" title={say.people_settings_more()}>
          <LinkList links={[
            { name: say.people_settings_letters(), href: toHref(language, '/office/letters/catalogue'), says: say.people_settings_letters_says() },
            { name: say.people_settings_audit(), href: toHref(language, '/office/audit?act=people.settings'), says: say.people_settings_audit_says() },
          ]} />
        </Section>
      </>
    ),
  }
}
