// The frame every chart stands in: what is seen, what is measured, the drawing for two widths, where it is from,
// and behind it the table and the CSV. Not the drawing itself.
import type { Child } from 'hono/jsx'
import type { Html } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { type ChartTable, ChartTableView } from './chart-table.tsx'
import { type Paper, papers } from './paper.ts'
import { toHeading } from './sentence.ts'

/** `vintage` is a date already worded, e.g. by sayDate */
export type Origin = { readonly name: string; readonly href?: string; readonly vintage: string; /** the date is the day the file came: the source's own is not known */ readonly dated?: 'unknown' }
export type FigureWords = {
  /** unique on the page */
  readonly id: string
  readonly language: Language
  /** the sentence of what is seen */
  readonly heading: string
  readonly level?: 2 | 3 | 4
  /** what is measured, in which unit, when */
  readonly subtitle: string
  readonly origin: readonly Origin[]
  readonly notes?: readonly string[]
  readonly csvHref?: string
}

/** A mark that cannot be labelled where it stands, with its words. */
export type KeySign = { readonly width: number; readonly height: number; readonly marks: Html; readonly words: string }
/** A chart as a value: a page shows it in its frame, a document takes the same drawing, table and words onto paper. */
export type FigureProps = FigureWords & {
  readonly table: ChartTable
  readonly draw: (paper: Paper) => Html
  /** what whoever does not see the drawing is told after the heading */
  readonly desc: string
  readonly legend?: readonly KeySign[]
  /** written by the chart from what it holds; they stand together in one paragraph after the notes */
  readonly remarks?: readonly string[]
}

export const ChartFigure = (props: FigureProps) => {
  const say = speak(props.language)
  return (
    <figure class="chart" id={props.id} aria-labelledby={`${props.id}-h`}>
      <ChartHeading id={`${props.id}-h`} level={props.level ?? 3} text={toHeading(props.heading)} />
      <p class="chart-subtitle">{props.subtitle}</p>
      {props.legend === undefined ? null : <ChartKey signs={props.legend} />}
      <div class="chart-drawing">
        {props.draw(papers.wide)}
        {props.draw(papers.narrow)}
      </div>
      <figcaption class="chart-foot">
        {(props.notes ?? []).map((note) => <p class="chart-note">{note}</p>)}
        {props.remarks && props.remarks.length > 0 ? <p class="chart-note">{props.remarks.join(' ')}</p> : null}
        <p class="chart-origin">
          {say.ui_chart_source({ count: props.origin.length })}{' '}
          {props.origin.map((origin, at) => (
            <>
              {at > 0 ? '; ' : ''}
              {origin.href ? <a class="ds-link" href={origin.href}>{origin.name}</a> : origin.name}
              {`, ${origin.dated === 'unknown' ? say.ui_chart_brought({ date: origin.vintage }) : say.ui_chart_vintage({ date: origin.vintage })}`}
            </>
          ))}
        </p>
      </figcaption>
      <div class="chart-behind">
        <details class="chart-data">
          <summary>{say.ui_chart_table_open()}</summary>
          <ChartTableView table={props.table} labelId={`${props.id}-t`} />
        </details>
        {props.csvHref ? (
          <a class="ds-link chart-csv" href={props.csvHref} aria-label={say.ui_chart_csv_of({ name: props.heading })}>
            {say.ui_chart_csv()}
          </a>
        ) : null}
      </div>
    </figure>
  )
}

const ChartKey = ({ signs }: { readonly signs: readonly KeySign[] }) => (
  <ul class="chart-key">
    {signs.map(({ width, height, marks, words }) => (
      <li><svg class="chart-sign" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">{marks as Child}</svg>{words}</li>
    ))}
  </ul>
)

const ChartHeading = ({ id, level, text }: { readonly id: string; readonly level: 2 | 3 | 4; readonly text: string }) =>
  level === 2 ? <h2 class="chart-heading" id={id}>{text}</h2> : level === 4 ? <h4 class="chart-heading" id={id}>{text}</h4> : <h3 class="chart-heading" id={id}>{text}</h3>

type SvgProps = {
  readonly id: string
  readonly paper: Paper
  readonly height: number
  readonly title: string
  readonly desc: string
  /** 'links': the marks lead somewhere, so the drawing is a group and not one picture */
  readonly holds: 'picture' | 'links'
  readonly children?: unknown
}
/** One drawing. Of the two in a figure the style sheet shows one; the other is not displayed and so not read aloud. */
export const ChartSvg = ({ id, paper, height, title, desc, holds, children }: SvgProps) => {
  const own = `${id}-${paper.name}`
  return (
    <svg
      class={`chart-svg chart-${paper.name}`}
      viewBox={`0 0 ${paper.width} ${Math.ceil(height)}`}
      width={paper.width}
      height={Math.ceil(height)}
      role={holds === 'picture' ? 'img' : 'group'}
      aria-labelledby={`${own}-t`}
      aria-describedby={`${own}-d`}
    >
      <title id={`${own}-t`}>{title}</title>
      <desc id={`${own}-d`}>{desc}</desc>
      {children as Html}
    </svg>
  )
}
