// From answers to tables: how many, which part, how sure, weighted beside unweighted, and what is hidden because it would tell of
// few people (stats/suppression). null is hidden. Pure; every number on a page, in a file and in a chart comes from here.
import { hideSmall, hideSmallCross, leastShown } from '#stats/suppression.ts'
import { stratumWeights, weightedShare } from '#stats/stratum-weights.ts'
import { wilson, type ShareInterval } from '#stats/wilson.ts'
import type { Answer, Answers } from './answers.ts'
import { codesOf, type Choice, type Question } from './questions.ts'
import { sectors, type BySector, type Response, type Sector } from './survey.ts'

export type Line = { readonly code: string; readonly count: number | null; readonly interval: ShareInterval | null; readonly weighted: number | null }
/** One list of answers. `answered`: how many, null when so few that even this is hidden. */
export type Tally = { readonly answered: number | null; readonly passed: number | null; readonly lines: readonly Line[] }
export type Result =
  | (Tally & { readonly kind: 'choices'; readonly mean: number | null })
  | { readonly kind: 'grid'; readonly rows: readonly (Tally & { readonly row: string })[] }
  | { readonly kind: 'number'; readonly answered: number | null; readonly passed: number | null; readonly mean: number | null; readonly median: number | null }
  /** `lines` are who put it first */
  | (Tally & { readonly kind: 'rank'; readonly places: readonly { readonly code: string; readonly ranked: number | null; readonly meanPlace: number | null }[] })
  | { readonly kind: 'text'; readonly answered: number | null; readonly passed: number | null }
export type Counted = Pick<Response, 'answers' | 'sector'>

/** Answers that count: sent off or left half-way, but not those beyond a full group. */
export const counted = (responses: readonly Response[]): readonly Response[] => responses.filter(({ beyondQuota }) => beyondQuota === 'no')
const shown = (count: number): number | null => (count < leastShown ? null : count)
const isPassed = (answer: Answer | undefined): boolean => answer !== undefined && 'passed' in answer
/** What one answer chose, as codes; null when the question was not answered. */
const chosen = (question: Question, answer: Answer | undefined): readonly string[] | null => {
  if (answer === undefined || 'passed' in answer) return null
  if (question.kind === 'scale') return 'number' in answer ? [String(answer.number)] : null
  return 'codes' in answer ? (question.kind === 'rank' ? answer.codes.slice(0, 1) : answer.codes) : null
}
/** The codes a table of this question has; of a place those that were named. */
export const codesFor = (question: Question, responses: readonly { readonly answers: Answers }[]): readonly string[] => (question.kind === 'place'
  ? [...new Set(responses.flatMap(({ answers }) => chosen(question, answers[question.key]) ?? []))].sort() : codesOf(question).map(({ code }) => code))

type Picks = readonly { readonly codes: readonly string[]; readonly sector: Sector | null }[]
type Tallying = { readonly codes: readonly string[]; readonly exclusive: 'yes' | 'no'; readonly sizes: BySector }
/** `exclusive`: each person chose one, so the counts add up and one can be told from the others. Else each answer stands against not choosing it. */
const tally = (picks: Picks, { codes, exclusive, sizes }: Tallying): { readonly lines: readonly Line[]; readonly answered: number | null; readonly hidden: number } => {
  const n = picks.length
  const counts = codes.map((code) => picks.filter((pick) => pick.codes.includes(code)).length)
  const list = exclusive === 'yes' ? hideSmall(counts).cells : counts.map((count) => hideSmall([count, n - count]).cells[0] === true)
  const hidden = n < leastShown ? codes.map(() => true) : list
  const weighted = weigh(picks, { codes, exclusive, sizes })
  const lines = codes.map((code, at): Line => {
    const count = counts[at] ?? 0
    return hidden[at] ? { code, count: null, interval: null, weighted: null } : { code, count, interval: wilson({ count, of: n }), weighted: weighted?.[at] ?? null }
  })
  return { lines, answered: shown(n), hidden: hidden.filter(Boolean).length }
}
/** Weighted shares; one is left out where, beside the plain count, it would tell what a hidden cell of its group holds: with one
 *  or two hidden groups the two sums would solve them, so none or at least three may be hidden. */
