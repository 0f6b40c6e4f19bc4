import { expect, test } from 'vitest'
import { readSheets } from '#sources/sheets/read-sheets.ts'
import { type DecidimProposal, fromDecidim, readDecidimRows, toDecidimFile } from './decidim.ts'

const read = async (text: string) => {
  const all = readDecidimRows((await readSheets(new TextEncoder().encode(text), { name: 'proposals.csv', limits: { cellLetters: 100_000 } })).sheets[0]?.rows ?? [])
  if (!all.ok) throw new Error(all.problem.text.en)
  return all.value
}
const newer = [
  'id;author/name;taxonomies/1;title/bg;title/en;body/bg;body/en;state;answer/bg;answered_at;votes;comments;published_at;url;meeting_urls;related_proposals;withdrawn;cost;execution_period;likes/total_count',
  '12;Елена Дончева;Умения;Стажове за всички;Internships;"<p>Първо; второ</p><p>трето</p>";First;accepted;Да;2026-05-02 10:00:00 +0300;41;3;2026-04-01 09:30:00 +0300;https://take.example/p/12;;;false;1000;2027;5',
  '13;;;Оттеглено;;Текст;;;;;0;0;2026-04-02;https://take.example/p/13;;;true;;;0',
].join('\n')
const older = [
  'id;category/id;category/name/bg;scope/id;scope/name/bg;title/bg;body/bg;supports;endorsements/total_count;comments;created_at;url;author/name',
  '5;3;Транспорт;1;Казанлък;Автобус;Да има автобус;17;2;1;2019-03-01 12:00:00 UTC;https://old.example/5;Клуб „Път“',
].join('\n')

test('EX3 both shapes of the proposals file are read; who brings the file is nowhere in it', async () => {
  const one = await read(newer), other = await read(older)
  expect([one.shape, other.shape]).toEqual(['newer', 'older'])
  expect(one.proposals[0]).toMatchObject({ id: '12', author: 'Елена Дончева', themes: ['Умения'], title: { bg: 'Стажове за всички', en: 'Internships' }, body: { bg: 'Първо; второ\n\nтрето', en: 'First' }, state: 'accepted', votes: 41, comments: 3, cost: '1000', executionPeriod: '2027' })
  expect(other.proposals[0]).toMatchObject({ author: 'Клуб „Път“', themes: ['Транспорт', 'Казанлък'], votes: 17 })
  const taken = fromDecidim([...one.proposals, ...other.proposals], 'bg')
  expect(taken.problems).toEqual([])
  expect(taken.rows.map(({ title, author, receivedOn, counted }) => [title, author, receivedOn, counted])).toEqual([['Стажове за всички', 'Елена Дончева', '2026-04-01', 41], ['Автобус', 'Клуб „Път“', '2019-03-01', 17]])
  expect(readDecidimRows([['a', 'b']]).ok).toBe(false)
})
test('EX3 export, then import, is equal, whatever is in the words', async () => {
  const proposals: readonly DecidimProposal[] = ['обикновено', '=SUM(A1)', '-тире; и "кавички"', 'ред\n\nред', "'апостроф", '@x, y | z'].map((words, at) => ({
    id: `2026-000${at}`, title: { bg: words, en: `E ${words}` }, body: { bg: `Т ${words}`, en: words }, author: at % 2 === 0 ? null : `Автор ${words}`.replace('\n\n', ' '), themes: at === 0 ? [] : ['Умения', 'Друго'], state: 'evaluating',
    answer: at === 1 ? { bg: words } : {}, answeredAt: at === 1 ? '2026-05-02' : '', votes: at, comments: 0, publishedAt: '2026-04-01', url: `https://x.example/${at}`, withdrawn: 'no', cost: '', executionPeriod: '',
  }))
  const back = await read(toDecidimFile(proposals))
  expect(back.shape).toBe('newer')
  expect(back.proposals.map(({ row: _, ...rest }) => rest)).toEqual(proposals)
})
