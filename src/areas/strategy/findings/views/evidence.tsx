// What a finding rests on, one by one, and a form for one more.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Bilingual, Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { Details } from '#ui/parts/details.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { domainName } from '#areas/evidence/indicators/views/wording.ts'
import { type Evidence, evidencePath, evidenceWays, type Finding, findingPath, sayStatement, type Theme } from '../rules.ts'
import { findingsCrumb, strategyCrumb } from './list.tsx'
import { sayThing } from './words.ts'

export type Offered = { readonly theme: Theme; readonly indicators: readonly { readonly key: string; readonly name: Bilingual }[] }
export type EvidenceShown = { readonly language: Language; readonly asked: Asked; readonly finding: Finding; readonly evidence: readonly Evidence[]; readonly offered: readonly Offered[] }
export const evidenceScreen = ({ language, asked, finding, evidence, offered }: EvidenceShown): Screen => {
  const say = speak(language)
  const isEnding = typedOne(asked.typed, 'does') === 'end'
  const wished = (name: string): string => (asked.typed.text.does === undefined || isEnding ? (asked.query.get(name) ?? '') : typedOne(asked.typed, name))
  const field = (name: string) => ({ language, name, value: wished(name), error: isEnding ? undefined : errorOf({ problems: asked.problems, field: name, language }) })
  const action = toHref(language, evidencePath(finding.number))
  return {
    kind: 'screen', title: say.strategy_evidence_title(), says: say.strategy_evidence_says(), crumbs: [strategyCrumb(language), findingsCrumb(language), { name: sayStatement(finding, language), path: findingPath(finding.number) }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading kicker={sayStatement(finding, language)} title={say.strategy_evidence_title()} lead={say.strategy_evidence_lead()} />
        {evidence.length === 0 ? null : (
          <Section id="there" title={say.strategy_evidence_there()} aside={String(evidence.length)}>
            <ul class="p-findings">
              {evidence.map((one) => (
                <li>
                  <span class="p-note">{sayThing(one.kind, language)}</span> <a class="ds-link" href={toHref(language, one.path)}>{one.title[language]}</a>
                  {one.passage === '' ? null : <p><q>{one.passage}</q></p>}
                  <p class="p-note">{one.reason}</p>
                  <Details summary={say.strategy_evidence_end()} starts={isEnding && typedOne(asked.typed, 'link') === one.link ? 'open' : 'closed'}>
                    <form class="p-form" method="post" action={action}>
                      <input type="hidden" name="does" value="end" /><input type="hidden" name="link" value={one.link} />
                      <label class="ds-label" for={`why-${one.link}`}>{say.strategy_evidence_end_why()}</label>
                      <input class="ds-input" id={`why-${one.link}`} name="why" />
                      <Buttons><Button look="secondary">{say.strategy_evidence_end()}</Button></Buttons>
                    </form>
                  </Details>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Section id="more" title={say.strategy_evidence_add()}>
          <Form action={action} hidden={[{ name: 'does', value: 'add' }]}>
            <Radios label={say.strategy_evidence_kind()} choices={evidenceWays.map((way) => ({
              value: way, name: { figure: say.strategy_way_figure, voice: say.strategy_way_voice, surveyResult: say.strategy_way_survey, analysis: say.strategy_way_analysis }[way](), help: { figure: say.strategy_way_figure_help, voice: say.strategy_way_voice_help, surveyResult: say.strategy_way_survey_help, analysis: say.strategy_way_analysis_help }[way](),
            }))} {...field('kind')} />
            <Select optional label={say.strategy_evidence_indicator()} help={say.strategy_evidence_indicator_help()} blank={say.strategy_choose()} options={[]} groups={offered.map(({ theme, indicators }) => ({ name: domainName(theme, language), options: indicators.map(({ key, name }) => ({ value: key, name: name[language] })) }))} {...field('indicator')} />
            <Select optional label={say.strategy_evidence_scope()} options={[{ value: 'own', name: say.strategy_scope_own() }, { value: 'all', name: say.strategy_scope_all() }]} {...field('scope')} />
            <TextField optional width="half" label={say.strategy_evidence_number()} help={say.strategy_evidence_number_help()} {...field('number')} />
            <Textarea optional rows={3} limit={1000} label={say.strategy_evidence_passage()} help={say.strategy_evidence_passage_help()} {...field('passage')} />
            <Textarea rows={2} limit={500} label={say.strategy_evidence_reason()} help={say.strategy_evidence_reason_help()} {...field('reason')} />
            <Buttons><Button>{say.strategy_evidence_add()}</Button><ButtonLink look="quiet" href={toHref(language, findingPath(finding.number))}>{say.strategy_back()}</ButtonLink></Buttons>
          </Form>
        </Section>
      </>
    ),
  }
}
