// What becomes of a letter, and whether it may be answered by itself. The order of the questions is the policy: a program is
// never answered, a letter is one contribution however often it comes, and whatever is doubtful waits for a person.
import type { IgnoredReason, UnreadableReason, WaitingReason } from './mail.ts'

/** What the reader found; the same names as there. */
export type MailFacts = {
  readonly from: { readonly email: string } | null
  readonly text: string
  readonly subject: string
  readonly received: number
  readonly autoSubmitted: string
  readonly precedence: string
  readonly listId: string
  readonly returnPath: string | null
  readonly suppress: string
  readonly bounce: unknown
  readonly unreadable: UnreadableReason | null
}
/** What the house already knows. */
export type MailKnown = {
  /** its Message-ID is one of ours, or it comes from our own mailbox */
  readonly own: 'yes' | 'no'
  /** the same Message-ID or the same words came before */
  readonly before: 'never' | 'same' | 'sameIdOtherText'
  readonly thread: { readonly contribution: string; readonly withdrawn: 'yes' | 'no' } | null
  /** letters from this address within the last hour, this one not counted */
  readonly lastHour: number
  /** automatic answers to this address within the last day */
  readonly answersToday: number
  /** authentication by the configured host */
  readonly sender: 'proven' | 'failed' | 'unknown'
  readonly clerk: 'none' | 'proven' | 'unproven'
}
export type Judgement =
  | { readonly becomes: 'ignored'; readonly reason: IgnoredReason }
  | { readonly becomes: 'unreadable'; readonly reason: UnreadableReason }
  | { readonly becomes: 'waiting'; readonly reason: WaitingReason }
  | { readonly becomes: 'attached'; readonly to: string }
  | { readonly becomes: 'contribution'; readonly mayAnswer: 'yes' | 'no' }

export const mostHops = 25
export const mostAnHour = 10
export const mostAnswersADay = 3
export const longestText = 20_000

const programs = /^(?:mailer-daemon|postmaster|mail-daemon|noreply|no-reply|donotreply|do-not-reply|bounces?(?:[-+=].*)?)@/i
/** RFC 3834: automatic mail, which is never answered. The order only decides which reason is written down. */
const automatic = (mail: MailFacts): IgnoredReason | null => {
  if (mail.bounce !== null) return 'bounce'
  if (mail.autoSubmitted !== '' && !/^no\b/.test(mail.autoSubmitted)) return 'autoSubmitted'
  if (programs.test(mail.from?.email ?? '')) return 'mailerDaemon'
  if (mail.returnPath === '') return 'emptyReturnPath'
  if (mail.listId !== '') return 'list'
  if (/^(?:bulk|list|junk)\b/.test(mail.precedence)) return 'bulk'
  return null
}

export const judgeMail = (mail: MailFacts, known: MailKnown): Judgement => {
  if (known.own === 'yes') return { becomes: 'ignored', reason: 'ownLetter' }
  if (mail.received > mostHops) return { becomes: 'ignored', reason: 'tooManyHops' }
  const program = automatic(mail)
  if (program !== null) return { becomes: 'ignored', reason: program }
  if (known.before === 'same') return { becomes: 'ignored', reason: 'again' }
  if (mail.unreadable !== null) return { becomes: 'unreadable', reason: mail.unreadable }
  if (known.before === 'sameIdOtherText') return { becomes: 'waiting', reason: 'sameIdOtherText' }
  if (mail.from === null) return { becomes: 'waiting', reason: 'noSender' }
  if (known.lastHour >= mostAnHour) return { becomes: 'waiting', reason: 'flood' }
  if (known.sender === 'failed') return { becomes: 'waiting', reason: 'failedChecks' }
  if (known.thread !== null) return known.thread.withdrawn === 'yes' ? { becomes: 'waiting', reason: 'withdrawn' } : { becomes: 'attached', to: known.thread.contribution }
  if (mail.suppress !== '' && !/^none$/i.test(mail.suppress)) return { becomes: 'waiting', reason: 'asksNoAnswer' }
  if (known.clerk === 'unproven') return { becomes: 'waiting', reason: 'clerkUnproven' }
  if (mail.text.trim() === '') return { becomes: 'waiting', reason: 'noText' }
  if (mail.text.length > longestText) return { becomes: 'waiting', reason: 'tooLong' }
  return { becomes: 'contribution', mayAnswer: known.answersToday < mostAnswersADay ? 'yes' : 'no' }
}

/** Authentication-Results (RFC 8601) of the configured host alone; anybody can write such a line into a letter. */
type Results = { readonly results: readonly string[]; /** as the server that takes the mail in names itself; null: none is trusted */ readonly host: string | null; readonly from: string }
export const provenBy = ({ results, host, from }: Results): 'proven' | 'failed' | 'unknown' => {
  if (host === null) return 'unknown'
  const own = results.find((text) => (text.split(';')[0] ?? '').trim().split(/\s/)[0]?.toLowerCase() === host.toLowerCase())
  if (own === undefined) return 'unknown'
  const outcome = /;\s*dmarc\s*=\s*(\w+)/i.exec(own)?.[1]?.toLowerCase()
  if (outcome === 'fail') return 'failed'
  if (outcome !== 'pass') return 'unknown'
  // A pass speaks for the domain it names, and for no other.
  const domain = /header\.from\s*=\s*"?([^\s;"]+)/i.exec(own)?.[1]?.toLowerCase().replace(/^.*@/, '')
  return domain === undefined || domain === from.toLowerCase().replace(/^.*@/, '') ? 'proven' : 'failed'
}
