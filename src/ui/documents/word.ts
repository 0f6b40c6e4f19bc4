// A document → Word: real headings, a field of contents that is filled already, numbered figures and tables, alternative texts.
import type { Document, DocumentBlock } from '#kernel/document.ts'
import { numberBlocks } from '#kernel/document.ts'
import { speak } from '#kernel/speak.ts'
import type * as docxTypes from 'docx'
import { rewriteArchive } from './archive.ts'
import { sayFigureTable, saySources } from './document-words.ts'
import { emblemSvg } from './eu-emblem.ts'
import { emptyPng } from './empty-png.ts'
import { toPlainSvg } from './plain-svg.ts'
import type { DocumentTools } from './tools.ts'
import { toWordTable } from './word-table.ts'

type Docx = typeof docxTypes
const green = '1F6B45', quiet = '645D4E'
const pictureWidth = 620

export const writeDocx = async (document: Document, tools: DocumentTools): Promise<Uint8Array> => {
  const docx = await import('docx')
  const body = bodyOf(docx, document, tools)
  const file = new docx.Document({
    title: document.title, subject: document.kicker, description: document.says, creator: document.body, lastModifiedBy: document.body,
    styles: stylesOf(document.language),
    numbering: { config: [] },
    sections: [
      { properties: { page: { margin: { top: 1400, bottom: 1200, left: 1300, right: 1300 } } }, children: coverOf(docx, document) },
      {
        properties: { page: { margin: { top: 1400, bottom: 1200, left: 1300, right: 1300 } } },
        headers: { default: new docx.Header({ children: [new docx.Paragraph({ style: 'Quiet', children: [new docx.TextRun(`${document.title} · ${document.asOf.words}`)] })] }) },
        footers: { default: new docx.Footer({ children: [new docx.Paragraph({ style: 'Quiet', alignment: docx.AlignmentType.RIGHT, children: [new docx.TextRun({ children: [`${document.body} · `, docx.PageNumber.CURRENT] })] })] }) },
        children: body,
      },
    ],
  })
  return rewriteArchive(new Uint8Array(await docx.Packer.toArrayBuffer(file)), { day: document.asOf.day, change: countAnew(document.asOf.day, tablesOf(document)) })
}

/** Where a table belongs stands a paragraph of this style with the table's number: no text that somebody typed can look like it. */
const tableHere = (docx: Docx, number: number | null) => new docx.Paragraph({ style: 'TableHere', children: [new docx.TextRun(String(number ?? ''))] })
const hereSign = /<w:p><w:pPr><w:pStyle w:val="TableHere"\/><\/w:pPr><w:r><w:t[^>]*>(\d+)<\/w:t><\/w:r><\/w:p>/g
const tablesOf = (document: Document): ReadonlyMap<string, string> => {
  const numbers = numberBlocks(document.blocks)
  return new Map(document.blocks.flatMap((block) => (block.kind === 'table' || block.kind === 'figure'
    ? [[String(numbers.get(block)?.table ?? ''), toWordTable(block.table, block.kind === 'table' ? block.caption : block.subtitle)] as const] : [])))
}

