// What stands around every page, as a value: the door fills it once per request. Holds no page and no words of ours.
import type { Bilingual } from '#kernel/language.ts'

export type NavigationItem = { readonly name: string; readonly path: string; readonly also?: readonly string[] }

/** Our mark is the region's own tile map: columns from the west, rows from the north, one tile pointing. */
export type Mark = {
  readonly tiles: readonly (readonly [column: number, row: number])[]
  readonly pointing: readonly [column: number, row: number]
}

export type Funding = {
  /** „Финансирано от Европейския съюз“, word for word */
  readonly statement: Bilingual
  /** programme, period and whose views these are */
  readonly says: Bilingual
}

export type Chrome = {
  /** scheme and host, without a slash at the end: canonical addresses are built on it */
  readonly origin: string
  readonly product: Bilingual
  readonly region: Bilingual
  readonly mark: Mark
  readonly navigation: readonly NavigationItem[]
  /** accessibility, privacy, the project */
  readonly footer: readonly NavigationItem[]
  /** where the search page is, or null where there is none */
  readonly searchPath: string | null
  /** the address is null until the body in charge has entered it */
  readonly contact: { readonly email: string | null; readonly body: Bilingual }
  /** the body's own emblem; null until it is entered */
  readonly emblem: { readonly address: string; readonly alternative: Bilingual } | null
  readonly source: { readonly address: string; readonly licence: string } | null
  readonly funding: Funding | null
  /** a signed-in person's own page, else the page to sign in */
  readonly account: NavigationItem | null
  /** a sentence above everything: a test installation, the starter pack and its date */
  readonly phase: string | null
  readonly notices: readonly { readonly tone: 'info' | 'success' | 'warning' | 'danger'; readonly text: string }[]
  readonly assets: { readonly style: string; readonly islands: Readonly<Record<string, string>> }
}
