// One question as fields: the same on the page of who answers and on the sheet of the clerk who types. Works without a script.
import type { Language } from '#kernel/language.ts'
import type { Problem } from '#kernel/result.ts'
import { speak } from '#kernel/speak.ts'
import { Checkbox, Checkboxes, Radios, type Choice as Shown } from '#ui/parts/choices.tsx'
import { Fieldset } from '#ui/parts/fieldset.tsx'
import { NumberField } from '#ui/parts/number-field.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { partField, passField, passValue } from '../forms/answers.ts'
import { longestAnswer } from '../rules/answers.ts'
import { codesOf, type Choice, type Question } from '../rules/questions.ts'
import { inEither } from './words.ts'

export type Filling = { readonly language: Language; readonly question: Question; readonly fields: Readonly<Record<string, readonly string[]>>; readonly problems: readonly Problem[]; readonly places: readonly Choice[]; /** its number on a sheet */ readonly number?: number }
export const QuestionField = ({ language, question, fields, problems, places, number }: Filling) => {
  const say = speak(language)
  const { key, kind } = question
  const label = `${number === undefined ? '' : `${number}. `}${inEither(question.asks, language)}`
  const hint = [question.help[language], kind === 'many' && question.help[language] === '' ? (question.most === null ? say.participation_survey_choose_many() : say.participation_survey_choose_most({ count: question.most })) : ''].filter((part) => part !== '').join(' ')
  const face = (name: string) => ({ language, name, error: errorOf({ problems, field: name, language }) })
  const whole = { ...face(key), label, optional: question.must === 'no', ...(hint === '' ? {} : { help: hint }) }
  const value = (name: string): string | undefined => fields[name]?.[0]
  const named = (choice: Choice): Shown => ({ value: choice.code, name: inEither(choice.name, language) })
  const pass: readonly Shown[] = question.mayPass === 'yes' ? [{ value: passValue, name: say.participation_survey_pass() }] : []
  const passBox = question.mayPass === 'no' ? null : <Checkbox {...face(passField(key))} label={say.participation_survey_pass()} optional value={value(passField(key))} />
  switch (kind) {
    case 'one': case 'scale': return <Radios {...whole} value={value(key)} choices={[...codesOf(question).map(named), ...pass]} />
    case 'many': return <Checkboxes {...whole} values={fields[key] ?? []} choices={[...question.choices.map(named), ...pass]} />
    case 'number': return <><NumberField {...whole} value={value(key)} unit={question.number?.unit[language] ?? ''} whole={question.number?.decimals === 0} />{passBox}</>
    case 'text': return <><Textarea {...whole} rows={6} limit={longestAnswer} value={value(key)} />{passBox}</>
    case 'place': return <><Select {...whole} value={value(key)} blank={say.participation_survey_place_blank()} options={places.map(named).map((option) => ({ value: option.value, name: option.name }))} />{passBox}</>
    case 'grid': return (
      <>
        <Fieldset legend={label} {...(hint === '' ? {} : { help: hint })}>
          {question.rows.map((row) => <Radios {...face(partField(key, row.code))} label={inEither(row.name, language)} optional={question.must === 'no'} value={value(partField(key, row.code))} choices={question.choices.map(named)} />)}
        </Fieldset>
        {passBox}
      </>
    )
    case 'rank': return (
      <>
        <Fieldset legend={label} help={[hint, say.participation_survey_rank_help({ count: question.most ?? question.choices.length })].filter((part) => part !== '').join(' ')}>
          {question.choices.map((choice) => (
            <Select {...face(partField(key, choice.code))} label={inEither(choice.name, language)} optional value={value(partField(key, choice.code))} blank={say.participation_survey_rank_blank()}
              options={Array.from({ length: question.most ?? question.choices.length }, (_, at) => ({ value: String(at + 1), name: say.participation_survey_rank_place({ place: at + 1 }) }))} />
          ))}
        </Fieldset>
        {passBox}
      </>
    )
  }
}
/** Where an error of a whole question is led to: its first field. */
export const firstField = (question: Question): string => (question.kind === 'grid' ? partField(question.key, question.rows[0]?.code ?? '') : question.kind === 'rank' ? partField(question.key, question.choices[0]?.code ?? '') : question.key)
