// The originals behind the pack, where a developer has them: the hashes in the manifests are theirs.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root, seriesFiles } from './pack.ts'

const data = join(root, '../shared/data')
test.skipIf(!existsSync(data))('every series file names the original it was made from by its true hash (skipped: no ../shared/data)', () => {
  for (const { name, manifest } of seriesFiles)
    expect(createHash('sha256').update(readFileSync(join(data, manifest.file))).digest('hex'), name).toBe(manifest.sha256)
})
