// A kept trend stands on its own figures: it can be computed again from its record, says its method, and everybody can read it.
import { expect, test } from 'vitest'
import type { AccountId } from '#kernel/who.ts'
import { testStore } from '#test/database.ts'
import { starter } from '#test/starter.ts'
import { findAnalysisPage } from '#areas/evidence/analyses/read.ts'
import { keepForm } from './forms.ts'
import { getTrend } from './read.ts'
import { choiceOf } from './rules/choice.ts'
import { courseOfRecord, type TrendRecord, type TrendResult } from './rules/record.ts'
import { noteOf } from './views/keep.tsx'
import { keepTrend } from './write.ts'

const store = await testStore({ seed: starter })
const now = new Date('2026-11-25T09:00:00Z')
const keep = (query: string) => store.writing(async (writer) => {
  const trend = await getTrend(writer.reader, { choice: choiceOf(new URLSearchParams(query)), now })
  if ('kind' in trend) throw new Error('no trend')
  return keepTrend({ writer, now, who: { account: null as AccountId | null } } as Parameters<typeof keepTrend>[0], { trend, title: { bg: 'Ход', en: 'Course' }, why: 'за доклада', note: { bg: noteOf(trend, 'bg'), en: noteOf(trend, 'en') } })
})

test('the record alone gives the same course and forecast; the note says method, price and values', async () => {
  const answer = await keep('indicator=ent.stock&years=3')
  expect(answer).toMatchObject({ kind: 'see', path: expect.stringMatching(/^\/evidence\/analyses\/\d+$/) })
  const number = answer.kind === 'see' ? Number(answer.path.split('/').at(-1)) : 0
  const page = await store.reading((reader) => findAnalysisPage(reader, { number, who: 'everyone' }))
  const record = page?.shown.record as TrendRecord, result = page?.shown.result as TrendResult
  expect(page).toMatchObject({ kind: 'trend', state: 'published', shown: { why: 'за доклада' } })
  expect(JSON.parse(JSON.stringify(courseOfRecord(record)))).toEqual({ course: result.course, forecast: result.forecast, growth: result.growth, slope: result.slope, test: result.test })
  expect(page?.shown.note.bg).toMatch(/Метод: .+ би грешил средно с .+\n\n[\s\S]*– 2020\sг\.: /)
  expect(page?.shown.vintages.length).toBeGreaterThan(0)
})
test('what a price moves is kept with its warning and without a forecast', async () => {
  const answer = await keep('indicator=ctx.gdp.recent')
  const number = answer.kind === 'see' ? Number(answer.path.split('/').at(-1)) : 0
  const page = await store.reading((reader) => findAnalysisPage(reader, { number, who: 'everyone' }))
  expect(page?.shown.result).toMatchObject({ forecast: null })
  expect(page?.shown.note.en).toContain('price of electricity')
})
test('without titles nothing is kept, and each field is told', () => {
  const found = keepForm({ text: { title_bg: [' '], why: ['x'.repeat(501)] }, files: {} } as unknown as Parameters<typeof keepForm>[0])
  expect(found).toMatchObject({ ok: false })
  expect(JSON.stringify(found)).toContain('title_en')
})
