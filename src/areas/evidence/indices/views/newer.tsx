// What newer figures would change before anybody accepts them: cells, and places then and now. Only a button makes them a new version.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Table } from '#ui/parts/table.tsx'
import type { NewerVintage } from '#areas/evidence/analyses/rules/changes.ts'
import { NewerFigures } from '#areas/evidence/analyses/views/analysis.tsx'
import type { InputChanges } from '#areas/evidence/analyses/rules/changes.ts'
import { type IndexOutcome, type IndexPage, indexPath, indicesPath } from '../rules.ts'
import { nameOfNode, sayScore } from './shown.ts'

export type NewerShown = {
  readonly language: Language
  readonly index: IndexPage
  readonly newer: readonly NewerVintage[]
  readonly changes: InputChanges
  readonly outcome: IndexOutcome | null
  readonly home: string
  readonly mayAccept: boolean
}
export const newerScreen = ({ language, index, newer, changes, outcome, home, mayAccept }: NewerShown): Screen => {
  const say = speak(language)
  const path = indexPath(index.key ?? '')
  const { inputs, result, record } = index.shown
  const isSame = newer.length === 0 && changes.changes.length + changes.redefined.length === 0
  return {
    kind: 'screen', title: say.evidence_index_newer_title({ title: index.title[language] }), says: say.evidence_index_newer_lead(),
    crumbs: [{ name: say.evidence_profile_kicker(), path: '/evidence' }, { name: say.evidence_indices_title(), path: indicesPath }, { name: index.title[language], path }],
    body: (
      <>
        <PageHeading kicker={say.evidence_kind_index()} title={say.evidence_index_newer_title({ title: index.title[language] })} lead={isSame ? say.evidence_index_newer_none() : say.evidence_index_newer_lead()} />
        <NewerFigures language={language} newer={newer} changes={changes} inputs={inputs} />
        {isSame || outcome === null || result === null ? null : outcome.nodes.map((node) => {
          const before = result.nodes.find((one) => one.key === node.key)
          return (
            <Section id={`then-${node.key}`} title={nameOfNode(record, node.key, language)}>
              <Table
                language={language} id={`then-table-${node.key}`} caption={say.evidence_index_newer_places()} phone="compact"
                columns={[{ name: say.evidence_col_region() }, { name: say.evidence_newer_before(), kind: 'number' }, { name: say.evidence_newer_after(), kind: 'number' }]}
                rows={inputs.regions.map((region, row) => ({ region, row })).sort((a, b) => (node.ranks[a.row] ?? 999) - (node.ranks[b.row] ?? 999)).map(({ region, row }) => ({ own: region.code === home, cells: [
                  region.name[language], before?.ranks[row] == null ? '–' : `${before.ranks[row]} (${sayScore(before.scores[row] ?? null, language)})`, node.ranks[row] == null ? '–' : `${node.ranks[row]} (${sayScore(node.scores[row] ?? null, language)})`,
                ] }))}
              />
            </Section>
          )
        })}
        {mayAccept && !isSame ? (
          <Form action={toHref(language, `${path}/desk`)} hidden={[{ name: 'does', value: 'accept' }, { name: 'version', value: String(index.version) }]}>
            <p>{say.evidence_index_accept_says()}</p>
            <Button look="primary">{say.evidence_index_accept()}</Button>
          </Form>
        ) : null}
        <p><a class="ds-link" href={toHref(language, path)}>{say.evidence_index_back()}</a></p>
      </>
    ),
  }
}
