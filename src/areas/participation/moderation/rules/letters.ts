// How the letters of moderation are worded: to authors on what was decided, to moderators on what waits.
// The author learns the reason, the passage and the way to object; a text that was refused or masked is not repeated.
import type { Language } from '#kernel/language.ts'
import { exampleFrom, writeLetter, type Letter, type LetterFrom } from '#kernel/letter.ts'
import { speak } from '#kernel/speak.ts'
import { acts, inboxPath, objectionPath, outcomes, policyPath, reasons, reportPath, type ModerationAct, type Outcome, type Reason } from '../rules.ts'

export type Author = { readonly email: string; readonly name: string | null; readonly language: Language }
type About = { readonly author: Author; readonly from: LetterFrom; readonly key: string; readonly number: string }
const toAuthor = ({ author, from, key }: About) => ({ key, from, to: author.email, language: author.language, ...(author.name === null ? {} : { name: author.name }) })
const addressOf = ({ from, author }: Pick<About, 'from' | 'author'>, path: string): string => `${from.origin}/${author.language}${path}`
const pageOf = (about: About): string => addressOf(about, `/participation/proposals/${about.number}`)

export const publishedLetter = (about: About): Letter => {
  const say = speak(about.author.language)
  return writeLetter({
    ...toAuthor(about), kind: 'participation.published', subject: say.participation_letter_published_subject({ number: about.number }),
    lines: [say.participation_letter_published_what({ number: about.number }), pageOf(about), say.participation_letter_published_next()], why: say.participation_letter_author_why({ number: about.number }),
  })
}
/** Masked, refused or removed: with the reason and the way to object. `secret` is null where the author cannot object any more. */
export const decidedLetter = (about: About & { readonly act: ModerationAct; readonly reason: Reason; readonly passage: string | null; readonly says: string | null; readonly secret: string | null; readonly until: string; readonly intoNumber?: string }): Letter => {
  const say = speak(about.author.language)
  const { language } = about.author
  return writeLetter({
    ...toAuthor(about), kind: 'participation.moderated', subject: say.participation_letter_moderated_subject({ number: about.number, act: acts[about.act][language] }),
    lines: [
      say.participation_letter_moderated_what({ number: about.number, act: acts[about.act][language] }),
      say.participation_letter_moderated_reason({ reason: reasons[about.reason].name[language], says: reasons[about.reason].says[language] }),
      ...(about.passage === null ? [] : [say.participation_letter_moderated_passage({ passage: about.passage })]),
      ...(about.intoNumber === undefined ? [] : [say.participation_letter_merged_into({ number: about.intoNumber }), addressOf(about, `/participation/proposals/${about.intoNumber}`)]),
      ...(about.says === null ? [] : [about.says]),
      ...(about.secret === null ? [] : [say.participation_letter_moderated_object({ until: about.until }), addressOf(about, objectionPath(about.secret))]),
      say.participation_letter_moderated_policy(), addressOf(about, policyPath),
    ],
    why: say.participation_letter_author_why({ number: about.number }),
  })
}
/** To the author of what others are laid to: once, with a way to say that they differ. */
export const groupedLetter = (about: About & { readonly member: string }): Letter => {
  const say = speak(about.author.language)
  return writeLetter({
    ...toAuthor(about), kind: 'participation.grouped', subject: say.participation_letter_grouped_subject({ number: about.number }),
    lines: [say.participation_letter_grouped_what({ number: about.number, member: about.member }), pageOf(about), say.participation_letter_grouped_object(), addressOf(about, reportPath(about.number))], why: say.participation_letter_author_why({ number: about.number }),
  })
}
export const judgedLetter = (about: About & { readonly outcome: Outcome; readonly why: string }): Letter => {
  const say = speak(about.author.language)
  return writeLetter({
    ...toAuthor(about), kind: 'participation.objectionJudged', subject: say.participation_letter_judged_subject({ number: about.number }),
    lines: [say.participation_letter_judged_what({ outcome: outcomes[about.outcome][about.author.language] }), about.why, pageOf(about), say.participation_letter_judged_by()], why: say.participation_letter_author_why({ number: about.number }),
  })
}
export type WaitingCounts = { readonly texts: number; readonly flags: number; readonly objections: number; readonly oldestDays: number }
/** Sent in the morning, and only when something waits. */
export const moderatorsLetter = ({ to, from, key, counts }: { readonly to: { readonly email: string; readonly name: string; readonly language: Language; readonly account: string }; readonly from: LetterFrom; readonly key: string; readonly counts: WaitingCounts }): Letter => {
  const say = speak(to.language)
  return writeLetter({
    key, from, to: to.email, name: to.name, account: to.account, language: to.language, kind: 'participation.moderators', subject: say.participation_letter_moderators_subject({ count: counts.texts + counts.flags + counts.objections }),
    lines: [
      ...(counts.texts === 0 ? [] : [say.participation_letter_moderators_texts({ count: counts.texts, days: counts.oldestDays })]),
      ...(counts.flags === 0 ? [] : [say.participation_letter_moderators_flags({ count: counts.flags })]),
      ...(counts.objections === 0 ? [] : [say.participation_letter_moderators_objections({ count: counts.objections })]),
      `${from.origin}/${to.language}${inboxPath}`,
    ],
    why: say.participation_letter_moderators_why(), stop: say.participation_letter_moderators_stop(),
  })
}
const example = (language: Language): About => ({ author: { email: 'petya@lipova.example', name: language === 'bg' ? 'Петя Иванова' : 'Petya Ivanova', language }, from: exampleFrom, key: 'example', number: '2026-0042' })
export const letterExamples: readonly { readonly kind: string; readonly draw: (language: Language) => Letter }[] = [
  { kind: 'participation.published', draw: (language) => publishedLetter(example(language)) },
  { kind: 'participation.moderated', draw: (language) => decidedLetter({ ...example(language), act: 'refused', reason: 'othersData', passage: language === 'bg' ? 'съседката ми от третия етаж' : 'my neighbour on the third floor', says: null, secret: 'x'.repeat(43), until: language === 'bg' ? '9 декември 2026 г.' : '9 December 2026' }) },
  { kind: 'participation.grouped', draw: (language) => groupedLetter({ ...example(language), member: '2026-0057' }) },
  { kind: 'participation.objectionJudged', draw: (language) => judgedLetter({ ...example(language), outcome: 'reversed', why: language === 'bg' ? 'Съседката се е съгласила писмено.' : 'The neighbour has agreed in writing.' }) },
  { kind: 'participation.moderators', draw: (language) => moderatorsLetter({ to: { email: 'petya@lipova.example', name: language === 'bg' ? 'Петя Иванова' : 'Petya Ivanova', language, account: '00000000-0000-7000-8000-000000000000' }, from: exampleFrom, key: 'example', counts: { texts: 3, flags: 1, objections: 2, oldestDays: 4 } }) },
]
