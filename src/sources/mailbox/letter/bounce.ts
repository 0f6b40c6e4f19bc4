// A report that a letter did not arrive (RFC 3464), as mail servers send it: whom it was for, and whether for good.
import type { Attachment } from 'mailparser'
import type { Bounce, ReadLetter } from './letter.ts'

export const readBounce = (attachments: readonly Attachment[], { letters }: { readonly letters: readonly ReadLetter[] }): Bounce | null => {
  const report = attachments.find(({ contentType }) => contentType === 'message/delivery-status')
  if (report === undefined) return null
  const text = report.content.subarray(0, 64 * 1024).toString('latin1').replace(/\r?\n[ \t]+/g, ' ')
  const field = (name: string): string => new RegExp(String.raw`^${name}:\s*(.+)$`, 'im').exec(text)?.[1]?.trim() ?? ''
  const recipient = (field('Original-Recipient') || field('Final-Recipient')).replace(/^rfc822;\s*/i, '').replace(/[<>]/g, '').trim().toLowerCase()
  if (field('Action').toLowerCase() !== 'failed' && !/^[45]\./.test(field('Status'))) return null
  const original = attachments.find(({ contentType }) => contentType === 'text/rfc822-headers')?.content.subarray(0, 64 * 1024).toString('latin1') ?? ''
  const ofMessage = letters[0]?.messageId ?? /^message-id:\s*<([^>]+)>/im.exec(original)?.[1] ?? null
  return { recipient, status: field('Status') || '5.0.0', ofMessage }
}
