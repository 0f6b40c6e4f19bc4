// The one sentence about our region in an index, for its page and for the list of indices.
import { speak } from '#kernel/speak.ts'
import { sayOrdinal } from '#ui/charts/place-words.ts'
import { namingOf } from '../rules/naming.ts'
import { profileOf } from '../rules/profile.ts'
import { type IndexShown, nameOfNode, plainOf, sayRegions, sayScore, subjectOf } from './shown.ts'

/** The one sentence: where our region stands, with how sure that is; or that there is no score, and why. */
export const sayLeadOf = (shown: Pick<IndexShown, 'language' | 'index' | 'outcome' | 'intervals' | 'row'>): string => {
  const { language, index, outcome, intervals, row } = shown
  const say = speak(language)
  const framework = index.shown.record
  const region = index.shown.inputs.regions[row]
  if (region === undefined) return sayRegions(language, index.shown.inputs.regions.length)
  if (!namingOf(framework, outcome, row).isWhole) {
    const missing = namingOf(framework, outcome, row).pillars.filter((pillar) => pillar.own < 2).map((pillar) => nameOfNode(framework, pillar.key, language).toLowerCase())
    return say.evidence_index_lead_not_whole({ region: plainOf(region, language), missing: missing.join(say.evidence_and()) })
  }
  const root = profileOf({ framework, outcome, inputs: index.shown.inputs, intervals }, row).nodes.find((node) => node.key === outcome.root)
  if (root?.place == null) return say.evidence_index_lead_no_score({ region: plainOf(region, language) })
  const words = { region: subjectOf(region, language), place: sayOrdinal(root.place, language), of: String(root.of), score: sayScore(root.score, language) }
  return root.interval?.low == null || root.interval.high == null ? say.evidence_index_lead(words)
    : say.evidence_index_lead_interval({ ...words, low: sayOrdinal(Math.round(root.interval.low), language), high: sayOrdinal(Math.round(root.interval.high), language) })
}
