// From the problems a form came back with to what stands at its fields. Knows no form.
import type { Language } from '#kernel/language.ts'
import type { Problem } from '#kernel/result.ts'

/** The words beside one field, or undefined when nothing is wrong with it. */
export const errorOf = (asked: { readonly problems: readonly Problem[]; readonly field: string; readonly language: Language }): string | undefined =>
  asked.problems.find((problem) => problem.field === asked.field)?.text[asked.language]

/** The id of a field by its name: where a link in the error summary leads. */
export const toFieldId = (name: string): string => `field-${name.replaceAll(/[^\w-]/g, '-')}`
