// The proposals file of Decidim, both shapes: newer with taxonomies, votes and likes; older with category, scope, supports and
// endorsements. Nested names are written with a slash. Its author is whom the file names, never who brings the file.
import { fromHarmlessCell, toCsvFile } from '#kernel/csv.ts'
import { not, ok, type Problem, type Result } from '#kernel/result.ts'
import { type Incoming, parseCellDay, type ReadIn, type RowProblem, titleOf } from './incoming.ts'
import { contributionPath, type Contribution } from '#areas/participation/proposals/rules.ts'
import { toPlainWords } from './plain-words.ts'

type Words = Readonly<Record<string, string>>
export type DecidimProposal = {
  readonly id: string; readonly title: Words; readonly body: Words; readonly author: string | null
  /** category, scope or taxonomies, in words */
  readonly themes: readonly string[]
  readonly state: string; readonly answer: Words; readonly answeredAt: string; readonly votes: number; readonly comments: number
  readonly publishedAt: string; readonly url: string; readonly withdrawn: 'yes' | 'no'; readonly cost: string; readonly executionPeriod: string
}
export type DecidimShape = 'newer' | 'older'

const count = (text: string): number => (/^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : 0)
const isTrue = (text: string): boolean => /^(true|t|1|yes)$/i.test(text.trim())
const words = (heads: readonly string[], { row, name }: { readonly row: readonly string[]; readonly name: string }): Words => {
  const found: Record<string, string> = {}
  for (const [at, head] of heads.entries()) {
    const cell = toPlainWords(row[at] ?? '')
    if (cell === '') continue
    if (head === name) found[''] = cell
    else if (head.startsWith(`${name}/`) && /^[a-z]{2}(?:-[A-Za-z]{2,4})?$/.test(head.slice(name.length + 1))) found[head.slice(name.length + 1)] = cell
  }
  return found
}
const themeHead = /^(?:taxonomies|category|scope)(?:$|\/names?(?:\/|$)|\/\d+(?:\/|$)|\/[a-z]{2}$)/
const noHead: Problem = { field: 'file', text: {
  bg: 'Това не е файл с предложения от Decidim: не се виждат колоните id, title и body. Изтеглете „Proposals“ като CSV.',
  en: 'This is not a file of proposals of Decidim: the columns id, title and body are not there. Download “Proposals” as CSV.',
} }

export const readDecidimRows = (rows: readonly (readonly (string | number)[])[]): Result<{ readonly shape: DecidimShape; readonly proposals: readonly (DecidimProposal & { readonly row: number })[] }> => {
  const cells = rows.map((row) => row.map((cell) => fromHarmlessCell(String(cell).trim())))
  const heads = (cells[0] ?? []).map((head) => head.toLowerCase())
  const has = (name: string): boolean => heads.some((head) => head === name || head.startsWith(`${name}/`))
  if (!has('id') || !has('title') || !has('body')) return not(noHead)
  const at = (...names: readonly string[]): number => heads.findIndex((head) => names.includes(head))
  const places = {
    id: at('id'), author: at('author/name', 'author/names', 'authors/name'), state: at('state'), answeredAt: at('answered_at'), votes: at('votes', 'votes/total_count', 'supports', 'supports/total_count', 'votes_count'), comments: at('comments', 'comments/total_count'),
    publishedAt: at('published_at', 'created_at'), url: at('url', 'reference_url'), withdrawn: at('withdrawn'), cost: at('cost'), executionPeriod: at('execution_period'),
  }
  const proposals = cells.slice(1).flatMap((row, index) => {
    if (row.every((cell) => cell === '')) return []
    const cell = (name: keyof typeof places): string => (places[name] < 0 ? '' : (row[places[name]] ?? ''))
    const state = cell('state')
    return [{
      row: index + 2, id: cell('id'), title: words(heads, { row, name: 'title' }), body: words(heads, { row, name: 'body' }), author: cell('author') || null,
      themes: [...new Set(heads.flatMap((head, place) => (themeHead.test(head) && !/(?:^|\/)id$/.test(head) ? (row[place] ?? '').split(/\s*[,|]\s*/) : [])).filter((theme) => theme !== ''))],
      state: state === '' ? 'not_answered' : state, answer: words(heads, { row, name: 'answer' }), answeredAt: cell('answeredAt'), votes: count(cell('votes')), comments: count(cell('comments')),
      publishedAt: cell('publishedAt'), url: cell('url'), withdrawn: isTrue(cell('withdrawn')) || state === 'withdrawn' ? 'yes' as const : 'no' as const, cost: cell('cost'), executionPeriod: cell('executionPeriod'),
    }]
  })
  return ok({ shape: has('supports') || has('category') || has('endorsements') ? 'older' : 'newer', proposals })
}
const inLanguage = (said: Words, language: string): string => said[language] ?? said.bg ?? said[''] ?? said.en ?? Object.values(said)[0] ?? ''
/** What of it is taken in here. Withdrawn ones are passed by and named. */
export const fromDecidim = (proposals: readonly (DecidimProposal & { readonly row: number })[], language: string): ReadIn => {
  const problems: RowProblem[] = [], rows: Incoming[] = []
  for (const one of proposals) {
    const text = inLanguage(one.body, language), title = inLanguage(one.title, language), day = parseCellDay(one.publishedAt.replace(/\s+[+-]\d{4}$|\s+UTC$/, ''))
    if (one.withdrawn === 'yes') continue
    if (text === '' && title === '') problems.push({ row: one.row, column: 'body', text: { bg: 'Няма нито заглавие, нито текст.', en: 'There is neither a title nor a text.' } })
    else if (day === undefined) problems.push({ row: one.row, column: 'published_at', text: { bg: `„${one.publishedAt}“ не е дата.`, en: `“${one.publishedAt}” is not a day.` } })
    else rows.push({ row: one.row, title: title || titleOf(text), text: text || title, author: one.author, email: null, municipality: null, sector: null, receivedOn: day, topics: one.themes, reference: one.url || one.id, counted: one.votes })
  }
  return { rows, problems }
}

