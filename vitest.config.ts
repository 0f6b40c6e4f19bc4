// Three projects by what a test needs, read off its imports: nothing (unit), the database, a browser.
// POSOKA_TEST_ALL=1 switches the full matrix on; the tests themselves read it through test/matrix.ts.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname
const all = process.env.POSOKA_TEST_ALL === '1'
const files = globSync(['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'], { cwd: root, exclude: ['test/bad-house/**'] })
const needs = (file: string): 'unit' | 'database' | 'browser' => {
  const text = readFileSync(join(root, file), 'utf8')
  if (/from '#test\/browser\//.test(text)) return 'browser'
  return /from '#test\/database\.ts'/.test(text) ? 'database' : 'unit'
}
/** `….all.test.ts` belongs to the full run alone: what it looks at is looked at once, another way, in every run. */
const isRun = (file: string): boolean => all || !/\.all\.test\.tsx?$/.test(file)
const include = (wanted: string): string[] => files.filter((file) => needs(file) === wanted && isRun(file))
const ifThere = (file: string): string[] => (existsSync(join(root, file)) ? [file] : [])

const shared = { oxc: { jsx: { runtime: 'automatic', importSource: '#ui/jsx' } } } as const

export default defineConfig({
  root,
  test: {
    // as many pages are open at once as there are cores to draw them
    maxConcurrency: 2,
    // the default leaves one core idle, which on two cores is half the machine
    maxWorkers: 2,
    projects: [
      // one worker for many files: they hold no state, and starting a worker takes longer than most of them
      { ...shared, test: { name: 'unit', include: include('unit'), isolate: false, testTimeout: all ? 300_000 : 20_000, hookTimeout: 60_000 } },
      {
        ...shared,
        test: {
          name: 'database', include: include('database'), globalSetup: ifThere('test/global-setup.ts'),
          testTimeout: all ? 300_000 : 30_000, hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'browser', include: include('browser'), globalSetup: ifThere('test/browser/global-setup.ts'),
          // one server for all of them, after everything else; four files at a time, because people are slow: a journey waits more than it works
          fileParallelism: true, maxWorkers: 4, sequence: { groupOrder: 1 },
          testTimeout: all ? 1_800_000 : 60_000, hookTimeout: 120_000,
        },
      },
    ],
  },
})
