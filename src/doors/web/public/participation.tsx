// The page of participation: what is open now and until when, what one can do, the newest proposals, what became of all of them.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import type { Contribution, Topic } from '#areas/participation/proposals/rules.ts'
import { channelNames } from '#areas/participation/proposals/rules/names.ts'
import { ProposalList, type Place } from '#areas/participation/proposals/views/parts.tsx'
import { toHref } from '#ui/address.ts'
import { ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { StatLine } from '#ui/parts/stat-line.tsx'

export type OpenThing = { readonly kind: string; readonly title: string; readonly when: string; readonly path: string }
export type HubShown = {
  readonly language: Language; readonly open: readonly OpenThing[]; readonly newest: readonly Contribution[]; readonly places: readonly Place[]; readonly topics: readonly Topic[]
  readonly totals: { readonly received: number; readonly open: number; readonly answered: number; readonly merged: number; readonly withdrawn: number; readonly notPublished: number; readonly accepted: number; readonly byChannel: readonly { readonly channel: string; readonly count: number }[] }
  readonly propose: string; readonly list: string
  readonly further: readonly { readonly name: string; readonly path: string; readonly says: string }[]; readonly staff: readonly { readonly name: string; readonly path: string; readonly says: string }[]
}
export const participationScreen = ({ language, open, newest, places, topics, totals, propose, list, further, staff }: HubShown): Screen => {
  const say = speak(language)
  const word = (count: number): string => sayNumber(count, language, 0)
  return {
    kind: 'screen', title: say.participation_title(), says: say.participation_hub_says(), crumbs: [],
    body: (
      <>
        <PageHeading title={say.participation_hub_title()} lead={say.participation_hub_says()}>
          <Buttons><ButtonLink href={toHref(language, propose)}>{say.participation_propose()}</ButtonLink></Buttons>
        </PageHeading>
        <Section id="open" title={open.length === 0 ? say.participation_hub_nothing_open() : say.participation_hub_open({ count: open.length })}>
          {open.length === 0 ? <p>{say.participation_hub_nothing_open_says()}</p> : (
            <ul class="p-open-now">
              {open.map(({ kind, title, when, path }) => <li><p class="p-note">{kind}</p><p class="p-open-name"><a class="ds-link" href={toHref(language, path)}>{title}</a></p><p class="p-numbers">{when}</p></li>)}
            </ul>
          )}
        </Section>
        <Section id="newest" title={say.participation_hub_newest()} aside={newest.length === 0 ? undefined : <a class="ds-link" href={toHref(language, list)}>{say.participation_proposals_all()}</a>}>
          {newest.length === 0 ? <EmptyState title={say.participation_proposals_none()} why={say.participation_proposals_none_why()}><p><a class="ds-link" href={toHref(language, propose)}>{say.participation_propose_first()}</a></p></EmptyState>
            : <ProposalList language={language} list={newest} places={places} topics={topics} level={3} />}
        </Section>
        <Section id="counts" title={totals.received === 0 ? say.participation_hub_counts_none() : say.participation_hub_counts({ count: totals.received })}>
          {totals.received === 0 ? <p>{say.participation_hub_counts_none_says()}</p> : (
            <>
              <StatLine stats={[
                { name: say.participation_hub_count_open(), value: word(totals.open) }, { name: say.participation_hub_count_answered(), value: word(totals.answered), note: totals.answered === 0 ? undefined : say.participation_hub_count_accepted({ count: totals.accepted }) },
                { name: say.participation_hub_count_merged(), value: word(totals.merged) }, { name: say.participation_hub_count_not_published(), value: word(totals.notPublished) }, { name: say.participation_hub_count_withdrawn(), value: word(totals.withdrawn) },
              ]} />
              <p class="p-note">{say.participation_hub_sum({ count: totals.received })} {say.participation_hub_channels({ list: totals.byChannel.map(({ channel, count }) => `${channelNames[channel as keyof typeof channelNames]?.[language] ?? channel} ${word(count)}`).join(', ') })}</p>
            </>
          )}
        </Section>
        <Section id="further" title={say.participation_hub_further()}><LinkList links={further.map(({ name, path, says }) => ({ name, href: toHref(language, path), says }))} /></Section>
        {staff.length === 0 ? null : <Section id="staff" title={say.participation_hub_staff()}><LinkList links={staff.map(({ name, path, says }) => ({ name, href: toHref(language, path), says }))} /></Section>}
      </>
    ),
  }
}
