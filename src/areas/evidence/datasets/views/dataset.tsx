// A dataset at its source: what it holds, its vintages, the newest revision, its raw files. And the list of all datasets.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { sayDate, sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayPeriod } from '#ui/charts/period-words.ts'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { ButtonLink } from '#ui/parts/button.tsx'
import { Status } from '#ui/parts/status.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Table } from '#ui/parts/table.tsx'
import { type Dataset, datasetPath, importPath, type Names, rawFilePath, type Revision, type Vintage, vintagePath } from '../rules.ts'
import { fetchingPath, type SourceCheck } from '../rules/source-checks.ts'
import { SourceChecks } from './fetching.tsx'
import { RevisionSummary } from './revision.tsx'
import { sourceWords } from '../rules/source-words.ts'
import { sayEditionShort, saySize, stateHealth, stateWords } from './vintage-words.ts'

export type DatasetLine = { readonly dataset: Dataset; readonly current: Vintage | null; readonly held: number; readonly vintages: number; readonly indicators: readonly string[] }

export const datasetListScreen = ({ language, lines, mayImport }: { readonly language: Language; readonly lines: readonly DatasetLine[]; readonly mayImport: boolean }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.evidence_datasets_title(), says: say.evidence_datasets_lead(),
    crumbs: [{ name: say.evidence_profile_kicker(), path: '/evidence' }],
    alternates: [{ type: 'application/atom+xml', path: `/api/changes.atom?language=${language}`, title: say.evidence_open_feed() }],
    body: (
      <>
        <PageHeading title={say.evidence_datasets_title()} lead={say.evidence_datasets_lead()} />
        {mayImport ? <p><ButtonLink look="secondary" href={toHref(language, fetchingPath)}>{say.evidence_fetch_link()}</ButtonLink></p> : null}
        <Table
          language={language} id="datasets" caption={say.evidence_datasets_title()} captionIs="hidden" phone="compact" empty={say.evidence_datasets_none()}
          columns={[{ name: say.evidence_col_dataset() }, { name: say.evidence_col_source() }, { name: say.evidence_col_vintage() }, { name: say.evidence_col_newest() }, { name: say.evidence_col_indicators(), kind: 'number' }]}
          rows={lines.map(({ dataset, current, indicators }) => ({
            cells: [
              <><a class="ds-link" href={toHref(language, datasetPath(dataset.code))}>{dataset.title[language]}</a> <code>{dataset.code}</code></>,
              sourceWords(dataset.source, language),
              current === null ? say.evidence_list_none() : <span class="p-nowrap">{sayEditionShort(current, language)}</span>,
              current?.newest ? <span class="p-nowrap">{sayPeriod(current.newest, language)}</span> : '–',
              String(indicators.length),
            ],
          }))}
        />
        <p>{say.evidence_datasets_programs()} <a class="ds-link" href={toHref(language, '/open-data')}>{say.evidence_open_title()}</a></p>
      </>
    ),
  }
}

type DatasetShown = { readonly language: Language; readonly dataset: Dataset; readonly vintages: readonly Vintage[]; readonly current: Vintage | null; readonly revision: Revision | null; readonly looks: readonly SourceCheck[]; readonly names: Names; readonly mayImport: boolean }

