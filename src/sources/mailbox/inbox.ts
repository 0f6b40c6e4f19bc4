// What every way of receiving mail gives and asks: letters in batches, and a promise that they are safe before anything is moved.

/** Where a letter stands in a mailbox; with another uidValidity its numbers mean other letters. */
export type MailPlace = { readonly mailbox: string; readonly uidValidity: number; readonly uid: number }
export type Received = { readonly raw: Uint8Array | AsyncIterable<Uint8Array>; readonly place: MailPlace | null }
export type InboxParts = {
  /** keeps them for good; only when it has returned does the mailbox let go */
  readonly take: (letters: readonly Received[]) => Promise<void>
  readonly tell: (text: string) => void
}
export type InboxState = { readonly now: 'connecting' | 'watching' | 'waiting' | 'stopped'; readonly problem: string | null; readonly lastSeen: Date | null }
export type Inbox = { readonly state: () => InboxState; readonly stop: () => Promise<void> }
