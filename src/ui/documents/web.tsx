// A document as a web page: the same blocks in the same order, each drawing with its table behind it. Not the frame around the page.
import { type Document, type DocumentBlock, type DocumentTable, numberBlocks } from '#kernel/document.ts'
import type { Html } from '#kernel/answer.ts'
import { speak } from '#kernel/speak.ts'
import type { Child } from 'hono/jsx'
import { ChartTableView } from '../charts/chart-table.tsx'
import { Piece } from '../jsx/jsx-runtime.ts'
import { Details } from '../parts/details.tsx'
import { PageHeading } from '../parts/layout.tsx'
import { saySources } from './document-words.ts'

export const DocumentView = ({ document, children }: { readonly document: Document; readonly children?: Child }) => {
  const say = speak(document.language)
  const numbers = numberBlocks(document.blocks)
  const chapters = document.blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block] : []))
  return (
    <article class="p-document p-flow">
      <PageHeading kicker={document.kicker} title={document.title} lead={document.subtitle}>
        <p class="p-note">{document.body} · {document.asOf.words}</p>
      </PageHeading>
      {children}
      <nav aria-labelledby="document-contents">
        <h2 id="document-contents">{say.ui_document_contents()}</h2>
        <ol>{chapters.map((chapter) => <li><a class="ds-link" href={`#${chapter.id}`}>{chapter.text}</a></li>)}</ol>
      </nav>
      {document.blocks.map((block) => <Block block={block} document={document} number={numbers.get(block) ?? { figure: null, table: null }} />)}
    </article>
  )
}

type Shown = { readonly block: DocumentBlock; readonly document: Document; readonly number: { readonly figure: number | null; readonly table: number | null } }
const Block = ({ block, document, number }: Shown): Html | null => {
  const { language } = document
  const say = speak(language)
  switch (block.kind) {
    case 'heading': return block.level === 1 ? <h2 id={block.id}>{block.text}</h2> : block.level === 2 ? <h3 id={block.id}>{block.text}</h3> : <h4 id={block.id}>{block.text}</h4>
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
