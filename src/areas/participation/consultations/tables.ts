// The tables of consultations.
import type { ColumnType, Generated } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Ref } from '#kernel/thread.ts'
import type { AccountId } from '#kernel/who.ts'

type SetOnce<T> = ColumnType<T, T, never>
type Consultation = Ref<'consultation'>

export type ConsultationTables = {
  'participation.consultation': {
    id: SetOnce<Consultation>; text: SetOnce<Id<'text'>>; level: 'central' | 'centralOther' | 'district' | 'municipal'; actType: string; policyArea: string; institution: string
    registrationNumber: string; programme: string; waysBg: string; waysEn: string; contacts: string; shortTermReasonBg: string; shortTermReasonEn: string; opensOn: string; closesOn: string
    draft: Generated<number>; openedAt: Date | null; remindedAt: Date | null; portalId: string | null; portalAt: Date | null; version: number; madeBy: SetOnce<AccountId | null>; changedAt: Date
  }
  'participation.consultationDraft': { consultation: SetOnce<Consultation>; draft: SetOnce<number>; textVersion: SetOnce<number>; hash: SetOnce<string>; saysBg: SetOnce<string>; saysEn: SetOnce<string>; frozenAt: SetOnce<Date> }
  'participation.consultationBlock': {
    consultation: SetOnce<Consultation>; draft: SetOnce<number>; position: SetOnce<number>; block: SetOnce<number>; blockVersion: SetOnce<number>
    kind: SetOnce<'heading' | 'paragraph' | 'list' | 'table'>; level: SetOnce<number>; source: SetOnce<string>; hash: SetOnce<string>
  }
  'participation.consultationSuccessor': { consultation: SetOnce<Consultation>; draft: SetOnce<number>; block: SetOnce<number>; successor: SetOnce<number> }
  'participation.commentAnchor': {
    contribution: SetOnce<Ref<'consultationComment'>>; consultation: SetOnce<Consultation>; draft: SetOnce<number>; block: SetOnce<number>; blockVersion: SetOnce<number>; blockHash: SetOnce<string>; quote: SetOnce<string>
  }
  'participation.consultationFile': {
    id: SetOnce<Id<'consultationFile'>>; consultation: SetOnce<Consultation>
    kind: SetOnce<'impactAssessment' | 'impactOpinion' | 'report' | 'draftAct' | 'motives' | 'consolidated' | 'other' | 'replyReport' | 'consultationDocument' | 'commentsList' | 'otherSources'>
    titleBg: SetOnce<string>; titleEn: SetOnce<string>; sha256: SetOnce<string>; size: SetOnce<number>; mediaType: SetOnce<string>; extension: SetOnce<string>
    addedBy: SetOnce<AccountId | null>; addedAt: SetOnce<Date>; takenBackAt: Date | null
  }
}
