// Squeezes what is sent when the browser says it can read it. Done off the main thread.
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Squeezed = 'br' | 'gzip'
const brotli = promisify(brotliCompress), zip = promisify(gzip)

export const squeezeFor = (accepts: string | undefined): Squeezed | null => {
  if (accepts === undefined) return null
  const asked = accepts.split(',').map((part) => part.trim().toLowerCase()).filter((part) => !/;\s*q=0(?:\.0*)?$/.test(part)).map((part) => part.split(';')[0])
  return asked.includes('br') ? 'br' : asked.includes('gzip') ? 'gzip' : null
}
export const squeeze = (bytes: Uint8Array, how: Squeezed, effort: 'once' | 'kept'): Promise<Uint8Array> =>
  how === 'br'
    ? brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: effort === 'kept' ? 6 : 3, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength } })
    : zip(bytes, { level: effort === 'kept' ? 7 : 4 })
/** Below a packet's size nothing is gained; pictures and fonts are squeezed already. */
export const isWorthSqueezing = (mediaType: string, size: number): boolean =>
  size > 1_000 && /^(text\/|application\/(json|xml|rss|atom|.*\+(json|xml))|image\/svg)/.test(mediaType)
