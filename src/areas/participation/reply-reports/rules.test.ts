// What a reply report counts, names and refuses, with made-up records.
import { expect, test } from 'vitest'
import { channelNames } from '#areas/participation/proposals/rules/names.ts'
import { authorIn, blockedBy, daysBetween, decisionOf, headlineOf, kindOf, makeReport, toColumns, toYouSaid, type Answering, type Ended, type Head, type Said } from './rules.ts'
import { cellOf, cellsOf, toCsv } from './rules/cells.ts'
import { headLines, noneSentence, tailLines, titleOf, toReportCsv, toReportDocument, toReportHtml } from './rules/document.ts'

const head: Head = {
  title: { bg: 'Проект на стратегия', en: 'Draft strategy' }, slug: 'draft', institution: { bg: 'Област Липова', en: 'District of Lipova' }, unit: 'Развитие', opensOn: '2026-10-01', closesOn: '2026-10-20', days: 20,
  shortTermReason: { bg: 'Срокът на програмата изтича.', en: 'The programme ends.' }, ways: { bg: 'Този сайт\nДеловодство', en: 'This site\nRegistry' }, registration: '26-00-12',
}
const said = (number: number, given: Partial<Said> = {}): Said => ({
  id: `id-${number}`, number: `2026-${String(number).padStart(4, '0')}`, title: `Заглавие ${number}`, text: `Текст ${number}`, language: 'bg', authorShown: null, authorKind: 'person', channel: 'web', receivedOn: '2026-10-05', late: false, state: 'answered', reason: null, root: `id-${number}`, ...given,
})
const answer = (number: number, given: Partial<Answering> = {}): Answering => ({ contribution: `id-${number}`, decision: 'accepted', reason: { bg: `Мотиви ${number}`, en: '' }, addition: { bg: '', en: '' }, place: 'мярка 2.3', unit: 'Развитие', decidedOn: '2026-11-01', ...given })
const report = (all: readonly Said[], answers: readonly Answering[], parts: readonly { part: string; whole: string }[] = []) => makeReport({ head, said: all, answers, parts, passages: new Map() })
/** A small generator of numbers that is the same in every run. */
const seeded = (seed: number) => () => { seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648; return seed / 2_147_483_648 }

