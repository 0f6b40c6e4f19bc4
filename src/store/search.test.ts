import { expect, test } from 'vitest'
import type { Bilingual, Language } from '#kernel/language.ts'
import { testStore } from '#test/database.ts'
import { newId } from './ids.ts'
import { findThings, type SearchQuestion } from './search.ts'
import { setSearchPages } from './search-text.ts'
import { registerThing, renameThing, type SeenBy } from './thread.ts'

const store = await testStore()
const add = async (title: Bilingual, text: Bilingual, seenBy: SeenBy = 'everyone') => {
  const id = newId<'indicator'>()
  await store.writing((writer) => registerThing(writer, { id, kind: 'indicator', title, path: `/evidence/indicators/${id}`, text, seenBy }))
  return id
}
const ask = (words: string, more: Partial<SearchQuestion> = {}) =>
  store.reading((reader) => findThings(reader, { words, language: 'bg', limit: 20, who: 'everyone', ...more }))
const titles = async (words: string, language: Language = 'bg') => (await ask(words, { language })).found.map(({ title }) => title)

await add({ bg: 'Брой на предприятията', en: 'Number of enterprises' }, { bg: 'Нефинансови единици в областта, по градове.', en: 'Non-financial units in the district, by city.' })
await add({ bg: 'Разходи за научна дейност', en: 'Spending on research' }, { bg: 'Разходи на едно предприятие за иновации, като дял от продукцията.', en: 'What an enterprise spends on innovation.' })
await add({ bg: 'Предприемачи по възраст', en: 'Entrepreneurs by age' }, { bg: 'Хора, които са започнали собствена работа.', en: 'People who started a business.' })
const hidden = await add({ bg: 'Вътрешен запис за предприятия', en: 'Internal note on enterprises' }, { bg: '', en: '' }, 'staff')
await store.writing((writer) => setSearchPages(writer, [{ path: '/project', title: { bg: 'Проектът', en: 'The project' }, text: { bg: 'Четири дейности до февруари 2025 г.', en: 'Four activities until February 2025.' } }]))

test('„предприятие“ finds „предприятията“, and a title before a text', async () => {
  expect(await titles('предприятие')).toEqual(['Брой на предприятията', 'Разходи за научна дейност'])
})

test('the word as typed comes before its other forms', async () => {
  await add({ bg: 'Едно предприятие', en: 'One enterprise' }, { bg: '', en: '' })
  expect((await titles('предприятие'))[0]).toBe('Едно предприятие')
})

test('several words narrow the answer; little words do not count', async () => {
  expect(await titles('разходите за иновация')).toEqual(['Разходи за научна дейност'])
})

test('when nothing holds all the words, what holds one of them is shown and said so', async () => {
  const answer = await ask('предприемач проекти')
  expect(answer.matched).toBe('any')
  expect(answer.found.map(({ title }) => title).sort()).toEqual(['Предприемачи по възраст', 'Проектът'])
})

test('a slip of the pen still finds', async () => {
  expect(await titles('предприемчаи')).toContain('Предприемачи по възраст')
})

test('a word that occurs nowhere is named, and the others are still found', async () => {
  expect(await ask('предприемачи цфгхжк')).toMatchObject({ ignored: ['цфгхжк'], total: 1 })
  expect(await ask('цфгхжк')).toMatchObject({ ignored: ['цфгхжк'], total: 0, found: [] })
})

test('pages are found like things, in the language asked in', async () => {
  expect((await ask('дейност')).found.map(({ kind, path }) => `${kind} ${path}`)).toContain('page /project')
  expect(await titles('projects', 'en')).toEqual(['The project'])
  expect(await titles('проект', 'en')).toEqual([])
})

test('what only staff may see is found by staff only', async () => {
  expect(await titles('вътрешен')).toEqual([])
  expect((await ask('вътрешен', { who: 'staff' })).found.map(({ thing }) => thing)).toEqual([hidden])
})

test('the passage shows the word that was found', async () => {
  expect((await ask('иновациите')).found[0]?.passage).toContain('иновации')
})

test('a kind narrows, a limit cuts, and the total counts all', async () => {
  const answer = await ask('предприятия', { kinds: ['indicator'], limit: 1 })
  expect(answer.found).toHaveLength(1)
  expect(answer.total).toBe(3)
  expect((await ask('дейност', { kinds: ['page'] })).total).toBe(1)
})

test('a renamed thing is found by its new title, no longer by the old one, and keeps its text', async () => {
  const id = await add({ bg: 'Стар надпис', en: 'Old' }, { bg: 'незабравима подробност', en: 'detail' })
  await store.writing((writer) => renameThing(writer, { id, title: { bg: 'Съвсем друг надслов', en: 'New' } }))
  expect(await titles('надпис')).toEqual([])
  expect(await titles('надслов')).toEqual(['Съвсем друг надслов'])
  expect(await titles('подробности')).toEqual(['Съвсем друг надслов'])
})

test('a page that is no longer listed is no longer found', async () => {
  await store.writing((writer) => setSearchPages(writer, []))
  expect((await ask('дейности', { kinds: ['page'] })).total).toBe(0)
})

test.each(['', '   ', '!!!', "' | '", "x'); drop table store.thing; --", '& | ! ( ) <->', '%', '_', '\\', '\u0000', '🙂', 'а'.repeat(5000), 'дума '.repeat(3000)])('%j is an answer, not an error', async (words) => {
  expect((await ask(words)).found.length).toBeLessThanOrEqual(20)
})
