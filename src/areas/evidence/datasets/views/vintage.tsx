// One import: the file as received, what the checks found, what was revised; a person who may, accepts or refuses a held one here.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { sayDate, sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { roleNames } from '#areas/people/roles/rules.ts'
import { toHref } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { sayPeriod } from '#ui/charts/period-words.ts'
import { toSentence } from '#ui/charts/sentence.ts'
import { Button, Buttons } from '#ui/parts/button.tsx'
import { Details } from '#ui/parts/details.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Status } from '#ui/parts/status.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { checksCsvPath, type Dataset, datasetPath, type Names, originalFilePath, type Remark, rawFilePath, type Revision, type Vintage, type VintageOrigin, vintagePath } from '../rules.ts'
import type { CheckSummary } from '../rules/remarks.ts'
import { sayCheck, sayRemark, sayResult } from '../rules/wording.ts'
import { parseStamp } from '../rules/stamps.ts'
import { RevisionSummary } from './revision.tsx'
import { sourceWords } from '../rules/source-words.ts'
import { originWords, sayEdition, saySize, stateHealth, stateWords } from './vintage-words.ts'

type VintageShown = {
  readonly language: Language
  readonly dataset: Dataset
  readonly vintage: Vintage
  readonly checks: readonly CheckSummary[]
  readonly remarks: readonly Remark[]
  readonly remarksInAll: number
  readonly revision: Revision | null
  readonly names: Names
  /** where the vintage came from that it is compared with */
  readonly comparedWith: VintageOrigin | null
  readonly mayDecide: boolean
  readonly asked: Asked
}

export const vintageScreen = (shown: VintageShown): Screen => {
  const { language, dataset, vintage, checks, remarks, remarksInAll, revision, names } = shown
  const say = speak(language)
  const title = say.evidence_vintage_title({ dataset: dataset.title[language], edition: sayEdition(vintage, language) })
  return {
    kind: 'screen', title, says: say.evidence_vintage_lead({ source: sourceWords(dataset.source, language) }),
    crumbs: [{ name: say.evidence_datasets_title(), path: '/evidence/datasets' }, { name: dataset.title[language], path: datasetPath(dataset.code) }],
    body: (
      <>
        <PageHeading kicker={say.evidence_vintage_kicker()} title={dataset.title[language]} lead={leadOf(shown)}>
          <p><Status language={language} health={stateHealth(vintage.state)} words={stateWords(vintage.state, language)} /></p>
        </PageHeading>
        {vintage.state === 'held' ? <Decision {...shown} /> : null}
        {vintage.reason === null ? null : <Notice language={language} tone="info" title={say.evidence_vintage_reason()}><p>{vintage.reason}</p></Notice>}
        <Section id="checks" title={say.evidence_vintage_checks()} aside={<a class="ds-link" href={checksCsvPath(dataset.code, vintage.number)}>CSV</a>}>
          <Table
            language={language} id="checked" caption={say.evidence_vintage_checked()}
            columns={[{ name: say.evidence_col_check() }, { name: say.evidence_col_result() }, { name: say.evidence_col_looked(), kind: 'number' }, { name: say.evidence_col_found(), kind: 'number' }]}
            rows={checks.map((check) => ({ cells: [sayCheck(say, check.check), check.lookedAt === 0 && check.found === 0 ? say.evidence_vintage_idle() : sayResult(say, check.result), sayNumber(check.lookedAt, language, 0), sayNumber(check.found, language, 0)] }))}
          />
          <RemarkTable language={language} names={names} id="remarks" caption={say.evidence_vintage_findings()} remarks={remarks.slice(0, remarksAtOnce)} />
          {remarks.length <= remarksAtOnce ? null : (
            <Details summary={say.evidence_vintage_findings_rest({ count: remarks.length - remarksAtOnce })}>
              <RemarkTable language={language} names={names} id="remarks-rest" caption={say.evidence_vintage_findings()} remarks={remarks.slice(remarksAtOnce)} />
            </Details>
          )}
          {remarksInAll > remarks.length ? <p class="p-note">{say.evidence_vintage_checks_more({ shown: remarks.length, total: sayNumber(remarksInAll, language, 0) })}</p> : null}
        </Section>
        {revision === null ? null : <Section id="revision" title={say.evidence_revisions_title()}><RevisionSummary language={language} revision={revision} names={names} {...(shown.comparedWith === 'pack' ? { extract: 'yes' as const } : {})} /></Section>}
        <Section id="file" title={say.evidence_vintage_file()}>
          <SummaryList lines={fileLines(shown)} />
          <Details summary={say.evidence_vintage_for_programs()}><SummaryList lines={programLines(shown)} /></Details>
        </Section>
      </>
    ),
  }
}

