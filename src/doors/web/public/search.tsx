// One search over things and pages, in the forms of words that people use. Results by address, so that one can be sent.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import type { ThingKind } from '#kernel/thread.ts'
import { speak } from '#kernel/speak.ts'
import type { SearchAnswer } from '#store/search.ts'
import { toHref, withQuery } from '#ui/address.ts'
import { PageHeading } from '#ui/parts/layout.tsx'
import { Pagination } from '#ui/parts/pagination.tsx'
import { SearchField } from '#ui/parts/search-field.tsx'
import { Tag } from '#ui/parts/tag.tsx'

export const searchPath = '/search'
export const foundOnAPage = 20

type SearchShown = { readonly language: Language; readonly words: string; readonly page: number; readonly answer: SearchAnswer | null }

export const searchScreen = ({ language, words, page, answer }: SearchShown): Screen => {
  const say = speak(language)
  const title = words === '' ? say.web_search_title() : say.web_search_title_for({ words })
  return {
    kind: 'screen', title, says: say.web_search_says(), crumbs: [],
    body: (
      <>
        <PageHeading title={say.web_search_title()} lead={answer === null ? say.web_search_says() : undefined} />
        <SearchField language={language} action={toHref(language, searchPath)} value={words} id="search-words" />
        {answer === null ? null : <Answer language={language} words={words} page={page} answer={answer} />}
      </>
    ),
  }
}

const Answer = ({ language, words, page, answer }: SearchShown & { readonly answer: SearchAnswer }) => {
  const say = speak(language)
  if (answer.total === 0) {
    return (
      <div class="p-flow" role="status">
        <p>{say.web_search_nothing({ words })}</p>
        <p>{say.web_search_nothing_do()} <a class="ds-link" href={toHref(language, '/evidence/indicators')}>{say.web_search_all_indicators()}</a></p>
      </div>
    )
  }
  return (
    <>
      <p role="status">
        {say.web_search_count({ count: answer.total })}
        {answer.matched === 'any' ? ` ${say.web_search_any()}` : ''}
        {answer.ignored.length === 0 ? '' : ` ${say.web_search_ignored({ words: answer.ignored.join(', ') })}`}
      </p>
      <ol class="p-results">
        {answer.found.map((found) => (
          <li>
            <h2 class="p-result-title"><a class="ds-link" href={toHref(language, found.path)}>{found.title}</a> <Tag>{kindWords(found.kind, language)}</Tag></h2>
            {found.passage === '' ? (found.kind === 'indicator' ? <p>{say.web_search_part()}</p> : null) : <p>{found.passage}</p>}
          </li>
        ))}
      </ol>
      <Pagination language={language} page={page} pages={Math.ceil(answer.total / foundOnAPage)}
        toPage={(each) => toHref(language, withQuery(searchPath, { q: words, page: each === 1 ? '' : String(each) }))} />
    </>
  )
}

const kindWords = (kind: ThingKind | 'page', language: Language): string => {
  const say = speak(language)
  return kind === 'indicator' ? say.web_kind_indicator() : kind === 'dataset' ? say.web_kind_dataset() : kind === 'page' ? say.web_kind_page() : kind === 'figure' ? say.web_kind_figure() : kind === 'analysis' ? say.web_kind_analysis() : say.web_kind_other()
}
