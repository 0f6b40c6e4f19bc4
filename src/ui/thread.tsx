// The golden thread at one thing: what it rests on, and what uses it. Things of other areas are named by their own titles.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from './address.ts'

export type ThreadEnd = {
  /** the thing's kind in words: „набор от данни“ */
  readonly kind: string
  readonly title: string
  readonly path: string
  readonly state?: string | undefined
  /** why the link was drawn */
  readonly why?: string | undefined
  /** the passage that is meant, word for word */
  readonly passage?: string | undefined
}

const Ends = ({ language, ends }: { readonly language: Language; readonly ends: readonly ThreadEnd[] }) => (
  <ul>
    {ends.map((end) => (
      <li>
        <span class="p-note">{end.kind}{end.state === undefined ? '' : ` · ${end.state}`}</span>
        <a class="ds-link" href={toHref(language, end.path)}>{end.title}</a>
        {end.passage === undefined ? null : <q>{end.passage}</q>}
        {end.why === undefined ? null : <p class="p-note">{end.why}</p>}
      </li>
    ))}
  </ul>
)

export const Thread = ({ language, restsOn, usedBy }: {
  readonly language: Language
  readonly restsOn: readonly ThreadEnd[]
  readonly usedBy: readonly ThreadEnd[]
}) => {
  const say = speak(language)
  return (
    <div class="p-thread">
      <section>
        <h3>{say.ui_thread_rests_on()}</h3>
        {restsOn.length === 0 ? <p class="p-note">{say.ui_thread_rests_on_nothing()}</p> : <Ends language={language} ends={restsOn} />}
      </section>
      <section>
        <h3>{say.ui_thread_used_by()}</h3>
        {usedBy.length === 0 ? <p class="p-note">{say.ui_thread_used_by_nothing()}</p> : <Ends language={language} ends={usedBy} />}
      </section>
    </div>
  )
}
