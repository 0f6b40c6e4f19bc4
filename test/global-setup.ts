// Before and after a whole test run: a folder for its database server, which starts only when a test asks for one.
import { readdirSync, rmSync, statSync } from 'node:fs'
import { chmod, mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findCheckout } from '#store/checkout.ts'
import { findBinaries, serverUser } from '#store/launcher/binaries.ts'
import { registerUser, underLock, unregisterUser } from '#store/launcher/lock.ts'
import { placeIn } from '#store/launcher/place.ts'
import { stopServer } from '#store/launcher/server.ts'

declare module 'vitest' {
  export interface ProvidedContext { testFolder: string }
}

const prefix = 'posoka-test-'

const stopIn = (folder: string): Promise<void> =>
  stopServer({ ...placeIn(folder), binaries: findBinaries(findCheckout()), user: serverUser() })

/** A run that was killed leaves its server behind; the next run puts it away. */
const sweep = async (): Promise<void> => {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name)
    if (!name.startsWith(prefix) || statSync(folder, { throwIfNoEntry: false })?.uid !== process.getuid?.()) continue
    const rest = await unregisterUser(folder, 'nobody').catch(() => 'others remain')
    if (rest === 'others remain') continue
    await stopIn(folder)
    rmSync(folder, { recursive: true, force: true })
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep()
  const folder = await mkdtemp(join(tmpdir(), prefix))
  if (serverUser()) await chmod(folder, 0o711)
  await mkdir(join(folder, 'templates'), { mode: 0o700 })
  const mark = await registerUser(folder)
  project.provide('testFolder', folder)
  return () => underLock(folder, async () => {
    await unregisterUser(folder, mark)
    await stopIn(folder)
  }).finally(() => { rmSync(folder, { recursive: true, force: true }) })
}
