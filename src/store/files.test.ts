import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openFiles } from './files.ts'

const folder = mkdtempSync(join(tmpdir(), 'posoka-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const files = openFiles(join(folder, 'files'))
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const readAll = async (hash: string): Promise<string> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of files.read(hash)) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
async function* pieces(text: string) { for (const piece of text.match(/.{1,7}/gs) ?? []) yield Buffer.from(piece) }

test('a file is kept under the hash of its bytes and read back', async () => {
  const text = 'Стара Загора\n'.repeat(5000)
  const kept = await files.keep(pieces(text))
  expect(kept).toEqual({ sha256: sha256(Buffer.from(text)), size: Buffer.byteLength(text) })
  expect(await readAll(kept.sha256)).toBe(text)
  expect(await files.find(kept.sha256)).toEqual(kept)
})

test('the same bytes are kept once, also when they come at the same time', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => files.keep(Buffer.from('едно и също'))))
  expect(new Set(all.map((kept) => kept.sha256)).size).toBe(1)
  expect(await readAll(all[0]?.sha256 ?? '')).toBe('едно и също')
})

test('a source that breaks off leaves nothing behind', async () => {
  async function* broken() { yield Buffer.from('half'); throw new Error('the line went dead') }
  await expect(files.keep(broken())).rejects.toThrow('the line went dead')
  expect(readdirSync(join(folder, 'files')).filter((name) => name.startsWith('unfinished'))).toEqual([])
  expect(await files.find(sha256(Buffer.from('half')))).toBeUndefined()
})

test('a file that a crash of the machine left short is replaced by the whole one', async () => {
  const bytes = Buffer.from('цял файл')
  const kept = await files.keep(bytes)
  writeFileSync(join(folder, 'files', kept.sha256.slice(0, 2), kept.sha256.slice(2)), 'ц')
  await files.keep(bytes)
  expect(await readAll(kept.sha256)).toBe('цял файл')
})

test('an empty file is a file', async () => {
  expect(await files.keep(new Uint8Array())).toMatchObject({ size: 0 })
})

test('a name that is no hash cannot lead out of the folder', () => {
  expect(() => files.read('../../etc/passwd')).toThrow('64 hexadecimal')
})

test('nobody else can read what is kept', async () => {
  const { sha256: hash } = await files.keep(Buffer.from('писмо'))
  expect(statSync(join(folder, 'files', hash.slice(0, 2), hash.slice(2))).mode & 0o077).toBe(0)
})

test.skipIf(process.getuid?.() === 0)('a folder without rights is said in a sentence', async () => {
  const closed = join(folder, 'closed')
  await openFiles(closed).keep(Buffer.from('x'))
  chmodSync(closed, 0o500)
  await expect(openFiles(closed).keep(Buffer.from('y')).finally(() => chmodSync(closed, 0o700))).rejects.toMatchObject({ code: 'folderWithoutRights' })
})