export const datasetScreen = ({ language, dataset, vintages, current, revision, looks, names, mayImport }: DatasetShown): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: dataset.title[language], says: say.evidence_dataset_says({ code: dataset.code, source: sourceWords(dataset.source, language) }),
    crumbs: [{ name: say.evidence_datasets_title(), path: '/evidence/datasets' }],
    alternates: [{ type: 'application/atom+xml', path: `/api/changes.atom?language=${language}`, title: say.evidence_open_feed() }],
    body: (
      <>
        <PageHeading kicker={say.evidence_dataset_kicker()} title={dataset.title[language]} lead={say.evidence_dataset_says({ code: dataset.code, source: sourceWords(dataset.source, language) })} />
        {dataset.note === null ? null : <p>{dataset.note[language]}</p>}
        {dataset.lastProblem === null ? null : <Notice language={language} tone="warning" title={say.evidence_import_try_problem()}><p>{dataset.lastProblem[language]}</p><TryDates language={language} dataset={dataset} /></Notice>}
        {mayImport ? <p><ButtonLink look="secondary" href={toHref(language, importPath(dataset.code))}>{say.evidence_import_link()}</ButtonLink></p> : null}
        <SummaryList lines={[
          { name: say.evidence_about_source(), value: <a class="ds-link" href={dataset.address}>{sourceWords(dataset.source, language)}, {dataset.code}</a> },
          ...(dataset.doi === null ? [] : [{ name: 'DOI', value: <a class="ds-link" href={`https://doi.org/${dataset.doi}`}>{dataset.doi}</a> }]),
          { name: say.evidence_dataset_licence(), value: <a class="ds-link" href={dataset.licence.address}>{dataset.licence.name[language]}</a> },
          ...(dataset.dimensions.length === 0 ? [] : [{ name: say.evidence_dataset_dimensions(), value: dataset.dimensions.join(', ') }]),
        ]} />
        <Section id="vintages" title={say.evidence_dataset_vintages()}>
          {vintages.length === 0
            ? <EmptyState title={say.evidence_dataset_empty()} why={say.evidence_dataset_empty_why()}><p><code>bin/posoka import FILE --dataset {dataset.code}</code></p></EmptyState>
            : <VintageTable language={language} dataset={dataset} vintages={vintages} />}
        </Section>
        {vintages.length === 0 ? null : (
          <Section id="revision" title={say.evidence_revisions_title()}>
            {revision === null ? <p>{say.evidence_revisions_none()}</p> : <RevisionSummary language={language} revision={revision} names={names} {...(vintages.find((vintage) => vintage.number === revision.from)?.origin === 'pack' ? { extract: 'yes' as const } : {})} />}
          </Section>
        )}
        {dataset.download === null ? null : <SourceChecks language={language} checks={looks} />}
        {current === null ? null : <p class="p-note">{say.evidence_dataset_credit({ source: sourceWords(dataset.source, language), code: dataset.code, date: sayDate(current.receivedAt, language) })}</p>}
      </>
    ),
  }
}

const TryDates = ({ language, dataset }: { readonly language: Language; readonly dataset: Dataset }) => {
  const say = speak(language)
  return (
    <p class="p-note">
      {dataset.lastTriedAt === null ? null : say.evidence_import_last_tried({ date: sayDate(dataset.lastTriedAt, language) })}
      {dataset.lastGoodAt === null ? null : <> · {say.evidence_import_last_good({ date: sayDate(dataset.lastGoodAt, language) })}</>}
    </p>
  )
}

const VintageTable = ({ language, dataset, vintages }: { readonly language: Language; readonly dataset: Dataset; readonly vintages: readonly Vintage[] }) => {
  const say = speak(language)
  return (
    <Table
      language={language} id="vintage-table" caption={say.evidence_dataset_vintages()} captionIs="hidden" phone="stack"
      columns={[
        { name: say.evidence_col_vintage() }, { name: say.evidence_col_state() }, { name: say.evidence_col_received() }, { name: say.evidence_col_newest() },
        { name: say.evidence_col_cells(), kind: 'number' }, { name: say.evidence_col_raw() },
      ]}
      rows={vintages.map((vintage) => ({
        cells: [
          <a class="ds-link" href={toHref(language, vintagePath(dataset.code, vintage.number))}>{sayEditionShort(vintage, language)}</a>,
          <Status language={language} health={stateHealth(vintage.state)} words={stateWords(vintage.state, language)} />,
          sayDate(vintage.receivedAt, language),
          vintage.newest === null ? '–' : sayPeriod(vintage.newest, language),
          sayNumber(vintage.cells, language, 0),
          <a class="ds-link" href={rawFilePath(dataset.code, vintage.number)}>{vintage.fileName} ({saySize(vintage.size, language)})</a>,
        ],
      }))}
    />
  )
}
