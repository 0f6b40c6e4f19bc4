import { expect, test } from 'vitest'
import { kinship, stemPrefixes, toWords } from './search-words.ts'

test('a text falls into its words, in lower case, in either alphabet', () => {
  expect(toWords('Община Стара Загора (BG344), 2021–2027: „иновации“ & R&D')).toEqual(['община', 'стара', 'загора', 'bg344', '2021', '2027', 'иновации', 'r', 'd'])
})

test('a letter written with a combining sign is the same letter', () => {
  expect(toWords('\u0438\u0306')).toEqual(['й'])
})

test.each([
  ['предприятие', 'предприятията', 3], ['град', 'градовете', 3], ['мярка', 'мерките', 3], ['голям', 'големите', 3],
  ['ученик', 'ученици', 2], ['наука', 'научните', 2], ['иновация', 'иновативен', 2], ['училище', 'училища', 3], ['innovation', 'innovations', 3],
] as const)('%s and %s are kin', (a, b, least) => {
  expect(kinship(a, b)).toBeGreaterThanOrEqual(least)
  expect(kinship(b, a)).toBeGreaterThanOrEqual(2)
})

test.each([
  ['предприятие', 'предприемач'], ['град', 'гражданин'], ['инвестиция', 'инвеститор'], ['жителят', 'работодателят'], ['мините', 'общините'],
  ['2022', '2023'], ['bg341', 'bg344'], ['на', 'наука'],
])('%s and %s are not', (a, b) => {
  expect(kinship(a, b)).toBe(0)
  expect(kinship(b, a)).toBe(0)
})

test('whatever is kin begins like one of the prefixes it is looked up by', () => {
  for (const [typed, found] of [['мярка', 'мерки'], ['мерки', 'мярка'], ['цифровизацията', 'цифров'], ['голям', 'големи'], ['деен', 'деятел']] as const) {
    if (kinship(typed, found) > 0) expect(stemPrefixes(typed).some((prefix) => found.startsWith(prefix)), `${typed} ${found}`).toBe(true)
  }
})
