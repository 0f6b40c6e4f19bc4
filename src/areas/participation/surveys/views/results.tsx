// Results: each question with its drawing, its numbers and how sure they are; or crossed by a group or another question.
// A hidden cell is shown as hidden, in the same way for everybody.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { sayDate, sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { barFigure } from '#ui/charts/bar-chart.tsx'
import { ChartFigure, type FigureProps } from '#ui/charts/chart-figure.tsx'
import type { Cell, ChartTable } from '#ui/charts/chart-table.tsx'
import type { Quantity } from '#ui/charts/quantity-words.ts'
import type { Standing } from '#ui/charts/series.ts'
import { ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { StatLine } from '#ui/parts/stat-line.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Tabs } from '#ui/parts/tabs.tsx'
import type { Choice, Question } from '../rules/questions.ts'
import { mayCrossBy, namesOf, type By, type Cross, type CrossMeans, type Line, type Result, type Tally } from '../rules/results.ts'
import { resultsPath, surveysPath, surveyPath, type Survey } from '../rules/survey.ts'
import { inEither, saySector } from './words.ts'

export const Quiet = ({ language }: { readonly language: Language }) => <span class="p-note">{speak(language).participation_survey_hidden()}</span>
export type Wave = { readonly title: string; readonly result: Result } | null
export type Answered = { readonly question: Question; readonly result: Result; readonly wave: Wave; readonly cross: Cross | CrossMeans | null }
export type Whole = { readonly language: Language; readonly survey: Survey; readonly answers: readonly Answered[]; /** null: hidden */ readonly total: number | null; readonly unfinished: number | null; readonly places: readonly Choice[]; readonly by: By | null; readonly dayWords: string; readonly isStaff: boolean; readonly isRunning: boolean; readonly groups: { readonly hasSectors: boolean } }

const share: Pick<Quantity, 'decimals' | 'direction' | 'unit'> = { unit: { id: 'PC', scale: 1, currency: null, percent: true }, decimals: 0, direction: 'neither' }
const pct = (value: number, language: Language): string => `${sayNumber(value * 100, language, 0)}\u00a0%`
const between = (line: Line, language: Language): string => (line.interval === null ? '' : `${sayNumber(line.interval.low * 100, language, 0)}–${sayNumber(line.interval.high * 100, language, 0)}\u00a0%`)
const nameIn = (names: ReadonlyMap<string, Choice>, code: string, language: Language): string => { const choice = names.get(code); return choice === undefined ? code : inEither(choice.name, language) }

type Drawn = { readonly language: Language; readonly survey: Survey; readonly id: string; readonly level: 3 | 4; readonly asks: string; readonly names: ReadonlyMap<string, Choice>; readonly tally: Tally; readonly before: Tally | null; readonly beforeTitle: string; readonly dayWords: string; readonly notes: readonly string[]; /** of a grid */ readonly rowName?: string }
/** The drawing of one list of answers, and behind it the same with everything known. */
const tallyFigure = ({ language, survey, id, level, asks, names, tally, before, beforeTitle, dayWords, notes, rowName }: Drawn): FigureProps => {
  const say = speak(language)
  const bars = tally.lines.map((line): Standing => {
    const named = { code: line.code, name: nameIn(names, line.code, language), stance: 'region' as const }
    return line.interval === null ? { ...named, value: null, flags: '', missing: 'confidential' } : { ...named, value: line.interval.share * 100, flags: '', missing: null, interval: { low: line.interval.low * 100, high: line.interval.high * 100 } }
  })
  const top = tally.lines.reduce<Line | null>((best, line) => (line.count !== null && line.count > (best?.count ?? 0) ? line : best), null)
  const heading = top === null || top.interval === null ? say.participation_survey_all_hidden() : say.participation_survey_top({ answer: nameIn(names, top.code, language), share: pct(top.interval.share, language), between: between(top, language) })
  const whole = rowName === undefined ? heading : `${rowName}: ${heading.charAt(0).toLowerCase()}${heading.slice(1)}`
  const subtitle = tally.answered === null ? asks : say.participation_survey_of({ asks, count: tally.answered })
  const isWeighted = tally.lines.some(({ weighted }) => weighted !== null)
  const num = (text: string, value: number): Cell => ({ text, kind: 'number', value })
  const none: Cell = { text: '–', note: say.participation_survey_hidden(), kind: 'number' }
  const table: ChartTable = {
    caption: subtitle,
    head: [{ name: say.participation_survey_column_answer(), kind: 'text' }, { name: say.participation_survey_column_count(), kind: 'number' }, { name: say.participation_survey_column_share(), kind: 'number' }, { name: say.participation_survey_column_between(), kind: 'text' },
      ...(isWeighted ? [{ name: say.participation_survey_column_weighted(), kind: 'number' as const }] : []), ...(before === null ? [] : [{ name: beforeTitle, kind: 'number' as const }])],
    rows: tally.lines.map((line) => {
      const old = before?.lines.find(({ code }) => code === line.code)
      return {
        name: nameIn(names, line.code, language),
        cells: [
          line.count === null ? none : num(sayNumber(line.count, language, 0), line.count), line.interval === null ? none : num(pct(line.interval.share, language), line.interval.share * 100), { text: between(line, language) || '–', kind: 'text' as const },
          ...(isWeighted ? [line.weighted === null ? none : num(pct(line.weighted, language), line.weighted * 100)] : []),
          ...(before === null ? [] : [old?.interval == null ? none : num(pct(old.interval.share, language), old.interval.share * 100)]),
        ],
      }
    }),
  }
  const figure = barFigure({
    id, language, level, heading: whole, subtitle, bars, quantity: { ...share, words: say.participation_survey_quantity() }, csvHref: `${toHref(language, resultsPath(survey.slug))}/results.csv`,
    origin: [{ name: inEither(survey.title, language), vintage: dayWords }],
    notes: [...notes, ...(tally.lines.some(({ count }) => count === null) ? [say.participation_survey_hidden_says()] : [])],
  })
  return { ...figure, table }
}
/** Without one number that may be shown there is nothing to draw: it is said. */
const Drawing = (drawn: Drawn) => {
  const say = speak(drawn.language)
  return drawn.tally.lines.some(({ count }) => count !== null) ? <ChartFigure {...tallyFigure(drawn)} /> : <p>{drawn.rowName === undefined ? '' : `${drawn.rowName}: `}{say.participation_survey_all_hidden()}.</p>
}
const passNote = (language: Language, passed: number | null): readonly string[] => (passed === null ? [] : [speak(language).participation_survey_passed({ count: passed })])

const One = ({ whole, of, number }: { readonly whole: Whole; readonly of: Answered; readonly number: number }) => {
  const { language, survey, places, dayWords } = whole
  const say = speak(language)
  const { question, result, wave, cross } = of
  const asks = inEither(question.asks, language), names = namesOf(question, places), id = `r-${question.key}`
  const drawn = { language, survey, names, dayWords, beforeTitle: wave?.title ?? '' }
  return (
    <Section id={`s-${question.key}`} title={`${number}. ${asks}`}>
      {result.kind === 'choices' ? <Drawing {...drawn} id={id} level={3} asks={asks} tally={result} before={wave?.result.kind === 'choices' ? wave.result : null} notes={[...passNote(language, result.passed), ...(result.mean === null ? [] : [say.participation_survey_mean({ mean: sayNumber(result.mean, language, 2) })])]} /> : null}
      {result.kind === 'grid' ? result.rows.map((row) => {
        const name = inEither(question.rows.find(({ code }) => code === row.row)?.name ?? { bg: row.row, en: row.row }, language)
        const old = wave?.result.kind === 'grid' ? (wave.result.rows.find((one) => one.row === row.row) ?? null) : null
        return <Drawing {...drawn} id={`${id}-${row.row}`} level={3} asks={name} tally={row} rowName={name} before={old} notes={passNote(language, row.passed)} />
      }) : null}
      {result.kind === 'number' ? (result.mean === null || result.median === null || result.answered === null ? <p><Quiet language={language} /></p> : (
        <StatLine stats={[
          { name: say.participation_survey_mean_name(), value: sayNumber(result.mean, language, 1), unitAndPeriod: question.number?.unit[language] ?? '' }, { name: say.participation_survey_median_name(), value: sayNumber(result.median, language, 1), unitAndPeriod: question.number?.unit[language] ?? '' },
          { name: say.participation_survey_stat_answers(), value: sayNumber(result.answered, language, 0) },
        ]} />
      )) : null}
      {result.kind === 'rank' ? (
        <>
          <Drawing {...drawn} id={id} level={3} asks={say.participation_survey_first({ asks })} tally={result} before={wave?.result.kind === 'rank' ? wave.result : null} notes={passNote(language, result.passed)} />
          <Table language={language} id={`${id}-places`} caption={say.participation_survey_places_caption()} columns={[{ name: say.participation_survey_column_answer() }, { name: say.participation_survey_column_ranked(), kind: 'number' }, { name: say.participation_survey_column_place(), kind: 'number' }]}
            rows={result.places.map((place) => ({ cells: [nameIn(names, place.code, language), place.ranked === null ? <Quiet language={language} /> : sayNumber(place.ranked, language, 0), place.meanPlace === null ? <Quiet language={language} /> : sayNumber(place.meanPlace, language, 1)] }))} />
        </>
      ) : null}
      {result.kind === 'text' ? <p>{result.answered === null ? say.participation_survey_texts_few() : say.participation_survey_texts({ count: result.answered })}</p> : null}
      {cross === null || whole.by === null ? null : 'rows' in cross ? <CrossTable whole={whole} by={whole.by} question={question} cross={cross} names={names} /> : <MeansTable whole={whole} by={whole.by} question={question} cross={cross} />}
    </Section>
  )
}
const columnName = (by: By, code: string, { language, places }: Whole): string => (by.kind === 'sector' ? saySector(code as 'business', language) : nameIn(namesOf(by.question, places), code, language))
const byName = (by: By, { language }: Whole): string => (by.kind === 'sector' ? speak(language).participation_survey_column_sector() : inEither(by.question.asks, language))
const CrossTable = ({ whole, by, question, cross, names }: { readonly whole: Whole; readonly by: By; readonly question: Question; readonly cross: Cross; readonly names: ReadonlyMap<string, Choice> }) => {
  const { language } = whole
  const say = speak(language)
  return (
    <>
      <Table language={language} id={`c-${question.key}`} caption={say.participation_survey_cross_caption({ by: byName(by, whole) })}
        columns={[{ name: say.participation_survey_column_answer() }, ...cross.columns.map((column) => ({ name: columnName(by, column.code, whole), kind: 'number' as const }))]}
        rows={cross.rows.map((row) => ({ cells: [nameIn(names, row.code, language), ...row.cells.map((cell) => (cell.count === null ? <Quiet language={language} /> : cell.share === null ? sayNumber(cell.count, language, 0) : `${pct(cell.share, language)} (${sayNumber(cell.count, language, 0)})`))] }))}
        foot={[{ cells: [say.participation_survey_column_all(), ...cross.columns.map(({ answered }) => (answered === null ? <Quiet language={language} /> : sayNumber(answered, language, 0)))] }]} />
      <p class="p-note">{say.participation_survey_hidden_says()}</p>
    </>
  )
}
const MeansTable = ({ whole, by, question, cross }: { readonly whole: Whole; readonly by: By; readonly question: Question; readonly cross: CrossMeans }) => {
  const { language } = whole
  const say = speak(language)
  return (
    <Table language={language} id={`c-${question.key}`} caption={say.participation_survey_means_caption({ by: byName(by, whole) })} columns={[{ name: byName(by, whole) }, { name: say.participation_survey_column_count(), kind: 'number' }, { name: say.participation_survey_mean_name(), kind: 'number' }]}
      rows={cross.columns.map((column) => ({ cells: [columnName(by, column.code, whole), column.answered === null ? <Quiet language={language} /> : sayNumber(column.answered, language, 0), column.mean === null ? <Quiet language={language} /> : sayNumber(column.mean, language, 1)] }))} />
  )
}
export const resultsScreen = (whole: Whole): Screen => {
  const { language, survey, answers, total, unfinished, by, isStaff, isRunning, groups } = whole
  const say = speak(language)
  const title = say.participation_survey_results_of({ title: inEither(survey.title, language) })
  const here = toHref(language, resultsPath(survey.slug))
  const crossing = survey.questions.filter(mayCrossBy)
  const current = by === null ? here : `${here}?by=${by.kind === 'sector' ? 'sector' : by.question.key}`
  const tabs = [{ name: say.participation_survey_tab_all(), href: here }, ...(groups.hasSectors ? [{ name: say.participation_survey_tab_sector(), href: `${here}?by=sector` }] : []), ...crossing.map((question) => ({ name: say.participation_survey_tab_question({ number: survey.questions.indexOf(question) + 1 }), href: `${here}?by=${question.key}` }))]
  return {
    kind: 'screen', title, says: title, crumbs: [{ name: say.participation_survey_title(), path: surveysPath }, { name: inEither(survey.title, language), path: surveyPath(survey.slug) }],
    alternates: [{ type: 'text/csv', path: `${here}/results.csv`, title }],
    body: (
      <>
        <PageHeading kicker={say.participation_survey_results()} title={inEither(survey.title, language)} lead={total === null ? say.participation_survey_too_few() : say.participation_survey_total({ count: total })} />
        {isRunning ? <Notice language={language} tone="info"><p>{say.participation_survey_running()}</p></Notice> : null}
        {total === null ? (
          <EmptyState title={say.participation_survey_too_few_title()} why={say.participation_survey_too_few_why()}><p><a class="ds-link" href={toHref(language, surveyPath(survey.slug))}>{say.participation_survey_to_survey()}</a></p></EmptyState>
        ) : (
          <>
            <p class="p-note">{say.participation_survey_how_read()} {unfinished === null ? '' : say.participation_survey_unfinished({ count: unfinished })}</p>
            {tabs.length < 2 ? null : <Tabs label={say.participation_survey_tabs()} tabs={tabs} current={current} />}
            {answers.map((of) => <One whole={whole} of={of} number={survey.questions.findIndex(({ key }) => key === of.question.key) + 1} />)}
            <p><a class="ds-link" href={`${here}/results.csv`}>{say.participation_survey_results_csv()}</a> · <a class="ds-link" href={`${here}/codebook.csv`}>{say.participation_survey_codebook()}</a></p>
          </>
        )}
        {!isStaff ? null : (
          <Section id="files" title={say.participation_survey_files()}>
            <p>{say.participation_survey_files_says()}</p>
            <Buttons>{(['csv', 'xlsx', 'json'] as const).map((format) => <ButtonLink look="secondary" href={`${here}/answers.${format}`}>{say.participation_survey_file({ format: format.toUpperCase() })}</ButtonLink>)}</Buttons>
          </Section>
        )}
      </>
    ),
  }
}
/** Before the end, or where the results are for the team: what will stand here and when. */
export const noResultsScreen = ({ language, survey }: { readonly language: Language; readonly survey: Survey }): Screen => {
  const say = speak(language)
  const title = say.participation_survey_results_of({ title: inEither(survey.title, language) })
  const why = survey.results === 'staff' ? say.participation_survey_results_staff() : survey.closesAt === null ? say.participation_survey_results_some_day() : say.participation_survey_results_after({ date: sayDate(new Date(survey.closesAt.getTime() - 1000), language) })
  return {
    kind: 'screen', title, says: why, crumbs: [{ name: say.participation_survey_title(), path: surveysPath }, { name: inEither(survey.title, language), path: surveyPath(survey.slug) }],
    body: (
      <>
        <PageHeading kicker={say.participation_survey_results()} title={inEither(survey.title, language)} />
        <EmptyState title={say.participation_survey_results_not_yet()} why={why}><p><a class="ds-link" href={toHref(language, surveyPath(survey.slug))}>{say.participation_survey_to_survey()}</a></p></EmptyState>
      </>
    ),
  }
}
