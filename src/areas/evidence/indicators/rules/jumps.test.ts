import { expect, test } from 'vitest'
import type { Period } from '#kernel/period.ts'
import type { Region } from '#kernel/region.ts'
import type { Remark } from '#areas/evidence/datasets/rules.ts'
import { unexplainedJumps } from './jumps.ts'

const shown: Region = { code: 'SZR31', version: '2024', level: 'municipality', parent: 'BG344', nsi: 'SZR31', name: { bg: 'Стара Загора', en: 'Stara Zagora' } }
const jump = (period: string, before: number, after: number): Remark =>
  ({ check: 'outliers', result: 'mark', says: after > before ? 'jumpUp' : 'jumpDown', facts: { before, after, deviations: 5, of: 11 }, selection: 'ter.rural', region: 'SZR31', period: period as Period })
const all = [jump('2001', 10_950, 9_522), jump('2020', 20_700, 27_224), jump('2023', 18_689, 18_335)]
const asked = { jumps: all, leaves: ['ter.rural'], shown, newest: '2024' as Period, caveats: [] }

test('beside a municipality’s number stands the large jump of the last ten years, not the small and not the old one', () => {
  expect(unexplainedJumps(asked)).toEqual(['2020'])
})
test('what the catalogue explains as a break, what is of another series and what is a district’s is not said', () => {
  expect(unexplainedJumps({ ...asked, caveats: [{ kind: 'break', text: { bg: 'Преброяване.', en: 'Census.' }, from: '2020' as Period, to: null, regions: null }] })).toEqual([])
  expect(unexplainedJumps({ ...asked, leaves: ['ter.urban.number'] })).toEqual([])
  expect(unexplainedJumps({ ...asked, shown: { ...shown, level: 'nuts3' } })).toEqual([])
})
