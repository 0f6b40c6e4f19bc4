// Every command of the terminal, in the order the help shows them. Nothing is decided here.
import { commands as accountCommands } from '#areas/people/accounts/commands.ts'
import { databaseCommands } from '#store/database-commands.ts'
import type { Command } from '#store/command.ts'
import { exitCodes, failed } from '#store/command.ts'

/** Served by bin/steps before this door is reached; it stands here so that the help knows it. */
const start: Command = {
  name: 'start',
  says: { bg: 'пуска портала (същото като npm start)', en: 'serve the portal (the same as npm start)' },
  examples: ['posoka start', 'PORT=8080 posoka start'],
  run: async () => failed('usage', `exit code ${exitCodes.usage}: start is served by bin/posoka`),
}

export const commands: readonly Command[] = [start, ...accountCommands, ...databaseCommands]
