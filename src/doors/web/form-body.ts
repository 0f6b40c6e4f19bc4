// Reads a posted form with a cap on its size while it arrives, before any transaction. Judges files by their first bytes.
import type { Context } from 'hono'
import type { Typed, UploadedFile } from '#kernel/answer.ts'
import { headerOf } from './request.ts'

export type FormLimits = { readonly formBytes: number; readonly fileBytes: number }
export const visitorLimits: FormLimits = { formBytes: 256 * 1024, fileBytes: 8 * 1024 * 1024 }
export const staffLimits: FormLimits = { formBytes: 1024 * 1024, fileBytes: 64 * 1024 * 1024 }
const fieldsAtMost = 500

export type FormRead = { readonly typed: Typed } | { readonly refused: 'tooLarge' | 'notAForm' }

export const readForm = async (c: Context, limits: FormLimits): Promise<FormRead> => {
  const type = (headerOf(c, 'content-type') ?? '').toLowerCase()
  const isMultipart = type.startsWith('multipart/form-data')
  if (!isMultipart && !type.startsWith('application/x-www-form-urlencoded')) return { refused: 'notAForm' }
  const cap = isMultipart ? limits.fileBytes : limits.formBytes
  if (Number(headerOf(c, 'content-length') ?? 0) > cap) return { refused: 'tooLarge' }
  const bytes = await readCapped(c.req.raw.body, cap)
  if (bytes === null) return { refused: 'tooLarge' }
  return isMultipart ? multipart(bytes, headerOf(c, 'content-type') ?? '') : { typed: urlencoded(bytes) }
}

const readCapped = async (body: ReadableStream<Uint8Array> | null, cap: number): Promise<Uint8Array<ArrayBuffer> | null> => {
  if (body === null) return new Uint8Array()
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body) {
    size += part.byteLength
    if (size > cap) return null
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}

const urlencoded = (bytes: Uint8Array): Typed => {
  const text: Record<string, string[]> = Object.create(null)
  let count = 0
  for (const [name, value] of new URLSearchParams(new TextDecoder().decode(bytes))) if (count++ < fieldsAtMost) add(text, name, value)
  return { text, files: {} }
}

const multipart = async (bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<FormRead> => {
  const text: Record<string, string[]> = Object.create(null)
  const files: Record<string, UploadedFile> = Object.create(null)
  let form: FormData
  try { form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData() }
  catch { return { refused: 'notAForm' } }
  let count = 0
  for (const [name, value] of form) {
    if (count++ >= fieldsAtMost) break
    if (typeof value === 'string') add(text, name, value)
    // A file field left empty arrives as a file without name and bytes.
    else if (value.size > 0 || value.name !== '') {
      const content = new Uint8Array(await value.arrayBuffer())
      files[name] = { name: plainName(value.name), mediaType: typeByContent(content), bytes: content }
    }
  }
  return { typed: { text, files } }
}

/** Line ends as one sign, no NUL (PostgreSQL cannot keep it); everything else stays as typed. */
const add = (text: Record<string, string[]>, name: string, value: string): void => {
  (text[name] ??= []).push(value.replace(/\r\n?/g, '\n').replaceAll('\0', ''))
}
const plainName = (name: string): string => (name.split(/[\\/]/).at(-1) ?? '').replace(/[\u0000-\u001f\u007f]/g, '').slice(0, 200)

const signatures: readonly (readonly [readonly number[], string])[] = [
  [[0x1f, 0x8b], 'application/gzip'], [[0x50, 0x4b, 3, 4], 'application/zip'], [[0x25, 0x50, 0x44, 0x46], 'application/pdf'],
  [[0x89, 0x50, 0x4e, 0x47], 'image/png'], [[0xff, 0xd8, 0xff], 'image/jpeg'], [[0x47, 0x49, 0x46, 0x38], 'image/gif'],
]
/** What the bytes are, whatever the sender called them. Markup is plain text here: nothing uploaded is ever served as a page. */
export const typeByContent = (bytes: Uint8Array): string => {
  for (const [signature, type] of signatures) if (signature.every((byte, at) => bytes[at] === byte)) return type
  return bytes.subarray(0, 4096).includes(0) ? 'application/octet-stream' : 'text/plain'
}
