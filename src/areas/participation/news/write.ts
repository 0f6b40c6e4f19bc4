// Acts on news: write, change, publish, withdraw. Each registers or renames its thing, so that search finds it by its new words.
import { notFound, problems, see, type PostAnswer } from '#kernel/answer.ts'
import type { Problem } from '#kernel/result.ts'
import { recordAct } from '#store/audit.ts'
import { newId } from '#store/ids.ts'
import { registerThing, renameThing } from '#store/thread.ts'
import type { WriteVisit } from '#store/visit.ts'
import { findNews } from './read.ts'
import { changePath, lacksForPublishing, postPath, titleForThread, type NewsPost, type NewsWords } from './rules.ts'
import type { NewsTables } from './tables.ts'

const conflict: Problem = {
  field: '',
  text: {
    bg: 'Докато пишехте, друг колега записа същата новина. Вашите думи са в полетата, неговите са показани над тях. Ако натиснете бутона още веднъж, остават вашите.',
    en: 'While you were writing, a colleague saved the same news. Your words are in the fields, theirs are shown above. If you press the button once more, yours stay.',
  },
}
const columnsOf = ({ datedOn, title, text, picture }: NewsWords) => ({
  datedOn, titleBg: title.bg, titleEn: title.en, textBg: text.bg, textEn: text.en,
  picture: picture?.sha256 ?? null, pictureSize: picture?.size ?? null, pictureType: picture?.mediaType ?? null, pictureWidth: picture?.width ?? null, pictureHeight: picture?.height ?? null,
  alternativeBg: picture?.alternative.bg ?? '', alternativeEn: picture?.alternative.en ?? '',
})
const news = (visit: WriteVisit) => visit.writer.withTables<NewsTables>()
type Saving = { readonly words: NewsWords; readonly does: 'save' | 'publish' }

export const writePost = async (visit: WriteVisit, { words, does }: Saving): Promise<PostAnswer> => {
  const lacks = does === 'publish' ? lacksForPublishing(words) : []
  if (lacks.length > 0) return problems(lacks)
  const id = newId<'news'>()
  const state = does === 'publish' ? 'published' : 'draft'
  await registerThing(visit.writer, { id, kind: 'news', title: titleForThread(words.title), path: '/participation/news', state, seenBy: state === 'published' ? 'everyone' : 'staff', text: words.text })
  const { number } = await news(visit).insertInto('participation.newsPost')
    .values({ id, ...columnsOf(words), state, version: 1, madeBy: visit.who.account, changedAt: visit.now, publishedAt: state === 'published' ? visit.now : null, withdrawnAt: null, withdrawnWhy: null })
    .returning('number').executeTakeFirstOrThrow()
  await renameThing(visit.writer, { id, path: postPath(number) })
  await recordAct(visit.writer, { who: visit.who.account, act: does === 'publish' ? 'participation.news.publish' : 'participation.news.write', thing: id, after: { number, state, title: words.title } })
  return does === 'publish' ? see(postPath(number), 'participation_notice_published') : see(changePath(number), 'participation_notice_draft')
}

type Changing = { readonly number: number; readonly version: number }
/** Held until the act is done: two who save at once are one after the other. */
const hold = async (visit: WriteVisit, { number }: Changing): Promise<NewsPost | undefined> => {
  await news(visit).selectFrom('participation.newsPost').select('id').where('number', '=', number).forUpdate().execute()
  return findNews(visit.writer.reader, { number, who: 'staff' })
}
export const changePost = async (visit: WriteVisit, { number, version, words, does }: Changing & Saving): Promise<PostAnswer> => {
  const before = await hold(visit, { number, version })
  if (before === undefined) return notFound
  if (before.version !== version) return problems([conflict])
  const state = does === 'publish' ? 'published' : before.state
  const lacks = state === 'published' ? lacksForPublishing(words) : []
  if (lacks.length > 0) return problems(lacks)
  await news(visit).updateTable('participation.newsPost').set({
    ...columnsOf(words), state, version: version + 1, changedAt: visit.now,
    ...(state === 'published' ? { publishedAt: before.publishedAt ?? visit.now, withdrawnAt: null, withdrawnWhy: null } : {}),
  }).where('number', '=', number).execute()
  await renameThing(visit.writer, { id: before.id, title: titleForThread(words.title), text: words.text, state, seenBy: state === 'published' ? 'everyone' : 'staff' })
  const changed = (['datedOn', 'title', 'text', 'picture'] as const).filter((part) => JSON.stringify(before[part]) !== JSON.stringify(words[part]))
  await recordAct(visit.writer, {
    who: visit.who.account, act: does === 'publish' && before.state !== 'published' ? 'participation.news.publish' : 'participation.news.change', thing: before.id,
    before: { state: before.state, ...Object.fromEntries(changed.map((part) => [part, before[part]])) }, after: { state, ...Object.fromEntries(changed.map((part) => [part, words[part]])) },
  })
  return state === 'published' ? see(postPath(number), 'participation_notice_published') : see(changePath(number), 'participation_notice_draft')
}
/** It keeps its number and its words for colleagues; everybody else learns that it was taken back. */
export const withdrawPost = async (visit: WriteVisit, { number, version, why }: Changing & { readonly why: string }): Promise<PostAnswer> => {
  const before = await hold(visit, { number, version })
  if (before === undefined) return notFound
  if (before.version !== version) return problems([conflict])
  await news(visit).updateTable('participation.newsPost').set({ state: 'withdrawn', withdrawnAt: visit.now, withdrawnWhy: why, version: version + 1, changedAt: visit.now }).where('number', '=', number).execute()
  await renameThing(visit.writer, { id: before.id, state: 'withdrawn', seenBy: 'staff' })
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.news.withdraw', thing: before.id, before: { state: before.state }, after: { state: 'withdrawn' }, why })
  return see(changePath(number), 'participation_notice_withdrawn')
}
