// The table behind every chart: the same numbers, with flags and missing reasons as words.
import type { Language } from '#kernel/language.ts'
import { sayFlags, sayMissing } from './flag-words.ts'
import { type Quantity, sayShort } from './quantity-words.ts'
import type { ChartValue } from './series.ts'

/** `value` is the number as it is known, for a spreadsheet; `text` as it is read */
export type Cell = { readonly text: string; readonly note?: string; readonly kind: 'number' | 'text'; readonly value?: number }
export type TableRow = { readonly name: string; readonly stance?: 'region'; readonly cells: readonly Cell[] }
export type TableHead = { readonly name: string; readonly kind: 'number' | 'text'; readonly stance?: 'region' }
export type ChartTable = { readonly caption: string; readonly head: readonly TableHead[]; readonly rows: readonly TableRow[] }

export const toCell = ({ quantity, value, language }: { readonly quantity: Quantity; readonly value: ChartValue; readonly language: Language }): Cell => {
  if (value.missing !== null) {
    const flags = sayFlags(value.flags, language)
    const reason = sayMissing(value.missing, language)
    return { text: '–', note: flags === '' ? reason : `${reason}, ${flags}`, kind: 'number' }
  }
  const text = sayShort({ quantity, value: value.value, language })
  const known = { text, kind: 'number' as const, value: value.value }
  return value.flags === '' ? known : { ...known, note: sayFlags(value.flags, language) }
}

const kindClass = (kind: 'number' | 'text'): string | undefined => (kind === 'number' ? 'chart-number' : undefined)

/** The caption repeats the chart's subtitle, so it is there for whoever hears it. Wide tables scroll inside their own focusable box, so that the page does not. */
export const ChartTableView = ({ table, labelId }: { readonly table: ChartTable; readonly labelId: string }) => (
  <div class="chart-table-box" role="group" tabindex={0} aria-labelledby={labelId}>
    <table class="ds-table chart-table">
      <caption id={labelId} class="p-hidden-text">{table.caption}</caption>
      <thead>
        <tr>{table.head.map((column) => <th scope="col" class={`${column.kind === 'number' ? 'chart-number' : 'chart-text'}${column.stance === 'region' ? ' is-own' : ''}`}>{column.name}</th>)}</tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr class={row.stance === 'region' ? 'is-region' : undefined}>
            <th scope="row">{row.name}</th>
            {row.cells.map((cell) => (
              <td class={kindClass(cell.kind)}>
                {cell.text}
                {cell.note ? <small> {cell.note}</small> : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
