// The log: one JSON line per request, error or event. Holds no address, no query, no name, no token.
// Lines are gathered and written together, because a write per request would cost more than the page.
import { randomInt } from 'node:crypto'

export type LogValue = string | number | null
export type Log = {
  /** an ordinary line, written within a fifth of a second */
  note(fields: Readonly<Record<string, LogValue>>): void
  /** something went wrong: written at once */
  fault(fields: Readonly<Record<string, LogValue>>): void
  flush(): void
}

export const makeLog = (write: (text: string) => void): Log => {
  let waiting = ''
  let timer: NodeJS.Timeout | null = null
  const flush = (): void => {
    if (timer !== null) { clearTimeout(timer); timer = null }
    if (waiting !== '') { const text = waiting; waiting = ''; write(text) }
  }
  const add = (level: string, fields: Readonly<Record<string, LogValue>>): void => {
    waiting += `${JSON.stringify({ at: new Date().toISOString(), level, ...fields })}\n`
  }
  return {
    note(fields) {
      add('info', fields)
      if (waiting.length > 32_768) flush()
      else timer ??= setTimeout(flush, 200).unref()
    },
    fault(fields) { add('error', fields); flush() },
    flush,
  }
}

/** Where a failure came from, without what it was about: messages of the database may quote a person's words. */
export const describeFailure = (failure: unknown): Record<string, LogValue> => {
  if (!(failure instanceof Error)) return { failure: typeof failure }
  const code = (failure as { code?: unknown }).code
  const isFromDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)
  const stack = (failure.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 8)
    .map((line) => line.trim().replace(/\(?(?:file:\/\/)?\/.*\/((?:src|build|node_modules)\/)/, '($1')).join(' < ')
  return {
    failure: failure.name,
    code: typeof code === 'string' ? code : null,
    message: isFromDatabase ? null : withoutPrivate(failure.message),
    where: stack,
  }
}
/** Takes out what looks like a mail address, a long token or the password of an address. */
export const withoutPrivate = (text: string): string =>
  text.replace(/\/\/[^/\s]*@/g, '//…@').replace(/[^\s@"'<>(]+@[^\s@"'<>)]+/g, '…').replace(/[A-Za-z0-9_-]{20,}/g, '…').slice(0, 500)

export type Numbers = { next(): string }
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const inLetters = (n: number, length: number): string => {
  let text = ''
  for (let rest = n, i = 0; i < length; i++, rest = Math.floor(rest / 32)) text = letters[rest % 32] + text
  return text
}
/** Reference numbers a person can read over the telephone: the process, then a counter. */
export const makeNumbers = (): Numbers => {
  const process = inLetters(randomInt(32 ** 4), 4)
  let count = 0
  return { next: () => `${process}-${inLetters(count++, 5)}` }
}
