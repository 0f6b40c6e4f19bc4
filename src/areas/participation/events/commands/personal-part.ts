// What events keep of a person, and how long their access needs are kept.
import type { PersonalPart, RetentionPart } from '#areas/people/privacy/read/parts.ts'
import { visitor } from '#kernel/who.ts'
import { listNeedsDue } from '../read.ts'
import { eventPath } from '../rules.ts'
import { countNeedsDue, countOldSignUps, forgetOldSignUps, forgetSignUps, listSignUpsOfPerson, listStillSignedUp } from '../write/erasure.ts'
import { eraseNeeds } from '../write/files.ts'

export const eventPart: PersonalPart = {
  name: 'participation.events', title: { bg: 'Записвания за срещи', en: 'Sign-ups for meetings' },
  list: async (reader, contact) => (await listSignUpsOfPerson(reader, contact)).map((each) => ({
    title: { bg: each.titleBg, en: each.titleEn }, path: eventPath(each.number), at: each.startsAt,
    says: each.state === 'cancelled' ? { bg: 'Отказано.', en: 'Cancelled.' } : each.state === 'waiting' ? { bg: 'Чакате място.', en: 'You wait for a place.' } : { bg: 'Записани сте.', en: 'You are signed up.' },
  })),
  gather: async (reader, contact) => ({ tables: [{ name: 'signUps', rows: (await listSignUpsOfPerson(reader, contact)).map(({ id: _, ...row }) => row) }], files: [] }),
  erase: async (writer, { contact }) => ({ erased: 0, kept: await forgetSignUps(writer, contact) }),
  holds: (reader, { contacts }) => listStillSignedUp(reader, contacts),
}
export const eventRetention: readonly RetentionPart[] = [{
  kind: 'participation.accessNeeds', title: { bg: 'Особени нужди за достъп на записаните', en: 'Access needs of those who signed up' }, days: 14, promised: 'yes',
  why: { bg: 'Нужни са само за подготовката на срещата.', en: 'Needed only to prepare the meeting.' },
  count: countNeedsDue,
  clear: async (writer, { olderThan, now }) => {
    const cleared = await countNeedsDue(writer.reader, olderThan)
    for (const event of await listNeedsDue(writer.reader, olderThan)) await eraseNeeds({ writer, who: visitor, language: 'bg', now }, { event })
    return { cleared }
  },
}, {
  kind: 'participation.signUps', title: { bg: 'Кой се е записал за среща', en: 'Who signed up for a meeting' }, days: 365, promised: 'yes',
  why: { bg: 'За присъствения списък и следващата покана; колко са дошли, остава.', en: 'For the list of attendance and the next invitation; how many came stays.' },
  count: countOldSignUps, clear: async (writer, { olderThan }) => ({ cleared: await forgetOldSignUps(writer, olderThan) }),
}]
