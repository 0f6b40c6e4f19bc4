// Surveys through the web door, without a script: made by a colleague, answered by a visitor, read by everybody.
import { describe, expect, test } from 'vitest'
import { prepareStanding } from '#areas/participation/processes/write.ts'
import { openAccount } from '#areas/people/accounts/write.ts'
import { visitor } from '#kernel/who.ts'
import { testStore } from '#test/database.ts'
import { starter } from '#test/starter.ts'
import { participationPages } from './participation-pages.ts'
import { publicPages } from './public/pages.ts'
import { testApp } from './test-app.ts'
import { postForm } from './test-forms.ts'

const store = await testStore({ seed: starter })
const { app, signedInAs } = testApp(store, {
  more: (desk) => [...publicPages(), ...participationPages(desk.origin)],
  open: (at, person) => at.writing(async (writer) => {
    const opened = await openAccount({ who: visitor, writer, now: new Date() }, { ...person, language: 'bg' })
    if (!opened.ok) throw new Error(opened.problem.text.en)
    return opened.value
  }),
})
await store.writing((writer) => prepareStanding(writer, new Date()))
const { cookie } = await signedInAs('analyst')
const base = '/bg/participation/surveys'
const textOf = async (path: string, who?: string): Promise<string> => (await app.request(path, { headers: who === undefined ? {} : { cookie: who } })).text()
const versionOf = async (slug: string): Promise<string> => /name="version" value="(\d+)"/.exec(await textOf(`${base}/${slug}/change`, cookie))?.[1] ?? ''
const change = async (slug: string, fields: Record<string, string>) => postForm(app, `${base}/${slug}/change`, { version: await versionOf(slug), ...fields }, { cookie })
const whereTo = (response: Response): string => response.headers.get('location') ?? ''
/** A visitor's form that came at once is shown again; tests wait for nobody. */
const answer = (path: string, fields: Record<string, string | string[]>) => postForm(app, path, fields as Record<string, string>, { cookie })

test('without surveys the page says what will stand here, and to a colleague what to do', async () => {
  expect(await textOf(base)).toContain('Още няма анкети')
  expect(await textOf(base, cookie)).toContain('Направете първата')
})