/** Word's numbers for links and pictures come from chance and from counters of the process: counted anew here, per file. */
const countAnew = (day: string, tables: ReadonlyMap<string, string>) => {
  const links = new Map<string, string>()
  const linkOf = (id: string): string => { const there = links.get(id) ?? `rIdLink${links.size + 1}`; links.set(id, there); return there }
  let picture = 0, mark = 0
  const marks = new Map<string, number>()
  return (_: string, text: string): string => text
    .replace(hereSign, (__, number: string) => tables.get(number) ?? '')
    .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`)
    .replace(/(?<=["'])rId[\w-]{10,}(?=["'])/g, linkOf)
    .replace(/(<wp:docPr [^>]*?id=")\d+"/g, (__, before: string) => `${before}${(picture += 1)}"`)
    .replace(/(<w:bookmark(?:Start|End) [^>]*?w:id=")(\d+)"/g, (__, before: string, id: string) => { const there = marks.get(id) ?? (mark += 1); marks.set(id, there); return `${before}${there}"` })
}
const stylesOf = (language: Document['language']) => {
  const base = { font: 'Calibri', language: { value: language === 'bg' ? 'bg-BG' : 'en-GB' } }
  const heading = (size: number, before: number) => ({ run: { ...base, size, bold: true, color: '2F2B24' }, paragraph: { spacing: { before, after: 120 }, keepNext: true } })
  return {
    default: {
      document: { run: { font: 'Calibri', size: 21, color: '2F2B24', language: base.language }, paragraph: { spacing: { after: 120, line: 276 } } },
      title: { run: { font: 'Calibri', size: 64, bold: true, color: '2F2B24' }, paragraph: { spacing: { before: 120, after: 120 } } },
      heading1: { ...heading(44, 0), run: { ...heading(44, 0).run, font: 'Calibri' } },
      heading2: { ...heading(30, 360), run: { ...heading(30, 0).run, font: 'Calibri' } },
      heading3: { ...heading(24, 240), run: { ...heading(24, 0).run, font: 'Calibri' } },
    },
    paragraphStyles: [
      { id: 'Lead', name: 'Lead', basedOn: 'Normal', run: { size: 26 }, paragraph: { spacing: { after: 180 } } },
      { id: 'Quiet', name: 'Quiet', basedOn: 'Normal', run: { size: 17, color: quiet }, paragraph: { spacing: { after: 60 } } },
      { id: 'Caption', name: 'caption', basedOn: 'Normal', run: { size: 20, bold: true, color: '2F2B24' }, paragraph: { spacing: { before: 240, after: 80 }, keepNext: true } },
      { id: 'TableHere', name: 'Table here', basedOn: 'Normal' },
      { id: 'Cell', name: 'Cell', basedOn: 'Normal', run: { size: 17 }, paragraph: { spacing: { after: 0, line: 240 } } },
    ],
  }
}

const coverOf = (docx: Docx, document: Document) => {
  const { emblem, funding } = document
  return [
    ...(emblem?.base64 === undefined ? [] : [new docx.Paragraph({ children: [pictureOf(docx, { ...sizeOf(emblem.base64, emblem.mediaType), svg: emblem.mediaType === 'image/svg+xml' ? textOf(emblem.base64) : null, png: emblem.mediaType === 'image/png' ? emblem.base64 : null, alt: emblem.alt, name: 'emblem' })] })]),
    new docx.Paragraph({ spacing: { after: 2600 }, children: [new docx.TextRun({ text: document.body, bold: true, size: 26 })] }),
    new docx.Paragraph({ children: [new docx.TextRun({ text: document.kicker, bold: true, size: 26, color: green })] }),
    new docx.Paragraph({ heading: docx.HeadingLevel.TITLE, children: [new docx.TextRun(document.title)] }),
    new docx.Paragraph({ style: 'Lead', spacing: { after: 3600 }, children: [new docx.TextRun({ text: document.subtitle, color: quiet })] }),
    new docx.Paragraph({ children: [new docx.TextRun(document.asOf.words)] }),
    ...(document.address.startsWith('http') ? [new docx.Paragraph({ children: [linkOf(docx, document.address)] })] : []),
    ...(funding === null ? [] : [
      new docx.Paragraph({ spacing: { before: 300 }, children: [pictureOf(docx, { svg: emblemSvg, png: null, alt: speak(document.language).ui_emblem(), width: 96, height: 64, name: 'eu' })] }),
      new docx.Paragraph({ children: [new docx.TextRun({ text: funding.statement, bold: true })] }),
      new docx.Paragraph({ style: 'Quiet', children: [new docx.TextRun(funding.says)] }),
    ]),
  ]
}
const emblemHeight = 90
/** A picture's own proportions: from the head of a PNG, from the viewBox of an SVG; a square where neither says. */
const sizeOf = (base64: string, mediaType: string): { readonly width: number; readonly height: number } => {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  const head = new DataView(bytes.buffer)
  const box = mediaType === 'image/png' ? null : /viewBox="[-\d.]+[ ,]+[-\d.]+[ ,]+([\d.]+)[ ,]+([\d.]+)"/.exec(new TextDecoder().decode(bytes))
  const [width, height] = mediaType === 'image/png' && bytes.length > 24 ? [head.getUint32(16), head.getUint32(20)] : [Number(box?.[1] ?? 1), Number(box?.[2] ?? 1)]
  return { width: Math.min(400, Math.max(20, Math.round((width / Math.max(1, height)) * emblemHeight))), height: emblemHeight }
}
const textOf = (base64: string): string => new TextDecoder().decode(Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)))
const linkOf = (docx: Docx, address: string) => new docx.ExternalHyperlink({ link: address, children: [new docx.TextRun({ text: address, color: green, underline: {} })] })

