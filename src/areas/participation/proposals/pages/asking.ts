// What people do without an account: propose, look it over, send, support, argue, withdraw, press the button behind a link.
import { notFound, problems, see } from '#kernel/answer.ts'
import type { Bilingual } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { getLetterFrom, getSettings } from '#areas/people/settings/read.ts'
import { getAtlas } from '#areas/evidence/regions/read.ts'
import { homeOf, listWithin } from '#areas/evidence/regions/rules.ts'
import { listCatalogue } from '#areas/evidence/indicators/read.ts'
import { findProcess, listProcesses } from '#areas/participation/processes/read.ts'
import { isOpen, lastDayOf } from '#areas/participation/processes/rules.ts'
import type { Language } from '#kernel/language.ts'
import type { Reader } from '#store/handle.ts'
import { page, type Page } from '#store/visit.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { argumentForm, emailForm, pressed, proposalForm, reviewForm, voiceForm, type ProposalSent } from '../forms.ts'
import { findContribution, listTopics } from '../read.ts'
import { findDraft } from '../read/draft.ts'
import { listAlike } from '../read/similar.ts'
import { contributionPath, isShown, parseNumber, type Contribution } from '../rules.ts'
import { arguePath, draftPath, letterSentPath, newPath, reviewPath, sentPath, supportPath, voicePath, withdrawPath, type ArgumentInput, type ReviewInput, type VoiceInput } from '../rules/typed.ts'
import { argueScreen, letterSentScreen, sentScreen, supportScreen, voiceScreen, withdrawScreen } from '../views/asks.tsx'
import { formScreen, reviewScreen } from '../views/form.tsx'
import { sendDraft } from '../write/draft.ts'
import { askArgument, askVoice, askWithdrawal, findVoice, useVoice } from '../write/voice.ts'

const read = permissions['public.read'], takePart = permissions['public.take-part']
const placesOf = async (reader: Reader, language: Language) => {
  const atlas = await getAtlas(reader)
  return listWithin(atlas, homeOf(atlas).code, 'municipality').map(({ code, name }) => ({ code, name: name[language] })).sort((a, b) => a.name.localeCompare(b.name, language))
}
const officerOf = async (reader: Reader) => (await getSettings(reader)).contact.officer
const from = (reader: Reader, origin: string | undefined) => getLetterFrom(reader, { origin: origin ?? '' })
const say = (bg: string, en: string): Bilingual => ({ bg, en })
const secretOf = (text: string | null | undefined): string => (/^[A-Za-z0-9_-]{43}$/.test(text ?? '') ? (text ?? '') : '')

/** Open ones a proposal may be given to; drafts that are consulted on have their own page. */
const openProcesses = async (reader: Reader, now: Date, language: Language) =>
  (await listProcesses(reader, { who: 'everyone' })).filter((each) => each.kind !== 'draft' && isOpen(each, now))
    .map(({ slug, title, anonymousAllowed, closesAt }) => ({ slug, title: title[language], anonymous: anonymousAllowed ? 'yes' as const : 'no' as const, until: closesAt === null ? null : sayCivilDate(lastDayOf(closesAt), language) }))
