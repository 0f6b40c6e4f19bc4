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
export const processTime = ({ opensAt, closesAt }: Pick<Process, 'opensAt' | 'closesAt'>, now: Date): 'notYet' | 'open' | 'closed' =>
  (now < opensAt ? 'notYet' : closesAt === null || now < closesAt ? 'open' : 'closed')
export const isOpen = (frame: Pick<Process, 'state' | 'opensAt' | 'closesAt'>, now: Date): boolean => frame.state === 'published' && processTime(frame, now) === 'open'

/** Midnight at the end of a day (yyyy-mm-dd) in the region: the moment from which nothing is taken. undefined for no such day. */
export const momentInSofia = (day: string, which: 'end' | 'beginning' = 'end'): Date | undefined => {
  const start = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(start)) return undefined
  const wanted = start + (which === 'end' ? 86_400_000 : 0)
  // Offsets of the region are 2 or 3 hours; the one that reads as midnight there is right.
  const found = [3, 2].map((hours) => new Date(wanted - hours * 3_600_000)).find((at) => readAs(at) === `${new Date(wanted).toISOString().slice(0, 10)} 00:00`)
  return found
}
const moments = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Sofia', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })
const readAs = (at: Date): string => moments.format(at)
/** The last day on which contributions are taken, and the first: as people name them. */
export const lastDayOf = (closesAt: Date): string => readAs(new Date(closesAt.getTime() - 1000)).slice(0, 10)

/** What a colleague writes of a process. */
export type ProcessWords = Pick<Process, 'title' | 'says' | 'opensAt' | 'closesAt' | 'anonymousAllowed' | 'counts' | 'moderation' | 'answersByOthers' | 'keepsText' | 'unit' | 'dueDays'>
export type ProcessInput = { readonly does: 'save' | 'publish'; readonly version: number; readonly words: ProcessWords } | { readonly does: 'withdraw'; readonly version: number; readonly why: string }
export const newProcessPath = `${processesPath}/new`
export const changeProcessPath = (slug: string): string => `${processPath(slug)}/change`
/** What it still lacks before everybody may read it. */
export const lacksForPublishing = ({ says }: Pick<ProcessWords, 'says'>): readonly { readonly field: string; readonly text: Bilingual }[] =>
  (['bg', 'en'] as const).filter((language) => says[language] === '').map((language) => ({ field: `says_${language}`, text: { bg: 'Поканата се публикува на двата езика: напишете какво питате.', en: 'A call is published in both languages: write what is asked.' } }))
const letters: ReadonlyMap<string, string> = new Map([...'а a б b в v г g д d е e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х h ц ts ч ch ш sh щ sht ъ a ь y ю yu я ya'.matchAll(/(\S) (\S+)/g)].map(([, sign = '', latin = '']) => [sign, latin] as const))
/** The word of its address, from its title: Latin letters by the official rule. */
export const toSlug = (title: string): string => {
  const plain = [...title.toLowerCase()].map((sign) => letters.get(sign) ?? sign).join('').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 50).replace(/-+$/, '')
  return plain.length < 2 ? 'call' : plain
}
