import { expect, test } from 'vitest'
import { likenessOf, mostAlike, nearDouble, rarityAmong, toBareWords, toComparable, worthShowing } from './alike.ts'
import { nearDoublesExample } from './alike.cases.ts'

test('ME1 case, spaces, greeting and signature make no difference', () => {
  const plain = 'Искам велоалея по бул. „Патриарх Евтимий“. Децата карат по пътното платно.'
  const asLetter = 'Уважаеми господин областен управител,\n\nискам  велоалея по бул. "Патриарх Евтимий".\nДецата карат по пътното платно!\n\nС уважение,\nПетя Иванова\nтел. 0888 123 456'
  const asMail = 'Здравейте,\nИСКАМ ВЕЛОАЛЕЯ ПО БУЛ. ПАТРИАРХ ЕВТИМИЙ. ДЕЦАТА КАРАТ ПО ПЪТНОТО ПЛАТНО.\n-- \nИзпратено от телефон'
  expect(toBareWords(asLetter)).toBe(toBareWords(plain))
  expect(toBareWords(asMail)).toBe(toBareWords(plain))
  expect(toBareWords('Здравейте, искам велоалея. Поздрави, Петя')).toBe('искам велоалея')
  expect(toBareWords('С уважение към всички,\nискам пейка.')).toContain('пейка')
})
test('ME1 of 200 texts with 40 near doubles at least nine in ten are offered, and at least nine in ten of what is offered are doubles', () => {
  const { texts, doubles } = nearDoublesExample()
  expect([texts.length, doubles.length]).toEqual([200, 40])
  const all = texts.map(toComparable)
  const rarity = rarityAmong(all)
  const truth = new Set(doubles.map(([one, other]) => `${one} ${other}`))
  const offered = all.flatMap((one, first) => all.slice(first + 1).flatMap((other, rest) => (likenessOf({ one, other, rarity }) >= nearDouble ? [`${first} ${first + 1 + rest}`] : [])))
  const right = offered.filter((pair) => truth.has(pair)).length
  expect(right / truth.size).toBeGreaterThanOrEqual(0.9)
  expect(right / offered.length).toBeGreaterThanOrEqual(0.9)
})
test('ME1 the same text gives 1, an empty one is like nothing, and it does not matter which comes first', () => {
  const [one, other, none] = ['Искам детска градина в квартал Железник', 'Нужна е детска градина в Железник', ''].map(toComparable) as [ReturnType<typeof toComparable>, ReturnType<typeof toComparable>, ReturnType<typeof toComparable>]
  const rarity = rarityAmong([one, other])
  expect(likenessOf({ one, other: one, rarity })).toBe(1)
  expect(likenessOf({ one, other: none, rarity })).toBe(0)
  expect(likenessOf({ one, other, rarity })).toBeCloseTo(likenessOf({ one: other, other: one, rarity }), 12)
})
test('PR2 a neighbour in other words is worth showing, another matter is not', () => {
  const texts = ['Да се направи велоалея от парк Загорка до гарата, за да се стига безопасно с колело.', 'Повече стажове за ученици от професионалните гимназии във фирмите.', 'Обучение по програмиране за възрастни в читалищата.']
  expect(mostAlike('Искам безопасна велоалея до гарата от парка Загорка', texts, { least: worthShowing, most: 5 }).map(({ index }) => index)).toEqual([0])
})
