// Counted indicators through their pages: defined, given as a duty, entered, changed, and shown without a name.
import { describe, expect, test } from 'vitest'
import { findDataset } from '#areas/evidence/datasets/read.ts'
import { pages as datasetPages } from '#areas/evidence/datasets/pages.ts'
import { pages as indicatorPages } from '#areas/evidence/indicators/pages.ts'
import { findSeries } from '#areas/evidence/indicators/read.ts'
import { openAccount } from '#areas/people/accounts/write.ts'
import { visitor } from '#kernel/who.ts'
import { listActs } from '#store/audit.ts'
import { testStore } from '#test/database.ts'
import { starter } from '#test/starter.ts'
import { countedPages } from './table-pages.ts'
import { testApp } from './test-app.ts'
import { postForm } from './test-forms.ts'

const store = await testStore({ seed: starter })
const open: Parameters<typeof testApp>[1]['open'] = (to, person) => to.writing(async (writer) => {
  const opened = await openAccount({ who: visitor, writer, now: new Date() }, { ...person, language: 'bg' })
  if (!opened.ok) throw new Error(opened.problem.text.en)
  return opened.value
})
const { app, signedInAs } = testApp(store, { open, clock: () => new Date('2026-11-25T10:00:00Z'), more: () => [...indicatorPages, ...datasetPages, ...countedPages] })
const analyst = await signedInAs('analyst', 'Анна Петрова')
const trainer = await signedInAs('trainer', 'Тодор Обучителев')
const other = await signedInAs('trainer', 'Друг Колега')
const key = 'count.people-trained'
const path = `/bg/evidence/counts/${key}`
const textOf = async (at: string, cookie?: string): Promise<string> => (await app.request(at, cookie === undefined ? {} : { headers: { cookie } })).text()
const pathOf = (response: Response): string => (response.headers.get('location') ?? '').replace(/\?.*$/, '')
const enter = (fields: Record<string, string>, cookie = trainer.cookie): Promise<Response> =>
  postForm(app, `${path}/enter`, { region: 'BG344', period: '2024', value: '', missing: '', source: 'Присъствени списъци', note: '', ...fields }, { cookie, from: '/bg/my' })
const seriesNow = async () => (await store.reading((reader) => findSeries(reader, { key, regions: ['BG344'] })))?.series[0]
const definition = {
  name_bg: 'Обучени предприемачи', name_en: 'People trained', definition_bg: 'Лица, завършили обучение.', definition_en: 'People who finished a course.', unit_bg: 'лица', unit_en: 'persons', measures: 'count', decimals: '0',
  direction: 'more', domain: 'entrepreneurship', level: 'nuts3', frequency: 'A', first_period: '2023', days: '90', account: trainer.id,
}

