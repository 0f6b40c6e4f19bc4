// The inbox: what waits and for how long, the oldest first, with what can be done for many at once. For staff.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref, withQuery } from '#ui/address.ts'
import { Button, Buttons } from '#ui/parts/button.tsx'
import { Details } from '#ui/parts/details.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { Pagination } from '#ui/parts/pagination.tsx'
import { errorOf, toFieldId } from '#ui/parts/problems.ts'
import { Select, type Option } from '#ui/parts/select.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Tabs } from '#ui/parts/tabs.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { daysWaiting, handlingPath, inboxPath, type InboxTab } from '../rules.ts'

export type InboxRow = {
  readonly number: string; readonly title: string; readonly lang: string; readonly kind: string; readonly channel: string; readonly process: string; readonly state: string
  readonly unit: string | null; readonly topics: readonly string[]; readonly since: Date; readonly dueOn: string | null
  /** why a person has to look, in words */
  readonly hints: readonly string[]
  /** leads somewhere else than to the contribution: to an objection */
  readonly path?: string
}
export type Filters = { readonly tab: InboxTab; readonly channel: string; readonly topic: string; readonly unit: string; readonly process: string }
type Shown = {
  readonly language: Language; readonly asked: Asked; readonly now: Date; readonly filters: Filters; readonly rows: readonly InboxRow[]; readonly page: number; readonly pages: number; readonly total: number
  readonly tabs: readonly { readonly tab: InboxTab; readonly name: string; readonly count: number }[]
  readonly channels: readonly Option[]; readonly topics: readonly Option[]; readonly units: readonly string[]; readonly processes: readonly Option[]
  /** other desks of the same work: processes, typing, campaigns … */
  readonly desks: readonly { readonly name: string; readonly path: string; readonly says: string }[]
}
/** The boxes stand in the table, the buttons under it: they belong together by this name. */
const bulk = 'bulk'
export const inboxScreen = (shown: Shown): Screen => {
  const { language, filters, rows, asked, tabs, desks } = shown
  const say = speak(language)
  const home = toHref(language, inboxPath)
  const address = withQuery(home, { tab: filters.tab === 'review' ? '' : filters.tab, channel: filters.channel, topic: filters.topic, unit: filters.unit, process: filters.process })
  return {
    kind: 'screen', title: say.participation_inbox_title(), says: say.participation_inbox_lead(), crumbs: [{ name: say.participation_title(), path: '/participation' }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.participation_inbox_title()} lead={say.participation_inbox_lead()} />
        <Tabs label={say.participation_inbox_tabs()} current={withQuery(home, { tab: filters.tab === 'review' ? '' : filters.tab })}
          tabs={tabs.map(({ tab, name, count }) => ({ name, href: withQuery(home, { tab: tab === 'review' ? '' : tab }), count: String(count) }))} />
        {filters.tab === 'objections' ? null : <Filter {...shown} />}
        {rows.length === 0 ? <Empty {...shown} /> : (
          <>
            <List {...shown} />
            <Pagination language={language} page={shown.page} pages={shown.pages} toPage={(n) => withQuery(address, { page: n === 1 ? '' : String(n) })} />
            {filters.tab === 'objections' || filters.tab === 'unconfirmed' ? null : <Form action={address} id={bulk}><Bulk {...shown} /></Form>}
          </>
        )}
        {desks.length === 0 ? null : <LinkList links={desks.map(({ name, path, says }) => ({ name, href: toHref(language, path), says }))} />}
      </>
    ),
  }
}
const Filter = ({ language, filters, channels, topics, units, processes }: Shown) => {
  const say = speak(language)
  const chosen = filters.channel + filters.topic + filters.unit + filters.process !== ''
  return (
    <Details summary={say.participation_inbox_filter()} starts={chosen ? 'open' : 'closed'}>
      <form method="get" action={toHref(language, inboxPath)} class="p-flow">
        {filters.tab === 'review' ? null : <input type="hidden" name="tab" value={filters.tab} />}
        <Select language={language} name="channel" label={say.participation_inbox_channel()} value={filters.channel} options={channels} blank={say.participation_inbox_any()} />
        <Select language={language} name="topic" label={say.participation_inbox_topic()} value={filters.topic} options={topics} blank={say.participation_inbox_any()} />
        <Select language={language} name="process" label={say.participation_inbox_process()} value={filters.process} options={processes} blank={say.participation_inbox_any()} />
        {units.length === 0 ? null : <Select language={language} name="unit" label={say.participation_inbox_unit()} value={filters.unit} options={units.map((unit) => ({ value: unit, name: unit }))} blank={say.participation_inbox_any()} />}
        <Buttons><Button look="secondary">{say.participation_inbox_show()}</Button>{chosen ? <a class="ds-link" href={withQuery(toHref(language, inboxPath), { tab: filters.tab === 'review' ? '' : filters.tab })}>{say.participation_inbox_no_filter()}</a> : null}</Buttons>
      </form>
    </Details>
  )
}
const Empty = ({ language, filters }: Shown) => {
  const say = speak(language)
  return <EmptyState title={say.participation_inbox_empty()} why={filters.tab === 'review' ? say.participation_inbox_empty_review() : say.participation_inbox_empty_other()} />
}
const List = ({ language, rows, now, total, asked, filters }: Shown) => {
  const say = speak(language)
  const ticked = asked.typed.text.chosen ?? []
  return (
    <Section id="list" title={say.participation_inbox_caption({ count: total })}><Table language={language} id="inbox" caption={say.participation_inbox_caption({ count: total })} captionIs="hidden" phone="stack"
      columns={[{ name: say.participation_inbox_text() }, { name: say.participation_inbox_hints() }, { name: say.participation_inbox_unit() }, { name: say.participation_inbox_waits(), kind: 'number' }]}
      rows={rows.map((row, index) => {
        const id = index === 0 ? toFieldId('chosen') : `${toFieldId('chosen')}-${index + 1}`
        return {
          cells: [
            <div class="p-pick">
              {filters.tab === 'objections' || filters.tab === 'unconfirmed' ? null : <input class="ds-input" type="checkbox" form={bulk} name="chosen" value={row.number} id={id} checked={ticked.includes(row.number)} aria-label={say.participation_inbox_choose({ number: row.number })} />}
              <div>
                <a class="ds-link" href={toHref(language, row.path ?? handlingPath(row.number))}><span class="p-numbers">{row.number}</span>{' '}<span lang={row.lang === language ? undefined : row.lang}>{row.title}</span></a>
                <p class="p-note">{row.kind} · {row.channel} · {row.process}</p>
              </div>
            </div>,
            row.hints.length === 0 ? '–' : <div>{row.hints.map((hint) => <><Tag tone="warning">{hint}</Tag>{' '}</>)}</div>,
            <div>{row.unit ?? '–'}{row.topics.length === 0 ? null : <p class="p-note">{row.topics.join(', ')}</p>}</div>,
            <div><time datetime={row.since.toISOString()}>{say.participation_days({ count: daysWaiting(row.since, now) })}</time>{row.dueOn === null ? null : <p class="p-note">{say.participation_inbox_due({ day: row.dueOn })}</p>}</div>,
          ],
        }
      })} /></Section>
  )
}
const Bulk = ({ language, asked, topics, filters, processes }: Shown) => {
  const say = speak(language)
  const error = (field: string) => errorOf({ problems: asked.problems, field, language })
  return (
    <fieldset class="ds-fieldset p-flow">
      <legend class="ds-label">{say.participation_inbox_bulk()}</legend>
      {filters.tab === 'review' ? <Buttons><Button name="does" value="publish">{say.participation_inbox_bulk_publish()}</Button></Buttons> : null}
      <TextField language={language} name="unit" optional width="half" label={say.participation_inbox_unit()} value={typedOne(asked.typed, 'unit')} error={error('unit')} />
      <Select language={language} name="topic" optional label={say.participation_inbox_topic()} value={typedOne(asked.typed, 'topic')} options={topics} blank={say.participation_inbox_no_change()} error={error('topic')} />
      {processes.length < 2 ? null : <Select language={language} name="process" optional label={say.participation_inbox_process()} value={typedOne(asked.typed, 'process')} options={processes} blank={say.participation_inbox_no_change()} error={error('process')} />}
      <Buttons><Button look="secondary" name="does" value="assign">{say.participation_inbox_bulk_assign()}</Button></Buttons>
    </fieldset>
  )
}
