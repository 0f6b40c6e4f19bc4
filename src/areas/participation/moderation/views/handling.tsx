// The staff page of one contribution: the words received beside the words shown, what to decide, and what colleagues know.
import type { Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Column, Columns, PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { Timeline } from '#ui/parts/timeline.tsx'
import { personalDataNames } from '#areas/participation/proposals/rules/personal-data.ts'
import { acts, inboxPath, outcomes, reasons } from '../rules.ts'
import { AssignForm, FlagForm, MaskForm, NoteForm, PublishForm, RefuseForm } from './decide.tsx'
import type { Shown } from './handled.ts'

export const handlingScreen = (shown: Shown): Screen => {
  const { language, asked, it, may } = shown
  const say = speak(language)
  const lang = it.lang === language ? undefined : it.lang
  return {
    kind: 'screen', title: `${it.number} · ${it.shown.title}`, says: say.participation_inbox_lead(), crumbs: [{ name: say.participation_title(), path: '/participation' }, { name: say.participation_inbox_title(), path: inboxPath }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={it.shown.title} kicker={it.number} />
        <p><Tag>{it.stateName}</Tag> {it.suspicions.map((name) => <><Tag tone="warning">{name}</Tag>{' '}</>)}{it.hints.length === 0 ? null : <Tag tone="warning">{say.participation_hint_personal()}</Tag>}</p>
        <Meanwhile {...shown} />
        <Columns parts="equal">
          <Column>
            <h2>{say.participation_handling_received()}</h2>
            {it.received === null ? <p class="p-note">{say.participation_handling_received_closed()}</p> : <><p lang={lang}><strong>{it.received.title}</strong></p><div class="p-verbatim" lang={lang}>{it.received.text}</div></>}
          </Column>
          <Column>
            <h2>{say.participation_handling_public()}</h2>
            <p lang={lang}><strong>{it.shown.title}</strong></p><div class="p-verbatim" lang={lang}>{it.shown.text}</div>
          </Column>
        </Columns>
        {it.hints.length === 0 ? null : (
          <Notice language={language} tone="warning" title={say.participation_handling_hints()}>
            <ul>{it.hints.map(({ kind, text }) => <li>{personalDataNames[kind][language]}: <strong>{text}</strong></li>)}</ul>
          </Notice>
        )}
        {shown.flags.some(({ waits }) => waits === 'yes') ? (
          <Section id="flags" title={say.participation_handling_flags()}>
            <ul>{shown.flags.filter(({ waits }) => waits === 'yes').map(({ at, reason, says }) => <li>{shown.sayDay(at)}: <strong>{reasons[reason].name[language]}</strong>{says === '' ? '' : ` – ${says}`}</li>)}</ul>
            <FlagForm {...shown} />
          </Section>
        ) : null}
        {!may.publish && !may.mask && may.refuse === null ? null : (
          <Section id="decide" title={say.participation_handling_decide()}>
            {may.publish && it.hints.length === 0 ? <PublishForm {...shown} /> : null}
            {may.mask ? <MaskForm {...shown} /> : null}
            {may.publish && it.hints.length > 0 ? <PublishForm {...shown} /> : null}
            {may.refuse === null ? null : <RefuseForm {...shown} />}
          </Section>
        )}
        {shown.ways.length === 0 ? null : <Section id="ways" title={say.participation_handling_ways()}><LinkList links={shown.ways.map(({ name, path, says }) => ({ name, href: toHref(language, path), says }))} /></Section>}
        {shown.similar.length === 0 ? null : (
          <Section id="similar" title={say.participation_handling_similar()}>
            <LinkList links={shown.similar.map(({ number, title, likeness, path }) => ({ name: `${number} · ${title}`, href: toHref(language, path), note: likeness }))} />
          </Section>
        )}
        {may.assign ? <Section id="assign" title={say.participation_handling_assign()}><AssignForm {...shown} /></Section> : null}
        <Section id="facts" title={say.participation_handling_facts()}>
          <SummaryList lines={[
            { name: say.participation_handling_kind(), value: it.kind }, { name: say.participation_inbox_channel(), value: it.channel }, { name: say.participation_inbox_process(), value: it.process },
            { name: say.participation_handling_received_on(), value: it.receivedOn }, { name: say.participation_handling_author(), value: it.author }, { name: say.participation_handling_letter(), value: it.author_may_be_written === 'yes' ? say.participation_handling_letter_yes() : say.participation_handling_letter_no() },
            ...it.facts.map(({ name, value }) => ({ name, value })),
          ]} />
        </Section>
        <Section id="notes" title={say.participation_handling_notes()}>
          {shown.notes.length === 0 ? <p class="p-note">{say.participation_handling_notes_none()}</p> : <Timeline moments={shown.notes.map(({ by, at, text }) => ({ when: shown.sayDay(at), datetime: at.toISOString(), title: by, children: <p class="p-verbatim">{text}</p> }))} />}
          <NoteForm {...shown} />
        </Section>
        {shown.decisions.length === 0 ? null : (
          <Section id="decisions" title={say.participation_handling_decisions()}>
            <Timeline moments={shown.decisions.map(({ at, act, reason, by, outcome }) => ({
              when: shown.sayDay(at), datetime: at.toISOString(), title: acts[act][language],
              children: <p>{reason === null ? '' : `${reasons[reason].name[language]} · `}{by}{outcome === null ? '' : ` · ${outcome === 'waiting' ? say.participation_log_objection_waits() : outcomes[outcome][language]}`}</p>,
            }))} />
          </Section>
        )}
      </>
    ),
  }
}
/** Two at once: what stands now is shown over the words of whoever came second, and both remain readable. */
const Meanwhile = ({ language, asked, it }: Shown) => {
  const say = speak(language)
  const opened = `${typedOne(asked.typed, 'version')} ${typedOne(asked.typed, 'state')}`
  if (asked.problems.length === 0 || opened === ' ' || opened === `${it.version} ${it.state}`) return null
  return (
    <Notice language={language} tone="warning" title={say.participation_handling_meanwhile()}>
      <SummaryList lines={[{ name: say.participation_handling_now_state(), value: it.stateName }, { name: say.participation_handling_now_text(), value: it.shown.text }, ...(typedOne(asked.typed, 'public_text') === '' ? [] : [{ name: say.participation_handling_your_text(), value: typedOne(asked.typed, 'public_text') }])]} />
    </Notice>
  )
}
