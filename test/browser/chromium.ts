// Finds a Chromium to test with: POSOKA_CHROMIUM, or the one from npm, unpacked once beside the packages.
// The arguments that package suggests are not used: they switch off the security our tests are about.
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { LaunchOptions } from 'playwright-core'

const run = promisify(execFile)

export type Chromium = { readonly executablePath: string; readonly env: Readonly<Record<string, string>> }

export const findChromium = async (): Promise<Chromium> => {
  const named = process.env.POSOKA_CHROMIUM
  if (named) {
    if (!existsSync(named)) throw new Error(`POSOKA_CHROMIUM names ${named}, which does not exist.\nGive the full path of a Chromium, or unset it.`)
    return { executablePath: named, env: {} }
  }
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(`There is no Chromium in npm for ${process.platform} ${process.arch}.\nInstall one and name it: POSOKA_CHROMIUM=/usr/bin/chromium npm test`)
  const folder = await unpacked()
  const executablePath = join(folder, 'chromium')
  // without any font on the machine Chromium draws nothing where our own fonts have no letter
  const fonts: Record<string, string> = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }
  const plain = await run(executablePath, ['--version']).then(() => '', (problem: Error) => problem.message)
  if (plain === '') return { executablePath, env: fonts }
  // a bare image lacks libnss3 and its like; the package brings them for another system, and they serve here too
  const env = { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023/lib') }
  await run(executablePath, ['--version'], { env: { ...process.env, ...env } }).catch((problem: Error) => {
    throw new Error(`The Chromium from npm does not run here: ${problem.message}\nInstall libnss3, libnspr4 and libexpat1, or name another Chromium in POSOKA_CHROMIUM.`)
  })
  return { executablePath, env }
}

/** Into a folder of another name first, so that an interrupted unpacking never looks finished. */
const unpacked = async (): Promise<string> => {
  const home = join(import.meta.dirname, '../../node_modules/@sparticuz/chromium')
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  const place = writableFolder(join(home, '../../.cache'))
  const folder = join(place, `chromium-${version}`)
  if (existsSync(folder)) return folder
  const aside = mkdtempSync(join(place, 'unpacking-'))
  const before = process.env.TMPDIR
  try {
    const { inflate } = await import('@sparticuz/chromium')
    process.env.TMPDIR = aside
    await Promise.all(['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map((name) => inflate(join(home, 'bin', name))))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  try {
    renameSync(aside, folder)
  } catch {
    rmSync(aside, { recursive: true, force: true }) // another run was quicker
  }
  return folder
}
const writableFolder = (wanted: string): string => {
  try {
    mkdirSync(wanted, { recursive: true })
    return wanted
  } catch {
    return mkdtempSync(join(tmpdir(), 'posoka-chromium-'))
  }
}

const isRoot = process.getuid?.() === 0
/** Nothing here weakens what a page may do; the rest keeps Chromium from asking the network for anything of its own. */
export const launchOptions = ({ executablePath, env }: Chromium): LaunchOptions => ({
  executablePath,
  env: { ...process.env, ...env } as Record<string, string>,
  chromiumSandbox: !isRoot,
  args: [
    '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--disable-dev-shm-usage', '--font-render-hinting=none', '--disable-lcd-text',
  ],
})
