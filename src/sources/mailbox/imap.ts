// A mailbox read by IMAP: looks at once, then whenever the server says that something came (IDLE), and every minute in any case.
// Fetched, handed over, and only then moved to the folder of what is done. A lost connection is made anew after a growing pause.
import { setTimeout as pause } from 'node:timers/promises'
import type { ImapFlow } from 'imapflow'
import type { Inbox, InboxParts, InboxState, Received } from './inbox.ts'

export type ImapAccess = { readonly host: string; readonly port: number; readonly security: 'tls' | 'starttls' | 'none'; readonly userName: string; readonly password: string; readonly folder: string }
export type ImapParts = InboxParts & {
  readonly access: ImapAccess
  /** which of these were taken before: they are moved, not fetched again */
  readonly known: (places: { readonly mailbox: string; readonly uidValidity: number; readonly uids: readonly number[] }) => Promise<ReadonlySet<number>>
  /** the folder for what is done */
  readonly done?: string
  readonly pollMs?: number
  readonly firstPauseMs?: number
}
const batchLetters = 50
const batchBytes = 32 * 1024 * 1024
/** Larger ones are taken as a stream, so that one letter never fills the memory. */
const streamedFrom = 8 * 1024 * 1024
const longestPause = 5 * 60_000

export const watchImap = (parts: ImapParts): Inbox => {
  const closing = new AbortController()
  let state: InboxState = { now: 'connecting', problem: null, lastSeen: null }
  let client: ImapFlow | undefined
  const running = (async () => {
    let wait = parts.firstPauseMs ?? 1_000
    while (!closing.signal.aborted) {
      try {
        client = await connect(parts.access)
        const seen = (): void => {
          state = { now: 'watching', problem: null, lastSeen: new Date() }
          wait = parts.firstPauseMs ?? 1_000
        }
        await watch(client, { ...parts, seen, signal: closing.signal })
      } catch (error) {
        if (closing.signal.aborted) break
        const problem = sayProblem(error)
        if (problem !== state.problem) parts.tell(`the mailbox ${parts.access.host} is not read: ${problem}`)
        state = { ...state, now: 'waiting', problem }
      } finally {
        await leave(client)
        client = undefined
      }
      await pause(wait, undefined, { signal: closing.signal }).catch(() => {})
      wait = Math.min(wait * 2, longestPause)
    }
    state = { ...state, now: 'stopped' }
  })()
  return {
    state: () => state,
    stop: async () => {
      closing.abort()
      await running
    },
  }
}
const connect = async ({ host, port, security, userName, password, folder }: ImapAccess): Promise<ImapFlow> => {
  const { ImapFlow } = await import('imapflow')
  const client = new ImapFlow({
    host, port, secure: security === 'tls', ...(security === 'none' ? { doSTARTTLS: false } : security === 'starttls' ? { doSTARTTLS: true } : {}),
    auth: { user: userName, pass: password }, logger: false, maxIdleTime: 5 * 60_000, connectionTimeout: 20_000, greetingTimeout: 15_000, socketTimeout: 10 * 60_000,
  })
  // Without a listener a lost connection would end the process; the awaited command throws as well.
  client.on('error', () => {})
  try {
    await client.connect()
    await client.mailboxOpen(folder)
    return client
  } catch (error) {
    client.close()
    throw error
  }
}
const leave = async (client: ImapFlow | undefined): Promise<void> => {
  if (client === undefined) return
  if (!client.usable) return client.close()
  await Promise.race([client.logout().catch(() => {}), pause(3_000, undefined, { ref: false })])
  client.close()
}
/** What a server says, without the password that some of them repeat. */
const sayProblem = (error: unknown): string => {
  const { responseText, message = '', code = '' } = error as { responseText?: string; message?: string; code?: string }
  return `${responseText ?? message} ${code}`.replace(/\s+/g, ' ').trim().slice(0, 200)
}

