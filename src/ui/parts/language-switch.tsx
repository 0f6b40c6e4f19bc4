// Leads to the same page in the other language; named in that language, so that who needs it can read it.
import { type Language, otherLanguage } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '../address.ts'

export const LanguageSwitch = ({ language, path }: { readonly language: Language; readonly path: string }) => {
  const other = otherLanguage(language)
  return <a class="ds-link" href={toHref(other, path)} lang={other} hreflang={other}>{speak(other).ui_this_language()}</a>
}
