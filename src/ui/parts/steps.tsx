// The steps of a long form: what is said, where one is, what comes. Done steps lead back.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'

export type Step = { readonly name: string; readonly href?: string | undefined }

export const Steps = ({ language, steps, current }: {
  readonly language: Language
  readonly steps: readonly Step[]
  /** 0 is the first */
  readonly current: number
}) => {
  const say = speak(language)
  return (
    <nav class="p-steps" aria-label={say.ui_steps_label()}>
      <p class="p-note">{say.ui_step_of({ step: current + 1, steps: steps.length })}</p>
      <ol>
        {steps.map((step, index) => (
          <li aria-current={index === current ? 'step' : undefined} data-done={index < current ? '' : undefined}>
            {index < current && step.href !== undefined ? <a class="ds-link" href={step.href}>{step.name}</a> : step.name}
          </li>
        ))}
      </ol>
    </nav>
  )
}
