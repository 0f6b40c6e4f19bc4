// The golden thread's closed list of kinds and of legal steps, later end first.
// A reference to a finding can only be obtained from findings/read: the compiler keeps the direction.
import type { Id } from './id.ts'

export const thingKinds = [
  'dataset', 'indicator', 'figure', 'analysis', 'asset', 'proposal', 'workshopNote', 'surveyResult', 'consultationComment',
  'news', 'consultation', 'event', 'finding', 'objective', 'measure', 'activity', 'budgetLine', 'target', 'report',
  'document', 'recommendation', 'site', 'opportunity', 'course',
] as const
export type ThingKind = (typeof thingKinds)[number]
export type Ref<Kind extends ThingKind = ThingKind> = Id<Kind>

/** [later end, what the link says, earlier end] */
export const legalSteps = [
  ['finding', 'restsOn', 'figure'], ['finding', 'restsOn', 'proposal'], ['finding', 'restsOn', 'workshopNote'],
  ['finding', 'restsOn', 'surveyResult'], ['finding', 'restsOn', 'consultationComment'], ['finding', 'restsOn', 'analysis'],
  ['objective', 'answers', 'finding'],
  ['measure', 'serves', 'objective'], ['measure', 'takesUp', 'proposal'],
  ['activity', 'carriesOut', 'measure'],
  ['budgetLine', 'paysFor', 'activity'],
  ['target', 'measures', 'objective'], ['target', 'measures', 'measure'], ['target', 'measures', 'activity'],
  ['report', 'reportsOn', 'target'], ['report', 'reportsOn', 'measure'], ['report', 'reportsOn', 'budgetLine'],
  ['opportunity', 'offers', 'measure'], ['opportunity', 'offers', 'finding'],
  ['course', 'preparesFor', 'measure'], ['course', 'preparesFor', 'finding'],
] as const satisfies readonly (readonly [ThingKind, string, ThingKind])[]
export type StepName = (typeof legalSteps)[number][1]
export const isLegalStep = (later: ThingKind, says: string, earlier: ThingKind): boolean =>
  legalSteps.some(([l, s, e]) => l === later && s === says && e === earlier)
