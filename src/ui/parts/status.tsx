// How something stands: shape and word first, colour second, so that it can be read in grey print.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'

export const healths = ['onTrack', 'atRisk', 'late', 'completed', 'notDue', 'unknown'] as const
export type Health = (typeof healths)[number]

/** Each shape differs from all others in outline, not only in colour. */
const shapes: Readonly<Record<Health, string>> = {
  onTrack: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z',
  atRisk: 'M8 1.5 15 14H1z',
  late: 'M2.5 2.5h11v11h-11z',
  completed: 'm1.5 8.5 2-2 3 3 6-6.5 2 2-8 8.5z',
  notDue: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zm0 2a4 4 0 1 0 0 8 4 4 0 0 0 0-8z',
  unknown: 'M4.4 5.3C4.6 2.9 6 1.6 8.1 1.6c2.2 0 3.7 1.3 3.7 3.3 0 2.7-2.7 2.8-2.7 5H6.9c0-3.2 2.5-3.4 2.5-4.9 0-.8-.5-1.3-1.3-1.3-.9 0-1.4.6-1.5 1.6zM6.7 11.5h2.6V14H6.7z',
}

const healthName = (health: Health, language: Language): string => {
  const say = speak(language)
  return {
    onTrack: say.ui_health_on_track, atRisk: say.ui_health_at_risk, late: say.ui_health_late,
    completed: say.ui_health_completed, notDue: say.ui_health_not_due, unknown: say.ui_health_unknown,
  }[health]()
}

/** `words` replaces the standard word where a topic has its own for the state: „приета“, „текущо издание“. */
export const Status = ({ language, health, words }: { readonly language: Language; readonly health: Health; readonly words?: string | undefined }) => (
  <span class="p-status" data-health={health}>
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false"><path fill-rule="evenodd" d={shapes[health]} /></svg>
    {words ?? healthName(health, language)}
  </span>
)
