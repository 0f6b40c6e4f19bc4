// News as lists: the page of all, and the block on the home page.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { PageHeading } from '#ui/parts/layout.tsx'
import { Pagination } from '#ui/parts/pagination.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { changePath, feedPath, newsPath, openingOf, picturePath, postPath, type NewsPost, type NewsState } from '../rules.ts'

export const sayState = (state: NewsState, language: Language): string => {
  const say = speak(language)
  return { draft: say.participation_news_draft, published: say.participation_news_published, withdrawn: say.participation_news_withdrawn }[state]()
}
/** The feed as a page's head names it. */
export const feedOf = (language: Language) => ({ type: 'application/atom+xml', path: toHref(language, feedPath), title: speak(language).participation_news_feed() })
const titleOf = ({ title }: NewsPost, language: Language): { readonly text: string; readonly lang: 'bg' | 'en' | undefined } =>
  title[language] !== '' ? { text: title[language], lang: undefined } : language === 'bg' ? { text: title.en, lang: 'en' } : { text: title.bg, lang: 'bg' }

type Listed = { readonly language: Language; readonly posts: readonly NewsPost[]; readonly level: 2 | 3 }
export const NewsList = ({ language, posts, level }: Listed) => {
  const Name = `h${level}` as 'h2'
  return (
    <ul class="p-news">
      {posts.map((post) => {
        const { text, lang } = titleOf(post, language)
        return (
          <li>
            {post.picture === null ? null : <img class="p-news-thumb" src={picturePath({ number: post.number, picture: post.picture })} alt="" width={post.picture.width} height={post.picture.height} loading="lazy" />}
            <div>
              <p class="p-note p-numbers"><time datetime={post.datedOn}>{sayCivilDate(post.datedOn, language)}</time>{post.state === 'published' ? null : <>{' '}<Tag tone="warning">{sayState(post.state, language)}</Tag></>}</p>
              <Name class="p-news-title"><a class="ds-link" href={toHref(language, post.state === 'published' ? postPath(post.number) : changePath(post.number))} lang={lang}>{text}</a></Name>
              <p>{openingOf(post.text[language])}</p>
            </div>
          </li>
        )
      })}
    </ul>
  )
}

type Shown = { readonly language: Language; readonly posts: readonly NewsPost[]; readonly page: number; readonly pages: number; readonly mayWrite: 'yes' | 'no' }
export const newsScreen = ({ language, posts, page, pages, mayWrite }: Shown): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.participation_news_title(), says: say.participation_news_says(), crumbs: [], alternates: [feedOf(language)],
    body: (
      <>
        <PageHeading title={say.participation_news_title()} lead={say.participation_news_says()}>
          {mayWrite === 'no' ? null : <Buttons><ButtonLink href={toHref(language, `${newsPath}/new`)}>{say.participation_news_new()}</ButtonLink></Buttons>}
        </PageHeading>
        {posts.length === 0
          ? <EmptyState title={say.participation_news_none()} why={mayWrite === 'yes' ? say.participation_news_none_staff() : say.participation_news_none_why()}><p><a class="ds-link" href={toHref(language, '/project')}>{say.web_project_title()}</a></p></EmptyState>
          : <NewsList language={language} posts={posts} level={2} />}
        {pages < 2 ? null : <Pagination language={language} page={page} pages={pages} toPage={(n) => toHref(language, n === 1 ? newsPath : `${newsPath}?page=${n}`)} />}
        <p class="p-note"><a class="ds-link" href={toHref(language, feedPath)} type="application/atom+xml">{say.participation_news_feed()}</a></p>
      </>
    ),
  }
}
