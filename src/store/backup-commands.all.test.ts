// The operator's road at the terminal: a backup of one folder, restored into another with a database of its own.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { recordAct } from './audit.ts'
import { backupCommands } from './backup-commands.ts'
import type { CommandAnswer, CommandContext } from './command.ts'
import { findCheckout } from './checkout.ts'
import { canonicalExport } from './backup/canonical-export.ts'
import { listSchemas } from './backup/tables.ts'
import { connectOnce } from './launcher/address.ts'
import { launchDatabase } from './launcher/launch.ts'
import { outsideOf } from './launcher/place.ts'
import { readSettings } from './settings.ts'
import { openStore } from './store.ts'

const folder = mkdtempSync(join(tmpdir(), 'posoka-terminal-'))
chmodSync(folder, 0o711)
const [data, fresh, file] = ['data', 'fresh', 'one.posoka'].map((name) => join(folder, name)) as [string, string, string]
const before = { data: process.env.POSOKA_DATA, url: process.env.DATABASE_URL }
beforeEach(() => { process.env.POSOKA_DATA = data; delete process.env.DATABASE_URL })
afterAll(() => {
  if (before.data === undefined) delete process.env.POSOKA_DATA
  else process.env.POSOKA_DATA = before.data
  if (before.url !== undefined) process.env.DATABASE_URL = before.url
  for (const path of [folder, outsideOf(data), outsideOf(fresh)]) rmSync(path, { recursive: true, force: true })
})

const bars: string[] = []
const run = (name: string, word: string, options: Readonly<Record<string, string>> = {}): Promise<CommandAnswer> => {
  const command = backupCommands.find((one) => one.name === name)
  if (!command) throw new Error(`no command ${name}`)
  return command.run({
    line: { one: (asked: string) => (asked === 'file' ? word : (options[asked] ?? '')), many: () => [], number: () => null, has: (asked: string) => asked in options },
    language: 'bg', now: () => new Date('2026-11-25T09:00:00Z'), signal: new AbortController().signal, say: () => {}, input: async () => '',
    bar: ({ label }: { readonly label: string }) => { bars.push(label); return { reach: () => {}, of: () => {}, end: () => {} } },
  } as unknown as CommandContext)
}
const exported = async (dataFolder: string): Promise<string> => {
  const { address, leave } = await launchDatabase({ checkout: findCheckout(), dataFolder })
  const client = await connectOnce(address)
  try {
    const pieces: Buffer[] = []
    for await (const piece of canonicalExport(client, listSchemas(join(findCheckout(), 'migrations')))) pieces.push(piece)
    return Buffer.concat(pieces).toString()
  } finally {
    await client.end()
    await leave()
  }
}

describe('posoka backup and posoka restore', { timeout: 120_000 }, () => {
  test('make no database only to copy it', async () => {
    await expect(run('backup', file)).rejects.toMatchObject({ text: { bg: expect.stringContaining('няма база данни') } })
    expect(existsSync(data)).toBe(false)
  })
  test('carry everything from one folder into another, and say how it is served', async () => {
    const store = await openStore(readSettings({ POSOKA_DATA: data }, findCheckout()))
    await store.writing((writer) => recordAct(writer, { who: null, act: 'store.example', why: 'първо' }))
    await store.close()
    writeFileSync(join(data, 'secret'), 'x'.repeat(43), { mode: 0o600 })
    const made = await run('backup', file)
    expect(made.lines.join('\n')).toMatch(/Архивът е готов: .*one\.posoka .*\n.*ключовете на портала/)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const restored = await run('restore', file, { into: fresh })
    expect(restored.lines.at(-1)).toBe(`Пускане: POSOKA_DATA=${fresh} npm start`)
    expect(bars).toEqual(expect.arrayContaining(['архив', 'проверка', 'възстановяване']))
    expect(readFileSync(join(fresh, 'secret'), 'utf8')).toBe('x'.repeat(43))
    const text = await exported(fresh)
    expect(text).toContain('първо')
    expect(text).toBe(await exported(data))
  })
  test('leave a folder with something in it alone, and a database too', async () => {
    await expect(run('restore', file, { into: fresh })).rejects.toMatchObject({ code: 'notEmpty' })
    await expect(run('restore', file)).rejects.toMatchObject({ code: 'notEmpty' })
  })
  test('make nothing of a damaged archive', async () => {
    const cut = join(folder, 'cut.posoka')
    writeFileSync(cut, readFileSync(file).subarray(0, 10_000))
    await expect(run('restore', cut, { into: join(folder, 'never') })).rejects.toMatchObject({ code: 'damaged', text: { bg: expect.stringContaining('Нищо не е записано') } })
    expect(existsSync(join(folder, 'never'))).toBe(false)
  })
})
