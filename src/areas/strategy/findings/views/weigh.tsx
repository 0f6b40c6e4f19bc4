// Anybody may say how important the findings are: one form without a name. What came of it stands below, with how many there were.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, Buttons } from '#ui/parts/button.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Select } from '#ui/parts/select.tsx'
import { Table } from '#ui/parts/table.tsx'
import { sectors } from '#areas/participation/proposals/rules.ts'
import { sectorNames } from '#areas/participation/proposals/rules/names.ts'
import { type Finding, findingKinds, findingPath, sayStatement, type Weighed, weighPath } from '../rules.ts'
import { findingsCrumb, strategyCrumb } from './list.tsx'
import { sayKinds, sayWeight } from './words.ts'

export type WeighShown = { readonly language: Language; readonly asked: Asked; readonly findings: readonly Finding[]; readonly weighed: ReadonlyMap<string, Weighed>; readonly ballots: number }
export const weighScreen = ({ language, asked, findings, weighed, ballots }: WeighShown): Screen => {
  const say = speak(language)
  const ordered = findingKinds.flatMap((kind) => findings.filter((one) => one.kind === kind))
  const ranked = ordered.filter((one) => weighed.get(one.id)?.mean != null).sort((a, b) => (weighed.get(b.id)?.mean ?? 0) - (weighed.get(a.id)?.mean ?? 0))
  return {
    kind: 'screen', title: say.strategy_weigh_title(), says: say.strategy_weigh_lead(), crumbs: [strategyCrumb(language), findingsCrumb(language)],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.strategy_weigh_title()} lead={say.strategy_weigh_lead()} />
        {ordered.length === 0 ? <EmptyState title={say.strategy_findings_empty()} why={say.strategy_findings_empty_why()} /> : (
          <>
            <p>{say.strategy_weigh_anonymous()}</p>
            <Form action={toHref(language, weighPath)}>
              {findingKinds.map((kind) => {
                const some = ordered.filter((one) => one.kind === kind)
                return some.length === 0 ? null : (
                  <Section id={kind} title={sayKinds(kind, language)}>
                    {some.map((one) => (
                      <fieldset class="p-ticks">
                        <legend class="ds-label">{sayStatement(one, language)}</legend>
                        {[1, 2, 3, 4, 5].map((grade) => (
                          <label><input class="ds-input" type="radio" name={`weight_${one.number}`} value={String(grade)} checked={typedOne(asked.typed, `weight_${one.number}`) === String(grade)} /> {grade === 1 ? say.strategy_weigh_least() : grade === 5 ? say.strategy_weigh_most() : String(grade)}</label>
                        ))}
                      </fieldset>
                    ))}
                  </Section>
                )
              })}
              <Select optional language={language} name="sector" label={say.strategy_weigh_sector()} blank={say.strategy_weigh_sector_blank()} options={sectors.map((one) => ({ value: one, name: sectorNames[one][language] }))} value={typedOne(asked.typed, 'sector')} />
              <Buttons><Button>{say.strategy_weigh_send()}</Button></Buttons>
            </Form>
            <Section id="result" title={say.strategy_weigh_result()} aside={say.strategy_weigh_count({ count: ballots })}>
              {ranked.length === 0 ? <p>{say.strategy_weigh_too_few()}</p> : (
                <Table language={language} id="weights" caption={say.strategy_weigh_result()} captionIs="hidden" phone="stack" columns={[{ name: say.strategy_finding() }, { name: say.strategy_weight_importance() }]}
                  rows={ranked.map((one) => ({ cells: [<a class="ds-link" href={toHref(language, findingPath(one.number))}>{sayStatement(one, language)}</a>, sayWeight(weighed.get(one.id), language)] }))} />
              )}
              <p class="p-note">{say.strategy_weigh_note()}</p>
            </Section>
          </>
        )}
      </>
    ),
  }
}
