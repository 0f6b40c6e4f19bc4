// Sin: upward-arrow. People come before evidence.
import type { Good } from '#kernel/good.ts'
import { named } from '#areas/evidence/datasets/rules.ts'
export const greet = (good: Good): string => named(good)
