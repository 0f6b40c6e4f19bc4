// How a part shows itself: each `<part>.examples.tsx` gives one of these; the catalogue, the tests and the pictures read them.
import type { Child } from 'hono/jsx'
import type { Bilingual, Language } from '#kernel/language.ts'

export type Example = {
  /** kebab-case, unique within the part: part of the address in the catalogue */
  readonly key: string
  readonly says: Bilingual
  /** drawn in either language; ids in it must be unique in the whole catalogue */
  readonly draw: (language: Language) => Child
}
export type PartExamples = {
  /** the part's file name */
  readonly part: string
  readonly title: Bilingual
  readonly says: Bilingual
  readonly examples: readonly Example[]
}
