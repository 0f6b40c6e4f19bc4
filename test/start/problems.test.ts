// What keeps the server from starting is said in two lines, what happened and what to do, and the exit code is not 0.
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openStore } from '#store/store.ts'
import { readSettings } from '#store/settings.ts'
import { isAppBuilt, makeDataFolder } from '../browser/app.ts'
import { holdPort, startAndFail } from './server.ts'

const folders: string[] = []
const folder = (): string => { const made = makeDataFolder(); folders.push(made); return made }
afterAll(() => { for (const each of folders) rmSync(each, { recursive: true, force: true }) })
const isRoot = process.getuid?.() === 0

const saysTwoLines = (lines: readonly string[], what: RegExp): void => {
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatch(what)
  expect(lines[1]).toMatch(/[.]$/)
}

describe.skipIf(!isAppBuilt())('the server', () => {
  test('names a port that is taken', async () => {
    const { port, release } = await holdPort()
    const { code, lines } = await startAndFail({ data: folder(), environment: { PORT: String(port) } })
    release()
    saysTwoLines(lines, new RegExp(`port ${port} is taken`))
    expect(code).toBe(5)
  })

  const nobody = isRoot ? 65_534 : undefined
  const cannotStep = isRoot && !canRun(nobody)
  if (cannotStep) console.log('skipped: the checkout lies in a folder that only root may enter')
  test.skipIf(cannotStep)('names a folder without rights', async () => {
    const data = folder()
    chmodSync(data, 0o555)
    const { code, lines } = await startAndFail({ data: join(data, 'inside'), ...(nobody === undefined ? {} : { user: nobody }) })
    saysTwoLines(lines, /cannot be written to/)
    expect(code).toBe(5)
  })

  test.each([
    ['PORT', 'many'], ['POSOKA_URL', 'posoka.example.bg/path'], ['DATABASE_URL', 'mysql://a/b'], ['SMTP_URL', 'post'], ['POSOKA_REGION', 'No Such'],
  ])('refuses a wrong %s with a sentence that names it, and ends with 2', async (name, value) => {
    const { code, lines } = await startAndFail({ data: folder(), environment: { [name]: value } })
    saysTwoLines(lines, new RegExp(name))
    expect(code).toBe(2)
  })

  test('does not say the password of a database it cannot reach', async () => {
    const { code, lines } = await startAndFail({ data: folder(), environment: { DATABASE_URL: 'postgres://posoka:sesame@127.0.0.1:1/none' } })
    saysTwoLines(lines, /cannot be reached/)
    expect(lines.join()).not.toContain('sesame')
    expect(code).toBe(5)
  })

  test('refuses a database of a newer version, and leaves it as it is', async () => {
    const data = folder()
    const store = await openStore(readSettings({ POSOKA_DATA: data }))
    const { sql } = await import('kysely')
    await store.writing(async (writer) => { await sql`insert into store.migration (number, name, sha256) values (9999, 'from-tomorrow', 'x')`.execute(writer) })
    await store.close()
    const { code, lines } = await startAndFail({ data })
    saysTwoLines(lines, /newer version/)
    expect(code).toBe(5)
  })

  const disk = smallDisk()
  if (disk === null) console.log('skipped: a small disk cannot be mounted here')
  test.skipIf(disk === null)('names a full disk', async () => {
    const { code, lines } = await startAndFail({ data: join(disk ?? '', 'data') })
    saysTwoLines(lines, /no space left/)
    expect(code).toBe(5)
  })
})

function canRun(user: number | undefined): boolean {
  try {
    execFileSync(process.execPath, ['-e', `require('node:fs').readFileSync(${JSON.stringify(join(import.meta.dirname, '../../build/server.js'))})`], { ...(user === undefined ? {} : { uid: user, gid: user }), stdio: 'ignore', timeout: 20_000 })
    return true
  } catch {
    return false
  }
}

/** Twelve megabytes are too few for a database; null where nothing may be mounted. */
function smallDisk(): string | null {
  const place = join(folder(), 'small')
  try {
    mkdirSync(place)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m,mode=0755', 'tmpfs', place], { stdio: 'ignore' })
    afterAll(() => { execFileSync('umount', ['-l', place]) })
    return place
  } catch {
    return null
  }
}
