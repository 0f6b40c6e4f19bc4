// A call as everybody reads it: what is asked, until when, by which rules; and the form a colleague writes it with.
import { dayIn } from '#kernel/day.ts'
import type { Asked, Html, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { followAddress } from '#areas/participation/subscriptions/rules.ts'
import { toHref } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Checkbox, Radios } from '#ui/parts/choices.tsx'
import { DateField } from '#ui/parts/date-field.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Fieldset } from '#ui/parts/fieldset.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { fromProcess } from '../forms.ts'
import { changeProcessPath, isOpen, lastDayOf, newProcessPath, processPath, processTime, type Process } from '../rules.ts'

/** Until when, in words; the last day is one on which contributions are still taken. */
export const sayWhen = (frame: Process, now: Date, language: Language): string => {
  const say = speak(language)
  const time = processTime(frame, now)
  if (time === 'notYet') return say.participation_process_from({ day: sayCivilDate(dayIn(frame.opensAt), language) })
  if (frame.closesAt === null) return say.participation_process_always()
  const day = sayCivilDate(lastDayOf(frame.closesAt), language)
  return time === 'open' ? say.participation_process_until({ day }) : say.participation_process_ended({ day })
}
type Shown = {
  readonly language: Language; readonly frame: Process; readonly now: Date; readonly mayManage: 'yes' | 'no'; readonly counts: { readonly published: number; readonly more: 'yes' | 'no' }
  /** given by the topic of proposals and by the door */
  readonly propose: string; readonly list: string; readonly policy: string; readonly beside: readonly Html[]
}
export const processScreen = ({ language, frame, now, mayManage, counts, propose, list, policy, beside }: Shown): Screen => {
  const say = speak(language)
  const open = isOpen(frame, now)
  return {
    kind: 'screen', title: frame.title[language], says: frame.says[language].slice(0, 160), crumbs: [{ name: say.participation_title(), path: '/participation' }],
    body: (
      <>
        <PageHeading title={frame.title[language]} kicker={say.participation_process_kicker()} lead={sayWhen(frame, now, language)}>
          {open ? <Buttons><ButtonLink href={toHref(language, propose)}>{say.participation_propose()}</ButtonLink></Buttons> : null}
        </PageHeading>
        {frame.state === 'published' ? null : <Notice language={language} tone="warning" title={frame.state === 'draft' ? say.participation_process_draft() : say.participation_process_withdrawn()}><p>{say.participation_process_not_public()}</p></Notice>}
        <div class="p-said">{frame.says[language].split(/\n\s*\n/).map((part) => <p class="p-lines">{part}</p>)}</div>
        <SummaryList lines={[
          { name: say.participation_process_rule_who(), value: frame.anonymousAllowed ? say.participation_process_anonymous() : say.participation_process_named() },
          { name: say.participation_process_rule_counts(), value: frame.counts === 'email' ? say.participation_process_counts_email() : say.participation_process_counts_person() },
          { name: say.participation_process_rule_moderation(), value: <>{frame.moderation === 'before' ? say.participation_process_before() : say.participation_process_after()} <a class="ds-link" href={toHref(language, policy)}>{say.participation_propose_policy()}</a></> },
          { name: say.participation_process_rule_answer(), value: say.participation_process_due({ count: frame.dueDays }) },
          ...(frame.unit === '' ? [] : [{ name: say.participation_process_rule_unit(), value: frame.unit }]),
          { name: say.participation_process_rule_erasure(), value: frame.keepsText ? say.participation_process_keeps() : say.participation_process_goes() },
        ]} />
        <Section id="proposals" title={counts.published === 0 ? say.participation_process_proposals_none() : say.participation_process_proposals({ count: counts.published })}>
          <LinkList links={[
            ...(counts.published === 0 ? [] : [{ name: say.participation_process_read(), href: toHref(language, list) }]),
            { name: say.participation_process_follow(), href: toHref(language, followAddress(frame.id)), says: say.participation_process_follow_says() },
          ]} />
        </Section>
        {beside as never}
        {mayManage === 'no' ? null : <Buttons><ButtonLink look="secondary" href={toHref(language, changeProcessPath(frame.slug))}>{say.participation_process_change()}</ButtonLink></Buttons>}
      </>
    ),
  }
}

