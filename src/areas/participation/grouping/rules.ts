// The nouns of grouping, and what may be merged or split. Whether two texts are alike is asked of proposals/rules/alike.
import type { Problem } from '#kernel/result.ts'
import type { Ref } from '#kernel/thread.ts'

export type SplitInput = { readonly parts: readonly { readonly title: string; readonly quote: string }[] }
export const mostParts = 6
export type Likeness = { readonly id: Ref; readonly number: string; readonly title: string; readonly language: string; readonly channel: string; readonly state: string; readonly likeness: number }
export type Part = { readonly part: Ref; readonly number: string; readonly title: string; readonly quote: string; readonly position: number; readonly state: string }

const mergeable = ['published', 'underConsideration', 'answered', 'outcomeKnown']
type Standing = { readonly id: string; readonly number: string; readonly state: string }
/** Why one may not be laid to the other; undefined: it may. `targetRoot` is where the target itself was merged to. */
export const lacksForMerge = ({ member, target, targetRoot }: { readonly member: Standing; readonly target: Standing; readonly targetRoot: string }): Problem | undefined => {
  const say = (bg: string, en: string): Problem => ({ field: 'target', text: { bg, en } })
  if (member.id === target.id) return say(`${member.number} не може да се обедини със себе си.`, `${member.number} cannot be merged with itself.`)
  if (targetRoot === member.id) return say(`${target.number} вече е обединено в ${member.number}. Върнете онова обединяване или изберете друго.`, `${target.number} is already merged into ${member.number}. Undo that merge or choose another.`)
  if (member.state === 'merged') return say(`${member.number} вече е обединено. Първо върнете обединяването.`, `${member.number} is already merged. Undo that first.`)
  if (!mergeable.includes(member.state)) return say(`${member.number} още не е публикувано или е оттеглено. Първо го публикувайте.`, `${member.number} is not published yet, or withdrawn. Publish it first.`)
  if (target.state === 'merged') return say(`${target.number} вече е обединено в друго. Напишете номера на онова.`, `${target.number} is itself merged into another. Write the number of that one.`)
  if (!mergeable.includes(target.state)) return say(`${target.number} още не е публикувано или е оттеглено.`, `${target.number} is not published yet, or withdrawn.`)
  return undefined
}
/** Parts quote the original word for word, at least two of them. */
export const lacksForSplit = ({ text, quotes }: { readonly text: string; readonly quotes: readonly string[] }): readonly Problem[] => {
  const bare = (words: string): string => words.replace(/\s+/g, ' ').trim()
  return [
    ...(quotes.length < 2 ? [{ field: 'quote_2', text: { bg: 'Разделянето има поне две части.', en: 'A split has at least two parts.' } }] : []),
    ...quotes.flatMap((quote, index) => (bare(text).includes(bare(quote)) ? [] : [{ field: `quote_${index + 1}`, text: { bg: 'Тези думи не стоят така в публичния текст. Копирайте пасажа от него.', en: 'These words do not stand like this in the public text. Copy the passage from it.' } }])),
  ]
}
/** The original is answered only when all its parts are. */
export const isWholeAnswered = (parts: readonly Pick<Part, 'state'>[]): boolean => parts.length > 0 && parts.every(({ state }) => state === 'answered' || state === 'outcomeKnown' || state === 'withdrawn' || state === 'notPublished')
