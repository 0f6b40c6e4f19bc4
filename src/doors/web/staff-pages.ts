// The pages of accounts and of the office, each bound to its command where its post is slow work or sends letters.
import { changePerson, colleagueStep, inviteColleague, noteStart } from '#areas/people/accounts/commands/people.ts'
import { choosePassword, openFirst, openLink, sendSignInLink, signInByPassword, type Desk } from '#areas/people/accounts/commands/sign-in.ts'
import {
  accountPage, colleaguesPage, firstPage, invitePage, leavePage, linkPage, myDataPage, myPasswordPage, mySessionsPage, passwordPage, peoplePage, personPage, sentPage, signInPage, signOutPage,
} from '#areas/people/accounts/pages.ts'
import { saveBody, saveMailboxForm, sendTestLetter, type SettingsDesk } from '#areas/people/settings/commands.ts'
import { bodyPage, contactPage, emblemPage, fundingPage, mailboxPage, settingsPage, testLetterPage } from '#areas/people/settings/pages.ts'
import { see } from '#kernel/answer.ts'
import type { CommandAnswer, WebPage } from './door.ts'
import { auditPage } from './office/audit.tsx'
import { startPage } from './my/start.tsx'
import { letterCataloguePage } from './office/letter-catalogue.tsx'
import { letterPage, lettersPage } from './office/letters.tsx'

const nextOf = (text: string | null): string | null => {
  const path = /^\/(?:bg|en)(\/[\w\-./%]*)$/.exec(text ?? '')?.[1]
  return path === undefined || path.includes('//') || path.includes('..') ? null : path
}
export type StaffDesk = Desk & Pick<SettingsDesk, 'key' | 'post'>
export const staffPages = (desk: StaffDesk): readonly WebPage[] => [
  { ...signInPage, quick: 'yes', command: (visit, value) => sendSignInLink(desk, visit, value) },
  { ...passwordPage, quick: 'yes', command: (visit, value) => signInByPassword(desk, visit, value) },
  sentPage,
  { ...linkPage, quick: 'yes', command: (visit, _value, asked) => openLink(desk, visit, { token: asked.params.token ?? '', next: nextOf(asked.query.get('next')) }) },
  { ...firstPage, quick: 'yes', command: (visit, value, asked) => openFirst(desk, visit, { ...(value as { name: string; email: string }), token: asked.params.token ?? '' }) },
  { ...signOutPage, command: async (visit): Promise<CommandAnswer> => ({ ...see('/', 'people_notice_signed_out'), ...(visit.session === null ? {} : { session: { ends: visit.session } }) }) },
  { ...startPage, note: (visit) => noteStart(visit.store, visit) },
  accountPage, mySessionsPage, myDataPage, leavePage, peoplePage,
  { ...myPasswordPage, command: (visit, value) => choosePassword(desk, visit, value) },
  { ...invitePage, command: (visit, value) => inviteColleague(desk, visit, value) },
  { ...personPage, command: (visit, change, asked) => changePerson(desk, visit, { change, id: asked.params.id ?? '' }) },
  settingsPage, contactPage, fundingPage, emblemPage,
  { ...bodyPage, command: (visit, sent) => saveBody(desk, visit, sent) },
  { ...mailboxPage, command: (visit, sent) => saveMailboxForm(desk, visit, sent) },
  { ...testLetterPage, command: (visit, sent) => sendTestLetter(desk, visit, sent) },
  { ...colleaguesPage, command: (visit, sent) => colleagueStep(desk, visit, sent) },
  lettersPage, letterPage, letterCataloguePage, auditPage,
]
