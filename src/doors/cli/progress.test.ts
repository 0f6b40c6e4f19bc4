// How far long work has come, in words and on two kinds of screen.
import { expect, test } from 'vitest'
import { makeBar, sayAdvance, saySpan } from './progress.ts'

const screen = (isTTY: boolean) => {
  const written: string[] = []
  return { written, isTTY, columns: 100, write: (text: string) => { written.push(text) } }
}

test('share, count, rate and remaining time are said', () => {
  const advance = { label: 'pop', unit: 'series', done: 500, total: 2000, spent: 10_000 }
  expect(sayAdvance(advance, 'en')).toBe('pop  25 %  500 of 2,000 series  50/s  30 s left')
  expect(sayAdvance(advance, 'bg').replace(/\s/g, ' ')).toBe('pop  25 %  500 от 2 000 series  50/сек.  остават 30 сек.')
})

test('without a total only what is known is said', () => {
  expect(sayAdvance({ label: 'pop', unit: 'rows', done: 3, total: null, spent: 2000 }, 'en')).toBe('pop  3 rows  1.5/s')
  expect(sayAdvance({ label: 'pop', unit: 'rows', done: 0, total: 10, spent: 0 }, 'en')).toBe('pop  0 %  0 of 10 rows')
})

test('a span is said in its two largest units', () => {
  expect([0.2, 59, 200, 7500].map((seconds) => saySpan(seconds, 'en'))).toEqual(['1 s', '59 s', '3 min 20 s', '2 h 5 min'])
})

test('a terminal is redrawn in place a few times a second, and ends on a line of its own', () => {
  const terminal = screen(true)
  let at = 0
  const bar = makeBar({ label: 'pop', unit: 'rows', total: 1000 }, { screen: terminal, language: 'en', now: () => at })
  for (let done = 1; done <= 1000; done += 1) { at += 1; bar.reach(done) }
  bar.end()
  bar.end()
  expect(terminal.written.length).toBe(12)
  expect(terminal.written[0]).toMatch(/^\r\x1b\[2K██░+ {2}pop {2}10 %/)
  expect(terminal.written.slice(-2)).toEqual([expect.stringContaining('1,000 of 1,000 rows'), '\n'])
})

test('a log gets a plain line every five seconds and one at the end', () => {
  const log = screen(false)
  let at = 0
  const bar = makeBar({ label: 'pop', unit: 'rows' }, { screen: log, language: 'en', now: () => at })
  for (let done = 1; done <= 12; done += 1) { at += 1000; bar.reach(done) }
  bar.end()
  expect(log.written).toEqual(['pop  5 rows  1.0/s\n', 'pop  10 rows  1.0/s\n', 'pop  12 rows  1.0/s\n'])
})
