// Findings on a real database with the starter pack: nothing is lost, every link is seen from both ends, nothing half-proved is published.
import { describe, expect, test } from 'vitest'
import { testStore } from '#test/database.ts'
import { makeActs, staff } from '#test/participation.ts'
import { starter } from '#test/starter.ts'
import { listFigures } from '#areas/evidence/figures/read.ts'
import { moveContribution } from '#areas/participation/proposals/write.ts'
import { listActs } from '#store/audit.ts'
import { walkThread } from '#store/thread.ts'
import { findFinding, findKept, listChallenges, listDecisions, listEvidence, listFindings, listPairs, listVersions, listWeighed } from './read.ts'
import { listHomeIndices } from './read/analyses.ts'
import { listSuggestions, resolveVoice } from './read/evidence.ts'
import type { FindingWords } from './rules.ts'
import { prepareIndices } from '#areas/evidence/indices/commands.ts'
import { evidenceIn, suggest, waitingOf } from './rules/suggest.ts'
import { toWords } from './views/suggestion-words.ts'
import { changeFinding, keepTyped, publishFinding, restoreFinding, withdrawFinding, writeFinding } from './write.ts'
import { addEvidence, addFigure, endEvidence } from './write/evidence.ts'
import { acceptSuggestion, refuseSuggestion, weighFindings, writeChallenge, writePair } from './write/swot.ts'

const now = new Date('2026-11-25T10:00:00Z')
const store = await testStore({ seed: starter })
const { act, submit, person } = await makeActs(store, now)
const who = staff('analyst')
await prepareIndices(store, now)
const as = <T>(work: Parameters<typeof act<T>>[0]) => act(work, { who })
const read = <T>(ask: Parameters<typeof store.reading<T>>[0]) => store.reading(ask, { as: 'staff' })
const words = (bg: string, more: Partial<FindingWords> = {}): FindingWords => ({ kind: 'weakness', theme: 'people', confidence: 'low', statement: { bg, en: `EN ${bg}` }, says: { bg: '', en: '' }, illustrative: 'no', ...more })
const write = async (given: FindingWords): Promise<number> => {
  const answer = await as((visit) => writeFinding(visit, { words: given }))
  if (answer.kind !== 'see') throw new Error(JSON.stringify(answer))
  return Number(answer.path.split('/').at(-1))
}
const get = async (number: number) => { const found = await read((reader) => findFinding(reader, { number, who: 'staff' })); if (found === undefined) throw new Error(`no finding ${number}`); return found }
const publish = async (number: number) => as(async (visit) => publishFinding(visit, { number, version: (await findFinding(visit.writer.reader, { number, who: 'staff' }))?.version ?? 0 }))
const proposal = async (text: string) => {
  const made = await submit({ text, title: 'Млади', author: await person(`${text.length}@example.bg`) })
  if (made.state !== 'published') await act((visit) => moveContribution(visit, { id: made.id, act: 'publish' }), { who: staff('coordinator') })
  return made
}
const indicator = 'ctx.pop'