describe('SU1 a questionnaire without programmers', () => {
  test('SU1 a draft takes questions, refuses what is lacking beside its field and keeps what was typed', async () => {
    const made = await postForm(app, `${base}/new`, { does: 'save', version: '0', title_bg: 'Как пътувате', title_en: 'How you travel', anonymous: 'yes', access: 'open', results: 'public', asks_sector: 'no' }, { cookie })
    expect(whereTo(made)).toBe(`${base}/how-you-travel/change`)
    expect((await app.request(`${base}/how-you-travel`)).status, 'a draft is not for visitors').toBe(404)
    const refused = await postForm(app, `${base}/how-you-travel/questions/new?kind=one`, { version: '1', kind: 'one', asks_bg: 'С какво?', asks_en: '', choices_bg: 'с влак', choices_en: 'by train' }, { cookie })
    expect(refused.status).toBe(400)
    const html = await refused.text()
    expect(html).toContain('Напишете въпроса на английски.')
    expect(html).toContain('Нужни са поне два отговора')
    expect(html).toContain('С какво?')
    await postForm(app, `${base}/how-you-travel/questions/new?kind=one`, { version: '1', kind: 'one', asks_bg: 'С какво пътувате?', asks_en: 'How do you travel?', choices_bg: 'с влак\nс кола', choices_en: 'by train\nby car', must: 'yes', may_pass: 'yes' }, { cookie })
    await postForm(app, `${base}/how-you-travel/questions/new?kind=text`, { version: '2', kind: 'text', asks_bg: 'Защо с влак?', asks_en: 'Why by train?', shown_if: 'q1', shown_is: '1', offers: 'contribution', may_pass: 'yes' }, { cookie })
    await postForm(app, `${base}/how-you-travel/questions/new?kind=number`, { version: '3', kind: 'number', asks_bg: 'Колко километра на ден?', asks_en: 'How many kilometres a day?', number_least: '0', decimals: '0', unit_bg: 'км', unit_en: 'km' }, { cookie })
    const page = await textOf(`${base}/how-you-travel/change`, cookie)
    expect(page).toContain('3 въпроса')
    expect(page).toContain('ако на въпрос 1 е отговорено 1')
    expect(whereTo(await change('how-you-travel', { does: 'open' }))).toBe(`${base}/how-you-travel/change`)
    expect((await app.request(`${base}/how-you-travel`)).status).toBe(200)
  })
  test('SU1 one question a page, scripts off: branch, error with the words kept, back, look over, send', async () => {
    const start = await answer(`${base}/how-you-travel`, { does: 'start' })
    const at = whereTo(start)
    expect(at).toMatch(/\/answer\/[A-Za-z0-9_-]{43}$/)
    expect(await textOf(at)).toContain('С какво пътувате?')
    const nothing = await answer(`${at}?q=q1`, { does: 'next' })
    expect(nothing.status).toBe(400)
    expect(await nothing.text()).toContain('Отговорете или изберете')
    expect(whereTo(await answer(`${at}?q=q1`, { does: 'next', q1: '1' }))).toBe(`${at}?q=q2`)
    expect(whereTo(await answer(`${at}?q=q2`, { does: 'next', q2: 'Чета по пътя.' }))).toBe(`${at}?q=q3`)
    const wrong = await answer(`${at}?q=q3`, { does: 'next', q3: 'двайсет' })
    expect(wrong.status).toBe(400)
    const shown = await wrong.text()
    expect(shown).toContain('Напишете число с цифри')
    expect(shown).toContain('value="двайсет"')
    expect(await textOf(`${at}?q=q2`), 'what was answered stands there').toContain('Чета по пътя.')
    expect(whereTo(await answer(`${at}?q=q3`, { does: 'next', q3: '1 200' }))).toBe(`${at}?q=review`)
    const review = await textOf(`${at}?q=review`)
    expect(review).toContain('с влак')
    expect(review).toContain('Публикувайте свободния ми текст')
    expect(whereTo(await answer(`${at}?q=review`, { does: 'send', offer: 'yes' }))).toBe(`${base}/how-you-travel/done?how=sent`)
    expect(await textOf(at)).toContain('Тези отговори ги няма')
  })
  test('SU1 the paper version comes from the same definition, as PDF', async () => {
    const paper = await app.request(`${base}/how-you-travel/paper.pdf`)
    expect(paper.headers.get('content-type')).toContain('application/pdf')
    expect(new TextDecoder('latin1').decode((await paper.arrayBuffer()).slice(0, 5))).toBe('%PDF-')
  }, 60_000)
  test('SU1 a colleague types a sheet, empty places stay empty, and what does not fit is told at its question', async () => {
    const wrong = await postForm(app, `${base}/how-you-travel/enter`, { does: 'enter', q1: '2', q2: 'Не пътувам с влак.' }, { cookie })
    expect(wrong.status).toBe(400)
    expect(await wrong.text()).toContain('този въпрос не се задава')
    for (let at = 0; at < 13; at += 1) expect(whereTo(await postForm(app, `${base}/how-you-travel/enter`, { does: 'enter', q1: at < 6 ? '1' : '2', q3: String(at) }, { cookie }))).toContain('entered=yes')
  })
})

describe('SU5 results', () => {
  test('SU5 not before the end for everybody; then n, share and interval, drawing, table and CSV', async () => {
    expect(await textOf(`${base}/how-you-travel/results`)).toContain('Още няма резултати')
    expect((await app.request(`${base}/how-you-travel/results/results.csv`)).headers.get('location')).toBe(`${base}/how-you-travel/results`)
    expect((await app.request(`${base}/how-you-travel/results`, { headers: { cookie } })).status).toBe(200)
    await change('how-you-travel', { does: 'close' })
    const page = await textOf(`${base}/how-you-travel/results`)
    expect(page).toContain('14 отговора')
    expect(page).toContain('50\u00a0%')
    expect(page).toContain('27–73\u00a0%')
    expect(page).toContain('<svg')
    expect(page).not.toContain('Чета по пътя.')
    const csv = await textOf(`${base}/how-you-travel/results/results.csv`)
    expect(csv).toContain('q1,С какво пътувате?,,1,с влак,share,14,7,0.5,0.26799')
    expect(await textOf(`${base}/how-you-travel/results?by=q1`)).toContain('Средно според: С какво пътувате?')
  })
  test('SU5 single answers with their codebook are for colleagues: CSV, XLSX, JSON', async () => {
    for (const format of ['csv', 'xlsx', 'json']) expect((await app.request(`${base}/how-you-travel/results/answers.${format}`)).status, format).toBe(303)
    const csv = await textOf(`${base}/how-you-travel/results/answers.csv`, cookie)
    expect(csv.split('\r\n')[0]).toBe('number,day,channel,language,sector,complete,beyond_quota,q1,q2,q3')
    const json = JSON.parse(await textOf(`${base}/how-you-travel/results/answers.json`, cookie)) as { answers: unknown[][]; variables: string[] }
    expect(json.answers).toHaveLength(14)
    expect(json.answers[0]).toHaveLength(json.variables.length)
    const book = await app.request(`${base}/how-you-travel/results/answers.xlsx`, { headers: { cookie } })
    expect(new TextDecoder('latin1').decode((await book.arrayBuffer()).slice(0, 2))).toBe('PK')
    expect(await textOf(`${base}/how-you-travel/results/codebook.csv`)).toContain('q1,С какво пътувате?,one,2,с кола')
  }, 60_000)
  test('SU5 a free text becomes a contribution only by consent: one did, without a name and waiting for a check', async () => {
    const rows = await store.reading(async (reader) => {
      const { rows: ask } = await import('#store/ask.ts'); const { sql } = await import('kysely')
      return ask(reader, sql<{ textReceived: string; author: string | null; state: string }>`select text_received, author, state from participation.contribution where kind = 'surveyText'`)
    }, { as: 'staff' })
    expect(rows).toEqual([{ textReceived: 'Чета по пътя.', author: null, state: 'inModeration' }])
  })
})

