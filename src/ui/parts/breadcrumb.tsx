// The way from the home page to here. The last step is this page and no link; on a phone only the step above is shown.
import type { Crumb } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '../address.ts'

type Way = {
  readonly language: Language
  /** what lies between home and this page */
  readonly crumbs: readonly Crumb[]
  readonly current: string
  /** only where a page shows two */
  readonly label?: string | undefined
}

export const Breadcrumb = ({ language, crumbs, current, label }: Way) => {
  const say = speak(language)
  const above = [{ name: say.ui_home(), path: '/' }, ...crumbs.filter((crumb) => crumb.path !== '/')]
  const last = above.at(-1)
  return (
    <nav class="ds-breadcrumbs" aria-label={label ?? say.ui_breadcrumb()}>
      {last === undefined ? null : <a class="ds-link" href={toHref(language, last.path)}>{last.name}</a>}
      <ol>
        {above.map((crumb) => <li><a class="ds-link" href={toHref(language, crumb.path)}>{crumb.name}</a></li>)}
        <li aria-current="page">{current}</li>
      </ol>
    </nav>
  )
}
