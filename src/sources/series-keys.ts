// Makes the key objects of blocks. Rows that differ from the one before in their last code only get a copy with that code set:
// the quickest way to many objects of one shape.
import type { CodeBook } from './code-book.ts'

export class SeriesKeys {
  private readonly names: readonly string[]
  private readonly books: readonly CodeBook[]
  private readonly lastIds: Int32Array
  private last: Record<string, string> = {}

  constructor(names: readonly string[], books: readonly CodeBook[]) {
    this.names = names
    this.books = books
    this.lastIds = new Int32Array(names.length).fill(-1)
  }
  isWanted(ids: Int32Array): boolean {
    const { books } = this
    for (let at = 0; at < books.length; at++) if (!(books[at] as CodeBook).isWanted(ids[at] as number)) return false
    return true
  }
  make(ids: Int32Array): Readonly<Record<string, string>> {
    const { names, books, lastIds } = this
    let first = 0
    while (first < ids.length && lastIds[first] === ids[first]) first += 1
    const key: Record<string, string> = { ...this.last }
    for (let at = first; at < ids.length; at++) {
      key[names[at] as string] = (books[at] as CodeBook).code(ids[at] as number)
      lastIds[at] = ids[at] as number
    }
    this.last = key
    return key
  }
  spell(ids: Int32Array): string {
    return this.books.map((book, at) => book.code(ids[at] as number)).join(',')
  }
}
