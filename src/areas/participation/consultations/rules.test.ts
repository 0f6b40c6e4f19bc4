// Terms of a consultation, and what becomes of comments when a new draft appears.
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { cutIntoBlocks } from '#areas/participation/texts/rules/cut.ts'
import { keepNumbers } from '#areas/participation/texts/rules/match.ts'
import { plainOf } from '#areas/participation/texts/rules/plain.ts'
import { sentencesOf } from '#areas/participation/texts/rules/sentences.ts'
import { hashedText, type Numbered, type Successor, type TextBlock } from '#areas/participation/texts/rules.ts'
import { carry, changedBlocks, changesOf, type Anchor } from './rules/carry.ts'
import { fromCommentText, toCommentText } from './rules/comment-text.ts'
import { beginOfDay, closesAtOf, daysBetween, isReminderDue, judgeTerm, lastDayOf } from './rules/term.ts'

const hash = (block: Numbered): string => createHash('sha256').update(hashedText(block)).digest('hex')
const frozen = (blocks: readonly Numbered[]): readonly TextBlock[] => blocks.map((block) => ({ ...block, version: 1, hash: hash(block) }))

test('CO2 a term of 13 days is refused, 14 and 29 need a reason in writing, 30 is free', () => {
  const closing = (days: number): string => new Date(Date.UTC(2026, 11, 1 + days)).toISOString().slice(0, 10)
  const judge = (days: number, reason = '') => judgeTerm({ opensOn: '2026-12-01', closesOn: closing(days), reason }).map(({ field }) => field)
  expect(daysBetween({ opensOn: '2026-12-01', closesOn: '2026-12-31' })).toBe(30)
  expect(judge(13)).toEqual(['closes_on'])
  expect(judge(13, 'спешно')).toEqual(['closes_on'])
  expect(judge(14)).toEqual(['short_term_reason'])
  expect(judge(14, 'Срокът по програмата изтича.')).toEqual([])
  expect(judge(29)).toEqual(['short_term_reason'])
  expect(judge(29, ' \n ')).toEqual(['short_term_reason'])
  expect(judge(29, 'Срокът по програмата изтича.')).toEqual([])
  expect(judge(30)).toEqual([])
  expect(judge(-1)).toEqual(['closes_on'])
})
test('CO2 the last day is open to its end in the region, also when the clocks change', () => {
  expect(closesAtOf('2026-12-31').toISOString()).toBe('2026-12-31T22:00:00.000Z')
  expect(beginOfDay('2026-03-29').toISOString()).toBe('2026-03-28T22:00:00.000Z')
  expect(beginOfDay('2026-03-30').toISOString()).toBe('2026-03-29T21:00:00.000Z')
  expect(beginOfDay('2026-10-26').toISOString()).toBe('2026-10-25T22:00:00.000Z')
  expect(lastDayOf(closesAtOf('2026-10-25'))).toBe('2026-10-25')
})
test('people are reminded once, within three days before the end', () => {
  const closesAt = closesAtOf('2026-12-31')
  expect(isReminderDue({ closesAt, remindedAt: null, now: new Date('2026-12-28T08:00:00Z') })).toBe(false)
  expect(isReminderDue({ closesAt, remindedAt: null, now: new Date('2026-12-29T08:00:00Z') })).toBe(true)
  expect(isReminderDue({ closesAt, remindedAt: new Date('2026-12-29T08:00:00Z'), now: new Date('2026-12-30T08:00:00Z') })).toBe(false)
  expect(isReminderDue({ closesAt, remindedAt: null, now: closesAt })).toBe(false)
})
test('CO3 a comment and the wording it proposes are one text, and come apart as they were', () => {
  for (const language of ['bg', 'en'] as const) for (const one of [{ says: 'Неясно е.', wording: 'Ясен текст.' }, { says: '', wording: 'Само редакция.' }, { says: 'Само бележка.', wording: '' }])
    expect(fromCommentText(toCommentText({ ...one, language }))).toEqual(one)
})
test('CO4 edited, moved, split, removed and new blocks: each comment is in the one place that follows, and only what changed is told', () => {
  const before = frozen(['# Цели', 'Районът ще строи школа за млади хора.', 'Парите идват от три програми. Всяка има срок.', 'Този абзац отпада изцяло накрая.', 'Мярката започва догодина.', 'Последен абзац на текста.'].map((source, at): Numbered => ({ kind: at === 0 ? 'heading' : 'paragraph', level: at === 0 ? 1 : 0, source, block: at + 1 })))
  const written: readonly Numbered[] = [
    { kind: 'heading', level: 1, source: '# Цели', block: 1 }, { kind: 'paragraph', level: 0, source: 'Последен абзац на текста.', block: 6 },
    { kind: 'paragraph', level: 0, source: 'Районът ще строи две школи за млади хора.', block: 2 }, { kind: 'paragraph', level: 0, source: 'Парите идват от три програми.', block: 3 },
    { kind: 'paragraph', level: 0, source: 'Всяка има срок.', block: 7 }, { kind: 'paragraph', level: 0, source: 'Мярката започва догодина.', block: 5 }, { kind: 'paragraph', level: 0, source: 'Съвсем нов абзац.', block: 8 },
  ]
  const after = frozen(written), successors: readonly Successor[] = [{ block: 3, successor: 3 }, { block: 3, successor: 7 }]
  const on = (block: number, quote = ''): Anchor => ({ block, hash: before[block - 1]?.hash ?? '', quote })
  const place = (block: number, quote = '') => carry(on(block, quote), { before, after, successors })
  expect(place(1).place).toBe('here')
  expect(place(2)).toMatchObject({ place: 'changed', blocks: [2], passage: { kind: 'changed' } })
  expect(place(3, 'Всяка има срок.')).toEqual({ place: 'goesOn', blocks: [3, 7], passage: { kind: 'stands', block: 7 } })
  expect(place(4)).toMatchObject({ place: 'takenOut', blocks: [] })
  expect(place(6).place).toBe('here')
  expect(carry(on(3), { before, after, successors: [] }).place).toBe('changed')
  expect(changesOf({ before, after, successors }).map(({ fate, before: was, after: now }) => [(now ?? was)?.block, fate])).toEqual([[1, 'same'], [6, 'moved'], [2, 'changed'], [3, 'split'], [4, 'removed'], [7, 'split'], [5, 'same'], [8, 'new']])
  expect(changedBlocks({ before, after, successors })).toEqual([2, 3, 4])
})
test('CO4 property: after random edits each comment is in exactly one of four places and its quote is a piece of the frozen words', () => {
  let seed = 11
  const random = (most: number): number => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed % most }
  const vocabulary = 'район школа програма срок пари хора път вода енергия млади знание работа'.split(' ')
  const sentence = (): string => `${Array.from({ length: 4 + random(6) }, () => vocabulary[random(vocabulary.length)]).join(' ')}.`.replace(/^./u, (letter) => letter.toUpperCase())
  for (let round = 0; round < 200; round += 1) {
    const first = keepNumbers({ before: [], after: cutIntoBlocks(Array.from({ length: 3 + random(8) }, () => Array.from({ length: 1 + random(3) }, sentence).join(' ')).join('\n\n')), next: 1 })
    const before = frozen(first.blocks)
    const anchors: readonly Anchor[] = before.flatMap((block) => [{ block: block.block, hash: block.hash, quote: '' }, ...sentencesOf(plainOf(block)).map((quote) => ({ block: block.block, hash: block.hash, quote }))])
    const sources = before.map(({ source }) => source), split: number[] = []
    for (let edit = random(6); edit > 0; edit -= 1) {
      const at = random(sources.length || 1), act = random(5)
      if (act === 0) sources.splice(at, 1)
      else if (act === 1) sources.splice(at, 0, sentence())
      else if (act === 2) sources.push(...sources.splice(at, 1))
      else if (act === 3 && sources[at] !== undefined) sources[at] = `${sources[at]} ${sentence()}`
      else if (sources[at] !== undefined) { const [head = '', ...rest] = sentencesOf(sources[at]); sources.splice(at, 1, head, ...(rest.length > 0 ? [rest.join(' ')] : [])); split.push(at) }
    }
    const after = frozen(keepNumbers({ before: first.blocks, after: cutIntoBlocks(sources.join('\n\n')), next: first.next }).blocks)
    const gone = before.filter(({ block, hash: was }) => !after.some((now) => now.block === block && now.hash === was))
    const successors: readonly Successor[] = gone.filter(() => random(2) === 0 && after.length > 0).map(({ block }) => ({ block, successor: after[random(after.length)]?.block ?? 0 }))
    const changes = changesOf({ before, after, successors })
    expect(changes.map(({ after: now }) => now?.block).filter((block) => block !== undefined)).toEqual(after.map(({ block }) => block))
    for (const anchor of anchors) {
      const { place, blocks } = carry(anchor, { before, after, successors })
      const now = after.find(({ block }) => block === anchor.block), named = successors.some(({ block }) => block === anchor.block)
      const places = [now?.hash === anchor.hash && 'here', now?.hash !== anchor.hash && named && 'goesOn', now !== undefined && now.hash !== anchor.hash && !named && 'changed', now === undefined && !named && 'takenOut'].filter((one) => one !== false)
      expect(places).toEqual([place])
      expect(blocks.every((block) => after.some((one) => one.block === block))).toBe(true)
      expect(blocks.length === 0).toBe(place === 'takenOut')
      expect(plainOf(before.find(({ block }) => block === anchor.block) ?? { kind: 'paragraph', source: '' })).toContain(anchor.quote)
    }
  }
})
