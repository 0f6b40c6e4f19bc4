// From a dataset's address to a file that can be imported. One fetcher per process: it asks a host for one thing at a time.
import { hostname } from 'node:os'
import type { Fetcher } from '#sources/fetch-file.ts'
import { openFetcher } from '#sources/fetch-file.ts'
import type { Settings } from '#store/settings.ts'

let opened: Fetcher | undefined
/** The client's name holds an address to complain to, as sources ask. */
export const getFetcher = (settings: Pick<Settings, 'publicAddress' | 'contactEmail' | 'fetchFrom'>): Fetcher =>
  (opened ??= openFetcher({ client: `Posoka/0.1 (${[settings.publicAddress && `+${settings.publicAddress}`, settings.contactEmail ?? `posoka@${hostname()}`].filter(Boolean).join('; ')})`, allow: settings.fetchFrom }))
