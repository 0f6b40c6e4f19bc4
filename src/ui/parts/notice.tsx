// A message that must not be missed. The word says how serious it is; the colour only repeats it.
import type { Child } from 'hono/jsx'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'

export type Tone = 'info' | 'success' | 'warning' | 'danger'
type Message = { readonly language: Language; readonly tone: Tone; readonly title?: string | undefined; readonly children: Child }

const toneName = (tone: Tone, language: Language): string => {
  const say = speak(language)
  return { info: say.ui_tone_info, success: say.ui_tone_success, warning: say.ui_tone_warning, danger: say.ui_tone_danger }[tone]()
}

export const Notice = ({ language, tone, title, children }: Message) => (
  <div class="p-notice" data-color={tone}>
    <p class="p-notice-title"><strong>{title ?? toneName(tone, language)}</strong></p>
    <div class="p-flow">{children}</div>
  </div>
)
