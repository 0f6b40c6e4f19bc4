// The nouns of news, and what follows from them: who sees a post, when it may be published. Feed and search text are worded here.
import { toXmlText as xml } from '#kernel/xml.ts'
import type { Bilingual, Language } from '#kernel/language.ts'
import type { Problem } from '#kernel/result.ts'
import type { Ref } from '#kernel/thread.ts'

export const newsPath = '/participation/news'
export const postPath = (number: number): string => `${newsPath}/${number}`
export const changePath = (number: number): string => `${newsPath}/${number}/change`
export const feedPath = `${newsPath}/feed.atom`
export const picturePath = ({ number, picture }: { readonly number: number; readonly picture: Pick<NewsPicture, 'sha256'> }): string => `${newsPath}/${number}/picture/${picture.sha256}`

export type NewsState = 'draft' | 'published' | 'withdrawn'
export type NewsPicture = {
  readonly sha256: string; readonly size: number; readonly mediaType: 'image/png' | 'image/jpeg'; readonly width: number; readonly height: number
  /** what it shows, for whoever cannot see it */
  readonly alternative: Bilingual
}
/** `datedOn` is yyyy-mm-dd; paragraphs of a text are divided by an empty line */
export type NewsWords = { readonly datedOn: string; readonly title: Bilingual; readonly text: Bilingual; readonly picture: NewsPicture | null }
export type NewsPost = NewsWords & {
  readonly id: Ref<'news'>; readonly number: number; readonly state: NewsState; readonly version: number
  readonly publishedAt: Date | null; readonly withdrawnAt: Date | null; readonly withdrawnWhy: string | null; readonly changedAt: Date
}

export const longestTitle = 200
export const longestText = 20_000

/** What a post still lacks before everybody may read it: both languages whole, and words for its picture. */
export const lacksForPublishing = ({ title, text, picture }: Pick<NewsWords, 'title' | 'text' | 'picture'>): readonly Problem[] => [
  ...(title.bg === '' ? [{ field: 'title_bg', text: { bg: 'Новината се публикува на двата езика: напишете заглавие на български.', en: 'News is published in both languages: write a title in Bulgarian.' } }] : []),
  ...(title.en === '' ? [{ field: 'title_en', text: { bg: 'Новината се публикува на двата езика: напишете заглавие на английски.', en: 'News is published in both languages: write a title in English.' } }] : []),
  ...(text.bg === '' ? [{ field: 'text_bg', text: { bg: 'Напишете текст на български.', en: 'Write a text in Bulgarian.' } }] : []),
  ...(text.en === '' ? [{ field: 'text_en', text: { bg: 'Напишете текст на английски.', en: 'Write a text in English.' } }] : []),
  ...(picture !== null && picture.alternative.bg === '' ? [{ field: 'alternative_bg', text: { bg: 'Напишете какво се вижда на снимката: това чува човек, който не я вижда.', en: 'Write what the picture shows: a person who cannot see it hears this.' } }] : []),
  ...(picture !== null && picture.alternative.en === '' ? [{ field: 'alternative_en', text: { bg: 'Напишете го и на английски.', en: 'Write it in English as well.' } }] : []),
]
/** The register of things wants a title in both languages; a draft may have one of them only. */
export const titleForThread = (title: Bilingual): Bilingual => ({ bg: title.bg || title.en, en: title.en || title.bg })
export const paragraphsOf = (text: string): readonly string[] => text.split(/\n\s*\n/).map((part) => part.trim()).filter((part) => part !== '')
/** The first paragraph, cut at a word: for lists, feeds and link previews. */
export const openingOf = (text: string, most = 220): string => {
  const first = (paragraphsOf(text)[0] ?? '').replace(/\s+/g, ' ')
  if (first.length <= most) return first
  const cut = first.slice(0, most)
  return `${cut.slice(0, Math.max(1, cut.lastIndexOf(' ')))} …`
}
/** A text in pieces: plain words, and addresses of the web that become links. */
export const piecesOf = (text: string): readonly ({ readonly words: string } | { readonly link: string })[] =>
  text.split(/(https?:\/\/[^\s<>"„“”]*[^\s<>"„“”.,;:!?)\]])/g).map((part, index) => (index % 2 === 0 ? { words: part } : { link: part })).filter((piece) => !('words' in piece) || piece.words !== '')

export type FeedFacts = { readonly language: Language; readonly origin: string; readonly title: string; readonly says: string; readonly author: string; readonly posts: readonly NewsPost[] }
/** Atom (RFC 4287); the number of a post is its name for good, whatever becomes of its address. */
export const newsFeed = ({ language, origin, title, says, author, posts }: FeedFacts): string => {
  const newest = new Date(Math.max(0, ...posts.map(({ changedAt }) => changedAt.getTime())))
  const at = (path: string): string => xml(`${origin}/${language}${path}`)
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `<id>${at(feedPath)}</id><title>${xml(title)}</title><subtitle>${xml(says)}</subtitle>`,
    `<updated>${newest.toISOString()}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${at(feedPath)}"/><link rel="alternate" type="text/html" href="${at(newsPath)}"/>`,
    `<author><name>${xml(author)}</name></author>`,
    ...posts.map((post) => [
      `<entry><id>urn:uuid:${post.id}</id><title>${xml(post.title[language])}</title><link rel="alternate" type="text/html" href="${at(postPath(post.number))}"/>`,
      `<published>${(post.publishedAt ?? post.changedAt).toISOString()}</published><updated>${post.changedAt.toISOString()}</updated>`,
      `<summary>${xml(openingOf(post.text[language]))}</summary><content type="text">${xml(post.text[language])}</content></entry>`,
    ].join('')),
    '</feed>',
  ].join('\n')}\n`
}
/** Signs that XML cannot hold go; the four that mean something are written out. */
