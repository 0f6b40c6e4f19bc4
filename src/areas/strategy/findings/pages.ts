// The addresses of findings, of SWOT and TOWS, of challenges and of weighing. Writing is for those with strategy.findings.
import { isId } from '#kernel/id.ts'
import { notFound, problems, see, type Asked, type PostAnswer } from '#kernel/answer.ts'
import { toCsvFile } from '#kernel/csv.ts'
import { isLanguage } from '#kernel/language.ts'
import type { Reader } from '#store/handle.ts'
import { mayDo, type Who } from '#kernel/who.ts'
import { walkThread } from '#store/thread.ts'
import { page, type Page, type ReadVisit, type WaitingOf } from '#store/visit.ts'
import { speak } from '#kernel/speak.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { getHomeRegion } from '#areas/evidence/regions/read.ts'
import { getSettings } from '#areas/people/settings/read.ts'
import { withSettings } from '#areas/people/settings/rules.ts'
import { actForm, challengeForm, evidenceForm, type EvidenceInput, findingForm, pairForm, restoreForm, suggestionForm, weighForm } from './forms.ts'
import { countBallots, findFinding, findKept, isWithdrawn, listChallenges, listDecisions, listEvidence, listFindings, listPairs, listSectorWeights, listVersions, listWeighed } from './read.ts'
import { resolveVoice, listOffered, listOutdated, listSuggestions } from './read/evidence.ts'
import { challengeChangePath, challengesPath, changePath, evidencePath, findingPath, findingsPath, historyPath, newFindingPath, showSectors, suggestionsPath, swotPath, themes, towsPath, weighPath } from './rules.ts'
import { evidenceIn, waitingOf } from './rules/suggest.ts'
import { deriveChallenges } from './rules/swot.ts'
import { challengeFormScreen, challengesScreen } from './views/challenges.tsx'
import { swotRows, toSwotDocument } from './views/document.ts'
import { evidenceScreen } from './views/evidence.tsx'
import { findingScreen } from './views/finding.tsx'
import { formScreen } from './views/form.tsx'
import { historyScreen } from './views/history.tsx'
import { listScreen } from './views/list.tsx'
import { sayWhy, toWords } from './views/suggestion-words.ts'
import { suggestionsScreen } from './views/suggestions.tsx'
import { swotScreen, towsScreen } from './views/swot.tsx'
import { weighScreen } from './views/weigh.tsx'
import { sayThing } from './views/words.ts'
import { changeFinding, dropKept, keepTyped, publishFinding, restoreFinding, withdrawFinding, writeFinding } from './write.ts'
import { addEvidence, addFigure, endEvidence } from './write/evidence.ts'
import { acceptSuggestion, changeChallenge, endPair, refuseSuggestion, weighFindings, writeChallenge, writePair } from './write/swot.ts'

const open = permissions['public.read'], write = permissions['strategy.findings']
const audience = (who: Who): 'everyone' | 'staff' => (mayDo(who, write) ? 'staff' : 'everyone')
const mayWrite = (who: Who): 'yes' | 'no' => (mayDo(who, write) ? 'yes' : 'no')
const toNumber = (text: string | undefined): number => (/^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : 0)
const numberOf = (asked: Asked): number => toNumber(asked.params.number)
const timeIn = (at: Date): string => new Intl.DateTimeFormat('bg-BG', { timeZone: 'Europe/Sofia', hour: '2-digit', minute: '2-digit' }).format(at).replace(/ ч\.?$/, '')

