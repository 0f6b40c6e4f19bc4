// Branded identifiers: an account's id is never taken for a dataset's.
export type Id<Kind extends string> = string & { readonly __id: Kind }
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** undefined when the text is not a lower-case uuid */
export const parseId = <Kind extends string>(text: string): Id<Kind> | undefined =>
  uuid.test(text) ? (text as Id<Kind>) : undefined
export const isId = (text: string | undefined): text is string => text !== undefined && uuid.test(text)
