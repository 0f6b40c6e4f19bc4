// Where all analyses begin: what can be asked of the figures, one line each, and the analyses that were saved.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { sayDate } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { Card } from '#ui/parts/card.tsx'
import { Grid, PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import type { Analysis } from '../rules.ts'
import { sayAnalysisState, sayKind } from './wording.ts'

export type HubLine = { readonly name: string; readonly says: string; readonly path: string }
/** In the order one asks: beside whom, how far, how strong, in what, whereto. A page that is not there yet has no line. */
const listLines = (language: Language, paths: ReadonlySet<string>): readonly HubLine[] => {
  const say = speak(language)
  return [
    { name: say.evidence_hub_peers(), says: say.evidence_hub_peers_says(), path: '/evidence/peers' },
    { name: say.evidence_hub_benchmark(), says: say.evidence_hub_benchmark_says(), path: '/evidence/benchmark' },
    { name: say.evidence_hub_indices(), says: say.evidence_hub_indices_says(), path: '/evidence/indices' },
    { name: say.evidence_hub_specialisation(), says: say.evidence_hub_specialisation_says(), path: '/evidence/specialisation' },
    { name: say.evidence_hub_trends(), says: say.evidence_hub_trends_says(), path: '/evidence/trends' },
    { name: say.evidence_hub_assets(), says: say.evidence_hub_assets_says(), path: '/evidence/assets' },
    { name: say.evidence_hub_compare(), says: say.evidence_hub_compare_says(), path: '/evidence/comparisons' },
    { name: say.evidence_figures_title(), says: say.evidence_hub_figures_says(), path: '/evidence/figures' },
  ].filter(({ path }) => paths.has(path))
}

export type HubShown = {
  readonly language: Language
  /** addresses that exist */
  readonly paths: ReadonlySet<string>
  readonly saved: readonly (Analysis & { readonly path: string })[]
  readonly sees: 'everyone' | 'staff'
}
export const hubScreen = ({ language, paths, saved, sees }: HubShown): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.evidence_analyses_title(), says: say.evidence_hub_lead(), crumbs: [{ name: say.evidence_profile_kicker(), path: '/evidence' }],
    body: (
      <>
        <PageHeading title={say.evidence_hub_title()} lead={say.evidence_hub_lead()} />
        <Grid least="wide">{listLines(language, paths).map((line) => <Card name={line.name} says={line.says} href={toHref(language, line.path)} level={2} />)}</Grid>
        <Section id="saved" title={say.evidence_hub_saved()}>
          {saved.length === 0 ? <EmptyState title={say.evidence_hub_none()} why={say.evidence_hub_none_why()} /> : (
            <LinkList links={saved.map((one) => ({
              name: one.title[language], href: toHref(language, one.path),
              says: [sayKind(one.kind, language), sees === 'staff' ? sayAnalysisState(one.state, language) : '', say.evidence_hub_changed({ date: sayDate(one.changedAt, language) })].filter((part) => part !== '').join(' · '),
            }))} />
          )}
        </Section>
      </>
    ),
  }
}
