// Names of what findings are made of, in the page's language.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import type { ThingKind } from '#kernel/thread.ts'
import { sayNumber } from '#kernel/quantity.ts'
import type { Confidence, FindingKind, FindingState, Weighed } from '../rules.ts'

export const sayKind = (kind: FindingKind, language: Language): string => {
  const say = speak(language)
  return { strength: say.strategy_kind_strength, weakness: say.strategy_kind_weakness, opportunity: say.strategy_kind_opportunity, threat: say.strategy_kind_threat, need: say.strategy_kind_need }[kind]()
}
export const sayKinds = (kind: FindingKind, language: Language): string => {
  const say = speak(language)
  return { strength: say.strategy_kinds_strength, weakness: say.strategy_kinds_weakness, opportunity: say.strategy_kinds_opportunity, threat: say.strategy_kinds_threat, need: say.strategy_kinds_need }[kind]()
}
export const sayConfidence = (confidence: Confidence | null, language: Language): string => {
  const say = speak(language)
  return confidence === null ? say.strategy_confidence_none() : { low: say.strategy_confidence_low, medium: say.strategy_confidence_medium, high: say.strategy_confidence_high }[confidence]()
}
export const sayState = (state: FindingState, language: Language): string => {
  const say = speak(language)
  return { draft: say.strategy_is_draft, published: say.strategy_is_published, withdrawn: say.strategy_is_withdrawn }[state]()
}
export const sayThing = (kind: ThingKind, language: Language): string => {
  const say = speak(language)
  const names: Partial<Readonly<Record<ThingKind, () => string>>> = {
    figure: say.strategy_thing_figure, analysis: say.strategy_thing_analysis, proposal: say.strategy_thing_proposal, workshopNote: say.strategy_thing_note, consultationComment: say.strategy_thing_comment, surveyResult: say.strategy_thing_survey,
    finding: say.strategy_thing_finding, objective: say.strategy_thing_objective, measure: say.strategy_thing_measure, opportunity: say.strategy_thing_opportunity, course: say.strategy_thing_course,
  }
  return (names[kind] ?? say.strategy_thing_other)()
}
/** „4,2 от 5 по 23 мнения“; of fewer than five only that they are too few to show. */
export const sayWeight = (weighed: Weighed | undefined, language: Language): string => {
  const say = speak(language)
  return weighed === undefined || weighed.count === 0 ? say.strategy_weight_none() : weighed.mean === null ? say.strategy_weight_few() : say.strategy_weight_mean({ mean: sayNumber(weighed.mean, language, 1), count: weighed.count })
}
