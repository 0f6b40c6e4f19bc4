// The ring: names on one side never touch, every link has both ends, and a stronger one is drawn thicker and later.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { papers } from './paper.ts'
import { layRing } from './ring-layout.ts'

const nodesOf = (count: number) => Array.from({ length: count }, (_, at) => ({ id: String(at), name: `Дейност номер ${at}`, short: `C ${at}`, fill: 'full' as const }))
test('names on one side never touch, and all stay on the paper', () => {
  fc.assert(fc.property(fc.integer({ min: 2, max: 40 }), fc.constantFrom('wide' as const, 'narrow' as const), (count, paper) => {
    const { nodes, height } = layRing({ nodes: nodesOf(count), links: [], paper: papers[paper] })
    for (const side of ['start', 'end'] as const) {
      const ys = nodes.filter(({ text }) => text.side === side).map(({ text }) => text.y).sort((a, b) => a - b)
      ys.slice(1).forEach((y, at) => expect(y - (ys[at] as number)).toBeGreaterThanOrEqual(16.9))
      for (const y of ys) { expect(y).toBeGreaterThan(0); expect(y).toBeLessThan(height + 3) }
    }
  }))
})
test('a stronger link is thicker and lies on top; one to nowhere is not drawn', () => {
  const { links } = layRing({ nodes: nodesOf(4), links: [{ from: '0', to: '1', weight: 0.9 }, { from: '1', to: '2', weight: 0.2 }, { from: '1', to: 'x', weight: 0.5 }], paper: papers.wide })
  expect(links.map(({ width }) => width)).toEqual([1, 5])
})