const weigh = (picks: Picks, { codes, exclusive, sizes }: Tallying): readonly (number | null)[] | null => {
  const groups = sectors.map((key) => ({ key, people: sizes[key] ?? 0, picks: picks.filter(({ sector }) => sector === key) })).filter((group) => group.picks.length > 0)
  if (groups.length < 2 || picks.some(({ sector }) => sector === null)) return null
  const weights = stratumWeights(groups.map((group) => ({ key: group.key, people: group.people, answered: group.picks.length })))
  if (weights === null) return null
  const countIn = (group: (typeof groups)[number], code: string): number => group.picks.filter((pick) => pick.codes.includes(code)).length
  const whole = exclusive === 'yes' ? hideSmallCross(codes.map((code) => groups.map((group) => countIn(group, code)))) : null
  return codes.map((code, at) => {
    const counts = groups.map((group) => countIn(group, code))
    const rows = whole?.cells[at] ?? hideSmallCross([counts, groups.map((group, g) => group.picks.length - (counts[g] ?? 0))]).cells[0] ?? []
    const hidden = rows.filter(Boolean).length
    return hidden === 1 || hidden === 2 ? null : weightedShare(groups.map((group, g) => ({ weight: weights[g]?.weight ?? 0, count: counts[g] ?? 0, answered: group.picks.length })))
  })
}
const mean = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0) / list.length
const median = (list: readonly number[]): number => {
  const sorted = [...list].sort((a, b) => a - b), half = sorted.length / 2
  return Number.isInteger(half) ? ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2 : (sorted[Math.floor(half)] ?? 0)
}
const numbersOf = (question: Question, responses: readonly { readonly answers: Answers }[]): readonly number[] =>
  responses.flatMap(({ answers }) => { const answer = answers[question.key]; return answer !== undefined && 'number' in answer ? [answer.number] : [] })

export const resultOf = (question: Question, { responses, sizes = {} }: { readonly responses: readonly Counted[]; readonly sizes?: BySector }): Result => {
  const passed = shown(responses.filter(({ answers }) => isPassed(answers[question.key])).length)
  const picks: Picks = responses.flatMap(({ answers, sector }) => { const codes = chosen(question, answers[question.key]); return codes === null ? [] : [{ codes, sector }] })
  const codes = codesFor(question, responses)
  switch (question.kind) {
    case 'one': case 'place': case 'many': {
      const { lines, answered } = tally(picks, { codes, exclusive: question.kind === 'many' ? 'no' : 'yes', sizes })
      return { kind: 'choices', answered, passed, lines, mean: null }
    }
    case 'scale': {
      const { lines, answered, hidden } = tally(picks, { codes, exclusive: 'yes', sizes })
      // The mean is one more sum over the steps: beside a hidden one it would help to work it out.
      return { kind: 'choices', answered, passed, lines, mean: hidden > 0 || answered === null ? null : mean(numbersOf(question, responses)) }
    }
    case 'grid': return {
      kind: 'grid',
      rows: question.rows.map(({ code: row }) => {
        const of: Picks = responses.flatMap(({ answers, sector }) => { const answer = answers[question.key]; const column = answer !== undefined && 'rows' in answer ? answer.rows[row] : undefined; return column === undefined ? [] : [{ codes: [column], sector }] })
        const { lines, answered } = tally(of, { codes, exclusive: 'yes', sizes })
        return { row, answered, passed, lines }
      }),
    }
    case 'number': {
      const numbers = numbersOf(question, responses)
      return { kind: 'number', answered: shown(numbers.length), passed, mean: numbers.length < leastShown ? null : mean(numbers), median: numbers.length < leastShown ? null : median(numbers) }
    }
    case 'rank': {
      const { lines, answered } = tally(picks, { codes, exclusive: 'yes', sizes })
      const places = codes.map((code) => {
        const at = responses.flatMap(({ answers }) => { const answer = answers[question.key]; const place = answer !== undefined && 'codes' in answer ? answer.codes.indexOf(code) : -1; return place < 0 ? [] : [place + 1] })
        return { code, ranked: shown(at.length), meanPlace: at.length < leastShown ? null : mean(at) }
      })
      return { kind: 'rank', answered, passed, lines, places }
    }
    case 'text': return { kind: 'text', passed, answered: shown(responses.filter(({ answers }) => { const answer = answers[question.key]; return answer !== undefined && 'text' in answer }).length) }
  }
}

