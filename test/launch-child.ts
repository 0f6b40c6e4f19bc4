// A process of its own for the launcher's tests: starts the database and leaves, or is killed. Not used by the product.
import { spawn } from 'node:child_process'
import { findCheckout } from '#store/checkout.ts'
import { launchDatabase } from '#store/launcher/launch.ts'

export type ChildEnd = { readonly code: number | null; readonly signal: string | null; readonly said: string }

export const runChild = (what: { folder: string; work: 'leave' | 'die' }): Promise<ChildEnd> => new Promise((resolve) => {
  const child = spawn(process.execPath, [import.meta.filename, what.folder, what.work], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.on('data', (bytes) => { said += bytes })
  child.stderr.on('data', (bytes) => { said += bytes })
  child.on('close', (code, signal) => resolve({ code, signal, said }))
})

if (process.argv[1] === import.meta.filename) {
  const [, , folder = '', work] = process.argv
  const launched = await launchDatabase({ checkout: findCheckout(), dataFolder: folder })
  console.log(launched.how)
  if (work === 'die') process.kill(process.pid, 'SIGKILL')
  await launched.leave()
}
