// Names of kinds, groups and phases in words.
import type { Bilingual, Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import type { QuestionKind } from '../rules/questions.ts'
import type { Phase, Sector } from '../rules/survey.ts'

export const sayKind = (kind: QuestionKind, language: Language): string => {
  const say = speak(language)
  return {
    one: say.participation_survey_kind_one(), many: say.participation_survey_kind_many(), scale: say.participation_survey_kind_scale(), grid: say.participation_survey_kind_grid(),
    number: say.participation_survey_kind_number(), rank: say.participation_survey_kind_rank(), text: say.participation_survey_kind_text(), place: say.participation_survey_kind_place(),
  }[kind]
}
export const saySector = (sector: Sector | 'unknown', language: Language): string => {
  const say = speak(language)
  return {
    administration: say.participation_survey_sector_administration(), business: say.participation_survey_sector_business(), finance: say.participation_survey_sector_finance(),
    education: say.participation_survey_sector_education(), ngo: say.participation_survey_sector_ngo(), citizens: say.participation_survey_sector_citizens(), media: say.participation_survey_sector_media(),
    unknown: say.participation_survey_sector_unknown(),
  }[sector]
}
export const sayPhase = (phase: Phase, language: Language): string => {
  const say = speak(language)
  return { draft: say.participation_survey_phase_draft(), coming: say.participation_survey_phase_coming(), open: say.participation_survey_phase_open(), closed: say.participation_survey_phase_closed() }[phase]
}
/** A text in the language asked for, else in the other one. */
export const inEither = (text: Bilingual, language: Language): string => text[language] || text.bg || text.en