/** Both forms are bound by the door to startProposal: it keeps files. Behind the second one’s address stands what one typed before. */
const formPage = ({ policy }: { readonly policy: string }): Pick<Page, 'may' | 'mayPost' | 'get' | 'accepts'> => ({
  may: read, mayPost: takePart,
  get: async ({ reader, language, now }, asked) => {
    const secret = secretOf(asked.params.secret)
    const [processes, topics, places, catalogue, officer, draft] = await Promise.all([
      openProcesses(reader, now, language), listTopics(reader), placesOf(reader, language), listCatalogue(reader, { now }), officerOf(reader), secret === '' ? undefined : findDraft(reader, secret),
    ])
    if (asked.params.secret !== undefined && (draft === undefined || draft.sentAs !== null)) return draft?.sentAs == null ? notFound : see(sentPath(draft.sentAs))
    return formScreen({
      language, asked, processes, places, officer, policy, topics: topics.filter(({ active }) => active), indicators: catalogue.map(({ indicator }) => ({ key: indicator.key, name: indicator.shortName[language] || indicator.name[language] })),
      chosen: processes.find(({ slug }) => slug === asked.query.get('process'))?.slug ?? '', draft: draft === undefined ? null : { secret, draft },
    })
  },
  accepts: proposalForm,
})
const reviewPage = page<ReviewInput>({
  path: reviewPath(':secret'), may: read, mayPost: takePart, behindLink: 'yes',
  get: async ({ reader, language }, asked) => {
    const secret = secretOf(asked.params.secret)
    const draft = secret === '' ? undefined : await findDraft(reader, secret)
    if (draft === undefined) return notFound
    if (draft.sentAs !== null) return see(sentPath(draft.sentAs))
    const [topics, places, process, alike] = await Promise.all([listTopics(reader), placesOf(reader, language), findProcess(reader, { slug: draft.input.process, who: 'everyone' }), listAlike(reader, draft.input)])
    return reviewScreen({ language, asked, secret, draft, topics, alike, place: places.find(({ code }) => code === draft.input.municipality) ?? null, call: process?.title[language] ?? '' })
  },
  accepts: reviewForm,
  post: async (visit, input, asked) => {
    const secret = secretOf(asked.params.secret)
    const letters = await from(visit.writer.reader, asked.origin)
    if (input.does === 'support') {
      const draft = await findDraft(visit.writer.reader, secret)
      if (draft === undefined || draft.input.email === '') return notFound
      return (await askVoice(visit, { number: input.number, from: letters, does: 'support', email: draft.input.email })) === 'asked' ? see(letterSentPath) : notFound
    }
    const sent = await sendDraft(visit, { secret, from: letters })
    if (sent.ok) return see(sentPath(sent.number))
    return sent.why === 'notFound' ? notFound : problems([{ field: '', text: sent.why === 'closed' ? say('Срокът мина, докато пишехте. Думите ви са тук.', 'The call ended while you were writing. Your words are here.') : say('Липсва имейл. Натиснете „Променете нещо“.', 'The e-mail address is missing. Press “Change something”.') }])
  },
})
const withContribution = async (reader: Reader, number: string | undefined): Promise<Contribution | undefined> => {
  const which = parseNumber(number)
  return which === undefined ? undefined : findContribution(reader, which)
}
const sentPage = page({
  path: sentPath(':number'), may: read,
  get: async ({ reader, language }, asked) => {
    const it = await withContribution(reader, asked.params.number)
    return it === undefined ? notFound : sentScreen({ language, it, reader: it.state === 'inModeration' && it.assurance === 'unconfirmed' ? 'anonymous' : 'author' })
  },
})
const supportPage = page<VoiceInput>({
  path: supportPath(':number'), may: read, mayPost: takePart, quiet: 'yes',
  get: async ({ reader, language }, asked) => {
    const it = await withContribution(reader, asked.params.number)
    return it === undefined || !isShown(it.state) ? notFound : supportScreen({ language, asked, it, officer: await officerOf(reader) })
  },
  accepts: voiceForm,
  post: async (visit, input, asked) => {
    const number = parseNumber(asked.params.number)
    return number !== undefined && (await askVoice(visit, { number, from: await from(visit.writer.reader, asked.origin), ...input })) === 'asked' ? see(letterSentPath) : notFound
  },
})
const closed = say('По това предложение вече не се приемат доводи: има отговор, обединено е или срокът мина. Думите ви са тук.', 'Arguments on this proposal are no longer taken: it is answered, merged, or its call has ended. Your words are here.')
const arguePage = ({ policy }: { readonly policy: string }) => page<ArgumentInput>({
  path: arguePath(':number'), may: read, mayPost: takePart, quiet: 'yes',
  get: async ({ reader, language }, asked) => {
    const it = await withContribution(reader, asked.params.number)
    return it === undefined || !isShown(it.state) ? notFound : argueScreen({ language, asked, it, policy, officer: await officerOf(reader) })
  },
  accepts: argumentForm,
  post: async (visit, input, asked) => {
    const it = await withContribution(visit.writer.reader, asked.params.number)
    if (it === undefined || !isShown(it.state)) return notFound
    const done = await askArgument(visit, { number: it.number, from: await from(visit.writer.reader, asked.origin), ...input })
    return done === 'asked' ? see(letterSentPath) : done === 'closed' ? problems([{ field: '', text: closed }]) : notFound
  },
})
const withdrawPage = page<{ readonly email: string }>({
  path: withdrawPath(':number'), may: read, mayPost: takePart, quiet: 'yes',
  get: async ({ reader, language }, asked) => {
    const it = await withContribution(reader, asked.params.number)
    return it === undefined ? notFound : withdrawScreen({ language, asked, it, officer: await officerOf(reader) })
  },
  accepts: emailForm,
  post: async (visit, { email }, asked) => {
    const number = parseNumber(asked.params.number)
    return number !== undefined && (await askWithdrawal(visit, { number, from: await from(visit.writer.reader, asked.origin), email })) === 'asked' ? see(letterSentPath) : notFound
  },
})
const letterSentPage = page({ path: letterSentPath, may: read, sameForAll: true, get: ({ language }) => letterSentScreen({ language }) })
const voicePage = page<'pressed'>({
  path: voicePath(':secret'), may: read, mayPost: takePart, behindLink: 'yes',
  get: async ({ reader, language, now }, asked) => {
    const secret = secretOf(asked.params.secret)
    const found = secret === '' ? undefined : await findVoice(reader, { secret, now })
    return voiceScreen({ language, asked, secret, found: found === undefined ? null : { purpose: found.purpose, number: found.it.number, title: found.title, argument: found.argument } })
  },
  accepts: pressed,
  post: async (visit, _, asked) => {
    const used = await useVoice(visit, { secret: secretOf(asked.params.secret), from: await from(visit.writer.reader, asked.origin) })
    if (used.ok) return see(contributionPath(used.number), `participation_notice_voice_${used.purpose}`)
    const words = speak('bg'), english = speak('en')
    if (used.why === 'notFound') return problems([])
    const why = { closed: 'participation_voice_closed', own: 'participation_voice_own', notAllowed: 'participation_voice_not_allowed' } as const
    return problems([{ field: '', text: { bg: words[why[used.why]](), en: english[why[used.why]]() } }])
  },
})
export const askingPages = ({ policy }: { readonly policy: string }): readonly Page[] => [page<ProposalSent>({ path: newPath, ...formPage({ policy }) }), page<ProposalSent>({ path: draftPath(':secret'), behindLink: 'yes', ...formPage({ policy }) }), reviewPage, sentPage, supportPage, arguePage({ policy }), withdrawPage, letterSentPage, voicePage]
