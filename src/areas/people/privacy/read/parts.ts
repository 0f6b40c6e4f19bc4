// What each topic that keeps something of a person says about it: what there is, how it is erased, how long it is kept.
// The list of all parts is one, in doors/web/my/personal-parts.ts; whoever is not in it is not erased.
import type { AuthorChoice, ContactId } from '#areas/people/contacts/rules.ts'
import type { Bilingual } from '#kernel/language.ts'
import type { Reader, Writer } from '#store/handle.ts'

export type PersonalEntry = { readonly title: Bilingual; readonly says: Bilingual; readonly path: string | null; readonly at: Date }
export type Gathered = {
  /** one JSON and one CSV file each */
  readonly tables: readonly { readonly name: string; readonly rows: readonly Readonly<Record<string, unknown>>[] }[]
  readonly files: readonly { readonly name: string; readonly sha256: string }[]
}
export type Erasing = { readonly contact: ContactId; readonly name: string | null; readonly email: string | null; readonly now: Date }
export type Erased = { readonly erased: number; readonly kept: number; /** files that were only this person's */ readonly files?: readonly string[] }
export type PersonalPart = {
  /** area.topic */
  readonly name: string
  readonly title: Bilingual
  /** what the person sees on their page */
  readonly list?: (reader: Reader, contact: ContactId) => Promise<readonly PersonalEntry[]>
  readonly gather: (reader: Reader, contact: ContactId) => Promise<Gathered>
  /** before the contact itself goes; must be repeatable */
  readonly erase: (writer: Writer, person: Erasing) => Promise<Erased>
  /** the person corrected their name, or chose anew how they are shown (null: as before) */
  readonly show?: (writer: Writer, person: { readonly contact: ContactId; readonly name: string | null; readonly choice: AuthorChoice | null; readonly now: Date }) => Promise<void>
  /** the person withdrew a consent; which ones still hold the topic asks of contacts */
  readonly withdrawn?: (writer: Writer, person: { readonly contact: ContactId; readonly now: Date }) => Promise<void>
  /** which of these people, though their address was never confirmed, this topic still has to answer */
  readonly keeps?: (reader: Reader, contacts: readonly ContactId[]) => Promise<readonly ContactId[]>
  /** which of these people have something here that is not over yet: everything younger, and what goes on until they end it */
  readonly holds?: (reader: Reader, asked: { readonly contacts: readonly ContactId[]; readonly olderThan: Date }) => Promise<readonly ContactId[]>
  /** which of these files this topic still needs for somebody else */
  readonly needs?: (reader: Reader, files: readonly string[]) => Promise<readonly string[]>
}
export type RetentionPart = {
  /** area.what: 'participation.rawMail' */
  readonly kind: string
  readonly title: Bilingual
  readonly why: Bilingual
  readonly days: number
  /** the forms say this period where data are collected: the body may shorten it and not lengthen it */
  readonly promised?: 'yes'
  /** what would go: the dry run */
  readonly count: (reader: Reader, olderThan: Date) => Promise<number>
  readonly clear: (writer: Writer, at: { readonly olderThan: Date; readonly now: Date }) => Promise<{ readonly cleared: number; readonly files?: readonly string[] }>
}
