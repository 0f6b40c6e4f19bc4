// One news post as everybody reads it.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref, toSafeHref } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { PageHeading } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { changePath, newsPath, openingOf, paragraphsOf, picturePath, piecesOf, type NewsPost } from '../rules.ts'
import { feedOf, sayState } from './list.tsx'

export const Words = ({ text }: { readonly text: string }) => (
  <>
    {paragraphsOf(text).map((paragraph) => (
      <p class="p-lines">{piecesOf(paragraph).map((piece) => ('words' in piece ? piece.words : <a class="ds-link" href={toSafeHref(piece.link)} rel="noopener">{piece.link.replace(/^https?:\/\//, '')}</a>))}</p>
    ))}
  </>
)
export const postScreen = ({ language, post, mayWrite }: { readonly language: Language; readonly post: NewsPost; readonly mayWrite: 'yes' | 'no' }): Screen => {
  const say = speak(language)
  const title = post.title[language] || post.title.bg || post.title.en
  return {
    kind: 'screen', title, says: openingOf(post.text[language]) || title, crumbs: [{ name: say.participation_news_title(), path: newsPath }], alternates: [feedOf(language)],
    body: (
      <article class="p-flow">
        {post.state === 'published' ? null : <Notice language={language} tone="warning" title={sayState(post.state, language)}><p>{post.withdrawnWhy ?? say.participation_news_draft_says()}</p></Notice>}
        <PageHeading title={title} kicker={sayCivilDate(post.datedOn, language)} />
        {post.picture === null ? null : (
          <img class="p-news-picture" src={picturePath({ number: post.number, picture: post.picture })} alt={post.picture.alternative[language]} width={post.picture.width} height={post.picture.height} />
        )}
        <Words text={post.text[language]} />
        {mayWrite === 'no' ? null : <Buttons><ButtonLink look="secondary" href={toHref(language, changePath(post.number))}>{say.participation_news_change()}</ButtonLink></Buttons>}
        <p><a class="ds-link" href={toHref(language, newsPath)}>{say.participation_news_all()}</a></p>
      </article>
    ),
  }
}
