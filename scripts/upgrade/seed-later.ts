// What later changes of the schema brought, filled as well. A topic that adds tables adds its rows here, by its own acts.
import { enterAsset } from '#areas/evidence/assets/write.ts'
import { saveAnalysis } from '#areas/evidence/analyses/write.ts'
import { askRun } from '#areas/evidence/analyses/write/runs.ts'
import { defineCount } from '#areas/evidence/counts/write.ts'
import { pinFigure } from '#areas/evidence/figures/write.ts'
import { confirmContact, findOrMakeContact } from '#areas/people/contacts/write.ts'
import { makeEvent } from '#areas/participation/events/write.ts'
import { enterSignUp } from '#areas/participation/events/write/sign-ups.ts'
import { writePost } from '#areas/participation/news/write.ts'
import { findProcess } from '#areas/participation/processes/read.ts'
import { prepareStanding } from '#areas/participation/processes/write.ts'
import { moveContribution, submitContribution } from '#areas/participation/proposals/write.ts'
import { supportContribution } from '#areas/participation/proposals/write/support.ts'
import { enterStakeholder } from '#areas/participation/stakeholders/write.ts'
import { saveMailbox, saveSetting } from '#areas/people/settings/write.ts'
import { keepTyped, writeFinding } from '#areas/strategy/findings/write.ts'
import { refuseSuggestion, writeChallenge, writePair } from '#areas/strategy/findings/write/swot.ts'
import { saveChapterText } from '#areas/strategy/documents/write.ts'
import type { PostAnswer } from '#kernel/answer.ts'
import type { Period } from '#kernel/period.ts'
import type { Who } from '#kernel/who.ts'
import type { Store } from '#store/store.ts'
import type { WriteVisit } from '#store/visit.ts'

const now = new Date('2026-11-25T09:00:00Z')
const both = (bg: string, en: string) => ({ bg, en })

