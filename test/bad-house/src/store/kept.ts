// Innocent: the kernel is below the store.
import { good } from '#kernel/good.ts'
export const kept = good
