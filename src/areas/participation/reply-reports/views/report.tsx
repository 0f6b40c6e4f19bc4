// A reply report on the web: the final one as it was frozen, with its files, and the one in preparation with what still blocks it.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { newAnswerPath, wasDone } from '#areas/participation/answers/rules.ts'
import { contributionPath } from '#areas/participation/proposals/rules.ts'
import { toHref, withQuery } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Checkboxes } from '#ui/parts/choices.tsx'
import { Details } from '#ui/parts/details.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { Pagination } from '#ui/parts/pagination.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { columnNames, columns, decisionOf, draftPath, filePath, fileFormats, fixedColumns, kindOf, reportPath, reportsPath, versionPath, youSaidOf, type FinalReport, type ReportFile } from '../rules.ts'
import { cellsOf } from '../rules/cells.ts'
import { headLines, noneSentence, tailLines, titleOf, type Made } from '../rules/document.ts'

export const perPage = 100
const crumbs = (language: Language) => [{ name: speak(language).participation_title(), path: '/participation' }, { name: speak(language).participation_reports_title(), path: reportsPath }]
const size = (bytes: number, language: Language): string => (bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1).replace('.', language === 'bg' ? ',' : '.')} MB` : `${Math.max(1, Math.round(bytes / 1000))} KB`)
const lines = (text: string) => text.split('\n').map((line, at) => (at === 0 ? line : <><br />{line}</>))

type Body = { readonly made: Made; readonly page: number; readonly address: string }
const ReportBody = ({ made, page, address }: Body) => {
  const { report, language } = made
  const say = speak(language)
  const pages = Math.max(1, Math.ceil(report.rows.length / perPage)), at = Math.min(pages, page)
  const rows = report.rows.slice((at - 1) * perPage, at * perPage)
  return (
    <>
      {kindOf(report) === 'none' ? <Notice language={language} tone="info"><p>{noneSentence(made)}</p></Notice> : null}
      <Section id="head" title={say.participation_report_head()}><SummaryList lines={headLines(made)} /></Section>
      {report.rows.length === 0 ? null : (
        <Section id="rows" title={say.participation_report_table()}>
          <Table language={language} id="rows-table" caption={say.participation_report_table()} captionIs="hidden" phone="stack"
            columns={report.columns.map((column) => ({ name: columns[column][language] }))}
            rows={rows.map((row) => ({
              id: `row-${row.number}`,
              cells: cellsOf(row, { columns: report.columns, language }).map((text, column) => (column === 0 ? <a class="ds-link p-nowrap" href={toHref(language, contributionPath(row.number))}>{lines(text)}</a> : <bdi lang={report.columns[column] === 'text' && row.language !== language ? row.language : undefined}>{lines(text)}</bdi>)),
            }))} />
          <Pagination language={language} page={at} pages={pages} toPage={(n) => withQuery(address, { page: n === 1 ? '' : String(n) })} />
        </Section>
      )}
      <Section id="tail" title={say.participation_report_tail()}><SummaryList lines={tailLines(made)} /></Section>
    </>
  )
}
type Final = { readonly made: Made; readonly version: number; readonly files: readonly ReportFile[]; readonly versions: readonly FinalReport[]; readonly page: number; readonly sayDay: (at: Date) => string }
export const finalScreen = ({ made, version, files, versions, page, sayDay }: Final): Screen => {
  const { language, report } = made
  const { slug } = report.head
  const say = speak(language)
  const latest = versions[0]?.version ?? version
  const names = { html: say.participation_report_file_html(), docx: 'Word (DOCX)', pdf: 'PDF/UA', csv: 'CSV' } as const
  const own = fileFormats.flatMap((format) => files.find((file) => file.format === format && file.language === language) ?? [])
  return {
    kind: 'screen', title: titleOf(made), says: say.participation_reports_lead(), crumbs: crumbs(language),
    body: (
      <>
        <PageHeading title={titleOf(made)} lead={kindOf(report) === 'none' ? undefined : say.participation_report_outcome({ taken: report.rows.filter((row) => { const decision = decisionOf(row); return decision !== null && wasDone(decision) === 'did' }).length, rows: report.rows.length })}>
          <Buttons>{own.map((file) => <ButtonLink look="secondary" href={toHref(language, filePath({ slug, version, format: file.format }))}>{names[file.format]} <small>({size(file.size, language)})</small></ButtonLink>)}</Buttons>
        </PageHeading>
        {latest === version ? null : <Notice language={language} tone="warning"><p>{say.participation_report_older()} <a class="ds-link" href={toHref(language, reportPath(slug))}>{say.participation_report_latest()}</a></p></Notice>}
        <ReportBody made={made} page={page} address={toHref(language, versionPath({ slug, version }))} />
        {versions.length < 2 ? null : (
          <Section id="versions" title={say.participation_report_versions()}>
            <LinkList links={versions.map((one) => ({ name: say.participation_report_version_of({ version: one.version, day: sayDay(one.finalisedAt) }), href: toHref(language, versionPath({ slug, version: one.version })), ...(one.why === '' ? {} : { says: one.why }) }))} />
          </Section>
        )}
        <Details summary={say.participation_report_hashes()}><SummaryList lines={own.map((file) => ({ name: names[file.format], value: <code class="p-hash">{file.sha256}</code> }))} /></Details>
        <p><a class="ds-link" href={toHref(language, youSaidOf(slug))}>{say.participation_you_said_title()}</a></p>
      </>
    ),
  }
}
/** Before there is a final one: why not, and what there is meanwhile. */
export const missingScreen = ({ language, title, slug, isOpen, mayMake }: { readonly language: Language; readonly title: string; readonly slug: string; readonly isOpen: 'yes' | 'no'; readonly mayMake: 'yes' | 'no' }): Screen => {
  const say = speak(language)
  const name = isOpen === 'yes' ? say.participation_report_not_yet() : say.participation_report_missing()
  return {
    kind: 'screen', title: `${name}: ${title}`, says: say.participation_reports_lead(), crumbs: crumbs(language),
    body: (
      <>
        <PageHeading title={name} kicker={title} lead={isOpen === 'yes' ? say.participation_report_not_yet_says() : say.participation_report_missing_says()} />
        <Buttons><ButtonLink look="secondary" href={toHref(language, youSaidOf(slug))}>{say.participation_you_said_title()}</ButtonLink>{mayMake === 'yes' ? <ButtonLink href={toHref(language, draftPath(slug))}>{say.participation_reports_make()}</ButtonLink> : null}</Buttons>
      </>
    ),
  }
}
type Preparing = { readonly made: Made; readonly asked: Asked; readonly blocked: readonly string[]; readonly page: number; readonly closed: 'yes' | 'no'; readonly correction: 'yes' | 'no' }
export const preparingScreen = ({ made, asked, blocked, page, closed, correction }: Preparing): Screen => {
  const { language, report } = made
  const { slug, closesOn } = report.head
  const say = speak(language)
  const title = say.participation_report_draft_title({ title: report.head.title[language] })
  return {
    kind: 'screen', title, says: say.participation_report_draft_lead(), crumbs: crumbs(language),
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={title} lead={say.participation_report_draft_lead()} />
        {blocked.length === 0 ? null : (
          <Notice language={language} tone="warning" title={say.participation_report_blocked({ count: blocked.length })}>
            <p>{say.participation_report_blocked_says()}</p>
            <p class="p-numbers">{blocked.map((number, at) => <>{at === 0 ? '' : ', '}<a class="ds-link" href={toHref(language, contributionPath(number))}>{number}</a></>)}</p>
            <p><a class="ds-link" href={withQuery(toHref(language, newAnswerPath), { numbers: blocked.slice(0, 100).join(' ') })}>{say.participation_report_answer_them()}</a></p>
          </Notice>
        )}
        <Section id="final" title={say.participation_report_final_title()}>
          {closed === 'no' ? <p>{say.participation_report_final_not_yet({ day: closesOn === null ? '–' : sayCivilDate(closesOn, language) })}</p> : blocked.length > 0 ? null : (
            <Form action={toHref(language, draftPath(slug))}>
              <p>{say.participation_report_final_says()}</p>
              <Checkboxes language={language} name="columns" label={say.participation_report_columns()} help={say.participation_report_columns_help()} values={asked.problems.length > 0 ? (asked.typed.text.columns ?? []) : columnNames}
                choices={columnNames.filter((name) => !fixedColumns.includes(name)).map((name) => ({ value: name, name: columns[name][language] }))} />
              <input type="hidden" name="columns" value="number" />
              {correction === 'yes' ? <Textarea language={language} name="why" rows={2} label={say.participation_report_why()} help={say.participation_report_why_help()} value={typedOne(asked.typed, 'why')} error={errorOf({ problems: asked.problems, field: 'why', language })} /> : null}
              <Buttons><Button>{say.participation_report_finalise()}</Button></Buttons>
            </Form>
          )}
        </Section>
        <ReportBody made={made} page={page} address={toHref(language, draftPath(slug))} />
      </>
    ),
  }
}
