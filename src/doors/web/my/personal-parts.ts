// Every topic that keeps something of a person, in one place: what is not in this list is neither exported nor erased.
// The order is the order of erasing: later topics first, the contact itself last.
import { contactPart, ownRetention } from '#areas/people/privacy/commands/own-parts.ts'
import type { PersonalPart, RetentionPart } from '#areas/people/privacy/read/parts.ts'
import { moderationPart, moderationRetention } from '#areas/participation/moderation/commands/personal-part.ts'
import { proposalPart, proposalRetention } from '#areas/participation/proposals/commands/personal-part.ts'
import { followPart, followRetention } from '#areas/participation/subscriptions/commands/personal-part.ts'

export const personalParts: readonly PersonalPart[] = [moderationPart, proposalPart, followPart, contactPart]
export const retentionParts: readonly RetentionPart[] = [...moderationRetention, ...proposalRetention, ...followRetention, ...ownRetention(personalParts)]
