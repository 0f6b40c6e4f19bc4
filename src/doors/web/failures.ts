// Turns what was thrown into the page a person sees and the line the log keeps.
import type { ErrorStatus } from './errors.tsx'
import { describeFailure } from './log.ts'
import { errorAnswer, type Knock } from './respond.ts'

/** The database is starting, stopping, full or out of reach: waiting helps. */
const awayCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03', '53300', '53100', '08006', '08001'])
const isAway = (failure: unknown): boolean => {
  if (!(failure instanceof Error)) return false
  const { code, syscall } = failure as { code?: unknown; syscall?: unknown }
  if (code === 'ENOENT') return syscall === 'connect'
  return (typeof code === 'string' && awayCodes.has(code)) || /timeout exceeded when trying to connect|Connection terminated|pool (?:is|has been) (?:closed|ended)|after calling end on the pool/i.test(failure.message)
}
/** Many want the same costly thing at once, a document above all: waiting helps here too. */
const isBusy = (failure: unknown): boolean => failure instanceof Error && failure.name === 'Busy'
/** The questions named get… throw an error of this name when there is no such thing. */
const isNotFound = (failure: unknown): boolean => failure instanceof Error && failure.name === 'NotFound'

export const failed = (knock: Knock, failure: unknown): Promise<Response> => {
  const status: ErrorStatus = isNotFound(failure) ? 404 : isAway(failure) || isBusy(failure) ? 503 : 500
  if (status !== 404) knock.door.log.fault({ number: knock.number, status, ...describeFailure(failure) })
  return errorAnswer(knock, status, status === 503 ? { wait: 30 } : {})
}
