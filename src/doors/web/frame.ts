// Fills the frame that the ui draws around every page: navigation, account, notices, funding. Made once, called per page.
import type { Screen } from '#kernel/answer.ts'
import type { Bilingual, Language } from '#kernel/language.ts'
import { speak, type Say } from '#kernel/speak.ts'
import type { Who } from '#kernel/who.ts'
import type { Chrome, NavigationItem } from '#ui/chrome.ts'
import type { Markup } from '#ui/jsx/jsx-runtime.ts'
import { framePage } from '#ui/page.tsx'
import type { Assets } from './assets.ts'

export type FrameFacts = {
  readonly language: Language
  /** without the language, with its query */
  readonly path: string
  readonly who: Who
  /** key of a one-time message after a redirect */
  readonly notice: string | null
  readonly origin: string
}
/** Values in, a whole document out; never waits. */
export type Frame = (screen: Screen, facts: FrameFacts) => Markup

/** What differs from region to region and from build to build. */
export type FrameParts = Pick<Chrome, 'product' | 'region' | 'mark' | 'contact' | 'source' | 'funding'> & {
  readonly assets: Pick<Assets, 'style' | 'islands'>
  readonly navigation: readonly { readonly name: Bilingual; readonly path: string; readonly staff?: 'yes' }[]
  readonly footer: readonly { readonly name: Bilingual; readonly path: string }[]
  readonly phase: Bilingual | null
}

export const makeFrame = (parts: FrameParts): Frame => (screen, { language, path, who, notice, origin }) => {
  const say = speak(language)
  const item = ({ name, path: to }: { name: Bilingual; path: string }): NavigationItem => ({ name: name[language], path: to })
  const chrome: Chrome = {
    origin,
    product: parts.product,
    region: parts.region,
    mark: parts.mark,
    navigation: parts.navigation.filter((each) => each.staff === undefined || who.account !== null).map(item),
    footer: parts.footer.map(item),
    searchPath: '/search',
    contact: parts.contact,
    source: parts.source,
    funding: parts.funding,
    account: who.account === null ? { name: say.web_sign_in(), path: '/sign-in' } : { name: who.name, path: '/my' },
    phase: parts.phase === null ? null : parts.phase[language],
    notices: noticesOf(notice, say),
    assets: parts.assets,
  }
  return framePage({ language, path, screen, chrome })
}

/** The key comes from a cookie: only messages named …_notice_… without inputs are said, anything else is silence. */
const noticesOf = (notice: string | null, say: Say): Chrome['notices'] => {
  const word = notice === null || !Object.hasOwn(say, notice) ? undefined : say[notice as keyof Say]
  return word === undefined ? [] : [{ tone: 'success', text: (word as () => string)() }]
}
