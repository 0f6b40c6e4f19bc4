// One letter: who wrote what, what became of it and why, the files with it, and what a colleague may decide.
import { typedOne, type Asked, type Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, Buttons } from '#ui/parts/button.tsx'
import { Checkboxes, Radios } from '#ui/parts/choices.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Table } from '#ui/parts/table.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { isGone, type Mail } from '../rules/mail.ts'
import { letterPath, mailPath } from '../rules/paths.ts'
import { sayDoor, sayKind, sayMark, sayMoment, sayReason, saySize, sayState } from './words.ts'

type Part = { readonly position: number; readonly name: string; readonly mediaType: string; readonly size: number }
type Shown = {
  readonly language: Language; readonly asked: Asked; readonly mail: Mail & { readonly language: 'bg' | 'en' | null; readonly settledWhy: string | null }; readonly parts: readonly Part[]
  readonly number: string | null; readonly path: string | null; readonly settledBy: string | null
}
const mayDecide = ({ state }: Mail): boolean => state === 'waiting' || state === 'unreadable' || state === 'ignored'

export const letterScreen = (shown: Shown): Screen => {
  const { language, asked, mail, parts, number, path, settledBy } = shown
  const say = speak(language)
  const title = mail.subject || say.participation_mail_no_subject()
  const marks = mail.marks.flatMap((mark) => sayMark(mark, language) ?? [])
  return {
    kind: 'screen', title, says: say.participation_mail_letter_says(), crumbs: [{ name: say.participation_hub_crumb(), path: '/participation' }, { name: say.participation_mail_title(), path: mailPath }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading kicker={say.participation_mail_letter()} title={title} />
        {mail.reason === null || mail.state === 'settled' ? null : <Notice language={language} tone={mail.state === 'ignored' ? 'info' : 'warning'} title={sayState(mail.state, language)}><p>{sayReason(mail.reason, language)}</p></Notice>}
        <SummaryList lines={[
          { name: say.participation_mail_from(), value: [mail.fromName, mail.fromEmail === null ? '' : `<${mail.fromEmail}>`].filter((one) => one !== '').join(' ') || '–' },
          { name: say.participation_mail_sent(), value: mail.sentAt === null ? '–' : sayMoment(mail.sentAt, language) },
          { name: say.participation_mail_arrived(), value: `${sayMoment(mail.arrivedAt, language)} · ${sayDoor(mail.door, language)}` },
          { name: say.participation_mail_became(), value: number !== null && path !== null ? <>{sayState(mail.state, language)} <a class="ds-link" href={toHref(language, path)}>{number}</a></> : sayState(mail.state, language) },
          ...(mail.state !== 'contribution' ? [] : [{ name: say.participation_mail_answered(), value: mail.answeredAt === null ? say.participation_mail_answered_not() : sayMoment(mail.answeredAt, language) }]),
          ...(mail.settledWhy === null || mail.settledWhy === '' ? [] : [{ name: say.participation_mail_settled_why(), value: mail.settledWhy }]),
          ...(settledBy === null ? [] : [{ name: say.participation_mail_settled_by(), value: settledBy }]),
          ...(marks.length === 0 ? [] : [{ name: say.participation_mail_noticed(), value: marks.join('; ') }]),
        ]} />
        <Section id="words" title={say.participation_mail_words()}>
          {isGone(mail) ? <p>{say.participation_mail_words_gone()}</p> : mail.text === '' ? <p>{say.participation_mail_words_none()}</p> : <pre class="p-verbatim" lang={mail.language ?? language}>{mail.text.slice(0, 20_000)}</pre>}
          {isGone(mail) ? null : <p><a class="ds-link" href={toHref(language, `${letterPath(mail.id)}/raw`)} download>{say.participation_mail_raw({ size: saySize(mail.rawSize, language) })}</a></p>}
        </Section>
        {parts.length === 0 ? null : (
          <Section id="parts" title={say.participation_mail_parts()}>
            <Table language={language} id="parts-table" caption={say.participation_mail_parts()} captionIs="hidden" phone="stack"
              columns={[{ name: say.participation_mail_part_name() }, { name: say.participation_mail_part_is() }, { name: say.participation_mail_part_size() }]}
              rows={parts.map((part) => ({ cells: [<a class="ds-link" href={toHref(language, `${letterPath(mail.id)}/part/${part.position}`)} download>{part.name || `${say.participation_mail_part()} ${part.position}`}</a>, sayKind(part.mediaType, language), saySize(part.size, language)] }))} />
          </Section>
        )}
        {mayDecide(mail) ? <Decide {...shown} /> : null}
      </>
    ),
  }
}
const Decide = ({ language, asked, mail }: Shown) => {
  const say = speak(language)
  const error = (field: string) => errorOf({ problems: asked.problems, field, language })
  return (
    <Section id="decide" title={say.participation_mail_decide()}>
      <Form action={toHref(language, letterPath(mail.id))}>
        <Radios language={language} name="does" label={say.participation_mail_decide_what()} value={typedOne(asked.typed, 'does')} error={error('does')} choices={[
          { value: 'contribution', name: say.participation_mail_does_contribution(), help: mail.fromEmail === null ? say.participation_mail_does_contribution_nobody() : say.participation_mail_does_contribution_says() },
          { value: 'attach', name: say.participation_mail_does_attach() }, { value: 'aside', name: say.participation_mail_does_aside() },
        ]} />
        <TextField language={language} name="number" width="half" optional autocomplete="off" label={say.participation_mail_number()} help={say.participation_mail_number_help()} value={typedOne(asked.typed, 'number')} error={error('number')} />
        <TextField language={language} name="why" optional autocomplete="off" label={say.participation_mail_why()} help={say.participation_mail_why_help()} value={typedOne(asked.typed, 'why')} error={error('why')} />
        {mail.fromEmail === null ? null : <Checkboxes language={language} name="answer" label={say.participation_mail_answer()} values={asked.typed.text.answer ?? []} choices={[{ value: 'yes', name: say.participation_mail_answer_yes({ address: mail.fromEmail }) }]} />}
        <Buttons><Button>{say.participation_mail_decide_button()}</Button></Buttons>
      </Form>
    </Section>
  )
}
