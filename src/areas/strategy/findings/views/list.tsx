// The list of findings by kind; for those who write them the drafts and the suggestions too.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Tabs } from '#ui/parts/tabs.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { domainName } from '#areas/evidence/indicators/views/wording.ts'
import { type Evidence, type Finding, findingKinds, findingPath, findingsPath, newFindingPath, sayStatement, strategyPath, suggestionsPath, swotPath, type Theme, themes, type Weighed, weighPath } from '../rules.ts'
import { sayConfidence, sayKinds, sayState, sayWeight } from './words.ts'

export type ListShown = {
  readonly language: Language; readonly findings: readonly Finding[]; readonly evidence: ReadonlyMap<string, readonly Evidence[]>; readonly weighed: ReadonlyMap<string, Weighed>
  readonly theme: Theme | null; /** suggestions that wait; null for whoever may not decide on them */ readonly waiting: number | null
}
export const strategyCrumb = (language: Language) => ({ name: speak(language).strategy_hub_crumb(), path: strategyPath })
export const findingsCrumb = (language: Language) => ({ name: speak(language).strategy_findings_title(), path: findingsPath })

type LineShown = Pick<ListShown, 'language' | 'evidence' | 'weighed'> & { readonly finding: Finding }
export const FindingLine = ({ language, finding, evidence, weighed }: LineShown) => {
  const say = speak(language)
  const rests = evidence.get(finding.id) ?? []
  return (
    <li>
      <a class="ds-link" href={toHref(language, findingPath(finding.number))}>{sayStatement(finding, language)}</a>
      <p class="p-note">
        {domainName(finding.theme, language)} · {say.strategy_confidence({ confidence: sayConfidence(finding.confidence, language) })} · {say.strategy_evidence_count({ count: rests.length })}
        {weighed.get(finding.id)?.mean == null ? null : <> · {say.strategy_weight_short({ mean: sayWeight(weighed.get(finding.id), language) })}</>}
      </p>
      {finding.state === 'published' && finding.illustrative === 'no' ? null : (
        <div class="p-row">
          {finding.state === 'published' ? null : <Tag tone="warning">{sayState(finding.state, language)}</Tag>}
          {finding.illustrative === 'yes' ? <Tag>{say.strategy_illustrative()}</Tag> : null}
        </div>
      )}
    </li>
  )
}
export const listScreen = ({ language, findings, evidence, weighed, theme, waiting }: ListShown): Screen => {
  const say = speak(language)
  const shown = theme === null ? findings : findings.filter((one) => one.theme === theme)
  const used = themes.filter((one) => findings.some((finding) => finding.theme === one))
  const published = findings.filter(({ state }) => state === 'published').length
  return {
    kind: 'screen', title: say.strategy_findings_title(), says: say.strategy_findings_says(), crumbs: [strategyCrumb(language)],
    body: (
      <>
        <PageHeading title={say.strategy_findings_title()} lead={say.strategy_findings_lead({ count: published })} />
        <Buttons>
          {waiting === null ? null : <ButtonLink href={toHref(language, newFindingPath)}>{say.strategy_finding_new()}</ButtonLink>}
          {waiting === null ? null : <ButtonLink look="secondary" href={toHref(language, suggestionsPath)}>{say.strategy_suggestions_link({ count: waiting })}</ButtonLink>}
          <ButtonLink look="secondary" href={toHref(language, swotPath)}>{say.strategy_swot_title()}</ButtonLink>
          {published === 0 ? null : <ButtonLink look="secondary" href={toHref(language, weighPath)}>{say.strategy_weigh_title()}</ButtonLink>}
        </Buttons>
        {findings.length === 0 ? <EmptyState title={say.strategy_findings_empty()} why={waiting === null ? say.strategy_findings_empty_why() : say.strategy_findings_empty_staff()} /> : (
          <>
            {used.length < 2 ? null : (
              <Tabs label={say.strategy_theme()} current={toHref(language, theme === null ? findingsPath : `${findingsPath}?theme=${theme}`)}
                tabs={[{ name: say.strategy_theme_all(), href: toHref(language, findingsPath) }, ...used.map((one) => ({ name: domainName(one, language), href: toHref(language, `${findingsPath}?theme=${one}`) }))]} />
            )}
            {findingKinds.map((kind) => {
              const some = shown.filter((one) => one.kind === kind && one.state !== 'withdrawn')
              return some.length === 0 ? null : (
                <Section id={kind} title={sayKinds(kind, language)} aside={String(some.length)}>
                  <ul class="p-findings">{some.map((finding) => <FindingLine language={language} finding={finding} evidence={evidence} weighed={weighed} />)}</ul>
                </Section>
              )
            })}
            {shown.some(({ state }) => state === 'withdrawn') ? (
              <Section id="withdrawn" title={say.strategy_findings_withdrawn()}>
                <ul class="p-findings">{shown.filter(({ state }) => state === 'withdrawn').map((finding) => <FindingLine language={language} finding={finding} evidence={evidence} weighed={weighed} />)}</ul>
              </Section>
            ) : null}
          </>
        )}
      </>
    ),
  }
}
