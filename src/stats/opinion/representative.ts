// What a group stands for and what all agree on, from counts alone: also right for groups that a person made by hand.

export type Counts = { readonly agrees: Int32Array; readonly disagrees: Int32Array; /** all votes, passes too */ readonly votes: Int32Array }
export type Direction = 'agree' | 'disagree'
export type Side = { readonly p: number; /** z₁, against one half */ readonly z1: number; /** against all other groups together */ readonly ratio: number; readonly z2: number; /** r·z₂·p·z₁ */ readonly score: number }
export type Representative = { readonly statement: number; readonly direction: Direction; readonly side: Side; readonly qualifies: boolean; readonly bestAgreed: boolean }

/** 90 %, one-sided */
export const leastZ = 1.2816
const mostShown = 5

/** Votes of the rows with this group (or of all rows) on the untouched table. `values` row-major, NaN = not voted. */
export const countVotes = ({ values, rows, columns }: { readonly values: Float64Array; readonly rows: number; readonly columns: number }, isIn: (row: number) => boolean = () => true): Counts => {
  const agrees = new Int32Array(columns), disagrees = new Int32Array(columns), votes = new Int32Array(columns)
  for (let row = 0; row < rows; row += 1) {
    if (!isIn(row)) continue
    for (let column = 0, at = row * columns; column < columns; column += 1, at += 1) {
      const vote = values[at] as number
      if (Number.isNaN(vote)) continue
      votes[column] = (votes[column] as number) + 1
      if (vote > 0) agrees[column] = (agrees[column] as number) + 1
      else if (vote < 0) disagrees[column] = (disagrees[column] as number) + 1
    }
  }
  return { agrees, disagrees, votes }
}

/** Π over groups of (A + 1) ÷ (S + 2); against: the same with disagrees. Always between 0 and 1. No groups: 1, which says nothing.
 *  Worked: 8 of 10 agree in one group, 3 of 4 in the other → 9/12 · 4/6 = 0.5. */
export const groupInformedConsensus = (groups: readonly Counts[], direction: Direction): Float64Array =>
  Float64Array.from({ length: groups[0]?.votes.length ?? 0 }, (_, at) => groups.reduce((all, { agrees, disagrees, votes }) => all * (((direction === 'agree' ? agrees : disagrees)[at] as number) + 1) / ((votes[at] as number) + 2), 1))

/** p = (A + 1) ÷ (S + 2); z₁ = 2√(S + 1)·((A + 1) ÷ (S + 1) − ½); r = p ÷ p of the others; z₂ the difference of (A + 1) ÷ (S + 1) over its error
 *  from the pooled share, 0 where that is 1. The same with disagrees. Worked: 8 of 10 against 2 of 10 → p = 0.75, z₁ = 2.111, r = 3, z₂ = 2.569. */
export const sideOf = ({ own, others, at, direction }: { readonly own: Counts; readonly others: Counts; readonly at: number; readonly direction: Direction }): Side => {
  const key = direction === 'agree' ? 'agrees' : 'disagrees'
  const a = own[key][at] as number, s = own.votes[at] as number, ao = others[key][at] as number, so = others.votes[at] as number
  const p = (a + 1) / (s + 2), z1 = zOfHalf(a, s), ratio = p / ((ao + 1) / (so + 2))
  const n1 = s + 1, n2 = so + 1
  const pooled = (a + 1 + ao + 1) / (n1 + n2)
  const z2 = pooled >= 1 ? 0 : ((a + 1) / n1 - (ao + 1) / n2) / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
  return { p, z1, ratio, z2, score: ratio * z2 * p * z1 }
}
const zOfHalf = (a: number, s: number): number => 2 * Math.sqrt(s + 1) * ((a + 1) / (s + 1) - 0.5)

/** Up to five statements of a group: the best agreed one first, then those with z₁ and z₂ above 1.2816 by score; agrees before disagrees in the
 *  list. Without any: the best agreed, else the one with the largest z₂; never none while there is a statement with a vote.
 *  `hidden` statements (moderated out, meta) are left out. */
export const representativeOf = (own: Counts, others: Counts, hidden: Uint8Array = new Uint8Array(own.votes.length)): readonly Representative[] => {
  const open = Array.from(own.votes.keys()).filter((at) => hidden[at] !== 1)
  const all = open.map((at) => {
    const agree = sideOf({ own, others, at, direction: 'agree' }), disagree = sideOf({ own, others, at, direction: 'disagree' })
    const passes = ({ z1, z2 }: Side): boolean => z1 > leastZ && z2 > leastZ
    const direction: Direction = agree.z2 > disagree.z2 ? 'agree' : 'disagree'
    return { statement: at, agree, direction, side: direction === 'agree' ? agree : disagree, qualifies: passes(agree) || passes(disagree), isVoted: (own.agrees[at] as number) + (own.disagrees[at] as number) > 0 }
  })
  const best = bestAgreed(all)
  const asBest = best === null ? [] : [{ statement: best.statement, direction: 'agree' as const, side: best.agree, qualifies: best.qualifies, bestAgreed: true }]
  const others5 = all.filter((one) => one.qualifies && one !== best).sort((a, b) => b.side.score - a.side.score || a.statement - b.statement)
    .map(({ statement, direction, side }) => ({ statement, direction, side, qualifies: true, bestAgreed: false }))
  const chosen: readonly Representative[] = [...asBest, ...others5].slice(0, mostShown)
  if (chosen.length > 0) return [...chosen.filter(({ direction }) => direction === 'agree'), ...chosen.filter(({ direction }) => direction === 'disagree')]
  const voted = all.filter(({ statement }) => (own.votes[statement] as number) > 0)
  const [largest] = voted.sort((a, b) => b.side.z2 - a.side.z2 || a.statement - b.statement)
  return largest === undefined ? [] : [{ statement: largest.statement, direction: largest.direction, side: largest.side, qualifies: false, bestAgreed: false }]
}

/** The first must be clearly agreed, or agreed more than elsewhere by more than half; a later one must be more so. */
const bestAgreed = <One extends { readonly agree: Side; readonly isVoted: boolean }>(all: readonly One[]): One | null => {
  let best: One | null = null
  for (const one of all) {
    if (!one.isVoted) continue
    const { p, z1, ratio, score } = one.agree
    const isBetter: boolean = best === null ? z1 > leastZ || (ratio > 1 && p > 0.5) : best.agree.ratio > 1 ? score > best.agree.score : p * z1 > best.agree.p * best.agree.z1
    if (isBetter) best = one
  }
  return best
}

export type Agreed = { readonly statement: number; readonly p: number; readonly z: number; readonly score: number }
/** What more than half of all people say, clearly: p > ½ and z₁ > 1.2816, by p·z₁, five at most. */
export const consensusOf = (counts: Counts, direction: Direction, hidden: Uint8Array = new Uint8Array(counts.votes.length)): readonly Agreed[] =>
  Array.from(counts.votes.keys()).filter((at) => hidden[at] !== 1).map((at) => {
    const a = (direction === 'agree' ? counts.agrees : counts.disagrees)[at] as number, s = counts.votes[at] as number
    const p = (a + 1) / (s + 2), z = zOfHalf(a, s)
    return { statement: at, p, z, score: p * z }
  }).filter(({ p, z }) => p > 0.5 && z > leastZ).sort((a, b) => b.score - a.score || a.statement - b.statement).slice(0, mostShown)
