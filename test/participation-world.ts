// One of everything that stands behind an address of participation: a published proposal, a meeting, a survey, a consultation.
// For the walks over all routes, so that a page is really drawn.
import { makeEvent } from '#areas/participation/events/write.ts'
import { makeText } from '#areas/participation/texts/write.ts'
import { cutIntoBlocks } from '#areas/participation/texts/rules/cut.ts'
import { openConsultation, prepareConsultation } from '#areas/participation/consultations/write.ts'
import { moveContribution } from '#areas/participation/proposals/write.ts'
import { example } from '#areas/participation/surveys/rules/example.cases.ts'
import { closeSurvey, makeSurvey, openSurvey } from '#areas/participation/surveys/write/making.ts'
import type { Store } from '#store/store.ts'
import { makeActs, staff } from './participation.ts'

export type World = { readonly number: string; readonly event: string; readonly survey: string; readonly consultation: string }
export const makeWorld = async (store: Pick<Store, 'reading' | 'writing'>, now: Date): Promise<World> => {
  const { act, person, submit } = await makeActs(store, now)
  const clerk = { who: staff('coordinator') }
  const { id, number } = await submit({ title: 'Велоалея до гарата', text: 'Да се изгради велоалея от парка до гарата.', author: await person('ivan@example.bg', 'Иван Петров'), name: 'Иван Петров', choice: 'initials' })
  await act((visit) => moveContribution(visit, { id, act: 'publish' }), clerk)
  const made = await act((visit) => makeEvent(visit, {
    words: {
      kind: 'workshop', title: { bg: 'Работилница', en: 'Workshop' }, says: { bg: '', en: '' }, place: { bg: 'Читалище', en: 'Centre' }, address: '', link: null, municipality: null,
      startsAt: new Date(now.getTime() + 10 * 86_400_000), endsAt: new Date(now.getTime() + 10 * 86_400_000 + 3 * 3_600_000), capacity: 20, sectors: [], contact: '', access: { bg: '', en: '' },
    }, does: 'publish',
  }), clerk)
  const event = made.kind === 'see' ? (/events\/(\d+)/.exec(made.path)?.[1] ?? '') : ''
  await act((visit) => makeSurvey(visit, { face: { title: { bg: 'Проба', en: 'Trial' }, says: { bg: '', en: '' }, anonymous: 'yes', access: 'open', results: 'public', opensAt: null, closesAt: null, asksSector: 'yes', quotas: {}, sizes: {} }, questions: example }), clerk)
  await act((visit) => openSurvey(visit, { slug: 'trial', version: 1 }), clerk)
  await act((visit) => closeSurvey(visit, { slug: 'trial', version: 2 }), clerk)
  const { id: text } = await act((visit) => makeText(visit, { title: { bg: 'План', en: 'Plan' }, language: 'bg', state: 'current', blocks: cutIntoBlocks('# Цели\n\nРайонът ще строи училище.') }), clerk)
  const day = (after: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Sofia' }).format(new Date(now.getTime() + after * 86_400_000))
  await act((visit) => prepareConsultation(visit, {
    text, fields: {
      level: 'municipal', actType: 'Ненормативен акт', policyArea: 'Развитие', institution: 'Община Липова', unit: 'Отдел', registrationNumber: '', programme: '', title: { bg: 'План', en: 'Plan' }, says: { bg: 'Какво', en: 'What' },
      ways: { bg: 'Тук', en: 'Here' }, contacts: 'Иван', shortTermReason: { bg: '', en: '' }, opensOn: day(0), closesOn: day(35),
    },
  }), clerk)
  await act((visit) => openConsultation(visit, { slug: 'plan' }), clerk)
  return { number, event, survey: 'trial', consultation: 'plan' }
}
