// The pages for when something is not as hoped: what happened, what to do, and a number that stands in the log.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { ErrorPage } from '#ui/parts/error-page.tsx'
import { Section } from '#ui/parts/layout.tsx'

export const errorStatuses = [400, 403, 404, 405, 410, 413, 429, 500, 503] as const
export type ErrorStatus = (typeof errorStatuses)[number]

type ErrorFacts = {
  readonly language: Language
  readonly number: string
  readonly email: string | null
  /** where a person without an account may sign in, when that would help */
  readonly signIn?: string
  /** seconds until it makes sense to come back */
  readonly wait?: number
  /** what was typed and could not be taken: shown, so that no word is lost */
  readonly typed?: Readonly<Record<string, readonly string[]>>
}

export const wordsOf = (status: ErrorStatus, say: ReturnType<typeof speak>): { title: string; happened: string; advice: string } => {
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
      <ErrorPage language={facts.language} title={words.title} says={words.happened} reference={facts.number} email={facts.email}
        search={{ action: toHref(facts.language, '/search') }}
        links={[...(facts.signIn === undefined ? [] : [{ name: say.web_sign_in(), href: toHref(facts.language, facts.signIn) }]), { name: say.web_error_home(), href: toHref(facts.language, '/') }]}>
        <p>{words.advice}</p>
        {facts.wait === undefined ? null : <p>{say.web_error_wait({ seconds: facts.wait })}</p>}
        {kept.length === 0 ? null : (
          <Section id="kept" title={say.web_error_typed_heading()}>
            <p>{say.web_error_typed_advice()}</p>
            {kept.map(({ name, value }, at) => (
              <div class="ds-field p-field">
                <label class="ds-label" for={`kept-${at}`}>{name}</label>
                <textarea class="ds-input" id={`kept-${at}`} rows={Math.min(12, 1 + value.split('\n').length)} readonly>{value}</textarea>
              </div>
            ))}
          </Section>
        )}
      </ErrorPage>
    ),
  }
}
