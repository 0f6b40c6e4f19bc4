// `posoka backup`, `posoka restore`, `posoka db export`: an operator's way to copies, to another machine and to another server.
// A backup runs beside the portal and changes nothing, not even an older schema; docs/backup.md says what is in an archive.
import { existsSync } from 'node:fs'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Bilingual } from '#kernel/language.ts'
import { canonicalExport } from './backup/canonical-export.ts'
import { BackupProblem } from './backup/problem.ts'
import { type Restored, restoreBackup } from './backup/restore-backup.ts'
import { listSchemas } from './backup/tables.ts'
import { writeBackup } from './backup/write-backup.ts'
import { type Command, type CommandContext, done } from './command.ts'
import { connectOnce, type Address } from './launcher/address.ts'
import { launchDatabase } from './launcher/launch.ts'
import { outsideOf } from './launcher/place.ts'
import { readSettings, type Settings } from './settings.ts'

type Opened = { readonly address: Address; readonly leave: () => Promise<void> }
const openDatabase = async ({ databaseUrl, checkout, dataFolder }: Settings): Promise<Opened> => {
  if (databaseUrl !== null) return { address: { connectionString: databaseUrl }, leave: async () => {} }
  const launched = await launchDatabase({ checkout, dataFolder })
  return { address: launched.address, leave: launched.leave }
}
/** A copy of nothing is asked for by mistake: no database is made for it. */
const refuseMissing = ({ databaseUrl, dataFolder }: Settings): void => {
  if (databaseUrl !== null || existsSync(join(dataFolder, 'cluster')) || existsSync(join(outsideOf(dataFolder), 'cluster'))) return
  throw new BackupProblem('nothing', { bg: `В ${dataFolder} няма база данни. Посочете папката с POSOKA_DATA.`, en: `There is no database in ${dataFolder}. Name its folder in POSOKA_DATA.` })
}
const inMegabytes = (bytes: number): number => Math.round(bytes / 1_048_576)
const productOf = async (checkout: string): Promise<string> => (JSON.parse(await readFile(join(checkout, 'package.json'), 'utf8')) as { version: string }).version

const backup: Command = {
  name: 'backup', opens: 'nothing',
  says: { bg: 'записва всичко – данни, файлове, писма и ключове – в един файл, докато порталът работи', en: 'write everything (figures, files, letters, keys) into one file, while the portal runs' },
  words: [{ name: 'file', needed: 'yes', says: { bg: 'име на архива', en: 'name of the archive' } }],
  examples: ['posoka backup /backup/posoka-2026-11-25.posoka'],
  run: async ({ line, language, now, signal, bar }) => {
    const settings = readSettings(process.env)
    refuseMissing(settings)
    const { address, leave } = await openDatabase(settings)
    const progress = bar({ label: { bg: 'архив', en: 'backup' }[language], unit: 'MB' })
    try {
      const made = await writeBackup({
        address, dataFolder: settings.dataFolder, migrations: join(settings.checkout, 'migrations'), file: resolve(line.one('file')), product: await productOf(settings.checkout), now: now(), signal,
        onProgress: (reached, total) => { progress.of(inMegabytes(total)); progress.reach(inMegabytes(reached)) },
      })
      progress.end()
      const size = (made.size / 1_048_576).toFixed(1)
      return done({
        bg: [`Архивът е готов: ${made.file} (${size} MB, ${made.tables} таблици, ${made.rows} реда, ${made.files} файла).`, 'В него са и ключовете на портала: пазете го като самия портал.'],
        en: [`The backup is made: ${made.file} (${size} MB, ${made.tables} tables, ${made.rows} rows, ${made.files} files).`, 'The keys of the portal are in it: guard it like the portal itself.'],
      }[language], made)
    } finally {
      await leave()
    }
  },
}

/** A folder of its own is removed again when nothing came of it; one with something in it is refused. */
const openFolder = async (folder: string): Promise<void> => {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => { if (error.code === 'ENOENT') return []; throw error })
  if (names.length === 0) return
  throw new BackupProblem('notEmpty', { bg: `Папката ${folder} не е празна; нищо не е променено.`, en: `The folder ${folder} is not empty; nothing was changed.` })
}

