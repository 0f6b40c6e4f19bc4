// The last page before anything is stored: what will be, what will not be and why, and the one button.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Bilingual, Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import type { Problem, Result } from '#kernel/result.ts'
import { columnLetters } from '#kernel/sheet.ts'
import { speak } from '#kernel/speak.ts'
import type { Atlas } from '#areas/evidence/regions/rules.ts'
import { toHref } from '#ui/address.ts'
import { sayPeriod } from '#ui/charts/period-words.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Checkbox, Radios } from '#ui/parts/choices.tsx'
import { Details } from '#ui/parts/details.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { StatLine } from '#ui/parts/stat-line.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Value } from '#ui/parts/value.tsx'
import type { Meaning } from '../rules/meaning.ts'
import type { Draft, TableRead } from '../rules.ts'
import { draftPath, tablesPath } from '../rules.ts'
import { TableSteps } from './list.tsx'
import { sayPassing, sayReadingNote, sayRefusal, shorten } from '../rules/wording.ts'

export type PreviewShown = {
  readonly language: Language
  readonly draft: Draft
  readonly read: TableRead
  readonly meaning: Result<Meaning, readonly Problem[]>
  readonly atlas: Atlas
  /** of the table it is a newer file of */
  readonly before: Bilingual | null
  readonly asked: Asked
}

export const previewScreen = (shown: PreviewShown): Screen => {
  const { language, draft, read, before, asked } = shown
  const say = speak(language)
  return {
    kind: 'screen', title: say.evidence_table_preview_title(), says: say.evidence_table_preview_lead(), crumbs: [{ name: say.evidence_tables_title(), path: tablesPath }],
    body: (
      <>
        <PageHeading kicker={draft.fileName} title={say.evidence_table_preview_title()} lead={say.evidence_table_preview_lead()} />
        <TableSteps language={language} id={draft.id} current={3} />
        <ErrorSummary language={language} problems={asked.problems} />
        {draft.isOfKept && before !== null ? <Notice language={language} tone="info"><p>{say.evidence_table_preview_kept({ table: before[language] })} <a class="ds-link" href={toHref(language, draftPath(draft.id, 'columns'))}>{say.evidence_table_back_columns()}</a></p></Notice> : null}
        <Section id="counted" title={say.evidence_table_counted()}><StatLine stats={counts(shown)} /></Section>
        <Section id="becomes" title={say.evidence_table_becomes()}><Becomes {...shown} /></Section>
        <Section id="values" title={say.evidence_table_sample()}><Sample {...shown} /></Section>
        {read.notes.length === 0 ? null : <Section id="notes" title={say.evidence_table_notes_title()}><ul>{read.notes.map((note) => <li>{sayReadingNote(say, note)}</li>)}</ul></Section>}
        <Section id="refused" title={say.evidence_table_refused_title()}><RefusedRows language={language} read={read} /></Section>
        <Section id="confirm" title={say.evidence_table_confirm_section()}><LastWord {...shown} /></Section>
      </>
    ),
  }
}

const counts = ({ language, read }: PreviewShown) => {
  const say = speak(language)
  const number = (value: number): string => sayNumber(value, language, 0)
  return [
    { name: say.evidence_table_count_values(), value: number(read.observations.length) }, { name: say.evidence_table_count_regions(), value: number(read.regions.length) },
    { name: say.evidence_table_count_periods(), value: number(read.periods.length) },
    { name: say.evidence_table_count_refused(), value: number(new Set(read.refused.map((refused) => refused.row)).size) }, { name: say.evidence_table_count_passed(), value: number(read.passed.length) },
  ]
}

const Becomes = ({ language, draft, meaning }: PreviewShown) => {
  const say = speak(language)
  const mend = { name: say.evidence_table_becomes_mend(), href: toHref(language, draftPath(draft.id, 'meaning')) }
  if (!meaning.ok) {
    return (
      <Notice language={language} tone="warning" title={say.evidence_table_becomes_missing()}>
        <p><a class="ds-link" href={mend.href}>{mend.name}</a></p>
      </Notice>
    )
  }
  const { value } = meaning
  return (
    <SummaryList lines={[
      { name: say.evidence_table_becomes_dataset(), value: `${value.title[language]} (${value.publisher})` },
      {
        name: say.evidence_table_becomes_indicators(),
        value: <ul>{value.series.map((series) => (series.kind === 'none' ? null : <li>{(series.kind === 'new' ? say.evidence_table_becomes_new : say.evidence_table_becomes_existing)({ name: series.input.name[language], unit: series.input.unit.label[language] })}</li>))}</ul>,
      },
      { name: say.evidence_table_as_of(), value: sayCivilDate(value.asOf, language) },
    ]} />
  )
}