type Pictured = { readonly svg: string | null; readonly png: string | null; readonly alt: string; readonly width: number; readonly height: number; readonly name: string }
const pictureOf = (docx: Docx, { svg, png, alt, width, height, name }: Pictured) => {
  const shown = { transformation: { width, height }, altText: { name, title: name, description: alt } }
  if (svg === null) return new docx.ImageRun({ type: 'png', data: Uint8Array.from(atob(png ?? ''), (sign) => sign.charCodeAt(0)), ...shown })
  return new docx.ImageRun({ type: 'svg', data: new TextEncoder().encode(svg), fallback: { type: 'png', data: emptyPng }, ...shown })
}

const bodyOf = (docx: Docx, document: Document, tools: DocumentTools) => {
  const say = speak(document.language)
  const headings = document.blocks.flatMap((block) => (block.kind === 'heading' && block.level <= 2 ? [{ title: block.text, level: block.level, href: bookmarkOf(block.id) }] : []))
  const numbers = numberBlocks(document.blocks)
  return [
    new docx.Paragraph({ style: 'Lead', children: [new docx.TextRun({ text: say.ui_document_contents(), bold: true, size: 44 })] }),
    new docx.TableOfContents(say.ui_document_contents(), { hyperlink: true, headingStyleRange: '1-2', cachedEntries: headings, beginDirty: false }),
    ...document.blocks.flatMap((block) => blockOf(docx, block, { document, tools, number: numbers.get(block) ?? { figure: null, table: null } })),
  ]
}
/** Word takes letters, digits and underscores, and forty of them. */
const bookmarkOf = (id: string): string => `p_${id.replace(/[^A-Za-z0-9]/g, '_')}`.slice(0, 40)

type Around = { readonly document: Document; readonly tools: DocumentTools; readonly number: { readonly figure: number | null; readonly table: number | null } }
const blockOf = (docx: Docx, block: DocumentBlock, { document, tools, number }: Around) => {
  const { language } = document
  const say = speak(language)
  const caption = (label: string, text: string) => new docx.Paragraph({ style: 'Caption', children: [new docx.TextRun({ text: `${label}. `, color: green }), new docx.TextRun(text)] })
  const quietly = (text: string) => new docx.Paragraph({ style: 'Quiet', children: [new docx.TextRun(text)] })
  switch (block.kind) {
    case 'heading': return [new docx.Paragraph({
      heading: ({ 1: docx.HeadingLevel.HEADING_1, 2: docx.HeadingLevel.HEADING_2, 3: docx.HeadingLevel.HEADING_3 } as const)[block.level], pageBreakBefore: block.level === 1,
      children: [new docx.Bookmark({ id: bookmarkOf(block.id), children: [new docx.TextRun(block.text)] })],
    })]
    case 'paragraph': return [new docx.Paragraph({ ...(block.look === 'lead' ? { style: 'Lead' } : block.look === 'note' ? { style: 'Quiet' } : {}), children: [new docx.TextRun(block.text)] })]
    case 'list': return block.items.map((item) => new docx.Paragraph({
      bullet: { level: 0 },
      children: [
        ...(item.lead === undefined ? [] : [new docx.TextRun({ text: `${item.lead} – `, bold: true })]), new docx.TextRun(item.text),
        ...(item.address?.startsWith('http') ? [new docx.TextRun(' '), linkOf(docx, item.address)] : []),
      ],
    }))
    case 'table': return [
      caption(`${say.ui_document_table()} ${number.table ?? ''}`, block.caption), tableHere(docx, number.table),
      ...block.notes.map(quietly), quietly(saySources(block.sources, language)),
    ]
    case 'figure': return [
      caption(`${say.ui_document_figure()} ${number.figure ?? ''}`, block.heading),
      new docx.Paragraph({ style: 'Quiet', keepNext: true, children: [new docx.TextRun(block.subtitle)] }),
      new docx.Paragraph({ children: [pictureOf(docx, { svg: toPlainSvg(block.svg, tools.style), png: null, alt: block.alt, name: `${say.ui_document_figure()} ${number.figure ?? ''}`, width: pictureWidth, height: Math.round((block.height / block.width) * pictureWidth) })] }),
      ...block.notes.map(quietly), quietly(saySources(block.sources, language)),
      caption(`${say.ui_document_table()} ${number.table ?? ''}`, sayFigureTable(block, language)), tableHere(docx, number.table), quietly(saySources(block.sources, language)),
    ]
  }
}
