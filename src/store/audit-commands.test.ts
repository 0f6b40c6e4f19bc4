import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { AccountId } from '#kernel/who.ts'
import { testStore } from '#test/database.ts'
import { rows } from './ask.ts'
import { recordAct } from './audit.ts'
import { auditCommands } from './audit-commands.ts'
import type { CommandContext } from './command.ts'
import { newId } from './ids.ts'

const store = await testStore()
const ivan = newId<'account'>() as AccountId
const run = async (name: string, options: Readonly<Record<string, string>> = {}) => {
  const line = { one: (option: string) => options[option] ?? '', many: () => [], number: (option: string) => (options[option] ? Number(options[option]) : null), has: () => false }
  const answer = await auditCommands.find((one) => one.name === name)?.run({ store, line, language: 'en' } as unknown as CommandContext)
  if (!answer) throw new Error(`no command ${name}`)
  return answer
}
await store.writing(async (writer) => {
  for (const act of ['evidence.dataset.add', 'evidence.vintage.accept', 'people.account.rename']) await recordAct(writer, { who: ivan, act, why: `because of ${act}` })
})

test('acts are listed newest first, narrowed by the beginning of a name, by account and by number', async () => {
  expect((await run('audit')).lines.map((text) => text.split('  ')[2])).toEqual(['people.account.rename', 'evidence.vintage.accept', 'evidence.dataset.add'])
  expect((await run('audit', { act: 'evidence', limit: '1' })).value).toMatchObject([{ act: 'evidence.vintage.accept', who: ivan }])
  expect((await run('audit', { act: 'evid' })).lines).toEqual(['There are no such acts.'])
  expect((await run('audit', { who: newId() })).value).toEqual([])
})

test('a number that is none is a mistake of the command line, not of ours', async () => {
  expect(await run('audit', { who: 'Ivan' })).toMatchObject({ exit: 'usage' })
  expect(await run('audit verify', { known: '12' })).toMatchObject({ exit: 'usage' })
})

test('a whole trail is said to be whole, with the place and hash to note down', async () => {
  const answer = await run('audit verify')
  expect(answer).toMatchObject({ exit: 'done', lines: ['The trail is whole: 3 acts.', expect.stringMatching(/^3:[0-9a-f]{64}$/)] })
  expect(await run('audit verify', { known: answer.lines[1] ?? '' })).toMatchObject({ exit: 'done' })
})

test('a trail whose end was cut off and made anew is broken by what was noted down', async () => {
  const known = (await run('audit verify')).lines[1] ?? ''
  await store.writing(async (writer) => {
    await rows(writer, sql`set local session_replication_role = replica`)
    await rows(writer, sql`delete from store.audit_seal where position = 3`)
    await rows(writer, sql`delete from store.audit where act = 'people.account.rename'`)
  })
  await store.writing((writer) => recordAct(writer, { who: ivan, act: 'people.account.innocent' }))
  expect(await run('audit verify')).toMatchObject({ exit: 'done' })
  expect(await run('audit verify', { known })).toMatchObject({ exit: 'broken', lines: expect.arrayContaining(['At place 3 there is no longer what was there.']) })
})

test('a changed act is named', async () => {
  await store.writing(async (writer) => {
    await rows(writer, sql`set local session_replication_role = replica`)
    await rows(writer, sql`update store.audit set why = 'other' where act = 'evidence.dataset.add'`)
  })
  expect(await run('audit verify')).toMatchObject({ exit: 'broken', lines: ['The trail is broken.', expect.stringMatching(/^place 1, act \d+: was changed/)] })
})
