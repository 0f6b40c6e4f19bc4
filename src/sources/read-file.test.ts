// Bad input that has to be survived, whatever the file calls itself.
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { fixture, problemOf, read } from '#test/fixtures/sources/reading.ts'
import { readBatches, readSeries } from './read-file.ts'

const table = fixture('size.tsv')
const plain = new TextDecoder().decode(table)
const large = `geo\\TIME_PERIOD\t2019 \t2020 \n${Array.from({ length: 60_000 }, (_, at) => `QQ${at}\t${at * 7} \t${at} p\n`).join('')}`

describe('gzip', () => {
  test('is recognised by its first bytes, also one inside another', async () => {
    expect(await read(gzipSync(table))).toEqual(await read(table))
    expect(await read(gzipSync(gzipSync(table)), { piece: 3 })).toEqual(await read(table))
  })
  test('in several members one after the other is one file', async () => {
    const half = plain.indexOf('\n') + 1
    expect(await read(Buffer.concat([gzipSync(plain.slice(0, half)), gzipSync(plain.slice(half))]))).toEqual(await read(table))
  })
  test('cut short is refused, wherever it is cut', async () => {
    const packed = gzipSync(large)
    for (const length of [2, 9, 12, 100, packed.length >> 1, packed.length - 9, packed.length - 1]) {
      expect((await problemOf(packed.subarray(0, length))).code, String(length)).toBe('gzipCut')
    }
  })
  test('damaged is refused', async () => {
    const packed = gzipSync(large)
    packed[packed.length >> 1] = (packed[packed.length >> 1] as number) ^ 0xff
    expect(['gzipBroken', 'cell', 'ragged', 'raggedKey', 'controlByte']).toContain((await problemOf(packed)).code)
    packed.fill(0xff, 10, 40)
    expect((await problemOf(packed)).code).toBe('gzipBroken')
  })
  test('in more layers than two is refused', async () => {
    expect((await problemOf(gzipSync(gzipSync(gzipSync(table))))).code).toBe('packed')
  })
})

describe('what is no table', () => {
  test.each([
    ['nothing', '', 'empty'],
    ['a packed nothing', gzipSync(''), 'empty'],
    ['an error page saved as .csv', '\n <!DOCTYPE html><html><body>404</body></html>', 'webPage'],
    ['a firewall’s script', '<script>location="/"</script>', 'webPage'],
    ['an XML envelope', '<?xml version="1.0"?><S:Envelope/>', 'webPage'],
    ['a packed error page', gzipSync('<html></html>'), 'webPage'],
    ['a workbook', Buffer.from('PK\u0003\u0004xyz'), 'packed'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'packed'],
    ['a PDF', '%PDF-1.7', 'packed'],
    ['UTF-16', Buffer.from('\ufeffgeo\\TIME_PERIOD\t2019', 'utf16le'), 'utf16'],
    ['a letter', 'Dear Sir or Madam,\nplease find attached', 'format'],
    ['a CSV that nobody described', 'a,b,c\n1,2,3\n', 'format'],
  ])('%s', async (_, content, code) => {
    const problem = await problemOf(content)
    expect(problem.code).toBe(code)
    expect(problem.text.bg).toMatch(/[а-я]{3}/)
    expect(problem.text.en).toMatch(/^[^а-я]*$/)
  })
  test('what is quoted from the file is short and printable', async () => {
    const { text } = await problemOf(`\u0007${'x'.repeat(500)}\n`)
    expect(text.en).toContain(`·${'x'.repeat(56)}…`)
  })
})

describe('lines', () => {
  test('of 200 MB are refused after the first few', async () => {
    let served = 0
    async function* endless() {
      yield Buffer.from('geo\\TIME_PERIOD\t2019 \nQQ1\t')
      const chunk = Buffer.alloc(1024 * 1024, '7')
      for (; served < 200; served++) yield chunk
    }
    const series = readSeries(endless())
    await expect(series.next()).rejects.toMatchObject({ code: 'lineTooLong', line: 2 })
    expect(served).toBeLessThan(10)
  })
  test('a quotation mark that swallows the file is refused as such', async () => {
    const row = 'ESTAT:X(1.0),x,QQ1,2010,1,\n'
    const text = `DATAFLOW,LAST UPDATE,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n${row}"${row.repeat(10_000)}`
    expect(await problemOf(text, { limits: { line: 50_000 } })).toMatchObject({ code: 'quoteOpen', line: 3 })
  })
  test('a file without a single line end is refused', async () => {
    expect((await problemOf('DATAFLOW,geo,TIME_PERIOD,OBS_VALUE,'.padEnd(300_000, 'x'), { limits: { line: 100_000 } })).code).toBe('lineTooLong')
  })
})

describe('size', () => {
  test('beyond the limit is refused, also when it hides in a gzip', async () => {
    expect((await problemOf(gzipSync(large), { limits: { bytes: 100_000 } })).code).toBe('fileTooLarge')
  })
})

describe('reading can be stopped', () => {
  const source = () => {
    const state = { closed: false, served: 0 }
    async function* bytes() {
      try {
        for (let from = 0; from < large.length; from += 4096) { state.served += 1; yield Buffer.from(large.slice(from, from + 4096)) }
      } finally {
        state.closed = true
      }
    }
    return { state, bytes: bytes() }
  }
  test('by a signal: its reason is thrown and the source let go', async () => {
    const { state, bytes } = source()
    const stop = new AbortController()
    const batches = readBatches(bytes, {}, { signal: stop.signal })
    await batches.next()
    stop.abort(new Error('the visitor left'))
    await expect((async () => { for await (const _ of batches); })()).rejects.toThrow('the visitor left')
    expect(state.closed).toBe(true)
    expect(state.served).toBeLessThan(60)
  })
  test('by leaving the loop, plain or packed', async () => {
    const { state, bytes } = source()
    for await (const _ of readSeries(bytes)) break
    expect(state.closed).toBe(true)
    async function* packed() {
      try {
        for (;;) yield gzipSync(large)
      } finally {
        packedClosed = true
      }
    }
    let packedClosed = false
    for await (const _ of readSeries(packed())) break
    expect(packedClosed).toBe(true)
  })
  test('the source is let go when the file is refused at once', async () => {
    let closed = false
    async function* bytes() {
      try {
        for (;;) yield Buffer.from('<html>')
      } finally {
        closed = true
      }
    }
    await expect(readSeries(bytes()).next()).rejects.toMatchObject({ code: 'webPage' })
    expect(closed).toBe(true)
  })
  test('a source that fails is not called a bad file', async () => {
    async function* bytes() {
      yield gzipSync(large).subarray(0, 1000)
      throw new Error('the disk is gone')
    }
    await expect((async () => { for await (const _ of readSeries(bytes())); })()).rejects.toThrow('the disk is gone')
  })
})

describe('the server stays responsive', () => {
  test('the event loop gets its turns while a large file that came in one piece is read', async () => {
    const text = Buffer.from(large + Array.from({ length: 60_000 }, (_, at) => `RR${at}\t${at} \t: c\n`).join(''))
    async function* whole() { yield text }
    let turns = 0
    let reading = true
    const turn = () => { turns += 1; if (reading) setImmediate(turn) }
    setImmediate(turn)
    for await (const _ of readBatches(whole()));
    reading = false
    expect(turns).toBeGreaterThan(1)
  })
})
