// Every command of the terminal, in the order the help shows them. Nothing is decided here.
import { commands as consultationCommands } from '#areas/participation/consultations/commands.ts'
import { commands as accountCommands } from '#areas/people/accounts/commands.ts'
import { commands as datasetCommands } from '#areas/evidence/datasets/commands.ts'
import { readCheckBook } from '#areas/evidence/datasets/commands/check-book.ts'
import { importFile } from '#areas/evidence/datasets/commands/import-file.ts'
import { tableCommands } from '#areas/evidence/tables/commands.ts'
import { commands as regionCommands } from '#areas/evidence/regions/commands.ts'
import { commands as indicatorCommands } from '#areas/evidence/indicators/commands.ts'
import { prepareEvidence } from '#areas/evidence/indicators/commands/first-start.ts'
import { mailCommands } from '#areas/participation/correspondence/commands.ts'
import { auditCommands } from '#store/audit-commands.ts'
import { backupCommands } from '#store/backup-commands.ts'
import { databaseCommands } from '#store/database-commands.ts'
import type { Command } from '#store/command.ts'
import { exitCodes, failed } from '#store/command.ts'
import { readSettings } from '#store/settings.ts'
import { readHomeRegion } from '../web/home-region.ts'
import { computeCommand } from './compute.ts'

/** Served by bin/steps before this door is reached; it stands here so that the help knows it. */
const start: Command = {
  name: 'start',
  says: { bg: 'пуска портала (същото като npm start)', en: 'serve the portal (the same as npm start)' },
  examples: ['posoka start', 'PORT=8080 posoka start'],
  run: async () => failed('usage', `exit code ${exitCodes.usage}: start is served by bin/posoka`),
}

/** In a fresh clone a command about figures works like a first start: the region's pack is loaded before it. */
const withRegion = (command: Command): Command => ({
  ...command,
  run: async (context) => {
    const settings = readSettings(process.env)
    const loaded = await context.store.inTurn(() => prepareEvidence(context.store, { checkout: settings.checkout, packFolder: readHomeRegion(settings).folder, now: context.now() }))
    if (loaded) context.say(loaded[context.language])
    return command.run(context)
  },
})

/** An own table is stored by the import of all datasets. */
const ownTables = tableCommands((store) => async (ask) => importFile(store, { ...ask, book: await readCheckBook(readSettings(process.env).checkout) }))

/** Letters brought in at the terminal lead to this site; its address is that of the settings. */
const mail = mailCommands(() => {
  const { publicAddress, port, mailIn } = readSettings(process.env)
  return { origin: publicAddress ?? `http://localhost:${port}`, ...mailIn }
})

export const commands: readonly Command[] = [start, ...[...datasetCommands, ...indicatorCommands, ...ownTables].map(withRegion), ...regionCommands, ...mail, ...accountCommands, ...consultationCommands, computeCommand, ...backupCommands, ...auditCommands, ...databaseCommands]
