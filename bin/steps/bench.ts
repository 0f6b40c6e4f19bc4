// `npm run bench`: everything ready, then bench/main.ts, which measures and prints. Nothing is measured here.
import { existsSync } from 'node:fs'
import { home, Stop } from './home.ts'
import { makeReady } from './start.ts'
import { showTool } from './tool.ts'

export const bench = async (args: readonly string[]): Promise<number> => {
  await makeReady()
  const file = home('bench/main.ts')
  if (!existsSync(file)) throw new Stop('There is no bench/main.ts to run.', 'Clone the product again, whole.', 70)
  return showTool([process.execPath, file, ...args])
}
