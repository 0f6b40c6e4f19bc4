// What can be wrong with an archive, or with the place it should go to: a sentence for the person at the terminal.
import type { Bilingual } from '#kernel/language.ts'

export type BackupProblemCode = 'damaged' | 'noArchive' | 'newer' | 'other' | 'notEmpty' | 'inUse' | 'there' | 'nothing' | 'diskFull' | 'lostFile'

export class BackupProblem extends Error {
  readonly code: BackupProblemCode
  readonly text: Bilingual
  constructor(code: BackupProblemCode, text: Bilingual, cause?: unknown) {
    super(text.en, cause === undefined ? undefined : { cause })
    this.name = 'BackupProblem'
    this.code = code
    this.text = text
  }
}

/** `why` completes the sentence „Архивът … е повреден: …“ */
export const damaged = (file: string, why: Bilingual): BackupProblem => new BackupProblem('damaged', {
  bg: `Архивът ${file} е повреден: ${why.bg}. Нищо не е записано.`,
  en: `The archive ${file} is damaged: ${why.en}. Nothing was written.`,
})

const diskCodes = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', /* PostgreSQL's own */ '53100'])
/** A full disk becomes a sentence; anything else stays what it is. */
export const orDiskFull = (error: unknown, file: string): unknown => (diskCodes.has((error as { code?: string } | null)?.code ?? '')
  ? new BackupProblem('diskFull', {
    bg: `Няма място на диска за ${file}. Освободете място и опитайте пак; недовършеният файл е махнат.`,
    en: `There is no space left on the disk for ${file}. Free some space and try again; the unfinished file was removed.`,
  }, error)
  : error)
