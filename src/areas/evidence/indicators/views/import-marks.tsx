// Jumps that the import marked in the shown region's figures, folded away: what was looked at, and that nothing was deleted.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { sayPeriod } from '#ui/charts/period-words.ts'
import { Details } from '#ui/parts/details.tsx'
import { sayRemark } from '#areas/evidence/datasets/rules/wording.ts'
import type { IndicatorPage } from '../rules.ts'

/** More would be a list nobody reads; the vintage's page has them all. */
const most = 20

export const ImportMarks = ({ language, page }: { readonly language: Language; readonly page: IndicatorPage }) => {
  const say = speak(language)
  const { jumps, indicator, parts } = page
  if (jumps.length === 0) return null
  const nameOf = (key: string | null) => (key === indicator.key ? '' : `${parts.find((part) => part.key === key)?.shortName[language] ?? key}: `)
  return (
    <Details summary={say.evidence_import_marks_title({ count: jumps.length })}>
      <p>{say.evidence_import_marks_says()}</p>
      <ul class="ds-list">
        {jumps.slice(0, most).map((jump) => <li>{nameOf(jump.selection)}{jump.period === null ? null : `${sayPeriod(jump.period, language)} – `}{sayRemark(say, jump)}</li>)}
      </ul>
    </Details>
  )
}
