// What stands on an error page: what happened, what to do, a way to search, and the number under which our log knows it.
import type { Child } from 'hono/jsx'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { PageHeading } from './layout.tsx'
import { LinkList, type ListedLink } from './link-list.tsx'
import { SearchField } from './search-field.tsx'

type Mishap = {
  readonly language: Language
  /** what happened, in words */
  readonly title: string
  readonly says: string
  /** what to do now, as sentences or a form */
  readonly children?: Child
  readonly search?: { readonly action: string; readonly value?: string | undefined } | undefined
  readonly links: readonly ListedLink[]
  readonly reference: string
  readonly email: string | null
  readonly level?: 1 | 4
}

export const ErrorPage = ({ language, title, says, search, links, reference, email, level, children }: Mishap) => {
  const say = speak(language)
  return (
    <>
      <PageHeading title={title} lead={says} level={level ?? 1} />
      {children}
      {search === undefined ? null : <SearchField language={language} id="error-search" label={say.ui_error_search()} action={search.action} value={search.value} />}
      {links.length === 0 ? null : <LinkList links={links} />}
      <p class="p-note">
        {say.ui_error_reference()} <code>{reference}</code>.
        {email === null ? null : <> {say.ui_error_write()} <a class="ds-link" href={`mailto:${email}?subject=${encodeURIComponent(reference)}`}>{email}</a></>}
      </p>
    </>
  )
}
