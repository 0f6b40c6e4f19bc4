// Both ways of receiving mail against servers that really speak: IMAP by a small server of the test, SMTP by a real client.
import { createTransport } from 'nodemailer'
import { afterEach, describe, expect, test } from 'vitest'
import { startImap, type TestImap } from '#test/imap-server.ts'
import type { Inbox, Received } from './inbox.ts'
import { watchImap, type ImapParts } from './imap.ts'
import { openSmtpInbox } from './smtp-in.ts'

const letter = (id: string, text = 'Здравейте') => Buffer.from(`From: a@abv.example\r\nTo: p@lipova.example\r\nSubject: s\r\nMessage-ID: <${id}>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`)
const open: (() => Promise<void>)[] = []
afterEach(async () => { for (const close of open.splice(0).toReversed()) await close() })
const watching = (imap: TestImap, change: Partial<ImapParts> = {}) => {
  const taken: string[] = []
  const told: string[] = []
  const inbox: Inbox = watchImap({
    access: { host: '127.0.0.1', port: imap.port, security: 'none', userName: 'predlozheniya', password: 'тайна', folder: 'INBOX' }, firstPauseMs: 20,
    known: () => Promise.resolve(new Set()), tell: (text) => { told.push(text) },
    take: async (letters) => { for (const one of letters) taken.push(`${one.place?.uidValidity}/${one.place?.uid} ${await idOf(one)}`) }, ...change,
  })
  open.push(inbox.stop)
  return { inbox, taken, told }
}
const idOf = async ({ raw }: Received): Promise<string> => {
  const chunks: Uint8Array[] = []
  if (raw instanceof Uint8Array) chunks.push(raw)
  else for await (const chunk of raw) chunks.push(chunk)
  return /Message-ID: <(.*)>/.exec(Buffer.concat(chunks).toString())?.[1] ?? ''
}
const server = async (parts: Parameters<typeof startImap>[0] = {}) => {
  const imap = await startImap(parts)
  open.push(imap.close)
  return imap
}

describe('EM2 a mailbox by IMAP', () => {
  test('EM2 letters that lie there are taken, then moved; what comes later is taken as soon as the server says so', async () => {
    const imap = await server()
    for (const id of ['a@x', 'b@x', 'c@x']) imap.put(letter(id))
    const { taken, inbox } = watching(imap, { pollMs: 3_600_000 })
    await expect.poll(() => taken).toEqual(['7/1 a@x', '7/2 b@x', '7/3 c@x'])
    await expect.poll(() => [imap.folders.get('INBOX')?.mails.length, imap.folders.get('Posoka')?.mails.length]).toEqual([0, 3])
    expect(inbox.state()).toMatchObject({ now: 'watching', problem: null })
    await expect.poll(() => imap.log.at(-1), { timeout: 30_000 }).toBe('IDLE')
    imap.put(letter('d@x'))
    await expect.poll(() => taken.at(-1), { timeout: 5_000 }).toBe('7/4 d@x')
  }, 40_000)
  test('EM2 a server that knows neither IDLE nor MOVE is asked again and again, and letters are copied away', async () => {
    const imap = await server({ capabilities: ['IMAP4rev1', 'UIDPLUS'] })
    const { taken } = watching(imap, { pollMs: 30 })
    await expect.poll(() => imap.log.includes('SELECT INBOX') || imap.log.some((line) => line.startsWith('SELECT'))).toBe(true)
    imap.put(letter('late@x'))
    await expect.poll(() => taken, { timeout: 5_000 }).toEqual(['7/1 late@x'])
    await expect.poll(() => [imap.folders.get('INBOX')?.mails.length, imap.folders.get('Posoka')?.mails.length]).toEqual([0, 1])
  })
  test('EM2 nothing is moved while the letters are not safe, and the mailbox is tried again', async () => {
    const imap = await server()
    imap.put(letter('a@x'))
    let tries = 0
    const { told } = watching(imap, { take: () => { tries++; return tries < 3 ? Promise.reject(new Error('the disk is full')) : Promise.resolve() } })
    await expect.poll(() => tries, { timeout: 5_000 }).toBe(3)
    await expect.poll(() => imap.folders.get('Posoka')?.mails.length).toBe(1)
    expect(told).toEqual(['the mailbox 127.0.0.1 is not read: the disk is full'])
  })
  test('EM2 what was taken before and not moved is moved and not fetched again', async () => {
    const imap = await server()
    imap.put(letter('a@x'))
    imap.put(letter('b@x'))
    const { taken } = watching(imap, { known: ({ uidValidity }) => Promise.resolve(new Set(uidValidity === 7 ? [1] : [])) })
    await expect.poll(() => taken).toEqual(['7/2 b@x'])
    await expect.poll(() => imap.folders.get('Posoka')?.mails.length).toBe(2)
    expect(imap.log.filter((line) => /UID FETCH 1[ ,:]/.test(line))).toEqual([])
  })
  test('EM2 a connection that is lost is made anew, after a pause that grows', async () => {
    const imap = await server()
    const { taken, inbox } = watching(imap)
    await expect.poll(() => inbox.state().now).toBe('watching')
    imap.drop()
    imap.put(letter('after@x'))
    await expect.poll(() => taken, { timeout: 5_000 }).toEqual(['7/1 after@x'])
  })
  test('EM2 a wrong password is told once, without the password, and tried on with pauses', async () => {
    const imap = await server({ password: 'друга' })
    const { inbox, told } = watching(imap)
    await expect.poll(() => inbox.state().now).toBe('waiting')
    await expect.poll(() => imap.log.filter((line) => /^(LOGIN|AUTHENTICATE)/.test(line)).length, { timeout: 5_000 }).toBeGreaterThan(1)
    expect(told.length).toBe(1)
    expect(told.join()).not.toContain('тайна')
  })
  test('EM2 a large letter is handed over as a stream', async () => {
    const imap = await server()
    imap.put(letter('large@x', 'х'.repeat(5 * 1024 * 1024)))
    const { taken } = watching(imap)
    await expect.poll(() => taken, { timeout: 10_000 }).toEqual(['7/1 large@x'])
  })
})

