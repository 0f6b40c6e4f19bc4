// One contribution under its number, for ever: what was said, where it stands, who supports it, what became of it step by step.
import { dayIn } from '#kernel/day.ts'
import type { Html, Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { followAddress } from '#areas/participation/subscriptions/rules.ts'
import { Thread, type ThreadEnd } from '#ui/thread.tsx'
import { toHref } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Columns, Column, PageHeading, Row, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Timeline } from '#ui/parts/timeline.tsx'
import { contributionPath, isShown, proposalsPath, type Attachment, type Contribution, type Side, type Step, type Topic } from '../rules.ts'
import { listAddress } from '../rules/list.ts'
import { assuranceNames, channelNames, kindNames, sayStep, sectorNames } from '../rules/names.ts'
import { arguePath, attachmentPath, supportPath, withdrawPath } from '../rules/typed.ts'
import { takesVoices } from '../rules/voices.ts'
import { langOf, opening, Said, sayAuthor, sayDay, StateTag, type Place } from './parts.tsx'

type Argument = { readonly id: string; readonly side: Side; readonly authorShown: string | null; readonly text: string; readonly language: string; readonly at: Date }
export type ProposalShown = {
  readonly language: Language; readonly it: Contribution; readonly steps: readonly Step[]; readonly topics: readonly Topic[]; readonly place: Place | null
  readonly call: { readonly slug: string; readonly title: string; readonly path: string; readonly open: 'yes' | 'no' } | null; readonly indicator: { readonly name: string; readonly path: string } | null
  readonly voices: readonly { readonly assurance: 'unconfirmed' | 'email' | 'inPerson' | 'staff'; readonly voices: number }[]; readonly hand: readonly { readonly source: { readonly bg: string; readonly en: string }; readonly count: number }[]
  readonly arguments: readonly Argument[]; readonly attachments: readonly Attachment[]; readonly merged: readonly { readonly number: string; readonly title: string; readonly authorShown: string | null }[]; readonly into: { readonly number: string; readonly title: string } | null
  readonly restsOn: readonly ThreadEnd[]; readonly usedBy: readonly ThreadEnd[]
  /** where the report of a reader goes, and where a colleague handles it; given by the door, because those pages are of later topics */
  readonly report: string; readonly handling: string | null
  /** what later topics show on this page: the answer, the place in a draft */
  readonly beside: readonly Html[]
}
export const proposalScreen = (shown: ProposalShown): Screen => {
  const { language, it, beside, handling } = shown
  const say = speak(language)
  const title = isShown(it.state) ? it.title : say.participation_proposal_number({ number: it.number })
  return {
    kind: 'screen', title: `${it.number} ${isShown(it.state) ? opening(it.title, 70) : ''}`.trim(), says: isShown(it.state) ? opening(it.text, 160) || it.title : say.participation_proposal_says_number({ number: it.number }),
    crumbs: [{ name: say.participation_title(), path: '/participation' }, { name: say.participation_proposals_title(), path: proposalsPath }],
    body: (
      <article class="p-flow">
        <div lang={isShown(it.state) ? langOf(it, language) : undefined}><PageHeading title={title} kicker={`${kindNames[it.kind][language]} ${it.number}`} /></div>
        <Row><StateTag it={it} language={language} />{it.authorKind === 'authority' ? <span>{say.participation_proposal_by_authority()}</span> : null}{it.late ? <span>{say.participation_proposal_late()}</span> : null}</Row>
        <Standing {...shown} />
        {isShown(it.state) ? <Body {...shown} /> : null}
        {beside as never}
        <Section id="fate" title={say.participation_proposal_fate()}><Fate {...shown} /></Section>
        {shown.restsOn.length + shown.usedBy.length === 0 ? null : <Section id="thread" title={say.participation_proposal_thread()}><Thread language={language} restsOn={shown.restsOn} usedBy={shown.usedBy} /></Section>}
        {isShown(it.state) ? <Acts {...shown} /> : null}
        {handling === null ? null : <><Closed {...shown} /><p><a class="ds-link" href={toHref(language, handling)}>{say.participation_proposal_handle()}</a></p></>}
      </article>
    ),
  }
}
/** A state that hides the words says why, and what stays. */
const Standing = ({ language, it, into }: ProposalShown) => {
  const say = speak(language)
  const says = { awaitingConfirmation: say.participation_state_awaiting, inModeration: say.participation_state_moderation, notPublished: say.participation_state_not_published, withdrawn: say.participation_state_withdrawn } as const
  if (it.state === 'merged' && into !== null) return (
    <Notice language={language} tone="info" title={say.participation_state_merged()}><p>{say.participation_state_merged_says()} <a class="ds-link" href={toHref(language, contributionPath(into.number))}>{into.number} <bdi>{into.title}</bdi></a></p></Notice>
  )
  const word = it.state in says ? says[it.state as keyof typeof says]() : undefined
  return word === undefined ? null : <Notice language={language} tone="info" title={word}><p>{say.participation_state_number_stays()}</p></Notice>
}
const Body = (shown: ProposalShown) => {
  const { language, it, topics, place, call, indicator, attachments, merged } = shown
  const say = speak(language)
  const named = it.topics.flatMap((key) => topics.find((topic) => topic.key === key) ?? [])
  const where = [place?.name, it.place].filter((part) => part !== undefined && part !== '').join(', ')
  return (
    <>
      <Columns parts="main-first">
        <Column>
          <Said text={it.text} lang={langOf(it, language)} />
          {attachments.every(({ open }) => !open) ? null : <LinkList links={attachments.filter(({ open }) => open).map((file) => ({ name: file.name, href: attachmentPath({ number: it.number, id: file.id }), note: `${Math.max(1, Math.round(file.size / 1024))} KB` }))} />}
        </Column>
        <Column>
          <Voices {...shown} />
          <SummaryList lines={[
            { name: say.participation_proposal_author(), value: <bdi>{sayAuthor(it, language)}</bdi> },
            { name: say.participation_proposal_received(), value: `${sayCivilDate(it.receivedOn, language)}, ${channelNames[it.channel][language]}` },
            ...(where === '' ? [] : [{ name: say.participation_proposal_where(), value: place === null ? <bdi>{where}</bdi> : <><a class="ds-link" href={toHref(language, listAddress({ municipality: place.code }))}>{place.name}</a>{it.place === '' ? '' : <>, <bdi>{it.place}</bdi></>}</> }]),
            ...(named.length === 0 ? [] : [{ name: say.participation_proposal_topics(), value: <>{named.map(({ key, name }, at) => <>{at === 0 ? '' : ', '}<a class="ds-link" href={toHref(language, listAddress({ topic: key }))}>{name[language]}</a></>)}</> }]),
            ...(it.forWhom === '' ? [] : [{ name: say.participation_proposal_for_whom(), value: <bdi>{it.forWhom}</bdi> }]),
            ...(it.sector === null ? [] : [{ name: say.participation_proposal_sector(), value: sectorNames[it.sector][language] }]),
            ...(indicator === null ? [] : [{ name: say.participation_proposal_indicator(), value: <a class="ds-link" href={toHref(language, indicator.path)}>{indicator.name}</a> }]),
            ...(call === null ? [] : [{ name: say.participation_proposal_process(), value: <a class="ds-link" href={toHref(language, call.path)}>{call.title}</a> }]),
          ]} />
        </Column>
      </Columns>
      {merged.length === 0 ? null : <Section id="merged" title={say.participation_proposal_merged({ count: merged.length })}><LinkList links={merged.map(({ number, title, authorShown }) => ({ name: `${number} ${title}`, href: toHref(language, contributionPath(number)), says: authorShown ?? say.participation_proposal_citizen() }))} /></Section>}
      <Arguments {...shown} />
    </>
  )
}
const isOpenFor = ({ it, call }: ProposalShown): boolean => takesVoices(it.state) && call?.open === 'yes'
/** How many, at which level of assurance; what was counted by hand stands apart. */
const Voices = (shown: ProposalShown) => {
  const { language, it, voices, hand } = shown
  const say = speak(language)
  return (
    <section class="p-voices p-flow" aria-label={say.participation_proposal_support()}>
      <p class="p-voices-count p-numbers"><strong>{it.supports}</strong> {say.participation_proposal_voices({ count: it.supports })}</p>
      {isOpenFor(shown) ? <Buttons><ButtonLink href={toHref(language, supportPath(it.number))}>{say.participation_proposal_support()}</ButtonLink></Buttons> : <p class="p-note">{say.participation_proposal_closed()}</p>}
      {voices.length === 0 ? null : <ul class="p-note">{voices.map(({ assurance, voices: count }) => <li>{count} {assuranceNames[assurance][language]}{assurance === 'unconfirmed' ? ` (${say.participation_proposal_not_counted()})` : ''}</li>)}</ul>}
      {hand.length === 0 ? null : <ul class="p-note">{hand.map(({ source, count }) => <li>{say.participation_proposal_hand({ count, source: source[language] })}</li>)}</ul>}
    </section>
  )
}
const Arguments = (shown: ProposalShown) => {
  const { language, it, arguments: all, report } = shown
  const say = speak(language)
  const side = (of: Side) => {
    const list = all.filter((one) => one.side === of)
    return (
      <Column>
        <h3>{of === 'for' ? say.participation_arguments_for({ count: list.length }) : say.participation_arguments_against({ count: list.length })}</h3>
        {list.length === 0 ? <p class="p-note">{say.participation_arguments_none()}</p> : (
          <ul class="p-arguments">
            {list.map((one) => (
              <li id={`argument-${one.id}`}>
                <Said text={one.text} lang={langOf(one, language)} />
                <p class="p-note"><bdi>{one.authorShown ?? say.participation_proposal_citizen()}</bdi> · {sayDay(one.at, language)} · <a class="ds-link" href={`${toHref(language, report)}?argument=${one.id}`}>{say.participation_flag_do()}</a></p>
              </li>
            ))}
          </ul>
        )}
      </Column>
    )
  }
  return (
    <Section id="arguments" title={say.participation_arguments_title()}>
      <Columns parts="equal">{side('for')}{side('against')}</Columns>
      {isOpenFor(shown) ? <Buttons><ButtonLink look="secondary" href={toHref(language, arguePath(it.number))}>{say.participation_argue()}</ButtonLink></Buttons> : null}
    </Section>
  )
}
const Fate = ({ language, it, steps }: ProposalShown) => {
  const say = speak(language)
  const open = it.decision === null && ['inModeration', 'published', 'underConsideration'].includes(it.state)
  return (
    <>
      <Timeline moments={steps.map(({ at, kind, says, path }) => ({
        when: sayDay(at, language), datetime: dayIn(at), title: sayStep(kind)[language], ...(path === null ? {} : { href: toHref(language, path) }),
        children: kind === 'received' ? <p>{say.participation_proposal_came({ how: channelNames[it.channel][language] })}</p> : says[language] === '' ? null : <p>{says[language]}</p>,
      }))} />
      {open && it.dueOn !== null ? <p>{say.participation_proposal_due({ day: sayCivilDate(it.dueOn, language) })}{it.unit === '' ? '' : ` ${say.participation_proposal_unit({ unit: it.unit })}`}</p> : null}
    </>
  )
}
/** For a moderator: files that nobody has looked at yet are closed; one press opens or closes one. */
const Closed = ({ language, it, attachments }: ProposalShown) => {
  const say = speak(language)
  if (attachments.length === 0) return null
  return (
    <Form action={toHref(language, contributionPath(it.number))}>
      <ul class="p-arguments">
        {attachments.map((file) => (
          <li>
            <a class="ds-link" href={attachmentPath({ number: it.number, id: file.id })}>{file.name}</a> <span class="p-note">{file.open ? say.participation_file_open() : say.participation_file_closed()}</span>{' '}
            <Button look="secondary" name="does" value={`${file.open ? 'close' : 'open'}:${file.id}`}>{file.open ? say.participation_file_close() : say.participation_file_open_do()}</Button>
          </li>
        ))}
      </ul>
    </Form>
  )
}
const Acts = ({ language, it, report }: ProposalShown) => {
  const say = speak(language)
  return (
    <Section id="acts" title={say.participation_proposal_acts()}>
      <LinkList links={[
        { name: say.participation_proposal_follow(), href: toHref(language, followAddress(it.id)), says: say.participation_proposal_follow_says() },
        ...(it.decision === null ? [{ name: say.participation_proposal_withdraw(), href: toHref(language, withdrawPath(it.number)), says: say.participation_proposal_withdraw_says() }] : []),
        { name: say.participation_flag_do(), href: toHref(language, report), says: say.participation_flag_why() },
      ]} />
    </Section>
  )
}