test('RR2 while one contribution of the term lacks decision or reason, the report is blocked and names its number', () => {
  const made = report([said(1), said(2, { state: 'published' }), said(3), said(4, { state: 'inModeration' }), said(5, { late: true, state: 'published' }), said(6, { state: 'notPublished', reason: 'insult' })], [answer(1), answer(3, { reason: { bg: ' ', en: '' } })])
  expect(blockedBy(made)).toEqual(['2026-0002', '2026-0003', '2026-0004'])
  expect(blockedBy(report([said(1), said(2, { state: 'merged', root: 'id-1' })], [answer(1)]))).toEqual([])
})
test('RR3 rows and merged numbers are together what was received in the term, whatever happened; the head agrees', () => {
  const channels = ['web', 'email', 'paper', 'event', 'portalCsv'] as const, states = ['published', 'answered', 'notPublished', 'withdrawn', 'awaitingConfirmation', 'inModeration', 'outcomeKnown'] as const
  for (let seed = 1; seed <= 300; seed += 1) {
    const chance = seeded(seed), pick = <T>(of: readonly T[]): T => of[Math.floor(chance() * of.length)] as T
    const all: Said[] = []
    for (let at = 1; at <= 30; at += 1) {
      const roots = all.filter(({ id, root, state }) => id === root && ['published', 'answered', 'outcomeKnown'].includes(state))
      const target = chance() < 0.3 && roots.length > 0 ? pick(roots) : null
      all.push(said(at, { channel: pick(channels), late: chance() < 0.15, state: target === null ? pick(states) : 'merged', root: target === null ? (chance() < 0.05 ? 'id-of-another-process' : `id-${at}`) : target.id }))
    }
    const parts = all.filter(() => chance() < 0.1).map(({ id }) => ({ part: id, whole: pick(all).id })).filter(({ part, whole }) => part !== whole && Number(part.slice(3)) > Number(whole.slice(3)))
    const made = report(all, all.filter(() => chance() < 0.7).map(({ id }) => answer(Number(id.slice(3)))), parts)
    const merged = made.rows.flatMap((row) => row.merged.map(({ number }) => number))
    expect(made.rows.length + merged.length).toBe(made.received)
    expect(new Set([...made.rows.map(({ number }) => number), ...merged]).size).toBe(made.received)
    expect(made.byChannel.reduce((sum, { count }) => sum + count, 0)).toBe(made.received)
    const splitOff = parts.filter(({ part, whole }) => [part, whole].every((id) => { const one = all.find((each) => each.id === id); return one !== undefined && !one.late && !['notPublished', 'withdrawn', 'awaitingConfirmation'].includes(one.state) }))
    const ofTerm = all.filter(({ late, state }) => !late && !['notPublished', 'withdrawn', 'awaitingConfirmation'].includes(state))
    expect(made.received).toBe(ofTerm.length - new Set(splitOff.map(({ part }) => part)).size)
    const shown = all.length - all.filter(({ state }) => state === 'awaitingConfirmation').length
    expect(made.received + made.late.length + made.refused.reduce((sum, { count }) => sum + count, 0) + made.withdrawn + new Set(splitOff.map(({ part }) => part)).size).toBe(shown)
    expect(made.byDecision.reduce((sum, { count }) => sum + count, 0) + made.rows.filter((row) => decisionOf(row) === null).length).toBe(made.rows.length)
  }
})
test('RR3 a contribution in parts is one row, answered when every part is', () => {
  const all = [said(1, { state: 'published' }), said(2), said(3)], parts = [{ part: 'id-2', whole: 'id-1' }, { part: 'id-3', whole: 'id-1' }]
  expect(blockedBy(report(all, [answer(2)], parts))).toEqual(['2026-0001'])
  const made = report(all, [answer(2), answer(3, { decision: 'notAccepted' })], parts)
  expect([made.rows.length, made.received]).toEqual([1, 1])
  expect(cellOf(made.rows[0] as never, 'decision', 'bg')).toBe('2026-0002: приема се\n2026-0003: не се приема')
  expect(decisionOf(made.rows[0] as never)).toBe('acceptedInPart')
})
test('RR4 a name stands only where it was wished; initials, „физическо лице“, organisations by name', () => {
  const of = (author: string | null, authorKind: Said['authorKind']) => authorIn({ author, authorKind }).bg
  expect([of('Иван Петров', 'person'), of('И. П.', 'person'), of(null, 'person'), of('Сдружение „Липа“', 'organisation'), of(null, 'authority')]).toEqual(['Иван Петров', 'И. П.', 'физическо лице', 'Сдружение „Липа“', 'институцията'])
  const made = report([said(1, { authorShown: 'И. П.', channel: 'paper' }), said(2, { state: 'merged', root: 'id-1' }), said(3, { state: 'merged', root: 'id-1' })], [answer(1)])
  expect(cellOf(made.rows[0] as never, 'author', 'bg')).toBe(`И. П., ${channelNames.paper.bg}, 05.10.2026; физическо лице, ${channelNames.web.bg} (2)`)
  expect(cellOf(made.rows[0] as never, 'place', 'bg')).toBe('мярка 2.3\nОбединени: 2026-0002, 2026-0003')
})
test('RR4 with nothing received it is the notice of none, with dates, term and every way that was searched', () => {
  const made = report([said(1, { state: 'withdrawn' })], [])
  expect(kindOf(made)).toBe('none')
  expect(titleOf({ report: made, language: 'bg' })).toContain('Съобщение, че няма постъпили предложения')
  const sentence = noneSentence({ report: made, language: 'bg' })
  for (const part of ['01.10.2026', '20.10.2026', '20 дни', 'Този сайт; Деловодство']) expect(sentence).toContain(part)
  const document = toReportDocument({ report: made, language: 'bg', version: 1, why: '', day: '2026-11-02' })
  expect(document.blocks.some(({ kind }) => kind === 'table')).toBe(false)
})
test('RR1 head and tail say title, institution, dates, days, the reason for a short term, channels, late and refused ones', () => {
  const made = report([said(1), said(2, { channel: 'email' }), said(3, { late: true }), said(4, { state: 'notPublished', reason: 'insult' }), said(5, { state: 'notPublished', reason: 'insult' }), said(6, { state: 'notPublished', reason: 'advertising' })], [answer(1), answer(2, { decision: 'notAccepted' })])
  const words = headLines({ report: made, language: 'bg', version: 2, why: 'Пропуснато писмо.', day: '2026-11-02' }).map(({ name, value }) => `${name}: ${value}`).join('\n')
  for (const part of ['Област Липова', 'от 01.10.2026 до 20.10.2026, 20 дни', 'Срокът на програмата изтича.', `${channelNames.email.bg}: 1`, '2 предложения', 'приема се: 1', 'не се приема: 1', '02.11.2026, версия 2', 'Пропуснато писмо.']) expect(words).toContain(part)
  const tail = tailLines({ report: made, language: 'bg' }).map(({ value }) => value).join('\n')
  expect(tail).toContain('1: 2026-0003 (05.10.2026)')
  expect(tail).toContain('3: обида или омраза – 2; реклама – 1')
})
test('RR1 columns are chosen, but number, decision and reason stay; merged numbers are never left out', () => {
  expect(toColumns(['author'])).toEqual(['number', 'author', 'decision', 'reason'])
  const made = report([said(1), said(2, { state: 'merged', root: 'id-1' })], [answer(1)])
  expect(cellsOf(made.rows[0] as never, { columns: toColumns(['text']), language: 'bg' })[0]).toBe('2026-0001\n2026-0002')
})
test('RR1 what people typed is words in every form: no formula, no markup', () => {
  const hostile = '=HYPERLINK("http://x")', markup = '<script>alert(1)</script>#read("/etc/passwd")'
  const made = report([said(1, { title: '', text: hostile }), said(2, { title: '', text: markup })], [answer(1), answer(2)])
  expect(toReportCsv({ report: made, language: 'bg' })).toContain(`"'=HYPERLINK(""http://x"")"`)
  expect(toReportHtml({ report: made, language: 'bg', version: 1, why: '', day: '2026-11-02' })).toContain('&lt;script&gt;alert(1)&lt;/script&gt;#read')
  expect(toReportHtml({ report: made, language: 'bg', version: 1, why: '', day: '2026-11-02' })).not.toContain('<script')
  expect(toCsv([['а,б', 'в\nг']])).toBe('\ufeff"а,б","в\nг"\r\n')
})
test('RR6 the headline counts ended consultations with and without a report and the days until it', () => {
  const ended = (slug: string, days: number, finalisedAt: Date | null): Ended => ({ slug, title: { bg: slug, en: slug }, closedOn: '2026-10-20', version: finalisedAt === null ? null : 1, finalisedAt, days })
  const at = new Date('2026-11-01T00:00:00Z')
  expect(headlineOf([ended('a', 10, at), ended('b', 30, at), ended('c', 5, null), ended('d', 20, at)])).toEqual({ ended: 4, withReport: 3, without: 1, medianDays: 20 })
  expect(headlineOf([])).toEqual({ ended: 0, withReport: 0, without: 0, medianDays: null })
  expect(daysBetween('2026-11-01', '2026-11-30')).toBe(30)
})
test('WB3 „you said, we did“ has the sums of the report', () => {
  const decisions = ['accepted', 'acceptedInPart', 'notAccepted', 'outOfScope', 'alreadySo'] as const
  const made = report(Array.from({ length: 17 }, (_, at) => said(at + 1)), Array.from({ length: 15 }, (_, at) => answer(at + 1, { decision: decisions[at % 5] ?? 'accepted' })))
  const { counts, did, didNot, waiting } = toYouSaid(made)
  expect(made.byDecision.every(({ decision, count }) => counts[decision] === count)).toBe(true)
  expect(did.length + didNot.length + waiting.length).toBe(made.rows.length)
  expect([did.length, didNot.length, waiting.length, counts.waiting]).toEqual([9, 6, 2, 2])
})
