// A table as Word's own markup. Written as text, because a document has thousands of cells and an object for each would cost
// most of the time. Everything in it is escaped here.
import { toXmlText as escapeXml } from '#kernel/xml.ts'
import type { DocumentTable } from '#kernel/document.ts'

const green = '1F6B45', ink = '2F2B24', quiet = '645D4E', hairline = 'CCCAC4'
/** twentieths of a point */
const textWidth = 9300

/** XML has no place for most control signs, escaped or not. */
const run = (text: string, look: string): string => `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`

type Drawn = { readonly width: number; readonly kind: 'number' | 'text'; readonly runs: string; readonly under: string }
const cell = ({ width, kind, runs, under }: Drawn): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:tcBorders>${under}</w:tcBorders></w:tcPr><w:p><w:pPr><w:pStyle w:val="Cell"/><w:jc w:val="${kind === 'number' ? 'right' : 'left'}"/></w:pPr>${runs}</w:p></w:tc>`
const line = (color: string, size: number): string => `<w:bottom w:val="single" w:sz="${size}" w:space="0" w:color="${color}"/>`

/** `says`: what the table holds, for whoever hears it */
export const toWordTable = (table: DocumentTable, says: string): string => {
  const weights = table.head.map((head, at) => Math.min(40, Math.max(6, head.name.length, ...table.rows.map((row) => (at === 0 ? row.name : (row.cells[at - 1]?.text ?? '')).length))))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const widths = weights.map((weight) => Math.round((weight / all) * textWidth))
  const widthOf = (at: number): number => widths[at] ?? 1000
  const color = (stance: 'region' | undefined): string => `<w:color w:val="${stance === 'region' ? green : ink}"/>`
  const heads = table.head.map((head, at) => cell({ width: widthOf(at), kind: head.kind, runs: run(head.name, `<w:b/>${color(head.stance)}`), under: line(ink, 8) })).join('')
  const rows = table.rows.map((row) => {
    const first = cell({ width: widthOf(0), kind: 'text', runs: run(row.name, color(row.stance)), under: line(hairline, 4) })
    const others = row.cells.map((one, at) => cell({
      width: widthOf(at + 1), kind: table.head[at + 1]?.kind ?? one.kind, under: line(hairline, 4),
      runs: run(one.text, color(row.stance ?? table.head[at + 1]?.stance)) + (one.note === undefined ? '' : run(` (${one.note})`, `<w:color w:val="${quiet}"/><w:sz w:val="15"/>`)),
    })).join('')
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${first}${others}</w:tr>`
  }).join('')
  const margin = '<w:top w:w="30" w:type="dxa"/><w:left w:w="60" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>'
  return `<w:tbl><w:tblPr><w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar>${margin}</w:tblCellMar><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="${escapeXml(says)}"/></w:tblPr>`
    + `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`
    + `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${heads}</w:tr>${rows}</w:tbl>`
}
