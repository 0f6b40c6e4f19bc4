// The tables of events.
import type { ColumnType } from 'kysely'
import type { Ref } from '#kernel/thread.ts'
import type { AccountId } from '#kernel/who.ts'

type SetOnce<T> = ColumnType<T, T, never>
type BySchema<T> = ColumnType<T, never, never>

export type EventTables = {
  'participation.event': {
    id: SetOnce<Ref<'event'>>; number: BySchema<number>; code: SetOnce<string>; kind: 'workshop' | 'meeting' | 'discussion' | 'infoDay' | 'training'; state: 'draft' | 'published' | 'cancelled'
    titleBg: string; titleEn: string; saysBg: string; saysEn: string; placeBg: string; placeEn: string; address: string; link: string | null; municipality: string | null
    startsAt: Date; endsAt: Date; capacity: number | null; sectors: readonly string[]; contact: string; accessBg: string; accessEn: string; process: Ref<'consultation'> | null
    sequence: number; version: number; placesTaken: number; peopleWaiting: number; cancelledWhy: string | null; minutesPublishedAt: Date | null; needsErasedAt: Date | null; madeBy: SetOnce<AccountId | null>; changedAt: Date
  }
  'participation.eventItem': {
    id: SetOnce<string>; event: SetOnce<Ref<'event'>>; position: number; startsAt: Date; endsAt: Date; groupNumber: number; titleBg: string; titleEn: string; lead: string; place: string
  }
  'participation.eventFile': {
    id: SetOnce<string>; event: SetOnce<Ref<'event'>>; kind: SetOnce<'material' | 'photo'>; sha256: SetOnce<string>; name: SetOnce<string>; mediaType: SetOnce<string>; size: SetOnce<number>
    alternativeBg: string; alternativeEn: string; consent: string | null; width: SetOnce<number | null>; height: SetOnce<number | null>; at: SetOnce<Date>
  }
  'participation.eventSignUp': {
    id: SetOnce<string>; event: SetOnce<Ref<'event'>>; contact: string | null; organisation: string; people: SetOnce<number>; sector: string | null; municipality: string | null; needs: string | null
    state: 'submitted' | 'confirmed' | 'waiting' | 'offered' | 'cancelled'; offeredUntil: Date | null; attendance: 'came' | 'absent' | null; attended: number | null; cancelledBy: 'person' | 'staff' | 'lapsed' | 'event' | null; cancelledAt: Date | null; at: SetOnce<Date>
  }
  'participation.eventNote': {
    id: SetOnce<string>; event: SetOnce<Ref<'event'>>; item: string | null; tableNumber: number | null; kind: 'said' | 'decided' | 'toDo'; text: string; topic: string | null; position: number; madeBy: SetOnce<AccountId | null>; at: SetOnce<Date>
  }
  'participation.eventCount': { event: SetOnce<Ref<'event'>>; sector: SetOnce<string>; listed: number; door: number }
  'participation.eventFeedback': { id: SetOnce<string>; event: SetOnce<Ref<'event'>>; useful: number | null; heard: number | null; text: string; onDay: SetOnce<string> }
}
