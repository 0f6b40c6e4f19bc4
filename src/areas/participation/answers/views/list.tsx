// The desk of those who answer: what is unanswered by unit and since when, drafts that wait, templates. For staff.
import { typedOne, type Asked, type Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { contributionPath } from '#areas/participation/proposals/rules.ts'
import type { Answerable, UnansweredCount } from '#areas/participation/proposals/rules/answerable.ts'
import { toHref, withQuery } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { Pagination } from '#ui/parts/pagination.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { answerPath, answersPath, daysLeft, decisionNames, decisions, newAnswerPath, templatesPath, wordsIn, type AnswerId, type DraftLine, type Template } from '../rules.ts'

const hub = (language: Language) => ({ name: speak(language).participation_title(), path: '/participation' })
const desk = (language: Language) => ({ name: speak(language).participation_answers_title(), path: answersPath })
type Shown = {
  readonly language: Language; readonly today: string; readonly unit: string | null; readonly counts: readonly UnansweredCount[]; readonly rows: readonly Answerable[]; readonly drafts: readonly DraftLine[]
  readonly open: ReadonlyMap<string, AnswerId>; readonly page: number; readonly pages: number
}
export const answersScreen = (shown: Shown): Screen => {
  const { language, counts, rows, drafts, page, pages, unit } = shown
  const say = speak(language)
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  const address = withQuery(toHref(language, answersPath), { unit: unit ?? '' })
  return {
    kind: 'screen', title: say.participation_answers_title(), says: say.participation_answers_lead(), crumbs: [hub(language)],
    body: (
      <>
        <PageHeading title={say.participation_answers_title()} lead={say.participation_answers_lead()} />
        <Buttons><ButtonLink href={toHref(language, newAnswerPath)}>{say.participation_answers_new()}</ButtonLink><ButtonLink look="secondary" href={toHref(language, templatesPath)}>{say.participation_answers_templates()}</ButtonLink></Buttons>
        {drafts.length === 0 ? null : <Section id="drafts" title={say.participation_answers_drafts()}><Drafts language={language} drafts={drafts} /></Section>}
        <Section id="unanswered" title={total === 0 ? say.participation_answers_all_answered() : say.participation_answers_unanswered({ count: total })}>
          {total === 0 ? <EmptyState level={3} title={say.participation_answers_none()} why={say.participation_answers_none_why()} /> : (
            <>
              {counts.length > 1 || unit !== null ? <Units {...shown} /> : null}
              <form method="get" action={toHref(language, newAnswerPath)} class="p-flow">
                <Unanswered {...shown} />
                <Buttons><Button>{say.participation_answers_answer_chosen()}</Button></Buttons>
              </form>
              <Pagination language={language} page={page} pages={pages} toPage={(n) => withQuery(address, { page: n === 1 ? '' : String(n) })} />
              {rows.length === 0 ? <p>{say.participation_answers_none_of_unit()}</p> : null}
            </>
          )}
        </Section>
      </>
    ),
  }
}
const Units = ({ language, counts }: Shown) => {
  const say = speak(language)
  return (
    <Table language={language} id="units" caption={say.participation_answers_by_unit()} phone="stack"
      columns={[{ name: say.participation_answer_unit() }, { name: say.participation_answers_count(), kind: 'number' }, { name: say.participation_answers_late(), kind: 'number' }, { name: say.participation_answers_oldest() }, { name: say.participation_answers_next_due() }]}
      rows={counts.map((one) => ({
        cells: [
          <a class="ds-link" href={withQuery(toHref(language, answersPath), { unit: one.unit === '' ? '-' : one.unit })}>{one.unit || say.participation_answers_no_unit()}</a>, String(one.count), String(one.late), sayCivilDate(one.oldest, language),
          one.nextDue === null ? '–' : sayCivilDate(one.nextDue, language),
        ],
      }))} />
  )
}
const Unanswered = ({ language, rows, open, today }: Shown) => {
  const say = speak(language)
  return (
    <Table language={language} id="waiting" caption={say.participation_answers_oldest_first()} captionIs="hidden" phone="stack"
      columns={[{ name: say.participation_answers_choose() }, { name: say.participation_answers_what() }, { name: say.participation_answers_received() }, { name: say.participation_answers_due() }, { name: say.participation_answer_unit() }]}
      rows={rows.map((one) => ({
        cells: [
          <label class="p-nowrap"><input type="checkbox" class="ds-input" name="numbers" value={one.number} /> {one.number}</label>,
          <>
            <a class="ds-link" href={toHref(language, contributionPath(one.number))}><bdi lang={one.language === language ? undefined : one.language}>{one.title}</bdi></a>
            {one.merged === 0 ? null : <p class="p-note">{say.participation_answers_with_merged({ count: one.merged })}</p>}
            {open.has(one.id) ? <p class="p-note"><a class="ds-link" href={toHref(language, answerPath(open.get(one.id) ?? ''))}>{say.participation_answers_in_draft()}</a></p> : null}
          </>,
          sayCivilDate(one.receivedOn, language), <Due language={language} dueOn={one.dueOn} today={today} />, one.unit || say.participation_answers_no_unit(),
        ],
      }))} />
  )
}
const Due = ({ language, dueOn, today }: { readonly language: Language; readonly dueOn: string | null; readonly today: string }) => {
  if (dueOn === null) return '–'
  const say = speak(language), left = daysLeft(dueOn, today)
  return <>{sayCivilDate(dueOn, language)} <Tag tone={left < 0 ? 'danger' : left <= 7 ? 'warning' : 'neutral'}>{left < 0 ? say.participation_answers_days_late({ days: -left }) : say.participation_answers_days_left({ days: left })}</Tag></>
}
const Drafts = ({ language, drafts }: Pick<Shown, 'language' | 'drafts'>) => {
  const say = speak(language)
  return (
    <LinkList links={drafts.map((one) => ({
      name: `${one.numbers.join(', ')}${one.members > one.numbers.length ? ` … (${one.members})` : ''}`, href: toHref(language, answerPath(one.id)),
      says: `${decisions[one.decision][language]} · ${one.state === 'approved' ? say.participation_answer_state_approved() : say.participation_answer_state_draft()}`,
    }))} />
  )
}
type TemplatesShown = { readonly language: Language; readonly asked: Asked; readonly templates: readonly Template[] }
export const templatesScreen = ({ language, asked, templates }: TemplatesShown): Screen => {
  const say = speak(language)
  const field = (name: string) => ({ language, name, value: typedOne(asked.typed, name), error: errorOf({ problems: asked.problems, field: name, language }) })
  return {
    kind: 'screen', title: say.participation_templates_title(), says: say.participation_templates_lead(), crumbs: [hub(language), desk(language)],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.participation_templates_title()} lead={say.participation_templates_lead()} />
        {templates.length === 0 ? <EmptyState title={say.participation_templates_none()} why={say.participation_templates_none_why()} /> : (
          <Table language={language} id="templates" caption={say.participation_templates_title()} captionIs="hidden" phone="stack"
            columns={[{ name: say.participation_templates_name() }, { name: say.participation_answer_decision() }, { name: say.participation_answer_reason() }, { name: say.participation_templates_remove() }]}
            rows={templates.map((one) => ({ cells: [
              one.name, decisions[one.decision][language], wordsIn(one.reason, language).text,
              <Form action={toHref(language, templatesPath)} hidden={[{ name: 'remove', value: one.name }]}><Button look="quiet">{say.participation_templates_remove()}<span class="p-hidden-text">: {one.name}</span></Button></Form>,
            ] }))} />
        )}
        <Section id="new-template" title={say.participation_templates_new()}>
          <Form action={toHref(language, templatesPath)}>
            <TextField label={say.participation_templates_name()} maxLength={120} {...field('name')} />
            <Select label={say.participation_answer_decision()} blank={say.participation_answer_choose()} options={decisionNames.map((value) => ({ value, name: decisions[value][language] }))} {...field('decision')} />
            <Textarea rows={5} label={say.participation_answer_reason_bg()} {...field('reason_bg')} />
            <Textarea rows={5} optional label={say.participation_answer_reason_en()} {...field('reason_en')} />
            <Buttons><Button>{say.participation_templates_save()}</Button></Buttons>
          </Form>
        </Section>
      </>
    ),
  }
}
