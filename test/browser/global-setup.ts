// Before the browser tests: Chromium unpacked, and one running product for all of them.
import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { bundle } from '../../bin/steps/bundle.ts'
import { compileWords } from '../../bin/steps/words.ts'
import { makeDataFolder, startApp } from './app.ts'
import { type Chromium, findChromium } from './chromium.ts'
import { becomeAdministrator } from './sign-in.ts'

type Shared = { readonly address: string; readonly problem: string; /** the Cookie header of a signed-in administrator */ readonly administrator: string; /** its data folder, where letters are kept while there is no mail server */ readonly data: string }
declare module 'vitest' {
  export interface ProvidedContext { chromium: Chromium; app: Shared }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [chromium, started] = await Promise.all([findChromium(), start()])
  project.provide('chromium', chromium)
  project.provide('app', started.shared)
  return async () => { await started.app?.stop() }
}

/** What goes wrong is told to the tests that need the product, so that the others still run. */
const start = async (): Promise<{ readonly app: { readonly stop: () => Promise<void> } | null; readonly shared: Shared }> => {
  const without = (problem: string): Shared => ({ address: '', problem, administrator: '', data: '' })
  try {
    await compileWords('functions')
    await bundle()
    const data = makeDataFolder()
    const app = await startApp({ data })
    const stop = async () => { await app.stop(); rmSync(data, { recursive: true, force: true }) }
    return { app: { stop }, shared: { address: app.address, problem: '', administrator: await becomeAdministrator(app), data } }
  } catch (problem) {
    return { app: null, shared: without(String(problem)) }
  }
}