export const seedLater = async (store: Store, who: Who): Promise<void> => {
  const act = async (what: (visit: WriteVisit) => Promise<PostAnswer>): Promise<void> => {
    const answer = await store.writing((writer) => what({ who, writer, now, language: 'bg' }))
    if (answer.kind !== 'see') throw new Error(`an act of the seed was refused: ${JSON.stringify(answer)}`)
  }
  for (const [does, bg, en] of [['publish', 'Първа среща', 'First meeting'], ['save', 'Чернова', 'Draft']] as const) {
    await act((visit) => writePost(visit, { words: { datedOn: '2026-11-20', title: both(bg, en), text: both(`${bg}: заповядайте.`, `${en}: do come.`), picture: null }, does }))
  }
  await act((visit) => saveSetting(visit, { form: 'body', version: 0, value: { name: both('Община Липова', 'Municipality of Lipova'), department: both('отдел „Развитие“', 'development department'), emblem: null } }))
  await act((visit) => saveMailbox(visit, {
    version: 0, value: { address: 'posoka@lipova.example', host: 'mail.lipova.example', port: 993, security: 'tls', userName: 'posoka', folder: 'INBOX' }, password: 'only-an-example', key: Buffer.alloc(32, 7),
  }))
  await act((visit) => defineCount(visit, {
    name: both('Посетители на ателието', 'Visitors of the workshop'), definition: both('Колко души са дошли. Брои се на вратата.', 'How many people came. Counted at the door.'), unit: both('души', 'people'),
    measures: 'count', decimals: 0, direction: 'more', domain: 'people', level: 'nuts3', frequency: 'A', firstPeriod: '2024' as Period, days: 30, account: who.account ?? '',
  }))
  await act((visit) => enterAsset(visit, { words: {
    kind: 'park', name: both('Парк Липова', 'Lipova Park'), says: both('', ''), municipality: null, place: '', owner: both('Община Липова', 'Municipality of Lipova'), website: '', publicContact: '', source: 'пример', sourceAddress: '', asOf: '2026-11-01', illustrative: 'yes',
  } }))
  // Participation: a proposal with a voice, a meeting with somebody who comes, an entry of the register.
  await store.writing(async (writer) => {
    const visit = { who, writer, now, language: 'bg' as const }
    await prepareStanding(writer, now)
    const process = await findProcess(writer.reader, { slug: 'standing', who: 'staff' })
    if (process === undefined) throw new Error('the standing invitation was not made')
    const { contact } = await findOrMakeContact(writer, { name: 'Вера Илиева', email: 'vera@example.bg', language: 'bg', now })
    await confirmContact(writer, { contact, now })
    const made = await submitContribution(visit, { kind: 'proposal', channel: 'web', process: process.id, language: 'bg', assurance: 'email', title: 'Чешма', text: 'Нова чешма на площада пред читалището.', author: contact, name: 'Вера Илиева', choice: 'initials' })
    await moveContribution(visit, { id: made.id, act: 'publish' })
    const { contact: friend } = await findOrMakeContact(writer, { name: 'Петър', email: 'petar@example.bg', language: 'bg', now })
    await confirmContact(writer, { contact: friend, now })
    await supportContribution(visit, { id: made.id, contact: friend, assurance: 'email' })
  })
  const day = (hour: number): Date => new Date(Date.UTC(2026, 11, 10, hour))
  await act((visit) => makeEvent(visit, { does: 'publish', words: {
    kind: 'workshop', title: both('Работилница', 'Workshop'), says: both('', ''), place: both('Читалище', 'Centre'), address: '', link: null, municipality: null, startsAt: day(8), endsAt: day(11), capacity: 20, sectors: [], contact: '', access: both('', ''),
  } }))
  await act((visit) => enterSignUp(visit, { number: 1, from: { body: both('Община Липова', 'Municipality of Lipova'), origin: 'https://posoka.lipova.example', email: null }, input: { name: 'Иван', email: '', organisation: '', people: 1, sector: 'business', municipality: null, needs: '', language: 'bg' } }))
  await act((visit) => enterStakeholder(visit, { anyway: 'no', words: {
    kind: 'organisation', name: both('Клъстер Липова', ''), person: '', email: null, telephone: '', companyNumber: null, activityCode: '', website: '', sector: 'business', secondLevel: '', municipality: null, language: 'bg', channel: 'email', source: 'среща', verifiedOn: '2026-11-01', note: '',
  } }))
  // Analysis: one with a run that waits, and a figure of it.
  await store.writing(async (writer) => {
    const at = { who, writer, now }
    const analysis = await saveAnalysis(at, {
      kind: 'benchmark', key: 'lipova-example', title: both('Пример', 'Example'), record: { steps: ['compare'] }, inputs: { regions: [], indicators: [] }, vintages: [], result: { score: 3.5 }, note: both('Сравнение.', 'A comparison.'), why: 'пример',
    })
    await askRun(at, { analysis, version: analysis.version, what: 'intervals', parameters: { seed: 1 }, of: 100 })
    await pinFigure(at, { about: analysis.id, kind: 'analysis', title: both('Оценка', 'Score'), pinned: {
      measured: both('Оценка', 'Score'), unit: { label: both('точки', 'points'), percent: false }, decimals: 1, vintages: [], path: `/evidence/analyses/${analysis.number}`, notes: [],
      method: { kind: 'analysis', analysis: 'benchmark', number: analysis.number, version: analysis.version },
      values: [{ region: null, label: null, period: null, value: 3.5, flags: '', missing: null, reason: null, state: 'computed', how: null, interval: null }],
    } })
  })
  // Strategy: a finding of each side, a challenge, a pair, words not saved yet, a refused suggestion, a text of the report.
  for (const [kind, bg, en] of [['weakness', 'Младите намаляват', 'Young people become fewer'], ['opportunity', 'Нова линия до пристанището', 'A new line to the port']] as const) {
    await act((visit) => writeFinding(visit, { words: { kind, theme: 'people', confidence: 'low', statement: both(bg, en), says: both('', ''), illustrative: 'yes' } }))
  }
  await act((visit) => writeChallenge(visit, { title: both('Да задържим младите', 'Keep young people'), says: both('', ''), state: 'published', findings: [1] }))
  await act((visit) => writePair(visit, { inside: 1, outside: 2, note: both('Работа до линията', 'Work along the line') }))
  await act((visit) => keepTyped(visit, { of: 0, fields: { statement_bg: 'Недописано' } }))
  await act((visit) => refuseSuggestion(visit, { key: 'ahead:x.example:2024', statement: both('Пример', 'Example'), reason: 'само пример' }))
  await act((visit) => saveChapterText(visit, { chapter: 'people', text: both('Хората са най-важното.', 'People matter most.') }))
}
