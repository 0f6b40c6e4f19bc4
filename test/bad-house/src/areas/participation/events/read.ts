// Sin: wrong-tool. The outside world is not called while a question is open.
import { plain } from '#sources/plain.ts'
export const asked = plain
