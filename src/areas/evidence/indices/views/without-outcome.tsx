// An index that could not be computed: which indicators it waits for, and the one thing to do.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { PageHeading } from '#ui/parts/layout.tsx'
import { type IndexPage, indexPath, indicesPath } from '../rules.ts'

export const withoutOutcomeScreen = ({ language, index, mayAnalyse }: { readonly language: Language; readonly index: IndexPage; readonly mayAnalyse: boolean }): Screen => {
  const say = speak(language)
  const waits = index.shown.inputs.indicators.map((one) => one.shortName[language])
  return {
    kind: 'screen', title: index.title[language], says: say.evidence_index_nothing(), crumbs: [{ name: say.evidence_profile_kicker(), path: '/evidence' }, { name: say.evidence_indices_title(), path: indicesPath }],
    body: (
      <>
        <PageHeading kicker={say.evidence_kind_index()} title={index.title[language]} />
        <EmptyState level={2} title={say.evidence_index_nothing()} why={say.evidence_index_nothing_why({ indicators: waits.join(', ') })}>
          <p>{mayAnalyse ? <a class="ds-link" href={toHref(language, `${indexPath(index.key ?? '')}/change`)}>{say.evidence_index_change()}</a> : <a class="ds-link" href={toHref(language, indicesPath)}>{say.evidence_indices_title()}</a>}</p>
        </EmptyState>
      </>
    ),
  }
}
