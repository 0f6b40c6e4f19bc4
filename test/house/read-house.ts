// Reads every file under src/ once: where it stands, what it imports (types count), and its tree for the small rules.
// Judges nothing; what it cannot follow becomes an import without a target, which walls.ts reports.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { type Comment, type Node, parseSync, Visitor, type VisitorObject } from 'oxc-parser'
import { doors, floors, type Kind, kinds, type Room } from './plan.ts'

export type Place = {
  readonly room: Room | null
  readonly floor: number
  /** 'evidence/datasets', for files of a topic; 'web', 'cli' … for files of a door */
  readonly part: string | null
  readonly kind: Kind | null
  readonly test: boolean
  readonly example: boolean
}
export type Import = {
  readonly line: number
  readonly asked: string
  /** path from the root, or null for a package */
  readonly target: string | null
  readonly package: string | null
  readonly how: 'static' | 'export' | 'dynamic' | 'type'
}
export type File = {
  readonly path: string
  readonly place: Place
  readonly text: string
  readonly lines: number
  readonly imports: readonly Import[]
  readonly body: readonly Node[]
  readonly comments: readonly Comment[]
  readonly lineOf: (offset: number) => number
  readonly visit: (visitor: VisitorObject) => void
}
export type House = { readonly root: string; readonly files: ReadonlyMap<string, File>; readonly packages: ReadonlySet<string>; readonly devPackages: ReadonlySet<string> }

const isKind = (name: string): name is Kind => Object.hasOwn(kinds, name)
export const floorOf = (room: string): number => floors.findIndex((floor) => floor.some((each) => each === room))

export const placeOf = (path: string): Place => {
  const parts = path.split('/').slice(1)
  const name = parts.at(-1) ?? ''
  const test = /\.test\.tsx?$/.test(name)
  const example = /(^|\.)examples\.tsx?$/.test(name)
  const named = parts[0] === 'areas' ? parts[1] : parts[0]
  const room = named !== undefined && floorOf(named) >= 0 && (parts[0] === 'areas') === !['kernel', 'store', 'sources', 'stats', 'ui', 'doors'].includes(named) ? (named as Room) : null
  const place = { room, floor: room === null ? -1 : floorOf(room), test, example, part: null, kind: null }
  if (parts[0] === 'doors') return { ...place, part: doors.find((door) => door === parts[1]) ?? null }
  if (parts[0] !== 'areas' || parts.length < 4) return place
  const word = (parts[3] ?? '').replace(/\..*$/, '')
  return { ...place, part: `${parts[1]}/${parts[2]}`, kind: isKind(word) ? word : null }
}

const listSources = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|js|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .filter((file) => !file.includes('/src/kernel/words/'))
    .sort()

/** `manifest` is the folder of package.json: the bad house borrows that of the good one. */
export const readHouse = (root: string, manifest: string = root): House => {
  const { imports, dependencies, optionalDependencies, devDependencies } = JSON.parse(readFileSync(join(manifest, 'package.json'), 'utf8'))
  const files = new Map<string, File>()
  for (const full of listSources(join(root, 'src'))) {
    const path = relative(root, full).replaceAll('\\', '/')
    files.set(path, readOne(root, path, imports))
  }
  return {
    root, files,
    packages: new Set(Object.keys({ ...dependencies, ...optionalDependencies })),
    devPackages: new Set(Object.keys(devDependencies ?? {})),
  }
}

const readOne = (root: string, path: string, mapping: Readonly<Record<string, string>>): File => {
  const text = readFileSync(join(root, path), 'utf8')
  const parsed = parseSync(path, text)
  if (parsed.errors.length > 0) throw new Error(`${path} cannot be parsed: ${parsed.errors[0]?.message}`)
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length
  const imports: Import[] = []
  const add = (how: Import['how'], asked: string, offset: number) => imports.push({ how, asked, line: lineOf(offset), ...resolve(root, path, asked, mapping) })

  const { staticImports, staticExports, dynamicImports } = parsed.module
  for (const { moduleRequest } of staticImports) add('static', moduleRequest.value, moduleRequest.start)
  for (const { entries } of staticExports) {
    const from = entries.find(({ moduleRequest }) => moduleRequest !== null)?.moduleRequest
    if (from) add('export', from.value, from.start)
  }
  // given as spans of the text: anything but a plain literal cannot be followed, and is reported as such
  for (const { moduleRequest: span } of dynamicImports) {
    const written = text.slice(span.start, span.end)
    add('dynamic', /^(['"`])([^'"`$]*)\1$/.exec(written)?.[2] ?? written, span.start)
  }
  const visit = (visitor: VisitorObject): void => new Visitor(visitor).visit(parsed.program)
  visit({ TSImportType: (node) => { add('type', String(node.source.value), node.start) } })
  return { path, place: placeOf(path), text, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0), imports, body: parsed.program.body, comments: parsed.comments, lineOf, visit }
}

const resolve = (root: string, from: string, asked: string, mapping: Readonly<Record<string, string>>): Pick<Import, 'target' | 'package'> => {
  if (asked.startsWith('.')) return { target: existing(root, normalize(join(dirname(from), asked))), package: null }
  if (asked.startsWith('#')) {
    const rule = Object.entries(mapping).find(([name]) => name.endsWith('*') && asked.startsWith(name.slice(0, -1)))
    return { target: rule ? existing(root, normalize(rule[1].replace('*', asked.slice(rule[0].length - 1)))) : null, package: null }
  }
  return { target: null, package: /^[@a-z]/.test(asked) ? asked : null }
}
const existing = (root: string, path: string): string | null => {
  const plain = path.replaceAll('\\', '/')
  return /\.\w+$/.test(plain) && (existsSync(join(root, plain)) || plain.startsWith('src/kernel/words/') || plain.startsWith('test/')) ? plain : null
}
