// The nouns of correspondence: a letter that came in, what became of it and why.
import type { Ref } from '#kernel/thread.ts'
import type { AccountId } from '#kernel/who.ts'

export const mailStates = ['stored', 'contribution', 'attached', 'ignored', 'waiting', 'unreadable', 'settled'] as const
/** stored: kept, not read yet; settled: a person dealt with it */
export type MailState = (typeof mailStates)[number]
export const isMailState = (text: string): text is MailState => (mailStates as readonly string[]).includes(text)

/** Why it is ignored: nothing is made of it and nobody is answered. */
export const ignoredReasons = ['ownLetter', 'tooManyHops', 'autoSubmitted', 'emptyReturnPath', 'mailerDaemon', 'list', 'bulk', 'bounce', 'again'] as const
/** Why a person has to look. */
export const waitingReasons = ['asksNoAnswer', 'sameIdOtherText', 'flood', 'noSender', 'noText', 'withdrawn', 'clerkUnproven', 'tooLong', 'failedChecks', 'refused'] as const
export const unreadableReasons = ['tooLarge', 'tooManyParts', 'broken', 'winmail', 'encrypted', 'nothing'] as const
export type IgnoredReason = (typeof ignoredReasons)[number]
export type WaitingReason = (typeof waitingReasons)[number]
export type UnreadableReason = (typeof unreadableReasons)[number]
export type MailReason = IgnoredReason | WaitingReason | UnreadableReason

/** A letter whose words are gone carries this mark: its file is needed no more. */
export const wordsGone = 'wordsGone'

export type MailDoor = 'imap' | 'smtp' | 'upload'
export type Mail = {
  readonly id: string
  readonly rawSha256: string
  readonly rawSize: number
  readonly door: MailDoor
  readonly messageId: string | null
  readonly fromEmail: string | null
  readonly fromName: string
  readonly subject: string
  readonly text: string
  readonly sentAt: Date | null
  readonly arrivedAt: Date
  readonly state: MailState
  readonly reason: MailReason | null
  readonly marks: readonly string[]
  readonly contribution: Ref | null
  readonly answeredAt: Date | null
  readonly uploadedBy: AccountId | null
  readonly settledBy: AccountId | null
}
/** Its person was erased, or its time is over: that it came stays, its words and its file are gone. */
export const isGone = ({ marks }: Pick<Mail, 'marks'>): boolean => marks.includes('wordsGone')
