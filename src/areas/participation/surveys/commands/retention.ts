// How long surveys keep whom they asked, and answers stopped half-way.
import type { RetentionPart } from '#areas/people/privacy/read/parts.ts'
import { countOldDrafts, countOldLinks } from '../read.ts'
import { dropOldDrafts, forgetOldLinks } from '../write/forgetting.ts'

export const surveyRetention: readonly RetentionPart[] = [
  {
    kind: 'participation.surveyLinks', title: { bg: 'На кого е пратена лична връзка за анкета', en: 'Whom a personal link to a survey was sent to' }, days: 180, promised: 'yes',
    why: { bg: 'За да се напомни най-много два пъти и никой да не отговори два пъти.', en: 'So that nobody is reminded more than twice or answers twice.' },
    count: countOldLinks, clear: async (writer, { olderThan }) => ({ cleared: await forgetOldLinks(writer, olderThan) }),
  },
  {
    kind: 'participation.surveyDrafts', title: { bg: 'Отговори на анкета, спрени по средата', en: 'Answers to a survey stopped half-way' }, days: 180,
    why: { bg: 'За да може човек да продължи по-късно.', en: 'So that somebody can go on later.' },
    count: countOldDrafts, clear: async (writer, { olderThan }) => ({ cleared: await dropOldDrafts(writer, olderThan) }),
  },
]
