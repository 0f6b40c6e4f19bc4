// From what indicators want of a dataset to what a reader is asked for, and back from a series read to whose it is.
// Not a check: an ambiguous or unknown filter is only told, the checks judge it.
import type { Want } from '#kernel/observation.ts'

export type Filter = Readonly<Record<string, readonly string[]>>

/** One fixed order, so that the same filter is found again: {"sex":["T"],"age":["TOTAL"]} → age=TOTAL&sex=T. */
export const filterText = (filter: Filter): string =>
  Object.keys(filter).sort().map((name) => `${name}=${[...(filter[name] ?? [])].sort().join('|')}`).join('&')
/** A catalogue writes one code as a text and several names of the same thing as a list. */
export const toFilter = (written: Readonly<Record<string, string | readonly string[]>>): Filter =>
  Object.fromEntries(Object.entries(written).map(([name, codes]) => [name, typeof codes === 'string' ? [codes] : codes]))

/** A frequency that a legacy file does not spell is not asked for. */
export const isOptionalDimension = (name: string): boolean => name === 'freq'

/** The codes to read: of every dimension that all filters name, whatever one of them names. */
export const wantOf = (filters: readonly Filter[]): Want => {
  const want: Record<string, Set<string>> = {}
  const [first, ...rest] = filters
  if (!first) return {}
  for (const name of Object.keys(first)) {
    if (isOptionalDimension(name) || !rest.every((filter) => filter[name])) continue
    want[name] = new Set(filters.flatMap((filter) => [...(filter[name] ?? [])]))
  }
  return want
}

const none: readonly never[] = []
/** Finds the wishes a series fulfils, by its key, with one look-up per set of dimensions. */
export class Matcher<Wish extends { readonly filter: Filter }> {
  private readonly names: readonly string[]
  private lastKey: Readonly<Record<string, string>> | undefined
  private lastFound: readonly Wish[] = none
  private readonly groups: readonly { readonly names: readonly string[]; readonly wishes: ReadonlyMap<string, readonly Wish[]> }[]

  constructor(wishes: readonly Wish[], dimensions: readonly string[]) {
    const groups = new Map<string, { names: readonly string[]; wishes: Map<string, Wish[]> }>()
    for (const wish of wishes) {
      const names = Object.keys(wish.filter).filter((name) => dimensions.includes(name) || !isOptionalDimension(name)).sort()
      const group = groups.get(names.join()) ?? { names, wishes: new Map() }
      groups.set(names.join(), group)
      for (const spelling of spellings(names.map((name) => wish.filter[name] ?? []))) {
        group.wishes.set(spelling, [...(group.wishes.get(spelling) ?? []), wish])
      }
    }
    this.groups = [...groups.values()]
    this.names = [...new Set(this.groups.flatMap((group) => group.names))]
  }
  /** Rows of a file mostly differ from the one before in their region only: then the answer is the same. */
  find(key: Readonly<Record<string, string>>): readonly Wish[] {
    const { lastKey } = this
    if (lastKey && this.names.every((name) => key[name] === lastKey[name])) return this.lastFound
    this.lastKey = key
    this.lastFound = this.groups.flatMap((group) => group.wishes.get(spell(group.names, key)) ?? none)
    return this.lastFound
  }
}
const spell = (names: readonly string[], key: Readonly<Record<string, string>>): string => {
  let text = ''
  for (const name of names) text += `${key[name] ?? ''}\t`
  return text
}
const spellings = (codes: readonly (readonly string[])[]): readonly string[] =>
  codes.reduce<readonly string[]>((so, list) => so.flatMap((text) => list.map((code) => `${text}${code}\t`)), [''])

