// The pages of settings, which are also the steps of the first set-up, and the emblem as a file. What keeps a file, sends a
// letter or encrypts gets its command from the web door. The fifth step, colleagues, belongs to accounts.
import { notFound, see } from '#kernel/answer.ts'
import { findLetter } from '#store/outbox.ts'
import { speak } from '#kernel/speak.ts'
import { parseId } from '#kernel/id.ts'
import { page, type ReadVisit, type WaitingOf } from '#store/visit.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { bodyForm, contactForm, fundingForm, mailboxForm, testLetterForm } from './forms.ts'
import { getMailbox, getSettings, listSteps } from './read.ts'
import { isSettledUp, nextStep, settingsPath, stepPath } from './rules.ts'
import { bodyScreen, contactScreen, fundingScreen } from './views/forms.tsx'
import { mailboxScreen, type TestOutcome } from './views/mailbox.tsx'
import { stepName, stepSays } from './views/frame.tsx'
import { settingsScreen } from './views/settings.tsx'
import { saveSetting, skipStep } from './write.ts'

const may = permissions['settings.manage']
const shown = async ({ reader, language }: ReadVisit) => {
  const [settings, steps] = await Promise.all([getSettings(reader), listSteps(reader)])
  return { language, settings, steps }
}

export const settingsPage = page({
  path: settingsPath, may,
  get: async (visit) => settingsScreen({ ...(await shown(visit)), mailbox: await getMailbox(visit.reader) }),
})
export const bodyPage = page({ path: stepPath('body'), may, get: async (visit, asked) => bodyScreen({ ...(await shown(visit)), asked }), accepts: bodyForm })
export const contactPage = page({
  path: stepPath('contact'), may, get: async (visit, asked) => contactScreen({ ...(await shown(visit)), asked }), accepts: contactForm,
  post: (visit, sent) => (sent.does === 'skip' ? skipStep(visit, { step: 'contact' }) : saveSetting(visit, { form: 'contact', version: sent.version, value: sent.value })),
})
export const fundingPage = page({
  path: stepPath('funding'), may, get: async (visit, asked) => fundingScreen({ ...(await shown(visit)), asked }), accepts: fundingForm,
  post: (visit, sent) => (sent.does === 'skip' ? skipStep(visit, { step: 'funding' }) : saveSetting(visit, { form: 'funding', version: sent.version, value: sent.value })),
})
const outcomeOf = async ({ reader }: ReadVisit, letter: string | null): Promise<TestOutcome | null> => {
  const id = letter === null ? undefined : parseId(letter)
  const found = id && (await findLetter(reader, id))
  return found === undefined || found.kind !== 'people.testLetter' || found.state === 'erased' ? null : { state: found.state, to: found.toAddress ?? '', result: found.result ?? '' }
}
const showMailbox = async (visit: ReadVisit, asked: Parameters<typeof mailboxScreen>[0]['asked']) => {
  const { language, reader } = visit
  const [mailbox, steps, settings, outcome] = await Promise.all([getMailbox(reader), listSteps(reader), getSettings(reader), outcomeOf(visit, asked.query.get('letter'))])
  return mailboxScreen({ language, asked, mailbox, steps, outcome, own: settings.contact.email ?? '' })
}
export const mailboxPage = page({ path: stepPath('mailbox'), may, get: showMailbox, accepts: mailboxForm })
export const testLetterPage = page({ path: `${stepPath('mailbox')}/test-letter`, may, get: (visit, asked) => (asked.problems.length > 0 ? showMailbox(visit, asked) : see(stepPath('mailbox'))), accepts: testLetterForm })

/** By its hash, and only while it is the one in use: nothing that was taken down is served any more. */
export const emblemPage = page({
  path: '/emblem/:hash', may: permissions['public.read'], languageFree: true,
  get: async ({ reader }, asked) => {
    const { emblem } = (await getSettings(reader)).body
    return emblem === null || emblem.sha256 !== asked.params.hash ? notFound
      : { kind: 'file', mediaType: emblem.mediaType, name: null, inline: true, picture: 'yes', bytes: { stored: emblem.sha256, size: emblem.size } }
  },
})

/** The set-up while it lasts, as one thing that leads to its next step; then what was put off, until it is saved. */
export const setupWaiting: WaitingOf = {
  may,
  list: async ({ reader, language }) => {
    const steps = await listSteps(reader)
    const next = nextStep(steps)
    const say = speak(language)
    if (!isSettledUp(steps) && next !== null)
      return [{ name: say.people_waiting_setup({ left: steps.filter(({ outcome }) => outcome === null).length }), says: say.people_setup_go_on({ step: stepName(next, language) }), path: settingsPath, urgent: 'yes' }]
    return steps.filter(({ outcome }) => outcome === 'skipped').map(({ step }) => ({ name: say.people_waiting_step({ step: stepName(step, language) }), says: stepSays(step, language), path: stepPath(step) }))
  },
}
