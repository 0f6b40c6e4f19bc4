// A table: caption, headings with scope, numbers in columns one can compare. Sorting is a link, so it needs no script.
import type { Child } from 'hono/jsx'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'

export type TableColumn = {
  readonly name: string
  /** numbers stand right, in figures of one width */
  readonly kind?: 'text' | 'number'
  /** where a click on the heading leads, and how the table is sorted by it now */
  readonly sort?: { readonly href: string; readonly now: 'ascending' | 'descending' | 'none' }
}
export type TableRow = {
  readonly cells: readonly Child[]
  /** the region's own row, always green */
  readonly own?: boolean
  readonly id?: string
}
type Table = {
  readonly language: Language
  /** unique on the page */
  readonly id: string
  readonly caption: string
  /** 'hidden' where a heading beside it says the same */
  readonly captionIs?: 'shown' | 'hidden'
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  readonly foot?: readonly TableRow[]
  /** on a phone: 'scroll' keeps columns side by side, 'stack' writes every row as a small list,
   *  'compact' as two lines: name and number, under them the rest */
  readonly phone?: 'scroll' | 'stack' | 'compact'
  /** what stands here when there is no row */
  readonly empty?: string
}

const Heading = ({ language, column }: { readonly language: Language; readonly column: TableColumn }) => {
  const say = speak(language)
  const { sort } = column
  return (
    <th scope="col" data-kind={column.kind === 'number' ? 'number' : undefined} aria-sort={sort === undefined || sort.now === 'none' ? undefined : sort.now}>
      {sort === undefined ? column.name : (
        <a class="p-sort" href={sort.href} data-now={sort.now}>
          {column.name}
          <span class="p-hidden-text"> {sort.now === 'ascending' ? say.ui_sort_descending() : say.ui_sort_ascending()}</span>
        </a>
      )}
    </th>
  )
}

const Row = ({ row, columns, stacked }: { readonly row: TableRow; readonly columns: readonly TableColumn[]; readonly stacked: boolean }) => (
  <tr id={row.id} class={row.own === true ? 'p-own' : undefined} role={stacked ? 'row' : undefined}>
    {row.cells.map((cell, index) => {
      const column = columns[index]
      const kind = column?.kind === 'number' ? 'number' : undefined
      if (index === 0) return <th scope="row" data-kind={kind} role={stacked ? 'rowheader' : undefined}>{cell}</th>
      return <td data-kind={kind} role={stacked ? 'cell' : undefined} data-label={stacked ? column?.name : undefined}>{cell}</td>
    })}
  </tr>
)

/** More columns than this stand in small letters on an upright sheet. */
const widestOnPaper = 9
export const Table = ({ language, id, caption, captionIs, columns, rows, foot, phone, empty }: Table) => {
  const stacked = phone === 'stack' || phone === 'compact'
  const say = speak(language)
  return (
    <div class="p-table" data-phone={phone ?? 'scroll'} {...(columns.length > widestOnPaper ? { 'data-wide': 'yes' } : {})} {...(stacked ? {} : { role: 'region', 'aria-labelledby': id, tabindex: 0 })}>
      <table class="ds-table" role={stacked ? 'table' : undefined}>
        <caption id={id} class={captionIs === 'hidden' ? 'p-hidden-text' : undefined}>{caption}</caption>
        <thead role={stacked ? 'rowgroup' : undefined}>
          <tr role={stacked ? 'row' : undefined}>{columns.map((column) => <Heading language={language} column={column} />)}</tr>
        </thead>
        <tbody role={stacked ? 'rowgroup' : undefined}>
          {rows.length > 0 ? rows.map((row) => <Row row={row} columns={columns} stacked={stacked} />) : (
            <tr><td colspan={columns.length}>{empty ?? say.ui_table_empty()}</td></tr>
          )}
        </tbody>
        {foot === undefined ? null : (
          <tfoot role={stacked ? 'rowgroup' : undefined}>{foot.map((row) => <Row row={row} columns={columns} stacked={stacked} />)}</tfoot>
        )}
      </table>
    </div>
  )
}
