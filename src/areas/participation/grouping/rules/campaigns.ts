// Coordinated letters seen over time (ME4): texts that share most of their runs of three words are one cluster, led by the earliest.
// In the order of arrival each text joins the leader it shares most with, from 60 % of the shorter text's runs on, or leads itself.
import { toBareWords } from '#areas/participation/proposals/rules/alike.ts'

export type Arrived = { readonly id: string; readonly at: Date; readonly text: string; readonly author: string | null }
export type Campaign = {
  /** the earliest, which the others are like; then the others as they came */
  readonly members: readonly string[]
  readonly first: Date; readonly last: Date
  /** persons who wrote: a known author once, everybody unknown as one each */
  readonly persons: number
  readonly perDay: readonly { readonly day: string; readonly letters: number }[]
}
const shared = 0.6
const runsOf = (bare: string): ReadonlySet<string> => {
  const words = bare.slice(0, 6_000).split(' ')
  return words.length < 4 ? new Set([bare]) : new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`))
}
const dayIn = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Sofia' })

export const campaignsAmong = (letters: readonly Arrived[], { least }: { readonly least: number }): readonly Campaign[] => {
  const leaders: { readonly size: number; readonly members: Arrived[] }[] = []
  const ledBy = new Map<string, number[]>()
  for (const letter of letters.toSorted((one, other) => one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : 1))) {
    const bare = toBareWords(letter.text)
    if (bare === '') continue
    const runs = runsOf(bare)
    const common = new Map<number, number>()
    for (const run of runs) for (const leader of ledBy.get(run) ?? []) common.set(leader, (common.get(leader) ?? 0) + 1)
    let best = -1, share = 0
    for (const [leader, times] of common) { const part = times / Math.min(runs.size, leaders[leader]?.size ?? 1); if (part > share) [best, share] = [leader, part] }
    const joined = share >= shared ? leaders[best] : undefined
    if (joined !== undefined) { joined.members.push(letter); continue }
    for (const run of runs) { const known = ledBy.get(run); if (known === undefined) ledBy.set(run, [leaders.length]); else known.push(leaders.length) }
    leaders.push({ size: runs.size, members: [letter] })
  }
  return leaders.filter(({ members }) => members.length >= least).map(({ members }) => toCampaign(members)).sort((one, other) => other.members.length - one.members.length || one.first.getTime() - other.first.getTime())
}
const toCampaign = (members: readonly Arrived[]): Campaign => {
  const days = new Map<string, number>()
  for (const { at } of members) { const day = dayIn.format(at); days.set(day, (days.get(day) ?? 0) + 1) }
  const known = new Set(members.flatMap(({ author }) => (author === null ? [] : [author])))
  return {
    members: members.map(({ id }) => id), first: (members[0] as Arrived).at, last: (members.at(-1) as Arrived).at,
    persons: known.size + members.filter(({ author }) => author === null).length, perDay: [...days].map(([day, count]) => ({ day, letters: count })),
  }
}
