// What tests of correspondence share: a desk over a test's store with a clock of its own, and letters made on the spot.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MailDesk } from '#areas/participation/correspondence/commands/desk.ts'
import type { Incoming } from '#areas/participation/correspondence/commands/take-in.ts'
import type { Store } from '#store/store.ts'

export const box = 'predlozheniya@lipova.example'
export type TestDesk = MailDesk & { readonly told: string[] }
export const mailDesk = (store: Store, change: Partial<MailDesk> = {}): TestDesk => {
  const told: string[] = []
  return { store, origin: 'https://posoka.lipova.example', box, plus: 'yes', authHost: 'mail.lipova.example', now: () => new Date('2026-11-25T10:00:00Z'), tell: (text) => { told.push(text) }, told, ...change }
}
export const mailFolder = join(import.meta.dirname, 'fixtures/mail')
export const keptLetter = (name: string): Buffer => readFileSync(join(mailFolder, `${name}.eml`))

export type Made = { readonly id: string; readonly from?: string; readonly to?: string; readonly subject?: string; readonly text?: string; readonly head?: readonly string[]; readonly date?: string }
export const makeLetter = ({ id, from = 'Иван Петров <ivan.petrov@abv.example>', to = box, subject = 'Предложение', text = 'Предлагам нова чешма на площада пред читалището.', head = [], date = 'Wed, 25 Nov 2026 11:00:00 +0200' }: Made): Buffer =>
  Buffer.from([`From: ${from}`, `To: <${to}>`, `Subject: ${subject}`, `Date: ${date}`, `Message-ID: <${id}>`, ...head, 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', text, ''].join('\r\n'))
export const uploaded = (raw: Uint8Array): Incoming => ({ raw, door: 'upload', place: null, uploadedBy: null, wantsAnswer: true })
export const bySmtp = (raw: Uint8Array): Incoming => ({ raw, door: 'smtp', place: null, uploadedBy: null, wantsAnswer: true })
