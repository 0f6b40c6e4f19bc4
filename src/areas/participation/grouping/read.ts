// Questions of grouping: what was merged into a contribution, its parts, what is like it, campaigns over time.
import type { Ref } from '#kernel/thread.ts'
import type { Reader } from '#store/handle.ts'
import { likenessOf, rarityAmong, toComparable } from '#areas/participation/proposals/rules/alike.ts'
import { listCandidates, listPublicOf, listWholeTree, listWritten } from '#areas/participation/proposals/read/together.ts'
import { isWholeAnswered, type Likeness, type Part } from './rules.ts'
import { campaignsAmong, type Campaign } from './rules/campaigns.ts'
import type { GroupingTables } from './tables.ts'

const tables = (reader: Reader) => reader.withTables<GroupingTables>()

export type Standing = { readonly id: string; readonly member: Ref; readonly target: Ref; readonly stateBefore: string; readonly at: Date; readonly why: string }
/** The merge that holds for this contribution; undefined: it is merged into none. */
export const findMerge = (reader: Reader, member: Ref): Promise<Standing | undefined> =>
  tables(reader).selectFrom('participation.merge').select(['id', 'member', 'target', 'stateBefore', 'at', 'why']).where('member', '=', member).where('undoneAt', 'is', null).executeTakeFirst()
/** Everything merged into a contribution, also by way of others, the oldest first. */
export const listMerged = listWholeTree

export const listParts = async (reader: Reader, whole: Ref): Promise<readonly Part[]> => {
  const found = await tables(reader).selectFrom('participation.part').select(['part', 'quote', 'position']).where('whole', '=', whole).orderBy('position').execute()
  const known = await listPublicOf(reader, found.map(({ part }) => part))
  return found.flatMap((one) => known.filter(({ id }) => id === one.part).map(({ number, title, state }) => ({ ...one, number, title, state })))
}
/** The contributions most like this one, across all channels, the likest first. Candidates share the rarest words; what is said of them is counted here. */
export const listAlike = async (reader: Reader, { text, not, least, most }: { readonly text: string; readonly not: Ref | null; readonly least: number; readonly most: number }): Promise<readonly Likeness[]> => {
  const candidates = await listCandidates(reader, { text, not, most: 120 })
  const one = toComparable(text), others = candidates.map((candidate) => toComparable(candidate.text))
  const rarity = rarityAmong([one, ...others])
  return candidates.map(({ text: _, ...candidate }, index) => ({ ...candidate, likeness: likenessOf({ one, other: others[index] ?? one, rarity }) }))
    .filter(({ likeness }) => likeness >= least).sort((first, second) => second.likeness - first.likeness).slice(0, most)
}
/** Coordinated letters among the last ones of a process, or of all. */
export const listCampaigns = async (reader: Reader, { since, least }: { readonly since: Date; readonly least: number }): Promise<readonly Campaign[]> =>
  campaignsAmong(await listWritten(reader, { since, most: 5_000 }), { least })
/** Parts that keep a whole from being answered: those without an answer of their own. */
export const listOpenParts = async (reader: Reader, wholes: readonly Ref[]): Promise<readonly { readonly whole: Ref; readonly part: Ref; readonly number: string }[]> => {
  if (wholes.length === 0) return []
  const parts = await tables(reader).selectFrom('participation.part').select(['part', 'whole']).where('whole', 'in', [...wholes]).execute()
  const known = await listPublicOf(reader, parts.map(({ part }) => part))
  return parts.flatMap(({ part, whole }) => known.filter((one) => one.id === part && !isWholeAnswered([one])).map(({ number }) => ({ whole, part, number })))
}
