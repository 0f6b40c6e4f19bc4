// How related two activities are, judged by the regions that have both. Not a claim of cause, and not of trade between them.
import { diversityOf, type Presence } from './presence.ts'

export const forms = ['proximity', 'association', 'cosine', 'jaccard', 'probability', 'continuous'] as const
export type RelatednessForm = (typeof forms)[number]
/** `counts` (row-major, activities × activities): regions that have both. The diagonal is not used. */
export type Cooccurrence = { readonly counts: Float64Array; readonly activities: number }

/** Regions that have both, for every pair, by bits: 32 regions at a time. Zero on the diagonal. Worked: rows 1 1 and 1 0 → 1 for the pair. */
export const cooccurrenceOf = ({ has, regions, activities }: Presence): Cooccurrence => {
  const words = Math.ceil(regions / 32)
  const bits = new Int32Array(activities * words)
  for (let r = 0; r < regions; r += 1) {
    for (let i = 0; i < activities; i += 1) if (has[r * activities + i] === 1) bits[i * words + (r >> 5)] = (bits[i * words + (r >> 5)] as number) | (1 << (r & 31))
  }
  const counts = new Float64Array(activities * activities)
  for (let i = 0; i < activities; i += 1) {
    for (let j = i + 1; j < activities; j += 1) {
      let both = 0
      for (let w = 0; w < words; w += 1) {
        let x = (bits[i * words + w] as number) & (bits[j * words + w] as number)
        x -= (x >>> 1) & 0x55555555
        x = (x & 0x33333333) + ((x >>> 2) & 0x33333333)
        both += (Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24)
      }
      counts[i * activities + j] = both
      counts[j * activities + i] = both
    }
  }
  return { counts, activities }
}

/** Proximity φ_ij = regions with both ÷ max(k_i, k_j), the smaller of the two conditional probabilities; 1 on the diagonal (Hidalgo et al. 2007).
 *  0 ÷ 0 → 0. Worked: 2 regions have both, 4 and 3 have each → 0.5. */
export const proximityOf = ({ counts, activities }: Cooccurrence, ubiquity: Float64Array): Float64Array => {
  const phi = new Float64Array(counts.length)
  for (let i = 0; i < activities; i += 1) {
    for (let j = 0; j < activities; j += 1) {
      const most = Math.max(ubiquity[i] as number, ubiquity[j] as number)
      phi[i * activities + j] = most === 0 ? 0 : i === j ? 1 : (counts[i * activities + j] as number) / most
    }
  }
  return phi
}

/** The forms on counts C with a zero diagonal, S_i = Σ_j C_ij, T = Σ C. association (C/T) ÷ ((S_i/T)(S_j/T)); cosine C ÷ √(S_i S_j); Jaccard C ÷ (S_i +
 *  S_j − C); probability C ÷ {[(S_i/T)(S_j/(T−S_i)) + (S_j/T)(S_i/(T−S_j))]·T/2} (after Steijn 2017). 0 ÷ 0 → 0. Worked: three
 *  activities, C = 2, 1, 0 for the pairs 12, 13, 23 (S = 3, 2, 1, T = 6): pair 12 association 2, cosine 0.8165, Jaccard 0.6667. */
export const normalisedCounts = ({ counts, activities }: Cooccurrence, form: 'association' | 'cosine' | 'jaccard' | 'probability'): Float64Array => {
  const sums = new Float64Array(activities)
  for (let i = 0; i < activities; i += 1) for (let j = 0; j < activities; j += 1) if (i !== j) sums[i] = (sums[i] as number) + (counts[i * activities + j] as number)
  const T = sums.reduce((all, one) => all + one, 0)
  const phi = new Float64Array(counts.length)
  for (let i = 0; i < activities; i += 1) {
    for (let j = 0; j < activities; j += 1) {
      if (i === j) continue
      const C = counts[i * activities + j] as number, a = sums[i] as number, b = sums[j] as number
      const below = form === 'association' ? (a * b) / T : form === 'cosine' ? Math.sqrt(a * b) : form === 'jaccard' ? a + b - C
        : (((a / T) * (b / (T - a)) + (b / T) * (a / (T - b))) * T) / 2
      const value = C / below
      phi[i * activities + j] = C === 0 || !Number.isFinite(value) ? 0 : value
    }
  }
  return phi
}

/** (1 + correlation of two columns of location quotients) ÷ 2, over the regions that have both quotients: no cut at 1. A column without spread, or
 *  fewer than two regions: 0, also on the diagonal. Worked: columns 1, 2, 3 and 3, 2, 1 → 0. */
export const continuousRelatedness = ({ quotients, regions, activities }: { readonly quotients: Float64Array; readonly regions: number; readonly activities: number }): Float64Array => {
  const phi = new Float64Array(activities * activities)
  const columns = Array.from({ length: activities }, (_, i) => Float64Array.from({ length: regions }, (_, r) => quotients[r * activities + i] as number))
  const scales = columns.map((column) => column.reduce((most, one) => (Number.isNaN(one) ? most : Math.max(most, Math.abs(one))), 0))
  for (let i = 0; i < activities; i += 1) {
    for (let j = i; j < activities; j += 1) {
      const a = columns[i] as Float64Array, b = columns[j] as Float64Array, u = scales[i] as number, v = scales[j] as number
      let n = 0, meanA = 0, meanB = 0
      for (let r = 0; r < regions; r += 1) { const x = a[r] as number, y = b[r] as number; if (!Number.isNaN(x) && !Number.isNaN(y)) { n += 1; meanA += x / u; meanB += y / v } }
      meanA /= n; meanB /= n
      let both = 0, ownA = 0, ownB = 0
      for (let r = 0; r < regions; r += 1) {
        const x = (a[r] as number) / u - meanA, y = (b[r] as number) / v - meanB
        if (!Number.isNaN(x) && !Number.isNaN(y)) { both += x * y; ownA += x * x; ownB += y * y }
      }
      const value = n > 1 && ownA > 1e-28 && ownB > 1e-28 ? (1 + Math.max(-1, Math.min(1, both / Math.sqrt(ownA) / Math.sqrt(ownB)))) / 2 : 0
      phi[i * activities + j] = value
      phi[j * activities + i] = value
    }
  }
  return phi
}

/** One of the forms from presence; the continuous one needs quotients instead: see above. */
export const relatednessOf = (presence: Presence, form: Exclude<RelatednessForm, 'continuous'>): Float64Array => {
  const counts = cooccurrenceOf(presence)
  return form === 'proximity' ? proximityOf(counts, diversityOf(presence).ubiquity) : normalisedCounts(counts, form)
}
