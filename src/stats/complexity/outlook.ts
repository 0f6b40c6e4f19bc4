// What is within a region's reach (outlook), and which new activity would open most doors (gain). Both depend on where complexity has its zero.
import type { Presence } from './presence.ts'
import type { SelfRule } from './relatedness-density.ts'

/** COI_r = Σ_i ω_ri (1 − M_ri) PCI_i. Activities without density or complexity add nothing. After Hausmann et al. 2014. Worked: densities 0.5, 0.2 of
 *  two missing activities with complexity 1 and −1 → 0.3. */
export const outlook = ({ presence, density, complexity }: { readonly presence: Presence; readonly density: Float64Array; readonly complexity: Float64Array }): Float64Array => {
  const { has, regions, activities } = presence
  return Float64Array.from({ length: regions }, (_, r) => {
    let sum = 0
    for (let i = 0; i < activities; i += 1) {
      const part = (density[r * activities + i] as number) * (complexity[i] as number)
      if (has[r * activities + i] !== 1 && !Number.isNaN(part)) sum += part
    }
    return sum
  })
}

/** `code` — as the two public programs do · `atlas` — the printed text, which also takes away (1 − ω)·PCI. */
export const gainForms = ['code', 'atlas'] as const
export type GainForm = (typeof gainForms)[number]

/** COG_ri = (1 − M_ri) Σ_j (1 − M_rj) φ_ij PCI_j ÷ Σ_l φ_lj, minus (1 − ω_ri)·PCI_i in the Atlas form; 0 for what the region has. `self`: whether i is
 *  related to itself in the sums. Activities without complexity, or related to nothing, add nothing. Undefined in the Atlas form where density
 *  or complexity is: NaN. Worked: two activities, φ 0.5, complexity 1 and 2, neither here, self excluded → 2 and 1. */
export const outlookGain = ({ presence, phi, complexity, self, form, density }: {
  readonly presence: Presence; readonly phi: Float64Array; readonly complexity: Float64Array; readonly self: SelfRule; readonly form: GainForm; readonly density: Float64Array
}): Float64Array => {
  const { has, regions, activities } = presence
  const worth = new Float64Array(activities)
  for (let j = 0; j < activities; j += 1) {
    let below = 0
    for (let l = 0; l < activities; l += 1) if (self === 'included' || l !== j) below += phi[l * activities + j] as number
    const one = (complexity[j] as number) / below
    worth[j] = Number.isFinite(one) ? one : 0
  }
  const gain = new Float64Array(has.length)
  for (let r = 0; r < regions; r += 1) {
    const start = r * activities
    for (let j = 0; j < activities; j += 1) {
      if (has[start + j] === 1 || worth[j] === 0) continue
      const w = worth[j] as number, line = j * activities, own = gain[start + j] as number
      for (let i = 0; i < activities; i += 1) gain[start + i] = (gain[start + i] as number) + (phi[line + i] as number) * w
      if (self === 'excluded') gain[start + j] = own
    }
    for (let i = 0; i < activities; i += 1) {
      if (has[start + i] === 1) gain[start + i] = 0
      else if (form === 'atlas') gain[start + i] = (gain[start + i] as number) - (1 - (density[start + i] as number)) * (complexity[i] as number)
    }
  }
  return gain
}
