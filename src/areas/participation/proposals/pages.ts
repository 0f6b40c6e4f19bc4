// The pages of proposals: the list and one under its number. What people ask without an account stands in pages/asking.ts,
// files for programs in pages/files.ts. Later topics show their part through `Later`, which the door fills.
import { dayIn } from '#kernel/day.ts'
import { notFound, see, type Html } from '#kernel/answer.ts'
import { speak } from '#kernel/speak.ts'
import { mayDo } from '#kernel/who.ts'
import { getAtlas, getHomeRegion } from '#areas/evidence/regions/read.ts'
import { listWithin, homeOf } from '#areas/evidence/regions/rules.ts'
import { indicatorPath } from '#areas/evidence/indicators/rules.ts'
import { listNames } from '#areas/evidence/datasets/read/names.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { findProcess, getProcess, listProcesses } from '#areas/participation/processes/read.ts'
import { isOpen, processPath } from '#areas/participation/processes/rules.ts'
import type { Language } from '#kernel/language.ts'
import type { Reader } from '#store/handle.ts'
import { walkThread } from '#store/thread.ts'
import { page, type Page, type ReadVisit } from '#store/visit.ts'
import { countByPlace } from './read/counts.ts'
import { countContributions, findByWords, listContributions } from './read/list.ts'
import { findContribution, listSteps, listTopics } from './read.ts'
import { listArguments, listAttachments, listHandCounts, listMergedInto, listVoiceCounts } from './read/voices.ts'
import { contributionPath, isShown, parseNumber, proposalsPath, type Contribution } from './rules.ts'
import { parseList, perPage } from './rules/list.ts'
import type { FileInput } from './rules/typed.ts'
import { fileForm } from './forms.ts'
import { openAttachment } from './write/support.ts'
import { listScreen } from './views/list.tsx'
import { proposalScreen } from './views/proposal.tsx'
import type { Place } from './views/parts.tsx'
import { askingPages } from './pages/asking.ts'
import { filePages } from './pages/files.ts'
import { ownPage } from './pages/own.ts'

/** What the page of one contribution leads to and shows of later topics: they may look at it, it may not look at them. */
export type Later = {
  readonly report: (number: string) => string
  readonly handling: (number: string) => string
  readonly policy: string
  readonly beside?: readonly ((visit: ReadVisit, it: Contribution) => Promise<Html | null>)[]
}
const read = permissions['public.read']

export const placesOf = async (reader: Reader, language: Language): Promise<readonly Place[]> => {
  const atlas = await getAtlas(reader)
  return listWithin(atlas, homeOf(atlas).code, 'municipality').map(({ code, name }) => ({ code, name: name[language] })).sort((a, b) => a.name.localeCompare(b.name, language))
}
const listPage = page({
  path: proposalsPath, may: read, sameForAll: true,
  get: async ({ reader, language, now }, query) => {
    const asked = parseList(query.query)
    const [words, process] = await Promise.all([asked.q === '' ? null : findByWords(reader, { words: asked.q, language }), asked.process === '' ? undefined : findProcess(reader, { slug: asked.process, who: 'everyone' })])
    const filter = {
      ...(asked.topic === '' ? {} : { topic: asked.topic }), ...(asked.municipality === '' ? {} : { municipality: asked.municipality }), ...(asked.sector === '' ? {} : { sector: asked.sector }),
      ...(asked.state === '' ? {} : { states: [asked.state] as const }), ...(process === undefined ? {} : { process: process.id }), ...(words === null ? {} : { ids: words.ids }),
    }
    const [list, { count, more }, topics, places, processes, byPlace, home] = await Promise.all([
      listContributions(reader, { ...filter, order: asked.order, limit: perPage, offset: (asked.page - 1) * perPage }), countContributions(reader, filter), listTopics(reader), placesOf(reader, language),
      listProcesses(reader, { who: 'everyone' }), countByPlace(reader), getHomeRegion(reader),
    ])
    return listScreen({
      language, asked, list, total: count, more, topics, places, home, byPlace, day: dayIn(now), ignored: words?.ignored ?? [],
      processes: processes.map(({ slug, title }) => ({ slug, title: title[language] })),
    })
  },
})
const onePage = (later: Later) => page<FileInput>({
  path: `${proposalsPath}/:number`, may: read, sameForAll: true, mayPost: permissions['participation.moderate'], accepts: fileForm,
  post: async (visit, { id, open }, query) => {
    const number = parseNumber(query.params.number)
    return number !== undefined && (await openAttachment(visit, { id, open })) === 'done' ? see(contributionPath(number), 'participation_notice_file_changed') : notFound
  },
  get: async (visit, query) => {
    const { reader, language, who, now } = visit
    const number = parseNumber(query.params.number)
    const it = number === undefined ? undefined : await findContribution(reader, number)
    if (it === undefined) return notFound
    const mayHandle = mayDo(who, permissions['participation.moderate']) || mayDo(who, permissions['participation.answer'])
    const [steps, topics, places, process, voices, hand, args, attachments, merged, into, earlier, later_, names] = await Promise.all([
      listSteps(reader, it.id), listTopics(reader), placesOf(reader, language), getProcess(reader, it.process), listVoiceCounts(reader, it.id), listHandCounts(reader, it.id), listArguments(reader, it.id),
      listAttachments(reader, { id: it.id, who: mayHandle ? 'staff' : 'everyone' }), listMergedInto(reader, it.id), it.mergedInto === null ? undefined : findContribution(reader, it.mergedInto),
      walkThread(reader, { from: it.id, toward: 'earlier', who: 'everyone', farthest: 1 }), walkThread(reader, { from: it.id, toward: 'later', who: 'everyone', farthest: 8 }),
      it.indicator === null ? undefined : listNames(reader, [it.indicator]),
    ])
    const beside = isShown(it.state) ? (await Promise.all((later.beside ?? []).map((draw) => draw(visit, it)))).filter((part) => part !== null) : []
    const toEnd = ({ thing, reason, passage }: (typeof earlier)[number]) => ({ kind: kindOf(thing.kind, language), title: thing.title[language], path: thing.path, ...(reason === '' ? {} : { why: reason }), ...(passage === null ? {} : { passage: passage.quote }) })
    const named = it.indicator === null ? undefined : names?.indicators.get(it.indicator)
    return proposalScreen({
      language, it, steps, topics, place: places.find(({ code }) => code === it.municipality) ?? null, voices, hand, arguments: args, attachments, merged, into: into === undefined ? null : { number: into.number, title: into.title },
      call: process.state === 'draft' ? null : { slug: process.slug, title: process.title[language], path: processPath(process.slug), open: isOpen(process, now) ? 'yes' : 'no' },
      indicator: it.indicator === null || named === undefined ? null : { name: named[language], path: indicatorPath(it.indicator) },
      restsOn: earlier.map(toEnd), usedBy: later_.map(toEnd), report: later.report(it.number), handling: mayHandle ? later.handling(it.number) : null, beside,
    })
  },
})
const kindOf = (kind: string, language: Language): string => {
  const say = speak(language)
  const names: Readonly<Record<string, () => string>> = { finding: say.participation_thing_finding, objective: say.participation_thing_objective, measure: say.participation_thing_measure, activity: say.participation_thing_activity, budgetLine: say.participation_thing_budget, target: say.participation_thing_target, report: say.participation_thing_report }
  return names[kind]?.() ?? say.participation_thing_other()
}
export const proposalPages = (later: Later): readonly Page[] => [listPage, ...filePages, ownPage, ...askingPages(later), onePage(later)]
