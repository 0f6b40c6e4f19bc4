// For tests of this area: the standing process, and acts as a visitor or as somebody with a role.
import { findOrMakeContact, confirmContact } from '#areas/people/contacts/write.ts'
import type { ContactId } from '#areas/people/contacts/rules.ts'
import { findProcess } from '#areas/participation/processes/read.ts'
import { prepareStanding } from '#areas/participation/processes/write.ts'
import { visitor, type AccountId, type Role, type Who } from '#kernel/who.ts'
import type { Store } from '#store/store.ts'
import type { WriteVisit } from '#store/visit.ts'
import { submitContribution, type NewContribution, type Submitted } from '#areas/participation/proposals/write.ts'

export const staff = (role: Role, number = 1): Who => ({ role, account: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as AccountId, name: role, duties: new Set() })
export const makeActs = async (store: Pick<Store, 'reading' | 'writing'>, now: Date) => {
  const act = <T>(work: (visit: WriteVisit) => Promise<T>, { who = visitor, at = now }: { readonly who?: Who; readonly at?: Date } = {}): Promise<T> =>
    store.writing((writer) => work({ writer, who, language: 'bg', now: at }))
  await act(({ writer }) => prepareStanding(writer, now))
  const standing = await store.reading((reader) => findProcess(reader, { slug: 'standing', who: 'everyone' }))
  if (standing === undefined) throw new Error('the standing invitation is not there')
  /** a person with a confirmed address */
  const person = (email: string, name: string | null = null): Promise<ContactId> => act(async ({ writer }) => {
    const { contact } = await findOrMakeContact(writer, { name, email, language: 'bg', now })
    await confirmContact(writer, { contact, now })
    return contact
  })
  const submit = (given: Partial<NewContribution> & { readonly text: string }, at = now): Promise<Submitted> =>
    act((visit) => submitContribution(visit, { kind: 'proposal', channel: 'web', process: standing.id, language: 'bg', assurance: 'email', title: 'Предложение', author: null, ...given }), { at })
  return { act, standing, person, submit }
}