describe('EM1 an inbound SMTP port', () => {
  const port = async (take: (letters: readonly Received[]) => Promise<void>, largest?: number) => {
    const inbox = await openSmtpInbox({ port: 0, host: '127.0.0.1', address: 'p@lipova.example', take, tell: () => {}, ...(largest === undefined ? {} : { largest }) })
    open.push(inbox.stop)
    const client = createTransport({ host: '127.0.0.1', port: inbox.port, secure: false, ignoreTLS: true })
    open.push(async () => { client.close() })
    return (mail: { to: string; from?: string; raw?: Buffer }) => client.sendMail({ envelope: { from: mail.from ?? 'a@abv.example', to: [mail.to] }, raw: mail.raw ?? letter('smtp@x') })
  }
  test('EM1 it takes letters to our address, with a sign after the plus as well, and writes down who the envelope is from', async () => {
    const taken: string[] = []
    const send = await port(async (letters) => { for (const { raw } of letters) taken.push(Buffer.from(raw as Uint8Array).toString()) })
    await send({ to: 'p@lipova.example' })
    await send({ to: 'P+tabcdefgh@Lipova.Example', from: '' })
    expect(taken.length).toBe(2)
    expect(taken[0]).toMatch(/^Return-Path: <a@abv\.example>\r\nFrom: /)
    expect(taken[1]).toMatch(/^Return-Path: <>\r\n/)
  })
  test('EM1 a letter to anybody else is refused with 550, so it can never relay', async () => {
    const send = await port(() => Promise.resolve())
    for (const to of ['someone@gmail.example', 'p@other.example', 'pp@lipova.example']) await expect(send({ to })).rejects.toMatchObject({ responseCode: 550 })
  })
  test('EM1 a letter that cannot be kept is answered with "not now", and the sending server keeps it', async () => {
    const send = await port(() => Promise.reject(new Error('the disk is full')))
    await expect(send({ to: 'p@lipova.example' })).rejects.toMatchObject({ responseCode: 451 })
  })
  test('EM1 a letter beyond the limit is refused with 552', async () => {
    const send = await port(() => Promise.resolve(), 100_000)
    await expect(send({ to: 'p@lipova.example', raw: letter('big@x', 'x'.repeat(200_000)) })).rejects.toMatchObject({ responseCode: 552 })
  })
})
