// Who may import whom: floors, neighbours, kinds of file, tools, doors, packages. One import, at most one sin.
import { doorTakes, floors, kinds, packages, type Rule, shown, type Sin, topicPackages, topics } from './plan.ts'
import { type File, floorOf, type House, type Import, placeOf } from './read-house.ts'

export const sinsOfWalls = (house: House): readonly Sin[] => [...house.files.values()].flatMap((file) => [
  ...sinsOfPlace(file),
  ...file.imports.flatMap((each) => {
    const found = judge(house, file, each)
    return found === null ? [] : [{ file: file.path, line: each.line, rule: found[0], says: found[1] }]
  }),
  ...sinsOfReach(house, file),
])

const sinsOfPlace = ({ path, place }: File): readonly Sin[] => {
  const sin = (rule: Rule, says: string): readonly Sin[] => [{ file: path, line: 1, rule, says }]
  if (place.room === null) return sin('unknown-room', `${path} lies in no room of the plan`)
  if (!path.startsWith('src/areas/') || place.test || place.example) return []
  const [area, topic] = place.part?.split('/') ?? []
  if (topic === undefined || !topics[area ?? '']?.includes(topic)) return sin('unknown-topic', `the plan has no topic ${place.part ?? 'here'}`)
  const wanted = place.kind === 'views' ? /\/(views\.tsx|views\/.*\.tsx?)$/ : /\.ts$/
  return place.kind === null || !wanted.test(path) ? sin('unknown-name', 'a topic has eight file names: tables rules read write forms views.tsx pages commands') : []
}

type Verdict = readonly [Rule, string] | null
const judge = (house: House, from: File, { asked, target, how, package: wanted }: Import): Verdict => {
  if (how === 'type') return ['type-import', `import('${asked}') in a type hides an arrow; write an import at the top`]
  if (wanted !== null) return judgePackage(house, from, wanted)
  if (target === null) return ['unresolved', `${asked} leads to no file; write the whole name with its ending`]
  if (target.startsWith('test/')) return from.place.test ? null : ['test-in-product', `${asked}: only a test may use test/`]
  if (!from.place.test && /\.test\.tsx?$/.test(target)) return ['test-in-product', `${asked} is a test`]
  const to = placeOf(target)
  const here = from.place
  if (here.room === null || to.room === null) return null // reported by its place
  const sameHome = here.room === to.room && (here.room === 'doors' || here.part === to.part)
  if (asked.startsWith('.')) return sameHome ? judgeWithin(from, to) : ['loose-path', `${asked} leaves its topic or room; write #${target.slice(4)}`]
  if (sameHome) return judgeWithin(from, to)
  if (to.floor > here.floor) return ['upward-arrow', `${here.room} is below ${to.room} and may not look up`]
  if (to.floor === here.floor && to.room !== here.room) return ['sideways-arrow', `${here.room} and ${to.room} stand on one floor and do not see each other`]
  // tests and examples may look anywhere below their own floor
  if ((here.test || here.example) && to.floor < here.floor) return null
  if (here.room === 'doors') return judgeDoor(from, to)
  const isTool = to.part === null
  if (here.part === null) return to.room === 'kernel' ? null : ['wrong-tool', `${here.room} sees the kernel only, not ${to.room}`]
  if (isTool) {
    if (here.test || here.kind === null || kinds[here.kind].tools.includes(to.room)) return null
    return ['wrong-tool', `${here.kind} may not see ${to.room}`]
  }
  if (to.kind === null || !shown.includes(to.kind)) return ['hidden-neighbour', `a topic shows its ${shown.join(', ')}; not ${to.kind ?? target}`]
  if (here.kind === null || here.test || to.kind === here.kind || kinds[here.kind].own.includes(to.kind)) return null
  return ['hidden-neighbour', `${here.kind} may not see a neighbour's ${to.kind}`]
}

const judgeWithin = ({ place: here }: File, to: ReturnType<typeof placeOf>): Verdict => {
  if (here.kind === null || to.kind === null || here.test || here.kind === to.kind || kinds[here.kind].own.includes(to.kind)) return null
  return ['wrong-order', `${here.kind} may not see the ${to.kind} of its topic, only ${kinds[here.kind].own.join(', ') || 'none'}`]
}

const judgeDoor = ({ place: here }: File, to: ReturnType<typeof placeOf>): Verdict => {
  if (to.kind === null) return null
  const takes = here.part === null ? [] : (doorTakes[here.part] ?? [])
  return takes.includes(to.kind) ? null : ['door-reach', `the door ${here.part ?? ''} takes ${takes.join(', ') || 'nothing'} of a topic, not its ${to.kind}`]
}

const judgePackage = (house: House, { place, path }: File, wanted: string): Verdict => {
  const name = wanted.startsWith('@') ? wanted.split('/').slice(0, 2).join('/') : (wanted.split('/')[0] ?? wanted)
  const declared = name.startsWith('node:') || house.packages.has(name) || (place.test && house.devPackages.has(name))
  if (!declared) return ['unresolved', `${wanted} is not a dependency in package.json${place.test ? '' : ' that the product itself has'} (modules of Node are written node:…)`]
  if (place.test) return null
  const allowed = [
    ...(place.kind !== null ? kinds[place.kind].packages : (packages[place.room ?? ''] ?? [])),
    ...(place.part !== null ? (topicPackages[place.part] ?? []) : []),
    ...(path.startsWith('src/ui/islands/') ? (packages['ui/islands'] ?? []) : []),
    ...(path.startsWith('src/ui/documents/') ? (packages['ui/documents'] ?? []) : []),
    ...(path.startsWith('src/stats/compute/') ? (packages['stats/compute'] ?? []) : []),
  ]
  const fits = (each: string): boolean => wanted === each || wanted.startsWith(`${each}/`) || (each === 'node:*' && wanted.startsWith('node:'))
  return allowed.some(fits) ? null : ['wrong-package', `${place.kind ?? place.room} may not use ${wanted}`]
}

/** The command line runs from source under plain Node, which strips types but knows no JSX. */
const sinsOfReach = (house: House, file: File): readonly Sin[] => {
  const starts = (file.place.kind === 'commands' || file.place.part === 'cli') && !file.place.test
  if (!starts) return []
  const seen = new Set([file.path])
  const queue = [file.path]
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (path.endsWith('.tsx')) return [{ file: file.path, line: 1, rule: 'reaches-jsx', says: `what runs from source reaches ${path}` }]
    for (const { target } of house.files.get(path)?.imports ?? []) if (target !== null && !seen.has(target)) { seen.add(target); queue.push(target) }
  }
  return []
}

export const roomsFromTheTop = (): readonly string[] => [...floors].reverse().flat()
export const isBelow = (a: string, b: string): boolean => floorOf(a) < floorOf(b)
