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
export type FrameParts = Pick<Chrome, 'product' | 'region' | 'mark' | 'contact' | 'emblem' | 'source' | 'funding'> & {
  readonly assets: Pick<Assets, 'style' | 'islands'>
  readonly navigation: readonly { readonly name: Bilingual; readonly path: string; readonly also?: readonly string[]; readonly staff?: 'yes' }[]
  readonly footer: readonly { readonly name: Bilingual; readonly path: string }[]
  readonly phase: Bilingual | null
}

/** Made once for both languages, so that what is drawn of it alone is drawn once. */
export const makeFrame = (parts: FrameParts): Frame => {
  const lasting = { bg: lastingOf(parts, 'bg'), en: lastingOf(parts, 'en') }
  return (screen, { language, path, who, notice, origin }) => {
    const say = speak(language)
    const { publicNavigation, staffNavigation, ...chrome } = lasting[language]
    return framePage({
      language, path, screen,
      chrome: {
        ...chrome, origin,
        navigation: who.account === null ? publicNavigation : staffNavigation,
        account: who.account === null ? { name: say.web_sign_in(), path: '/sign-in' } : { name: who.name, path: '/my' },
        notices: noticesOf(notice, say),
      },
    })
  }
}
const lastingOf = (parts: FrameParts, language: Language) => {
  const item = ({ name, path: to, also }: { name: Bilingual; path: string; also?: readonly string[] }): NavigationItem => ({ name: name[language], path: to, ...(also === undefined ? {} : { also }) })
  return {
    product: parts.product,
    region: parts.region,
    mark: parts.mark,
    publicNavigation: parts.navigation.filter((each) => each.staff === undefined).map(item),
    staffNavigation: parts.navigation.map(item),
    footer: parts.footer.map(item),
    searchPath: '/search',
    contact: parts.contact,
    emblem: parts.emblem,
    source: parts.source,
    funding: parts.funding,
    phase: parts.phase === null ? null : parts.phase[language],
    assets: parts.assets,
  }
}

/** The key comes from a cookie: only messages named …_notice_… without inputs are said, anything else is silence. */
const noticesOf = (notice: string | null, say: Say): Chrome['notices'] => {
  // Through a plain record: a union of thousands of messages is more than the compiler holds.
  const word = notice === null || !Object.hasOwn(say, notice) ? undefined : (say as unknown as Readonly<Record<string, () => string>>)[notice]
  return word === undefined ? [] : [{ tone: 'success', text: word() }]
}
