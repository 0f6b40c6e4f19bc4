// A document as a web page: the same blocks in the same order, each drawing with its table behind it. Not the frame around the page.
import { type Document, type DocumentBlock, type DocumentTable, numberBlocks } from '#kernel/document.ts'
import { speak } from '#kernel/speak.ts'
import type { Child } from 'hono/jsx'
import { ChartTableView } from '../charts/chart-table.tsx'
import { Piece } from '../jsx/jsx-runtime.ts'
import { Details } from '../parts/details.tsx'
import { PageHeading } from '../parts/layout.tsx'
import { LinkList } from '../parts/link-list.tsx'
import { saySources } from './document-words.ts'

export type DocumentChapter = Extract<DocumentBlock, { kind: 'heading' }>
export const listChapters = (document: Document): readonly DocumentChapter[] =>
  document.blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block] : []))

type ViewProps = {
  readonly document: Document
  /** the chapter shown; the first stands with the title and the contents */
  readonly chapter: DocumentChapter
  readonly toChapter: (id: string) => string
  /** what stands between the title and the contents: the files */
  readonly children?: Child
}
/** One chapter at a time, so that a page stays light; the numbers of figures and tables are those of the whole. */
export const DocumentView = ({ document, chapter, toChapter, children }: ViewProps) => {
  const say = speak(document.language)
  const numbers = numberBlocks(document.blocks)
  const chapters = listChapters(document)
  const at = chapters.indexOf(chapter)
  const from = document.blocks.indexOf(chapter)
  const next = chapters[at + 1], before = chapters[at - 1]
  const blocks = document.blocks.slice(from + 1, next === undefined ? undefined : document.blocks.indexOf(next))
  return (
    <article class="p-flow">
      {at === 0 ? (
        <PageHeading kicker={document.kicker} title={document.title} lead={document.subtitle}>
          <p class="p-note">{document.body} · {document.asOf.words}</p>
        </PageHeading>
      ) : <PageHeading kicker={`${document.kicker} · ${document.title}`} title={chapter.text} />}
      {at === 0 ? children : null}
      {at === 0 ? (
        <nav class="p-topics" aria-labelledby="document-contents">
          <h2 id="document-contents">{say.ui_document_contents()}</h2>
          <ul>{chapters.map((one) => <li>{one === chapter ? <span aria-current="page">{one.text}</span> : <a class="ds-link" href={toChapter(one.id)}>{one.text}</a>}</li>)}</ul>
        </nav>
      ) : null}
      {at === 0 ? <h2 id={chapter.id}>{chapter.text}</h2> : null}
      {blocks.map((block) => <Block block={block} document={document} number={numbers.get(block) ?? { figure: null, table: null }} />)}
      <nav class="p-chapters" aria-label={say.ui_document_chapters()}>
        <LinkList links={[
          ...(next === undefined ? [] : [{ name: say.ui_document_next({ chapter: next.text }), href: toChapter(next.id) }]),
          ...(before === undefined ? [] : [{ name: at === 1 ? say.ui_document_to_contents() : say.ui_document_before({ chapter: before.text }), href: toChapter(before.id) }]),
          ...(at > 1 && chapters[0] !== undefined ? [{ name: say.ui_document_to_contents(), href: toChapter(chapters[0].id) }] : []),
        ]} />
      </nav>
    </article>
  )
}

type Shown = { readonly block: DocumentBlock; readonly document: Document; readonly number: { readonly figure: number | null; readonly table: number | null } }
const Block = ({ block, document, number }: Shown) => {
  const { language } = document
  const say = speak(language)
  switch (block.kind) {
    case 'heading': return block.level === 1 ? <h2 id={block.id}>{block.text}</h2> : block.level === 2 ? <h2 id={block.id}>{block.text}</h2> : <h3 id={block.id}>{block.text}</h3>
    case 'paragraph': return <p class={block.look === 'note' ? 'p-note' : undefined} data-lead={block.look === 'lead' ? '' : undefined}>{block.text}</p>
    case 'list': return (
      <ul class="ds-list">
        {block.items.map((item) => (
          <li>
            {item.lead === undefined ? null : <><strong>{item.lead}</strong>{' – '}</>}{item.text}
            {item.address?.startsWith('https://') ? <>{' '}<a class="ds-link" href={item.address}>{item.address}</a></> : null}
          </li>
        ))}
      </ul>
    )
    case 'table': return (
      <figure class="chart" id={block.id} aria-labelledby={`${block.id}-h`}>
        <p class="chart-heading" id={`${block.id}-h`}>{say.ui_document_table()} {String(number.table ?? '')}. {block.caption}</p>
        <TableOf table={block.table} caption={block.caption} id={block.id} />
        <Foot notes={block.notes} source={saySources(block.sources, language)} />
      </figure>
    )
    case 'figure': return (
      <figure class="chart" id={block.id} aria-labelledby={`${block.id}-h`}>
        <p class="chart-heading" id={`${block.id}-h`}>{say.ui_document_figure()} {String(number.figure ?? '')}. {block.heading}</p>
        <p class="chart-subtitle">{block.subtitle}</p>
        <div class="chart-drawing">{new Piece(block.svg)}{new Piece(block.narrow ?? '')}</div>
        <Foot notes={block.notes} source={saySources(block.sources, language)} />
        <Details summary={`${say.ui_document_table()} ${number.table ?? ''}. ${say.ui_document_table_of({ what: block.subtitle })}`}>
          <TableOf table={block.table} caption={block.subtitle} id={block.id} />
        </Details>
      </figure>
    )
  }
}
const TableOf = ({ table, caption, id }: { readonly table: DocumentTable; readonly caption: string; readonly id: string }) =>
  <ChartTableView table={{ caption, head: table.head, rows: table.rows }} labelId={`${id}-t`} />
const Foot = ({ notes, source }: { readonly notes: readonly string[]; readonly source: string }) => (
  <figcaption class="chart-foot">
    {notes.map((note) => <p class="chart-note">{note}</p>)}
    {source === '' ? null : <p class="chart-origin">{source}</p>}
  </figcaption>
)
