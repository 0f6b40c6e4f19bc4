// Suggestions drawn from the figures by rule: each waits for a person, who accepts, accepts and edits, or refuses with a reason.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, Buttons } from '#ui/parts/button.tsx'
import { Details } from '#ui/parts/details.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { domainName } from '#areas/evidence/indicators/views/wording.ts'
import { findingKinds, suggestionsPath } from '../rules.ts'
import type { Suggestion } from '../rules/suggest.ts'
import { findingsCrumb, strategyCrumb } from './list.tsx'
import { pageOf, sayStatementOf, sayWhy } from './suggestion-words.ts'
import { sayKind, sayKinds } from './words.ts'

type Refused = { readonly key: string; readonly statement: { readonly bg: string; readonly en: string }; readonly reason: string }
export type SuggestionsShown = { readonly language: Language; readonly asked: Asked; readonly waiting: readonly Suggestion[]; readonly refused: readonly Refused[] }
export const suggestionsScreen = ({ language, asked, waiting, refused }: SuggestionsShown): Screen => {
  const say = speak(language)
  const typed = typedOne(asked.typed, 'key')
  const error = errorOf({ problems: asked.problems, field: 'reason', language })
  return {
    kind: 'screen', title: say.strategy_suggestions_title(), says: say.strategy_suggestions_lead(), crumbs: [strategyCrumb(language), findingsCrumb(language)],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems.map((one) => (one.field === 'reason' ? { ...one, field: `reason-${waiting.findIndex(({ key }) => key === typed)}` } : one))} />
        <PageHeading title={say.strategy_suggestions_title()} lead={say.strategy_suggestions_lead()} />
        {waiting.length === 0 ? <EmptyState title={say.strategy_suggestions_empty()} why={say.strategy_suggestions_empty_why()} /> : findingKinds.map((kind) => {
          const some = waiting.filter((one) => one.kind === kind)
          return some.length === 0 ? null : (
            <Section id={kind} title={sayKinds(kind, language)} aside={String(some.length)}>
              <ul class="p-findings">
                {some.map((one) => {
                  const at = waiting.indexOf(one)
                  const isBack = typed === one.key && error !== undefined
                  return (
                    <li id={`suggestion-${at}`}>
                      <strong>{sayStatementOf(one, language)}</strong>
                      <p class="p-note">{domainName(one.theme, language)} · {sayWhy(one, language)} <a class="ds-link" href={toHref(language, pageOf(one))}>{say.strategy_suggestion_figures()}</a></p>
                      <form class="p-form" method="post" action={toHref(language, suggestionsPath)}>
                        <input type="hidden" name="key" value={one.key} />
                        <Buttons><Button look="secondary" name="does" value="accept" describedBy={`suggestion-${at}`}>{say.strategy_suggestion_accept({ kind: sayKind(kind, language).toLowerCase() })}</Button></Buttons>
                      </form>
                      <Details summary={say.strategy_suggestion_refuse()} starts={isBack ? 'open' : 'closed'}>
                        <form class="p-form" method="post" action={toHref(language, suggestionsPath)}>
                          <input type="hidden" name="key" value={one.key} /><input type="hidden" name="does" value="refuse" />
                          <label class="ds-label" for={`field-reason-${at}`}>{say.strategy_suggestion_reason()}</label>
                          {isBack ? <p class="ds-validation-message" data-color="danger" id={`reason-${at}-error`}>{error}</p> : null}
                          <input class="ds-input" id={`field-reason-${at}`} name="reason" value={typed === one.key ? typedOne(asked.typed, 'reason') : ''} aria-invalid={isBack ? 'true' : undefined} aria-describedby={isBack ? `reason-${at}-error` : undefined} />
                          <Buttons><Button look="secondary">{say.strategy_suggestion_refuse()}</Button></Buttons>
                        </form>
                      </Details>
                    </li>
                  )
                })}
              </ul>
            </Section>
          )
        })}
        {refused.length === 0 ? null : (
          <Section id="refused" title={say.strategy_suggestions_refused()} aside={String(refused.length)}>
            <ul class="p-findings">{refused.map((one) => <li>{one.statement[language]}<p class="p-note">{one.reason}</p></li>)}</ul>
          </Section>
        )}
      </>
    ),
  }
}
