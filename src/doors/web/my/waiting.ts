// Everything that may wait for a person, topic by topic. A topic that has something adds its function to the list.
import { permissionOf } from '#areas/people/roles/read.ts'
import { invitationsWaiting } from '#areas/people/accounts/pages.ts'
import { setupWaiting } from '#areas/people/settings/pages.ts'
import { listDatasets, listHeld } from '#areas/evidence/datasets/read.ts'
import { datasetPath, vintagePath } from '#areas/evidence/datasets/rules.ts'
import { countsWaiting } from '#areas/evidence/counts/pages.ts'
import { tablesWaiting } from '#areas/evidence/tables/pages.ts'
import { answersWaiting } from '#areas/participation/answers/pages.ts'
import { reportsWaiting } from '#areas/participation/reply-reports/pages.ts'
import { untickedWaiting } from '#areas/participation/events/pages.ts'
import { intakeWaiting } from '#areas/participation/intake/pages.ts'
import { mailWaiting } from '#areas/participation/correspondence/pages.ts'
import { moderationWaiting } from '#areas/participation/moderation/pages.ts'
import { draftsWaiting } from '#areas/participation/news/pages.ts'
import { findingsWaiting } from '#areas/strategy/findings/pages.ts'
import { mayDo } from '#kernel/who.ts'
import { speak } from '#kernel/speak.ts'
import { countLetters } from '#store/outbox.ts'
import type { ReadVisit, Waiting, WaitingOf } from '#store/visit.ts'

/** Figures that an import held back, and fetches that failed. */
const figuresWaiting: WaitingOf = {
  may: permissionOf('evidence.import'),
  list: async ({ reader, language }) => {
    const say = speak(language)
    const [held, datasets] = await Promise.all([listHeld(reader), listDatasets(reader)])
    return [
      ...held.map(({ dataset, vintage }) => ({ name: say.web_waiting_held({ dataset: dataset.title[language] }), says: say.web_waiting_held_says(), path: vintagePath(dataset.code, vintage.number), urgent: 'yes' as const })),
      ...datasets.flatMap(({ dataset }) => (dataset.lastProblem === null ? [] : [{ name: say.web_waiting_fetch({ dataset: dataset.title[language] }), says: dataset.lastProblem[language], path: datasetPath(dataset.code), urgent: 'yes' as const }])),
    ]
  },
}
/** Letters that were given up. */
const lettersWaiting: WaitingOf = {
  may: permissionOf('letters.read'),
  list: async ({ reader, language }) => {
    const { failed } = await countLetters(reader)
    const say = speak(language)
    return failed === 0 ? [] : [{ name: say.web_waiting_letters({ count: failed }), says: say.web_waiting_letters_says(), path: '/office/letters?state=failed', urgent: 'yes' }]
  },
}
const waitingOf: readonly WaitingOf[] = [setupWaiting, lettersWaiting, moderationWaiting, mailWaiting, intakeWaiting, figuresWaiting, countsWaiting, tablesWaiting, draftsWaiting, findingsWaiting, answersWaiting, reportsWaiting, untickedWaiting, invitationsWaiting]

/** What is urgent first, each in the order of its topic. */
export const listWaiting = async (visit: ReadVisit): Promise<readonly Waiting[]> => {
  const found = (await Promise.all(waitingOf.filter(({ may }) => mayDo(visit.who, may)).map(({ list }) => list(visit)))).flat()
  return [...found.filter(({ urgent }) => urgent === 'yes'), ...found.filter(({ urgent }) => urgent === undefined)]
}
