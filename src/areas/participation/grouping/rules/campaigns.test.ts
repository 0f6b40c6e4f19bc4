import { expect, test } from 'vitest'
import { nearDoublesExample } from '#areas/participation/proposals/rules/alike.cases.ts'
import { campaignsAmong } from './campaigns.ts'

const call = 'Настояваме да спрете плана за кариера край село Енина. Прахът ще покрие розовите градини, а камионите ще минават през центъра. Искаме открито обсъждане с всички жители и оценка на въздействието преди всяко решение.'
const letters = Array.from({ length: 50 }, (_, index) => ({
  id: `letter-${index}`, at: new Date(Date.UTC(2026, 4, 4 + Math.floor(index / 20), 8, index % 20)), author: `person-${index}`,
  text: `Уважаеми господин управител,\n${index % 3 === 0 ? `Живея в Енина от ${index} години. ` : ''}${call}${index % 4 === 0 ? ' Моля за писмен отговор.' : ''}\nС уважение,\nжител ${index}`,
}))
const others = nearDoublesExample().texts.slice(0, 160).map((text, index) => ({ id: `other-${index}`, at: new Date(Date.UTC(2026, 4, 1 + (index % 20), 9)), author: null, text }))

test('ME4 fifty letters of one campaign are one cluster of fifty persons, day by day, among letters on other matters', () => {
  const found = campaignsAmong([...others, ...letters], { least: 5 })
  expect(found.map(({ members, persons }) => [members.length, persons])).toEqual([[50, 50]])
  expect(found[0]?.perDay).toEqual([{ day: '2026-05-04', letters: 20 }, { day: '2026-05-05', letters: 20 }, { day: '2026-05-06', letters: 10 }])
})
test('ME4 who writes the same letter five times is one person', () => {
  expect(campaignsAmong(letters.slice(0, 5).map((letter) => ({ ...letter, author: 'one' })), { least: 2 }).map(({ persons }) => persons)).toEqual([1])
})
test('ME4 in whatever order the letters are handed over, the clusters are the same', () => {
  expect(campaignsAmong([...letters, ...others].reverse(), { least: 2 })).toEqual(campaignsAmong([...others, ...letters], { least: 2 }))
})