type Watching = ImapParts & { readonly seen: () => void; readonly signal: AbortSignal }
const watch = async (client: ImapFlow, parts: Watching): Promise<void> => {
  let wake: () => void = () => {}
  let came = 'yes' as 'yes' | 'no'
  const onChange = (): void => { came = 'yes'; wake() }
  client.on('exists', onChange)
  const closed = new Promise<never>((_, refuse) => { client.once('close', () => refuse(new Error('the connection was closed'))) })
  closed.catch(() => {})
  parts.signal.addEventListener('abort', onChange)
  try {
    for (;;) {
      if (parts.signal.aborted) return
      came = 'no'
      await Promise.race([takeAll(client, parts), closed])
      parts.seen()
      if ((came as string) === 'yes') continue
      // Servers without IDLE are asked every minute.
      if (client.capabilities.has('IDLE')) client.idle().catch(() => {})
      const waiting = new Promise<void>((resolve) => { wake = resolve })
      await Promise.race([waiting, pause(parts.pollMs ?? 60_000, undefined, { signal: parts.signal, ref: false }).catch(() => {}), closed])
    }
  } finally {
    parts.signal.removeEventListener('abort', onChange)
  }
}

const takeAll = async (client: ImapFlow, parts: Watching): Promise<number> => {
  const { mailbox } = client
  if (mailbox === false) throw new Error('no folder is open')
  const { host, userName } = parts.access
  const place = { mailbox: `${userName}@${host}/${mailbox.path}`, uidValidity: Number(mailbox.uidValidity) }
  const found = await client.search({ deleted: false }, { uid: true })
  const uids = found === false || found === undefined ? [] : found
  let taken = 0
  for (let at = 0; at < uids.length && !parts.signal.aborted; at += 500) {
    const part = uids.slice(at, at + 500)
    const known = await parts.known({ ...place, uids: part })
    // Taken before, but not moved: the product was cut off in between.
    if (known.size > 0) await putAway(client, parts, [...known])
    const sizes = (await client.fetchAll(part.filter((uid) => !known.has(uid)), { uid: true, size: true }, { uid: true }).catch(nothingFound)).map(({ uid, size }) => ({ uid, size: size ?? 0 }))
    for (const batch of batches(sizes)) {
      if (parts.signal.aborted) break
      const letters = await fetchBatch(client, { batch, place })
      await parts.take(letters.map(({ raw, uid }) => ({ raw, place: { ...place, uid } }) satisfies Received))
      await putAway(client, parts, letters.map(({ uid }) => uid))
      taken += letters.length
    }
  }
  return taken
}
const nothingFound = (error: Error): never[] => { if (/no matching|nothing to fetch/i.test(error.message)) return []; throw error }
type Sized = { readonly uid: number; readonly size: number }
const batches = (sizes: readonly Sized[]): readonly (readonly Sized[])[] => {
  const all: Sized[][] = []
  let bytes = 0
  for (const one of sizes) {
    const last = all.at(-1)
    const alone = one.size >= streamedFrom || (last?.[0]?.size ?? 0) >= streamedFrom
    if (last === undefined || alone || last.length >= batchLetters || bytes + one.size > batchBytes) {
      all.push([one])
      bytes = one.size
    } else {
      last.push(one)
      bytes += one.size
    }
  }
  return all
}
const fetchBatch = async (client: ImapFlow, { batch }: { batch: readonly Sized[]; place: object }): Promise<readonly { uid: number; raw: Received['raw'] }[]> => {
  const [first] = batch
  if (first !== undefined && batch.length === 1 && first.size >= streamedFrom) {
    const stream = await client.download(String(first.uid), undefined, { uid: true, chunkSize: 1024 * 1024 })
    return stream.content === undefined ? [] : [{ uid: first.uid, raw: stream.content as AsyncIterable<Uint8Array> }]
  }
  const fetched = await client.fetchAll(batch.map(({ uid }) => uid), { uid: true, source: true }, { uid: true })
  return fetched.flatMap(({ uid, source }) => (source === undefined ? [] : [{ uid, raw: source }]))
}
/** Into the folder of what is done; where the server allows neither folder nor move, it is marked as read and stays known by its place. */
const putAway = async (client: ImapFlow, parts: ImapParts, uids: readonly number[]): Promise<void> => {
  if (uids.length === 0) return
  const range = [...uids]
  const folder = parts.done ?? 'Posoka'
  const moved = await client.messageMove(range, folder, { uid: true }).catch(() => false)
  if (moved !== false) return
  await client.mailboxCreate(folder).catch(() => {})
  const again = await client.messageMove(range, folder, { uid: true }).catch(() => false)
  if (again === false) await client.messageFlagsAdd(range, ['\\Seen'], { uid: true })
}
