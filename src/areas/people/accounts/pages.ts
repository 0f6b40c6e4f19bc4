// The pages of accounts as values. Those whose post does slow work or sends letters get their command from the web door.
import { notFound, see, problems } from '#kernel/answer.ts'
import { mayDo } from '#kernel/who.ts'
import { parseId } from '#kernel/id.ts'
import { listActs } from '#store/audit.ts'
import { page, type ReadVisit, type WaitingOf } from '#store/visit.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { listSteps } from '#areas/people/settings/read.ts'
import { stepPath } from '#areas/people/settings/rules.ts'
import { colleague, firstPerson, invitation, leaving, linkRequest, newPassword, ownDetails, passwordAttempt, personChange, sessionEnding } from './forms.ts'
import { findOwnRecord, findPerson, listPeople, listSessions } from './read.ts'
import { speak } from '#kernel/speak.ts'
import { accountPath, personPath, tokenMinutes, isTokenShaped, myPath, passwordPath, peoplePath, sentPath, signInPath } from './rules.ts'
import { colleaguesScreen } from './views/colleagues.tsx'
import { choosePasswordScreen, leaveScreen, myScreen, signOutScreen } from './views/my.tsx'
import { inviteScreen, peopleScreen, personScreen } from './views/people.tsx'
import { firstScreen, linkScreen, passwordScreen, sentScreen, signInScreen } from './views/sign-in.tsx'
import { endSessions, eraseAccount, renameAccount } from './write.ts'

const open = permissions['public.sign-in'], self = permissions['people.self'], manage = permissions['people.manage']
const ownId = (visit: Pick<ReadVisit, 'who'>) => { if (visit.who.account === null) throw new Error('a page of one’s own was opened without an account'); return visit.who.account }

export const signInPage = page({
  path: signInPath, may: open,
  get: ({ language, who }, asked) => (who.account === null ? signInScreen({ language, asked }) : see(myPath)),
  accepts: linkRequest,
})
export const passwordPage = page({
  path: passwordPath, may: open,
  get: ({ language, who }, asked) => (who.account === null ? passwordScreen({ language, asked }) : see(myPath)),
  accepts: passwordAttempt,
})
export const sentPage = page({ path: sentPath, may: open, get: ({ language }) => sentScreen({ language }) })
export const linkPage = page({
  path: '/sign-in/link/:token', may: open,
  get: ({ language }, asked) => (isTokenShaped(asked.params.token ?? '') ? linkScreen({ language, asked }) : notFound),
})
export const firstPage = page({
  path: '/sign-in/first/:token', may: open,
  get: ({ language }, asked) => (isTokenShaped(asked.params.token ?? '') ? firstScreen({ language, asked }) : notFound),
  accepts: firstPerson,
})
export const signOutPage = page({ path: '/sign-out', may: self, get: ({ language }) => signOutScreen({ language }) })