describe('evidence', () => {
  test('a figure and a proposal are linked with passage and reason, and the finding is seen from both of them', async () => {
    const number = await write(words('Младите намаляват', { confidence: 'high' }))
    expect(await publish(number)).toMatchObject({ kind: 'problems', problems: [{ field: 'evidence' }] })
    expect(await as((visit) => addFigure(visit, { number, key: indicator, scope: 'own', passage: '', reason: 'толкова души' }))).toMatchObject({ kind: 'see' })
    expect(await publish(number)).toMatchObject({ kind: 'problems', problems: [{ field: 'confidence' }] })
    const said = await proposal('Нужни са стипендии за млади инженери, които се връщат.')
    const voice = await read((reader) => resolveVoice(reader, { way: 'voice', which: said.number, passage: 'стипендии за млади инженери' }))
    if (!voice.ok) throw new Error(voice.problem.text.en)
    expect(voice.value.kind).toBe('proposal')
    await as((visit) => addEvidence(visit, { number, evidence: { ...voice.value, passage: 'стипендии за млади инженери', reason: 'хората казват защо' } }))
    expect(await publish(number)).toMatchObject({ kind: 'see' })
    const finding = await get(number)
    const evidence = (await read((reader) => listEvidence(reader, { of: [finding], who: 'everyone' }))).get(finding.id) ?? []
    expect(evidence.map(({ kind, passage, reason }) => [kind, passage, reason])).toEqual([['figure', '', 'толкова души'], ['proposal', 'стипендии за млади инженери', 'хората казват защо']])
    for (const { thing } of evidence) {
      const [back] = await store.reading((reader) => walkThread(reader, { from: thing, toward: 'later', who: 'everyone' }))
      expect(back?.thing).toMatchObject({ id: finding.id, path: `/strategy/findings/${number}`, state: 'published' })
    }
  })
  test('a passage that nobody wrote and a number that nobody has are refused at the field', async () => {
    const said = await proposal('Автобусът да спира пред гимназията всеки ден.')
    const resolve = (which: string, passage: string) => read((reader) => resolveVoice(reader, { way: 'voice', which, passage }))
    expect(await resolve(said.number, 'влакът да спира')).toMatchObject({ ok: false, problem: { field: 'passage' } })
    expect(await resolve(`/bg/participation/proposals/${said.number}`, '„автобусът  да спира“')).toMatchObject({ ok: true })
    expect(await resolve('2026-9999', '')).toMatchObject({ ok: false, problem: { field: 'number' } })
    expect(await resolve('дванайсет', '')).toMatchObject({ ok: false, problem: { field: 'number' } })
  })
  test('the last piece of a published finding stays until the finding goes; a draft may lose it', async () => {
    const number = await write(words('Само една стойност'))
    await as((visit) => addFigure(visit, { number, key: indicator, scope: 'own', passage: '', reason: 'ето' }))
    await publish(number)
    const finding = await get(number)
    const [only] = (await read((reader) => listEvidence(reader, { of: [finding], who: 'staff' }))).get(finding.id) ?? []
    const end = () => as((visit) => endEvidence(visit, { number, link: only?.link ?? '', why: 'сгрешено' }))
    expect((await end()).kind).toBe('problems')
    await as((visit) => withdrawFinding(visit, { number, version: finding.version, why: 'преразглежда се' }))
    expect((await end()).kind).toBe('see')
    expect((await read((reader) => listEvidence(reader, { of: [finding], who: 'staff' }))).get(finding.id)).toBeUndefined()
    expect(await store.reading((reader) => findFinding(reader, { number, who: 'everyone' }))).toBeUndefined()
  })
})
describe('nothing is lost', () => {
  test('every version is kept; an earlier one comes back as a new one, and that can be undone too', async () => {
    const number = await write(words('Първо'))
    const change = async (bg: string, version: number) => as((visit) => changeFinding(visit, { number, version, words: words(bg), why: 'по-ясно' }))
    await change('Второ', 1)
    await change('Трето', 2)
    await as((visit) => restoreFinding(visit, { number, version: 3, from: 1 }))
    expect((await get(number)).statement.bg).toBe('Първо')
    await as((visit) => restoreFinding(visit, { number, version: 4, from: 3 }))
    const finding = await get(number)
    expect([finding.statement.bg, finding.version]).toEqual(['Трето', 5])
    expect((await read((reader) => listVersions(reader, finding.id))).map(({ version, words: of, restoredFrom }) => [version, of.statement.bg, restoredFrom])).toEqual([[5, 'Трето', 3], [4, 'Първо', 1], [3, 'Трето', null], [2, 'Второ', null], [1, 'Първо', null]])
    expect((await read((reader) => listActs(reader, { thing: finding.id, limit: 10 }))).map(({ act: name }) => name)).toContain('strategy.finding.restore')
  })
  test('who saves over a colleague is told, and nothing is overwritten', async () => {
    const number = await write(words('Мое'))
    expect((await as((visit) => changeFinding(visit, { number, version: 1, words: words('Твое'), why: '' }))).kind).toBe('see')
    expect((await as((visit) => changeFinding(visit, { number, version: 1, words: words('Пак мое'), why: '' }))).kind).toBe('problems')
    expect((await get(number)).statement.bg).toBe('Твое')
  })
  test('what was typed and not saved is there when its author comes back, for nobody else, and goes with the saving', async () => {
    const number = await write(words('За пазене'))
    await as((visit) => keepTyped(visit, { of: number, fields: { statement_bg: 'Половин изрече' } }))
    await as((visit) => keepTyped(visit, { of: number, fields: { statement_bg: 'Половин изречение' } }))
    const kept = (account: typeof who) => read((reader) => findKept(reader, { account: account.account, of: number }))
    expect((await kept(who))?.fields).toEqual({ statement_bg: 'Половин изречение' })
    expect(await kept(staff('analyst', 2))).toBeUndefined()
    expect((await get(number)).statement.bg).toBe('За пазене')
    await as((visit) => changeFinding(visit, { number, version: 1, words: words('Цяло изречение'), why: '' }))
    expect(await kept(who)).toBeUndefined()
    await expect(store.reading((reader) => findKept(reader, { account: who.account, of: number }))).rejects.toMatchObject({ code: '42501' })
  })
})
describe('suggestions', () => {
  test('follow from the figures, say their numbers, and wait; accepted, one is a draft with its figures pinned; refused, it does not come back', async () => {
    const suggestions = await read((reader) => listSuggestions(reader, now))
    expect(suggestions.length).toBeGreaterThan(2)
    expect(new Set(suggestions.map(({ key }) => key)).size).toBe(suggestions.length)
    for (const one of suggestions) for (const text of Object.values(toWords(one).statement)) expect(text, one.key).toMatch(/\d/)
    const [first, second] = suggestions
    if (first === undefined || second === undefined) throw new Error('no suggestions')
    const finding = await as((visit) => acceptSuggestion(visit, { key: first.key, words: toWords(first) }))
    if (finding === 'decided') throw new Error('decided')
    await as((visit) => addFigure(visit, { number: finding.number, key: 'ctx.unemp', scope: 'all', passage: '', reason: 'правило' }))
    expect(await get(finding.number)).toMatchObject({ state: 'draft', suggestion: first.key, confidence: 'low' })
    expect((await read((reader) => listFigures(reader, { limit: 1 })))[0]?.pinned.values.length).toBeGreaterThan(1)
    expect([...new Set(suggestions.map(({ basis }) => basis.from))].sort()).toEqual(['course', 'place'])
    expect(await as((visit) => acceptSuggestion(visit, { key: first.key, words: toWords(first) }))).toBe('decided')
    await as((visit) => refuseSuggestion(visit, { key: second.key, statement: toWords(second).statement, reason: 'не зависи от нас' }))
    const decisions = await read(listDecisions)
    expect(decisions.map(({ key, decision, reason }) => [key, decision, reason]).sort()).toEqual([[first.key, 'accepted', ''], [second.key, 'refused', 'не зависи от нас']].sort())
    const waiting = waitingOf(suggestions, decisions).map(({ key }) => key)
    expect([waiting.includes(first.key), waiting.includes(second.key), waiting.length]).toEqual([false, false, suggestions.length - 2])
  })
})
test('nothing is suggested from a place among few because the others are of low reliability: unemployment is 3rd of only 19 that may be ranked', async () => {
  const keys = (await read((reader) => listSuggestions(reader, now))).map(({ key }) => key)
  expect(keys.length).toBeGreaterThan(3)
  expect(keys.filter((key) => key.includes('ctx.unemp'))).toEqual([])
})
test('a pillar at either end of an index with a name is suggested, resting on the saved analysis; one in the middle, or of an index without a name, is not', async () => {
  const indices = await read(listHomeIndices)
  expect(indices.length).toBe(3)
  const placed = (place: number) => indices.map((one) => ({ ...one, outcome: { ...one.outcome, nodes: one.outcome.nodes.map((node) => ({ ...node, ranks: node.ranks.map((rank, row) => (row === one.row && rank !== null ? place : rank)) })) } }))
  const drawn = (place: number) => suggest({ headlines: [], trends: [], indices: placed(place), seen: null })
  expect(drawn(14)).toEqual([])
  const [first] = drawn(1), [last] = drawn(28)
  if (first === undefined || last === undefined) throw new Error('nothing was drawn')
  expect([first.kind, last.kind]).toEqual(['strength', 'weakness'])
  expect(toWords(first).statement.bg).toContain('1-')
  const evidence = evidenceIn(first)
  const conditions = indices.find(({ index }) => index.key === 'conditions')
  expect(evidence).toEqual({ kind: 'analysis', thing: conditions?.index.id })
  const finding = await as((visit) => acceptSuggestion(visit, { key: first.key, words: toWords(first) }))
  if (finding === 'decided' || evidence.kind !== 'analysis') throw new Error('decided')
  expect((await as((visit) => addEvidence(visit, { number: finding.number, evidence: { kind: 'analysis', thing: evidence.thing, passage: '', reason: 'правило' } }))).kind).toBe('see')
  const back = await read((reader) => walkThread(reader, { from: evidence.thing, toward: 'later', who: 'staff' }))
  expect(back.map(({ thing }) => thing.id)).toContain(finding.id)
})
describe('what stands on findings', () => {
  test('four forms show no mean, the fifth does; a form without a known finding keeps nothing', async () => {
    const number = await write(words('За тежест'))
    await as((visit) => addFigure(visit, { number, key: indicator, scope: 'own', passage: '', reason: 'ето' }))
    await publish(number)
    const { id } = await get(number)
    const weigh = (importance: number) => act((visit) => weighFindings(visit, { sector: 'business', weights: [{ number, importance }] }))
    for (const importance of [5, 5, 4, 3]) await weigh(importance)
    const weighed = async () => (await store.reading(listWeighed)).get(id)
    expect(await weighed()).toMatchObject({ count: 4, mean: null })
    await weigh(3)
    expect(await weighed()).toMatchObject({ count: 5, mean: 4 })
    expect((await act((visit) => weighFindings(visit, { sector: null, weights: [{ number: 999_999, importance: 5 }] }))).kind).toBe('problems')
  })
  test('a challenge groups needs, weaknesses and threats; a pair has a side of ours and one from outside', async () => {
    const [need, strength, chance] = [await write(words('Нужда', { kind: 'need' })), await write(words('Сила', { kind: 'strength' })), await write(words('Шанс', { kind: 'opportunity' }))]
    const challenge = { title: { bg: 'Как?', en: 'How?' }, says: { bg: '', en: '' }, state: 'published' as const }
    expect((await as((visit) => writeChallenge(visit, { ...challenge, findings: [strength] }))).kind).toBe('problems')
    await as((visit) => writeChallenge(visit, { ...challenge, findings: [need, strength] }))
    expect((await store.reading((reader) => listChallenges(reader, { who: 'everyone' })))[0]?.findings).toEqual([(await get(need)).id])
    expect((await as((visit) => writePair(visit, { inside: need, outside: chance, note: { bg: 'х', en: '' } }))).kind).toBe('problems')
    await as((visit) => writePair(visit, { inside: strength, outside: chance, note: { bg: 'Да растем', en: '' } }))
    expect((await store.reading(listPairs)).map(({ note }) => note.bg)).toEqual(['Да растем'])
  })
  test('everyone sees what was published, and nothing else', async () => {
    expect((await store.reading((reader) => listFindings(reader, { who: 'everyone' }))).every(({ state }) => state === 'published')).toBe(true)
  })
})
