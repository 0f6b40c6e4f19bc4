// What a page gives back to the door: values only. The door frames, renders and sends.
import type { Document, DocumentFormat } from './document.ts'
import type { Bilingual } from './language.ts'
import type { Problem } from './result.ts'

/** Anything that renders itself: a JSX element, or ready text. */
export type Html = { toString(): string | Promise<string> }
export type Crumb = { readonly name: string; readonly path: string }

/** A page's content; the door puts the frame (navigation, footer, funding) around it. Paths are without /bg, /en. */
export type Screen = {
  readonly kind: 'screen'
  readonly title: string
  /** one sentence, for search engines and link previews */
  readonly says: string
  readonly crumbs: readonly Crumb[]
  readonly body: Html
  readonly status?: number
  /** path of the picture that goes with a link to this page, without a language; the region's own without it */
  readonly picture?: string
  /** names of islands this page improves itself with; none by default */
  readonly islands?: readonly string[]
  /** feeds and data behind the page, as <link rel="alternate">: whole paths, because files stand without a language */
  readonly alternates?: readonly { readonly type: string; readonly path: string; readonly title: string }[]
}
/** A file the store keeps under its SHA-256: the door streams it, nothing holds it whole. */
export type StoredFile = { readonly stored: string; readonly size: number }
export type FileAnswer = {
  readonly kind: 'file'
  readonly mediaType: string
  readonly name: string | null
  readonly bytes: Uint8Array | string | StoredFile
  /** 'attachment' unless the content is ours */
  readonly inline?: boolean
  /** a picture somebody sent, under an address that holds its hash: kept by browsers for good, and able to do nothing when opened alone */
  readonly picture?: 'yes'
}
/** A document to be written as a file: the door has it made in a thread, after the reading is closed. */
export type DocumentAnswer = { readonly kind: 'document'; readonly name: string; readonly format: DocumentFormat; readonly document: Document }
/** Several files as one ZIP: the door makes it after the reading is closed. What the store no longer has is named in it, not missing without a word. */
export type ArchiveAnswer = { readonly kind: 'archive'; readonly name: string; readonly entries: readonly { readonly path: string; readonly bytes: string | { readonly stored: string } }[] }
export type NotFound = { readonly kind: 'notFound' }
export type Gone = { readonly kind: 'gone' }
/** Another page of ours, without the language: the door adds it. */
export type See = { readonly kind: 'see'; readonly path: string; readonly notice?: string }
/** Rectangles, later ones over earlier ones: the door makes pixels of them. */
export type TilePicture = {
  readonly width: number
  readonly height: number
  readonly ground: readonly [red: number, green: number, blue: number]
  readonly marks: readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly colour: readonly [red: number, green: number, blue: number] }[]
}
export type PictureAnswer = { readonly kind: 'picture'; readonly picture: TilePicture }
/** What a program asked does not fit: said in words, with what would do. 409: it did fit, but the figures were renewed meanwhile. */
export type Unfit = { readonly kind: 'unfit'; readonly status: 400 | 404 | 409; readonly says: Bilingual }
export type GetAnswer = Screen | FileAnswer | DocumentAnswer | ArchiveAnswer | NotFound | Gone | See | Unfit | PictureAnswer
export type PostAnswer = See | { readonly kind: 'problems'; readonly problems: readonly Problem[] } | NotFound | Gone

export const notFound: NotFound = { kind: 'notFound' }
export const see = (path: string, notice?: string): See => (notice === undefined ? { kind: 'see', path } : { kind: 'see', path, notice })
export const problems = (list: readonly Problem[]): PostAnswer => ({ kind: 'problems', problems: list })

/** A file that came with a form: already read to the end, capped, its type judged by content. */
export type UploadedFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }
/** What was typed, by field name; a field may stand several times. */
export type Typed = { readonly text: Readonly<Record<string, readonly string[]>>; readonly files: Readonly<Record<string, UploadedFile>> }
export const nothingTyped: Typed = { text: {}, files: {} }
export const typedOne = (typed: Typed, field: string): string => typed.text[field]?.[0] ?? ''
/** A field of one line: signs that cannot be seen and runs of spaces are one space, letters in one form. */
export const typedLine = (typed: Typed, field: string): string => typedOne(typed, field).normalize('NFC').replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
/** A field of several lines: line ends of one kind, letters in one form. */
export const typedText = (typed: Typed, field: string): string => typedOne(typed, field).normalize('NFC').replace(/\r\n?/g, '\n').trim()

/** What was asked of a page beside the visit: parts of the path, the query, and on a failed post what was typed. */
export type Asked = {
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly typed: Typed
  readonly problems: readonly Problem[]
  /** a one-time message after a redirect, by key */
  readonly notice: string | null
  /** number of the session the request came with, for pages about sessions; null for a visitor */
  readonly session?: string | null
  /** our public address as this request knows it, for answers that must name whole addresses */
  readonly origin?: string
}
