// What contributions keep of a person, for their page, export and erasure, and how long an unsent form is kept.
import { getContact, listConsents } from '#areas/people/contacts/read.ts'
import { giveConsent } from '#areas/people/contacts/write.ts'
import type { PersonalPart, RetentionPart } from '#areas/people/privacy/read/parts.ts'
import { countOldDrafts, listArgumentsOf, listByAuthor, listFilesNeeded, listFilesOf, listStillAuthors, listStillInProcesses, listSupportsOf } from '../read/personal.ts'
import { contributionPath, isShown } from '../rules.ts'
import { stateNames } from '../rules/names.ts'
import { dropOldDrafts, eraseAuthor, showAuthor } from '../write/erasure.ts'

export const proposalPart: PersonalPart = {
  name: 'participation.proposals', title: { bg: 'Предложения, мнения, подкрепа и аргументи', en: 'Proposals, comments, support and arguments' },
  list: async (reader, contact) => {
    const [own, supports] = [await listByAuthor(reader, contact), await listSupportsOf(reader, contact)]
    return [
      ...own.map((each) => ({ title: both(`${each.number} ${each.title}`.trim()), says: stateNames[each.state], path: isShown(each.state) ? contributionPath(each.number) : null, at: each.enteredAt })),
      ...supports.filter(({ withdrawnAt, state }) => withdrawnAt === null && isShown(state)).map((each) => ({ title: both(`${each.number} ${each.titlePublic}`.trim()), says: { bg: 'Подкрепяте го.', en: 'You support it.' }, path: contributionPath(each.number), at: each.at })),
    ]
  },
  gather: async (reader, contact) => {
    const [own, supports, said, files] = [await listByAuthor(reader, contact), await listSupportsOf(reader, contact), await listArgumentsOf(reader, contact), await listFilesOf(reader, contact)]
    return { tables: [{ name: 'contributions', rows: own }, { name: 'supports', rows: supports }, { name: 'arguments', rows: said }], files }
  },
  erase: eraseAuthor,
  show: async (writer, { contact, name, choice, now }) => {
    await showAuthor(writer, { contact, name, choice })
    if (choice === 'name') await giveConsent(writer, { contact, purpose: 'publishName', how: 'web', now })
  },
  // Without the consent the name is no longer shown in full.
  withdrawn: async (writer, { contact }) => {
    const given = (await listConsents(writer.reader, contact)).filter(({ purpose }) => purpose === 'publishName')
    if (given.length === 0 || given.some(({ withdrawnAt }) => withdrawnAt === null)) return
    const { name = null } = (await getContact(writer.reader, contact)) ?? {}
    if ((await listByAuthor(writer.reader, contact)).some(({ authorChoice }) => authorChoice === 'name')) await showAuthor(writer, { contact, name, choice: 'initials' })
  },
  keeps: listStillAuthors,
  holds: listStillInProcesses,
  needs: listFilesNeeded,
}
const both = (text: string) => ({ bg: text, en: text })
export const proposalRetention: readonly RetentionPart[] = [{
  kind: 'participation.drafts', title: { bg: 'Написано във формуляр и неизпратено', en: 'Typed into a form and not sent' }, days: 2,
  why: { bg: 'За да не се изгубят думите между формуляра и прегледа.', en: 'So that no word is lost between the form and the look before sending.' },
  count: countOldDrafts, clear: async (writer, { olderThan }) => ({ cleared: await dropOldDrafts(writer, olderThan) }),
}]