const Sample = ({ language, read, atlas }: PreviewShown) => {
  const say = speak(language)
  const isOne = read.series.length === 1
  const first = read.observations.slice(0, 20)
  const more = read.observations.length - first.length
  return (
    <>
      <Table
        language={language} id="sample" caption={say.evidence_table_sample()} captionIs="hidden" empty={say.evidence_table_nothing()}
        columns={[{ name: say.evidence_table_col_region() }, ...(isOne ? [] : [{ name: say.evidence_table_col_series() }]), { name: say.evidence_table_col_period() }, { name: say.evidence_table_col_from() }, { name: say.evidence_table_col_value(), kind: 'number' as const }]}
        rows={first.map((one) => ({
          own: one.region === atlas.home,
          cells: [
            `${atlas.regions.get(one.region)?.name[language] ?? one.region} (${one.region})`, ...(isOne ? [] : [shorten(read.series.find((series) => series.code === one.series)?.name ?? one.series, 50)]), <span class="p-nowrap">{sayPeriod(one.period, language)}</span>,
            `${columnLetters(one.column)}${one.row}`,
            <Value language={language} decimals={one.decimals} observation={one.value === null ? { period: one.period, value: null, flags: one.flags, missing: one.missing ?? 'unknown' } : { period: one.period, value: one.value, flags: one.flags, missing: null }} />,
          ],
        }))}
      />
      {more > 0 ? <p class="p-note">{say.evidence_table_sample_more({ count: more })}</p> : null}
    </>
  )
}

const refusedAtOnce = 200
const RefusedRows = ({ language, read }: Pick<PreviewShown, 'language' | 'read'>) => {
  const say = speak(language)
  const more = read.refused.length - refusedAtOnce
  return (
    <>
      {read.refused.length === 0 ? <p>{say.evidence_table_refused_none()}</p> : (
        <>
          <p>{say.evidence_table_refused_says()}</p>
          <Table
            language={language} id="refused-rows" caption={say.evidence_table_refused_title()} captionIs="hidden" phone="stack"
            columns={[{ name: say.evidence_table_row() }, { name: say.evidence_table_col_cell() }, { name: say.evidence_table_col_written() }, { name: say.evidence_table_col_why() }]}
            rows={read.refused.slice(0, refusedAtOnce).map((refused) => ({
              cells: [String(refused.row), refused.column === null ? '–' : `${columnLetters(refused.column)}${refused.row}`, refused.cell === '' ? '–' : shorten(refused.cell, 60), sayRefusal(say, refused)],
            }))}
          />
          {more > 0 ? <p class="p-note">{say.evidence_table_refused_more({ count: more })}</p> : null}
        </>
      )}
      {read.passed.length === 0 ? null : (
        <Details summary={say.evidence_table_passed_title({ count: read.passed.length })}>
          <Table
            language={language} id="passed-rows" caption={say.evidence_table_count_passed()} captionIs="hidden" phone="stack"
            columns={[{ name: say.evidence_table_row() }, { name: say.evidence_table_col_written() }, { name: say.evidence_table_col_why() }]}
            rows={read.passed.slice(0, refusedAtOnce).map((passed) => ({ cells: [String(passed.row), shorten(passed.cell, 60) || '–', sayPassing(say, passed.why)] }))}
          />
        </Details>
      )}
    </>
  )
}

const LastWord = ({ language, draft, read, meaning, before, asked }: PreviewShown) => {
  const say = speak(language)
  const { typed, problems } = asked
  const rows = new Set(read.refused.map((refused) => refused.row)).size
  const mayStore = read.observations.length > 0 && meaning.ok
  return (
    <Form action={toHref(language, draftPath(draft.id, 'preview'))}>
      {before === null ? null : (
        <Radios
          language={language} name="mode" label={say.evidence_table_mode()} value={typedOne(typed, 'mode') || (draft.isOfKept ? '' : 'add')} error={errorOf({ problems, field: 'mode', language })}
          choices={[{ value: 'add', name: say.evidence_table_mode_add() }, { value: 'replace', name: say.evidence_table_mode_replace() }, ...(draft.isOfKept ? [{ value: 'other', name: say.evidence_table_mode_other({ table: before[language] }) }] : [])]}
        />
      )}
      {rows === 0 || !mayStore ? null : <Checkbox language={language} name="leave_out" label={say.evidence_table_leave_out({ count: rows })} help={say.evidence_table_leave_out_help()} value={typedOne(typed, 'leave_out')} error={errorOf({ problems, field: 'leave_out', language })} />}
      <Buttons>
        {mayStore ? <Button name="act" value="confirm">{say.evidence_table_confirm()}</Button> : null}
        <ButtonLink look="quiet" href={toHref(language, draftPath(draft.id, 'meaning'))}>{say.evidence_table_back_meaning()}</ButtonLink>
        <Button look="danger" name="act" value="throwAway">{say.evidence_table_throw_away()}</Button>
      </Buttons>
    </Form>
  )
}
