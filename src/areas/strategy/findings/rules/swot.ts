// SWOT and TOWS as views of the same findings, and which findings make one challenge. Pure.
import type { Finding, FindingKind, Theme } from '../rules.ts'
import { isForChallenge, swotKinds } from '../rules.ts'

export type Quadrant = { readonly kind: (typeof swotKinds)[number]; readonly findings: readonly Finding[] }
export const toSwot = (findings: readonly Finding[]): readonly Quadrant[] => swotKinds.map((kind) => ({ kind, findings: findings.filter((one) => one.kind === kind) }))

const inside: readonly FindingKind[] = ['strength', 'weakness'], outside: readonly FindingKind[] = ['opportunity', 'threat']
export const isInside = (kind: FindingKind): boolean => inside.includes(kind)
export const isOutside = (kind: FindingKind): boolean => outside.includes(kind)
export const isPairable = (own: FindingKind, other: FindingKind): boolean => isInside(own) && isOutside(other)
/** The four strategies of TOWS: SO grow, WO mend, ST defend, WT avoid. */
export const towsCells = [['strength', 'opportunity'], ['weakness', 'opportunity'], ['strength', 'threat'], ['weakness', 'threat']] as const
export type TowsCell = (typeof towsCells)[number]
export const towsName = ([own, other]: TowsCell): 'so' | 'wo' | 'st' | 'wt' => (own === 'strength' ? (other === 'opportunity' ? 'so' : 'st') : other === 'opportunity' ? 'wo' : 'wt')

/** Findings of one theme that are wanted, weak or threatening, two or more, and in no challenge yet: one challenge may follow.
 *  Worked: a need and a weakness about people → one; a strength and a weakness about people → none. */
export const deriveChallenges = (findings: readonly Finding[], grouped: ReadonlySet<string>): readonly { readonly theme: Theme; readonly findings: readonly Finding[] }[] => {
  const free = findings.filter((one) => isForChallenge(one.kind) && one.state !== 'withdrawn' && !grouped.has(one.id))
  return [...Map.groupBy(free, ({ theme }) => theme)].flatMap(([theme, some]) => (some.length < 2 ? [] : [{ theme, findings: some }]))
}
