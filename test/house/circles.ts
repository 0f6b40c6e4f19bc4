// Circles of files and of topics: strongly connected parts, after Tarjan. Types count: both files of a type circle need each other.
import type { Sin } from './plan.ts'
import type { House } from './read-house.ts'

type Graph = ReadonlyMap<string, ReadonlySet<string>>

const circlesOf = (graph: Graph): readonly (readonly string[])[] => {
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const circles: string[][] = []
  const walk = (node: string): number => {
    const mine = order.size
    order.set(node, mine)
    stack.push(node)
    let lowest = mine
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) lowest = Math.min(lowest, walk(next))
      else if (stack.includes(next)) lowest = Math.min(lowest, order.get(next) ?? mine)
    }
    low.set(node, lowest)
    if (lowest === mine) {
      const circle = stack.splice(stack.indexOf(node))
      if (circle.length > 1 || graph.get(node)?.has(node)) circles.push(circle.sort())
    }
    return lowest
  }
  for (const node of graph.keys()) if (!order.has(node)) walk(node)
  return circles
}

export const sinsOfCircles = (house: House): readonly Sin[] => {
  const files = new Map<string, Set<string>>()
  const topics = new Map<string, Set<string>>()
  for (const { path, place, imports } of house.files.values()) {
    if (place.test) continue
    const targets = imports.flatMap(({ target }) => (target !== null && house.files.has(target) ? [target] : []))
    files.set(path, new Set(targets))
    if (place.part === null || place.kind === null) continue
    const known = topics.get(place.part) ?? new Set()
    for (const target of targets) {
      const other = house.files.get(target)?.place
      if (other?.kind && other.part !== null && other.part !== place.part) known.add(other.part)
    }
    topics.set(place.part, known)
  }
  const sins = (graph: Graph, rule: 'file-circle' | 'topic-circle') => circlesOf(graph).map((circle): Sin => ({
    file: rule === 'file-circle' ? (circle[0] ?? '') : `src/areas/${circle[0]}`, line: 1, rule, says: `${circle.join(' → ')} → ${circle[0]}`,
  }))
  return [...sins(files, 'file-circle'), ...sins(topics, 'topic-circle')]
}
