// Which column is what: the first rows of the sheet as they are, and under them the questions, with a first answer to each.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { levels, type Region } from '#kernel/region.ts'
import { columnLetters, type Sheet } from '#kernel/sheet.ts'
import { speak } from '#kernel/speak.ts'
import { sayPeriod } from '#ui/charts/period-words.ts'
import { toHref } from '#ui/address.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Checkbox, Checkboxes } from '#ui/parts/choices.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Fieldset } from '#ui/parts/fieldset.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { NumberField } from '#ui/parts/number-field.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { Table } from '#ui/parts/table.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { type ColumnField, mappingFields } from '../forms.ts'
import { isFilled } from '../rules/heads.ts'
import type { Draft, Head, Mapping } from '../rules.ts'
import { draftPath, tablesPath } from '../rules.ts'
import { TableSteps } from './list.tsx'
import { sayCellOf, sayLevels, shorten } from '../rules/wording.ts'

export type ColumnsShown = {
  readonly language: Language
  readonly draft: Draft
  /** said, typed or guessed */
  readonly mapping: Mapping
  readonly heads: readonly Head[]
  readonly regions: readonly Region[]
  readonly asked: Asked
}

export const columnsScreen = (shown: ColumnsShown): Screen => {
  const { language, draft, mapping, asked } = shown
  const say = speak(language)
  const sheet = draft.file.sheets[mapping.sheet] as Sheet
  return {
    kind: 'screen', title: say.evidence_table_columns_title(), says: say.evidence_table_columns_lead(), crumbs: [{ name: say.evidence_tables_title(), path: tablesPath }],
    body: (
      <>
        <PageHeading kicker={draft.fileName} title={say.evidence_table_columns_title()} lead={say.evidence_table_columns_lead()} />
        <TableSteps language={language} id={draft.id} current={1} />
        <ErrorSummary language={language} problems={asked.problems} />
        <Section id="sheet" title={say.evidence_table_sheet_section()}>
          <p class="p-note">{sayFile(draft, language)}</p>
          <form method="get" action={toHref(language, draftPath(draft.id, 'columns'))} class="p-form">
            <Select
              language={language} name="sheet" label={say.evidence_table_sheet()} value={String(mapping.sheet)}
              options={draft.file.sheets.map((one, at) => ({ value: String(at), name: one.state === 'hidden' ? say.evidence_table_sheet_hidden({ name: one.name }) : one.name }))}
            />
            <NumberField language={language} name="head" label={say.evidence_table_head()} value={String(mapping.head)} whole />
            <Select language={language} name="heads" label={say.evidence_table_heads()} help={say.evidence_table_heads_help()} value={String(mapping.heads)} options={['1', '2', '3'].map((value) => ({ value, name: value }))} />
            <p><Button look="secondary">{say.evidence_table_show_sheet()}</Button></p>
          </form>
          <FirstRows language={language} sheet={sheet} mapping={mapping} />
        </Section>
        <Section id="columns" title={say.evidence_table_columns_section()}>
          <Questions {...shown} />
        </Section>
      </>
    ),
  }
}

const sayFile = ({ file, fileName }: Draft, language: Language): string => {
  const say = speak(language)
  if (file.text) return say.evidence_table_file_line({ file: fileName, sheets: say.evidence_table_text_line({ encoding: file.text.encoding, separator: file.text.separator === '\t' ? say.evidence_table_separator_tab() : file.text.separator }) })
  return say.evidence_table_file_line({ file: fileName, sheets: say.evidence_table_sheets_count({ count: file.sheets.length }) })
}

const columnsAtOnce = 12
const FirstRows = ({ language, sheet, mapping }: { readonly language: Language; readonly sheet: Sheet; readonly mapping: Mapping }) => {
  const say = speak(language)
  const width = Math.min(columnsAtOnce, sheet.rows[0]?.length ?? 0)
  const from = Math.max(0, mapping.head - 3)
  const hiddenRows = new Set(sheet.hiddenRows)
  const columns = Array.from({ length: width }, (_, at) => at)
  const rows = sheet.rows.slice(from, from + 12).map((row, at) => ({ row, number: from + at + 1 })).filter(({ row }) => row.some(isFilled))
  const more = (sheet.rows[0]?.length ?? 0) - width
  return (
    <>
      <Table
        language={language} id="first-rows" caption={say.evidence_table_first_rows()}
        columns={[{ name: say.evidence_table_row() }, ...columns.map((at) => ({ name: sheet.hiddenColumns.includes(at) ? say.evidence_table_column_hidden({ name: columnLetters(at) }) : columnLetters(at) }))]}
        rows={rows.map(({ row, number }) => ({
          cells: [
            hiddenRows.has(number - 1) ? say.evidence_table_row_hidden({ row: number }) : String(number),
            ...columns.map((at) => (number >= mapping.head && number < mapping.head + mapping.heads ? <strong>{sayCellOf(row[at] ?? '', language)}</strong> : sayCellOf(row[at] ?? '', language))),
          ],
        }))}
      />
      {more > 0 ? <p class="p-note">{say.evidence_table_more_columns({ count: more })}</p> : null}
    </>
  )
}

