// The list of comments as the national portal writes it after the end: title in capitals, „Коментар,Автор,Дата“, then a row per comment.
// Published words only. The passage a comment is about stands before it, because the three columns have no place for it.
import { toCsvFile } from '#kernel/csv.ts'
import type { Contribution } from '#areas/participation/proposals/rules.ts'
import type { AnchoredTo } from '../rules.ts'

type Listed = Pick<AnchoredTo, 'block' | 'quote'> & { readonly of: Pick<Contribution, 'text' | 'authorShown' | 'receivedOn'> }
export const commentsCsv = ({ title, comments }: { readonly title: string; readonly comments: readonly Listed[] }): string => toCsvFile([
  [`КОМЕНТАРИ КЪМ ОБЩЕСТВЕНА КОНСУЛТАЦИЯ „${title}“`.toUpperCase()], ['Коментар', 'Автор', 'Дата'],
  ...comments.map(({ block, quote, of }) => [`Точка ${block}${quote === '' ? '' : `, „${quote}“`}: ${of.text}`, of.authorShown ?? 'Анонимен', of.receivedOn.split('-').reverse().join('.')]),
], { separator: ',', mark: 'withMark' })
