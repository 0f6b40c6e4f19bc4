// kill -9 between any two steps of taking letters in: none is lost, none is doubled, nobody is answered twice.
import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { isFull } from '#test/matrix.ts'
import { startImap } from '#test/imap-server.ts'
import { makeLetter } from '#test/mail-desk.ts'
import { oneRow } from '#store/ask.ts'
import { findCheckout } from '#store/checkout.ts'
import { serverUser } from '#store/launcher/binaries.ts'
import { readSettings } from '#store/settings.ts'
import { openStore } from '#store/store.ts'

const kills = isFull ? 20 : 3
const letters = isFull ? 1000 : 120
const checkout = findCheckout()
const folder = mkdtempSync(join(tmpdir(), 'posoka-mail-kill-'))
if (serverUser()) chmodSync(folder, 0o711)
afterAll(() => rmSync(folder, { recursive: true, force: true }), 60_000)

/** What is being done when the process dies: before the letters are fetched, between commit and move, after the move, while reading. */
const moments = ['UID MOVE', 'UID FETCH', 'read', 'UID SEARCH', 'UID MOVE'] as const
test(`EM2 ${kills} kills between fetching, keeping, moving and reading ${letters} letters lose none and double none`, async () => {
  let child: ChildProcess | undefined
  let late = 0
  let killAt: { command: string; after: number } | null = null
  const kill = (what: string): void => {
    if (killAt === null || !what.startsWith(killAt.command) || killAt.after-- > 0) return
    killAt = null
    child?.kill('SIGKILL')
  }
  const imap = await startImap({ before: (command) => kill(command) })
  const begin = (): { readonly ended: Promise<unknown> } => {
    const environment = { PATH: process.env.PATH, POSOKA_DATA: folder, IMAP_PORT: String(imap.port) }
    const started = child = spawn(process.execPath, [join(checkout, 'test', 'mail-child.ts')], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
    let complained = ''
    started.stderr?.on('data', (bytes) => { complained += bytes })
    started.stdout?.on('data', (bytes: Buffer) => { if (bytes.toString().includes('read')) kill('read') })
    return { ended: new Promise((resolve) => started.on('close', (code) => { if (code !== null) process.stderr.write(`the process ended by itself with ${code}: ${complained}\n`); resolve(code) })) }
  }
  const put = (from: number, to: number): void => { for (let at = from; at < to; at++) imap.put(makeLetter({ id: `kill${at}@abv.example`, from: `Човек ${at} <person${at}@abv.example>`, text: `Предложение ${at}: нова пейка до вход ${at}.` })) }
  try {
    const each = Math.ceil(letters / (kills + 1))
    for (let at = 0; at < kills; at++) {
      put(at * each, Math.min(letters, (at + 1) * each))
      killAt = { command: moments[at % moments.length] ?? 'UID MOVE', after: moments[at % moments.length] === 'UID FETCH' ? Math.floor(at / moments.length) % 2 : 0 }
      const { ended } = begin()
      const patience = setTimeout(() => { late++; child?.kill('SIGKILL') }, 30_000)
      await ended
      clearTimeout(patience)
    }
    expect(late, 'kills that came by time alone').toBeLessThan(kills / 2)
    // Another UIDVALIDITY: every number means another letter, and what was taken is known by itself.
    const inbox = imap.folders.get('INBOX')
    const doneFolder = imap.folders.get('Posoka')
    if (inbox === undefined || doneFolder === undefined) throw new Error('the folders are gone')
    inbox.uidValidity = 8
    const back = doneFolder.mails.splice(0, 5)
    inbox.nextUid = 1
    inbox.mails = [...back.map(({ raw }) => raw), ...inbox.mails.map(({ raw }) => raw)].map((raw) => ({ raw, uid: inbox.nextUid++, flags: new Set<string>() }))
    put(kills * each, letters)
    killAt = null
    begin()
    await expect.poll(() => [inbox.mails.length, doneFolder.mails.length], { timeout: 60_000, interval: 100 }).toEqual([0, letters])
    const store = await openStore(readSettings({ POSOKA_DATA: folder }, checkout))
    try {
      const counts = () => store.reading((reader) => oneRow(reader, sql<Record<string, number>>`select
        (select count(*) from participation.mail) as mails, (select count(*) from participation.mail where state = 'stored') as waiting, (select count(distinct message_id) from participation.mail) as ids,
        (select count(*) from participation.contribution) as contributions, (select count(distinct author) from participation.contribution) as authors,
        (select count(*) from store.letter) as answers, (select count(distinct to_address) from store.letter) as answered`), { as: 'staff', fresh: 'primary' })
      await expect.poll(counts, { timeout: 60_000, interval: 200 }).toEqual({ mails: letters, waiting: 0, ids: letters, contributions: letters, authors: letters, answers: letters, answered: letters })
    } finally {
      child?.kill('SIGKILL')
      await store.close()
    }
  } finally {
    child?.kill('SIGKILL')
    await imap.close()
  }
}, 120_000 + kills * 35_000)
