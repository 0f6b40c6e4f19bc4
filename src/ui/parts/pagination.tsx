// The pages of a long list: where one is, one step back and on, first and last.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'

type Pages = {
  readonly language: Language
  /** 1 is the first */
  readonly page: number
  readonly pages: number
  readonly toPage: (page: number) => string
}

/** The pages that are named: first, last, and the neighbours of this one; 0 stands for a gap. */
export const pagesShown = (page: number, pages: number): readonly number[] => {
  const near = [1, page - 1, page, page + 1, pages].filter((each) => each >= 1 && each <= pages)
  const sorted = [...new Set(near)].sort((one, other) => one - other)
  return sorted.flatMap((each, index) => {
    const before = sorted[index - 1]
    if (before === undefined || each - before === 1) return [each]
    return each - before === 2 ? [each - 1, each] : [0, each]
  })
}

export const Pagination = ({ language, page, pages, toPage }: Pages) => {
  if (pages <= 1) return null
  const say = speak(language)
  return (
    <nav class="ds-pagination p-pagination" aria-label={say.ui_pages_label()}>
      <ul>
        {page > 1 ? <li><a class="ds-button" data-variant="tertiary" rel="prev" href={toPage(page - 1)}>{say.ui_previous()}</a></li> : null}
        {pagesShown(page, pages).map((each) => (
          <li>
            {each === 0 ? <span class="p-gap">…</span> : (
              <a class="ds-button" data-variant="tertiary" href={toPage(each)} aria-current={each === page ? 'true' : undefined} aria-label={say.ui_page_of({ page: each, pages })}>{each}</a>
            )}
          </li>
        ))}
        {page < pages ? <li><a class="ds-button" data-variant="tertiary" rel="next" href={toPage(page + 1)}>{say.ui_next()}</a></li> : null}
      </ul>
    </nav>
  )
}
