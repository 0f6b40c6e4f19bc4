// The staff page of one contribution: everything known of it, and what can be decided.
import { sayDayIn } from '#kernel/day.ts'
import { notFound, type Asked } from '#kernel/answer.ts'
import { speak } from '#kernel/speak.ts'
import type { Ref } from '#kernel/thread.ts'
import { mayDo, type AccountId } from '#kernel/who.ts'
import { getContact } from '#areas/people/contacts/read.ts'
import { listNames } from '#areas/people/accounts/read.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { getLetterFrom } from '#areas/people/settings/read.ts'
import { listProcesses } from '#areas/participation/processes/read.ts'
import { findHandled, listTopics, type Handled } from '#areas/participation/proposals/read/inbox.ts'
import { contributionPath, isShown, parseNumber, type ContributionState } from '#areas/participation/proposals/rules.ts'
import { worthShowing } from '#areas/participation/proposals/rules/alike.ts'
import { mayMove } from '#areas/participation/proposals/rules/arrows.ts'
import { personalHints } from '#areas/participation/proposals/rules/personal-data.ts'
import { isSuspicion, suspicions } from '#areas/participation/proposals/rules/suspicion.ts'
import { page, type ReadVisit, type WriteVisit } from '#store/visit.ts'
import { handlingForm } from '../forms.ts'
import { listDecisions, listFlagsOn, listNotes } from '../read.ts'
import { handlingPath, mergePath, splitPath } from '../rules.ts'
import { sayChannel, sayKind, sayState } from '../rules/say.ts'
import { handlingScreen } from '../views/handling.tsx'
import { decide } from '../write.ts'

const moderate = permissions['participation.moderate'], raw = permissions['participation.raw']
const fromOf = ({ writer }: WriteVisit, asked: Asked) => getLetterFrom(writer.reader, { origin: asked.origin ?? '' })
const find = async (reader: ReadVisit['reader'], asked: Asked): Promise<Handled | undefined> => {
  const number = parseNumber(asked.params.number)
  return number === undefined ? undefined : findHandled(reader, { number })
}
const dayOf = (day: string): string => day.split('-').reverse().join('.')
export type ListAlike = (reader: ReadVisit['reader'], asked: { readonly text: string; readonly not: Ref; readonly least: number; readonly most: number }) => Promise<readonly { readonly number: string; readonly title: string; readonly likeness: number }[]>

/** What is like a text is known by a later topic: the door hands the question in. */
export const handlingPage = (listAlike: ListAlike) => page({
  path: handlingPath(':number'), may: moderate,
  get: async ({ reader, language, who }, asked) => {
    const it = await find(reader, asked)
    if (it === undefined) return notFound
    const [processes, notes, flags, decisions, topics, similar, contact] = await Promise.all([
      listProcesses(reader, { who: 'everyone' }),
      listNotes(reader, it.id), listFlagsOn(reader, it.id), listDecisions(reader, it.id), listTopics(reader), listAlike(reader, { text: `${it.title}\n${it.text}`, not: it.id, least: worthShowing, most: 5 }), it.author === null ? undefined : getContact(reader, it.author),
    ])
    const accounts = [...notes, ...decisions].flatMap(({ byAccount }) => (byAccount === null ? [] : [byAccount]))
    const names = await listNames(reader, { ids: accounts })
    const nameOf = (account: AccountId | null): string => (account === null ? '–' : (names.get(account) ?? '–'))
    const say = speak(language), state = it.state as ContributionState
    const may = (act: 'publish' | 'refuse' | 'merge') => mayMove({ state, act, who, owner: 'no' }).length > 0
    return handlingScreen({
      language, asked, sayDay: (at) => sayDayIn(at, language), topics: topics.map(({ key, name }) => ({ value: key, name: name[language] })),
      processes: it.kind === 'blockComment' ? [] : processes.map(({ slug, title }) => ({ value: slug, name: title[language] })),
      it: {
        number: it.number, lang: it.language, version: it.version, state: it.state, stateName: sayState(it.state, language), kind: sayKind(it.kind, language), channel: sayChannel(it.channel, language), process: it.processTitle[language], processSlug: processes.find(({ id }) => id === it.process)?.slug ?? '', receivedOn: dayOf(it.receivedOn),
        author: it.authorKind === 'authority' ? say.participation_authority() : (it.authorShown ?? say.participation_citizen()), author_may_be_written: contact?.email != null && contact.mailStoppedAt === null ? 'yes' : 'no',
        received: mayDo(who, raw) ? { title: it.titleReceived, text: it.textReceived } : null, shown: { title: it.title || it.number, text: it.text }, hints: personalHints(`${it.title}\n${it.text}`), suspicions: it.marks.filter(isSuspicion).map((mark) => suspicions[mark][language]),
        unit: it.unit, topics: it.topics, dueOn: it.dueOn, supports: it.supports,
        facts: [...(it.dueOn === null ? [] : [{ name: say.participation_handling_due(), value: dayOf(it.dueOn) }]), { name: say.participation_handling_supports(), value: String(it.supports) }, ...(it.place === '' ? [] : [{ name: say.participation_handling_place(), value: it.place }]), ...(it.forWhom === '' ? [] : [{ name: say.participation_handling_for_whom(), value: it.forWhom }])],
      },
      may: { publish: may('publish'), mask: state !== 'withdrawn' && state !== 'awaitingConfirmation', refuse: may('refuse') ? (isShown(state) ? 'remove' : 'refuse') : null, assign: state !== 'withdrawn' },
      notes: notes.map(({ byAccount, at, text }) => ({ by: nameOf(byAccount), at, text })), flags: flags.map(({ at, reason, says, settledAt }) => ({ at, reason, says, waits: settledAt === null ? 'yes' : 'no' })),
      decisions: decisions.map(({ at, act, reason, byAccount, outcome, objectedAt }) => ({ at, act, reason, by: nameOf(byAccount), outcome: outcome ?? (objectedAt === null ? null : 'waiting') })),
      similar: similar.map(({ number, title, likeness }) => ({ number, title, likeness: `${Math.round(likeness * 100)} %`, path: handlingPath(number) })),
      ways: [
        ...(mayDo(who, permissions['participation.answer']) && (state === 'published' || state === 'underConsideration') ? [{ name: say.participation_handling_answer(), path: `/participation/answers/new?numbers=${it.number}` }] : []),
        ...(isShown(state) ? [{ name: say.participation_handling_look(), path: contributionPath(it.number) }] : []),
        ...(isShown(state) ? [{ name: say.participation_handling_merge(), path: mergePath(it.number), says: say.participation_handling_merge_says() }] : []),
        ...(state === 'published' || state === 'underConsideration' ? [{ name: say.participation_handling_split(), path: splitPath(it.number), says: say.participation_handling_split_says() }] : []),
      ],
    })
  },
  accepts: handlingForm,
  post: async (visit, input, asked) => {
    const number = parseNumber(asked.params.number)
    return number === undefined ? notFound : decide(visit, { number, input, from: await fromOf(visit, asked) })
  },
})
