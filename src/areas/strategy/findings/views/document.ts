// SWOT, TOWS and challenges as a document: every point with what it rests on. The current-state report takes the same blocks.
import type { Document, DocumentBlock, DocumentFunding, DocumentPicture } from '#kernel/document.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { domainName } from '#areas/evidence/indicators/views/wording.ts'
import { type Challenge, type Evidence, type Finding, type FindingKind, findingKinds, sayStatement, swotPath, type TowsPair, type Weighed } from '../rules.ts'
import { towsCells, towsName } from '../rules/swot.ts'
import { sayConfidence, sayKinds, sayThing, sayWeight } from './words.ts'

export type SwotShown = {
  readonly language: Language; readonly findings: readonly Finding[]; readonly evidence: ReadonlyMap<string, readonly Evidence[]>; readonly weighed: ReadonlyMap<string, Weighed>
  readonly pairs: readonly TowsPair[]; readonly challenges: readonly Challenge[]
}
/** „Показател „…“: Стара Загора, 2024 (пост…)“, one piece of evidence in a cell. */
const sayEvidence = (evidence: Evidence, language: Language): string =>
  `${sayThing(evidence.kind, language)}: ${evidence.title[language]}${evidence.passage === '' ? '' : language === 'bg' ? ` („${evidence.passage}“)` : ` (“${evidence.passage}”)`}`
export const kindTable = ({ language, findings, evidence, weighed }: SwotShown, kind: FindingKind): DocumentBlock | null => {
  const say = speak(language)
  const some = findings.filter((one) => one.kind === kind)
  if (some.length === 0) return null
  return {
    kind: 'table', id: `findings-${kind}`, caption: sayKinds(kind, language), sources: [], notes: some.some(({ illustrative }) => illustrative === 'yes') ? [say.strategy_document_illustrative()] : [],
    table: {
      head: [say.strategy_document_number(), say.strategy_finding(), say.strategy_theme(), say.strategy_confidence_label(), say.strategy_document_rests_on(), say.strategy_weight_importance()].map((name) => ({ name, kind: 'text' as const })),
      rows: some.map((one) => ({
        name: String(one.number), cells: [
          `${sayStatement(one, language)}${one.illustrative === 'yes' ? ` (${say.strategy_illustrative()})` : ''}`, domainName(one.theme, language), sayConfidence(one.confidence, language),
          (evidence.get(one.id) ?? []).map((each) => sayEvidence(each, language)).join('; '), sayWeight(weighed.get(one.id), language),
        ].map((text) => ({ text, kind: 'text' as const })),
      })),
    },
  }
}
export const towsBlocks = ({ language, findings, pairs }: SwotShown): readonly DocumentBlock[] => {
  const say = speak(language)
  const of = new Map(findings.map((one) => [one.id as string, one]))
  return towsCells.flatMap((cell): readonly DocumentBlock[] => {
    const some = pairs.flatMap((pair) => { const own = of.get(pair.inside), other = of.get(pair.outside); return own?.kind === cell[0] && other?.kind === cell[1] ? [{ pair, own, other }] : [] })
    const name = { so: say.strategy_tows_so, wo: say.strategy_tows_wo, st: say.strategy_tows_st, wt: say.strategy_tows_wt }[towsName(cell)]()
    return some.length === 0 ? [] : [
      { kind: 'heading', level: 2, id: `tows-${towsName(cell)}`, text: name },
      { kind: 'list', items: some.map(({ pair, own, other }) => ({ lead: pair.note[language] || pair.note.bg, text: say.strategy_document_pair({ inside: String(own.number), outside: String(other.number) }) })) },
    ]
  })
}
export const challengeBlocks = ({ language, findings, challenges }: SwotShown): readonly DocumentBlock[] => {
  const say = speak(language)
  const of = new Map(findings.map((one) => [one.id as string, one]))
  return challenges.length === 0 ? [] : [{
    kind: 'list', items: challenges.map((one) => ({
      lead: one.title[language], text: [one.says[language], say.strategy_document_follows({ numbers: one.findings.flatMap((id) => { const finding = of.get(id); return finding === undefined ? [] : [String(finding.number)] }).join(', ') })].filter((part) => part !== '').join(' '),
    })),
  }]
}
type Made = SwotShown & { readonly body: string; readonly day: string; readonly emblem: DocumentPicture | null; readonly funding: DocumentFunding | null; readonly region: string }
export const toSwotDocument = (made: Made): Document => {
  const { language, findings } = made
  const say = speak(language)
  const tows = towsBlocks(made), challenges = challengeBlocks(made)
  return {
    language, kicker: say.strategy_hub_crumb(), title: say.strategy_swot_title(), subtitle: made.region, says: say.strategy_swot_lead({ count: findings.length }), body: made.body,
    asOf: { day: made.day, words: say.strategy_document_as_of({ day: sayCivilDate(made.day, language) }) }, emblem: made.emblem, funding: made.funding, address: toHref(language, swotPath),
    blocks: [
      { kind: 'heading', level: 1, id: 'swot', text: say.strategy_swot_title() },
      { kind: 'paragraph', look: 'lead', text: say.strategy_swot_lead({ count: findings.length }) },
      { kind: 'paragraph', text: say.strategy_confidence_rule() },
      ...findingKinds.flatMap((kind) => { const table = kindTable(made, kind); return table === null ? [] : [table] }),
      ...(tows.length === 0 ? [] : [{ kind: 'heading' as const, level: 1 as const, id: 'tows', text: say.strategy_tows_title() }, ...tows]),
      ...(challenges.length === 0 ? [] : [{ kind: 'heading' as const, level: 1 as const, id: 'challenges', text: say.strategy_challenges_title() }, ...challenges]),
    ],
  }
}
/** One row per finding and piece of evidence, for a spreadsheet; the first line names the columns. */
export const swotRows = ({ language, findings, evidence, weighed }: Pick<SwotShown, 'language' | 'findings' | 'evidence' | 'weighed'>): readonly (readonly string[])[] => {
  const say = speak(language)
  return [
    [say.strategy_document_number(), say.strategy_kind(), say.strategy_theme(), say.strategy_finding(), say.strategy_confidence_label(), say.strategy_weight_importance(), say.strategy_weight_people(), say.strategy_evidence_kind(), say.strategy_csv_evidence(), say.strategy_evidence_passage(), say.strategy_evidence_reason(), say.strategy_csv_address(), say.strategy_illustrative()],
    ...findings.flatMap((one) => {
      const weight = weighed.get(one.id), mean = weight?.mean ?? null
      const own = [String(one.number), sayKinds(one.kind, language), domainName(one.theme, language), sayStatement(one, language), sayConfidence(one.confidence, language), mean === null ? '' : mean.toFixed(1), mean === null ? '' : String(weight?.count ?? '')]
      const rests = evidence.get(one.id) ?? []
      return (rests.length === 0 ? [null] : rests).map((each) => [...own, ...(each === null ? ['', '', '', '', ''] : [sayThing(each.kind, language), each.title[language], each.passage, each.reason, toHref(language, each.path)]), one.illustrative === 'yes' ? say.strategy_yes() : ''])
    }),
  ]
}
