// One finding: what it says, what it rests on, what rests on it, how much it weighs to people. Its author's buttons stand below.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Details } from '#ui/parts/details.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Row, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Table } from '#ui/parts/table.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { Thread, type ThreadEnd } from '#ui/thread.tsx'
import { domainName } from '#areas/evidence/indicators/views/wording.ts'
import { sectorNames } from '#areas/participation/proposals/rules/names.ts'
import { type Challenge, challengePath, changePath, type Evidence, evidencePath, type Finding, findingPath, historyPath, mostConfidence, sayStatement, type Weighed, weighPath } from '../rules.ts'
import { findingsCrumb, strategyCrumb } from './list.tsx'
import { sayConfidence, sayKind, sayState, sayThing, sayWeight } from './words.ts'

export type FindingShown = {
  readonly language: Language; readonly asked: Asked; readonly finding: Finding; readonly evidence: readonly Evidence[]; /** things whose figures are newer now */ readonly newer: ReadonlySet<string>; readonly usedBy: readonly ThreadEnd[]; readonly challenges: readonly Challenge[]
  readonly weighed: Weighed | undefined; readonly sectors: readonly { readonly sector: string; readonly count: number | null; readonly mean: number | null }[]; readonly mayWrite: 'yes' | 'no'
}
const sayDay = (at: Date, language: Language): string => sayCivilDate(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Sofia' }).format(at), language)
const toEnd = (evidence: Evidence, newer: ReadonlySet<string>, language: Language): ThreadEnd => ({
  kind: sayThing(evidence.kind, language), title: evidence.title[language], path: evidence.path, ...(evidence.passage === '' ? {} : { passage: evidence.passage }), ...(evidence.reason === '' ? {} : { why: evidence.reason }),
  ...(evidence.state === 'withdrawn' ? { state: sayState('withdrawn', language) } : newer.has(evidence.thing) ? { state: speak(language).strategy_evidence_newer() } : {}),
})
const paragraphs = (text: string) => text.split(/\n\s*\n/).filter((part) => part.trim() !== '').map((part) => <p>{part.trim()}</p>)

export const findingScreen = (shown: FindingShown): Screen => {
  const { language, finding, evidence, newer, usedBy, challenges, weighed, sectors, mayWrite } = shown
  const say = speak(language)
  const statement = sayStatement(finding, language)
  const words = finding.says[language] || finding.says.bg
  return {
    kind: 'screen', title: statement, says: say.strategy_finding_says({ kind: sayKind(finding.kind, language), theme: domainName(finding.theme, language) }), crumbs: [strategyCrumb(language), findingsCrumb(language)],
    body: (
      <>
        <ErrorSummary language={language} problems={shown.asked.problems} />
        <PageHeading kicker={say.strategy_finding_kicker({ kind: sayKind(finding.kind, language), number: String(finding.number) })} title={statement}>
          <Row>
            <Tag>{domainName(finding.theme, language)}</Tag>
            <Tag>{say.strategy_confidence({ confidence: sayConfidence(finding.confidence, language) })}</Tag>
            {finding.illustrative === 'yes' ? <Tag tone="warning">{say.strategy_illustrative()}</Tag> : null}
            {finding.state === 'published' ? null : <Tag tone="warning">{sayState(finding.state, language)}</Tag>}
          </Row>
        </PageHeading>
        {finding.state === 'withdrawn' ? <Notice language={language} tone="warning" title={sayState('withdrawn', language)}><p>{finding.withdrawnWhy ?? ''}</p></Notice> : null}
        {paragraphs(words)}
        <p class="p-note">{finding.publishedAt === null ? say.strategy_finding_changed({ version: String(finding.version), day: sayDay(finding.changedAt, language) }) : say.strategy_finding_dated({ published: sayDay(finding.publishedAt, language), version: String(finding.version), day: sayDay(finding.changedAt, language) })}</p>
        <Section id="thread" title={say.strategy_finding_thread()} aside={say.strategy_evidence_count({ count: evidence.length })}>
          <p>{evidence.length === 0 ? say.strategy_evidence_none() : say.strategy_evidence_says()}</p>
          <Thread language={language} restsOn={evidence.map((one) => toEnd(one, newer, language))} usedBy={usedBy} />
          <Details summary={say.strategy_confidence_how()}><p>{say.strategy_confidence_rule()}</p></Details>
        </Section>
        {challenges.length === 0 ? null : (
          <Section id="challenges" title={say.strategy_finding_in_challenges()}>
            <LinkList links={challenges.map((one) => ({ name: one.title[language], href: toHref(language, challengePath(one.number)) }))} />
          </Section>
        )}
        {finding.state !== 'published' ? null : (
          <Section id="weight" title={say.strategy_weight_title()}>
            <p>{sayWeight(weighed, language)} <a class="ds-link" href={toHref(language, weighPath)}>{say.strategy_weigh_link()}</a></p>
            {sectors.filter(({ count }) => count !== null).length < 2 ? null : (
              <Table language={language} id="sector-weights" caption={say.strategy_weight_by_sector()} captionIs="shown" columns={[{ name: say.strategy_weight_sector() }, { name: say.strategy_weight_people(), kind: 'number' }, { name: say.strategy_weight_importance(), kind: 'number' }]}
                rows={sectors.map(({ sector, count, mean }) => ({ cells: [
                  sector in sectorNames ? sectorNames[sector as keyof typeof sectorNames][language] : say.strategy_weight_sector_none(), count === null ? say.strategy_weight_hidden() : String(count), mean === null ? '–' : sayNumber(mean, language, 1),
                ] }))} />
            )}
          </Section>
        )}
        {mayWrite === 'no' ? null : <OwnPart {...shown} />}
      </>
    ),
  }
}
const OwnPart = ({ language, asked, finding, evidence }: FindingShown) => {
  const say = speak(language)
  const action = toHref(language, findingPath(finding.number))
  const version = { name: 'version', value: String(finding.version) }
  const most = mostConfidence(evidence)
  return (
    <Section id="work" title={say.strategy_finding_work()}>
      <p>{most === null ? say.strategy_finding_needs_evidence() : say.strategy_finding_most({ confidence: sayConfidence(most, language) })}</p>
      <Buttons>
        <ButtonLink href={toHref(language, changePath(finding.number))}>{say.strategy_finding_change()}</ButtonLink>
        <ButtonLink look="secondary" href={toHref(language, evidencePath(finding.number))}>{say.strategy_evidence_add()}</ButtonLink>
        <ButtonLink look="secondary" href={toHref(language, historyPath(finding.number))}>{say.strategy_history_title()}</ButtonLink>
      </Buttons>
      {finding.version === 1 ? null : (
        <Form action={action} hidden={[version]}><Buttons><Button look="quiet" name="does" value="undo">{say.strategy_finding_undo()}</Button></Buttons></Form>
      )}
      {finding.state === 'published' ? null : (
        <Form action={action} hidden={[version]}><Buttons><Button name="does" value="publish">{finding.state === 'withdrawn' ? say.strategy_finding_publish_again() : say.strategy_finding_publish()}</Button></Buttons></Form>
      )}
      {finding.state === 'withdrawn' ? null : (
        <Details summary={say.strategy_finding_withdraw()} starts={errorOf({ problems: asked.problems, field: 'why', language }) === undefined ? 'closed' : 'open'}>
          <Form action={action} hidden={[version, { name: 'does', value: 'withdraw' }]}>
            <TextField language={language} name="why" label={say.strategy_finding_withdraw_why()} value={typedOne(asked.typed, 'why')} error={errorOf({ problems: asked.problems, field: 'why', language })} />
            <Buttons><Button look="danger">{say.strategy_finding_withdraw()}</Button></Buttons>
          </Form>
        </Details>
      )}
    </Section>
  )
}
