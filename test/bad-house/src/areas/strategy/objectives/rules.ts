// Innocent: the other half of a circle of topics.
import { finding } from '#areas/strategy/findings/rules.ts'
export const objective = finding