/** Details, sessions, password, data: the start page at /my is the door’s, because it asks every area. */
export const accountPage = page({
  path: accountPath, may: self,
  get: async (visit, asked) => {
    const { language, reader, now } = visit
    const account = ownId(visit)
    const [person, sessions] = await Promise.all([findPerson(reader, { id: account }), listSessions(reader, { account, now })])
    return person ? myScreen({ language, asked, person, sessions, session: asked.session ?? null }) : notFound
  },
  accepts: ownDetails,
  post: async (visit, { name, language }) => {
    await renameAccount(visit, { id: ownId(visit), name, language })
    return see(accountPath, 'people_notice_saved')
  },
})
export const mySessionsPage = page({
  path: `${myPath}/sessions`, may: self, get: () => see(accountPath), accepts: sessionEnding,
  post: async (visit, { session }, asked) => {
    const account = ownId(visit)
    await endSessions(visit, session === 'others' ? { account, except: asked.session ?? null } : { account, only: session })
    return see(accountPath, session === 'others' ? 'people_notice_sessions_ended' : 'people_notice_session_ended')
  },
})
export const myPasswordPage = page({
  path: `${myPath}/password`, may: self,
  get: async (visit, asked) => {
    const person = await findPerson(visit.reader, { id: ownId(visit) })
    return choosePasswordScreen({ language: visit.language, asked, hasPassword: person?.hasPassword === true ? 'yes' : 'no' })
  },
  accepts: newPassword,
})
export const myDataPage = page({
  path: `${myPath}/data.json`, may: self,
  fields: [
    'person', ...['id', 'name', 'email', 'emailVerified', 'language', 'createdAt', 'endedAt', 'lastSeenAt', 'hasPassword', 'role', 'duties'].map((field) => `person.${field}`),
    'sessions', ...['id', 'device', 'createdAt', 'updatedAt', 'expiresAt'].map((field) => `sessions[].${field}`), 'passwordChangedAt',
    'acts', ...['id', 'at', 'who', 'act', 'thing', 'before', 'before.**', 'after', 'after.**', 'why', 'personalFields'].map((field) => `acts[].${field}`),
  ],
  get: async (visit) => {
    const id = ownId(visit)
    const [record, acts] = await Promise.all([findOwnRecord(visit.reader, { id, now: visit.now }), listActs(visit.reader, { who: id, limit: 10_000 })])
    if (!record) return notFound
    return { kind: 'file', mediaType: 'application/json; charset=utf-8', name: 'posoka-my-data.json', bytes: JSON.stringify({ ...record, acts }, null, 2) }
  },
})
export const leavePage = page({
  path: `${myPath}/leave`, may: self, get: ({ language }, asked) => leaveScreen({ language, asked }), accepts: leaving,
  post: async (visit) => {
    const erased = await eraseAccount(visit, { id: ownId(visit) })
    return erased.ok ? see('/', 'people_notice_left') : problems([{ ...erased.problem, field: 'sure' }])
  },
})

export const peoplePage = page({
  path: peoplePath, may: permissions['people.read'],
  get: async ({ language, reader, who }) => peopleScreen({ language, people: await listPeople(reader), mayManage: mayDo(who, manage) ? 'yes' : 'no' }),
})
export const invitePage = page({ path: `${peoplePath}/invite`, may: manage, get: ({ language }, asked) => inviteScreen({ language, asked }), accepts: invitation })
export const personPage = page({
  path: `${peoplePath}/:id`, may: manage,
  get: async ({ language, reader, who, now }, asked) => {
    const id = parseId<'account'>(asked.params.id ?? '')
    if (id === undefined) return notFound
    const [person, sessions] = await Promise.all([findPerson(reader, { id }), listSessions(reader, { account: id, now })])
    return person ? personScreen({ language, asked, person, sessions, isSelf: person.id === who.account ? 'yes' : 'no' }) : notFound
  },
  accepts: personChange,
})
export const colleaguesPage = page({
  path: stepPath('colleagues'), may: manage,
  get: async ({ language, reader }, asked) => {
    const [people, steps] = await Promise.all([listPeople(reader), listSteps(reader)])
    return colleaguesScreen({ language, asked, people: people.filter(({ endedAt }) => endedAt === null), steps })
  },
  accepts: colleague,
})

/** Invitations nobody has used: their link lives seven days. */
export const invitationsWaiting: WaitingOf = {
  may: manage,
  list: async ({ reader, language, now }) => {
    const say = speak(language)
    const unused = (await listPeople(reader)).filter((person) => person.endedAt === null && !person.emailVerified && person.lastSeenAt === null)
    return unused.map((person) => {
      const isOver = now.getTime() - person.createdAt.getTime() > tokenMinutes('invitation') * 60_000
      return { name: say.people_waiting_invitation({ name: person.name }), says: isOver ? say.people_waiting_invitation_over() : say.people_waiting_invitation_says(), path: personPath(person.id), ...(isOver ? { urgent: 'yes' as const } : {}) }
    })
  },
}