test('SU5 a new wave stands beside the earlier one, for questions that stayed word for word and for no others', async () => {
  const made = whereTo(await change('how-you-travel', { does: 'repeat' }))
  const slug = /surveys\/([^/]+)\/change/.exec(made)?.[1] ?? ''
  expect(slug).toBe('how-you-travel-2')
  await postForm(app, `${base}/${slug}/questions/q3?kind=number`, { version: await versionOf(slug), kind: 'number', asks_bg: 'Колко километра на седмица?', asks_en: 'How many kilometres a week?', decimals: '0' }, { cookie })
  await change(slug, { does: 'open' })
  for (let at = 0; at < 12; at += 1) await postForm(app, `${base}/${slug}/enter`, { does: 'enter', q1: at < 7 ? '1' : '2', q3: '10' }, { cookie })
  const page = await textOf(`${base}/${slug}/results`, cookie)
  expect(page).toContain('58\u00a0%')
  expect(page).toMatch(/<th[^>]*>\d\d\.\d\d\.\d{4} г\.<\/th>/)
  expect(page).toContain('50\u00a0%')
})
test('what is typed into a survey is shown and never run', async () => {
  const evil = '<script>alert(1)</script>„\u202e=1+1'
  const made = await postForm(app, `${base}/new`, { does: 'save', version: '0', title_bg: evil, title_en: 'Evil', says_bg: evil, anonymous: 'yes', access: 'open', results: 'public', asks_sector: 'no' }, { cookie })
  const slug = /surveys\/([^/]+)\/change/.exec(whereTo(made))?.[1] ?? ''
  await postForm(app, `${base}/${slug}/questions/new?kind=one`, { version: '1', kind: 'one', asks_bg: evil, asks_en: evil, choices_bg: `=1+1\n${evil}`, choices_en: `=1+1\n${evil}` }, { cookie })
  await change(slug, { does: 'open' })
  for (const path of ['', '/change', '/enter', '/results']) expect(await textOf(`${base}/${slug}${path}`, cookie), path).not.toContain('<script>alert')
  expect(await textOf(`${base}/${slug}/results/codebook.csv`, cookie)).toContain("'=1+1")
  const started = whereTo(await answer(`${base}/${slug}`, { does: 'start' }))
  const huge = await answer(`${started}?q=q1`, { does: 'next', q1: 'я'.repeat(10_000) })
  expect(huge.status).toBe(400)
})
test('the ready questionnaires are taken with one button and can be opened as they are', async () => {
  for (const key of ['firms', 'digital']) {
    const made = await postForm(app, `${base}/new`, { does: 'template', template: key }, { cookie })
    const slug = /surveys\/([^/]+)\/change/.exec(whereTo(made))?.[1] ?? ''
    expect(await textOf(`${base}/${slug}/change`, cookie)).toContain('от образец')
    await change(slug, { does: 'open' })
    expect(await textOf(base)).toContain(`/surveys/${slug}"`)
  }
})
test('who may not make surveys does not see the pages for it', async () => {
  const { cookie: trainer } = await signedInAs('trainer')
  for (const path of ['new', 'how-you-travel/change', 'how-you-travel/people', 'how-you-travel/enter', 'how-you-travel/questions/new']) {
    expect((await app.request(`${base}/${path}`, { headers: { cookie: trainer } })).status, path).toBe(403)
    expect([303, 401, 403]).toContain((await app.request(`${base}/${path}`)).status)
  }
})
