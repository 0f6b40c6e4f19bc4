// The pages of news: list, post, feed, picture; for editors the form. Saving keeps a file and is a command of the web door.
import { notFound } from '#kernel/answer.ts'
import { mayDo, type Who } from '#kernel/who.ts'
import { page, type ReadVisit, type WaitingOf } from '#store/visit.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { getSettings } from '#areas/people/settings/read.ts'
import { speak } from '#kernel/speak.ts'
import { newsForm } from './forms.ts'
import { countNews, findNews, isWithdrawn, listDrafts, listNews } from './read.ts'
import { changePath, feedPath, newsFeed, newsPath } from './rules.ts'
import { newsFormScreen } from './views/form.tsx'
import { newsScreen } from './views/list.tsx'
import { postScreen } from './views/post.tsx'

const read = permissions['public.read'], write = permissions['news.write']
const audience = (who: Who): 'everyone' | 'staff' => (who.account === null ? 'everyone' : 'staff')
const mayWrite = (who: Who): 'yes' | 'no' => (mayDo(who, write) ? 'yes' : 'no')
export const toNumber = (text: string | undefined): number => (/^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : 0)
const perPage = 20
/** The day it is in the region, for a new post. */
const todayIn = (now: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Sofia' }).format(now)
/** A post that everyone cannot see: taken back is something else than never there. */
const missing = async (visit: ReadVisit, number: number) => ((await isWithdrawn(visit.reader, { number })) ? { kind: 'gone' as const } : notFound)

export const newsPage = page({
  path: newsPath, may: read, sameForAll: true,
  get: async ({ reader, language, who }, asked) => {
    const total = await countNews(reader, { who: audience(who) })
    const pages = Math.max(1, Math.ceil(total / perPage))
    const at = Math.min(pages, Math.max(1, toNumber(asked.query.get('page') ?? '1')))
    return newsScreen({ language, posts: await listNews(reader, { who: audience(who), limit: perPage, offset: (at - 1) * perPage }), page: at, pages, mayWrite: mayWrite(who) })
  },
})
export const postPage = page({
  path: `${newsPath}/:number`, may: read, sameForAll: true,
  get: async (visit, asked) => {
    const { reader, language, who } = visit
    const number = toNumber(asked.params.number)
    const post = await findNews(reader, { number, who: audience(who) })
    return post === undefined ? missing(visit, number) : postScreen({ language, post, mayWrite: mayWrite(who) })
  },
})
export const picturePage = page({
  path: `${newsPath}/:number/picture/:hash`, may: read, languageFree: true,
  get: async ({ reader, who }, asked) => {
    const picture = (await findNews(reader, { number: toNumber(asked.params.number), who: audience(who) }))?.picture
    return picture == null || picture.sha256 !== asked.params.hash ? notFound
      : { kind: 'file', mediaType: picture.mediaType, name: null, inline: true, picture: 'yes', bytes: { stored: picture.sha256, size: picture.size } }
  },
})
export const newNewsPage = page({ path: `${newsPath}/new`, may: write, get: ({ language, now }, asked) => newsFormScreen({ language, asked, post: null, today: todayIn(now) }), accepts: newsForm })
export const changeNewsPage = page({
  path: changePath(0).replace('/0/', '/:number/'), may: write,
  get: async ({ reader, language, now }, asked) => {
    const post = await findNews(reader, { number: toNumber(asked.params.number), who: 'staff' })
    return post === undefined ? notFound : newsFormScreen({ language, asked, post, today: todayIn(now) })
  },
  accepts: newsForm,
})
/** Absolute addresses stand on the site's own address, which the door knows. */
export const feedPage = (origin: string) => page({
  path: feedPath, may: read, sameForAll: true,
  get: async ({ reader, language }) => {
    const [posts, { body }] = await Promise.all([listNews(reader, { who: 'everyone', limit: 50 }), getSettings(reader)])
    const say = speak(language)
    return {
      kind: 'file', mediaType: 'application/atom+xml; charset=utf-8', name: 'news.atom', inline: true,
      bytes: newsFeed({ language, origin, posts, title: `${say.participation_news_title()} · ${body.name[language]}`, says: say.participation_news_says(), author: body.name[language] }),
    }
  },
})

export const draftsWaiting: WaitingOf = {
  may: write,
  list: async ({ reader, language }) => {
    const say = speak(language)
    return (await listDrafts(reader)).map(({ number, title }) => ({ name: say.participation_waiting_draft({ title: title[language] || title.bg || title.en }), says: say.participation_waiting_draft_says(), path: changePath(number) }))
  },
}
