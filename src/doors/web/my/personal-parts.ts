// Every topic that keeps something of a person, in one place: what is not in this list is neither exported nor erased.
// The order is the order of erasing: later topics first, the contact itself last.
import { contactPart, ownRetention } from '#areas/people/privacy/commands/own-parts.ts'
import type { PersonalPart, RetentionPart } from '#areas/people/privacy/read/parts.ts'
import { mailPart, mailRetention } from '#areas/participation/correspondence/commands/personal-part.ts'
import { eventPart, eventRetention } from '#areas/participation/events/commands/personal-part.ts'
import { groupingPart } from '#areas/participation/grouping/commands/personal-part.ts'
import { intakePart, intakeRetention } from '#areas/participation/intake/commands/personal-part.ts'
import { moderationPart, moderationRetention } from '#areas/participation/moderation/commands/personal-part.ts'
import { proposalPart, proposalRetention } from '#areas/participation/proposals/commands/personal-part.ts'
import { stakeholderPart } from '#areas/participation/stakeholders/commands/personal-part.ts'
import { followPart, followRetention } from '#areas/participation/subscriptions/commands/personal-part.ts'
import { surveyRetention } from '#areas/participation/surveys/commands/retention.ts'
import { surveyPart } from '#areas/participation/surveys/commands/personal-part.ts'

export const personalParts: readonly PersonalPart[] = [surveyPart, eventPart, intakePart, mailPart, groupingPart, moderationPart, proposalPart, stakeholderPart, followPart, contactPart]
export const retentionParts: readonly RetentionPart[] = [...surveyRetention, ...mailRetention, ...intakeRetention, ...eventRetention, ...moderationRetention, ...proposalRetention, ...followRetention, ...ownRetention(personalParts)]