type Formed = { readonly language: Language; readonly asked: Asked; readonly frame: Process | null; readonly today: string }
export const processFormScreen = ({ language, asked, frame, today }: Formed): Screen => {
  const say = speak(language)
  const title = frame === null ? say.participation_process_new() : say.participation_process_change()
  const action = toHref(language, frame === null ? newProcessPath : changeProcessPath(frame.slug))
  return {
    kind: 'screen', title, says: say.participation_process_form_says(), crumbs: [{ name: say.participation_title(), path: '/participation' }, ...(frame === null ? [] : [{ name: frame.title[language], path: processPath(frame.slug) }])],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={title} lead={say.participation_process_form_says()} />
        {frame === null || frame.state === 'published' ? null : <p><Tag tone="warning">{frame.state === 'draft' ? say.participation_process_draft() : say.participation_process_withdrawn()}</Tag></p>}
        <Form action={action} hidden={[{ name: 'version', value: String(frame?.version ?? 0) }, { name: 'kind', value: frame?.kind ?? 'call' }]}>
          <Fields language={language} asked={asked} frame={frame} today={today} />
          <Buttons>
            <Button name="does" value="publish">{frame?.state === 'published' ? say.participation_process_save() : say.participation_process_publish()}</Button>
            {frame?.state === 'published' ? null : <Button look="secondary" name="does" value="save">{say.participation_process_save_draft()}</Button>}
          </Buttons>
        </Form>
        {frame === null || frame.kind === 'standing' || frame.state !== 'published' ? null : (
          <Section id="withdraw" title={say.participation_process_withdraw_title()}>
            <p>{say.participation_process_withdraw_says()}</p>
            <Form action={action} hidden={[{ name: 'version', value: String(frame.version) }, { name: 'does', value: 'withdraw' }]}>
              <TextField language={language} name="why" label={say.participation_process_why()} value={typedOne(asked.typed, 'why')} error={errorOf({ problems: asked.problems, field: 'why', language })} />
              <Buttons><Button look="danger">{say.participation_process_withdraw()}</Button></Buttons>
            </Form>
          </Section>
        )}
      </>
    ),
  }
}
const Fields = ({ language, asked, frame, today }: Formed) => {
  const say = speak(language)
  const saved: Readonly<Record<string, string>> = frame === null ? { opens: today, counts: 'email', moderation: 'before', keeps_text: 'yes', due_days: '60' } : fromProcess(frame)
  const again = asked.problems.length > 0 && asked.typed.text.title_bg !== undefined
  const field = (name: string) => ({ language, name, value: again ? typedOne(asked.typed, name) : (saved[name] ?? ''), error: errorOf({ problems: asked.problems, field: name, language }) })
  return (
    <>
      <Fieldset legend={say.participation_news_in_bulgarian()}>
        <TextField label={say.participation_process_field_title_bg()} {...field('title_bg')} />
        <Textarea rows={6} limit={10_000} label={say.participation_process_field_says_bg()} {...field('says_bg')} />
      </Fieldset>
      <Fieldset legend={say.participation_news_in_english()}>
        <TextField label={say.participation_process_field_title_en()} {...field('title_en')} />
        <Textarea rows={6} limit={10_000} label={say.participation_process_field_says_en()} {...field('says_en')} />
      </Fieldset>
      <Fieldset legend={say.participation_process_when()}>
        <DateField label={say.participation_process_field_opens()} {...field('opens')} />
        {frame?.kind === 'standing' ? null : <DateField label={say.participation_process_field_closes()} help={say.participation_process_field_closes_help()} {...field('closes')} />}
      </Fieldset>
      <Fieldset legend={say.participation_process_rules()}>
        <Checkbox optional label={say.participation_process_field_anonymous()} {...field('anonymous')} />
        <Radios label={say.participation_process_field_counts()} choices={[{ value: 'email', name: say.participation_process_counts_email() }, { value: 'inPerson', name: say.participation_process_counts_person() }]} {...field('counts')} />
        <Radios label={say.participation_process_field_moderation()} choices={[{ value: 'before', name: say.participation_process_before() }, { value: 'after', name: say.participation_process_after() }]} {...field('moderation')} />
        <Checkbox optional label={say.participation_process_field_others()} {...field('answers_by_others')} />
        <Checkbox optional label={say.participation_process_field_keeps()} {...field('keeps_text')} />
        <TextField optional label={say.participation_process_field_unit()} {...field('unit')} />
        <TextField width="short" label={say.participation_process_field_due()} {...field('due_days')} />
      </Fieldset>
    </>
  )
}
