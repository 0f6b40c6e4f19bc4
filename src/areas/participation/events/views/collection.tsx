// What is said where the sign-up asks for a name and an address.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'

export const Collection = ({ language }: { readonly language: Language }) => {
  const say = speak(language)
  return <p class="p-note">{say.participation_event_collection()} <a class="ds-link" href={toHref(language, '/privacy')}>{say.participation_event_collection_link()}</a></p>
}
