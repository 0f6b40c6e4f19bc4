// A picture somebody sends, judged by its bytes and given back harmless: type, size in pixels, without what a camera writes
// into it. An SVG that could do anything but be looked at is refused with a sentence. Decodes no pixels.
import { not, ok, type Result } from '#kernel/result.ts'
import type { Bilingual } from '#kernel/language.ts'
import { plainJpeg, sizeOfJpeg } from './picture/jpeg.ts'
import { plainPng, sizeOfPng } from './picture/png.ts'
import { judgeSvg } from './picture/svg.ts'

export type Picture = {
  readonly mediaType: 'image/svg+xml' | 'image/png' | 'image/jpeg'
  /** to be kept and served instead of what was sent */
  readonly bytes: Uint8Array
  /** null for a drawing without a size of its own */
  readonly width: number | null
  readonly height: number | null
}
const mostPixels = 40_000_000
const notAPicture: Bilingual = { bg: 'Файлът не е картинка в SVG, PNG или JPEG, каквото и да казва името му.', en: 'The file is not a picture in SVG, PNG or JPEG, whatever its name says.' }
const damaged: Bilingual = { bg: 'Картинката е повредена или не е цяла.', en: 'The picture is damaged or not whole.' }
const tooLarge: Bilingual = { bg: 'Картинката има повече от 40 милиона точки. Намалете я.', en: 'The picture has more than 40 million pixels. Make it smaller.' }

export const readPicture = (bytes: Uint8Array): Result<Picture, Bilingual> => {
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return raster(bytes, { mediaType: 'image/png', sizeOf: sizeOfPng, plain: plainPng })
  if (starts(bytes, [0xff, 0xd8, 0xff])) return raster(bytes, { mediaType: 'image/jpeg', sizeOf: sizeOfJpeg, plain: plainJpeg })
  const text = textOf(bytes)
  if (text === undefined || !/^\s*<(\?xml|!--|svg|!DOCTYPE|[a-z]+:svg)/i.test(text)) return not(notAPicture)
  const fault = judgeSvg(text)
  return fault === null ? ok({ mediaType: 'image/svg+xml', bytes, width: null, height: null }) : not(fault)
}
type Kind = {
  readonly mediaType: 'image/png' | 'image/jpeg'
  readonly sizeOf: (bytes: Uint8Array) => { readonly width: number; readonly height: number } | undefined
  readonly plain: (bytes: Uint8Array) => Uint8Array | undefined
}
const raster = (bytes: Uint8Array, { mediaType, sizeOf, plain }: Kind): Result<Picture, Bilingual> => {
  const size = sizeOf(bytes), kept = plain(bytes)
  if (size === undefined || kept === undefined || size.width < 1 || size.height < 1) return not(damaged)
  return size.width * size.height > mostPixels ? not(tooLarge) : ok({ mediaType, bytes: kept, ...size })
}
const starts = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, at) => bytes[at] === byte)
const textOf = (bytes: Uint8Array): string | undefined => {
  try { return new TextDecoder('utf-8', { fatal: true }).decode(bytes) } catch { return undefined }
}
