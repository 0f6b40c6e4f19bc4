// The letters the product sent, kept or could not send, for the administrator. Shown as they were sent, to the letter.
import { notFound, type Screen } from '#kernel/answer.ts'
import { parseId } from '#kernel/id.ts'
import type { Language } from '#kernel/language.ts'
import { sayDate } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { permissionOf } from '#areas/people/roles/read.ts'
import { countLetters, findLetter, listLetters, type LetterState, type PostedLetter } from '#store/outbox.ts'
import { page } from '#store/visit.ts'
import { toHref } from '#ui/address.ts'
import { PageHeading } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { Pagination } from '#ui/parts/pagination.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Tabs } from '#ui/parts/tabs.tsx'
import { Tag } from '#ui/parts/tag.tsx'

const states: readonly LetterState[] = ['waiting', 'kept', 'sent', 'failed', 'erased']
const isState = (text: string): text is LetterState => (states as readonly string[]).includes(text)
const sayState = (state: LetterState, language: Language): string => {
  const say = speak(language)
  return { waiting: say.web_letters_waiting, sent: say.web_letters_sent, kept: say.web_letters_kept, failed: say.web_letters_failed, erased: say.web_letters_erased }[state]()
}
const perPage = 50
const path = '/office/letters'
type Listed = { readonly language: Language; readonly letters: readonly PostedLetter[]; readonly counts: Readonly<Record<LetterState, number>>; readonly state: LetterState | undefined; readonly at: number }

const lettersScreen = ({ language, letters, counts, state, at }: Listed): Screen => {
  const say = speak(language)
  const all = states.reduce((sum, each) => sum + counts[each], 0)
  const address = (wanted: LetterState | undefined): string => toHref(language, wanted === undefined ? path : `${path}?state=${wanted}`)
  const pages = Math.max(1, Math.ceil((state === undefined ? all : counts[state]) / perPage))
  return {
    kind: 'screen', title: say.web_letters_title(), says: say.web_letters_says(), crumbs: [],
    body: (
      <>
        <PageHeading title={say.web_letters_title()} lead={say.web_letters_says()} />
        <p><a class="ds-link" href={toHref(language, `${path}/catalogue`)}>{say.web_letter_catalogue_title()}</a></p>
        {counts.kept === 0 ? null : <Notice language={language} tone="info"><p>{say.web_letters_kept_says()}</p></Notice>}
        <Tabs label={say.web_letters_state()} current={address(state)}
          tabs={[{ name: say.web_letters_all(), href: address(undefined), count: String(all) }, ...states.map((each) => ({ name: sayState(each, language), href: address(each), count: String(counts[each]) }))]} />
        <Table language={language} id="letters" caption={say.web_letters_title()} captionIs="hidden" phone="stack" empty={say.web_letters_none()}
          columns={[{ name: say.web_letters_subject() }, { name: say.web_letters_to() }, { name: say.web_letters_state() }, { name: say.web_letters_posted() }]}
          rows={letters.map((letter) => ({ cells: [
            letter.state === 'erased' ? say.web_letters_erased() : <a class="ds-link" href={toHref(language, `${path}/${letter.id}`)}>{letter.subject}</a>,
            letter.toAddress ?? '–', <Tag tone={letter.state === 'failed' ? 'danger' : 'neutral'}>{sayState(letter.state, language)}</Tag>, sayDate(letter.postedAt, language),
          ] }))} />
        {pages < 2 ? null : <Pagination language={language} page={at} pages={pages} toPage={(n) => `${address(state)}${state === undefined ? '?' : '&'}page=${n}`} />}
      </>
    ),
  }
}
/** A link that signs somebody in is for the person it was sent to; only where there is no post but this page is it shown. */
const shownBody = ({ state, body }: PostedLetter): string =>
  state === 'kept' ? body : body.replace(/(\/sign-in\/(?:link|first)\/)[\w-]{43}/g, '$1…')
const letterScreen = ({ language, letter }: { readonly language: Language; readonly letter: PostedLetter }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: letter.subject, says: say.web_letters_says(), crumbs: [{ name: say.web_letters_title(), path }],
    body: (
      <>
        <PageHeading title={letter.subject} kicker={say.web_letter()} />
        <SummaryList lines={[
          { name: say.web_letters_to(), value: letter.toAddress ?? '–' },
          { name: say.web_letters_state(), value: sayState(letter.state, language) },
          { name: say.web_letters_posted(), value: sayDate(letter.postedAt, language) },
          { name: say.web_letters_attempts(), value: letter.attempts },
          ...(letter.result === null ? [] : [{ name: say.web_letters_result(), value: letter.result }]),
        ]} />
        <pre class="p-verbatim" lang={letter.language}>{shownBody(letter)}</pre>
      </>
    ),
  }
}

export const lettersPage = page({
  path, may: permissionOf('letters.read'),
  get: async ({ language, reader }, asked) => {
    const wanted = asked.query.get('state') ?? ''
    const state = isState(wanted) ? wanted : undefined
    const at = Math.min(10_000, Math.max(1, Number.parseInt(asked.query.get('page') ?? '1', 10) || 1))
    const [letters, counts] = await Promise.all([listLetters(reader, { ...(state === undefined ? {} : { state }), limit: perPage, offset: (at - 1) * perPage }), countLetters(reader)])
    return lettersScreen({ language, letters, counts, state, at })
  },
})
export const letterPage = page({
  path: `${path}/:id`, may: permissionOf('letters.read'),
  get: async ({ language, reader }, asked) => {
    const id = parseId(asked.params.id ?? '')
    const letter = id && (await findLetter(reader, id))
    return letter && letter.state !== 'erased' ? letterScreen({ language, letter }) : notFound
  },
})
