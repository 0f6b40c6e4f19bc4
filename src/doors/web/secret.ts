// The secret that signs cookies and forms: from the environment, or from a file only its owner reads, made at the first start.
import { randomBytes } from 'node:crypto'
import { chmod, link, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '#store/make-folder.ts'
import type { Settings } from '#store/settings.ts'
import { folderProblem, StartProblem } from '#store/start-problem.ts'

const shortest = 32

export const getSecret = async ({ secret, dataFolder }: Pick<Settings, 'secret' | 'dataFolder'>): Promise<string> => {
  if (secret !== null) return secret
  const file = join(dataFolder, 'secret')
  try {
    await makeFolder(dataFolder)
    return check(await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => { if (error.code === 'ENOENT') return make(file); throw error }), file)
  } catch (error) { throw folderProblem(error, dataFolder) }
}
/** Encrypts what the database may hold but not read: the mailbox's password. A file of its own, so that the cookies' secret can change. */
export const getMailboxKey = async ({ dataFolder }: Pick<Settings, 'dataFolder'>): Promise<Buffer> => {
  const file = join(dataFolder, 'mailbox-key')
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => { if (error.code === 'ENOENT') return make(file); throw error })
  return Buffer.from(text.trim(), 'base64url')
}
/** Written beside and linked into place: of two servers that start at once, one makes it and both read the same. */
const make = async (file: string): Promise<string> => {
  const draft = `${file}-${process.pid}`
  await writeFile(draft, randomBytes(32).toString('base64url'), { mode: 0o600 })
  await chmod(draft, 0o600)
  await link(draft, file).catch((error: NodeJS.ErrnoException) => { if (error.code !== 'EEXIST') throw error })
  await rm(draft, { force: true })
  return readFile(file, 'utf8')
}
const check = (text: string, file: string): string => {
  const secret = text.trim()
  if (secret.length >= shortest) return secret
  throw new StartProblem({
    code: 'setting',
    what: { bg: `Тайната във файла ${file} е по-къса от ${shortest} знака.`, en: `The secret in the file ${file} is shorter than ${shortest} characters.` },
    todo: { bg: 'Изтрийте файла: при пускане ще се направи нов (всички ще трябва да влязат отново).', en: 'Delete the file: the next start makes a new one (everybody will have to sign in again).' },
  })
}
