// What an npm lock file should hold and does not: optional packages for foreign platforms that a registry could not serve.
// Pure; complete-lock.ts writes. Such entries have no checksum, so before a release make the lock where all can be had.
export type LockEntry = {
  readonly version?: string
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly license?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
export type Lock = { readonly packages: Readonly<Record<string, LockEntry>> }
export type MissingEntry = { readonly path: string; readonly entry: LockEntry; readonly wantedBy: string }

/** Looks for each named optional dependency from its parent's folder upward, as Node does. */
export const listMissingEntries = ({ packages }: Lock): readonly MissingEntry[] => {
  const missing = new Map<string, MissingEntry>()
  for (const [parent, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (placesOf(parent, name).some((place) => place in packages)) continue
      const path = `node_modules/${name}`
      missing.set(path, { path, wantedBy: parent, entry: { version, optional: true, ...platformOf(name) } })
    }
  }
  return [...missing.values()]
}

const placesOf = (parent: string, name: string): readonly string[] => {
  const places: string[] = []
  for (let folder = parent; ; ) {
    places.push(`${folder === '' ? '' : `${folder}/`}node_modules/${name}`)
    if (folder === '') return places
    const above = folder.lastIndexOf('/node_modules/')
    folder = above < 0 ? '' : folder.slice(0, above)
  }
}

const systems: Readonly<Record<string, string>> = { darwin: 'darwin', linux: 'linux', win32: 'win32', windows: 'win32', freebsd: 'freebsd', openbsd: 'openbsd', netbsd: 'netbsd', android: 'android', sunos: 'sunos', aix: 'aix', openharmony: 'openharmony' }
const processors: Readonly<Record<string, string>> = { x64: 'x64', arm64: 'arm64', arm: 'arm', ia32: 'ia32', ppc64: 'ppc64', ppc64le: 'ppc64', s390x: 's390x', riscv64: 'riscv64', loong64: 'loong64', mips64el: 'mips64el', wasm32: 'wasm32' }
/** '@biomejs/cli-darwin-arm64' says its platform in its name, as all of them do. */
const platformOf = (name: string): Pick<LockEntry, 'os' | 'cpu'> => {
  const words = name.toLowerCase().split(/[/_-]/)
  const os = words.flatMap((word) => systems[word] ?? [])
  const cpu = words.flatMap((word) => processors[word] ?? (word.startsWith('armv') ? 'arm' : []))
  return { ...(os.length > 0 ? { os } : {}), ...(cpu.length > 0 ? { cpu } : {}) }
}

export const completeLock = (lock: Lock): Lock => {
  const packages: Record<string, LockEntry> = { ...lock.packages }
  for (const { path, entry } of listMissingEntries(lock)) packages[path] = entry
  const sorted = Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1))
  return { ...lock, packages: Object.fromEntries(sorted) }
}