describe('a counted indicator', () => {
  test('is defined like any other; what is wrong is said beside the field and what was typed stays', async () => {
    const wrong = await postForm(app, '/bg/evidence/counts/new', { ...definition, first_period: '2023-Q1', name_en: '' }, { cookie: analyst.cookie })
    expect(wrong.status).toBe(400)
    const page = await wrong.text()
    expect(page).toContain('value="2023-Q1"')
    expect(page).toContain('value="Обучени предприемачи"')
    expect(pathOf(await postForm(app, '/bg/evidence/counts/new', definition, { cookie: analyst.cookie }))).toBe(path)
    expect(await textOf(`/bg/evidence/indicators/${key}`)).toContain('Ръчно отчитане')
  })
  test('says which periods are due, to everybody', async () => {
    const page = await textOf(path)
    expect(page).toContain('Очакват се стойности')
    for (const year of ['2023', '2025']) expect(page).toContain(year)
    expect(page).not.toContain('2026 г. още')
  })
  test('is entered by whom it is given to, and becomes a vintage that names the role and not the person', async () => {
    expect((await enter({ value: '214' })).status).toBe(303)
    expect(await seriesNow()).toMatchObject({ periods: ['2024'], values: Float64Array.of(214) })
    const found = await store.reading((reader) => findDataset(reader, { code: 'count-people-trained' }))
    expect(found?.current).toMatchObject({ origin: 'upload', parameters: { role: 'trainer', note: 'Присъствени списъци' } })
    const page = await textOf(path)
    expect(page).toContain('обучител, 25.11.2026')
    expect(page).toContain('Присъствени списъци')
    for (const at of [path, `/bg/evidence/indicators/${key}`, `/bg/evidence/datasets/count-people-trained/vintages/${found?.current?.number}`]) expect(await textOf(at), at).not.toContain('Обучителев')
    expect(await (await app.request(`/evidence/datasets/count-people-trained/vintages/${found?.current?.number}/file`)).text()).toContain('people-trained,BG344,2024,214,,,Присъствени списъци,2026-11-25')
  })
  test('whose value is changed says why, keeps the old one and shows the revision, even where the import would wait for a decision', async () => {
    const silent = await enter({ value: '341' })
    expect(silent.status).toBe(400)
    expect(await silent.text()).toContain('Напишете защо я променяте')
    expect((await enter({ value: '341', note: 'Добавен е и вторият курс.' })).status).toBe(303)
    expect([...((await seriesNow())?.values ?? [])]).toEqual([341])
    const found = await store.reading((reader) => findDataset(reader, { code: 'count-people-trained' }))
    expect(found?.vintages.map((vintage) => vintage.state)).toEqual(['current', 'superseded'])
    expect(found?.revision).toMatchObject({ changed: 1 })
    expect(await textOf(path)).toContain('1 по-ранно въвеждане')
  })
  test('may go back to an earlier value, which is a new vintage all the same', async () => {
    expect((await enter({ value: '214', note: 'Вторият курс е за 2025 г.' })).status).toBe(303)
    expect([...((await seriesNow())?.values ?? [])]).toEqual([214])
    expect((await store.reading((reader) => findDataset(reader, { code: 'count-people-trained' })))?.vintages).toHaveLength(3)
  })
  test('keeps its other periods when one is entered, and a missing one says why', async () => {
    expect((await enter({ period: '2023', missing: 'unknown', note: 'Не е отчитано.' })).status).toBe(303)
    expect(await seriesNow()).toMatchObject({ periods: ['2023', '2024'], missing: ['unknown', null] })
    expect(await textOf(path)).not.toContain('Още няма стойност за 2023')
  })
  test.each([
    [{ value: 'много' }, 'не е число'], [{ value: '2,5' }, 'трябва да е цяло'], [{ value: '-3' }, 'не може да е под 0'], [{ value: '' }, 'Напишете числото'],
    [{ value: '5', missing: 'unknown' }, 'не и двете'], [{ value: '5', period: '2026' }, 'още не е свършил'], [{ value: '5', period: '2025', source: '' }, 'откъде е стойността'], [{ value: '5', region: 'BG341' }, 'регион от списъка'],
  ])('refuses %j beside the field and keeps what was typed', async (fields, says) => {
    const answer = await enter({ note: 'защото', ...fields })
    expect(answer.status).toBe(400)
    const page = await answer.text()
    expect(page).toContain(says)
    expect(page).toContain('защото')
    if ('value' in fields && fields.value !== '') expect(page).toContain(`value="${fields.value}"`)
  })
  test('is closed to a colleague it is not given to, until it is; the trail names account and act', async () => {
    expect((await app.request(`${path}/enter`, { headers: { cookie: other.cookie } })).status).toBe(403)
    expect((await enter({ period: '2025', value: '7' }, other.cookie)).status).not.toBe(303)
    expect((await postForm(app, `${path}/duty`, { account: other.id, act: 'give' }, { cookie: analyst.cookie })).status).toBe(303)
    expect((await enter({ period: '2025', value: '7' }, other.cookie)).status).toBe(303)
    expect((await postForm(app, `${path}/duty`, { account: other.id, act: 'end' }, { cookie: analyst.cookie })).status).toBe(303)
    expect((await enter({ period: '2025', value: '8', note: 'x' }, other.cookie)).status).not.toBe(303)
    const acts = await store.reading((reader) => listActs(reader, { limit: 100 }), { as: 'staff' })
    expect(acts.filter((act) => act.act === 'evidence.count.enter')).toHaveLength(5)
    expect(acts.map((act) => act.act)).toEqual(expect.arrayContaining(['evidence.count.define', 'evidence.count.giveDuty', 'evidence.count.endDuty']))
  })
  test('with two entries at the same moment loses neither', async () => {
    const both = await Promise.all([enter({ period: '2023', value: '100', note: 'а' }), enter({ period: '2025', value: '200', note: 'б' })])
    const stored = both.filter((answer) => answer.status === 303).length
    const values = Object.fromEntries(((await seriesNow())?.periods ?? []).map((period, at) => [period, at]))
    const now = await seriesNow()
    expect(stored).toBeGreaterThan(0)
    expect([now?.values[values['2023'] ?? -1], now?.values[values['2025'] ?? -1]].filter((value) => value === 100 || value === 200)).toHaveLength(stored)
  })
})
