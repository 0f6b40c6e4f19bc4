// What a look at a source found, in words: the same for the terminal and the pages.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import type { NewSourceCheck } from './source-checks.ts'

export const sayFound = (check: Pick<NewSourceCheck, 'result' | 'vintage' | 'problem'>, language: Language): string => {
  const say = speak(language)
  switch (check.result) {
    case 'new': return say.evidence_found_new()
    case 'held': return say.evidence_found_held()
    case 'refused': return say.evidence_found_refused()
    case 'older': return say.evidence_found_older()
    case 'nothingNew': return say.evidence_found_nothing_new()
    case 'busy': return say.evidence_found_busy()
    case 'failed': return check.problem?.[language] ?? ''
  }
}
/** „04:41 ч., 25.11.2026 г.“ · "04:41, 25 November 2026", in the region's own time */
export const sayLooked = (time: Date, language: Language): string => {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Sofia', hour: '2-digit', minute: '2-digit' }).format(time)
  const day = new Intl.DateTimeFormat(language === 'bg' ? 'bg-BG' : 'en-GB', language === 'bg' ? { timeZone: 'Europe/Sofia', day: '2-digit', month: '2-digit', year: 'numeric' } : { timeZone: 'Europe/Sofia', day: 'numeric', month: 'long', year: 'numeric' }).format(time)
  return language === 'bg' ? `${day.replace(/\s*г\.$/, '')} г., ${clock} ч.` : `${day}, ${clock}`
}
