// Published contributions as open data: a table for spreadsheets, a list for programs, a feed. Only what the page itself shows.
import { dayIn } from '#kernel/day.ts'
import { toXmlText as xml } from '#kernel/xml.ts'
import type { Language } from '#kernel/language.ts'
import { toCsvFile } from '#kernel/csv.ts'
import { contributionPath, type Contribution } from '../rules.ts'
import { feedPath } from './list.ts'
import { channelNames, decisionNames, kindNames, sectorNames, stateNames } from './names.ts'

const heads: Readonly<Record<Language, readonly string[]>> = {
  bg: ['Номер', 'Вид', 'Заглавие', 'Текст', 'Език', 'Автор', 'Вид автор', 'Дошло', 'Получено на', 'Публикувано на', 'Състояние', 'Решение', 'Община', 'Място', 'Теми', 'За кого', 'Сектор', 'Показател', 'Подкрепа', 'Преброени на ръка', 'Доводи за', 'Доводи против', 'След срока'],
  en: ['Number', 'Kind', 'Title', 'Text', 'Language', 'Author', 'Kind of author', 'Came', 'Received on', 'Published on', 'State', 'Decision', 'Municipality', 'Place', 'Themes', 'For whom', 'Sector', 'Indicator', 'Support', 'Counted by hand', 'Arguments for', 'Arguments against', 'After the end'],
}
const authorKinds = { person: { bg: 'човек', en: 'person' }, organisation: { bg: 'организация', en: 'organisation' }, authority: { bg: 'институцията', en: 'the authority' } } as const
const citizen = { bg: 'гражданин', en: 'a citizen' } as const

export const toCsv = (list: readonly Contribution[], language: Language): string => toCsvFile([
  heads[language],
  ...list.map((it) => [
    it.number, kindNames[it.kind][language], it.title, it.text, it.language, it.authorShown ?? (it.authorKind === 'authority' ? authorKinds.authority[language] : citizen[language]), authorKinds[it.authorKind][language], channelNames[it.channel][language],
    it.receivedOn, it.publishedAt === null ? '' : dayIn(it.publishedAt), stateNames[it.state][language], it.decision === null ? '' : (decisionNames[it.decision]?.[language] ?? it.decision),
    it.municipality ?? '', it.place, it.topics.join(' '), it.forWhom, it.sector === null ? '' : sectorNames[it.sector][language], it.indicator ?? '', it.supports, it.countedSupports, it.argumentsFor, it.argumentsAgainst,
    it.late ? { bg: 'да', en: 'yes' }[language] : { bg: 'не', en: 'no' }[language],
  ]),
], { separator: ',', mark: 'withMark' })

/** The dictionary of the list: each field with what it is. The file carries it. */
export const dictionary = {
  number: 'public number for ever', kind: 'proposal, statement, blockComment, eventNote, surveyText', title: 'title as published', text: 'text as published, personal data masked', language: 'ISO 639-1', author: 'author as they agreed to be shown; null: a citizen',
  authorKind: 'person, organisation, authority', channel: 'way it came', receivedOn: 'yyyy-mm-dd', publishedOn: 'yyyy-mm-dd', state: 'published, underConsideration, answered, outcomeKnown, merged', decision: 'accepted, acceptedInPart, notAccepted, outOfScope, alreadySo or null',
  municipality: 'code or null', place: 'in the author’s words', topics: 'keys of themes', forWhom: 'in the author’s words', sector: 'stakeholder group or null', indicator: 'key or null', supports: 'voices that count', countedSupports: 'counted by hand, never added to the voices',
  argumentsFor: 'published', argumentsAgainst: 'published', late: 'came after the end', path: 'page of it, without the language',
} as const
export const jsonFields: readonly string[] = ['date', 'licence', 'fields', ...Object.keys(dictionary).map((name) => `fields.${name}`), 'proposals', ...Object.keys(dictionary).map((name) => `proposals[].${name}`)]
export const toJson = (list: readonly Contribution[], now: Date) => ({
  date: dayIn(now), licence: 'CC BY 4.0', fields: dictionary,
  proposals: list.map((it) => ({
    number: it.number, kind: it.kind, title: it.title, text: it.text, language: it.language, author: it.authorShown, authorKind: it.authorKind, channel: it.channel, receivedOn: it.receivedOn,
    publishedOn: it.publishedAt === null ? null : dayIn(it.publishedAt), state: it.state, decision: it.decision, municipality: it.municipality, place: it.place, topics: it.topics, forWhom: it.forWhom, sector: it.sector, indicator: it.indicator,
    supports: it.supports, countedSupports: it.countedSupports, argumentsFor: it.argumentsFor, argumentsAgainst: it.argumentsAgainst, late: it.late, path: contributionPath(it.number),
  } satisfies Record<keyof typeof dictionary, unknown>)),
})

export type FeedFacts = { readonly language: Language; readonly origin: string; readonly title: string; readonly says: string; readonly author: string; readonly list: readonly Contribution[] }
/** Atom (RFC 4287); the number of the thing is its name for good. */
export const feedOf = ({ language, origin, title, says, author, list }: FeedFacts): string => {
  const newest = new Date(Math.max(0, ...list.map(({ changedAt }) => changedAt.getTime())))
  const at = (path: string): string => xml(`${origin}/${language}${path}`)
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>', `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `<id>${at(feedPath)}</id><title>${xml(title)}</title><subtitle>${xml(says)}</subtitle><updated>${newest.toISOString()}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${at(feedPath)}"/><link rel="alternate" type="text/html" href="${at('/participation/proposals')}"/><author><name>${xml(author)}</name></author>`,
    ...list.map((it) => [
      `<entry xml:lang="${it.language}"><id>urn:uuid:${it.id}</id><title>${xml(it.title)}</title><link rel="alternate" type="text/html" href="${at(contributionPath(it.number))}"/>`,
      `<published>${(it.publishedAt ?? it.changedAt).toISOString()}</published><updated>${it.changedAt.toISOString()}</updated><author><name>${xml(it.authorShown ?? citizen[language])}</name></author><content type="text">${xml(it.text)}</content></entry>`,
    ].join('')),
    '</feed>',
  ].join('\n')}\n`
}
/** Signs that XML cannot hold go; the four that mean something are written out. */
