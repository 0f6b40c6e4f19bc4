// What is wrong, on top of the form, each line leading to its field. Drawn only when something is, and then it has the focus: the
// browser gives it without a script.
import type { Language } from '#kernel/language.ts'
import type { Problem } from '#kernel/result.ts'
import { speak } from '#kernel/speak.ts'
import { toFieldId } from './problems.ts'

type Props = { readonly language: Language; readonly problems: readonly Problem[]; /** 'elsewhere' where it is shown as an example, beside which one wants to read on */ readonly focus?: 'here' | 'elsewhere' }
export const ErrorSummary = ({ language, problems, focus = 'here' }: Props) => {
  if (problems.length === 0) return null
  return (
    <div class="ds-error-summary" role="alert" tabindex={-1} autofocus={focus === 'here'} aria-labelledby="error-summary-title">
      <h2 class="ds-heading" id="error-summary-title">{speak(language).ui_error_summary({ count: problems.length })}</h2>
      <ul>
        {problems.map((problem) => (
          <li>{problem.field === '' ? problem.text[language] : <a class="ds-link" href={`#${toFieldId(problem.field)}`}>{problem.text[language]}</a>}</li>
        ))}
      </ul>
    </div>
  )
}
