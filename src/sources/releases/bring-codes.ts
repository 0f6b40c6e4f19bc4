// The code lists that the institute keeps beside a dataset, from the address beside the data's. Without them a file can still be
// imported: then only the last vintage says which codes are known.
import type { Fetcher } from '../fetch-file.ts'
import type { NsiCodeList } from '../nsi-codes.ts'
import { readNsiCodes } from '../nsi-codes.ts'

const largest = 16 * 1024 ** 2
export const bringNsiCodes = async (fetcher: Fetcher, ask: { readonly address: string; readonly signal?: AbortSignal }): Promise<readonly NsiCodeList[] | undefined> => {
  const address = ask.address.replace('/getopendata.php', '/getcodelists.php')
  if (address === ask.address) return undefined
  const file = await fetcher.fetchFile({ address, limits: { bytes: largest }, ...(ask.signal ? { signal: ask.signal } : {}) })
  return readNsiCodes(file.bytes)
}
