// The pages for when something is not as hoped: what happened, what to do, and a number that stands in the log.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'

export const errorStatuses = [400, 403, 404, 405, 410, 413, 429, 500, 503] as const
export type ErrorStatus = (typeof errorStatuses)[number]

type ErrorFacts = {
  readonly language: Language
  readonly number: string
  readonly contact: string
  readonly path: string
  /** seconds until it makes sense to come back */
  readonly wait?: number
  /** what was typed and could not be taken: shown, so that no word is lost */
  readonly typed?: Readonly<Record<string, readonly string[]>>
}

const wordsOf = (status: ErrorStatus, say: ReturnType<typeof speak>): { title: string; happened: string; advice: string } => {
  switch (status) {
    case 400: return { title: say.web_error_400_title(), happened: say.web_error_400_happened(), advice: say.web_error_400_advice() }
    case 403: return { title: say.web_error_403_title(), happened: say.web_error_403_happened(), advice: say.web_error_403_advice() }
    case 404: return { title: say.web_error_404_title(), happened: say.web_error_404_happened(), advice: say.web_error_404_advice() }
    case 405: return { title: say.web_error_405_title(), happened: say.web_error_405_happened(), advice: say.web_error_405_advice() }
    case 410: return { title: say.web_error_410_title(), happened: say.web_error_410_happened(), advice: say.web_error_410_advice() }
    case 413: return { title: say.web_error_413_title(), happened: say.web_error_413_happened(), advice: say.web_error_413_advice() }
    case 429: return { title: say.web_error_429_title(), happened: say.web_error_429_happened(), advice: say.web_error_429_advice() }
    case 500: return { title: say.web_error_500_title(), happened: say.web_error_500_happened(), advice: say.web_error_500_advice() }
    case 503: return { title: say.web_error_503_title(), happened: say.web_error_503_happened(), advice: say.web_error_503_advice() }
  }
}

export const errorScreen = (status: ErrorStatus, facts: ErrorFacts): Screen => {
  const say = speak(facts.language)
  const words = wordsOf(status, say)
  const kept = Object.entries(facts.typed ?? {}).flatMap(([name, values]) => values.filter((value) => value.trim() !== '').map((value) => ({ name, value })))
  return {
    kind: 'screen',
    title: words.title,
    says: words.happened,
    crumbs: [],
    status,
    body: (
      <div class="p-error">
        <h1>{words.title}</h1>
        <p class="p-lead">{words.happened}</p>
        <p>{words.advice}</p>
        {facts.wait === undefined ? null : <p>{say.web_error_wait({ seconds: facts.wait })}</p>}
        {kept.length === 0 ? null : (
          <section>
            <h2>{say.web_error_typed_heading()}</h2>
            <p>{say.web_error_typed_advice()}</p>
            {kept.map(({ name, value }, at) => (
              <p>
                <label for={`kept-${at}`}>{name}</label>
                <textarea class="ds-input" id={`kept-${at}`} name={`kept-${at}`} rows={Math.min(12, 2 + value.split('\n').length)} readonly>{value}</textarea>
              </p>
            ))}
          </section>
        )}
        <form role="search" action={`/${facts.language}/search`} method="get">
          <label for="error-search">{say.web_error_search()}</label>
          <input class="ds-input" id="error-search" type="search" name="q" />
          <button class="ds-button" type="submit">{say.web_error_search_button()}</button>
        </form>
        <p><a class="ds-link" href={`/${facts.language}`}>{say.web_error_home()}</a></p>
        <p class="p-note">{say.web_error_number({ number: facts.number })} {say.web_error_contact()} <a class="ds-link" href={facts.contact}>{facts.contact.replace(/^mailto:/, '')}</a></p>
      </div>
    ),
  }
}
