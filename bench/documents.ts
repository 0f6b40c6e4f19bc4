// The region profile as files, from its values to its bytes, in a thread that has written others before. Its figures are those of the
// starter pack, as the built product shows them.
import { documentFormats, type DocumentFormat } from '#kernel/document.ts'
import { median, met, say, spread, tell } from './outcome.ts'
import { withProduct } from './product.ts'

const aims: Readonly<Record<DocumentFormat, number>> = { pdf: 1, docx: 0.5, xlsx: 1 }
const names: Readonly<Record<DocumentFormat, string>> = { pdf: 'PDF/UA-1', docx: 'DOCX', xlsx: 'XLSX' }
const rounds = 7
type Asked = { readonly seconds: number; readonly bytes: Uint8Array }

await withProduct(async ({ address }) => {
  const ask = async (path: string): Promise<Asked> => {
    const began = performance.now()
    const answer = await fetch(address + path)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
    return { seconds: (performance.now() - began) / 1000, bytes }
  }
  // Every district is a document of its own: nothing that was kept of one helps the next.
  const codes = [...new Set([...new TextDecoder().decode((await ask('/bg/evidence/comparisons')).bytes).matchAll(/BG3\d\d|BG4\d\d/g)].map(([code]) => code))].filter((code) => code !== 'BG344')
  for (const format of documentFormats) {
    await ask(`/bg/evidence/regions/${codes[0] ?? 'BG341'}/profile.${format}`)
    const times: number[] = []
    let bytes = 0
    for (const code of ['BG344', ...codes.slice(1, rounds)]) {
      await ask(`/bg/evidence/regions/${code}`)
      const { seconds, bytes: file } = await ask(`/bg/evidence/regions/${code}/profile.${format}`)
      times.push(seconds)
      if (code === 'BG344') bytes = file.byteLength
    }
    say(`${format}: ${times.map((time) => time.toFixed(2)).join(' ')}`)
    tell({ what: `profile of a district as ${names[format]}, asked from the product, each district once`, aim: `≤ ${aims[format]} s`, measured: `${spread(times, 's')}; the home district ${(bytes / 1e6).toFixed(2)} MB`, ratio: null, met: met(median(times) <= aims[format]) })
  }
})
