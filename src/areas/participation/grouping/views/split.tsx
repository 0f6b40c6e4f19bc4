// Splitting a contribution into parts that quote it, and campaigns: letters that say the same, day by day. For staff.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { Button, Buttons, ButtonLink } from '#ui/parts/button.tsx'
import { Details } from '#ui/parts/details.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Fieldset } from '#ui/parts/fieldset.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { StatLine } from '#ui/parts/stat-line.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { handlingPath, inboxPath, mergePath, splitPath } from '#areas/participation/moderation/rules.ts'
import { sayState } from '#areas/participation/moderation/rules/say.ts'
import { mostParts, type Part } from '../rules.ts'
import type { Campaign } from '../rules/campaigns.ts'
import { crumbsOf } from './merge.tsx'

type Splitting = { readonly language: Language; readonly asked: Asked; readonly it: { readonly number: string; readonly title: string; readonly text: string; readonly language: string }; readonly parts: readonly Part[] }
export const splitScreen = ({ language, asked, it, parts }: Splitting): Screen => {
  const say = speak(language)
  const title = say.participation_split_title({ number: it.number })
  const field = (name: string) => ({ language, name, value: typedOne(asked.typed, name), error: errorOf({ problems: asked.problems, field: name, language }) })
  const part = (index: number) => (
    <Fieldset legend={say.participation_split_part({ count: index + 1 })}>
      <TextField label={say.participation_split_part_title({ count: index + 1 })} optional={index > 1} {...field(`title_${index + 1}`)} />
      <Textarea rows={3} label={say.participation_split_part_quote({ count: index + 1 })} optional={index > 1} {...field(`quote_${index + 1}`)} />
    </Fieldset>
  )
  return {
    kind: 'screen', title, says: say.participation_split_lead(), crumbs: crumbsOf(language, it.number),
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={title} lead={say.participation_split_lead()} />
        <blockquote class="p-verbatim" lang={it.language === language ? undefined : it.language}>{it.text}</blockquote>
        {parts.length > 0 ? (
          <Section id="parts" title={say.participation_split_parts()}><LinkList links={parts.map((part) => ({ name: `${part.number} · ${part.title}`, href: toHref(language, handlingPath(part.number)), says: part.quote, note: sayState(part.state, language) }))} /></Section>
        ) : (
          <Form action={toHref(language, splitPath(it.number))}>
            {[0, 1].map(part)}
            <Details summary={say.participation_split_more()} starts={Object.entries(asked.typed.text).some(([name, values]) => /^(title|quote)_[3-9]$/.test(name) && values.some((value) => value !== '')) ? 'open' : 'closed'}>{Array.from({ length: mostParts - 2 }, (_, index) => part(index + 2))}</Details>
            <Buttons><Button>{say.participation_split_do()}</Button></Buttons>
          </Form>
        )}
      </>
    ),
  }
}

type Shown = { readonly campaign: Campaign; readonly number: string; readonly title: string; /** how the first of them begins */ readonly text: string; readonly lang: string }
export const campaignsScreen = ({ language, campaigns, days, sayDay }: { readonly language: Language; readonly campaigns: readonly Shown[]; readonly days: number; readonly sayDay: (at: Date) => string }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.participation_campaigns_title(), says: say.participation_campaigns_lead({ days }), crumbs: [{ name: say.participation_title(), path: '/participation' }, { name: say.participation_inbox_title(), path: inboxPath }],
    body: (
      <>
        <PageHeading title={say.participation_campaigns_title()} lead={say.participation_campaigns_lead({ days })} />
        {campaigns.length === 0 ? <EmptyState title={say.participation_campaigns_none()} why={say.participation_campaigns_none_says()}><a class="ds-link" href={toHref(language, inboxPath)}>{say.participation_inbox_title()}</a></EmptyState> : campaigns.map(({ campaign, number, title, text, lang }, index) => (
          <Section id={`campaign-${index + 1}`} title={title}>
            <p class="p-note"><a class="ds-link" href={toHref(language, handlingPath(number))}>{number}</a></p>
            <blockquote class="p-verbatim" lang={lang === language ? undefined : lang}>{text}</blockquote>
            <StatLine stats={[{ name: say.participation_campaigns_letters(), value: String(campaign.members.length) }, { name: say.participation_campaigns_persons(), value: String(campaign.persons) }, { name: say.participation_campaigns_time(), value: sayDay(campaign.first), ...(campaign.perDay.length < 2 ? {} : { note: say.participation_campaigns_until({ day: sayDay(campaign.last) }) }) }]} />
            {campaign.perDay.length < 2 ? null : <Table language={language} id={`campaign-${index + 1}-days`} caption={say.participation_campaigns_days()} columns={[{ name: say.participation_log_day() }, { name: say.participation_campaigns_letters(), kind: 'number' }]} rows={campaign.perDay.map(({ day, letters }) => ({ cells: [sayCivilDate(day, language), String(letters)] }))} />}
            <Buttons><ButtonLink look="secondary" href={toHref(language, mergePath(number))}>{say.participation_campaigns_merge()}</ButtonLink></Buttons>
          </Section>
        ))}
      </>
    ),
  }
}
