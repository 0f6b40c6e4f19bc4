// The pages of intake, bound to the commands that keep a file or ask the portal.
import { takeInFile, takeInLetter, takeInNotes, takeInPortal } from '#areas/participation/intake/commands.ts'
import { pages, paperPageOf, portalPage, sheetPage, uploadPage } from '#areas/participation/intake/pages.ts'
import { fileKinds } from '#areas/participation/intake/rules.ts'
import { parseCode } from '#areas/participation/intake/rules/notes.ts'
import type { CommandAnswer, WebPage } from './door.ts'

export type IntakeParts = { readonly address: string | null; readonly email: string | null; readonly fetchFrom: readonly string[] }
export const intakePages = ({ address, email, fetchFrom }: IntakeParts): readonly WebPage[] => pages.map((page): WebPage => {
  if (page === paperPageOf) return { ...page, command: (visit, input) => takeInLetter(visit, input) }
  if (page === sheetPage) return { ...page, command: (visit, input, asked) => takeInNotes(visit, { code: parseCode(asked.params.code ?? '') ?? '', input }) }
  if (page === uploadPage) return {
    ...page,
    command: async (visit, input, asked): Promise<CommandAnswer> => { const kind = fileKinds.find((one) => one === asked.params.kind); return kind === undefined ? { kind: 'notFound' } : takeInFile(visit, { kind, input }) },
  }
  if (page === portalPage) return { ...page, command: (visit, input) => takeInPortal(visit, { input, how: { client: `Posoka/0.1 (${[address === null ? '' : `+${address}`, email ?? 'posoka@localhost'].filter(Boolean).join('; ')})`, allow: fetchFrom } }) }
  return page
})
