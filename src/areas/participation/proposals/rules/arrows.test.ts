import { expect, test } from 'vitest'
import { roles, type Who } from '#kernel/who.ts'
import { contributionStates } from '../rules.ts'
import { acts, arrows, heapOf, mayMove } from './arrows.ts'
import { countsAsVoice } from './voices.ts'
import { assurances } from '../rules.ts'

/** Written by hand, not from the table: state, act → where to, and who. */
const allowed: Readonly<Record<string, readonly [to: string, by: 'author' | 'moderator' | 'answering' | 'both']>> = {
  'awaitingConfirmation confirm': ['inModeration published', 'author'], 'awaitingConfirmation refuse': ['notPublished', 'moderator'], 'awaitingConfirmation withdraw': ['withdrawn', 'author'],
  'inModeration publish': ['published', 'moderator'], 'inModeration refuse': ['notPublished', 'moderator'], 'inModeration merge': ['merged', 'moderator'], 'inModeration withdraw': ['withdrawn', 'author'],
  'notPublished publish': ['published', 'moderator'], 'notPublished withdraw': ['withdrawn', 'author'],
  'published refuse': ['notPublished', 'moderator'], 'published consider': ['underConsideration', 'both'], 'published answer': ['answered outcomeKnown', 'answering'], 'published merge': ['merged', 'moderator'], 'published withdraw': ['withdrawn', 'author'],
  'underConsideration refuse': ['notPublished', 'moderator'], 'underConsideration answer': ['answered outcomeKnown', 'answering'], 'underConsideration merge': ['merged', 'moderator'], 'underConsideration withdraw': ['withdrawn', 'author'],
  'answered answer': ['answered outcomeKnown', 'answering'], 'answered outcome': ['outcomeKnown', 'answering'], 'answered merge': ['merged', 'moderator'],
  'outcomeKnown answer': ['answered outcomeKnown', 'answering'], 'outcomeKnown outcome': ['outcomeKnown', 'answering'], 'outcomeKnown merge': ['merged', 'moderator'],
  'merged unmerge': ['inModeration published underConsideration answered outcomeKnown', 'moderator'], 'merged withdraw': ['withdrawn', 'author'],
}
const moderators = new Set(['administrator', 'coordinator'])

test('G3 a contribution moves only along the listed arrows, by the listed role: all states, acts, roles, owner or other', () => {
  let seen = 0
  for (const state of contributionStates) for (const act of new Set(acts)) for (const role of roles) for (const owner of ['yes', 'no'] as const) for (const duty of ['', 'answering']) {
    const who: Who = { role, account: null, name: '', duties: new Set(duty === '' ? [] : [duty]) }
    const answers = moderators.has(role) || (role === 'owner' && duty === 'answering')
    const [to = '', by = ''] = allowed[`${state} ${act}`] ?? []
    const may = by === 'author' ? owner === 'yes' : by === 'moderator' ? moderators.has(role) : by === 'answering' ? answers : by === 'both' && (answers || moderators.has(role))
    expect([state, act, role, owner, duty, ...mayMove({ state, act, who, owner })]).toEqual([state, act, role, owner, duty, ...(may ? to.split(' ') : [])])
    seen++
  }
  expect(seen).toBe(contributionStates.length * new Set(acts).size * roles.length * 4)
})
test('G3 what is withdrawn stays withdrawn', () => { expect(arrows.filter(({ from }) => from.includes('withdrawn'))).toEqual([]) })
test('G4 every state belongs to exactly one heap, and no arrow leads to a state without one', () => {
  for (const { to } of arrows) for (const state of to) expect(['open', 'answered', 'merged', 'withdrawn', 'notPublished']).toContain(heapOf(state))
  expect(contributionStates.map(heapOf)).toEqual(['open', 'open', 'open', 'notPublished', 'open', 'answered', 'answered', 'merged', 'withdrawn'])
})
test('ID4 an unconfirmed voice never counts, whatever the process says', () => {
  expect(assurances.map((assurance) => [countsAsVoice(assurance, 'email'), countsAsVoice(assurance, 'inPerson')])).toEqual([[false, false], [true, false], [true, true], [true, true]])
})