/** What a table can be crossed by: the group of whoever answered, or a question with one answer. */
export type By = { readonly kind: 'sector' } | { readonly kind: 'question'; readonly question: Question }
export type CrossColumn = { readonly code: string; readonly answered: number | null }
export type Cross = {
  readonly columns: readonly CrossColumn[]
  /** `share` is the part of the column */
  readonly rows: readonly { readonly code: string; readonly all: number | null; readonly cells: readonly { readonly count: number | null; readonly share: number | null }[] }[]
  readonly answered: number | null
}
/** For numbers: a mean by group, where the group shows. */
export type CrossMeans = { readonly columns: readonly (CrossColumn & { readonly mean: number | null })[]; readonly answered: number | null }
const groupOf = (by: By, response: Counted): string | null => (by.kind === 'sector' ? response.sector : (chosen(by.question, response.answers[by.question.key])?.[0] ?? null))
export const mayCrossBy = (question: Question): boolean => question.kind === 'one' || question.kind === 'scale' || question.kind === 'place'
export const mayBeCrossed = (question: Question): boolean => mayCrossBy(question) || question.kind === 'many' || question.kind === 'rank'

/** One question by another; everybody in it answered both. */
export const crossOf = (question: Question, { by, responses }: { readonly by: By; readonly responses: readonly Counted[] }): Cross => {
  const people = responses.flatMap((response) => { const codes = chosen(question, response.answers[question.key]); const group = groupOf(by, response); return codes === null || group === null ? [] : [{ codes, group }] })
  const groups = by.kind === 'sector' ? sectors.filter((sector) => people.some(({ group }) => group === sector)) : codesFor(by.question, responses)
  const codes = codesFor(question, responses)
  const count = (code: string, group: string): number => people.filter((one) => one.group === group && one.codes.includes(code)).length
  const sizes = groups.map((group) => people.filter((one) => one.group === group).length)
  const counts = codes.map((code) => groups.map((group) => count(code, group)))
  const totals = hideSmall(sizes)
  const whole = question.kind === 'many' ? null : hideSmallCross(counts)
  // Of several answers each stands against not choosing it: its own table of two rows.
  const single = whole !== null ? [] : counts.map((row) => hideSmallCross([row, row.map((cell, g) => (sizes[g] ?? 0) - cell)]))
  const isTotalHidden = (g: number): boolean => whole?.columnTotals[g] ?? (totals.cells[g] === true || single.some((one) => one.columnTotals[g] === true))
  return {
    answered: shown(people.length),
    columns: groups.map((code, g) => ({ code, answered: isTotalHidden(g) ? null : (sizes[g] ?? 0) })),
    rows: codes.map((code, r) => {
      const isHidden = (g: number): boolean => whole?.cells[r]?.[g] ?? single[r]?.cells[0]?.[g] ?? true
      const isAllHidden = whole?.rowTotals[r] ?? single[r]?.rowTotals[0] ?? true
      return {
        code, all: isAllHidden ? null : (counts[r] ?? []).reduce((all, one) => all + one, 0),
        cells: groups.map((_, g) => {
          const cell = counts[r]?.[g] ?? 0, size = sizes[g] ?? 0
          return isHidden(g) ? { count: null, share: null } : { count: cell, share: isTotalHidden(g) || size === 0 ? null : cell / size }
        }),
      }
    }),
  }
}
export const crossMeansOf = (question: Question, { by, responses }: { readonly by: By; readonly responses: readonly Counted[] }): CrossMeans => {
  const people = responses.flatMap((response) => { const answer = response.answers[question.key]; const group = groupOf(by, response); return answer !== undefined && 'number' in answer && group !== null ? [{ number: answer.number, group }] : [] })
  const groups = by.kind === 'sector' ? sectors.filter((sector) => people.some(({ group }) => group === sector)) : codesFor(by.question, responses)
  const of = groups.map((group) => people.filter((one) => one.group === group).map(({ number }) => number))
  const { cells } = hideSmall(of.map(({ length }) => length))
  return { answered: shown(people.length), columns: groups.map((code, g) => ({ code, answered: cells[g] ? null : (of[g]?.length ?? 0), mean: cells[g] ? null : mean(of[g] ?? []) })) }
}
/** Names of codes as people read them, by question; `places` are named by who knows them. */
export const namesOf = (question: Question, places: readonly Choice[]): ReadonlyMap<string, Choice> => new Map((question.kind === 'place' ? places : codesOf(question)).map((choice) => [choice.code, choice]))
