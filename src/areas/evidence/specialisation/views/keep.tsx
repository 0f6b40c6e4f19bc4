// Keeping the picture: the form with its two names, and its method in words as it will stand beside the frozen figures.
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
import { titleOfRegion } from '#areas/evidence/indicators/views/wording.ts'
import { type Choice, keepSpecialisationPath, queryOf, type Seen, specialisationPath } from '../rules.ts'
import { draws } from '../rules/picture.ts'
import { activityCode, activityName, besideName, percent, periodsOf, said, setNameOf, times, worthOf } from './saying.ts'

const named = (seen: Seen, language: Language): string => {
  const { period } = periodsOf(seen, language)
  return speak(language).evidence_spec_keep_named({ place: titleOfRegion(seen.shown, language), set: setNameOf(seen.set, language), period })
}
/** Written from the record: on what it rests, how it was counted, and what came of it for each activity. */
export const noteOf = (seen: Seen, language: Language): string => {
  const say = speak(language), beside = besideName(seen, language), { period, earlier } = periodsOf(seen, language)
  return [
    say.evidence_spec_note_figures({ set: setNameOf(seen.set, language), period, earlier: earlier === '' ? '–' : earlier, beside, regions: String(seen.regions), countries: String(seen.countries) }),
    seen.set === 'value' ? say.evidence_spec_quotient_formula_money({ beside }) : say.evidence_spec_quotient_formula({ beside }),
    say.evidence_spec_growth_formula(), say.evidence_spec_method_near(), say.evidence_spec_method_complexity(), say.evidence_spec_list_note({ draws: String(draws) }),
    say.evidence_spec_note_results(),
    seen.picture.rows.map((row, at) => {
      const candidate = seen.picture.screen.candidates.find(({ activity }) => activity === at)
      const place = candidate === undefined || typeof candidate.place !== 'number' ? '–' : String(candidate.place)
      return `– ${say.evidence_spec_note_line({ activity: `${activityName(seen, at, language)} (${activityCode(seen, at)})`, quotient: said(row.quotient, language, (one) => times(one, language)), near: said(row.nearness, language, (one) => percent(one, language, 0)), worth: worthOf(seen.axis, row.worth, language), place })}`
    }).join('\n'),
  ].join('\n\n')
}

export const keepScreen = ({ language, seen, choice, asked }: { readonly language: Language; readonly seen: Seen; readonly choice: Choice; readonly asked: Asked }): Screen => {
  const say = speak(language), title = say.evidence_spec_keep_title(), { problems } = asked
  const typedValue = (field: 'title_bg' | 'title_en' | 'why'): string => (problems.length === 0 ? (field === 'why' ? '' : named(seen, field === 'title_bg' ? 'bg' : 'en')) : typedOne(asked.typed, field))
  const field = (name: 'title_bg' | 'title_en' | 'why') => ({ language, name, value: typedValue(name), error: errorOf({ problems, field: name, language }) })
  return {
    kind: 'screen', title, says: say.evidence_spec_keep_says(), crumbs: [{ name: say.evidence_profile_kicker(), path: '/evidence' }, { name: say.evidence_spec_kicker(), path: specialisationPath }],
    body: (
      <>
        <PageHeading kicker={say.evidence_spec_kicker()} title={title} lead={say.evidence_spec_keep_says()} />
        <ErrorSummary language={language} problems={problems} />
        <Form action={toHref(language, `${keepSpecialisationPath}${queryOf(choice)}`)}>
          <TextField {...field('title_bg')} label={say.evidence_trend_keep_bg()} />
          <TextField {...field('title_en')} label={say.evidence_trend_keep_en()} />
          <TextField {...field('why')} label={say.evidence_trend_keep_why()} optional />
          <Button>{say.evidence_trend_keep_do()}</Button>
        </Form>
      </>
    ),
  }
}
