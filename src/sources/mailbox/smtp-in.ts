// An inbound SMTP port behind the town's own mail server: takes letters to our address and to no other, so it can never relay.
// A letter is answered with 250 only when it is kept; until then the sending server keeps it.
import type { AddressInfo } from 'node:net'
import type { SMTPServer } from 'smtp-server'
import type { Inbox, InboxParts } from './inbox.ts'

export type SmtpInParts = InboxParts & {
  readonly port: number
  readonly host: string
  /** our address; with a sign after a plus as well */
  readonly address: string
  readonly largest?: number
}
export type SmtpInbox = Inbox & { readonly port: number }
const refused = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code })
const isOurs = (given: string, own: string): boolean => {
  const [local = '', domain = ''] = given.toLowerCase().split('@')
  const [ownLocal = '', ownDomain = ''] = own.toLowerCase().split('@')
  return domain === ownDomain && (local === ownLocal || local.startsWith(`${ownLocal}+`))
}

export const openSmtpInbox = async ({ port, host, address, largest = 50 * 1024 * 1024, take, tell }: SmtpInParts): Promise<SmtpInbox> => {
  const { SMTPServer } = await import('smtp-server')
  let lastSeen: Date | null = null
  let problem: string | null = null
  const server: SMTPServer = new SMTPServer({
    name: address.split('@')[1] ?? 'posoka', banner: 'Posoka', size: largest, authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true,
    maxClients: 20, socketTimeout: 60_000, closeTimeout: 3_000, logger: false, hidePIPELINING: false,
    onRcptTo: ({ address: to }, _session, done) => { done(isOurs(to, address) ? null : refused(550, `5.1.1 ${address} is the only address here`)) },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      let size = 0
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size <= largest) chunks.push(chunk)
      })
      stream.on('error', (error: Error) => { done(error) })
      stream.on('end', () => {
        if (stream.sizeExceeded || size > largest) return done(refused(552, `5.3.4 a letter may be ${Math.floor(largest / 1024 / 1024)} MB at most`))
        const from = session.envelope.mailFrom
        // The server in front may not have written who the envelope is from; what it says is what a program is known by.
        const head = Buffer.from(`Return-Path: <${from === false ? '' : (from?.address ?? '')}>\r\n`.replace(/[^\x20-\x7e\r\n]/g, '?'))
        const raw = hasReturnPath(chunks) ? Buffer.concat(chunks) : Buffer.concat([head, ...chunks])
        take([{ raw, place: null }]).then(() => { lastSeen = new Date(); problem = null; done(null, '2.0.0 kept') }, (error: Error) => {
          problem = error.message
          tell(`a letter could not be kept: ${error.message}`)
          // Not now: the sending server tries again.
          done(refused(451, '4.3.0 not now, please try again'))
        })
      })
    },
  })
  server.on('error', (error: Error) => { tell(`the port for mail: ${error.message}`) })
  await new Promise<void>((resolve, refuse) => {
    server.once('error', refuse)
    server.listen(port, host, () => { server.off('error', refuse); resolve() })
  })
  return {
    port: (server.server.address() as AddressInfo).port,
    state: () => ({ now: 'watching', problem, lastSeen }),
    stop: () => new Promise((resolve) => { server.close(() => resolve()) }),
  }
}
const hasReturnPath = (chunks: readonly Buffer[]): boolean => {
  const start = Buffer.concat(chunks.slice(0, 2)).subarray(0, 16 * 1024).toString('latin1')
  const end = /\r?\n\r?\n/.exec(start)?.index ?? start.length
  return /^return-path:/im.test(start.slice(0, end))
}
