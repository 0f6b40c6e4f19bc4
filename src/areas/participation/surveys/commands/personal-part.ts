// What surveys keep of a person: invitations, and answers where the survey was not anonymous.
import type { PersonalPart } from '#areas/people/privacy/read/parts.ts'
import { forgetInvited, listAnswersOf, listInvitationsOf, listStillInvited } from '../write/erasure.ts'

export const surveyPart: PersonalPart = {
  name: 'participation.surveys', title: { bg: 'Покани за анкети и отговори', en: 'Invitations to surveys and answers' },
  list: async (reader, contact) => (await listInvitationsOf(reader, contact)).map((each) => ({
    title: { bg: each.titleBg, en: each.titleEn }, path: null, at: new Date(`${each.sentOn}T00:00:00Z`),
    says: each.answered ? { bg: 'Отговорихте.', en: 'You answered.' } : { bg: 'Поканени сте; връзката е в писмото.', en: 'You were invited; the link is in the letter.' },
  })),
  gather: async (reader, contact) => ({
    tables: [{ name: 'invitations', rows: (await listInvitationsOf(reader, contact)).map(({ id: _, ...row }) => row) }, { name: 'answers', rows: (await listAnswersOf(reader, contact)).map(({ id: _, ...row }) => row) }],
    files: [],
  }),
  erase: async (writer, { contact, name, email }) => {
    const { invitations, answers } = await forgetInvited(writer, { contact, names: [name, email] })
    return { erased: invitations, kept: answers }
  },
  holds: (reader, { contacts }) => listStillInvited(reader, contacts),
}
