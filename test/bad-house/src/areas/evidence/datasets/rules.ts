// Innocent: a topic of an earlier area, shown to later ones.
import type { Good } from '#kernel/good.ts'
export const named = (good: Good): string => good.name
