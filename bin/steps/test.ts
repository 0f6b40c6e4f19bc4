// `npm test`: types, lint and house, then every test; `npm run test:all` is the same with the full matrix.
// The last line counts plainly. Words after -- go to vitest: npm test -- src/kernel
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { failingChecks } from './check.ts'
import { home } from './home.ts'
import { makeReady } from './start.ts'
import { nodeTool, showTool } from './tool.ts'
import { compileWords } from './words.ts'

const results = home('build/test-results.json')

export const test = async (args: readonly string[]): Promise<number> => {
  await compileWords('functions and types')
  await makeReady()
  const failed = await failingChecks(['types', 'lint', 'house'])
  rmSync(results, { force: true })
  const code = await showTool(nodeTool('vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`, ...args))
  const counts = countTests()
  // what breaks outside any single test (a setup, an unhandled rejection) shows only in the exit code
  const besides = code !== 0 && counts.failed === 0 ? 1 : 0
  console.log(`\n${counts.passed + 3 - failed.length} passed, ${counts.failed + failed.length + besides} failed, ${counts.skipped} skipped${
    failed.length > 0 ? ` (${failed.join(', ')} failed before the tests)` : ''}`)
  return code === 0 && failed.length > 0 ? 1 : code
}

type Result = { readonly status: string; readonly assertionResults: readonly { readonly status: string }[] }
const countTests = (): { readonly passed: number; readonly failed: number; readonly skipped: number } => {
  if (!existsSync(results)) return { passed: 0, failed: 0, skipped: 0 }
  const files: readonly Result[] = JSON.parse(readFileSync(results, 'utf8')).testResults
  const count = (wanted: (status: string) => boolean): number => files.flatMap((file) => file.assertionResults).filter(({ status }) => wanted(status)).length
  const unreadable = files.filter((file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')).length
  return {
    passed: count((status) => status === 'passed'),
    failed: count((status) => status === 'failed') + unreadable,
    skipped: count((status) => status !== 'passed' && status !== 'failed'),
  }
}
