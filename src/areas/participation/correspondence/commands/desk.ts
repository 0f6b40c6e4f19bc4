// What taking letters in needs from whoever opens the door: the store, our own address, and whom to believe.
import type { Store } from '#store/store.ts'

export type MailDesk = {
  readonly store: Pick<Store, 'reading' | 'writing' | 'files'>
  /** of this site, for links in letters */
  readonly origin: string
  /** the address people write to; null where only files are uploaded */
  readonly box: string | null
  /** the mail server in front takes our address with a sign after a plus */
  readonly plus: 'yes' | 'no'
  /** the server whose Authentication-Results are believed; null: nobody's */
  readonly authHost: string | null
  readonly now: () => Date
  readonly tell: (text: string) => void
}
