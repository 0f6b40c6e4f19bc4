// What moderation keeps of a person: decisions on their texts and their objections. For their page, export and erasure.
import type { PersonalPart, RetentionPart } from '#areas/people/privacy/read/parts.ts'
import { listByAuthor } from '#areas/participation/proposals/read/personal.ts'
import { countOldWords, listDecisions } from '../read.ts'
import { clearOldObjections, clearOldReports, eraseOf } from '../write/erasure.ts'

export const moderationPart: PersonalPart = {
  name: 'participation.moderation', title: { bg: 'Решения на модератори и възражения', en: 'Decisions of moderators and objections' },
  gather: async (reader, contact) => {
    const own = await listByAuthor(reader, contact)
    const decided = await Promise.all(own.map(async ({ id, number }) => (await listDecisions(reader, id)).map((one) => ({
      number, act: one.act, reason: one.reason ?? '', passage: one.passage ?? '', says: one.says ?? '', at: one.at, objection: one.objection ?? '', outcome: one.outcome ?? '', why: one.judgedWhy ?? '',
    }))))
    return { tables: [{ name: 'moderation', rows: decided.flat() }], files: [] }
  },
  erase: async (writer, { contact }) => ({ erased: await eraseOf(writer, (await listByAuthor(writer.reader, contact)).map(({ id }) => id)), kept: 0 }),
}
export const moderationRetention: readonly RetentionPart[] = [
  {
    kind: 'participation.reports', title: { bg: 'Думи в сигнали до модератор', en: 'Words in reports to moderators' }, days: 365, why: { bg: 'За да може да се провери как е решено по сигнала.', en: 'So that what was decided on a report can be checked.' },
    count: (reader, olderThan) => countOldWords(reader, { olderThan, of: 'reports' }), clear: async (writer, { olderThan }) => ({ cleared: await clearOldReports(writer, olderThan) }),
  },
  {
    kind: 'participation.objections', title: { bg: 'Текст на възражения и мотиви към автора', en: 'Texts of objections and reasons to the author' }, days: 730, why: { bg: 'За спорове по решението; в дневника остава само изходът.', en: 'For disputes over the decision; the log keeps only the outcome.' },
    count: (reader, olderThan) => countOldWords(reader, { olderThan, of: 'objections' }), clear: async (writer, { olderThan }) => ({ cleared: await clearOldObjections(writer, olderThan) }),
  },
]
