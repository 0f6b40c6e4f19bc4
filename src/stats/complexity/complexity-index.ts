// Economic complexity of regions (ECI) and of activities (PCI): does the region make what few can make? Only from many regions: see `few`.
import { EigenvalueDecomposition, Matrix } from 'ml-matrix'
import type { Reason } from '../reason.ts'
import { diversityOf, type Presence } from './presence.ts'

/** `shared` — both minus the mean of ECI, divided by its population deviation, so that a region's ECI is the mean PCI of what it does · `own` — each by its own
 *  mean and sample deviation. */
export const scales = ['shared', 'own'] as const
export type ComplexityScale = (typeof scales)[number]
export type Complexity = {
  /** NaN for a region without activities, and an activity nobody has: they are dropped first */
  readonly regions: Float64Array; readonly activities: Float64Array
  /** the largest eigenvalues of K, the first of which is 1 */
  readonly eigenvalues: readonly number[]
  readonly side: 'regions' | 'activities'
}
/** Below so many regions the index is meaningless: take the PCI of EU or world data and `complexityFrom`. */
export const leastRegions = 50

/** K = D_r^−½ M D_i⁻¹ Mᵀ D_r^−½ (on the smaller side), u the eigenvector of its second eigenvalue λ, e = D_r^−½ u, PCI = D_i⁻¹Mᵀe, ECI = λe; the
 *  sign such that ECI goes with diversity. Undefined: fewer than three regions or activities left (`too-few`), a network that falls apart
 *  (`not-connected`: it would only mark the parts), all regions alike (`constant`), two directions as good as each other
 *  (`no-convergence`). Hausmann et al. 2014. Worked: four regions with 1110, 0110, 0011, 0001 → ECI falls from the first to the fourth. */
export const complexityIndex = (presence: Presence, scale: ComplexityScale): Complexity | Reason => {
  const { has, regions, activities } = presence
  const { diversity, ubiquity } = diversityOf(presence)
  const rows = Array.from(diversity, (_, at) => at).filter((at) => (diversity[at] as number) > 0)
  const columns = Array.from(ubiquity, (_, at) => at).filter((at) => (ubiquity[at] as number) > 0)
  if (rows.length < 3 || columns.length < 3) return 'too-few'
  if (!isConnected(presence, rows, columns)) return 'not-connected'
  const side = rows.length <= columns.length ? 'regions' : 'activities'
  const [own, others] = side === 'regions' ? [rows, columns] : [columns, rows]
  const [ownSize, otherSize] = side === 'regions' ? [diversity, ubiquity] : [ubiquity, diversity]
  const cell = side === 'regions' ? (a: number, b: number): number => has[a * activities + b] as number : (a: number, b: number): number => has[b * activities + a] as number
  const n = own.length
  const K = new Matrix(n, n)
  // Only what is there is added: for each of the others the pairs of its own.
  for (const b of others) {
    const holders: number[] = []
    own.forEach((a, at) => { if (cell(a, b) === 1) holders.push(at) })
    const part = 1 / (otherSize[b] as number)
    for (const x of holders) for (const y of holders) K.set(x, y, K.get(x, y) + part)
  }
  for (let x = 0; x < n; x += 1) for (let y = 0; y < n; y += 1) K.set(x, y, K.get(x, y) / Math.sqrt((ownSize[own[x] as number] as number) * (ownSize[own[y] as number] as number)))
  const found = new EigenvalueDecomposition(K, { assumeSymmetric: true })
  const order = found.realEigenvalues.map((_, at) => at).sort((a, b) => (found.realEigenvalues[b] as number) - (found.realEigenvalues[a] as number))
  const eigenvalues = order.map((at) => found.realEigenvalues[at] as number)
  const [, second, third] = eigenvalues as [number, number, number]
  if (second < 1e-12) return 'constant'
  if (second - third < 1e-10) return 'no-convergence'
  const vector = found.eigenvectorMatrix.getColumn(order[1] as number)
  const e = new Float64Array(side === 'regions' ? regions : activities).fill(Number.NaN)
  own.forEach((a, at) => { e[a] = (vector[at] as number) / Math.sqrt(ownSize[a] as number) })
  const pci = side === 'regions' ? meansOver(presence, e, 'activities') : e
  return { ...scaled({ eci: meansOver(presence, pci, 'regions'), pci, diversity, scale }), eigenvalues: eigenvalues.slice(0, 5), side }
}

