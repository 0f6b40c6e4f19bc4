// The form of a finding, new or changed. What was typed and not saved comes back; the island `keep` keeps it while one types.
import type { Asked, Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Checkbox, Radios } from '#ui/parts/choices.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { domainName } from '#areas/evidence/indicators/views/wording.ts'
import { type FindingFields, fromWords, typedFields } from '../forms.ts'
import { changePath, confidences, type Finding, findingKinds, findingPath, findingsPath, newFindingPath, sayStatement, themes } from '../rules.ts'
import { findingsCrumb, strategyCrumb } from './list.tsx'
import { sayConfidence, sayKind } from './words.ts'

export type FormShown = { readonly language: Language; readonly asked: Asked; readonly finding: Finding | null; readonly kept: { readonly fields: FindingFields; /** „14:32“ */ readonly at: string } | null }
const blank: FindingFields = { kind: '', theme: '', confidence: '', statement_bg: '', statement_en: '', says_bg: '', says_en: '', illustrative: '', why: '' }

export const formScreen = ({ language, asked, finding, kept }: FormShown): Screen => {
  const say = speak(language)
  const isBack = asked.problems.length > 0 && asked.typed.text.statement_bg !== undefined
  const values = isBack ? typedFields(asked.typed) : (kept?.fields ?? (finding === null ? blank : fromWords(finding)))
  const field = (name: string) => ({ language, name, value: values[name] ?? '', error: errorOf({ problems: asked.problems, field: name, language }) })
  const title = finding === null ? say.strategy_finding_new() : say.strategy_finding_change_title({ number: String(finding.number) })
  return {
    kind: 'screen', title, says: say.strategy_findings_says(), islands: ['keep'],
    crumbs: [strategyCrumb(language), findingsCrumb(language), ...(finding === null ? [] : [{ name: sayStatement(finding, language), path: findingPath(finding.number) }])],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={title} lead={say.strategy_finding_form_lead()} />
        {kept === null || isBack ? null : <Notice language={language} tone="info" title={say.strategy_kept_title({ at: kept.at })}><p>{say.strategy_kept_says()}</p></Notice>}
        <Form id="finding-form" action={toHref(language, finding === null ? newFindingPath : changePath(finding.number))} hidden={finding === null ? [] : [{ name: 'version', value: String(finding.version) }]}>
          <Radios label={say.strategy_kind()} choices={findingKinds.map((kind) => ({ value: kind, name: sayKind(kind, language), help: { strength: say.strategy_kind_strength_help, weakness: say.strategy_kind_weakness_help, opportunity: say.strategy_kind_opportunity_help, threat: say.strategy_kind_threat_help, need: say.strategy_kind_need_help }[kind]() }))} {...field('kind')} />
          <Select label={say.strategy_theme()} blank={say.strategy_choose()} options={themes.map((one) => ({ value: one, name: domainName(one, language) }))} {...field('theme')} />
          <Textarea rows={2} limit={300} label={say.strategy_statement_bg()} help={say.strategy_statement_help()} {...field('statement_bg')} />
          <Textarea rows={2} limit={300} optional label={say.strategy_statement_en()} help={say.strategy_statement_en_help()} {...field('statement_en')} />
          <Textarea rows={5} limit={4000} optional label={say.strategy_says_bg()} {...field('says_bg')} />
          <Textarea rows={5} limit={4000} optional label={say.strategy_says_en()} {...field('says_en')} />
          <Radios optional label={say.strategy_confidence_label()} help={say.strategy_confidence_rule()} choices={confidences.map((one) => ({ value: one, name: sayConfidence(one, language) }))} {...field('confidence')} />
          <Checkbox optional label={say.strategy_illustrative_label()} {...field('illustrative')} />
          {finding === null ? null : <TextField optional label={say.strategy_change_why()} {...field('why')} />}
          <output class="p-keep p-note" data-form="finding-form" data-says={say.strategy_keep_says({ time: '%' })} data-fails={say.strategy_keep_fails()}></output>
          <Buttons>
            <Button name="does" value="save">{say.strategy_save()}</Button>
            <Button look="secondary" name="does" value="keep">{say.strategy_keep()}</Button>
            {kept === null ? null : <Button look="quiet" name="does" value="drop">{say.strategy_drop()}</Button>}
            <ButtonLink look="quiet" href={toHref(language, finding === null ? findingsPath : findingPath(finding.number))}>{say.strategy_back()}</ButtonLink>
          </Buttons>
        </Form>
      </>
    ),
  }
}
