// Indices, figures and the hub of analyses through their pages: what everyone sees, what analysts do, and that nothing typed is lost.
import { expect, test } from 'vitest'
import { openAccount } from '#areas/people/accounts/write.ts'
import { visitor } from '#kernel/who.ts'
import { testStore } from '#test/database.ts'
import { starter } from '#test/starter.ts'
import { prepareIndices } from '#areas/evidence/indices/commands.ts'
import { analysisPages } from './analysis-pages.ts'
import { testApp } from './test-app.ts'
import { postForm } from './test-forms.ts'

const store = await testStore({ seed: starter })
const now = new Date('2026-11-25T10:00:00Z')
await prepareIndices(store, now)
const open: Parameters<typeof testApp>[1]['open'] = (to, person) => to.writing(async (writer) => {
  const opened = await openAccount({ who: visitor, writer, now }, { ...person, language: 'bg' })
  if (!opened.ok) throw new Error(opened.problem.text.en)
  return opened.value
})
const { app, signedInAs } = testApp(store, { open, clock: () => now, more: () => analysisPages })
const analyst = await signedInAs('analyst', 'Анна Петрова')
const owner = await signedInAs('owner', 'Олег Стопанов')
const get = (path: string, cookie?: string): Promise<Response> => Promise.resolve(app.request(path, cookie === undefined ? {} : { headers: { cookie } }))
const textOf = async (path: string, cookie?: string): Promise<string> => (await get(path, cookie)).text()

