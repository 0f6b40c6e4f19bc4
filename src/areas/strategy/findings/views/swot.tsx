// SWOT: four quadrants of the same findings; TOWS: the pairs between them, each a note for the objectives.
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
import { LinkList } from '#ui/parts/link-list.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { Tabs } from '#ui/parts/tabs.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { type Finding, findingKinds, findingPath, findingsPath, sayStatement, swotPath, towsPath, type TowsPair } from '../rules.ts'
import { isInside, isOutside, towsCells, towsName, toSwot } from '../rules/swot.ts'
import { FindingLine, type ListShown, strategyCrumb } from './list.tsx'
import { sayKind, sayKinds } from './words.ts'

const Views = ({ language, current }: { readonly language: Language; readonly current: string }) => {
  const say = speak(language)
  return <Tabs label={say.strategy_swot_views()} current={toHref(language, current)} tabs={[{ name: say.strategy_swot_tab(), href: toHref(language, swotPath) }, { name: say.strategy_tows_tab(), href: toHref(language, towsPath) }]} />
}
type SwotShown = Pick<ListShown, 'language' | 'findings' | 'evidence' | 'weighed'>
export const swotScreen = ({ language, findings, evidence, weighed }: SwotShown): Screen => {
  const say = speak(language)
  const needs = findings.filter(({ kind }) => kind === 'need')
  return {
    kind: 'screen', title: say.strategy_swot_title(), says: say.strategy_swot_says(), crumbs: [strategyCrumb(language)],
    body: (
      <>
        <PageHeading title={say.strategy_swot_title()} lead={say.strategy_swot_lead({ count: findings.length })} />
        <Views language={language} current={swotPath} />
        {findings.length === 0 ? <EmptyState title={say.strategy_findings_empty()} why={say.strategy_findings_empty_why()} /> : (
          <>
            <div class="p-swot">
              {toSwot(findings).map(({ kind, findings: some }) => (
                <section aria-labelledby={`swot-${kind}`} data-kind={kind}>
                  <h2 id={`swot-${kind}`}>{sayKinds(kind, language)}</h2>
                  {some.length === 0 ? <p class="p-note">{say.strategy_swot_none()}</p> : <ul class="p-findings">{some.map((finding) => <FindingLine language={language} finding={finding} evidence={evidence} weighed={weighed} />)}</ul>}
                </section>
              ))}
            </div>
            {needs.length === 0 ? null : <Section id="needs" title={sayKinds('need', language)}><ul class="p-findings">{needs.map((finding) => <FindingLine language={language} finding={finding} evidence={evidence} weighed={weighed} />)}</ul></Section>}
            <Section id="files" title={say.strategy_files()}>
              <LinkList links={[{ name: say.strategy_swot_docx(), href: toHref(language, `${swotPath}/swot.docx`) }, { name: say.strategy_swot_pdf(), href: toHref(language, `${swotPath}/swot.pdf`) }, { name: say.strategy_swot_csv(), href: `${swotPath}/swot.csv?language=${language}` }]} />
            </Section>
          </>
        )}
      </>
    ),
  }
}
export type TowsShown = { readonly language: Language; readonly asked: Asked; readonly findings: readonly Finding[]; readonly pairs: readonly TowsPair[]; readonly mayWrite: 'yes' | 'no' }
export const towsScreen = ({ language, asked, findings, pairs, mayWrite }: TowsShown): Screen => {
  const say = speak(language)
  const of = new Map(findings.map((one) => [one.id as string, one]))
  const seen = pairs.flatMap((pair) => { const own = of.get(pair.inside), other = of.get(pair.outside); return own === undefined || other === undefined ? [] : [{ pair, own, other }] })
  const field = (name: string) => ({ language, name, value: typedOne(asked.typed, name), error: errorOf({ problems: asked.problems, field: name, language }) })
  const options = (side: (kind: Finding['kind']) => boolean) => findingKinds.filter(side).map((kind) => ({ name: sayKinds(kind, language), options: findings.filter((one) => one.kind === kind).map((one) => ({ value: String(one.number), name: sayStatement(one, language) })) })).filter(({ options: some }) => some.length > 0)
  const hasBoth = findings.some(({ kind }) => isInside(kind)) && findings.some(({ kind }) => isOutside(kind))
  return {
    kind: 'screen', title: say.strategy_tows_title(), says: say.strategy_tows_lead(), crumbs: [strategyCrumb(language), { name: say.strategy_swot_title(), path: swotPath }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.strategy_tows_title()} lead={say.strategy_tows_lead()} />
        <Views language={language} current={towsPath} />
        {seen.length === 0 ? <EmptyState title={say.strategy_tows_empty()} why={hasBoth ? say.strategy_tows_empty_why() : say.strategy_tows_empty_findings()} /> : (
          <div class="p-swot">
            {towsCells.map((cell) => {
              const some = seen.filter(({ own, other }) => own.kind === cell[0] && other.kind === cell[1])
              const name = { so: say.strategy_tows_so, wo: say.strategy_tows_wo, st: say.strategy_tows_st, wt: say.strategy_tows_wt }[towsName(cell)]()
              return (
                <section aria-labelledby={`tows-${towsName(cell)}`}>
                  <h2 id={`tows-${towsName(cell)}`}>{name}</h2>
                  {some.length === 0 ? <p class="p-note">{say.strategy_tows_none()}</p> : (
                    <ul class="p-findings">
                      {some.map(({ pair, own, other }) => (
                        <li>
                          <strong>{pair.note[language] || pair.note.bg || pair.note.en}</strong>
                          <p class="p-note">{sayKind(own.kind, language)}: <a class="ds-link" href={toHref(language, findingPath(own.number))}>{sayStatement(own, language)}</a></p>
                          <p class="p-note">{sayKind(other.kind, language)}: <a class="ds-link" href={toHref(language, findingPath(other.number))}>{sayStatement(other, language)}</a></p>
                          {mayWrite === 'no' ? null : <Form action={toHref(language, towsPath)} hidden={[{ name: 'does', value: 'end' }, { name: 'pair', value: pair.id }]}><Buttons><Button look="quiet">{say.strategy_tows_end()}</Button></Buttons></Form>}
                        </li>
                      ))}
                    </ul>
                  )}
                </section>
              )
            })}
          </div>
        )}
        {mayWrite === 'no' ? null : hasBoth ? (
          <Section id="pair" title={say.strategy_tows_new()}>
            <Form action={toHref(language, towsPath)} hidden={[{ name: 'does', value: 'add' }]}>
              <Select label={say.strategy_tows_inside()} blank={say.strategy_choose()} options={[]} groups={options(isInside)} {...field('inside')} />
              <Select label={say.strategy_tows_outside()} blank={say.strategy_choose()} options={[]} groups={options(isOutside)} {...field('outside')} />
              <TextField label={say.strategy_tows_note_bg()} {...field('note_bg')} />
              <TextField optional label={say.strategy_tows_note_en()} {...field('note_en')} />
              <Buttons><Button>{say.strategy_tows_save()}</Button></Buttons>
            </Form>
          </Section>
        ) : <p><a class="ds-link" href={toHref(language, findingsPath)}>{say.strategy_findings_title()}</a></p>}
      </>
    ),
  }
}
