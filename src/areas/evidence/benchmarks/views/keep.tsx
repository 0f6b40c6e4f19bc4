// Keeping a benchmark: the form with its two names, and its method in words as it will stand beside the frozen figures.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button } from '#ui/parts/button.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading } from '#ui/parts/layout.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { TextField } from '#ui/parts/text-field.tsx'
import { plainRegion } from '#areas/evidence/indicators/views/wording.ts'
import { type Benchmark, type BenchmarkChoice, keepBenchmarkPath, type Score } from '../rules.ts'
import { addressOf, queryOf } from '../rules/choice.ts'
import { isScored } from '../rules/score.ts'
import { percent, peersName } from './lines.tsx'
import { sayGap } from './sentences.ts'

const titleOf = (benchmark: Benchmark, language: Language): string => speak(language).evidence_benchmark_keep_name({ name: plainRegion(benchmark.region, language), peers: peersName(benchmark, language) })

/** Written from the record: the score and how it was made, then one sentence for each indicator. */
export const noteOf = ({ benchmark, score, language }: { readonly benchmark: Benchmark; readonly score: Score; readonly language: Language }): string => {
  const say = speak(language)
  return [
    score.value === null || score.place === null ? say.evidence_benchmark_nothing() : say.evidence_benchmark_note_score({ value: percent(score.value, language), place: String(score.place), among: String(score.among), count: score.counted }),
    ...(score.swing === null ? [] : [say.evidence_benchmark_note_swing({ low: percent(score.swing.low, language), high: percent(score.swing.high, language), best: String(score.swing.best), worst: String(score.swing.worst) })]),
    say.evidence_benchmark_score_says({ peers: peersName(benchmark, language) }),
    say.evidence_benchmark_method_says(),
    benchmark.lines.filter(isScored).map((line) => `– ${sayGap({ language, benchmark, line })}`).join('\n'),
  ].join('\n\n')
}

type Keeping = { readonly language: Language; readonly benchmark: Benchmark; readonly choice: BenchmarkChoice; readonly asked: Asked }
export const keepScreen = ({ language, benchmark, choice, asked }: Keeping): Screen => {
  const say = speak(language), title = say.evidence_benchmark_keep_title()
  const { problems, typed } = asked
  const isTyped = Object.keys(typed.text).length > 0
  const typedOr = (field: 'title_bg' | 'title_en'): string => (isTyped ? typedOne(typed, field) : titleOf(benchmark, field === 'title_bg' ? 'bg' : 'en'))
  const query = queryOf(choice)
  return {
    kind: 'screen', title, says: say.evidence_benchmark_keep_says(), crumbs: [{ name: say.evidence_profile_kicker(), path: '/evidence' }, { name: say.evidence_benchmark_kicker(), path: addressOf(choice) }],
    body: (
      <>
        <PageHeading kicker={say.evidence_benchmark_kicker()} title={title} lead={say.evidence_benchmark_keep_says()} />
        <ErrorSummary language={language} problems={problems} />
        <Form action={toHref(language, `${keepBenchmarkPath}${query === '' ? '' : `?${query}`}`)}>
          <TextField language={language} name="title_bg" label={say.evidence_benchmark_keep_bg()} value={typedOr('title_bg')} error={errorOf({ problems, field: 'title_bg', language })} maxLength={160} />
          <TextField language={language} name="title_en" label={say.evidence_benchmark_keep_en()} value={typedOr('title_en')} error={errorOf({ problems, field: 'title_en', language })} maxLength={160} />
          <TextField language={language} name="why" label={say.evidence_benchmark_keep_why()} optional value={isTyped ? typedOne(typed, 'why') : ''} error={errorOf({ problems, field: 'why', language })} maxLength={500} />
          <Button look="primary">{say.evidence_benchmark_keep()}</Button>
        </Form>
      </>
    ),
  }
}
