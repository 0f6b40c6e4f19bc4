// The page of those who make a survey: its words and rules, its questions in their order, and what may be done with it now.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { DateField } from '#ui/parts/date-field.tsx'
import { Details } from '#ui/parts/details.tsx'
import { Dialog } from '#ui/parts/dialog.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Fieldset } from '#ui/parts/fieldset.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { StatLine } from '#ui/parts/stat-line.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { fromSurvey } from '../forms.ts'
import { templateKeys, templates } from '../rules/templates.ts'
import { changePath, enterPath, peoplePath, phaseOf, questionPath, resultsPath, sectors, surveyPath, surveysPath, type Survey, type SurveyFace } from '../rules/survey.ts'
import { inEither, sayKind, sayPhase, saySector } from './words.ts'

const crumb = (language: Language) => ({ name: speak(language).participation_survey_title(), path: surveysPath })
type Fielded = { readonly language: Language; readonly asked: Asked; readonly saved: SurveyFace | null }
const FaceFields = ({ language, asked, saved }: Fielded) => {
  const say = speak(language)
  const kept = saved === null ? ({ anonymous: 'yes', access: 'open', results: 'public', asks_sector: 'yes' } as Readonly<Record<string, string>>) : fromSurvey(saved)
  const isAgain = asked.problems.length > 0 && asked.typed.text.title_bg !== undefined
  const field = (name: string) => ({ language, name, value: isAgain ? typedOne(asked.typed, name) : (kept[name] ?? ''), error: errorOf({ problems: asked.problems, field: name, language }) })
  const counts = asked.problems.some((problem) => /^(quota|size)_/.test(problem.field)) || (saved !== null && Object.keys({ ...saved.quotas, ...saved.sizes }).length > 0)
  return (
    <>
      <TextField label={say.participation_survey_field_title_bg()} maxLength={200} {...field('title_bg')} />
      <TextField label={say.participation_survey_field_title_en()} maxLength={200} {...field('title_en')} />
      <Textarea optional rows={4} label={say.participation_survey_field_says_bg()} help={say.participation_survey_field_says_help()} {...field('says_bg')} />
      <Textarea optional rows={4} label={say.participation_survey_field_says_en()} {...field('says_en')} />
      <DateField optional label={say.participation_survey_field_opens()} help={say.participation_survey_field_opens_help()} {...field('opens_on')} />
      <DateField optional label={say.participation_survey_field_closes()} help={say.participation_survey_field_closes_help()} {...field('closes_on')} />
      <Radios label={say.participation_survey_field_anonymous()} {...field('anonymous')} choices={[{ value: 'yes', name: say.participation_survey_anonymous_yes(), help: say.participation_survey_anonymous_yes_help() }, { value: 'no', name: say.participation_survey_anonymous_no(), help: say.participation_survey_anonymous_no_help() }]} />
      <Radios label={say.participation_survey_field_access()} {...field('access')} choices={[{ value: 'open', name: say.participation_survey_access_open() }, { value: 'links', name: say.participation_survey_access_links() }]} />
      <Radios label={say.participation_survey_field_results()} {...field('results')} choices={[{ value: 'public', name: say.participation_survey_results_public() }, { value: 'staff', name: say.participation_survey_results_inside() }]} />
      <Radios label={say.participation_survey_field_sector()} help={say.participation_survey_field_sector_help()} {...field('asks_sector')} choices={[{ value: 'yes', name: say.participation_survey_yes() }, { value: 'no', name: say.participation_survey_no() }]} />
      <Details summary={say.participation_survey_field_quotas()} starts={counts ? 'open' : 'closed'}>
        <p class="p-note">{say.participation_survey_field_quotas_help()}</p>
        <Fieldset legend={say.participation_survey_quota()}>{sectors.map((sector) => <TextField optional width="short" label={saySector(sector, language)} {...field(`quota_${sector}`)} />)}</Fieldset>
        <Fieldset legend={say.participation_survey_size()}>{sectors.map((sector) => <TextField optional width="short" label={saySector(sector, language)} {...field(`size_${sector}`)} />)}</Fieldset>
      </Details>
    </>
  )
}
export const newScreen = ({ language, asked }: { readonly language: Language; readonly asked: Asked }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.participation_survey_new(), says: say.participation_survey_new_says(), crumbs: [crumb(language)],
    body: (
      <>
        <PageHeading title={say.participation_survey_new()} lead={say.participation_survey_new_says()} />
        <ErrorSummary language={language} problems={asked.problems} />
        <Section id="ready" title={say.participation_survey_ready()}>
          <p>{say.participation_survey_ready_says()}</p>
          {templateKeys.map((key) => (
            <Form action={toHref(language, `${surveysPath}/new`)} hidden={[{ name: 'template', value: key }]}>
              <p><strong>{templates[key].title[language]}</strong><br />{templates[key].says[language]}</p>
              <Buttons><Button look="secondary" name="does" value="template">{say.participation_survey_take({ title: templates[key].title[language] })}</Button></Buttons>
            </Form>
          ))}
        </Section>
        <Section id="own" title={say.participation_survey_own()}>
          <Form action={toHref(language, `${surveysPath}/new`)} hidden={[{ name: 'version', value: '0' }]}>
            <FaceFields language={language} asked={asked} saved={null} />
            <Buttons><Button name="does" value="save">{say.participation_survey_make()}</Button></Buttons>
          </Form>
        </Section>
      </>
    ),
  }
}
type Shown = { readonly language: Language; readonly asked: Asked; readonly survey: Survey; readonly now: Date; readonly answers: number; readonly drafts: number; readonly earlier: Survey | null }
export const editScreen = ({ language, asked, survey, now, answers, drafts, earlier }: Shown): Screen => {
  const say = speak(language)
  const phase = phaseOf(survey, now)
  const isFrozen = answers + drafts > 0
  const here = toHref(language, changePath(survey.slug))
  const hidden = [{ name: 'version', value: String(survey.version) }]
  const act = (does: string, words: string, look: 'primary' | 'secondary' | 'danger') => <Form action={here} hidden={hidden}><Buttons><Button look={look} name="does" value={does}>{words}</Button></Buttons></Form>
  return {
    kind: 'screen', title: say.participation_survey_change_title({ title: inEither(survey.title, language) }), says: say.participation_survey_new_says(), crumbs: [crumb(language), { name: inEither(survey.title, language), path: surveyPath(survey.slug) }],
    body: (
      <>
        <PageHeading kicker={sayPhase(phase, language)} title={inEither(survey.title, language)}>
          <p>{survey.template === null ? null : <><Tag>{say.participation_survey_from_template()}</Tag>{' '}</>}{earlier === null ? null : <Tag>{say.participation_survey_wave_of({ title: inEither(earlier.title, language) })}</Tag>}</p>
        </PageHeading>
        <ErrorSummary language={language} problems={asked.problems} />
        {survey.state === 'draft' ? null : <StatLine stats={[{ name: say.participation_survey_stat_answers(), value: String(answers) }, { name: say.participation_survey_stat_drafts(), value: String(drafts) }]} />}
        <Section id="acts" title={say.participation_survey_acts()}>
          {phase === 'draft' ? <p>{say.participation_survey_open_says()}</p> : null}
          {phase === 'draft' ? act('open', say.participation_survey_open(), 'primary') : null}
          {phase === 'coming' || phase === 'open' ? <Buttons><ButtonLink href={toHref(language, peoplePath(survey.slug))}>{say.participation_survey_people()}</ButtonLink><ButtonLink look="secondary" href={toHref(language, enterPath(survey.slug))}>{say.participation_survey_enter()}</ButtonLink></Buttons> : null}
          {phase === 'closed' ? <Buttons><ButtonLink href={toHref(language, resultsPath(survey.slug))}>{say.participation_survey_results()}</ButtonLink><ButtonLink look="secondary" href={toHref(language, enterPath(survey.slug))}>{say.participation_survey_enter()}</ButtonLink></Buttons> : null}
          {survey.state === 'open' && !isFrozen ? act('takeBack', say.participation_survey_take_back(), 'secondary') : null}
          {phase === 'open' ? (
            <Dialog id="close" look="danger" opens={say.participation_survey_close()} question={say.participation_survey_close_question()}>
              <p>{say.participation_survey_close_says()}</p>
              {act('close', say.participation_survey_close(), 'danger')}
            </Dialog>
          ) : null}
          {survey.state === 'open' ? act('repeat', say.participation_survey_repeat(), 'secondary') : null}
          <p><a class="ds-link" href={toHref(language, `${surveyPath(survey.slug)}/paper.pdf`)}>{say.participation_survey_paper_link()}</a></p>
        </Section>
        <Section id="questions" title={say.participation_survey_questions({ count: survey.questions.length })}>
          {isFrozen ? <Notice language={language} tone="info"><p>{say.participation_survey_frozen()}</p></Notice> : null}
          {survey.questions.length === 0 ? <p>{say.participation_survey_no_questions()}</p> : (
            <Table language={language} id="question-list" caption={say.participation_survey_questions({ count: survey.questions.length })} captionIs="hidden" phone="stack"
              columns={[{ name: say.participation_survey_column_question() }, { name: say.participation_survey_column_kind() }, { name: say.participation_survey_column_when() }, ...(survey.state === 'open' ? [] : [{ name: say.participation_survey_column_acts() }])]}
              rows={survey.questions.map((question, at) => ({
                cells: [
                  <>{at + 1}. {inEither(question.asks, language)}</>, sayKind(question.kind, language),
                  question.shownIf === null ? say.participation_survey_always() : say.participation_survey_when({ number: survey.questions.findIndex(({ key }) => key === question.shownIf?.question) + 1, codes: question.shownIf.is.join(', ') }),
                  ...(survey.state === 'open' ? [] : [(
                    <div class="p-row-acts">
                      <a class="ds-link" href={toHref(language, questionPath(survey.slug, question.key))} aria-label={say.participation_survey_edit_of({ number: at + 1 })}>{say.participation_survey_edit()}</a>
                      {(['up', 'down', 'drop'] as const).filter((does) => !(does === 'up' && at === 0) && !(does === 'down' && at === survey.questions.length - 1)).map((does) => (
                        <Form action={here} hidden={[...hidden, { name: 'key', value: question.key }]}>
                          <Button look="quiet" name="does" value={does}>{{ up: say.participation_survey_up(), down: say.participation_survey_down(), drop: say.participation_survey_drop_question_of() }[does]}<span class="p-hidden-text"> {say.participation_survey_of_question({ number: at + 1 })}</span></Button>
                        </Form>
                      ))}
                    </div>
                  )]),
                ],
              }))} />
          )}
          {survey.state === 'open' ? null : <Buttons><ButtonLink href={toHref(language, questionPath(survey.slug, 'new'))}>{say.participation_survey_add()}</ButtonLink></Buttons>}
        </Section>
        <Section id="face" title={say.participation_survey_face()}>
          <Form action={here} hidden={hidden}>
            <FaceFields language={language} asked={asked} saved={survey} />
            <Buttons><Button name="does" value="save">{say.participation_survey_save()}</Button></Buttons>
          </Form>
        </Section>
      </>
    ),
  }
}