const restore: Command = {
  name: 'restore', opens: 'nothing',
  says: { bg: 'възстановява архив в празна база данни; повреден архив се отказва целият', en: 'restore an archive into an empty database; a damaged one is refused whole' },
  words: [{ name: 'file', needed: 'yes', says: { bg: 'архивът', en: 'the archive' } }],
  options: [
    { name: 'into', takes: 'text', says: { bg: 'нова папка с данни и собствена база; иначе POSOKA_DATA и DATABASE_URL', en: 'a new data folder with a database of its own; otherwise POSOKA_DATA and DATABASE_URL' } },
    { name: 'replace', takes: 'nothing', says: { bg: 'заменя всичко, което е в базата данни', en: 'replace everything that is in the database' } },
  ],
  examples: ['posoka restore posoka-2026-11-25.posoka --into /srv/posoka-new', 'DATABASE_URL=postgres://… posoka restore posoka-2026-11-25.posoka'],
  run: async ({ line, language, signal, bar }) => {
    const set = readSettings(process.env)
    const into = line.has('into') ? resolve(line.one('into')) : null
    const settings: Settings = into === null ? set : { ...set, dataFolder: into, databaseUrl: null }
    if (into !== null) await openFolder(into)
    const file = resolve(line.one('file'))
    const total = inMegabytes((await stat(file).catch(() => ({ size: 0 }))).size)
    const bars = makeBars({ bar, language, total })
    let opened: Opened | undefined
    try {
      const restored = await restoreBackup({
        file, migrations: join(settings.checkout, 'migrations'), dataFolder: settings.dataFolder, what: line.has('replace') ? 'replace' : 'fill', signal,
        open: async () => (opened = await openDatabase(settings)).address,
        onProgress: (step, bytes) => bars.reach(step, inMegabytes(bytes)),
      })
      bars.end()
      await opened?.leave()
      return done(sayRestored(restored, { file, into })[language], { file, into, rows: restored.rows, files: restored.files, madeAt: restored.manifest.madeAt, migrated: restored.migrated })
    } catch (error) {
      await opened?.leave()
      if (into !== null && opened) await Promise.all([into, outsideOf(into)].map((folder) => rm(folder, { recursive: true, force: true })))
      throw error
    }
  },
}

const makeBars = ({ bar, language, total }: Pick<CommandContext, 'bar' | 'language'> & { readonly total: number }) => {
  const labels = { verify: { bg: 'проверка', en: 'checking' }, load: { bg: 'възстановяване', en: 'restoring' } }
  let now: { readonly step: string; readonly bar: ReturnType<CommandContext['bar']> } | undefined
  return {
    reach: (step: 'verify' | 'load', megabytes: number): void => {
      if (now?.step !== step) {
        now?.bar.end()
        now = { step, bar: bar({ label: labels[step][language], unit: 'MB', total }) }
      }
      now.bar.reach(megabytes)
    },
    end: (): void => now?.bar.end(),
  }
}

const sayRestored = ({ manifest, rows, files, migrated }: Restored, { file, into }: { readonly file: string; readonly into: string | null }): Readonly<Record<'bg' | 'en', readonly string[]>> => {
  const named = `${manifest.region === null ? '' : `POSOKA_REGION=${manifest.region} `}${into === null ? '' : `POSOKA_DATA=${into} `}`
  return sayIt({ manifest, rows, files, migrated }, { file, named })
}
const sayIt = ({ manifest, rows, files, migrated }: Restored, { file, named }: { readonly file: string; readonly named: string }): Readonly<Record<'bg' | 'en', readonly string[]>> => ({
  bg: [
    `Възстановено от ${file} (направен ${manifest.madeAt}): ${rows} реда, ${files} файла.`,
    ...(migrated.length > 0 ? [`Архивът беше от по-старо издание; обновено с: ${migrated.join(' ')}.`] : []),
    `Пускане: ${named}npm start`,
  ],
  en: [
    `Restored from ${file} (made ${manifest.madeAt}): ${rows} rows, ${files} files.`,
    ...(migrated.length > 0 ? [`The archive was of an older version; brought up to date by: ${migrated.join(' ')}.`] : []),
    `To serve it: ${named}npm start`,
  ],
})

const says: Bilingual = { bg: 'изписва цялата база данни в един постоянен ред, за сравнение', en: 'print the whole database in one lasting order, for comparing' }
const dbExport: Command = {
  name: 'db export', opens: 'nothing', says,
  examples: ['posoka db export > posoka.txt', 'posoka db export | sha256sum'],
  run: async () => {
    const settings = readSettings(process.env)
    refuseMissing(settings)
    const { address, leave } = await openDatabase(settings)
    const client = await connectOnce(address)
    try {
      await pipeline(canonicalExport(client, listSchemas(join(settings.checkout, 'migrations'))), process.stdout, { end: false })
      return done([])
    } finally {
      await client.end()
      await leave()
    }
  },
}

export const backupCommands: readonly Command[] = [backup, restore, dbExport]
