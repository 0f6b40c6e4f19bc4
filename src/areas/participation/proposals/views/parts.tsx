// Small parts of proposals: one in a list, its state, who said it and when, its text.
import { dayIn } from '#kernel/day.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { Tag } from '#ui/parts/tag.tsx'
import { contributionPath, type Contribution, type ContributionState, type Topic } from '../rules.ts'
import { decisionNames, stateNames } from '../rules/names.ts'

export type Place = { readonly code: string; readonly name: string }
const tones = { awaitingConfirmation: 'neutral', inModeration: 'neutral', published: 'info', notPublished: 'neutral', underConsideration: 'info', answered: 'success', outcomeKnown: 'success', merged: 'neutral', withdrawn: 'neutral' } as const satisfies Record<ContributionState, string>
export const StateTag = ({ it, language }: { readonly it: Pick<Contribution, 'state' | 'decision'>; readonly language: Language }) => {
  const decision = it.decision === null ? undefined : decisionNames[it.decision]?.[language]
  return <Tag tone={it.decision === 'notAccepted' || it.decision === 'outOfScope' ? 'neutral' : tones[it.state]}>{decision === undefined || it.state === 'merged' || it.state === 'withdrawn' ? stateNames[it.state][language] : decision}</Tag>
}
/** A text in another language than the page says so, for those who hear it. */
export const langOf = (it: Pick<Contribution, 'language'>, language: Language): string | undefined => (it.language === language ? undefined : it.language)
export const sayAuthor = ({ authorShown, authorKind }: Pick<Contribution, 'authorShown' | 'authorKind'>, language: Language): string =>
  authorShown ?? (authorKind === 'authority' ? speak(language).participation_proposal_authority() : speak(language).participation_proposal_citizen())
export const sayDay = (at: Date, language: Language): string => sayCivilDate(dayIn(at), language)
/** The beginning of a text, cut at a word. */
export const opening = (text: string, most = 220): string => {
  const whole = text.replace(/\s+/g, ' ').trim()
  if (whole.length <= most) return whole
  const cut = whole.slice(0, most)
  return `${cut.slice(0, Math.max(1, cut.lastIndexOf(' ')))} …`
}
/** Paragraphs of what somebody wrote: isolated from the page's own direction, nothing in it is markup or a link. */
export const Said = ({ text, lang }: { readonly text: string; readonly lang: string | undefined }) => (
  <div class="p-said" lang={lang} dir="auto">{text.split(/\n\s*\n/).filter((part) => part.trim() !== '').map((part) => <p class="p-lines">{part.trim()}</p>)}</div>
)

type Listed = { readonly language: Language; readonly list: readonly Contribution[]; readonly places: readonly Place[]; readonly topics: readonly Topic[]; readonly level?: 2 | 3 }
export const ProposalList = ({ language, list, places, topics, level = 2 }: Listed) => {
  const say = speak(language)
  const Name = `h${level}` as 'h2'
  return (
    <ul class="p-proposals">
      {list.map((it) => {
        const place = places.find(({ code }) => code === it.municipality)?.name
        const named = it.topics.flatMap((key) => topics.find((topic) => topic.key === key)?.name[language] ?? [])
        return (
          <li>
            <div class="p-proposal-votes p-numbers"><strong>{it.supports}</strong><span class="p-note">{say.participation_proposal_voices({ count: it.supports })}</span></div>
            <div>
              <Name class="p-proposal-title"><a class="ds-link" href={toHref(language, contributionPath(it.number))} lang={langOf(it, language)}><bdi>{it.title || it.number}</bdi></a></Name>
              <p lang={langOf(it, language)} dir="auto">{opening(it.text)}</p>
              <p class="p-note">
                <StateTag it={it} language={language} />{' '}
                {[it.number, sayAuthor(it, language), it.publishedAt === null ? null : sayDay(it.publishedAt, language), place ?? null, ...named].filter((part) => part !== null).map((part, at) => <>{at === 0 ? '' : ' · '}<bdi>{part}</bdi></>)}
                {it.argumentsFor + it.argumentsAgainst === 0 ? null : <> · {say.participation_proposal_arguments({ count: it.argumentsFor + it.argumentsAgainst })}</>}
              </p>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
