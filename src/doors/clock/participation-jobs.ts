// What the clock does for participation, topic by topic, in the region's own hours. A topic that has a job adds it here.
import { remindJob } from '#areas/participation/consultations/commands.ts'
import { makeEventsJob } from '#areas/participation/events/commands.ts'
import { makeModeratorsJob } from '#areas/participation/moderation/commands.ts'
import { forgetOldDrafts } from '#areas/participation/proposals/commands.ts'
import { surveysJob } from '#areas/participation/surveys/commands.ts'
import { previewsJob } from '#areas/participation/texts/commands.ts'
import type { DailyJob } from './clock.ts'

/** `origin` is where the links of letters lead. */
export const participationDaily = (origin: string): readonly DailyJob[] => [
  { name: 'participation.moderators', at: { hour: 7, minute: 15 }, run: makeModeratorsJob(origin) },
  { name: 'participation.consultationsEnd', at: { hour: 9, minute: 5 }, run: remindJob },
  { name: 'participation.previews', at: { hour: 4, minute: 25 }, run: previewsJob },
  ...[8, 12, 16, 20].map((hour) => ({ name: `participation.events.${hour}`, at: { hour, minute: 5 }, run: makeEventsJob(origin) })),
  { name: 'participation.drafts', at: { hour: 3, minute: 35 }, run: async (store, now) => { await forgetOldDrafts(store, now) } },
  { name: 'participation.surveys', at: { hour: 3, minute: 25 }, run: surveysJob },
]