const fileLines = ({ language, dataset, vintage, mayDecide }: VintageShown) => {
  const say = speak(language)
  return [
    { name: vintage.parameters.original === undefined ? say.evidence_col_raw() : say.evidence_col_raw_made(), value: <a class="ds-link" href={rawFilePath(dataset.code, vintage.number)}>{vintage.fileName} ({saySize(vintage.size, language)})</a> },
    { name: say.evidence_col_received(), value: `${sayDate(vintage.receivedAt, language)}, ${originWords(vintage.origin, language)}` },
    { name: say.evidence_vintage_stamp(), value: sayStamp(vintage, language) },
    { name: say.evidence_vintage_address(), value: /^https?:\/\//.test(vintage.address) ? <a class="ds-link" href={vintage.address}>{vintage.address}</a> : say.evidence_vintage_by_hand({ file: vintage.fileName }) },
    ...originLines({ language, dataset, vintage, mayDecide }),
    { name: say.evidence_vintage_contains(), value: say.evidence_vintage_rows({ rows: sayNumber(vintage.rows, language, 0), cells: sayNumber(vintage.cells, language, 0), kept: sayNumber(vintage.seriesKept, language, 0) }) },
    { name: say.evidence_dataset_licence(), value: vintage.licence === dataset.licence.id ? <a class="ds-link" href={dataset.licence.address}>{dataset.licence.name[language]}</a> : vintage.licence },
  ]
}
const programLines = ({ language, vintage }: VintageShown) => {
  const say = speak(language)
  return [
    { name: say.evidence_vintage_number(), value: String(vintage.number) },
    { name: say.evidence_vintage_format(), value: `${vintage.format}, ${vintage.mediaType}` },
    { name: say.evidence_vintage_nuts(), value: vintage.nutsVersion ?? '–' },
    { name: 'SHA-256', value: <code class="p-hash">{vintage.bytesSha256}</code> },
    // The same where nothing was packed.
    ...(vintage.contentSha256 === vintage.bytesSha256 ? [] : [{ name: say.evidence_vintage_content_sha(), value: <code class="p-hash">{vintage.contentSha256}</code> }]),
    ...(vintage.originalSha256 === null ? [] : [{ name: say.evidence_vintage_original_sha(), value: <code class="p-hash">{vintage.originalSha256}</code> }]),
    { name: say.evidence_vintage_reader(), value: vintage.readerVersion },
  ]
}

/** „Издание от февруари 2026 г. на НСИ.“ */
const leadOf = ({ language, dataset, vintage }: VintageShown): string =>
  toSentence(`${sourceWords(dataset.source, language)}, ${sayEdition(vintage, language)}`)
const sayStamp = (vintage: Vintage, language: Language): string => {
  const say = speak(language)
  if (vintage.stamp !== null) return parseStamp(vintage.stamp) === undefined ? vintage.stamp : sayCivilDate(parseStamp(vintage.stamp) ?? '', language)
  if (vintage.dateFrom === 'receipt') return say.evidence_vintage_stamp_none()
  const date = sayCivilDate(vintage.asOf, language)
  return vintage.dateFrom === 'alike' ? say.evidence_vintage_stamp_alike({ date }) : say.evidence_vintage_stamp_said({ date })
}

const originLines = ({ language, dataset, vintage, mayDecide }: Pick<VintageShown, 'language' | 'dataset' | 'vintage' | 'mayDecide'>) => {
  const say = speak(language)
  const { original, leftOut, role, note } = vintage.parameters
  const file = original && `${original.fileName} (${saySize(original.size, language)})`
  return [
    ...(role === undefined ? [] : [{ name: say.evidence_vintage_entered_by(), value: roleNames[role][language] }]),
    ...(note === undefined || note === '' ? [] : [{ name: say.evidence_vintage_note(), value: note }]),
    ...(original === undefined ? [] : [{ name: say.evidence_vintage_original(), value: mayDecide ? <a class="ds-link" href={originalFilePath(dataset.code, vintage.number)}>{file}</a> : `${file}. ${say.evidence_vintage_original_closed()}` }]),
    ...(leftOut === undefined || leftOut === 0 ? [] : [{ name: say.evidence_vintage_left_out(), value: sayNumber(leftOut, language, 0) }]),
  ]
}

/** The gravest come first; the rest are a click away. */
const remarksAtOnce = 20
type RemarksShown = { readonly language: Language; readonly names: Names; readonly id: string; readonly caption: string; readonly remarks: readonly Remark[] }
const RemarkTable = ({ language, names, id, caption, remarks }: RemarksShown) => {
  const say = speak(language)
  return (
    <Table
      language={language} id={id} caption={caption} phone="compact" empty={say.evidence_vintage_checks_none()}
      columns={[{ name: say.evidence_col_what() }, { name: say.evidence_col_where() }, { name: say.evidence_col_check() }, { name: say.evidence_col_result() }]}
      rows={remarks.map((remark) => ({
        cells: [sayRemark(say, remark), <Whereabouts language={language} names={names} remark={remark} />, <span class="p-nowrap">{sayCheck(say, remark.check)}</span>, <span class="p-nowrap">{sayResult(say, remark.result)}</span>],
      }))}
    />
  )
}

/** Names, not keys; a code that nobody named stays a code. „г.“ never stands on a line of its own. */
const Whereabouts = ({ language, names, remark }: { readonly language: Language; readonly names: Names; readonly remark: Remark }) => {
  const parts = [
    remark.selection === null ? null : (names.indicators.get(remark.selection)?.[language] ?? remark.selection),
    remark.region === null ? null : (names.regions.get(remark.region)?.[language] ?? remark.region),
  ].filter((part) => part !== null)
  if (remark.period !== null) parts.push(sayPeriod(remark.period, language).replaceAll(' ', '\u00a0'))
  return <>{parts.length === 0 ? speak(language).evidence_vintage_whole_file() : parts.join(', ')}</>
}

const Decision = ({ language, dataset, vintage, mayDecide, asked }: VintageShown) => {
  const say = speak(language)
  return (
    <Notice language={language} tone="warning" title={say.evidence_vintage_held_title()}>
      <p>{say.evidence_vintage_held()}</p>
      {mayDecide ? (
        <>
          <ErrorSummary language={language} problems={asked.problems} />
          <Form action={toHref(language, vintagePath(dataset.code, vintage.number))}>
            <Textarea language={language} name="reason" label={say.evidence_vintage_why()} help={say.evidence_vintage_why_help()} value={typedOne(asked.typed, 'reason')} error={errorOf({ problems: asked.problems, field: 'reason', language })} />
            <Buttons>
              <Button name="decision" value="accept">{say.evidence_vintage_accept()}</Button>
              <Button look="secondary" name="decision" value="refuse">{say.evidence_vintage_refuse()}</Button>
            </Buttons>
          </Form>
        </>
      ) : null}
    </Notice>
  )
}
