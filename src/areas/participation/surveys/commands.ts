// The clock's work for surveys: what was left half-way when one ended is counted as that, and anonymous answers are shuffled.
import { visitor } from '#kernel/who.ts'
import type { Store } from '#store/store.ts'
import { listEndedWithDrafts } from './read.ts'
import { shuffleAnswers } from './write/answering.ts'
import { endSurvey } from './write/making.ts'

/** Safe to run twice. */
export const surveysJob = async (store: Store, now: Date): Promise<void> => {
  for (const survey of await store.reading((reader) => listEndedWithDrafts(reader, now), { as: 'staff', fresh: 'primary' }))
    await store.writing((writer) => endSurvey({ writer, who: visitor, language: 'bg', now }, survey))
  await store.writing(shuffleAnswers, { quiet: 'yes' })
}
