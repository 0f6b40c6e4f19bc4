// What an import is asked: the file, which dataset it is of, and what its bringer knows about it.
import type { NutsVersion } from '#kernel/region.ts'
import type { AccountId } from '#kernel/who.ts'
import type { NsiCodeList } from '#sources/nsi-codes.ts'
import type { ReadHow } from '#sources/read-file.ts'
import type { Store } from '#store/store.ts'
import type { CheckBook } from '../rules/check-cross.ts'
import type { ImportStep, Provenance, VintageOrigin } from '../rules.ts'

/** All that an import needs of the store. */
export type ImportStore = Pick<Store, 'reading' | 'writing' | 'files'>

export type ImportAsk = {
  readonly dataset: string
  /** as received, packed or not */
  readonly bytes: AsyncIterable<Uint8Array>
  readonly fileName: string
  readonly origin: Exclude<VintageOrigin, 'pack'>
  /** where it came from: an address, or who brought it */
  readonly address: string
  readonly book: CheckBook
  readonly now: () => Date
  /** the day the figures are of, where the file does not say */
  readonly asOf?: string
  readonly nutsVersion?: NutsVersion
  readonly by?: AccountId | null
  /** of an own table or of values entered by hand */
  readonly provenance?: Provenance
  readonly table?: ReadHow['table']
  /** the source's own lists of codes, where it keeps them */
  readonly codeLists?: readonly NsiCodeList[]
  readonly signal?: AbortSignal
  readonly onProgress?: (at: ImportAt) => void
}
export type ImportAt = { readonly step: ImportStep; readonly bytesRead: number; readonly bytesInAll: number; readonly seriesStored: number }
