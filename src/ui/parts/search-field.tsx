// Search: a form that asks by address, so that a result can be sent to somebody.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'

type Search = {
  readonly language: Language
  readonly action: string
  readonly value?: string | undefined
  /** unique on the page */
  readonly id: string
  readonly label?: string | undefined
  readonly size?: 'small' | 'normal'
}

export const SearchField = ({ language, action, value, id, label, size }: Search) => {
  const say = speak(language)
  const words = label ?? say.ui_search_label()
  return (
    <form class="p-search" role="search" method="get" action={action} aria-label={words} data-size={size === 'small' ? 'sm' : undefined}>
      <label class={size === 'small' ? 'p-hidden-text' : 'ds-label'} for={id}>{words}</label>
      <div class="p-search-line">
        <input class="ds-input" type="search" id={id} name="q" value={value ?? ''} autocomplete="off" placeholder={size === 'small' ? words : undefined} />
        <button class="ds-button" type="submit" data-variant={size === 'small' ? 'secondary' : 'primary'}>{say.ui_search()}</button>
      </div>
    </form>
  )
}
