// One answer among colleagues: its form, what it is for, who drafted and approved it, and the buttons for the next step.
import { typedOne, type Asked, type Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { contributionPath } from '#areas/participation/proposals/rules.ts'
import type { Answerable } from '#areas/participation/proposals/rules/answerable.ts'
import { toHref, withQuery } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { Button, Buttons } from '#ui/parts/button.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { DateField } from '#ui/parts/date-field.tsx'
import { Details } from '#ui/parts/details.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { answerPath, answersPath, decisionNames, decisions, newAnswerPath, sayCitations, type Answer, type Template } from '../rules.ts'
import { DecisionTag, Words } from './answer-part.tsx'

type Shown = {
  readonly language: Language; readonly asked: Asked; readonly answer: Answer | null; readonly members: readonly Answerable[]; readonly templates: readonly Template[]; readonly template: Template | null
  readonly numbers: string; readonly today: string; readonly unit: string; readonly names: ReadonlyMap<string, string>
  readonly may: { readonly approve: 'yes' | 'no'; readonly publish: 'yes' | 'no'; readonly byOthers: 'yes' | 'no' }
}
const crumbsOf = (language: Language) => [{ name: speak(language).participation_title(), path: '/participation' }, { name: speak(language).participation_answers_title(), path: answersPath }]
const toTyped = (day: string): string => day.split('-').reverse().join('.')

export const draftScreen = (shown: Shown): Screen => {
  const { language, asked, answer, members } = shown
  const say = speak(language)
  const title = answer === null ? say.participation_answer_new_title() : answer.state === 'published' ? say.participation_answer_published_title({ count: members.length }) : say.participation_answer_draft_title({ count: answer.members.length })
  const isOpen = answer === null || answer.state === 'draft' || answer.state === 'approved'
  return {
    kind: 'screen', title, says: say.participation_answer_new_lead(), crumbs: crumbsOf(language),
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={title} lead={answer === null ? say.participation_answer_new_lead() : undefined} />
        {answer === null ? null : <Standing {...shown} answer={answer} />}
        {isOpen ? <Fields {...shown} /> : answer === null ? null : <Frozen {...shown} answer={answer} />}
        {answer !== null && isOpen ? <Next {...shown} answer={answer} /> : null}
      </>
    ),
  }
}
const Standing = ({ language, answer, names, may }: Shown & { readonly answer: Answer }) => {
  const say = speak(language)
  const name = (account: string | null): string => (account === null ? '–' : (names.get(account) ?? '–'))
  const state = { draft: say.participation_answer_state_draft, approved: say.participation_answer_state_approved, published: say.participation_answer_state_published, dropped: say.participation_answer_state_dropped }[answer.state]()
  return (
    <>
      <SummaryList lines={[
        { name: say.participation_answer_state(), value: state }, { name: say.participation_answer_drafted_by(), value: name(answer.draftedBy) },
        ...(answer.approvedAt === null ? [] : [{ name: say.participation_answer_approved_by(), value: name(answer.approvedBy) }]),
        ...(answer.publishedAt === null ? [] : [{ name: say.participation_answer_published_by(), value: name(answer.publishedBy) }]),
      ]} />
      {may.byOthers === 'yes' && answer.state === 'draft' ? <Notice language={language} tone="info">{say.participation_answer_by_others()}</Notice> : null}
    </>
  )
}
const Frozen = ({ language, answer, members }: Shown & { readonly answer: Answer }) => {
  const say = speak(language)
  return (
    <>
      <p><DecisionTag decision={answer.decision} language={language} /></p>
      <Words text={answer.reason} language={language} />
      <SummaryList lines={[{ name: say.participation_answer_unit(), value: answer.unit || '–' }, { name: say.participation_answer_day(), value: sayCivilDate(answer.decidedOn, language) }]} />
      <Members language={language} members={members} />
      {answer.state === 'published' ? <p><a class="ds-link" href={withQuery(toHref(language, newAnswerPath), { numbers: members.map(({ number }) => number).join(' ') })}>{say.participation_answer_change()}</a></p> : null}
    </>
  )
}
const Members = ({ language, members }: Pick<Shown, 'language' | 'members'>) => {
  const say = speak(language)
  return members.length === 0 ? null : (
    <Section id="members" title={say.participation_answer_members({ count: members.length })}>
      {members.length > 3 ? null : members.map((one) => (
        <blockquote class="p-verbatim" lang={one.language === language ? undefined : one.language}><strong>{one.number}</strong> {one.text.length > 1200 ? `${one.text.slice(0, 1200)} …` : one.text}</blockquote>
      ))}
      <LinkList links={members.map((one) => ({ name: `${one.number} ${one.title}`, href: toHref(language, contributionPath(one.number)), ...(one.merged === 0 ? {} : { says: say.participation_answers_with_merged({ count: one.merged }) }) }))} />
    </Section>
  )
}
const Fields = (shown: Shown) => {
  const { language, asked, answer, members, templates, template, numbers, today, unit } = shown
  const say = speak(language)
  const saved: Readonly<Record<string, string>> = answer === null
    ? { numbers, decision: template?.decision ?? '', reason_bg: template?.reason.bg ?? '', reason_en: template?.reason.en ?? '', unit, decided_on: toTyped(today), place: '', why_changed: '', citations: '' }
    : { numbers: members.map(({ number }) => number).join(' '), decision: answer.decision, reason_bg: answer.reason.bg, reason_en: answer.reason.en, unit: answer.unit, decided_on: toTyped(answer.decidedOn), place: answer.place, why_changed: answer.whyChanged, citations: sayCitations(answer.citations) }
  const field = (name: string, held = saved[name] ?? '') => ({ language, name, value: asked.problems.length > 0 && asked.typed.text[name] !== undefined ? typedOne(asked.typed, name) : held, error: errorOf({ problems: asked.problems, field: name, language }) })
  const isChange = members.some(({ state }) => state === 'answered' || state === 'outcomeKnown')
  const additionOf = (number: string) => { const id = members.find((one) => one.number === number)?.id; return answer?.members.find(({ contribution }) => contribution === id)?.addition ?? { bg: '', en: '' } }
  return (
    <>
      {answer === null && templates.length > 0 ? (
        <Details summary={say.participation_answer_from_template()}>
          <LinkList links={templates.map((one) => ({ name: one.name, href: withQuery(toHref(language, newAnswerPath), { numbers, template: one.name }), says: decisions[one.decision][language] }))} />
        </Details>
      ) : null}
      <Members language={language} members={members} />
      <Form action={toHref(language, answer === null ? newAnswerPath : answerPath(answer.id))} hidden={answer === null ? [] : [{ name: 'version', value: String(answer.version) }, { name: 'does', value: 'save' }]}>
        <Textarea rows={2} label={say.participation_answer_numbers()} help={say.participation_answer_numbers_help()} {...field('numbers')} />
        <Radios label={say.participation_answer_decision()} choices={decisionNames.map((value) => ({ value, name: decisions[value][language] }))} {...field('decision')} />
        <Textarea rows={8} label={say.participation_answer_reason_bg()} help={say.participation_answer_reason_help()} {...field('reason_bg')} />
        <Textarea rows={5} optional label={say.participation_answer_reason_en()} {...field('reason_en')} />
        {members.length > 1 ? (
          <Details summary={say.participation_answer_additions()}>
            {members.slice(0, 60).map((one) => <Textarea rows={2} optional label={say.participation_answer_addition({ number: one.number, title: one.title })} {...field(`addition_bg_${one.number}`, additionOf(one.number).bg)} />)}
          </Details>
        ) : null}
        <TextField label={say.participation_answer_unit()} maxLength={200} {...field('unit')} />
        <DateField label={say.participation_answer_day()} {...field('decided_on')} />
        <TextField optional label={say.participation_answer_place()} help={say.participation_answer_place_help()} maxLength={300} {...field('place')} />
        <Textarea rows={2} optional label={say.participation_answer_rests_on()} help={say.participation_answer_rests_on_help()} {...field('citations')} />
        {isChange ? <Textarea rows={2} label={say.participation_answer_why_changed()} help={say.participation_answer_why_changed_help()} {...field('why_changed')} /> : null}
        <Buttons><Button>{say.participation_answer_save()}</Button></Buttons>
      </Form>
    </>
  )
}
const Next = ({ language, answer, may }: Shown & { readonly answer: Answer }) => {
  const say = speak(language)
  const act = (does: string) => ({ action: toHref(language, answerPath(answer.id)), hidden: [{ name: 'does', value: does }, { name: 'version', value: String(answer.version) }] })
  return (
    <Section id="next" title={say.participation_answer_next()}>
      {may.publish === 'yes' ? <Form {...act('publish')}><p>{say.participation_answer_publish_says()}</p><Buttons><Button>{say.participation_answer_publish()}</Button></Buttons></Form> : null}
      {may.approve === 'yes' && may.byOthers === 'yes' ? <Form {...act('approve')}><Buttons><Button look={may.publish === 'yes' ? 'secondary' : 'primary'}>{say.participation_answer_approve()}</Button></Buttons></Form> : null}
      {may.publish === 'no' && may.approve === 'no' ? <p>{say.participation_answer_waits_for_colleague()}</p> : null}
      <Form {...act('drop')}><Buttons><Button look="quiet">{say.participation_answer_drop()}</Button></Buttons></Form>
    </Section>
  )
}
