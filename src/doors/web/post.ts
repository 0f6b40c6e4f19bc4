// A form arrives here: from our own page, in reasonable numbers, by someone who may, not too large, parsed — and only then a transaction.
import type { Context } from 'hono'
import type { Asked, Typed } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import type { Problem } from '#kernel/result.ts'
import { speak } from '#kernel/speak.ts'
import { mayDo } from '#kernel/who.ts'
import { bucketKey } from './buckets.ts'
import type { CommandAnswer, CommandVisit, Door, WebPage } from './door.ts'
import { readForm, staffLimits, visitorLimits } from './form-body.ts'
import { timeField, trapField, type FormFault } from './form-seal.ts'
import { answered, askPage, askedOf, behindLink, loggedFailure, refusedAnswer } from './get.ts'
import { knock, logged, plainKnock, wroteNow } from './knock.ts'
import { addressOf, isOwnOrigin } from './request.ts'
import { originOf, errorAnswer, respond, safeFor, seeOther, type Knock } from './respond.ts'
import { headerOf } from './request.ts'

export const postHandler = (door: Door, page: WebPage, language: Language) => async (c: Context): Promise<Response> => {
  const began = performance.now()
  const plain = plainKnock(c, door, language)
  try {
    const at = await knock(c, door, language)
    const response = await postAnswer(at, page)
    logged(at, { route: page.path, status: response.status, began })
    return response
  } catch (failure) { return loggedFailure(plain, failure, { route: page.path, began }) }
}

const postAnswer = async (at: Knock, page: WebPage): Promise<Response> => {
  const { c, door, who } = at
  const own = isOwnOrigin(c, door.site.url)
  if (!own && page.behindLink !== 'oneClick') return errorAnswer(at, 403)
  const read = await readForm(c, who.account === null ? visitorLimits : staffLimits)
  if ('refused' in read) return errorAnswer(at, read.refused === 'tooLarge' ? 413 : 400)
  const { typed } = read

  const address = addressOf(c, door.site.proxies)
  const sender = who.account ?? bucketKey(address)
  // Its own count first: a flood ends here and never reaches the database, where all processes count together.
  const wait = door.buckets.take(sender, at.at.getTime()) || await door.together(sender, at.at)
  if (wait > 0) return errorAnswer(at, 429, { wait, typed: wordsOf(typed) })
  if (!mayDo(who, page.mayPost ?? page.may)) {
    const words = wordsOf(typed)
    return who.account === null && Object.keys(words).length === 0 ? refusedAnswer(at) : errorAnswer(at, 403, { typed: words, ...(who.account === null ? { signIn: '/sign-in' } : {}) })
  }

  // A mail program presses for its reader: it never saw the form, and no redirect is followed. The secret in the address is what it knows.
  const presses = page.behindLink === 'oneClick' && typed.text['List-Unsubscribe']?.[0] === 'One-Click'
  if (!own && !presses) return errorAnswer(at, 403)
  if (presses) {
    const answer = await act(at, page, { value: undefined as never, typed, address })
    return answer.kind === 'see' ? respond([], { status: 200, headers: { ...safeFor(door), 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }, body: 'ok\n' }) : errorAnswer(at, 404)
  }
  // Who holds the secret of a letter is no machine that fills in forms.
  const shortest = who.account === null && page.quick === undefined && page.behindLink === undefined ? 3 : 0
  const fault = door.seal.check({ time: typed.text[timeField]?.[0] ?? '', trap: typed.text[trapField]?.[0] ?? '', at: at.at, shortest })
  if (fault !== null) return again(at, page, { typed, problems: [faultProblem(fault)] })
  const parsed = page.accepts === undefined ? { ok: true as const, value: undefined } : page.accepts(typed)
  if (!parsed.ok) return again(at, page, { typed, problems: parsed.problem })

  const answer = await act(at, page, { value: parsed.value as never, typed, address })
  switch (answer.kind) {
    case 'problems': return again(at, page, { typed, problems: answer.problems, status: answer.status ?? 400 })
    case 'notFound': return errorAnswer(at, 404)
    case 'gone': return errorAnswer(at, 410)
    case 'see':
      await turnSession(at, answer)
      wroteNow(at)
      return seeOther(at, answer)
  }
}

const act = (at: Knock, page: WebPage, { value, typed, address }: { value: never; typed: Typed; address: string }): Promise<CommandAnswer> => {
  const { door, who, language, at: now, session } = at
  const asked: Asked = { ...askedOf(at.c), origin: originOf(at), typed, problems: [], notice: null, session }
  const paper: CommandVisit['paper'] = (document, format) => door.documents.write(document, { format, origin: door.site.url ?? '', bring: (sha256) => door.store.files.read(sha256) })
  if (page.command !== undefined) return page.command({ store: door.store, who, language, now, session, address, paper }, value, asked)
  const { post } = page
  if (post === undefined) throw new Error(`The page ${page.path} has neither post nor command.`)
  return door.store.writing((writer) => post({ who, language, now, writer }, value, asked), { language, ...(page.quiet === undefined ? {} : { quiet: page.quiet }) })
}
const turnSession = async (at: Knock, answer: CommandAnswer): Promise<void> => {
  if (answer.session === undefined) return
  const cookies = 'starts' in answer.session
    ? await at.door.sessions.start(answer.session.starts, { device: headerOf(at.c, 'user-agent') ?? '' })
    : await at.door.sessions.end(answer.session.ends, at.who)
  at.cookies.push(...cookies)
}

/** The same page, 400, with what was typed. */
type Again = { readonly typed: Typed; readonly problems: readonly Problem[]; readonly status?: 400 | 429 }
const again = async (at: Knock, page: WebPage, { typed, problems, status = 400 }: Again): Promise<Response> => {
  if (!mayDo(at.who, page.may)) return errorAnswer(at, 403, { typed: wordsOf(typed) })
  return behindLink(page, await answered(at, await askPage(at, page, { typed, problems }), { typed, status }))
}
const faultProblem = (fault: FormFault): Problem => {
  const word = (language: Language): string => {
    const say = speak(language)
    return { tooQuick: say.web_form_too_quick, tooOld: say.web_form_too_old, forged: say.web_form_forged, trap: say.web_form_trap }[fault]()
  }
  return { field: '', text: { bg: word('bg'), en: word('en') } }
}
/** What a person wrote, for showing it back: not our own fields, and nothing secret. */
const wordsOf = (typed: Typed): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(Object.entries(typed.text).filter(([name, values]) =>
    name !== timeField && name !== trapField && !/password|token|secret/i.test(name) && values.some((value) => value.trim() !== '')))
