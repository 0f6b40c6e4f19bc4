// The indices that come with the product: of the districts and of the planning regions by entrepreneurship, innovation and digitalisation,
// and of the conditions for development, which every district has figures for. Analysts change them or make their own.
import type { Bilingual, Language } from '#kernel/language.ts'
import type { Level } from '#kernel/region.ts'
import { speak } from '#kernel/speak.ts'
import { indexRecord } from '#stats/composite/index-record.ts'
import type { Framework, Group, Leaf } from '../rules.ts'

export type PreparedIndex = { readonly key: string; readonly title: Bilingual; readonly framework: Omit<Framework, 'regions'> }
const both = (say: (words: ReturnType<typeof speak>) => string): Bilingual => ({ bg: say(speak('bg')), en: say(speak('en')) } satisfies Record<Language, string>)

const carryYears = 3
export const intervalRuns = 1000
const seed = 20_261_125
/** An arithmetic mean within pillars, a geometric one above: a weak pillar is not wholly made good by a strong one. */
export const defaultSteps = (groups: readonly Group[], indicators: readonly Leaf[]): Framework['steps'] =>
  indexRecord({ groups, indicators: indicators.map((leaf) => ({ key: leaf.indicator, parent: leaf.parent })) }).steps

type Branch = { readonly key: string; readonly name: Bilingual; readonly indicators: readonly (readonly [key: string, direction: 1 | -1])[] }
const frameworkOf = (from: { readonly level: Level; readonly called: Framework['called']; readonly name: Bilingual; readonly branches: readonly Branch[] }): Omit<Framework, 'regions'> => {
  const groups: readonly Group[] = [{ key: 'index', parent: null, name: from.name, weight: 1 }, ...from.branches.map(({ key, name }) => ({ key, parent: 'index', name, weight: 1 }))]
  const indicators = from.branches.flatMap(({ key, indicators: leaves }) => leaves.map(([indicator, direction]): Leaf => ({ indicator, parent: key, weight: 1, direction })))
  return { format: 1, level: from.level, called: from.called, groups, indicators, carryYears, steps: defaultSteps(groups, indicators), runs: intervalRuns, seed }
}

export const listPrepared = (): readonly PreparedIndex[] => {
  const entrepreneurship = both((say) => say.evidence_domain_entrepreneurship()), innovation = both((say) => say.evidence_domain_innovation())
  const digitalisation = both((say) => say.evidence_domain_digitalisation()), people = both((say) => say.evidence_index_people()), work = both((say) => say.evidence_index_work())
  const pid = both((say) => say.evidence_pid_name())
  return [
    {
      key: 'districts', title: both((say) => say.evidence_index_districts_title()),
      framework: frameworkOf({ level: 'nuts3', called: 'pid', name: pid, branches: [
        { key: 'entrepreneurship', name: entrepreneurship, indicators: [['ent.stock', 1], ['ent.birth', 1], ['ent.survive', 1], ['ent.share.ten', 1], ['ent.fdi', 1], ['ent.death', -1], ['ent.newjobs', 1]] },
        { key: 'innovation', name: innovation, indicators: [['inn.gerd', 1], ['inn.hrst', 1], ['inn.hitech', 1], ['inn.kis', 1], ['inn.horizon', 1]] },
        { key: 'digitalisation', name: digitalisation, indicators: [['dig.daily', 1], ['dig.skill', 1], ['dig.broad', 1], ['dig.ai', 1], ['dig.sell', 1]] },
      ] }),
    },
    {
      key: 'planning-regions', title: both((say) => say.evidence_index_regions_title()),
      framework: frameworkOf({ level: 'nuts2', called: 'pid', name: pid, branches: [
        { key: 'entrepreneurship', name: entrepreneurship, indicators: [['ent.stock', 1], ['ent.birth', 1], ['ent.survive', 1], ['ent.share.ten', 1], ['ent.size.medium', 1]] },
        { key: 'innovation', name: innovation, indicators: [['inn.gerd', 1], ['inn.berd', 1], ['inn.hrst', 1], ['inn.hitech', 1], ['inn.kis', 1], ['inn.staff.share', 1]] },
        { key: 'digitalisation', name: digitalisation, indicators: [['dig.daily', 1], ['dig.skill', 1], ['dig.broad', 1], ['dig.ai', 1], ['dig.sell', 1]] },
      ] }),
    },
    {
      key: 'conditions', title: both((say) => say.evidence_index_conditions_title()),
      framework: frameworkOf({ level: 'nuts3', called: 'own', name: both((say) => say.evidence_index_conditions_name()), branches: [
        { key: 'entrepreneurship', name: entrepreneurship, indicators: [['ent.stock', 1], ['ent.birth', 1], ['ent.survive', 1], ['ent.share.ten', 1], ['ent.fdi', 1]] },
        { key: 'people', name: people, indicators: [['ctx.y2034.share', 1], ['ctx.migr', 1], ['ctx.replacement', 1], ['ctx.natural.rate', 1]] },
        { key: 'work', name: work, indicators: [['ctx.emprate', 1], ['ctx.unemp', -1], ['ctx.longterm', -1], ['ctx.gini', -1]] },
      ] }),
    },
  ]
}