/** Everything the lists, SWOT and the files are made of. */
export const readFindings = async (reader: Reader, { who }: { readonly who: 'everyone' | 'staff' }) => {
  const [findings, weighed, pairs, challenges] = await Promise.all([listFindings(reader, { who }), listWeighed(reader), listPairs(reader), listChallenges(reader, { who })])
  return { findings, weighed, pairs, challenges, evidence: await listEvidence(reader, { of: findings, who }) }
}
const listPage = page({
  path: findingsPath, may: open, sameForAll: true,
  get: async (visit, asked) => {
    const { reader, language, who } = visit
    const found = await readFindings(reader, { who: audience(who) })
    const waiting = mayWrite(who) === 'yes' ? waitingOf(await listSuggestions(reader, visit.now), await listDecisions(reader)).length : null
    return listScreen({ language, ...found, waiting, theme: themes.find((one) => one === asked.query.get('theme')) ?? null })
  },
})
const findingPage = page({
  path: findingPath(':number'), may: open, mayPost: write, sameForAll: true,
  get: async ({ reader, language, who }, asked) => {
    const number = numberOf(asked)
    const finding = await findFinding(reader, { number, who: audience(who) })
    if (finding === undefined) return (await isWithdrawn(reader, { number })) ? { kind: 'gone' as const } : notFound
    const [evidence, later, challenges, weighed, sectors] = await Promise.all([
      listEvidence(reader, { of: [finding], who: audience(who) }), walkThread(reader, { from: finding.id, toward: 'later', who: audience(who), farthest: 8 }), listChallenges(reader, { who: audience(who) }), listWeighed(reader), listSectorWeights(reader, finding.id),
    ])
    const rests = evidence.get(finding.id) ?? []
    return findingScreen({
      language, asked, finding, evidence: rests, newer: await listOutdated(reader, rests), challenges: challenges.filter((one) => one.findings.includes(finding.id)), weighed: weighed.get(finding.id), sectors: showSectors(sectors), mayWrite: mayWrite(who),
      usedBy: later.map(({ thing, reason }) => ({ kind: sayThing(thing.kind, language), title: thing.title[language], path: thing.path, ...(reason === '' ? {} : { why: reason }) })),
    })
  },
  accepts: actForm,
  post: (visit, input, asked): Promise<PostAnswer> => {
    const number = numberOf(asked), { version } = input
    return input.does === 'publish' ? publishFinding(visit, { number, version }) : input.does === 'withdraw' ? withdrawFinding(visit, { number, version, why: input.why }) : restoreFinding(visit, { number, version, from: version - 1 })
  },
})
const keptOf = async ({ reader, who }: ReadVisit, of: number) => {
  const kept = await findKept(reader, { account: who.account, of })
  return kept === undefined ? null : { fields: kept.fields, at: timeIn(kept.keptAt) }
}
const newPage = page({
  path: newFindingPath, may: write,
  get: async (visit, asked) => formScreen({ language: visit.language, asked, finding: null, kept: await keptOf(visit, 0) }),
  accepts: findingForm,
  post: async (visit, input) => {
    if (input.does === 'keep') return keepTyped(visit, { of: 0, fields: input.fields })
    if (input.does === 'save') return writeFinding(visit, input)
    await dropKept(visit, 0)
    return see(newFindingPath, 'strategy_notice_finding_dropped')
  },
})
const changePage = page({
  path: changePath(':number'), may: write,
  get: async (visit, asked) => {
    const finding = await findFinding(visit.reader, { number: numberOf(asked), who: 'staff' })
    return finding === undefined ? notFound : formScreen({ language: visit.language, asked, finding, kept: await keptOf(visit, finding.number) })
  },
  accepts: findingForm,
  post: async (visit, input, asked) => {
    const number = numberOf(asked)
    if ((await findFinding(visit.writer.reader, { number, who: 'staff' })) === undefined) return notFound
    if (input.does === 'keep') return keepTyped(visit, { of: number, fields: input.fields })
    if (input.does === 'save') return changeFinding(visit, { number, version: input.version, words: input.words, why: input.why })
    await dropKept(visit, number)
    return see(changePath(number), 'strategy_notice_finding_dropped')
  },
})
const evidencePage = page<EvidenceInput>({
  path: evidencePath(':number'), may: write,
  get: async ({ reader, language, now }, asked) => {
    const finding = await findFinding(reader, { number: numberOf(asked), who: 'staff' })
    if (finding === undefined) return notFound
    const evidence = await listEvidence(reader, { of: [finding], who: 'staff' })
    return evidenceScreen({ language, asked, finding, evidence: evidence.get(finding.id) ?? [], offered: await listOffered(reader, now) })
  },
  accepts: evidenceForm,
  post: async (visit, input, asked) => {
    const number = numberOf(asked)
    if (input.does === 'end') return isId(input.link) ? endEvidence(visit, { number, link: input.link, why: input.why }) : notFound
    const { which, passage, reason } = input
    if (input.kind === 'figure') return addFigure(visit, { number, key: which, scope: input.scope, passage, reason })
    const found = await resolveVoice(visit.writer.reader, { way: input.kind, which, passage })
    return found.ok ? addEvidence(visit, { number, evidence: { ...found.value, passage, reason } }) : problems([found.problem])
  },
})
const historyPage = page({
  path: historyPath(':number'), may: write,
  get: async ({ reader, language }, asked) => {
    const finding = await findFinding(reader, { number: numberOf(asked), who: 'staff' })
    return finding === undefined ? notFound : historyScreen({ language, asked, finding, versions: await listVersions(reader, finding.id) })
  },
  accepts: restoreForm,
  post: (visit, { version, from }, asked) => restoreFinding(visit, { number: numberOf(asked), version, from }),
})
const suggestionsPage = page({
  path: suggestionsPath, may: write,
  get: async ({ reader, language, now }, asked) => {
    const [suggestions, decisions] = await Promise.all([listSuggestions(reader, now), listDecisions(reader)])
    return suggestionsScreen({ language, asked, waiting: waitingOf(suggestions, decisions), refused: decisions.filter(({ decision }) => decision === 'refused') })
  },
  accepts: suggestionForm,
  post: async (visit, input) => {
    const suggestion = (await listSuggestions(visit.writer.reader, visit.now)).find(({ key }) => key === input.key)
    if (suggestion === undefined) return notFound
    const words = toWords(suggestion)
    if (input.does === 'refuse') return refuseSuggestion(visit, { key: input.key, statement: words.statement, reason: input.reason })
    const finding = await acceptSuggestion(visit, { key: input.key, words })
    if (finding === 'decided') return see(suggestionsPath, 'strategy_notice_suggestion_decided')
    const evidence = evidenceIn(suggestion), reason = sayWhy(suggestion, visit.language).slice(0, 500)
    if (evidence.kind === 'figure') await addFigure(visit, { number: finding.number, key: evidence.key, scope: evidence.scope, passage: '', reason })
    else await addEvidence(visit, { number: finding.number, evidence: { kind: 'analysis', thing: evidence.thing, passage: words.statement[visit.language], reason } })
    return see(changePath(finding.number), 'strategy_notice_suggestion_accepted')
  },
})
const weighPage = page({
  path: weighPath, may: open, mayPost: permissions['public.take-part'],
  get: async ({ reader, language }, asked) => {
    const [findings, weighed, ballots] = await Promise.all([listFindings(reader, { who: 'everyone' }), listWeighed(reader), countBallots(reader)])
    return weighScreen({ language, asked, findings, weighed, ballots })
  },
  accepts: weighForm, post: weighFindings,
})
const swotPage = page({
  path: swotPath, may: open, sameForAll: true,
  get: async ({ reader, language }) => swotScreen({ language, ...(await readFindings(reader, { who: 'everyone' })) }),
})
const swotFile = (format: 'docx' | 'pdf') => page({
  path: `${swotPath}/swot.${format}`, may: open, sameForAll: true,
  get: async ({ reader, language, now }) => {
    const [found, pack, settings] = await Promise.all([readFindings(reader, { who: 'everyone' }), getHomeRegion(reader), getSettings(reader)])
    if (found.findings.length === 0) return notFound
    const home = withSettings(pack, settings), { emblem } = settings.body
    const newest = Math.max(...found.findings.map(({ changedAt }) => changedAt.getTime()))
    return { kind: 'document', name: `posoka-swot-${language}`, format, document: toSwotDocument({
      language, ...found, region: home.names.full[language], body: home.body.name[language], day: new Date(Math.min(newest, now.getTime())).toISOString().slice(0, 10),
      emblem: emblem === null ? null : { mediaType: emblem.mediaType, stored: emblem.sha256, alt: emblem.alternative[language] },
      funding: home.funding === null ? null : { statement: home.funding.statement[language], says: `${home.funding.sentence[language]} ${home.funding.disclaimer[language]}` },
    }) }
  },
})
const swotCsv = page({
  path: `${swotPath}/swot.csv`, may: open, sameForAll: true, languageFree: true,
  get: async ({ reader }, asked) => {
    const wanted = asked.query.get('language') ?? undefined
    return { kind: 'file', mediaType: 'text/csv; charset=utf-8', name: 'swot.csv', bytes: toCsvFile(swotRows({ language: isLanguage(wanted) ? wanted : 'bg', ...(await readFindings(reader, { who: 'everyone' })) }), { separator: ',', mark: 'withMark' }) }
  },
})
const towsPage = page({
  path: towsPath, may: open, mayPost: write, sameForAll: true,
  get: async ({ reader, language, who }, asked) => {
    const [findings, pairs] = await Promise.all([listFindings(reader, { who: audience(who) }), listPairs(reader)])
    return towsScreen({ language, asked, findings: findings.filter(({ state }) => state !== 'withdrawn'), pairs, mayWrite: mayWrite(who) })
  },
  accepts: pairForm,
  post: (visit, input) => (input.does === 'add' ? writePair(visit, input) : isId(input.pair) ? endPair(visit, input.pair) : Promise.resolve(notFound)),
})
const challengesPage = page({
  path: challengesPath, may: open, sameForAll: true,
  get: async ({ reader, language, who }) => {
    const found = await readFindings(reader, { who: audience(who) })
    const grouped = new Set(found.challenges.flatMap(({ findings }) => findings))
    return challengesScreen({ language, ...found, derived: mayWrite(who) === 'yes' ? deriveChallenges(found.findings, grouped) : null })
  },
})
const newChallengePage = page({
  path: `${challengesPath}/new`, may: write,
  get: async ({ reader, language }, asked) => challengeFormScreen({ language, asked, challenge: null, findings: await listFindings(reader, { who: 'staff' }), theme: asked.query.get('theme') ?? '' }),
  accepts: challengeForm, post: writeChallenge,
})
const changeChallengePage = page({
  path: challengeChangePath(':number'), may: write,
  get: async ({ reader, language }, asked) => {
    const challenge = (await listChallenges(reader, { who: 'staff' })).find(({ number }) => number === numberOf(asked))
    return challenge === undefined ? notFound : challengeFormScreen({ language, asked, challenge, findings: await listFindings(reader, { who: 'staff' }), theme: '' })
  },
  accepts: challengeForm,
  post: (visit, { version, ...words }, asked) => changeChallenge(visit, { number: numberOf(asked), version, words }),
})
/** For the start page of who writes findings. */
export const findingsWaiting: WaitingOf = {
  may: write,
  list: async ({ reader, language, now }) => {
    const count = waitingOf(await listSuggestions(reader, now), await listDecisions(reader)).length
    return count === 0 ? [] : [{ name: speak(language).strategy_suggestions_waiting({ count }), path: suggestionsPath }]
  },
}
export const pages: readonly Page[] = [listPage, newPage, suggestionsPage, weighPage, findingPage, changePage, evidencePage, historyPage, swotPage, swotFile('docx'), swotFile('pdf'), swotCsv, towsPage, challengesPage, newChallengePage, changeChallengePage]
