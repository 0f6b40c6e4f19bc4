// How inconsistent a pair comparison filled in at random is, by number of items: the measure of Saaty's consistency ratio. Simulated facts.
import type { Value } from '../reason.ts'

/** Mean consistency index of random matrices of 1 … 15 items, as listed by the package ahpsurvey (500,000 draws each; Saaty's own table is
 *  rounded and differs: 1.11 or 1.12 for five). */
const simulated = [
  0, 0, 0.5251686, 0.8836651, 1.1081014, 1.2492774, 1.3415514, 1.4048466, 1.4507197, 1.4857266, 1.5141022, 1.5356638, 1.5545925, 1.5703498, 1.5839958,
] as const
/** Undefined beyond 15 items: `out-of-domain`; of none: `too-few`. Worked: 5 → 1.1081014. */
export const randomIndex = (items: number): Value => (items < 1 ? 'too-few' : simulated[items - 1] ?? 'out-of-domain')
