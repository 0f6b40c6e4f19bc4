// All indices: our own, each with the one sentence of our region, and the official ones as they were published, with edition and level.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { toHref, toSafeHref } from '#ui/address.ts'
import { ButtonLink } from '#ui/parts/button.tsx'
import { Card } from '#ui/parts/card.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { Grid, PageHeading, Section } from '#ui/parts/layout.tsx'
import { Table } from '#ui/parts/table.tsx'
import { sayAnalysisState } from '#areas/evidence/analyses/views/wording.ts'
import type { AnalysisState } from '#areas/evidence/analyses/rules.ts'
import { indexPath, indicesPath } from '../rules.ts'
import { type PublishedScore, sayOfficial } from '../rules/official.ts'
import { sayLevel } from './shown.ts'

export type HubShown = {
  readonly language: Language
  readonly indices: readonly { readonly key: string; readonly title: string; readonly says: string; readonly state: AnalysisState }[]
  readonly scores: readonly PublishedScore[]
  readonly mayAnalyse: boolean
  readonly sees: 'everyone' | 'staff'
}
export const indicesScreen = ({ language, indices, scores, mayAnalyse, sees }: HubShown): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.evidence_indices_title(), says: say.evidence_indices_lead(), crumbs: [{ name: say.evidence_profile_kicker(), path: '/evidence' }, { name: say.evidence_analyses_title(), path: '/evidence/analyses' }],
    body: (
      <>
        <PageHeading kicker={say.evidence_analyses_title()} title={say.evidence_indices_heading()} lead={say.evidence_indices_lead()} />
        <Section id="own" title={say.evidence_indices_own()}>
          {indices.length === 0 ? <EmptyState title={say.evidence_indices_none()} why={say.evidence_indices_none_why()} /> : (
            <Grid least="wide">{indices.map((one) => <Card name={one.title} says={one.says} href={toHref(language, indexPath(one.key))} {...(sees === 'staff' ? { foot: sayAnalysisState(one.state, language) } : {})} />)}</Grid>
          )}
          {mayAnalyse ? <p><ButtonLink look="secondary" href={toHref(language, `${indicesPath}/new`)}>{say.evidence_index_new()}</ButtonLink></p> : null}
        </Section>
        <Section id="official" title={say.evidence_indices_official()}>
          <p>{say.evidence_indices_official_says()}</p>
          <Table
            language={language} id="official-table" caption={say.evidence_indices_official()} captionIs="hidden" phone="stack" empty={say.evidence_indices_official_none()}
            columns={[{ name: say.evidence_official_index() }, { name: say.evidence_official_edition() }, { name: say.evidence_official_level() }, { name: say.evidence_official_score(), kind: 'number' }, { name: say.evidence_official_scale() }, { name: say.evidence_col_source() }]}
            rows={scores.map((one) => ({ cells: [
              one.indicator === null ? sayOfficial(one.index, language) : <a class="ds-link" href={toHref(language, `/evidence/indicators/${one.indicator}`)}>{sayOfficial(one.index, language)}</a>, one.edition, `${one.region.name[language]} (${sayLevel(one.region.level, language)})`,
              sayNumber(one.score, language, one.decimals), one.scale[language], toSafeHref(one.address) === undefined ? one.source[language] : <a class="ds-link" href={one.address}>{one.source[language]}</a>,
            ] }))}
          />
          <p class="p-note">{say.evidence_indices_official_note()}</p>
          {mayAnalyse ? <p><ButtonLink look="secondary" href={toHref(language, `${indicesPath}/official`)}>{say.evidence_official_add()}</ButtonLink></p> : null}
        </Section>
      </>
    ),
  }
}
