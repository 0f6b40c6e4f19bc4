// What an administrator does with accounts: acts that send letters and therefore need to know this site's own address.
import { notFound, problems, see, type PostAnswer } from '#kernel/answer.ts'
import { parseId } from '#kernel/id.ts'
import type { Result } from '#kernel/result.ts'
import type { Store } from '#store/store.ts'
import { noteVisit } from '../write/last-visit.ts'
import type { Invitation, PersonChange } from '../forms.ts'
import { findPerson } from '../read.ts'
import { peoplePath, personPath } from '../rules.ts'
import { endAccess, endSessions, eraseAccount, invite, restoreAccess, sendInvitation, setStanding, type By } from '../write.ts'
import { stepPath } from '#areas/people/settings/rules.ts'
import { settleColleagues } from '#areas/people/settings/write.ts'
import type { Asker, Desk } from './sign-in.ts'

export const inviteColleague = (desk: Desk, { who, now }: Asker, invitation: Invitation): Promise<PostAnswer> =>
  desk.store.writing(async (writer) => {
    const invited = await invite({ who, writer, now }, { ...invitation, origin: desk.origin })
    return invited.ok ? see(peoplePath, 'people_notice_invited') : problems([invited.problem])
  })

/** The last step of the set-up: stays on its page after an invitation, goes on when there are enough for now. */
export const colleagueStep = async (desk: Desk, asker: Asker, sent: { readonly does: 'done' } | { readonly does: 'invite'; readonly who: Invitation }): Promise<PostAnswer> => {
  if (sent.does === 'done') return desk.store.writing((writer) => settleColleagues({ who: asker.who, language: asker.language, now: asker.now, writer }))
  const invited = await inviteColleague(desk, asker, sent.who)
  return invited.kind === 'see' ? see(stepPath('colleagues'), 'people_notice_invited') : invited
}

export const changePerson = async (desk: Desk, { who, now }: Asker, { change, id: written }: { readonly change: PersonChange; readonly id: string }): Promise<PostAnswer> => {
  const id = parseId<'account'>(written)
  if (id === undefined) return notFound
  return desk.store.writing(async (writer): Promise<PostAnswer> => {
    const by: By = { who, writer, now }
    const person = await findPerson(writer.reader, { id })
    if (!person) return notFound
    const here = personPath(id)
    const answer = (done: Result<unknown>, path: string, notice: string): PostAnswer => (done.ok ? see(path, notice) : problems([done.problem]))
    switch (change.does) {
      case 'standing': return answer(await setStanding(by, { id, role: change.role, duties: change.duties }), here, 'people_notice_saved')
      case 'end': return answer(await endAccess(by, { id, origin: desk.origin, why: change.why }), here, 'people_notice_ended')
      case 'restore': return answer(await restoreAccess(by, { id, role: change.role, origin: desk.origin }), here, 'people_notice_restored')
      case 'sessions': await endSessions(by, { account: id }); return see(here, 'people_notice_sessions_ended')
      case 'invite': return answer(await sendInvitation(by, { person, origin: desk.origin }), here, 'people_notice_invited')
      case 'erase': return answer(await eraseAccount(by, { id }), peoplePath, 'people_notice_erased')
    }
  })
}
/** The start page was looked at: a small note of the door, no act of anybody's. A person erased meanwhile has none. */
export const noteStart = async (store: Pick<Store, 'writing'>, { who, now }: Pick<Asker, 'who' | 'now'>): Promise<void> => {
  const { account } = who
  if (account === null) return
  await store.writing(async (writer) => { if (await findPerson(writer.reader, { id: account })) await noteVisit(writer, { account, now }) }, { quiet: 'yes' })
}
