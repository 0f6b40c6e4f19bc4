// `npm run check`: types, lint, house and unused parts, side by side. `--draw` writes the picture into ARCHITECTURE.md, docs/policy.md and docs/requirements.md first.
import { home } from './home.ts'
import { gatherTool, type Gathered, nodeTool } from './tool.ts'
import { compileWords } from './words.ts'

export const check = async (args: readonly string[]): Promise<number> => {
  await compileWords('functions and types')
  if (args.includes('--draw')) {
    const { drawPicture } = await import('../../test/house/draw.ts')
    drawPicture(home())
    // docs/policy.md is read off the real router, which only the tests can make without a bundle.
    process.env.POSOKA_DRAW = '1'
    await gatherTool(nodeTool('vitest/vitest.mjs', 'run', 'src/doors/web/policy.test.ts', '-t', 'docs/policy.md'))
    await gatherTool(nodeTool('vitest/vitest.mjs', 'run', 'test/requirements.test.ts'))
  }
  return (await failingChecks(['types', 'lint', 'house', 'unused'])).length === 0 ? 0 : 1
}

const checks = {
  types: () => gatherTool(nodeTool('typescript/bin/tsc', '-p', '.', '--pretty', String(process.stdout.isTTY === true))),
  lint: () => gatherTool(nodeTool('@biomejs/biome/bin/biome', 'lint', '--error-on-warnings', '--max-diagnostics=60')),
  unused: () => gatherTool(nodeTool('knip/bin/knip.js')),
  house: async (): Promise<Gathered> => {
    const { inspectHouse } = await import('../../test/house/inspect.ts')
    const { sentences, report } = inspectHouse(home())
    return { code: sentences.length === 0 ? 0 : 1, said: [...sentences, report].join('\n') }
  },
} as const
type Check = keyof typeof checks

/** Runs them at once, shows what each said when it is done, gives the names of those that failed. */
export const failingChecks = async (names: readonly Check[]): Promise<readonly Check[]> => {
  const failed: Check[] = []
  await Promise.all(names.map(async (name) => {
    const { code, said } = await checks[name]()
    if (code !== 0) failed.push(name)
    const text = said.trim()
    console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name}${(code !== 0 || name === 'house') && text !== '' ? `\n${text}` : ''}`)
  }))
  return failed
}
