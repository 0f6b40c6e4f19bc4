// What leaves the house by SMTP carries the head it must: seen by a real SMTP server in this process.
import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Letter } from '#kernel/letter.ts'
import { openPost, type Post } from './post.ts'

const seen: { from: string; to: readonly string[]; text: string }[] = []
const server = new SMTPServer({
  authOptional: true, disabledCommands: ['STARTTLS'],
  onData: (stream, session, done) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      const from = session.envelope.mailFrom
      seen.push({ from: from === false ? '' : (from?.address ?? ''), to: session.envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(chunks).toString().replace(/\r\n[ \t]+/g, ' ') })
      done()
    })
  },
})
let post: Post
beforeAll(async () => {
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  post = openPost({ smtpUrl: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, from: 'posoka@lipova.example', folder: '/nowhere' })
})
afterAll(async () => {
  post.close()
  await new Promise<void>((resolve) => { server.close(resolve) })
})
const letter: Letter = { key: 'participation.mailReceived:1', to: 'ivan@abv.example', subject: 'Номер 2026-0042', body: 'Здравейте', language: 'bg', kind: 'participation.mailReceived' }

test('EM3 an automatic answer says so, names the letter it answers and has no sender on its envelope', async () => {
  const answer = { ...letter, headers: { automatic: 'replied', inReplyTo: 'a1@abv.example', references: ['a0@abv.example', 'a1@abv.example'], replyTo: 'posoka+t2k4@lipova.example' } } as const
  expect((await post.deliver(answer)).state).toBe('sent')
  const { from, to, text } = seen.at(-1) ?? { from: '?', to: [], text: '' }
  expect(from).toBe('')
  expect(to).toEqual(['ivan@abv.example'])
  expect(text).toMatch(/^Auto-Submitted: auto-replied\r$/m)
  expect(text).toMatch(/^In-Reply-To: <a1@abv\.example>\r$/m)
  expect(text).toMatch(/^References: <a0@abv\.example> <a1@abv\.example>\r$/m)
  expect(text).toMatch(/^Reply-To: posoka\+t2k4@lipova\.example\r$/m)
  expect(text).toMatch(new RegExp(`^Message-ID: <${createHash('sha256').update(letter.key).digest('hex').slice(0, 32)}@lipova\\.example>\\r$`, 'mi'))
})
test('EM3 the same letter sent twice has the same Message-ID', async () => {
  await post.deliver(letter)
  await post.deliver(letter)
  const ids = seen.slice(-2).map(({ text }) => /^Message-ID: (.+)\r$/im.exec(text)?.[1])
  expect(ids[0]).toBe(ids[1])
})
test('a letter that answers nobody keeps its sender, so that what does not arrive is told', async () => {
  await post.deliver({ ...letter, headers: { unsubscribe: 'https://posoka.lipova.example/bg/participation/stop/x' } })
  const { from, text } = seen.at(-1) ?? { from: '', text: '' }
  expect(from).toBe('posoka@lipova.example')
  expect(text).toMatch(/^Auto-Submitted: auto-generated\r$/m)
  expect(text).toMatch(/^List-Unsubscribe: <https:\/\/posoka\.lipova\.example\/bg\/participation\/stop\/x>\r$/m)
  expect(text).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
})
test('a line end in an address from outside writes no line of the head', async () => {
  await post.deliver({ ...letter, headers: { automatic: 'replied', inReplyTo: 'a@b>\r\nBcc: all@abv.example' } })
  expect(seen.at(-1)?.text).not.toMatch(/^Bcc:/m)
  expect(seen.at(-1)?.to).toEqual(['ivan@abv.example'])
})
