// Two pages of the inbox: an objection to be judged by another person, and arguments that wait to be looked at.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, Buttons } from '#ui/parts/button.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { Details } from '#ui/parts/details.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { acts, argumentsPath, handlingPath, inboxPath, judgePath, outcomes, reasonNames, reasons, type ArgumentShown, type Decision } from '../rules.ts'

const crumbs = (language: Language) => [{ name: speak(language).participation_title(), path: '/participation' }, { name: speak(language).participation_inbox_title(), path: inboxPath }]

type Judging = { readonly language: Language; readonly asked: Asked; readonly decision: Decision; readonly number: string; readonly title: string; readonly text: string; readonly lang: string; readonly may: 'yes' | 'own' | 'done'; readonly sayDay: (at: Date) => string }
export const judgeScreen = ({ language, asked, decision, number, title, text, lang, may, sayDay }: Judging): Screen => {
  const say = speak(language)
  const of = lang === language ? undefined : lang
  return {
    kind: 'screen', title: say.participation_judge_title({ number }), says: say.participation_objection_lead(), crumbs: crumbs(language),
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.participation_judge_title({ number })} />
        <Section id="objection" title={say.participation_judge_objection()}><p class="p-note">{decision.objectedAt === null ? null : sayDay(decision.objectedAt)}</p><div class="p-verbatim" lang={of}>{decision.objection}</div></Section>
        <Section id="decided" title={say.participation_judge_decided()}>
          <SummaryList lines={[
            { name: say.participation_objection_act(), value: acts[decision.act][language] }, ...(decision.reason === null ? [] : [{ name: say.participation_objection_reason(), value: reasons[decision.reason].name[language] }]),
            ...(decision.passage === null ? [] : [{ name: say.participation_objection_passage(), value: decision.passage }]), { name: say.participation_log_day(), value: sayDay(decision.at) },
          ]} />
          <p lang={of}><strong>{title}</strong></p><div class="p-verbatim" lang={of}>{text}</div>
          <p><a class="ds-link" href={toHref(language, handlingPath(number))}>{number}</a></p>
        </Section>
        {may === 'own' ? <Notice language={language} tone="info">{say.participation_judge_own()}</Notice> : may === 'done' ? (
          <Notice language={language} tone="info" title={say.participation_judge_done()}>{decision.outcome === null ? '' : outcomes[decision.outcome][language]}</Notice>
        ) : (
          <Section id="judge" title={say.participation_judge_outcome()}>
            <Form action={toHref(language, judgePath(decision.id))}>
              <Radios language={language} name="outcome" label={say.participation_judge_outcome()} value={typedOne(asked.typed, 'outcome')} error={errorOf({ problems: asked.problems, field: 'outcome', language })}
                choices={[{ value: 'upheld', name: say.participation_judge_upheld() }, { value: 'reversed', name: decision.act === 'merged' ? say.participation_judge_reversed_merge() : say.participation_judge_reversed() }]} />
              <Textarea language={language} name="why" rows={5} limit={2000} label={say.participation_judge_why()} value={typedOne(asked.typed, 'why')} error={errorOf({ problems: asked.problems, field: 'why', language })} />
              <Buttons><Button>{say.participation_judge_save()}</Button></Buttons>
            </Form>
          </Section>
        )}
      </>
    ),
  }
}

export const argumentsScreen = ({ language, asked, waiting, sayDay }: { readonly language: Language; readonly asked: Asked; readonly waiting: readonly ArgumentShown[]; readonly sayDay: (at: Date) => string }): Screen => {
  const say = speak(language)
  const meant = typedOne(asked.typed, 'argument')
  return {
    kind: 'screen', title: say.participation_arguments_title(), says: say.participation_arguments_lead(), crumbs: crumbs(language),
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.participation_arguments_title()} lead={say.participation_arguments_lead()} />
        {waiting.length === 0 ? <EmptyState title={say.participation_inbox_empty()} why={say.participation_arguments_empty()}><a class="ds-link" href={toHref(language, inboxPath)}>{say.participation_inbox_title()}</a></EmptyState> : waiting.map((one, index) => (
          <Section id={`argument-${index + 1}`} title={`${one.number} · ${one.title}`}>
            <p><Tag>{one.side === 'for' ? say.participation_argument_side_for() : say.participation_argument_side_against()}</Tag> <span class="p-note">{one.authorShown ?? say.participation_citizen()} · {sayDay(one.at)}</span></p>
            <blockquote class="p-verbatim" lang={one.language === language ? undefined : one.language}>{one.text}</blockquote>
            <Form action={toHref(language, argumentsPath)} hidden={[{ name: 'argument', value: one.id }, { name: 'to', value: 'published' }]}><Buttons><Button>{say.participation_decide_publish()}</Button></Buttons></Form>
            <Details summary={say.participation_decide_refuse()} starts={meant === one.id ? 'open' : 'closed'}>
              <Form action={toHref(language, argumentsPath)} hidden={[{ name: 'argument', value: one.id }, { name: 'to', value: 'hidden' }]}>
                <Select language={language} name={`reason-${one.id}`} label={say.participation_decide_reason()} blank={say.participation_decide_reason_blank()} options={reasonNames.filter((reason) => reason !== 'duplicate').map((reason) => ({ value: reason, name: reasons[reason].name[language] }))}
                  error={errorOf({ problems: asked.problems, field: `reason-${one.id}`, language })} />
                <Buttons><Button look="danger">{say.participation_decide_refuse()}</Button></Buttons>
              </Form>
            </Details>
          </Section>
        ))}
      </>
    ),
  }
}
