// The results and the answers as files: tables for programs, a workbook, JSON, and the sheet of paper that is printed.
import type { Document, DocumentBlock } from '#kernel/document.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { writeCsv, type CsvCell, type CsvColumn } from '#ui/charts/csv.ts'
import { toHref } from '#ui/address.ts'
import { codebookOf, rowsOf, variablesOf } from '../rules/files.ts'
import { codesOf, type Choice, type Question } from '../rules/questions.ts'
import { namesOf, type Result, type Tally } from '../rules/results.ts'
import { surveyPath, type Response, type Survey } from '../rules/survey.ts'
import { inEither } from './words.ts'

const text = (name: string): CsvColumn => ({ name, kind: 'text' }), number = (name: string): CsvColumn => ({ name, kind: 'number' })
/** What the page of results shows, hidden cells as hidden. */
export const resultsCsv = ({ results, places, language }: { readonly results: readonly { readonly question: Question; readonly result: Result }[]; readonly places: readonly Choice[]; readonly language: Language }): string => {
  const say = speak(language)
  const rows = results.flatMap(({ question, result }): readonly (readonly CsvCell[])[] => {
    const names = namesOf(question, places), asks = inEither(question.asks, language)
    const nameOf = (code: string): string => { const choice = names.get(code); return choice === undefined ? code : inEither(choice.name, language) }
    const lines = (tally: Tally, row: string): readonly (readonly CsvCell[])[] => tally.lines.map((line) => [question.key, asks, row, line.code, nameOf(line.code), 'share', tally.answered, line.count, line.interval?.share ?? null, line.interval?.low ?? null, line.interval?.high ?? null, line.weighted, line.count === null ? say.participation_survey_hidden() : ''])
    const one = (what: string, answered: number | null, value: number | null): readonly CsvCell[] => [question.key, asks, '', '', '', what, answered, value, null, null, null, null, value === null ? say.participation_survey_hidden() : '']
    switch (result.kind) {
      case 'choices': return [...lines(result, ''), ...(result.mean === null ? [] : [one('mean', result.answered, result.mean)])]
      case 'grid': return result.rows.flatMap((row) => lines(row, inEither(question.rows.find(({ code }) => code === row.row)?.name ?? { bg: row.row, en: row.row }, language)))
      case 'number': return [one('mean', result.answered, result.mean), one('median', result.answered, result.median)]
      case 'rank': return [...lines(result, say.participation_survey_column_first()), ...result.places.map((place): readonly CsvCell[] => [question.key, asks, '', place.code, nameOf(place.code), 'mean place', place.ranked, place.meanPlace, null, null, null, null, place.meanPlace === null ? say.participation_survey_hidden() : ''])]
      case 'text': return [one('answers', result.answered, result.answered)]
    }
  })
  return writeCsv({ columns: [text('question'), text('question_text'), text('row'), text('code'), text('answer'), text('measure'), number('answered'), number('count_or_value'), number('share'), number('low'), number('high'), number('weighted_share'), text('hidden')], rows })
}
export const codebookCsv = (survey: Survey, language: Language): string => writeCsv({ columns: ['variable', 'label', 'kind', 'code', 'meaning'].map(text), rows: codebookOf(survey.questions, language) })
export const answersCsv = (survey: Survey, responses: readonly Response[]): string => writeCsv({ columns: variablesOf(survey.questions).map(({ name, kind }) => ({ name, kind })), rows: rowsOf(survey.questions, responses) })
/** Answers as rows under the names of their columns, with the codebook and the fingerprint of the questionnaire in the same file. */
export const answersJson = (survey: Survey, responses: readonly Response[]): string => {
  const variables = variablesOf(survey.questions)
  return JSON.stringify({
    survey: { slug: survey.slug, title: survey.title, questionsSha256: survey.questionsHash, anonymous: survey.anonymous === 'yes' },
    codebook: variables.map(({ name, label, kind, question, codes }) => ({ name, label, kind, question: question?.kind ?? null, codes })),
    variables: variables.map(({ name }) => name),
    answers: rowsOf(survey.questions, responses),
  }, null, 1)
}
type Made = { readonly language: Language; readonly survey: Survey; readonly body: string; readonly day: string; readonly dayWords: string }
const documentOf = ({ language, survey, body, day, dayWords }: Made, more: Pick<Document, 'kicker' | 'blocks' | 'subtitle'>): Document => ({
  language, title: inEither(survey.title, language), says: inEither(survey.says, language).slice(0, 200), body, asOf: { day, words: dayWords }, emblem: null, funding: null, address: toHref(language, surveyPath(survey.slug)), ...more,
})
/** A workbook of two tables: answers and codebook. */
export const answersWorkbook = (made: Made, responses: readonly Response[]): Document => {
  const { language, survey } = made
  const say = speak(language)
  const table = (id: string, caption: string, head: readonly CsvColumn[], rows: readonly (readonly (string | number | null)[])[]): DocumentBlock => ({
    kind: 'table', id, caption, sources: [], notes: [],
    table: { head, rows: rows.map((row) => ({ name: String(row[0] ?? ''), cells: row.slice(1).map((cell) => (typeof cell === 'number' ? { kind: 'number' as const, text: String(cell), value: cell } : { kind: 'text' as const, text: cell ?? '' })) })) },
  })
  return documentOf(made, {
    kicker: say.participation_survey_files(), subtitle: say.participation_survey_files_says(),
    blocks: [
      table('answers', say.participation_survey_files(), variablesOf(survey.questions).map(({ name, kind }) => ({ name, kind })), rowsOf(survey.questions, responses)),
      table('codebook', say.participation_survey_codebook(), ['variable', 'label', 'kind', 'code', 'meaning'].map(text), codebookOf(survey.questions, language)),
    ],
  })
}
/** The sheet of paper, from the same definition: the codes stand at the answers, so that the clerk types what was ticked. */
export const paperDocument = (made: Made, places: readonly Choice[]): Document => {
  const { language, survey } = made
  const say = speak(language)
  const dots = '…'.repeat(40)
  const blocks = survey.questions.flatMap((question, at): readonly DocumentBlock[] => {
    const asks = inEither(question.asks, language)
    const note = (words: string): readonly DocumentBlock[] => (words === '' ? [] : [{ kind: 'paragraph', text: words, look: 'note' }])
    const depends = question.shownIf === null ? '' : say.participation_survey_paper_only({ number: survey.questions.findIndex(({ key }) => key === question.shownIf?.question) + 1, codes: question.shownIf.is.join(', ') })
    const boxes = (choices: readonly Choice[]): DocumentBlock => ({ kind: 'list', items: [...choices.map(({ code, name }) => ({ text: `[   ]  ${code}. ${inEither(name, language)}` })), ...(question.mayPass === 'yes' ? [{ text: `[   ]  ${say.participation_survey_pass()}` }] : [])] })
    const line: DocumentBlock = { kind: 'paragraph', text: dots }
    const hint = { one: say.participation_survey_paper_one(), scale: say.participation_survey_paper_one(), many: question.most === null ? say.participation_survey_choose_many() : say.participation_survey_choose_most({ count: question.most }), grid: say.participation_survey_paper_grid(), rank: say.participation_survey_paper_rank({ count: question.most ?? question.choices.length }), number: question.number?.unit[language] ?? '', text: '', place: say.participation_survey_paper_one() }[question.kind]
    const body: readonly DocumentBlock[] = question.kind === 'text' ? [line, line, line] : question.kind === 'number' ? [line]
      : question.kind === 'grid' ? [{ kind: 'table', id: `g-${question.key}`, caption: asks, sources: [], notes: [], table: { head: [{ name: '', kind: 'text' }, ...question.choices.map(({ code, name }) => ({ name: `${code}. ${inEither(name, language)}`, kind: 'text' as const }))], rows: question.rows.map(({ name }) => ({ name: inEither(name, language), cells: question.choices.map(() => ({ kind: 'text' as const, text: '[   ]' })) })) } }]
        : [boxes(question.kind === 'place' ? places : codesOf(question))]
    return [{ kind: 'heading', level: 2, id: question.key, text: `${at + 1}. ${asks}` }, ...note([depends, question.help[language], hint].filter((part) => part !== '').join(' ')), ...body]
  })
  return documentOf(made, {
    kicker: say.participation_survey_paper_kicker(), subtitle: survey.anonymous === 'yes' ? say.participation_survey_paper_anonymous() : '',
    blocks: [...(inEither(survey.says, language) === '' ? [] : [{ kind: 'paragraph' as const, text: inEither(survey.says, language), look: 'lead' as const }]), { kind: 'paragraph', text: say.participation_survey_paper_how(), look: 'note' }, ...blocks, { kind: 'paragraph', text: say.participation_survey_paper_back({ body: made.body }), look: 'note' }],
  })
}
