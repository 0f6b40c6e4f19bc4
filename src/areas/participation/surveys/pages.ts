// The pages of surveys: for everybody the list, the answering and the results; for those who make them the rest.
import type { Page } from '#store/visit.ts'
import { answeringPages } from './pages/answering.ts'
import { makingPages } from './pages/making.ts'
import { resultPages } from './pages/results.ts'

/** Fixed addresses stand before those with a name in them. */
export const pages: readonly Page[] = [...makingPages, ...resultPages, ...answeringPages]
