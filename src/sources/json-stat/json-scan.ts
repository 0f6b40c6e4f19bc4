// Walks JSON as bytes, so that a long list of numbers needs no object per number. Small parts are handed to JSON.parse.
import { problemJson } from '../read-problems.ts'

const quote = 34, comma = 44, colon = 58, openList = 91, backslash = 92, closeList = 93, openObject = 123, closeObject = 125
const smallPart = 16 * 1024 ** 2
const decoder = new TextDecoder('utf-8', { fatal: true })

export const problemBroken = (place: number) =>
  problemJson({ bg: `JSON файлът е повреден или прекъснат (знак ${place + 1}).`, en: `The JSON file is damaged or cut short (character ${place + 1}).` })

export class JsonScan {
  place = 0
  readonly bytes: Uint8Array
  private readonly length: number
  /** `length`: where the text ends; after it there must be at least one byte that is no text. */
  constructor(bytes: Uint8Array, length: number) {
    this.bytes = bytes
    this.length = length
  }
  /** The byte at the next place that is no blank; 0 at the end. */
  peek(): number {
    const { bytes } = this
    let byte = bytes[this.place] as number
    while ((byte === 32 || byte === 10 || byte === 13 || byte === 9) && this.place < this.length) {
      this.place += 1
      byte = bytes[this.place] as number
    }
    return this.place < this.length ? byte : 0
  }
  isAtEnd(): boolean {
    return this.peek() === 0
  }
  /** Steps over this byte or throws. */
  expect(byte: number): void {
    if (this.peek() !== byte) throw problemBroken(this.place)
    this.place += 1
  }
  beginObject(): void { this.expect(openObject) }
  beginList(): void { this.expect(openList) }
  isObject(): boolean { return this.peek() === openObject }
  isList(): boolean { return this.peek() === openList }
  isText(): boolean { return this.peek() === quote }
  /** Whether another member follows; steps over the comma before it or the closing bracket. */
  hasMore(what: 'object' | 'list', index: number): boolean {
    const byte = this.peek()
    if (byte === (what === 'object' ? closeObject : closeList)) { this.place += 1; return false }
    if (index > 0) this.expect(comma)
    return true
  }
  /** The name of a member; the place is then before its value. */
  name(): string {
    const name = this.text()
    this.expect(colon)
    return name
  }
  text(): string {
    const from = this.place
    this.skipText()
    const value = this.parse(from)
    if (typeof value !== 'string') throw problemBroken(from)
    return value
  }
  /** A whole number between quotation marks, as keys of sparse lists are; −1 when it is something else. */
  quotedWhole(): number {
    const { bytes } = this
    this.expect(quote)
    const from = this.place
    let value = 0
    for (;;) {
      const byte = bytes[this.place] as number
      if (byte === quote) break
      if (byte < 48 || byte > 57 || this.place - from > 14) return -1
      value = value * 10 + (byte - 48)
      this.place += 1
    }
    if (this.place === from) return -1
    this.place += 1
    return value
  }
  /** A whole small part: any value, by JSON.parse. */
  part(): unknown {
    this.peek()
    const from = this.place
    this.skip()
    if (this.place - from > smallPart) {
      throw problemJson({ bg: 'Описанието на измеренията в JSON файла е твърде голямо.', en: 'The description of the dimensions in the JSON file is too large.' })
    }
    return this.parse(from)
  }
  skip(): void {
    let depth = 0
    do {
      const byte = this.peek()
      if (byte === 0) throw problemBroken(this.place)
      if (byte === quote) this.skipText()
      else {
        if (byte === openObject || byte === openList) depth += 1
        else if (byte === closeObject || byte === closeList) depth -= 1
        else if (depth === 0) { this.skipBare(); return }
        if (depth < 0) throw problemBroken(this.place)
        this.place += 1
      }
    } while (depth > 0)
  }
  /** Steps over a number or one of the words true, false, null, and gives its place. */
  skipBare(): number {
    this.peek()
    const from = this.place
    for (;;) {
      const byte = this.bytes[this.place] as number
      const isBare = (byte >= 48 && byte <= 57) || (byte >= 97 && byte <= 122) || byte === 43 || byte === 45 || byte === 46 || byte === 69
      if (!isBare || this.place >= this.length) break
      this.place += 1
    }
    if (this.place === from) throw problemBroken(from)
    return from
  }
  bare(from: number, to: number): string {
    return decoder.decode(this.bytes.subarray(from, to))
  }
  private skipText(): void {
    const { bytes, length } = this
    const from = this.place
    this.expect(quote)
    for (;;) {
      if (this.place >= length) throw problemBroken(from)
      const byte = bytes[this.place] as number
      this.place += 1
      if (byte === quote) return
      if (byte === backslash) this.place += 1
    }
  }
  private parse(from: number): unknown {
    try {
      return JSON.parse(decoder.decode(this.bytes.subarray(from, this.place)))
    } catch {
      throw problemBroken(from)
    }
  }
}
