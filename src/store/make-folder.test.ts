// Folders are made one at a time, and a place that takes none says so at once.
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeFolder } from './make-folder.ts'

const place = mkdtempSync(join(tmpdir(), 'posoka-folder-'))
afterAll(() => rmSync(place, { recursive: true, force: true }))

test('a folder is made with those above it, and again without a word', async () => {
  const folder = join(place, 'a/b/c')
  await makeFolder(folder, 0o700)
  await makeFolder(folder, 0o700)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
})

test('a file in the way is said to be one', async () => {
  writeFileSync(join(place, 'file'), '')
  await expect(makeFolder(join(place, 'file'))).rejects.toMatchObject({ code: 'EEXIST' })
  await expect(makeFolder(join(place, 'file/below'))).rejects.toMatchObject({ code: 'ENOTDIR' })
})

test.skipIf(!existsSync('/proc/self'))('where the system itself makes all folders, nobody may write', async () => {
  await expect(makeFolder('/proc/posoka-is-not-there/below')).rejects.toMatchObject({ code: 'EACCES' })
})
