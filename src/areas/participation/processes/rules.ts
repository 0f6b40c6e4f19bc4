// The nouns of processes: what frames a call for proposals or a consultation. Open and closed follow from the clock, never stored.
import type { Bilingual } from '#kernel/language.ts'
import type { Ref } from '#kernel/thread.ts'

export const processesPath = '/participation/processes'
export const processPath = (slug: string): string => `${processesPath}/${slug}`
export const standingSlug = 'standing'

export type ProcessId = Ref<'consultation'>
export type ProcessKind = 'standing' | 'call' | 'draft'
export type Process = {
  readonly id: Ref<'consultation'>; readonly slug: string; readonly kind: ProcessKind; readonly state: 'draft' | 'published' | 'withdrawn'
  readonly title: Bilingual; readonly says: Bilingual
  readonly opensAt: Date
  /** contributions are taken until this moment, not at it; null: no end */
  readonly closesAt: Date | null
  readonly anonymousAllowed: boolean
  /** the least level of assurance that counts as support */
  readonly counts: 'email' | 'inPerson'
  readonly moderation: 'before' | 'after'
  /** the one who drafts an answer may not approve it */
  readonly answersByOthers: boolean
  readonly keepsText: boolean
  readonly unit: string
  readonly dueDays: number
  readonly version: number
}
/** Worked: closes 2026-12-31 00:00 in Sofia: open at 23:59:59 of the 30th, closed at 00:00:00. */
export const processTime = (process: Pick<Process, 'opensAt' | 'closesAt'>, now: Date): 'notYet' | 'open' | 'closed' =>
  (now < process.opensAt ? 'notYet' : process.closesAt === null || now < process.closesAt ? 'open' : 'closed')
export const isOpen = (process: Pick<Process, 'state' | 'opensAt' | 'closesAt'>, now: Date): boolean => process.state === 'published' && processTime(process, now) === 'open'
