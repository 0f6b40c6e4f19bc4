// What a letter says of itself, after reading: values only. What follows from them is the rules of participation/correspondence.

export type Address = { readonly name: string; readonly email: string }
export type Enclosed = { readonly name: string; readonly says: string; readonly mediaType: string; readonly bytes: Uint8Array }
/** Why nobody can read it; the raw letter is kept all the same. */
export type Unreadable = 'tooLarge' | 'tooManyParts' | 'broken' | 'winmail' | 'encrypted' | 'nothing'
export type LetterMark = 'charsetGuessed' | 'dateImpossible' | 'otherThanItSays' | 'htmlOnly'
/** A report that a letter of ours did not arrive. */
export type Bounce = { readonly recipient: string; /** 5 for good, 4 for now */ readonly status: string; readonly ofMessage: string | null }

export type ReadLetter = {
  readonly messageId: string | null
  readonly answersTo: readonly string[]
  readonly from: Address | null
  readonly replyTo: string | null
  /** everyone it was sent to, lower case */
  readonly to: readonly string[]
  readonly subject: string
  /** null where the date is missing or cannot be */
  readonly sentAt: Date | null
  readonly text: string
  readonly enclosed: readonly Enclosed[]
  /** letters attached as such */
  readonly letters: readonly ReadLetter[]
  readonly received: number
  readonly autoSubmitted: string
  readonly precedence: string
  readonly listId: string
  /** null: there is no such line; '' : an empty one, which only programs write */
  readonly returnPath: string | null
  readonly suppress: string
  /** values of Authentication-Results, the nearest server's first */
  readonly authentication: readonly string[]
  readonly bounce: Bounce | null
  readonly marks: readonly LetterMark[]
  readonly unreadable: Unreadable | null
}
export type LetterLimits = { readonly bytes: number; readonly parts: number }
export const letterLimits: LetterLimits = { bytes: 30 * 1024 * 1024, parts: 5_000 }
