// Runs axe-core in the page for WCAG 2.0–2.2 A and AA and EN 301 549. It finds a part of what can be wrong, never all.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'EN-301-549']
const source = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8')

type Found = { readonly id: string; readonly help: string; readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[] }

/** Each as one sentence: rule, what it means, where. The debugger puts axe in, so the page's CSP stays as it is. */
export const listViolations = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(source)
  const found = await page.evaluate(async (wanted) => {
    const { axe } = globalThis as unknown as { axe: { run: (context: Document, options: object) => Promise<{ violations: Found[] }> } }
    return (await axe.run(document, { runOnly: { type: 'tag', values: wanted }, resultTypes: ['violations'] })).violations
  }, tags)
  return found.flatMap(({ id, help, nodes }) => nodes.slice(0, 3).map(({ target, failureSummary = '' }) =>
    `axe ${id}: ${help} at ${target.join(' ')} (${failureSummary.replace(/\s+/g, ' ').slice(0, 240)})`))
}
