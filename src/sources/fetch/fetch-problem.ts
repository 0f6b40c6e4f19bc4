// Why a file could not be fetched, said to the person who asked for it.
import type { Bilingual } from '#kernel/language.ts'

export const fetchProblemCodes = [
  'address', 'private', 'redirects', 'unreachable', 'certificate', 'status', 'badAnswer', 'tooLarge', 'tooSlow', 'idle', 'cut', 'pausing',
  // said by the body, whatever the status says
  'webPage', 'nothing', 'unknownDataset', 'unknownDimension', 'tooBig', 'notReady', 'said',
] as const
export type FetchProblemCode = (typeof fetchProblemCodes)[number]

export class FetchProblem extends Error {
  readonly code: FetchProblemCode
  readonly text: Bilingual
  /** of the answer, when there was one */
  readonly status: number | null
  /** when the host may be asked again, in milliseconds since 1970 */
  readonly again: number | null
  /** the beginning of what came in place of a file: sources say there what is wrong */
  readonly body: string
  constructor(problem: { code: FetchProblemCode; text: Bilingual; status?: number; again?: number; body?: string; cause?: unknown }) {
    super(problem.text.en, problem.cause === undefined ? {} : { cause: problem.cause })
    this.name = 'FetchProblem'
    this.code = problem.code
    this.text = problem.text
    this.status = problem.status ?? null
    this.again = problem.again ?? null
    this.body = problem.body ?? ''
  }
}
export const clip = (text: string): string => {
  const clean = text.replace(/[\u0000-\u001f\u007f]/g, '·')
  return clean.length > 200 ? `${clean.slice(0, 197)}…` : clean
}
const make = (code: FetchProblemCode, text: Bilingual): FetchProblem => new FetchProblem({ code, text })

export const problemAddress = (address: string): FetchProblem => make('address', {
  bg: `„${clip(address)}“ не е адрес, от който се изтегля: очаква се http:// или https:// без потребител и парола.`,
  en: `"${clip(address)}" is not an address to fetch from: http:// or https:// without user and password is expected.`,
})
export const problemPrivate = (host: string): FetchProblem => make('private', {
  bg: `Адресът „${clip(host)}“ води към вътрешна мрежа или към този сървър; оттам не се изтегля.`,
  en: `The address "${clip(host)}" leads into a private network or to this server; nothing is fetched from there.`,
})
export const problemDowngrade = (host: string): FetchProblem => make('redirects', {
  bg: `Източникът препраща от защитена към незащитена връзка (${clip(host)}); не се следва.`,
  en: `The source redirects from a secure to an insecure connection (${clip(host)}); it is not followed.`,
})
export const problemRedirects = (most: number): FetchProblem => make('redirects', {
  bg: `Източникът препраща повече от ${most} пъти.`,
  en: `The source redirects more than ${most} times.`,
})
export const problemUnreachable = (host: string, cause: unknown): FetchProblem => new FetchProblem({
  code: 'unreachable', cause,
  text: { bg: `„${clip(host)}“ не отговаря или не е намерен.`, en: `"${clip(host)}" does not answer or is not found.` },
})
export const problemCertificate = (host: string, cause: unknown): FetchProblem => new FetchProblem({
  code: 'certificate', cause,
  text: { bg: `Защитената връзка с „${clip(host)}“ не може да се провери: сертификатът му не е валиден.`, en: `The secure connection to "${clip(host)}" cannot be verified: its certificate is not valid.` },
})
export const problemStatus = (host: string, answer: { readonly status: number; readonly again?: number; readonly body?: string }): FetchProblem => new FetchProblem({
  code: 'status', ...answer,
  text: { bg: `„${clip(host)}“ отговаря с код ${answer.status} вместо с файл.`, en: `"${clip(host)}" answers with code ${answer.status} instead of a file.` },
})
export const problemBadAnswer = (host: string, cause?: unknown): FetchProblem => new FetchProblem({
  code: 'badAnswer', cause,
  text: { bg: `Отговорът на „${clip(host)}“ не може да се разбере.`, en: `The answer of "${clip(host)}" cannot be understood.` },
})
export const problemTooLarge = (bytes: number): FetchProblem => make('tooLarge', {
  bg: `Файлът е по-голям от ${Math.round(bytes / 1024 ** 2)} MB; изтеглянето е спряно.`,
  en: `The file is larger than ${Math.round(bytes / 1024 ** 2)} MB; fetching was stopped.`,
})
export const problemTooSlow = (ms: number): FetchProblem => make('tooSlow', {
  bg: `Изтеглянето не завърши за ${Math.round(ms / 1000)} секунди и беше спряно.`,
  en: `Fetching did not finish in ${Math.round(ms / 1000)} seconds and was stopped.`,
})
export const problemIdle = (ms: number): FetchProblem => make('idle', {
  bg: `Източникът мълча ${Math.round(ms / 1000)} секунди; изтеглянето е спряно.`,
  en: `The source was silent for ${Math.round(ms / 1000)} seconds; fetching was stopped.`,
})
export const problemCut = (): FetchProblem => make('cut', {
  bg: 'Връзката прекъсна преди края на файла.',
  en: 'The connection broke before the end of the file.',
})
export const problemPausing = (host: string, again: number): FetchProblem => new FetchProblem({
  code: 'pausing', again,
  text: {
    bg: `„${clip(host)}“ не отговаряше; следващ опит след ${new Date(again).toISOString().slice(11, 16)} UTC.`,
    en: `"${clip(host)}" was not answering; next try after ${new Date(again).toISOString().slice(11, 16)} UTC.`,
  },
})
