// The form of one question. Its kind is chosen first; then only the fields that this kind has are shown.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Checkbox, Radios } from '#ui/parts/choices.tsx'
import { Columns, Column, PageHeading } from '#ui/parts/layout.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { fromQuestion } from '../forms.ts'
import { blankQuestion, codesOf, maySteer, questionKinds, type Question, type QuestionKind } from '../rules/questions.ts'
import { changePath, questionPath, surveysPath, type Survey } from '../rules/survey.ts'
import { inEither, sayKind } from './words.ts'

type Shown = { readonly language: Language; readonly asked: Asked; readonly survey: Survey; /** null: a new one */ readonly question: Question | null; readonly kind: QuestionKind | null }
export const questionFormScreen = ({ language, asked, survey, question, kind }: Shown): Screen => {
  const say = speak(language)
  const title = question === null ? say.participation_survey_add() : say.participation_survey_edit_of({ number: survey.questions.findIndex(({ key }) => key === question.key) + 1 })
  const crumbs = [{ name: say.participation_survey_title(), path: surveysPath }, { name: inEither(survey.title, language), path: changePath(survey.slug) }]
  const head = <PageHeading kicker={inEither(survey.title, language)} title={title} />
  return { kind: 'screen', title, says: inEither(survey.title, language), crumbs, body: kind === null ? (
    <>
      {head}
      <p data-lead>{say.participation_survey_which_kind()}</p>
      <LinkList links={questionKinds.map((one) => ({ name: sayKind(one, language), href: toHref(language, `${questionPath(survey.slug, 'new')}?kind=${one}`), says: kindSays(one, language) }))} />
      <p><a class="ds-link" href={toHref(language, changePath(survey.slug))}>{say.participation_survey_to_survey()}</a></p>
    </>
  ) : (
    <>
      {head}
      <p>{sayKind(kind, language)}. {kindSays(kind, language)}</p>
      <ErrorSummary language={language} problems={asked.problems} />
      <Form action={toHref(language, `${questionPath(survey.slug, question?.key ?? 'new')}?kind=${kind}`)} hidden={[{ name: 'version', value: typedOne(asked.typed, 'version') || String(survey.version) }, { name: 'kind', value: kind }]}>
        <Fields language={language} asked={asked} survey={survey} question={question} kind={kind} />
        <Buttons><Button name="does" value="put">{say.participation_survey_save_question()}</Button><ButtonLink look="quiet" href={toHref(language, changePath(survey.slug))}>{say.participation_survey_to_survey()}</ButtonLink></Buttons>
      </Form>
    </>
  ) }
}
const Fields = ({ language, asked, survey, question, kind }: Shown & { readonly kind: QuestionKind }) => {
  const say = speak(language)
  const kept = fromQuestion(question ?? blankQuestion({ key: 'q0', kind }))
  const isAgain = asked.problems.length > 0
  const field = (name: string) => ({ language, name, value: isAgain ? typedOne(asked.typed, name) : (kept[name] ?? ''), error: errorOf({ problems: asked.problems, field: name, language }) })
  const at = question === null ? survey.questions.length : survey.questions.findIndex(({ key }) => key === question.key)
  const steering = survey.questions.slice(0, at).filter((one) => maySteer(one.kind))
  const listed = kind === 'one' || kind === 'many' || kind === 'rank' || kind === 'grid'
  return (
    <>
      <TextField label={say.participation_survey_asks_bg()} {...field('asks_bg')} />
      <TextField label={say.participation_survey_asks_en()} {...field('asks_en')} />
      <TextField optional label={say.participation_survey_help_bg()} {...field('help_bg')} />
      <TextField optional label={say.participation_survey_help_en()} {...field('help_en')} />
      {kind !== 'grid' ? null : <Columns><Column><Textarea rows={6} label={say.participation_survey_rows_bg()} help={say.participation_survey_line_each()} {...field('rows_bg')} /></Column><Column><Textarea rows={6} label={say.participation_survey_rows_en()} help={say.participation_survey_line_same()} {...field('rows_en')} /></Column></Columns>}
      {!listed ? null : <Columns><Column><Textarea rows={8} label={say.participation_survey_choices_bg()} help={say.participation_survey_line_each()} {...field('choices_bg')} /></Column><Column><Textarea rows={8} label={say.participation_survey_choices_en()} help={say.participation_survey_line_same()} {...field('choices_en')} /></Column></Columns>}
      {kind !== 'many' ? null : <Checkbox optional label={say.participation_survey_last_alone()} help={say.participation_survey_last_alone_help()} {...field('last_alone')} />}
      {kind !== 'many' && kind !== 'rank' ? null : <TextField optional width="short" label={say.participation_survey_most()} help={say.participation_survey_most_help()} {...field('most')} />}
      {kind !== 'scale' ? null : (
        <>
          <TextField width="short" label={say.participation_survey_scale_from()} {...field('scale_from')} />
          <TextField width="short" label={say.participation_survey_scale_to()} {...field('scale_to')} />
          <TextField width="half" label={say.participation_survey_low_bg()} {...field('low_bg')} /><TextField width="half" label={say.participation_survey_low_en()} {...field('low_en')} />
          <TextField width="half" label={say.participation_survey_high_bg()} {...field('high_bg')} /><TextField width="half" label={say.participation_survey_high_en()} {...field('high_en')} />
        </>
      )}
      {kind !== 'number' ? null : (
        <>
          <TextField optional width="short" label={say.participation_survey_number_least()} {...field('number_least')} /><TextField optional width="short" label={say.participation_survey_number_most()} {...field('number_most')} />
          <Select label={say.participation_survey_decimals()} {...field('decimals')} options={['0', '1', '2'].map((value) => ({ value, name: value }))} />
          <TextField optional width="half" label={say.participation_survey_unit_bg()} {...field('unit_bg')} /><TextField optional width="half" label={say.participation_survey_unit_en()} {...field('unit_en')} />
        </>
      )}
      {kind !== 'text' ? null : <Radios label={say.participation_survey_offers()} language={language} name="offers" value={field('offers').value === 'contribution' ? 'contribution' : 'nothing'} choices={[{ value: 'nothing', name: say.participation_survey_offers_no() }, { value: 'contribution', name: say.participation_survey_offers_yes(), help: say.participation_survey_offers_help() }]} />}
      <Checkbox optional label={say.participation_survey_must()} {...field('must')} />
      <Checkbox optional label={say.participation_survey_may_pass()} {...field('may_pass')} />
      {steering.length === 0 ? null : (
        <>
          <Select optional label={say.participation_survey_shown_if()} {...field('shown_if')} blank={say.participation_survey_always()} options={steering.map((one) => ({ value: one.key, name: `${survey.questions.indexOf(one) + 1}. ${inEither(one.asks, language)}` }))} />
          <TextField optional width="half" label={say.participation_survey_shown_is()} help={steering.map((one) => `${survey.questions.indexOf(one) + 1}: ${codesOf(one).map(({ code, name }) => `${code} = ${inEither(name, language)}`).join(', ')}`).join(' · ')} {...field('shown_is')} />
        </>
      )}
    </>
  )
}
const kindSays = (kind: QuestionKind, language: Language): string => {
  const say = speak(language)
  return {
    one: say.participation_survey_kind_says_one(), many: say.participation_survey_kind_says_many(), scale: say.participation_survey_kind_says_scale(), grid: say.participation_survey_kind_says_grid(),
    number: say.participation_survey_kind_says_number(), rank: say.participation_survey_kind_says_rank(), text: say.participation_survey_kind_says_text(), place: say.participation_survey_kind_says_place(),
  }[kind]
}
