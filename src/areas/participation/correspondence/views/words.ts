// What became of a letter, why, and what the reader noticed, in words.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import type { MailDoor, MailReason, MailState } from '../rules/mail.ts'

export const sayState = (state: MailState, language: Language): string => {
  const say = speak(language)
  return {
    stored: say.participation_mail_state_stored, contribution: say.participation_mail_state_contribution, attached: say.participation_mail_state_attached, ignored: say.participation_mail_state_ignored,
    waiting: say.participation_mail_state_waiting, unreadable: say.participation_mail_state_unreadable, settled: say.participation_mail_state_settled,
  }[state]()
}
export const sayReason = (reason: MailReason, language: Language): string => {
  const say = speak(language)
  return {
    ownLetter: say.participation_mail_reason_own_letter, tooManyHops: say.participation_mail_reason_too_many_hops, autoSubmitted: say.participation_mail_reason_auto_submitted, emptyReturnPath: say.participation_mail_reason_empty_return_path,
    mailerDaemon: say.participation_mail_reason_mailer_daemon, list: say.participation_mail_reason_list, bulk: say.participation_mail_reason_bulk, bounce: say.participation_mail_reason_bounce, again: say.participation_mail_reason_again,
    asksNoAnswer: say.participation_mail_reason_asks_no_answer, sameIdOtherText: say.participation_mail_reason_same_id, flood: say.participation_mail_reason_flood, noSender: say.participation_mail_reason_no_sender, noText: say.participation_mail_reason_no_text,
    withdrawn: say.participation_mail_reason_withdrawn, clerkUnproven: say.participation_mail_reason_clerk_unproven, tooLong: say.participation_mail_reason_too_long, failedChecks: say.participation_mail_reason_failed_checks, refused: say.participation_mail_reason_broken,
    tooLarge: say.participation_mail_reason_too_large, tooManyParts: say.participation_mail_reason_too_many_parts, broken: say.participation_mail_reason_broken, winmail: say.participation_mail_reason_winmail, encrypted: say.participation_mail_reason_encrypted, nothing: say.participation_mail_reason_nothing,
  }[reason]()
}
export const sayDoor = (door: MailDoor, language: Language): string => {
  const say = speak(language)
  return { imap: say.participation_mail_door_imap, smtp: say.participation_mail_door_smtp, upload: say.participation_mail_door_upload }[door]()
}
export const sayMark = (mark: string, language: Language): string | null => {
  const say = speak(language)
  return ({ charsetGuessed: say.participation_mail_mark_charset, dateImpossible: say.participation_mail_mark_date, otherThanItSays: say.participation_mail_mark_file, htmlOnly: say.participation_mail_mark_html, forwarded: say.participation_mail_mark_forwarded } as Readonly<Record<string, (() => string) | undefined>>)[mark]?.() ?? null
}
export const saySize = (bytes: number, language: Language): string => {
  const units = ['B', 'KB', 'MB'] as const
  const step = bytes < 1024 ? 0 : bytes < 1024 * 1024 ? 1 : 2
  return `${new Intl.NumberFormat(language === 'bg' ? 'bg-BG' : 'en-GB', { maximumFractionDigits: step === 2 ? 1 : 0 }).format(bytes / 1024 ** step)} ${units[step]}`
}
/** Day and hour in the region. */
export const sayMoment = (at: Date, language: Language): string =>
  new Intl.DateTimeFormat(language === 'bg' ? 'bg-BG' : 'en-GB', { timeZone: 'Europe/Sofia', dateStyle: 'medium', timeStyle: 'short' }).format(at)
/** What a file is by its bytes, as people say it. */
export const sayKind = (mediaType: string, language: Language): string => {
  const say = speak(language)
  if (mediaType.startsWith('image/')) return say.participation_mail_kind_picture()
  if (mediaType === 'application/pdf') return 'PDF'
  if (/wordprocessingml|opendocument\.text|rtf/.test(mediaType)) return say.participation_mail_kind_document()
  if (mediaType.includes('spreadsheetml')) return say.participation_mail_kind_table()
  if (mediaType === 'text/plain') return say.participation_mail_kind_text()
  return mediaType === 'application/x-executable' ? say.participation_mail_kind_program() : say.participation_mail_kind_other()
}
