// The top of every page: whose it is, where one can go, in which language. The phone's menu is a details element.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '../address.ts'
import type { Chrome, NavigationItem } from '../chrome.ts'
import { keptDrawing } from '../jsx/kept.ts'
import { LanguageSwitch } from '../parts/language-switch.tsx'
import { SearchField } from '../parts/search-field.tsx'
import { RegionMark } from './mark.tsx'

type Place = { readonly language: Language; readonly path: string; readonly chrome: Chrome }

/** The item whose path, or one of whose further paths, the page lies under; the longest one wins. */
const currentOf = (items: readonly NavigationItem[], path: string): NavigationItem | undefined =>
  items
    .flatMap((item) => [item.path, ...(item.also ?? [])].map((under) => ({ item, under })))
    .filter(({ under }) => path === under || path.startsWith(under === '/' ? '/?' : `${under}/`) || path.startsWith(`${under}?`))
    .sort((one, other) => other.under.length - one.under.length)[0]?.item

const Items = ({ language, path, chrome }: Place) => {
  const current = currentOf(chrome.navigation, path)
  return keptDrawing(chrome.navigation, `items ${language} ${current?.path ?? ''} ${current?.path === path ? 'here' : 'below'}`, () => (
    <ul>
      {chrome.navigation.map((item) => (
        <li>
          <a href={toHref(language, item.path)} aria-current={item !== current ? undefined : path === item.path ? 'page' : 'true'}>{item.name}</a>
        </li>
      ))}
    </ul>
  ))
}

export const Header = ({ language, path, chrome }: Place) => {
  const say = speak(language)
  const items = <Items language={language} path={path} chrome={chrome} />
  return (
    <header class="p-header">
      {chrome.phase === null ? null : <div class="p-phase"><p class="p-wrap">{chrome.phase}</p></div>}
      <div class="p-wrap p-header-band">
        <a class="p-brand" href={toHref(language, '/')}>
          {keptDrawing(chrome.mark, `brand ${language}`, () => (
            <>
              <RegionMark mark={chrome.mark} />
              <span class="p-brand-names">
                <span class="p-brand-region">{chrome.region[language]}</span>
                <span class="p-brand-product">{chrome.product[language]}</span>
              </span>
            </>
          ))}
        </a>
        <div class="p-tools">
          {chrome.searchPath === null ? null : (
            keptDrawing(chrome.navigation, `search ${language}`, () => (
              <>
                <SearchField language={language} action={toHref(language, chrome.searchPath ?? '')} id="site-search" size="small" />
                <a class="p-search-link" href={toHref(language, chrome.searchPath ?? '')}>{say.ui_search()}</a>
              </>
            ))
          )}
          <LanguageSwitch language={language} path={path} />
          {chrome.account === null ? null : <a href={toHref(language, chrome.account.path)}>{chrome.account.name}</a>}
        </div>
      </div>
      <div class="p-wrap">
        <nav class="p-nav p-nav-wide" aria-label={say.ui_navigation()}>{items}</nav>
        <details class="p-nav p-nav-phone">
          <summary>{say.ui_menu()}</summary>
          <nav aria-label={say.ui_navigation()}>{items}</nav>
        </details>
      </div>
    </header>
  )
}