test('every page of an index opens for everyone in both languages, and says no score by the name of the index where pillars lack figures', async () => {
  for (const language of ['bg', 'en']) {
    for (const key of ['districts', 'planning-regions', 'conditions']) {
      for (const page of ['', '/method', '/what-if', '/newer']) expect((await get(`/${language}/evidence/indices/${key}${page}`)).status, `${key}${page}`).toBe(200)
    }
  }
  const page = await textOf('/bg/evidence/indices/districts')
  expect(page).toContain('Защо няма обща оценка ПИД')
  expect(page).toContain('Иновации: собствени стойности за 0 от 5 показателя')
  expect(page).toContain('/bg/evidence/indices/planning-regions')
  expect(page).not.toMatch(/ladder-index|table-index/)
  expect(await textOf('/bg/evidence/indices/conditions')).toMatch(/ladder-index/)
})
test('the hub leads to every analysis there is, and the list of indices shows official scores with edition and level', async () => {
  const hub = await textOf('/bg/evidence/analyses')
  for (const path of ['peers', 'indices', 'figures', 'comparisons']) expect(hub).toContain(`/bg/evidence/${path}"`)
  const list = await textOf('/bg/evidence/indices')
  expect(list).toContain('37,4')
  expect(list).toContain('−1,24')
  expect(list).toContain('район за планиране')
})
test('the file has a line for the whole index only where it has its name', async () => {
  const lines = (await textOf('/evidence/indices/districts/data.csv?language=en')).split('\r\n')
  expect(lines.filter((line) => line.includes(',index,index,')).length).toBe(0)
  expect(lines.filter((line) => line.includes(',part,entrepreneurship,')).length).toBe(28)
  expect((await textOf('/evidence/indices/conditions/data.csv')).split('\r\n').filter((line) => line.includes(',index,index,')).length).toBe(28)
})
test('what-if answers from the address, and says beside the field when a value is no number', async () => {
  const page = await textOf('/bg/evidence/indices/conditions/what-if?region=BG344&indicator=ent.stock&value=90&variant=asSaved')
  expect(page).toContain('Мястото на област Стара Загора')
  const wrong = await textOf('/bg/evidence/indices/conditions/what-if?region=BG344&indicator=ent.stock&value=много')
  expect(wrong).toContain('Напишете число')
  expect(wrong).toContain('value="много"')
})
test('an analyst makes an index by the form; what is wrong is said and what was typed stays; others may not', async () => {
  const path = '/bg/evidence/indices/new'
  const fields = { version: '0', key: 'young-people', level: 'nuts3', title_bg: 'Млади хора', title_en: 'Young people', group_0_bg: 'Хора', group_0_en: 'People', group_0_weight: '1', group_0_parent: 'index', 'in.ctx.migr': 'row-0', 'weight.ctx.migr': '1', 'direction.ctx.migr': '1', 'in.ctx.y2034.share': 'row-0', 'weight.ctx.y2034.share': '1', 'direction.ctx.y2034.share': '1', inside: 'arithmetic', above: 'geometric', runs: '100', seed: '3', why: 'проба' }
  expect((await get(path)).status).not.toBe(200)
  expect((await postForm(app, path, fields, { cookie: owner.cookie })).status).toBe(403)
  const wrong = await postForm(app, path, { ...fields, title_en: '', 'weight.ctx.migr': 'тежко' }, { cookie: analyst.cookie })
  expect(wrong.status).toBe(400)
  const again = await wrong.text()
  for (const kept of ['value="тежко"', 'value="Млади хора"', 'проба']) expect(again).toContain(kept)
  const made = await postForm(app, path, fields, { cookie: analyst.cookie })
  expect(made.headers.get('location')).toMatch(/\/bg\/evidence\/indices\/young-people/)
  expect((await get('/bg/evidence/indices/young-people')).status).toBe(404)
  expect(await textOf('/bg/evidence/indices/young-people', analyst.cookie)).toContain('виждат само колегите'.slice(0, 7))
  const pressed = await postForm(app, '/bg/evidence/indices/young-people/desk', { does: 'publish', version: '1' }, { cookie: analyst.cookie, from: '/bg/evidence/indices/young-people' })
  expect(pressed.status).toBe(303)
  expect((await get('/bg/evidence/indices/young-people')).status).toBe(200)
  const changed = await postForm(app, '/bg/evidence/indices/young-people/change', { ...fields, key: '', version: '1', group_0_key: 'people', 'in.ctx.migr': 'people', 'in.ctx.y2034.share': '' }, { cookie: analyst.cookie })
  expect(changed.status).toBe(400) // an index keeps its word: a field for it is not part of this form
})
test('an answer is kept as a figure by one button, and its page says what it is of', async () => {
  const path = '/bg/evidence/figures/pin'
  expect((await get(`${path}?indicator=ctx.unemp&regions=BG344`)).status).not.toBe(200)
  expect(await textOf(`${path}?indicator=ctx.unemp&regions=BG344`, analyst.cookie)).toContain('Запази извадката')
  const kept = await postForm(app, path, { indicator: 'ctx.unemp', regions: 'BG344', period: '2015' }, { cookie: analyst.cookie, from: `${path}?indicator=ctx.unemp&regions=BG344` })
  const at = (kept.headers.get('location') ?? '').replace(/\?.*$/, '')
  expect(at).toMatch(/\/bg\/evidence\/figures\/\d+$/)
  const page = await textOf(at)
  expect(page).toContain('2015')
  expect(page).toContain('Има по-нови данни')
  expect(await textOf('/bg/evidence/figures')).toContain(at)
  expect((await textOf(`${at.replace('/bg', '')}/data.csv`)).split('\r\n')[1]).toContain('BG344')
  expect((await postForm(app, path, { indicator: 'ctx.unemp', regions: 'BG344' }, { cookie: owner.cookie })).status).toBe(403)
  expect((await postForm(app, path, { indicator: 'no.such', regions: 'BG344' }, { cookie: analyst.cookie, from: `${path}?indicator=ctx.unemp&regions=BG344` })).status).toBe(400)
})
test('an official score is entered once for a region and an edition, seen by everyone, and taken back', async () => {
  const path = '/bg/evidence/indices/official'
  const score = { does: 'enter', index: 'desi', edition: '2022', region: 'BG', score: '37,7', scale_bg: 'до 100', scale_en: 'up to 100', source_bg: 'Европейска комисия', source_en: 'European Commission', address: 'https://example.org/desi' }
  expect((await postForm(app, path, { ...score, score: 'много' }, { cookie: analyst.cookie })).status).toBe(400)
  expect((await postForm(app, path, score, { cookie: analyst.cookie })).status).toBe(303)
  expect((await postForm(app, path, score, { cookie: analyst.cookie })).status).toBe(400)
  expect(await textOf('/bg/evidence/indices')).toContain('37,7')
  expect((await postForm(app, path, { does: 'withdraw', number: '1' }, { cookie: analyst.cookie })).status).toBe(303)
  expect(await textOf('/bg/evidence/indices')).not.toContain('37,7')
})
