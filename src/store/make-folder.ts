// Makes a folder and those above it, one at a time. Node's own recursive way says «no such file» for a disk that may only be
// read, and goes round for ever in /proc.
import { mkdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/** The mode is for the folders that are made; one that is there stays as it is. Errors are the file system's own. */
export const makeFolder = async (folder: string, mode = 0o700): Promise<void> => {
  const path = resolve(folder)
  try {
    await mkdir(path, { mode })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') {
      // a file of that name is no folder
      await mkdir(path, { recursive: true })
      return
    }
    if (code !== 'ENOENT' || dirname(path) === path) throw error
    await makeFolder(dirname(path), mode)
    // Where the folder above is there and this one still cannot be made, as in /proc, nobody may write.
    await mkdir(path, { mode }).catch((again: NodeJS.ErrnoException) => {
      if (again.code !== 'EEXIST') throw again.code === 'ENOENT' ? Object.assign(again, { code: 'EACCES' }) : again
    })
  }
}
