// The reply report of 2,000 made-up proposals as Word and as PDF/UA, from its rows to the bytes of the file.
import { openDocumentTools } from '#doors/web/documents/tools.ts'
import { makeReport, type Answering, type Said } from '#areas/participation/reply-reports/rules.ts'
import { toReportDocument } from '#areas/participation/reply-reports/rules/document.ts'
import { writeDocument } from '#ui/documents/write-document.ts'
import { median, met, say, spread, tell } from './outcome.ts'

const size = 2_000, aim = 3
const none = { bg: '', en: '' }
const said = Array.from({ length: size }, (_, at): Said => ({
  id: `id-${at}`, number: `2026-${String(at + 1).padStart(4, '0')}`, title: `Предложение ${at + 1}`, text: `Да се направи нещо полезно за квартала, за да могат хората да стигат пеша до училището и до пазара. Номер ${at + 1}.`,
  language: 'bg', authorShown: at % 3 === 0 ? 'И. П.' : null, authorKind: 'person', channel: (['web', 'email', 'paper', 'event'] as const)[at % 4] ?? 'web', receivedOn: '2026-10-05', late: false, state: 'answered', reason: null, root: `id-${at}`,
}))
const answers = said.map(({ id }, at): Answering => ({ contribution: id, decision: (['accepted', 'acceptedInPart', 'notAccepted'] as const)[at % 3] ?? 'accepted', reason: { bg: 'Влиза в мярка 2.3; останалото не е в правомощията на областната администрация.', en: '' }, addition: none, place: 'мярка 2.3', unit: 'Развитие', decidedOn: '2026-11-01' }))
const report = makeReport({
  head: { title: { bg: 'Проект', en: 'Draft' }, slug: 'bench', institution: { bg: 'Област Липова', en: 'District of Lipova' }, unit: 'Развитие', opensOn: '2026-10-01', closesOn: '2026-10-30', days: 30, shortTermReason: none, ways: none, registration: '' },
  said, answers, parts: [], passages: new Map(),
})
const tools = openDocumentTools()
for (const format of ['docx', 'pdf'] as const) {
  const times: number[] = []
  let bytes = 0
  for (let round = 0; round < 5; round += 1) {
    // Each round is another day: nothing that was kept of one helps the next. The first only warms.
    const document = toReportDocument({ report, language: 'bg', version: 1, why: '', day: `2026-11-${String(round + 10)}` })
    const began = performance.now()
    bytes = (await writeDocument(document, format, tools)).byteLength
    if (round > 0) times.push((performance.now() - began) / 1000)
  }
  say(`${format}: ${times.map((time) => time.toFixed(2)).join(' ')}`)
  tell({ what: `reply report of ${size.toLocaleString('en')} proposals as ${format === 'pdf' ? 'PDF/UA-1' : 'DOCX'} (${(bytes / 1e6).toFixed(2)} MB)`, aim: `≤ ${aim} s`, measured: spread(times, 's'), ratio: null, met: met(median(times) <= aim) })
}
