// The command line of accounts on a real database: what is said, what a program reads, and how it ends.
import { expect, test } from 'vitest'
import type { CommandContext } from '#store/command.ts'
import { listLetters } from '#store/outbox.ts'
import { testStore } from '#test/database.ts'
import { dutyNames, mayHoldDuty } from '#areas/people/roles/rules.ts'
import { commands } from './commands.ts'

const store = await testStore()
const run = async (name: string, words: Readonly<Record<string, string | readonly string[]>> = {}, language: 'bg' | 'en' = 'en') => {
  const command = commands.find((each) => each.name === name)
  if (!command) throw new Error(`no command ${name}`)
  const line: CommandContext['line'] = { one: (word) => [words[word] ?? ''].flat()[0] ?? '', many: (word) => [words[word] ?? []].flat(), number: () => null, has: (word) => word in words }
  return command.run({ line, store, language, now: () => new Date(), signal: new AbortController().signal, say: () => {}, bar: () => ({ reach: () => {}, of: () => {}, end: () => {} }), input: async () => '' })
}
const maria = { email: 'Maria@lipova.example', role: 'administrator', name: 'Мария Петрова' }

test('before anybody has an account, the way in is the first administrator’s link', async () => {
  expect((await run('user list')).lines[0]).toContain('posoka user link')
  const first = await run('user link')
  expect(first.exit).toBe('done')
  expect(first.value).toMatchObject({ link: expect.stringMatching(/^http:\/\/localhost:\d+\/en\/sign-in\/first\/[\w-]{43}$/) })
})
test('an account is made with its role and a link that signs in once', async () => {
  const added = await run('user add', maria, 'bg')
  expect(added.exit).toBe('done')
  expect(added.lines[0]).toContain('maria@lipova.example')
  expect(added.value).toMatchObject({ link: expect.stringMatching(/\/bg\/sign-in\/link\/[\w-]{43}$/) })
  expect((await run('user list')).value).toMatchObject([{ email: 'maria@lipova.example', role: 'administrator', name: 'Мария Петрова' }])
  expect((await run('user link')).exit).toBe('refused')
})
test.each([
  ['the same address again', 'user add', maria, 'refused'],
  ['an address that is none', 'user add', { ...maria, email: 'maria' }, 'refused'],
  ['a name with a line end', 'user add', { ...maria, email: 'x@y.bg', name: 'а\nб' }, 'refused'],
  ['a role that is none', 'user add', { ...maria, role: 'root' }, 'usage'],
  ['a role for nobody', 'user role', { email: 'nobody@lipova.example', role: 'trainer' }, 'notFound'],
  ['the last administrator’s role', 'user role', { email: 'maria@lipova.example', role: 'trainer' }, 'refused'],
  ['the last administrator’s access', 'user remove', { email: 'maria@lipova.example' }, 'refused'],
  ['the last administrator’s account', 'user remove', { email: 'maria@lipova.example', erase: '' }, 'refused'],
] as const)('%s is refused, and says why', async (_what, name, words, exit) => {
  const answer = await run(name, words)
  expect(answer.exit).toBe(exit)
  expect(answer.lines.join('').length).toBeGreaterThan(10)
})
test('an invited person has an account, a letter that waits, and no link on the screen', async () => {
  const invited = await run('user invite', { email: 'Vera@lipova.example', role: 'coordinator', name: 'Вера' })
  expect(invited.exit).toBe('done')
  expect(invited.lines.join()).not.toContain('http')
  const letters = await store.reading((reader) => listLetters(reader, { state: 'waiting', limit: 10 }), { as: 'staff' })
  expect(letters.map(({ toAddress }) => toAddress)).toContain('vera@lipova.example')
})
test('a change of role keeps the duties that suit it, unless others are named', async () => {
  const duty = dutyNames.find((name) => mayHoldDuty('coordinator', name) && mayHoldDuty('administrator', name))
  if (duty === undefined) throw new Error('no duty suits both roles')
  const email = 'vera@lipova.example'
  expect((await run('user role', { email, role: 'coordinator', duty: [duty] })).value).toMatchObject({ duties: [duty] })
  expect((await run('user role', { email, role: 'administrator' })).value).toMatchObject({ duties: [duty] })
  expect((await run('user role', { email, role: 'trainer', duty: ['king'] })).exit).toBe('usage')
  expect((await run('user role', { email, role: 'trainer' })).exit).toBe('done')
})
test('ended access is given back with a role and an invitation; what has not ended is not restored', async () => {
  const email = 'vera@lipova.example'
  expect((await run('user restore', { email, role: 'analyst' })).exit).toBe('refused')
  expect((await run('user remove', { email })).exit).toBe('done')
  expect((await run('user restore', { email, role: 'analyst' })).exit).toBe('done')
  expect((await run('user list')).value).toContainEqual(expect.objectContaining({ email, role: 'analyst', endedAt: null }))
  expect((await run('user restore', { email: 'nobody@lipova.example', role: 'analyst' })).exit).toBe('notFound')
})
test('access ends, and an ended person gets no link; erased, the person is gone', async () => {
  await run('user add', { email: 'ivan@lipova.example', role: 'analyst', name: 'Иван' })
  expect((await run('user role', { email: 'ivan@lipova.example', role: 'trainer' })).exit).toBe('done')
  expect((await run('user end-sessions', { email: 'ivan@lipova.example' })).value).toMatchObject({ ended: 0 })
  expect((await run('user remove', { email: 'ivan@lipova.example' })).exit).toBe('done')
  expect((await run('user link', { email: 'ivan@lipova.example' })).exit).toBe('refused')
  expect((await run('user remove', { email: 'ivan@lipova.example', erase: '' })).exit).toBe('done')
  expect((await run('user link', { email: 'ivan@lipova.example' })).exit).toBe('notFound')
})
