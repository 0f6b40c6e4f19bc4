// Before the browser tests: Chromium unpacked, and one running product for all of them.
import type { TestProject } from 'vitest/node'
import { type App, isAppBuilt, startApp } from './app.ts'
import { type Chromium, findChromium } from './chromium.ts'

declare module 'vitest' {
  export interface ProvidedContext { chromium: Chromium; app: { readonly address: string; readonly problem: string } }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [chromium, app] = await Promise.all([findChromium(), start()])
  project.provide('chromium', chromium)
  project.provide('app', 'problem' in app ? { address: '', problem: app.problem } : { address: app.address, problem: '' })
  return async () => { if (!('problem' in app)) await app.stop() }
}

/** Told to the tests that need it, so that the others still run. */
const start = async (): Promise<App | { readonly problem: string }> => {
  if (!isAppBuilt()) return { problem: 'build/server.js is not there; run: npm run build' }
  return startApp().catch((problem: Error) => ({ problem: problem.message }))
}
