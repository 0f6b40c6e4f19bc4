// The pages to merge, undo, split and see campaigns. What is like a text is shown on its own page, which is moderation's.
import { sayDayIn } from '#kernel/day.ts'
import { notFound, see, type Asked } from '#kernel/answer.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { getLetterFrom } from '#areas/people/settings/read.ts'
import { campaignsPath, handlingPath, mergePath, splitPath } from '#areas/participation/moderation/rules.ts'
import { findHandled, type Handled } from '#areas/participation/proposals/read/inbox.ts'
import { listPublicOf } from '#areas/participation/proposals/read/together.ts'
import { isShown, parseNumber, type ContributionState } from '#areas/participation/proposals/rules.ts'
import { worthShowing } from '#areas/participation/proposals/rules/alike.ts'
import { page, type ReadVisit, type WriteVisit } from '#store/visit.ts'
import { mergeForm, splitForm } from './forms.ts'
import { findMerge, listAlike, listCampaigns, listMerged, listParts } from './read.ts'
import { mergeScreen } from './views/merge.tsx'
import { campaignsScreen, splitScreen } from './views/split.tsx'
import { gather, merge, split, undo } from './write.ts'

const moderate = permissions['participation.moderate']
const fromOf = ({ writer }: WriteVisit, asked: Asked) => getLetterFrom(writer.reader, { origin: asked.origin ?? '' })
const find = async (reader: ReadVisit['reader'], asked: Asked): Promise<Handled | undefined> => {
  const number = parseNumber(asked.params.number)
  return number === undefined ? undefined : findHandled(reader, { number })
}
const likeIt = (reader: ReadVisit['reader'], it: Handled, most: number) => listAlike(reader, { text: `${it.title}\n${it.text}`, not: it.id, least: worthShowing, most })

const mergePage = page({
  path: mergePath(':number'), may: moderate,
  get: async ({ reader, language }, asked) => {
    const it = await find(reader, asked)
    if (it === undefined) return notFound
    // Withdrawn or hidden meanwhile: its own page says so.
    if (!isShown(it.state as ContributionState)) return see(handlingPath(it.number))
    const [merged, standing, similar] = await Promise.all([listMerged(reader, it.id), findMerge(reader, it.id), it.mergedInto === null ? likeIt(reader, it, 30) : []])
    const [target] = standing === undefined ? [] : await listPublicOf(reader, [standing.target])
    return mergeScreen({
      language, asked, it: { number: it.number, title: it.title || it.number, text: it.text, language: it.language, state: it.state, supports: it.supports }, mergedInto: target ?? null,
      similar: similar.filter(({ state }) => state !== 'merged'), merged: merged.map((one) => ({ ...one, isDirect: one.mergedInto === it.id ? 'yes' : 'no' })),
    })
  },
  accepts: mergeForm,
  post: async (visit, input, asked) => {
    const number = parseNumber(asked.params.number), from = await fromOf(visit, asked)
    if (number === undefined) return notFound
    if (input.does === 'undo') return undo(visit, { member: input.member, from })
    return input.does === 'gather' ? gather(visit, { members: input.members, target: number, why: input.why, from }) : merge(visit, { member: number, target: input.target, why: input.why, from })
  },
})
const splitPage = page({
  path: splitPath(':number'), may: moderate,
  get: async ({ reader, language }, asked) => {
    const it = await find(reader, asked)
    return it === undefined || it.textPublic === '' ? notFound : splitScreen({ language, asked, it: { number: it.number, title: it.titlePublic, text: it.textPublic, language: it.language }, parts: await listParts(reader, it.id) })
  },
  accepts: splitForm,
  post: async (visit, input, asked) => {
    const number = parseNumber(asked.params.number)
    return number === undefined ? see(campaignsPath) : split(visit, { number, input })
  },
})
const campaignDays = 90
const campaignsPage = page({
  path: campaignsPath, may: moderate,
  get: async ({ reader, language, now }) => {
    const campaigns = await listCampaigns(reader, { since: new Date(now.getTime() - campaignDays * 86_400_000), least: 5 })
    const leaders = await Promise.all(campaigns.slice(0, 20).map(({ members }) => findHandled(reader, { id: members[0] ?? '' })))
    return campaignsScreen({ language, days: campaignDays, sayDay: (at) => sayDayIn(at, language), campaigns: campaigns.slice(0, 20).flatMap((campaign, index) => { const it = leaders[index]; return it === undefined ? [] : [{ campaign, number: it.number, title: it.title || it.number, text: it.text.length > 500 ? `${it.text.slice(0, 500)} …` : it.text, lang: it.language }] }) })
  },
})
export const pages = [campaignsPage, mergePage, splitPage]
