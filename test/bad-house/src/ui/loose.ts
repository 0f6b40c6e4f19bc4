// Sin: loose-path. Another room is named by its name.
import { good } from '../kernel/good.ts'
export const loose = good
