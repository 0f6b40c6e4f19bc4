// What people outside may ask of moderators: a report on something public, and an objection through the link in a letter.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, Buttons } from '#ui/parts/button.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { acts, objectionPath, policyPath, reasonNames, reasons, reportPath, toLarge, type Decision } from '../rules.ts'

const hub = (language: Language) => ({ name: speak(language).participation_title(), path: '/participation' })
const Policy = ({ language }: { readonly language: Language }) => <p class="p-note"><a class="ds-link" href={toHref(language, policyPath)}>{speak(language).participation_policy_title()}</a></p>

/** `quote` is the public text that is meant; `argument` its number where an argument under the contribution is meant. */
type Reported = { readonly language: Language; readonly asked: Asked; readonly number: string; readonly title: string; readonly lang: string; readonly quote: string | null; readonly argument: string | null }
export const reportScreen = ({ language, asked, number, title, lang, quote, argument }: Reported): Screen => {
  const say = speak(language)
  const action = `${toHref(language, reportPath(number))}${argument === null ? '' : `?argument=${argument}`}`
  return {
    kind: 'screen', title: say.participation_report_title({ number }), says: say.participation_report_lead(), crumbs: [hub(language), { name: number, path: `/participation/proposals/${number}` }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.participation_report_title({ number })} lead={say.participation_report_lead()} />
        <blockquote lang={lang === language ? undefined : lang}>{quote ?? title}</blockquote>
        <Form action={action}>
          <Radios language={language} name="reason" label={say.participation_report_reason()} value={typedOne(asked.typed, 'reason')} error={errorOf({ problems: asked.problems, field: 'reason', language })}
            choices={reasonNames.map((reason) => ({ value: reason, name: toLarge(reasons[reason].name[language]), help: reasons[reason].says[language] }))} />
          <Textarea language={language} name="says" optional rows={4} limit={2000} label={say.participation_report_says()} help={say.participation_report_says_help()} value={typedOne(asked.typed, 'says')} error={errorOf({ problems: asked.problems, field: 'says', language })} />
          <Buttons><Button>{say.participation_report_send()}</Button></Buttons>
        </Form>
        <Policy language={language} />
      </>
    ),
  }
}

type Objecting = { readonly language: Language; readonly asked: Asked; readonly secret: string; readonly number: string; readonly decision: Decision; readonly until: string }
export const objectionScreen = ({ language, asked, secret, number, decision, until }: Objecting): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.participation_objection_title({ number }), says: say.participation_objection_lead(), crumbs: [hub(language)],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.participation_objection_title({ number })} lead={say.participation_objection_lead()} />
        <SummaryList lines={[
          { name: say.participation_objection_act(), value: acts[decision.act][language] },
          ...(decision.reason === null ? [] : [{ name: say.participation_objection_reason(), value: `${reasons[decision.reason].name[language]}. ${reasons[decision.reason].says[language]}` }]),
          ...(decision.passage === null ? [] : [{ name: say.participation_objection_passage(), value: decision.passage }]),
          { name: say.participation_objection_until(), value: until },
        ]} />
        <Form action={toHref(language, objectionPath(secret))}>
          <Textarea language={language} name="objection" rows={8} limit={5000} label={say.participation_objection_text()} help={say.participation_objection_text_help()} value={typedOne(asked.typed, 'objection')} error={errorOf({ problems: asked.problems, field: 'objection', language })} />
          <Buttons><Button>{say.participation_objection_send()}</Button></Buttons>
        </Form>
        <Policy language={language} />
      </>
    ),
  }
}
/** A link that is used up, too old or never was: told apart for nobody. */
export const noLinkScreen = ({ language }: { readonly language: Language }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.participation_objection_no_link(), says: say.participation_objection_no_link_says(), crumbs: [hub(language)], status: 404,
    body: <><PageHeading title={say.participation_objection_no_link()} lead={say.participation_objection_no_link_says()} /><Policy language={language} /></>,
  }
}
export const doneScreen = ({ language, title, says }: { readonly language: Language; readonly title: string; readonly says: string }): Screen => ({
  kind: 'screen', title, says, crumbs: [hub(language)],
  body: <><PageHeading title={title} /><Notice language={language} tone="success">{says}</Notice><Policy language={language} /></>,
})
