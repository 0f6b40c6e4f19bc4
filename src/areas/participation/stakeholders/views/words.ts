// Words for the nouns of the register.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import type { Sector } from '#areas/participation/proposals/rules.ts'
import { sectorNames } from '#areas/participation/proposals/rules/names.ts'
import type { cornerOf, StakeholderChannel, StakeholderKind } from '../rules.ts'
import type { CoverageStep } from '../rules/coverage.ts'

export const saySector = (sector: Sector | null, language: Language): string => (sector === null ? speak(language).participation_stakeholder_no_sector() : sectorNames[sector][language])
export const sayKind = (kind: StakeholderKind, language: Language): string => {
  const say = speak(language)
  return { organisation: say.participation_stakeholder_organisation(), informal: say.participation_stakeholder_informal(), person: say.participation_stakeholder_person() }[kind]
}
export const sayChannel = (channel: StakeholderChannel, language: Language): string => {
  const say = speak(language)
  return { email: say.participation_stakeholder_by_email(), post: say.participation_stakeholder_by_post(), phone: say.participation_stakeholder_by_phone(), inPerson: say.participation_stakeholder_in_person() }[channel]
}
export const sayCorner = (corner: ReturnType<typeof cornerOf>, language: Language): string => {
  const say = speak(language)
  return { involve: say.participation_stakeholder_involve(), satisfy: say.participation_stakeholder_satisfy(), inform: say.participation_stakeholder_inform(), watch: say.participation_stakeholder_watch() }[corner]
}
export const sayStep = (step: CoverageStep, language: Language): string => {
  const say = speak(language)
  return { invited: say.participation_coverage_invited(), signedUp: say.participation_coverage_signed_up(), came: say.participation_coverage_came(), contributed: say.participation_coverage_contributed(), answered: say.participation_coverage_answered() }[step]
}
