// What later changes of the schema brought, filled as well. A topic that adds tables adds its rows here, by its own acts.
import { defineCount } from '#areas/evidence/counts/write.ts'
import { writePost } from '#areas/participation/news/write.ts'
import { saveMailbox, saveSetting } from '#areas/people/settings/write.ts'
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
}
