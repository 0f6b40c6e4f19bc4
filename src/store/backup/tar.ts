// The few bytes of the tar format an archive uses: plain files with short names. What is not exactly as we write it is refused,
// so that a changed byte of a header is noticed like a changed byte of a file.
export const blockSize = 512
const longestName = 100
const largest = 8 ** 11 - 1

/** Zeros up to the next whole block. */
export const paddingOf = (size: number): number => (blockSize - (size % blockSize)) % blockSize
export const endOfArchive = Buffer.alloc(2 * blockSize)

/** No time, no owner: the same content gives the same bytes. */
export const toHeader = ({ name, size }: { readonly name: string; readonly size: number }): Buffer => {
  if (Buffer.byteLength(name) > longestName || size > largest) throw new Error(`${name} (${size} bytes) does not fit into the archive's format`)
  const header = Buffer.alloc(blockSize)
  const octal = (value: number, length: number): string => `${value.toString(8).padStart(length - 1, '0')}\0`
  header.write(name, 0)
  header.write(octal(0o600, 8), 100)
  header.write(octal(0, 8), 108)
  header.write(octal(0, 8), 116)
  header.write(octal(size, 12), 124)
  header.write(octal(0, 12), 136)
  header.write(' '.repeat(8), 148)
  header.write('0', 156)
  header.write('ustar\u000000', 257)
  header.write(`${octal(header.reduce((sum, byte) => sum + byte, 0), 7)} `, 148)
  return header
}

/** undefined where a header is not one of ours, byte for byte. */
export const parseHeader = (block: Buffer): { readonly name: string; readonly size: number } | undefined => {
  const end = block.indexOf(0)
  const name = block.toString('latin1', 0, end < 0 || end > longestName ? longestName : end)
  const size = Number.parseInt(block.toString('latin1', 124, 135), 8)
  if (!Number.isSafeInteger(size) || size < 0 || name === '' || name.length > longestName) return undefined
  return toHeader({ name, size }).equals(block) ? { name, size } : undefined
}