const Questions = ({ language, draft, mapping, heads, regions, asked }: ColumnsShown) => {
  const say = speak(language)
  const { problems, typed } = asked
  const sheet = draft.file.sheets[mapping.sheet] as Sheet
  const isTyped = mappingFields.some((name) => typed.text[name] !== undefined)
  const hidden = new Set(sheet.hiddenColumns)
  const open = heads.filter((head) => hidden.has(head.column) || sheet.rows.some((row) => isFilled(row[head.column])))
  const nameOf = (head: Head): string => `${columnLetters(head.column)}: ${shorten(head.name, 60)}`
  const named = (head: Head): string => (hidden.has(head.column) ? say.evidence_table_column_hidden({ name: nameOf(head) }) : nameOf(head))
  const was = (name: string, stored: string): string => (isTyped ? typedOne(typed, name) : stored)
  const column = (name: ColumnField, label: string, more: { readonly help?: string; readonly blank?: string } = {}) => (
    <Select
      language={language} name={name} label={label} help={more.help} optional blank={more.blank ?? say.evidence_table_no_column()} value={was(name, mapping[name] === null ? '' : String(mapping[name]))}
      options={open.map((head) => ({ value: String(head.column), name: named(head) }))} error={errorOf({ problems, field: name, language })}
    />
  )
  return (
    <Form action={toHref(language, draftPath(draft.id, 'columns'))} hidden={[{ name: 'sheet', value: String(mapping.sheet) }, { name: 'head', value: String(mapping.head) }, { name: 'heads', value: String(mapping.heads) }]}>
      <Fieldset legend={say.evidence_table_col_region()}>
        {column('region', say.evidence_table_region(), { help: say.evidence_table_region_help() })}
        <Select
          language={language} name="region_fixed" label={say.evidence_table_region_fixed()} optional blank={say.evidence_table_region_in_column()} value={was('region_fixed', mapping.regionFixed ?? '')} options={[]}
          groups={levels.toReversed().map((level) => ({ name: sayLevels(say, level), options: regions.filter((region) => region.level === level).map((region) => ({ value: region.code, name: `${region.name[language]} (${region.code})` })) })).filter((group) => group.options.length > 0)}
          error={errorOf({ problems, field: 'region_fixed', language })}
        />
        <Select language={language} name="level" label={say.evidence_table_level()} help={say.evidence_table_level_help()} value={was('level', mapping.level)} options={[{ value: 'auto', name: say.evidence_table_level_auto() }, ...levels.toReversed().map((level) => ({ value: level, name: sayLevels(say, level) }))]} />
      </Fieldset>
      <Fieldset legend={say.evidence_table_col_period()}>
        {column('period', say.evidence_table_period(), { help: say.evidence_table_period_help(), blank: say.evidence_table_period_heads() })}
        <TextField language={language} name="period_fixed" label={say.evidence_table_period_fixed()} optional width="short" value={was('period_fixed', mapping.periodFixed ?? '')} error={errorOf({ problems, field: 'period_fixed', language })} />
      </Fieldset>
      <Checkboxes
        language={language} name="values" label={say.evidence_table_values()} help={say.evidence_table_values_help()} values={isTyped ? (typed.text.values ?? []) : mapping.values.map(String)} error={errorOf({ problems, field: 'values', language })}
        choices={open.map((head) => ({ value: String(head.column), name: head.period === null ? named(head) : say.evidence_table_values_period({ name: named(head), period: sayPeriod(head.period, language) }) }))}
      />
      {column('series', say.evidence_table_series(), { help: say.evidence_table_series_help() })}
      {column('unit', say.evidence_table_unit())}
      {column('flag', say.evidence_table_flag(), { help: say.evidence_table_flag_help() })}
      <Select
        language={language} name="decimal" label={say.evidence_table_decimal()} value={was('decimal', mapping.decimal)}
        options={[{ value: 'auto', name: say.evidence_table_decimal_auto() }, { value: 'comma', name: say.evidence_table_decimal_comma() }, { value: 'point', name: say.evidence_table_decimal_point() }]}
      />
      {sheet.hiddenRows.length === 0 ? null : <Checkbox language={language} name="hidden" label={say.evidence_table_hidden()} optional value={was('hidden', mapping.hidden === 'take' ? 'yes' : '')} />}
      <Buttons>
        <Button>{say.evidence_table_columns_button()}</Button>
        <ButtonLink look="quiet" href={toHref(language, tablesPath)}>{say.evidence_define_cancel()}</ButtonLink>
      </Buttons>
    </Form>
  )
}
