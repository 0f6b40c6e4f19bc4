// What a person follows, for their page, their export and their erasure; and how long it is kept what happened.
import type { PersonalPart, RetentionPart } from '#areas/people/privacy/read/parts.ts'
import { countOldNotices, listFollows, listStillFollowing, listTold } from '../read.ts'
import { dropOldNotices } from '../write.ts'

export const followPart: PersonalPart = {
  name: 'participation.subscriptions', title: { bg: 'Какво следите', en: 'What you follow' },
  gather: async (reader, contact) => ({
    tables: [{ name: 'follows', rows: (await listFollows(reader, contact)).map(({ contact: _, ...row }) => row) }, { name: 'notices', rows: await listTold(reader, contact) }],
    files: [],
  }),
  // The rows go with the contact itself.
  erase: async (writer, { contact }) => ({ erased: (await listFollows(writer.reader, contact)).length + (await listTold(writer.reader, contact)).length, kept: 0 }),
  holds: listStillFollowing,
}
export const followRetention: readonly RetentionPart[] = [{
  kind: 'participation.notices', title: { bg: 'Кой за какво е бил известен', en: 'Who was told of what' }, days: 400,
  why: { bg: 'За да не се казва едно и също два пъти.', en: 'So that nothing is told twice.' },
  count: countOldNotices, clear: async (writer, { olderThan }) => ({ cleared: await dropOldNotices(writer, olderThan) }),
}]
