import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readSheets } from '#sources/sheets/read-sheets.ts'
import { type Conversation, latestVotes, tallyOf } from './conversation.ts'
import { polisFileOf, readPolisSet } from './read.ts'
import { mayLeave, toPolisFile, writtenFiles } from './write.ts'

const rowsOf = async (bytes: Uint8Array) => (await readSheets(bytes, { name: 'x', limits: { cellLetters: 100_000, cells: 6_000_000, letters: 64_000_000, columns: 12_000 } })).sheets[0]?.rows ?? []
const setOf = async (files: Readonly<Record<string, string>>) => Promise.all(Object.entries(files).map(async ([name, text]) => ({ name, rows: await rowsOf(new TextEncoder().encode(text)) })))
const must = async (files: Readonly<Record<string, string>>) => { const read = readPolisSet(await setOf(files)); if (!read.ok) throw new Error(read.problem.text.en); return read.value }
const older = {
  'summary.csv': 'topic,"Кръгова икономика"\nurl,https://talk.example/abc\nvoters,3\nvoters-in-conv,2\ncommenters,2\ncomments,3\ngroups,2\nconversation-description,"Какво, кога"\n',
  'comments.csv': 'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n1700000000,x,0,0,9,9,1,"Да, така"\n1700000100,x,1,0,0,0,0,Второ\n1700000200,x,2,1,0,0,-1,"Трето ""цитат"""\n',
  'votes.csv': 'timestamp,datetime,comment-id,voter-id,vote\n1700000300,x,0,0,1\n1700000400,x,0,0,-1\n1700000350,x,1,0,0\n1700000500,x,0,1,1\n1700000600,x,2,2,-1\n1700000600,x,2,2,1\n',
  'participants-votes.csv': 'participant,xid,group-id,n-comments,n-votes,n-agree,n-disagree,0,1,2\n0,secret,0,2,2,0,1,-1,0,\n1,,1,1,1,1,0,1,,\n2,,,0,1,1,0,,,1\n',
  'stats-history.csv': 'n-votes,n-ptpts,n-visitors\n1,1,1\n',
}
test('EX1 the older five files are read; the latest vote counts, whatever the comments file adds up', async () => {
  const { conversation, files, loggedVotes, notes } = await must(older)
  expect(files).toHaveLength(5)
  expect([loggedVotes, conversation.votes.length, notes]).toEqual([6, 4, []])
  expect(conversation.votes.map(({ statement, voter, vote }) => [statement, voter, vote])).toEqual([[0, 0, -1], [0, 1, 1], [1, 0, 0], [2, 2, 1]])
  expect(conversation.participants).toEqual([{ number: 0, group: 0 }, { number: 1, group: 1 }, { number: 2, group: null }])
  expect(conversation.statements.map(({ text, moderated, meta, at }) => [text, moderated, meta, at])).toEqual([['Да, така', 1, null, 1_700_000_000_000], ['Второ', 0, null, 1_700_000_100_000], ['Трето "цитат"', -1, null, 1_700_000_200_000]])
  expect([conversation.topic, conversation.description]).toEqual(['Кръгова икономика', 'Какво, кога'])
  expect(JSON.stringify(conversation)).not.toContain('secret')
})
test('EX1 what is not right is named with its file and row, and nothing is read', async () => {
  const broken = async (name: keyof typeof older, text: string) => { const read = readPolisSet(await setOf({ ...older, [name]: text })); return read.ok ? '' : read.problem.text.en }
  expect(await broken('votes.csv', 'timestamp,datetime,comment-id,voter-id,vote\n1700000300,x,0,0,1\n1700000300,x,0,0,7\n')).toContain('votes.csv, row 3')
  expect(await broken('votes.csv', 'timestamp,datetime,comment-id,voter-id,vote\n1700000300,x,99,0,1\n')).toContain('99')
  const { 'votes.csv': _, ...without } = older
  expect(readPolisSet(await setOf(without)).ok).toBe(false)
  expect(readPolisSet(await setOf({ 'a.csv': 'x,y\n1,2\n' })).ok).toBe(false)
  const differing = await must({ ...older, 'participants-votes.csv': older['participants-votes.csv'].replace('0,secret,0,2,2,0,1,-1', '0,secret,0,2,2,0,1,1') })
  expect(differing.notes[0]?.en).toContain('1 cells differ')
})
const made = (people: number): Conversation => {
  const statements = Array.from({ length: 12 }, (_, number) => ({ number, at: 1_700_000_000_000 + number * 1_000, author: number % 5, moderated: ([1, 0, -1] as const)[number % 3] ?? 0, text: number === 3 ? '=опасно, "да"\nи нов ред' : `Твърдение ${number}`, seed: number < 4 ? 'yes' as const : 'no' as const, meta: number === 7 ? 'yes' as const : 'no' as const }))
  const votes = latestVotes(Array.from({ length: people * 9 }, (_, at) => ({ statement: (at * 7) % 12, voter: at % people, vote: ([1, -1, 0] as const)[(at * at) % 3] ?? 0, at: 1_700_000_500_000 + at * 1_000 })))
  return { topic: 'Умения', address: 'https://talk.example', description: 'За „ученици“', statements, votes, participants: Array.from({ length: people }, (_, number) => ({ number, group: number % 11 === 0 ? null : number % 2 })) }
}
test('EX2 what is written is read again as it was, by the newer five files', async () => {
  const conversation = made(60)
  const files = Object.fromEntries(writtenFiles.map((file) => [`${file}.csv`, toPolisFile(conversation, file)]))
  const read = await must(files)
  expect(read.conversation).toEqual(conversation)
  expect(read.files).toHaveLength(5)
})
test('EX2 the sums agree: groups and people without one make the total, voters-in-conv counts people in groups', async () => {
  const conversation = made(60)
  const rows = await rowsOf(new TextEncoder().encode(toPolisFile(conversation, 'comment-groups')))
  const heads = rows[0]?.map(String) ?? []
  expect(heads).toEqual(['comment-id', 'comment', 'total-votes', 'total-agrees', 'total-disagrees', 'total-passes', ...['a', 'b'].flatMap((group) => ['votes', 'agrees', 'disagrees', 'passes'].map((name) => `group-${group}-${name}`))])
  const cell = (row: readonly (string | number)[], name: string) => Number(row[heads.indexOf(name)])
  for (const row of rows.slice(1)) {
    const ungrouped = conversation.votes.filter(({ statement, voter }) => statement === cell(row, 'comment-id') && conversation.participants[voter]?.group === null)
    expect(cell(row, 'group-a-votes') + cell(row, 'group-b-votes') + ungrouped.length).toBe(cell(row, 'total-votes'))
    expect(cell(row, 'total-agrees') + cell(row, 'total-disagrees') + cell(row, 'total-passes')).toBe(cell(row, 'total-votes'))
  }
  const summary = new Map((await rowsOf(new TextEncoder().encode(toPolisFile(conversation, 'summary')))).map((row) => [String(row[0]), String(row[1])]))
  expect(summary.get('voters-in-conv')).toBe(String(conversation.participants.filter(({ group }) => group !== null).length))
  expect(tallyOf(conversation.votes).votes).toBe(conversation.votes.length)
})
test('GD6 files with a line per person leave from 50 people on, the others always', () => {
  expect(writtenFiles.map((file) => [mayLeave(file, 49), mayLeave(file, 50)])).toEqual([[true, true], [true, true], [false, true], [false, true], [true, true]])
})
const real = '../shared/data/polis'
test(existsSync(real) ? 'EX1 of real conversations every cell of participants-votes is the latest vote of the log' : 'EX1 real conversations: skipped: no ../shared/data', async ({ skip }) => {
  if (!existsSync(real)) return skip('skipped: no ../shared/data')
  for (const folder of readdirSync(real)) {
    const files = readdirSync(`${real}/${folder}`).filter((name) => name.endsWith('.csv'))
    const all = await Promise.all(files.map(async (name) => ({ name, rows: await rowsOf(readFileSync(`${real}/${folder}/${name}`)) })))
    const read = readPolisSet(all.filter(({ rows }) => polisFileOf(rows) !== undefined))
    expect(read.ok && read.value.notes).toEqual([])
  }
})
