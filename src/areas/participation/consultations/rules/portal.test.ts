// What the national portal would get, and how its answers are read.
import { expect, test } from 'vitest'
import type { Consultation } from '../rules.ts'
import { commentsCsv } from './comments-file.ts'
import { checklistOf, isReady, portalBody, portalFields, readPortalSent } from './portal.ts'

const it = {
  level: 'municipal', actType: 'Ненормативен акт', policyArea: 'Развитие', institution: 'Община Липова', unit: 'Отдел', registrationNumber: '', programme: '', title: { bg: 'Проект', en: 'Draft' }, says: { bg: 'Какво', en: 'What' },
  ways: { bg: 'Тук', en: 'Here' }, contacts: 'Иван', shortTermReason: { bg: '', en: '' }, opensOn: '2026-12-01', closesOn: '2026-12-31',
} as unknown as Consultation

test('NP4 every field is shown with its value, and what is missing is named', () => {
  expect(isReady(portalFields(it))).toBe(true)
  expect(Object.keys(portalBody(portalFields(it)))).toEqual(['level', 'act_type', 'policy_area', 'institution', 'responsible_unit', 'open_from', 'open_to', 'programme', 'registration_number', 'title_bg', 'title_en', 'description_bg', 'description_en', 'proposal_ways_bg', 'proposal_ways_en', 'contacts', 'short_term_reason'])
  const lacking = portalFields({ ...it, ways: { bg: '', en: 'Here' }, closesOn: '2026-12-20' })
  expect(lacking.filter(({ missing }) => missing !== null).map(({ key }) => key)).toEqual(['open_to', 'proposal_ways_bg', 'short_term_reason'])
})
test('NP4 an error under HTTP 200 is an error, told field by field', () => {
  expect(readPortalSent({ error: { title_bg: ['Полето е задължително.'], open_to: ['Кратък срок', 'без причина'] } })).toEqual({ ok: false, refused: [{ key: 'title_bg', says: 'Полето е задължително.' }, { key: 'open_to', says: 'Кратък срок' }, { key: 'open_to', says: 'без причина' }] })
  expect(readPortalSent({ error: 'Неоторизиран' })).toEqual({ ok: false, refused: [{ key: '', says: 'Неоторизиран' }] })
  expect(readPortalSent({ id: 8256 })).toEqual({ ok: true, id: '8256' })
  expect(readPortalSent({ data: { id: 'x1' } })).toEqual({ ok: true, id: 'x1' })
  for (const nothing of [null, 'ok', {}, []]) expect(readPortalSent(nothing)).toMatchObject({ ok: false })
})
test('the documents stand in the order of the portal, with what is made from the records', () => {
  const list = checklistOf([])
  expect(list.map(({ kind }) => kind)).toEqual(['impactAssessment', 'impactOpinion', 'report', 'draftAct', 'motives', 'consolidated', 'other', 'replyReport', 'consultationDocument', 'commentsList', 'otherSources'])
  expect(list.filter(({ made }) => made === 'yes').map(({ kind }) => kind)).toEqual(['draftAct', 'consultationDocument', 'commentsList'])
})
test('the list of comments has the three columns of the portal, and no cell runs as a formula', () => {
  const file = commentsCsv({ title: 'Проект', comments: [{ block: 2, quote: 'Школата', of: { text: 'Добре,\nно малко.', authorShown: null, receivedOn: '2026-11-25' } }, { block: 3, quote: '', of: { text: 'x', authorShown: '=HYPERLINK("a")', receivedOn: '2026-12-01' } }] })
  expect(file).toBe('\ufeffКОМЕНТАРИ КЪМ ОБЩЕСТВЕНА КОНСУЛТАЦИЯ „ПРОЕКТ“\r\nКоментар,Автор,Дата\r\n"Точка 2, „Школата“: Добре,\nно малко.",Анонимен,25.11.2026\r\nТочка 3: x,"\'=HYPERLINK(""a"")",01.12.2026\r\n')
})