/** Export → import is equal: the same proposals come back, whatever is in their words. */
export const toDecidimFile = (proposals: readonly DecidimProposal[]): string => {
  const spoken = [...new Set(proposals.flatMap(({ title, body, answer }) => [title, body, answer].flatMap((said) => Object.keys(said))))].filter((language) => language !== '').sort()
  const languages = spoken.length === 0 ? ['bg'] : spoken
  const per = (name: string): readonly string[] => languages.map((language) => `${name}/${language}`)
  const said = (all: Words): readonly string[] => languages.map((language) => all[language] ?? (language === languages[0] ? (all[''] ?? '') : ''))
  return toCsvFile([
    ['id', 'author/name', 'taxonomies', ...per('title'), ...per('body'), 'state', ...per('answer'), 'answered_at', 'votes', 'comments', 'published_at', 'url', 'withdrawn', 'cost', 'execution_period'],
    ...proposals.map((one) => [one.id, one.author ?? '', one.themes.join(', '), ...said(one.title), ...said(one.body), one.state, ...said(one.answer), one.answeredAt, one.votes, one.comments, one.publishedAt, one.url, one.withdrawn === 'yes' ? 'true' : 'false', one.cost, one.executionPeriod]),
  ], { separator: ';', mark: 'withMark' })
}

const stateOf = ({ state, decision }: Pick<Contribution, 'state' | 'decision'>): string =>
  decision === 'accepted' || decision === 'acceptedInPart' || decision === 'alreadySo' ? 'accepted' : decision !== null ? 'rejected' : state === 'underConsideration' ? 'evaluating' : 'not_answered'
/** Of a published contribution only what everybody may read; its author as agreed, its support as confirmed. */
export const toDecidim = (one: Contribution, { topics, origin }: { readonly topics: ReadonlyMap<string, string>; readonly origin: string }): DecidimProposal => ({
  id: one.number, title: { [one.language]: one.title }, body: { [one.language]: one.text }, author: one.authorShown, themes: one.topics.map((key) => topics.get(key) ?? key), state: stateOf(one), answer: {}, answeredAt: one.answeredAt?.toISOString().slice(0, 10) ?? '',
  votes: one.supports, comments: one.argumentsFor + one.argumentsAgainst, publishedAt: one.publishedAt?.toISOString().slice(0, 10) ?? one.receivedOn, url: `${origin}/bg${contributionPath(one.number)}`, withdrawn: 'no', cost: '', executionPeriod: '',
})
