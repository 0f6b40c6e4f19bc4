// `posoka audit`: who did what, newest first; `audit verify`: reads the whole trail again and says whether it is whole.
import { sql } from 'kysely'
import type { Language } from '#kernel/language.ts'
import { parseId } from '#kernel/id.ts'
import type { AccountId } from '#kernel/who.ts'
import { oneRow } from './ask.ts'
import { type AuditRow, listActs } from './audit.ts'
import { type AuditBreak, sealAudit, verifyAudit } from './audit-chain.ts'
import { type Command, type CommandAnswer, done, failed } from './command.ts'

const sayAct = (act: AuditRow): string =>
  [act.id, act.at.toISOString().slice(0, 19), act.act, act.thing ?? '–', act.who ?? '–', act.why ?? ''].join('  ').trimEnd()

const list: Command = {
  name: 'audit', says: { bg: 'показва кой какво е направил, най-новото първо', en: 'show who did what, newest first' },
  options: [
    { name: 'act', takes: 'text', says: { bg: 'само действия с това име или начало на име: evidence.dataset', en: 'only acts of this name or beginning of a name: evidence.dataset' } },
    { name: 'thing', takes: 'text', says: { bg: 'само за този обект (номер)', en: 'only about this thing (number)' } },
    { name: 'who', takes: 'text', says: { bg: 'само от този профил (номер)', en: 'only by this account (number)' } },
    { name: 'limit', takes: 'number', says: { bg: 'най-много толкова реда; без него 50', en: 'at most so many lines; 50 when left out' } },
  ],
  examples: ['posoka audit', 'posoka audit --act evidence --limit 10', 'posoka audit --json'],
  run: async ({ store, line, language }): Promise<CommandAnswer> => {
    const wrong = ['thing', 'who'].find((name) => line.one(name) !== '' && parseId(line.one(name)) === undefined)
    if (wrong) return failed('usage', { bg: `--${wrong} иска номер като 0190a1b2-…, с 36 знака.`, en: `--${wrong} wants a number like 0190a1b2-…, of 36 characters.` }[language])
    const asked = {
      limit: Math.max(1, Math.min(line.number('limit') ?? 50, 10_000)),
      ...(line.one('act') ? { act: line.one('act') } : {}), ...(line.one('thing') ? { thing: line.one('thing') } : {}), ...(line.one('who') ? { who: line.one('who') as AccountId } : {}),
    }
    const acts = await store.reading((reader) => listActs(reader, asked), { as: 'staff', fresh: 'primary' })
    const none = { bg: 'Няма такива действия.', en: 'There are no such acts.' }[language]
    return done(acts.length === 0 ? [none] : acts.map(sayAct), acts)
  },
}

const breaks: Readonly<Record<AuditBreak['what'], { bg: string; en: string }>> = {
  changed: { bg: 'е променено, след като е записано', en: 'was changed after it was written' },
  missing: { bg: 'липсва', en: 'is missing' },
  outOfOrder: { bg: 'веригата има дупка', en: 'the chain has a gap' },
  unsealed: { bg: 'стои извън веригата', en: 'stands outside the chain' },
}
const sayBreak = (found: AuditBreak, language: Language): string => {
  const where = [found.position === null ? '' : { bg: `място ${found.position}`, en: `place ${found.position}` }[language], found.act === null ? '' : { bg: `действие ${found.act}`, en: `act ${found.act}` }[language]]
  return `${where.filter(Boolean).join(', ')}: ${breaks[found.what][language]}`
}

/** A place and its hash, noted down after an earlier check: shows when the end of the chain was cut off and made anew. */
const readKnown = (text: string): { position: number; hash: string } | undefined => {
  const parts = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text)
  return parts?.[1] && parts[2] ? { position: Number(parts[1]), hash: parts[2] } : undefined
}

const verify: Command = {
  name: 'audit verify', says: { bg: 'проверява дали следата на действията е цяла', en: 'check that the trail of acts is whole' },
  options: [{ name: 'known', takes: 'text', says: { bg: 'място:хеш от по-ранна проверка; трябва още да е в сила', en: 'place:hash of an earlier check; it must still hold' } }],
  examples: ['posoka audit verify', 'posoka audit verify --known 1204:9f86d08…'],
  run: async ({ store, line, language }): Promise<CommandAnswer> => {
    const known = readKnown(line.one('known'))
    if (line.one('known') && !known) return failed('usage', { bg: '--known иска място:хеш, както го печата тази команда.', en: '--known wants place:hash, as this command prints it.' }[language])
    await sealAudit(store)
    const verdict = await verifyAudit(store)
    const held = !known || (await store.reading((reader) => oneRow(reader, sql<{ hash: string }>`select encode(hash, 'hex') as hash from store.audit_seal where position = ${known.position}`), { as: 'staff', fresh: 'primary' }))?.hash === known.hash
    const value = { ...verdict, known: known ? { ...known, holds: held } : null }
    if (verdict.breaks.length === 0 && held) {
      return done([{ bg: `Следата е цяла: ${verdict.sealed} действия.`, en: `The trail is whole: ${verdict.sealed} acts.` }[language], `${verdict.sealed}:${verdict.head}`], value)
    }
    const lost = held ? [] : [{ bg: `На място ${known?.position} вече не стои каквото беше.`, en: `At place ${known?.position} there is no longer what was there.` }[language]]
    return {
      exit: 'broken', value,
      lines: [{ bg: 'Следата е нарушена.', en: 'The trail is broken.' }[language], ...lost, ...verdict.breaks.map((found) => sayBreak(found, language))],
    }
  },
}

export const auditCommands: readonly Command[] = [list, verify]