/** ECI where PCI comes from elsewhere (EU or world data): the mean PCI over what the region has. Activities without PCI are left out; a region with none: NaN.
 *  Worked: PCI 1, −1, 2 and a region with the first and the third → 1.5. */
export const complexityFrom = (presence: Presence, pci: Float64Array): Float64Array => meansOver(presence, pci, 'regions')

const meansOver = ({ has, regions, activities }: Presence, values: Float64Array, of: 'regions' | 'activities'): Float64Array => {
  const sums = new Float64Array(of === 'regions' ? regions : activities), counts = new Float64Array(sums.length)
  for (let r = 0; r < regions; r += 1) {
    for (let i = 0; i < activities; i += 1) {
      const value = values[of === 'regions' ? i : r] as number, at = of === 'regions' ? r : i
      if (has[r * activities + i] !== 1 || Number.isNaN(value)) continue
      sums[at] = (sums[at] as number) + value
      counts[at] = (counts[at] as number) + 1
    }
  }
  return sums.map((sum, at) => (counts[at] === 0 ? Number.NaN : sum / (counts[at] as number)))
}
const known = (list: Float64Array): Float64Array => list.filter((one) => !Number.isNaN(one))
const meanOf = (list: Float64Array): number => list.reduce((all, one) => all + one, 0) / list.length
const deviationOf = (list: Float64Array, less: number): number => { const mean = meanOf(list); return Math.sqrt(list.reduce((all, one) => all + (one - mean) ** 2, 0) / (list.length - less)) }

const scaled = ({ eci, pci, diversity, scale }: { readonly eci: Float64Array; readonly pci: Float64Array; readonly diversity: Float64Array; readonly scale: ComplexityScale }) => {
  const mean = meanOf(known(eci)), width = deviationOf(known(eci), 0)
  let along = 0
  const meanDiversity = meanOf(diversity.filter((one) => one > 0))
  eci.forEach((one, at) => { if (!Number.isNaN(one)) along += (one - mean) * ((diversity[at] as number) - meanDiversity) })
  // Where diversity says nothing the first region that differs decides, so that the same input always gives the same sign.
  const sign = Math.abs(along) > 1e-9 * width ? Math.sign(along) : Math.sign(eci.find((one) => Math.abs(one - mean) > 1e-9 * width) as number)
  if (scale === 'shared') return { regions: eci.map((one) => (sign * (one - mean)) / width), activities: pci.map((one) => (sign * (one - mean)) / width) }
  const meanPci = meanOf(known(pci)), widthPci = deviationOf(known(pci), 1), widthEci = deviationOf(known(eci), 1)
  return { regions: eci.map((one) => (sign * (one - mean)) / widthEci), activities: pci.map((one) => (sign * (one - meanPci)) / widthPci) }
}

/** Whether one can walk from every region to every other over shared activities: what λ = 1 means, told exactly. */
const isConnected = ({ has, activities }: Presence, rows: readonly number[], columns: readonly number[]): boolean => {
  const seenRows = new Set([rows[0] as number]), seenColumns = new Set<number>(), waiting = [rows[0] as number]
  for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
    for (const column of columns) {
      if (has[row * activities + column] !== 1 || seenColumns.has(column)) continue
      seenColumns.add(column)
      for (const other of rows) if (has[other * activities + column] === 1 && !seenRows.has(other)) { seenRows.add(other); waiting.push(other) }
    }
  }
  return seenRows.size === rows.length && seenColumns.size === columns.length
}
