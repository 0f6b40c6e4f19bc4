// Texts in blocks: cut, numbered, matched, cut into sentences, compared.
import { expect, test } from 'vitest'
import { cutIntoBlocks, gridOf, itemsOf } from './rules/cut.ts'
import { afterOf, beforeOf, wordDifference, wordsOf } from './rules/difference.ts'
import { keepNumbers } from './rules/match.ts'
import { plainOf } from './rules/plain.ts'
import { sentencesOf } from './rules/sentences.ts'
import { toMarkdown, type Numbered } from './rules.ts'

const draft = '# Цели\n\nПърви абзац за **индустрията**.\nОще от него.\n\n- едно\n- две\n  - вътре\n\n| Мярка | Срок |\n|---|---|\n| Школа | 2027 г. |\n\n<b>не е HTML</b>\n\n---\n\nКрай.'
test('a text is cut into headings, paragraphs, lists and tables, and put together again says the same', () => {
  const blocks = cutIntoBlocks(draft)
  expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'list', 'table', 'paragraph', 'paragraph'])
  expect(cutIntoBlocks(toMarkdown(blocks))).toEqual(blocks)
  expect(itemsOf(blocks[2]?.source ?? '').map(({ depth }) => depth)).toEqual([0, 0, 1])
  expect(gridOf(blocks[3]?.source ?? '')).toEqual({ head: ['Мярка', 'Срок'], rows: [['Школа', '2027 г.']] })
  expect(plainOf(blocks[1] ?? { kind: 'paragraph', source: '' })).toBe('Първи абзац за индустрията. Още от него.')
})
test('one megabyte of marks that open and never close is read to its end', () => {
  for (const hostile of [`${'*'.repeat(1e6)}а`, '['.repeat(1e6), '|a'.repeat(5e5), '- '.repeat(5e5), '# a\n'.repeat(2e5), '**a '.repeat(2e5)])
    expect(cutIntoBlocks(hostile).slice(0, 3).map((block) => plainOf(block)).length).toBeGreaterThan(0)
})
const numbered = (sources: readonly string[]): readonly Numbered[] => sources.map((source, at) => ({ kind: 'paragraph', level: 0, source, block: at + 1 }))
test('a number stays with its block when the whole text is typed anew: edited, moved, removed and new ones', () => {
  const before = numbered(['Първият абзац говори за хората тук.', 'Вторият абзац говори за водата.', 'Третият абзац говори за пътищата.', 'Четвъртият говори за въздуха.'])
  const after = cutIntoBlocks('Третият абзац говори за пътищата.\n\nПървият абзац говори за хората в района.\n\nСъвсем нови думи се появиха.\n\nЧетвъртият говори за въздуха.')
  const { blocks, next } = keepNumbers({ before, after, next: 5 })
  expect(blocks.map(({ block }) => block)).toEqual([3, 1, 5, 4])
  expect(next).toBe(6)
})
test('a number is never given twice, and one that is gone never comes back', () => {
  let blocks: readonly Numbered[] = [], next = 1, seed = 7
  const gone = new Set<number>(), random = (most: number): number => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed % most }
  for (let round = 0; round < 150; round += 1) {
    const words = [...blocks.map(({ source }) => source)]
    const act = random(4)
    if (act === 0) words.splice(random(words.length + 1), 0, `нов абзац номер ${round} с думи ${random(1000)}`)
    else if (act === 1 && words.length > 0) words.splice(random(words.length), 1)
    else if (act === 2 && words.length > 0) { const at = random(words.length); words[at] = `${words[at]} и още ${random(100)}` }
    else words.sort(() => random(3) - 1)
    const matched = keepNumbers({ before: blocks, after: words.map((source) => ({ kind: 'paragraph', level: 0, source })), next })
    const now = matched.blocks.map(({ block }) => block)
    expect(new Set(now).size).toBe(now.length)
    expect(now.some((block) => gone.has(block))).toBe(false)
    for (const { block } of blocks) if (!now.includes(block)) gone.add(block)
    blocks = matched.blocks; next = matched.next
    expect(now.every((block) => block < next)).toBe(true)
  }
})
test('a sentence is not ended by an abbreviation, an article or a year, and each is a piece of the text', () => {
  const text = 'По чл. 26, ал. 5 от закона се прави справка. Тя е публична до 2027 г. включително! Вж. стр. 4 и т.н. Какво следва?'
  expect(sentencesOf(text)).toEqual(['По чл. 26, ал. 5 от закона се прави справка.', 'Тя е публична до 2027 г. включително!', 'Вж. стр. 4 и т.н. Какво следва?'])
  for (const sentence of sentencesOf(text)) expect(text).toContain(sentence)
})
test('CO3 the difference is in whole words: „индустрия“ is never cut, and both wordings come back exactly', () => {
  const before = 'Подкрепяме индустриална зона и индустрията.', after = 'Подкрепяме индустриални зони и индустрията.'
  const parts = wordDifference({ before, after })
  expect(beforeOf(parts)).toBe(before)
  expect(afterOf(parts)).toBe(after)
  expect(parts.filter(({ kind }) => kind === 'out').map(({ text }) => text)).toEqual(['индустриална зона'])
  expect(parts.filter(({ kind }) => kind === 'in').map(({ text }) => text)).toEqual(['индустриални зони'])
})
test('CO3 over random wordings no part begins or ends inside a word', () => {
  let seed = 3
  const random = (most: number): number => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed % most }
  const some = ['индустрия', 'индустриален', 'индустриална', 'и', 'зона', 'зони', ',', 'по-добра', '2027']
  for (let round = 0; round < 300; round += 1) {
    const make = (): string => Array.from({ length: random(14) }, () => some[random(some.length)]).join(' ')
    const before = make(), after = make(), parts = wordDifference({ before, after })
    expect(beforeOf(parts)).toBe(before)
    expect(afterOf(parts)).toBe(after)
    for (const side of ['in', 'out'] as const) expect(parts.filter(({ kind }) => kind !== (side === 'in' ? 'out' : 'in')).flatMap(({ text }) => wordsOf(text))).toEqual(wordsOf(side === 'in' ? after : before))
  }
})
