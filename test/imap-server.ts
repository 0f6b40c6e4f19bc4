// A small IMAP server of the tests: one user, folders in memory, the commands that the mailbox adapter uses. Not for the product.
import { createServer, type AddressInfo, type Socket } from 'node:net'

type Stored = { uid: number; raw: Buffer; flags: Set<string> }
export type ImapFolder = { uidValidity: number; nextUid: number; mails: Stored[] }
export type ImapServerParts = { readonly capabilities?: readonly string[]; readonly password?: string; /** called before a command is done; may throw the connection away */ readonly before?: (command: string, socket: Socket) => void }
export type TestImap = {
  readonly port: number
  readonly folders: Map<string, ImapFolder>
  readonly log: string[]
  readonly put: (raw: Buffer, folder?: string) => number
  readonly drop: () => void
  readonly close: () => Promise<void>
}
const standard = ['IMAP4rev1', 'IDLE', 'MOVE', 'UIDPLUS', 'NAMESPACE', 'ID', 'LITERAL+', 'AUTH=PLAIN', 'SASL-IR']

export const startImap = async ({ capabilities = standard, password = 'тайна', before = () => {} }: ImapServerParts = {}): Promise<TestImap> => {
  const folders = new Map<string, ImapFolder>([['INBOX', { uidValidity: 7, nextUid: 1, mails: [] }]])
  const sockets = new Set<Socket>()
  const idling = new Map<Socket, () => void>()
  const log: string[] = []
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.setNoDelay()
    socket.on('error', () => {})
    socket.on('close', () => { sockets.delete(socket); idling.delete(socket) })
    serve({ socket, folders, capabilities, password, before, log, idling })
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return {
    port: (server.address() as AddressInfo).port, folders, log,
    put: (raw, folder = 'INBOX') => {
      const at = folders.get(folder) as ImapFolder
      const uid = at.nextUid++
      at.mails.push({ uid, raw, flags: new Set() })
      for (const tell of idling.values()) tell()
      return uid
    },
    drop: () => { for (const socket of sockets) socket.destroy() },
    close: () => new Promise((resolve) => { for (const socket of sockets) socket.destroy(); server.close(() => resolve()) }),
  }
}

