// A picture is what its bytes say; a drawing that could do anything is refused; a photograph loses what the camera wrote.
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readPicture } from './picture.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const svg = (inner: string, attributes = ''): Uint8Array => bytesOf(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10"${attributes}>${inner}</svg>`)
const refusal = (bytes: Uint8Array): string => { const read = readPicture(bytes); return read.ok ? 'taken' : `${read.problem.bg} / ${read.problem.en}` }

describe('an SVG', () => {
  test.each([
    ['shapes', svg('<g fill="url(#a)"><path d="M0 0h9"/></g><defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs>')],
    ['a style of its own', svg('<style>.a{fill:url(#b);stroke:red}</style><use xlink:href="#c"/>')],
    ['what Inkscape writes beside it', svg('<sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" id="b"/><metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>')],
    ['a head and a comment', bytesOf('<?xml version="1.0" encoding="UTF-8"?>\n<!-- герб -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<svg xmlns="http://www.w3.org/2000/svg"><title>Герб</title></svg>')],
    ['a picture inside itself', svg('<image href="data:image/png;base64,iVBORw0KGgo="/>')],
  ])('with %s is taken as it is', (_what, bytes) => {
    const read = readPicture(bytes)
    expect(refusal(bytes)).toBe('taken')
    expect(read.ok && [read.value.mediaType, read.value.bytes]).toEqual(['image/svg+xml', bytes])
  })
  test.each([
    ['a script', svg('<script>alert(1)</script>'), /скрипт/],
    ['a script under another prefix', bytesOf('<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>alert(1)</s:script></s:svg>'), /скрипт/],
    ['a script of HTML', svg('<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>'), /скрипт/],
    ['a handler', svg('<path d="M0 0" onclick="alert(1)"/>'), /скрипт \(onclick\)/],
    ['a handler on its root', svg('', ' onload=\'alert(1)\''), /скрипт \(onload\)/],
    ['a foreign document', svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'), /чужд документ/],
    ['HTML', svg('<iframe xmlns="http://www.w3.org/1999/xhtml" src="x"/>'), /не е рисунка: iframe/],
    ['an animation', svg('<set attributeName="href" to="javascript:alert(1)"/>'), /не е рисунка: set/],
    ['a link', svg('<a href="https://evil.example"><path d="M0 0"/></a>'), /не е рисунка: a/],
    ['an address elsewhere', svg('<image href="https://evil.example/a.png"/>'), /извън себе си/],
    ['an address in numbers', svg('<use href="&#104;ttps://evil.example#a"/>'), /извън себе си/],
    ['an address in its style', svg('<style>.a{fill:url(https://evil.example/a)}</style>'), /извън себе си/],
    ['an imported style', svg('<style>@import "https://evil.example";</style>'), /извън себе си/],
    ['an address in a style attribute', svg('<path style="fill:url( &quot;//evil.example&quot; )"/>'), /извън себе си/],
    ['letters hidden in CSS', svg('<path style="fill:u\\72l(//evil.example)"/>'), /извън себе си/],
    ['data that is a document', svg('<image href="data:image/svg+xml,&lt;svg/&gt;"/>'), /извън себе си/],
    ['entities', bytesOf('<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'), /ENTITY|правилно записан/],
    ['a style sheet by instruction', bytesOf('<?xml-stylesheet href="a.css"?><svg xmlns="http://www.w3.org/2000/svg"/>'), /указания/],
    ['no end', bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><g>'), /не е цял/],
    ['a root that is HTML', bytesOf('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>'), /не започва като рисунка/],
  ])('with %s is refused with a sentence', (_what, bytes, words) => {
    expect(refusal(bytes)).toMatch(words)
    expect(refusal(bytes)).toMatch(/plain SVG/)
  })
  test('with a hundred thousand unclosed parts is judged like any other', () => {
    expect(refusal(svg('<g a="'.repeat(100_000)))).toMatch(/не е цял/)
  })
})

const part = (name: string, content: Uint8Array): Buffer => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(content.length); head.write(name, 4, 'latin1')
  return Buffer.concat([head, content, Buffer.alloc(4)])
}
const png = (width: number, height: number): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width); head.writeUInt32BE(height, 4)
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), part('IHDR', head), part('tEXt', Buffer.from('Author\0Мария Петрова')), part('eXIf', Buffer.from('GPS')), part('IDAT', deflateSync(Buffer.alloc(9))), part('IEND', Buffer.alloc(0))])
}
const exif = Buffer.from([0xff, 0xe1, 0, 54, ...Buffer.from('Exif\0\0'), 0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, ...Buffer.from('GPS 42.4258 25.6345')])
exif.writeUInt16BE(exif.length - 2, 2)
const jpeg = (): Buffer => Buffer.concat([
  Buffer.from([0xff, 0xd8]), exif, Buffer.from([0xff, 0xfe, 0, 8, ...Buffer.from('camera')]),
  Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 40, 0, 60, 1, 1, 0x11, 0]), Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0]), Buffer.from([1, 2, 3]), Buffer.from([0xff, 0xd9]),
])

describe('a photograph', () => {
  test('of a camera loses place and device, and still stands upright', () => {
    const read = readPicture(jpeg())
    if (!read.ok) throw new Error(read.problem.en)
    const text = Buffer.from(read.value.bytes).toString('latin1')
    expect(text).not.toMatch(/GPS|camera/)
    expect(text).toContain('Exif')
    expect([read.value.mediaType, read.value.width, read.value.height]).toEqual(['image/jpeg', 40, 60])
    expect(readPicture(read.value.bytes)).toEqual(read)
  })
  test('in PNG loses texts and what stands behind its end', () => {
    const read = readPicture(Buffer.concat([png(30, 20), Buffer.from('<script>alert(1)</script>')]))
    if (!read.ok) throw new Error(read.problem.en)
    expect(Buffer.from(read.value.bytes).toString('latin1')).not.toMatch(/Author|GPS|script/)
    expect([read.value.mediaType, read.value.width, read.value.height]).toEqual(['image/png', 30, 20])
  })
  test.each([
    ['cut short', jpeg().subarray(0, -2), /повредена/], ['a PNG cut short', png(1, 1).subarray(0, 60), /повредена/], ['of a hundred thousand pixels a side', png(100_000, 100_000), /40 милиона/],
    ['that is a page', bytesOf('<!doctype html><script>1</script>'), /не е картинка|не започва|определения/], ['that is a PDF', bytesOf('%PDF-1.7'), /не е картинка/], ['that is nothing', new Uint8Array(), /не е картинка/],
    ['with a JPEG’s beginning only', Uint8Array.from([0xff, 0xd8, 0xff]), /повредена/],
  ])('%s is refused with a sentence', (_what, bytes, words) => { expect(refusal(bytes)).toMatch(words) })
})
