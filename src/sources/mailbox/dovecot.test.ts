// The same mailbox against a real IMAP server, where Dovecot 2.3 is installed; elsewhere reported as skipped.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { watchImap } from './imap.ts'

const dovecot = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot'].find((path) => existsSync(path))
const isOld = dovecot !== undefined && /^2\.3/.test(execFileSync(dovecot, ['--version']).toString())
const folder = mkdtempSync(join(tmpdir(), 'posoka-dovecot-'))
let server: ChildProcess | undefined
afterAll(() => {
  server?.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})
const freePort = (): Promise<number> => new Promise((resolve) => {
  const one = createServer().listen(0, '127.0.0.1', () => { const { port } = one.address() as AddressInfo; one.close(() => resolve(port)) })
})
/** Mail files may not belong to root: another user of the machine lends its number. */
const owner = userInfo().uid === 0 ? { uid: 1000, gid: 1000, name: 'nobody' } : { uid: userInfo().uid, gid: userInfo().gid, name: userInfo().username }
const begin = async (): Promise<number> => {
  const port = await freePort()
  const mail = join(folder, 'mail', 'new')
  for (const part of ['new', 'cur', 'tmp']) mkdirSync(join(folder, 'mail', part), { recursive: true })
  for (let at = 0; at < 3; at++) writeFileSync(join(mail, `17000000${at}.M${at}.host`), `From: a@abv.example\nTo: p@lipova.example\nSubject: ${at}\nMessage-ID: <d${at}@x>\n\nЗдравейте ${at}\n`)
  chmodSync(folder, 0o755)
  if (userInfo().uid === 0) execFileSync('chown', ['-R', `${owner.uid}:${owner.gid}`, join(folder, 'mail')])
  writeFileSync(join(folder, 'users'), `p:{PLAIN}parola:${owner.uid}:${owner.gid}::${folder}::\n`)
  const config = join(folder, 'dovecot.conf')
  writeFileSync(config, [
    `base_dir = ${folder}/run`, `log_path = ${folder}/log`, 'protocols = imap', 'listen = 127.0.0.1', 'ssl = no', 'disable_plaintext_auth = no', `mail_location = maildir:${folder}/mail`, 'first_valid_uid = 1', 'first_valid_gid = 1',
    `default_internal_user = ${owner.name}`, `default_login_user = ${owner.name}`, 'service anvil {\n  chroot =\n}', 'service imap-login {\n  chroot =\n  inet_listener imap {', `    port = ${port}`, '  }', '  inet_listener imaps {\n    port = 0\n  }\n}',
    `passdb {\n  driver = passwd-file\n  args = ${folder}/users\n}`, `userdb {\n  driver = passwd-file\n  args = ${folder}/users\n}`, 'namespace inbox {\n  inbox = yes\n  separator = /\n}', '',
  ].join('\n'))
  server = spawn(dovecot ?? '', ['-F', '-c', config], { stdio: 'ignore' })
  return port
}

test.skipIf(!isOld)('EM2 a mailbox on Dovecot is read, and what is done stands in its folder', async () => {
  const port = await begin()
  const taken: string[] = []
  const inbox = watchImap({
    access: { host: '127.0.0.1', port, security: 'none', userName: 'p', password: 'parola', folder: 'INBOX' }, firstPauseMs: 200, tell: () => {}, known: () => Promise.resolve(new Set()),
    take: async (letters) => { for (const { raw, place } of letters) taken.push(`${place?.uid} ${/<(d\d)@x>/.exec(Buffer.from(raw as Uint8Array).toString())?.[1]}`) },
  })
  try {
    await expect.poll(() => [...taken].sort(), { timeout: 20_000 }).toEqual(['1 d0', '2 d1', '3 d2'])
    await expect.poll(() => existsSync(join(folder, 'mail', '.Posoka')), { timeout: 10_000 }).toBe(true)
  } finally {
    await inbox.stop()
  }
}, 60_000)
