// What every form that asks for a name or an address says beside it: why, on what ground, who sees it, how long, which rights.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Details } from '#ui/parts/details.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'

export const collectedFor = ['contribution', 'follow', 'event', 'survey', 'register'] as const
export type CollectedFor = (typeof collectedFor)[number]
export type Officer = { readonly name: string; readonly email: string; readonly phone: string } | null
type Noticed = { readonly language: Language; readonly purpose: CollectedFor; readonly officer: Officer; readonly starts?: 'open' | 'closed' }

/** The same words for the form and for the letter that acknowledges it. */
export const collectionLines = ({ language, purpose, officer }: Omit<Noticed, 'starts'>): readonly { readonly name: string; readonly value: string }[] => {
  const say = speak(language)
  const words = {
    contribution: [say.people_notice_of_contribution(), say.people_basis_of_contribution(), say.people_seen_of_contribution(), say.people_kept_of_contribution()],
    follow: [say.people_notice_of_follow(), say.people_basis_of_consent(), say.people_seen_of_staff(), say.people_kept_of_follow()],
    event: [say.people_notice_of_event(), say.people_basis_of_consent(), say.people_seen_of_staff(), say.people_kept_of_event()],
    survey: [say.people_notice_of_survey(), say.people_basis_of_consent(), say.people_seen_of_staff(), say.people_kept_of_survey()],
    register: [say.people_notice_of_register(), say.people_basis_of_register(), say.people_seen_of_staff(), say.people_kept_of_register()],
  }[purpose]
  return [
    { name: say.people_collection_why(), value: words[0] ?? '' }, { name: say.people_collection_basis(), value: words[1] ?? '' },
    { name: say.people_collection_seen(), value: words[2] ?? '' }, { name: say.people_collection_kept(), value: words[3] ?? '' },
    { name: say.people_collection_rights(), value: say.people_collection_rights_says() },
    { name: say.people_collection_officer(), value: officer === null ? say.people_collection_officer_unset() : [officer.name, officer.email, officer.phone].filter((part) => part !== '').join(', ') },
    { name: say.people_collection_never(), value: say.people_collection_never_says() },
  ]
}
export const CollectionNotice = ({ language, purpose, officer, starts = 'closed' }: Noticed) => {
  const say = speak(language)
  return (
    <Details summary={say.people_collection_summary()} starts={starts}>
      <SummaryList lines={collectionLines({ language, purpose, officer })} />
      <p><a class="ds-link" href={toHref(language, '/privacy')}>{say.people_collection_more()}</a></p>
    </Details>
  )
}
