// Sin: unresolved. What is written is what is on disk: the ending belongs to it.
import { good } from '#kernel/good'
export const same = good
