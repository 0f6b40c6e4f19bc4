// What makes a contribution suspicious: it is not refused and not dropped, it waits for a person, who sees the reason (SP2).
// Judged by its words and by what the same address sent before; nothing is asked of anybody outside.
import type { Bilingual } from '#kernel/language.ts'

export const suspicions = {
  links: { bg: 'много връзки', en: 'many links' },
  code: { bg: 'съдържа код или разметка', en: 'holds code or markup' },
  hiddenSigns: { bg: 'съдържа невидими знаци, които обръщат или крият текст', en: 'holds invisible signs that turn or hide text' },
  otherScript: { bg: 'писано на писменост, която тук не се очаква', en: 'written in a script not expected here' },
  noWords: { bg: 'почти няма думи', en: 'has hardly any words' },
  trial: { bg: 'прилича на проба', en: 'looks like a trial' },
  veryLong: { bg: 'необичайно дълъг текст', en: 'an unusually long text' },
  sameAgain: { bg: 'същият текст вече дойде от този адрес', en: 'the same text came from this address before' },
  flood: { bg: 'много текстове от един адрес за един час', en: 'many texts from one address within an hour' },
} as const satisfies Readonly<Record<string, Bilingual>>
export type Suspicion = keyof typeof suspicions
export const isSuspicion = (mark: string): mark is Suspicion => Object.hasOwn(suspicions, mark)

export type Sent = {
  readonly title: string; readonly text: string
  /** texts from the same address within the hour before; 0 where the address is unknown */
  readonly sentLastHour: number
  /** the same address sent the very same words before */
  readonly sentBefore: 'yes' | 'no'
}
export const mostAnHour = 5
const mostLinks = 4
const longest = 20_000

export const suspicionsOf = ({ title, text, sentLastHour, sentBefore }: Sent): readonly Suspicion[] => {
  const whole = `${title}\n${text}`
  const letters = whole.match(/\p{L}/gu)?.length ?? 0
  const known = whole.match(/[\p{Script=Cyrillic}\p{Script=Latin}]/gu)?.length ?? 0
  const holds: Readonly<Record<Suspicion, boolean>> = {
    links: (whole.match(/https?:\/\/|www\./gi)?.length ?? 0) > mostLinks,
    code: /<\/?[a-z][^<>\n]{0,200}>|\[url[=\]]|javascript:|\bon\w{3,20}=/i.test(whole),
    hiddenSigns: /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/.test(whole),
    otherScript: letters >= 10 && known < letters / 2,
    noWords: letters < 3 || letters < whole.replace(/\s/g, '').length / 3 || /(\p{L})\1{7}/u.test(whole),
    trial: /^(?:тест|проба|пробвам|test|testing|asdf\w*|йцук\p{L}*)[\s\d.!?]*$/iu.test(text.trim()),
    veryLong: text.length > longest,
    sameAgain: sentBefore === 'yes',
    flood: sentLastHour >= mostAnHour,
  }
  return (Object.keys(holds) as readonly Suspicion[]).filter((name) => holds[name])
}