type Session = Required<Pick<ImapServerParts, 'capabilities' | 'password' | 'before'>> & { readonly socket: Socket; readonly folders: Map<string, ImapFolder>; readonly log: string[]; readonly idling: Map<Socket, () => void> }
const serve = ({ socket, folders, capabilities, password, before, log, idling }: Session): void => {
  let selected: ImapFolder | null = null
  let waiting = Buffer.alloc(0)
  let idleTag: string | null = null
  let authTag: string | null = null
  const write = (text: string | Buffer): void => { if (!socket.destroyed) socket.write(text) }
  const line = (text: string): void => write(`${text}\r\n`)
  const done = (tag: string, text = 'OK done'): void => line(`${tag} ${text}`)
  line(`* OK [CAPABILITY ${capabilities.join(' ')}] ready`)

  const authenticate = (tag: string, said: string): void => {
    const [, , given = ''] = Buffer.from(said, 'base64').toString().split('\0')
    done(tag, given === password ? 'OK in' : 'NO [AUTHENTICATIONFAILED] wrong password')
  }
  const open = (name: string): ImapFolder | undefined => folders.get(name.toUpperCase() === 'INBOX' ? 'INBOX' : name)
  const unquote = (text: string): string => text.replace(/^"|"$/g, '').replace(/\\(["\\])/g, '$1')
  const inRange = (range: string): Stored[] => {
    const mails = selected?.mails ?? []
    const last = mails.at(-1)?.uid ?? 0
    const parts = range.split(',').map((part) => part.split(':').map((text) => (text === '*' ? last : Number(text))))
    return mails.filter(({ uid }) => parts.some(([from = 0, to = from]) => uid >= Math.min(from, to) && uid <= Math.max(from, to)))
  }
  const fetch = (mails: readonly Stored[], items: string): void => {
    for (const mail of mails) {
      const at = (selected?.mails.indexOf(mail) ?? 0) + 1
      const said: (string | Buffer)[] = [`UID ${mail.uid}`]
      if (/RFC822\.SIZE/i.test(items)) said.push(`RFC822.SIZE ${mail.raw.length}`)
      if (/FLAGS/i.test(items)) said.push(`FLAGS (${[...mail.flags].join(' ')})`)
      const part = /BODY(?:\.PEEK)?\[\](?:<(\d+)\.(\d+)>)?/i.exec(items)
      const bytes = part === null ? null : part[1] === undefined ? mail.raw : mail.raw.subarray(Number(part[1]), Number(part[1]) + Number(part[2]))
      write(`* ${at} FETCH (${said.join(' ')}`)
      if (bytes !== null) {
        write(` BODY[]${part?.[1] === undefined ? '' : `<${part[1]}>`} {${bytes.length}}\r\n`)
        write(bytes)
      }
      line(')')
    }
  }
  const take = (mails: readonly Stored[], name: string, how: 'move' | 'copy'): string | null => {
    const target = open(name)
    if (target === undefined || selected === null) return null
    const from: number[] = [], to: number[] = []
    for (const mail of mails) {
      const uid = target.nextUid++
      target.mails.push({ uid, raw: mail.raw, flags: new Set(mail.flags) })
      from.push(mail.uid)
      to.push(uid)
    }
    const code = `[COPYUID ${target.uidValidity} ${from.join(',')} ${to.join(',')}]`
    if (how === 'move') {
      line(`* OK ${code} moved`)
      expunge(mails)
    }
    return code
  }
  const expunge = (mails: readonly Stored[]): void => {
    for (const mail of mails) {
      const at = selected?.mails.indexOf(mail) ?? -1
      if (at === -1) continue
      selected?.mails.splice(at, 1)
      line(`* ${at + 1} EXPUNGE`)
    }
  }
  const command = (tag: string, name: string, rest: string): unknown => {
    const words = rest.match(/"(?:[^"\\]|\\.)*"|\([^)]*\)|\S+/g) ?? []
    log.push(`${name} ${rest}`.trim())
    before(`${name} ${rest}`.trim(), socket)
    if (socket.destroyed) return
    switch (name) {
      case 'CAPABILITY': line(`* CAPABILITY ${capabilities.join(' ')}`); return done(tag)
      case 'ID': line('* ID NIL'); return done(tag)
      case 'NOOP': return done(tag)
      case 'ENABLE': return done(tag)
      case 'LOGIN': return unquote(words[1] ?? '') === password ? done(tag, `OK [CAPABILITY ${capabilities.join(' ')}] in`) : done(tag, 'NO [AUTHENTICATIONFAILED] wrong password')
      case 'AUTHENTICATE': {
        if (words[1] === undefined) {
          authTag = tag
          return line('+ ')
        }
        return authenticate(tag, words[1])
      }
      case 'NAMESPACE': line('* NAMESPACE (("" "/")) NIL NIL'); return done(tag)
      case 'LIST': case 'LSUB': {
        const wanted = unquote(words[1] ?? '')
        for (const folder of folders.keys()) if (wanted === '*' || wanted === '%' || wanted === folder) line(`* ${name} (\\HasNoChildren) "/" "${folder}"`)
        if (wanted === '') line(`* ${name} (\\Noselect) "/" ""`)
        return done(tag)
      }
      case 'CREATE': folders.set(unquote(words[0] ?? ''), { uidValidity: 99, nextUid: 1, mails: [] }); return done(tag)
      case 'SUBSCRIBE': return done(tag)
      case 'STATUS': line(`* STATUS ${words[0]} (MESSAGES ${open(unquote(words[0] ?? ''))?.mails.length ?? 0})`); return done(tag)
      case 'SELECT': case 'EXAMINE': {
        selected = open(unquote(words[0] ?? '')) ?? null
        if (selected === null) return done(tag, 'NO [NONEXISTENT] no such folder')
        line('* FLAGS (\\Seen \\Deleted)')
        line(`* ${selected.mails.length} EXISTS`)
        line('* 0 RECENT')
        line(`* OK [UIDVALIDITY ${selected.uidValidity}] valid`)
        line(`* OK [UIDNEXT ${selected.nextUid}] next`)
        line('* OK [PERMANENTFLAGS (\\Seen \\Deleted)] may')
        return done(tag, 'OK [READ-WRITE] open')
      }
      case 'CLOSE': case 'UNSELECT': selected = null; return done(tag)
      case 'EXPUNGE': expunge(selected?.mails.filter(({ flags }) => flags.has('\\Deleted')) ?? []); return done(tag)
      case 'IDLE':
        idleTag = tag
        line('+ idling')
        idling.set(socket, () => line(`* ${selected?.mails.length ?? 0} EXISTS`))
        return
      case 'LOGOUT': line('* BYE see you'); done(tag); socket.end(); return
      case 'UID': return uid(tag, words)
      default: return done(tag, 'BAD unknown')
    }
  }
  const uid = (tag: string, words: readonly string[]): unknown => {
    const [name = '', range = '', third = ''] = words
    switch (name.toUpperCase()) {
      case 'SEARCH': line(`* SEARCH${selected?.mails.filter(({ flags }) => !flags.has('\\Deleted')).map((mail) => ` ${mail.uid}`).join('') ?? ''}`); return done(tag)
      case 'FETCH': fetch(inRange(range), words.slice(2).join(' ')); return done(tag)
      case 'STORE': {
        const flags = (words[3] ?? '').replace(/[()]/g, '').split(' ')
        for (const mail of inRange(range)) for (const flag of flags) mail.flags.add(flag)
        return done(tag)
      }
      case 'EXPUNGE': expunge(inRange(range).filter(({ flags }) => flags.has('\\Deleted'))); return done(tag)
      case 'COPY': case 'MOVE': {
        if (name.toUpperCase() === 'MOVE' && !capabilities.includes('MOVE')) return done(tag, 'BAD unknown')
        const code = take(inRange(range), unquote(third), name.toUpperCase() === 'MOVE' ? 'move' : 'copy')
        return code === null ? done(tag, 'NO [TRYCREATE] no such folder') : done(tag, name.toUpperCase() === 'MOVE' ? 'OK moved' : `OK ${code} copied`)
      }
      default: return done(tag, 'BAD unknown')
    }
  }
  socket.on('data', (bytes) => {
    waiting = Buffer.concat([waiting, Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes)])
    for (let end = waiting.indexOf('\r\n'); end !== -1; end = waiting.indexOf('\r\n')) {
      let text = waiting.subarray(0, end).toString()
      let used = end + 2
      // A literal follows its line; the adapter writes passwords and names so where they are not ASCII.
      let literal = /\{(\d+)(\+?)\}$/.exec(text)
      let complete = 'yes' as 'yes' | 'no'
      while (literal !== null) {
        const size = Number(literal[1])
        if (waiting.length < used + size + 2) {
          if (literal[2] === '' && waiting.length === used) line('+ go on')
          complete = 'no'
          break
        }
        const next = waiting.indexOf('\r\n', used + size)
        const said = waiting.subarray(used, used + size).toString().replace(/(["\\])/g, '\\$1')
        const tail = waiting.subarray(used + size, next).toString()
        text = `${text.slice(0, literal.index)}"${said}"${tail}`
        used = next + 2
        literal = /\{(\d+)(\+?)\}$/.exec(tail) === null ? null : /\{(\d+)(\+?)\}$/.exec(text)
      }
      if (complete === 'no') return
      waiting = waiting.subarray(used)
      if (authTag !== null) {
        const tag = authTag
        authTag = null
        authenticate(tag, text)
        continue
      }
      if (idleTag !== null && /^done$/i.test(text)) {
        idling.delete(socket)
        const tag = idleTag
        idleTag = null
        done(tag)
        continue
      }
      const [tag = '', name = '', ...rest] = text.split(' ')
      command(tag, name.toUpperCase(), rest.join(' '))
    }
  })
}
