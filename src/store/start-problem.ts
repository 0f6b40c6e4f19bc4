// What keeps the product from starting, worded for the person at the console: what happened, what to do.
// Not for problems of a running page: those are values (kernel/result.ts).
import type { Bilingual } from '#kernel/language.ts'

export const startProblemCodes = [
  'setting', 'noBinaries', 'binariesDoNotRun', 'unknownUser', 'folderWithoutRights', 'folderUnreachable', 'diskFull',
  'lockHeld', 'otherMajorVersion', 'serverDidNotStart', 'serverSilent', 'wrongPassword', 'cannotConnect', 'oldServer',
  'wrongEncoding', 'noExtension', 'wrongLocale', 'newerDatabase', 'changedMigration', 'failedMigration', 'rolesForbidden', 'portTaken',
] as const
export type StartProblemCode = (typeof startProblemCodes)[number]

export class StartProblem extends Error {
  readonly code: StartProblemCode
  readonly what: Bilingual
  readonly todo: Bilingual
  constructor(parts: { code: StartProblemCode; what: Bilingual; todo: Bilingual; cause?: unknown }) {
    super(`${parts.what.en} ${parts.todo.en}`, parts.cause === undefined ? undefined : { cause: parts.cause })
    this.name = 'StartProblem'
    this.code = parts.code
    this.what = parts.what
    this.todo = parts.todo
  }
}

const codeOf = (error: unknown): string => (error as { code?: string } | null)?.code ?? ''

/** Turns what the file system says into a sentence; anything unknown is thrown on as it is. */
export const folderProblem = (error: unknown, folder: string): unknown => {
  if (error instanceof StartProblem) return error
  if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) {
    return new StartProblem({
      code: 'folderWithoutRights', cause: error,
      what: { bg: `В папката ${folder} не може да се пише.`, en: `The folder ${folder} cannot be written to.` },
      todo: {
        bg: 'Дайте на този потребител право да пише в нея или посочете друга папка в POSOKA_DATA.',
        en: 'Let this user write there, or name another folder in POSOKA_DATA.',
      },
    })
  }
  if (['EEXIST', 'ENOTDIR'].includes(codeOf(error))) {
    return new StartProblem({
      code: 'folderWithoutRights', cause: error,
      what: { bg: `${folder} не е папка.`, en: `${folder} is not a folder.` },
      todo: { bg: 'Преместете този файл или посочете папка в POSOKA_DATA.', en: 'Move that file away, or name a folder in POSOKA_DATA.' },
    })
  }
  // 53100 is PostgreSQL's own word for it
  if (['ENOSPC', 'EDQUOT', '53100'].includes(codeOf(error))) return diskFull(folder, error)
  return error
}

export const diskFull = (folder: string, cause?: unknown): StartProblem => new StartProblem({
  code: 'diskFull', cause,
  what: { bg: `Няма свободно място на диска за ${folder}.`, en: `There is no space left on the disk for ${folder}.` },
  todo: {
    bg: 'Освободете място (най-малко 500 MB) и пуснете отново; нищо записано не е загубено.',
    en: 'Free some space (at least 500 MB) and start again; nothing that was saved is lost.',
  },
})
