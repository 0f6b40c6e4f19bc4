// The jobs of participation and of personal data, for the clock: what acts ask for, and what is done every day.
import { makeRemoveFilesJob, makeRetentionJob } from '#areas/people/privacy/commands.ts'
import { makeDigestJob, makeNoticesJob } from '#areas/participation/subscriptions/commands.ts'
import type { AskedJob, DailyJob } from '../clock/clock.ts'
import { personalParts, retentionParts } from './my/personal-parts.ts'

export const participationJobs = ({ origin }: { readonly origin: string }): { readonly asked: readonly AskedJob[]; readonly daily: readonly DailyJob[] } => ({
  asked: [
    { name: 'participation.notices', run: makeNoticesJob({ origin }) },
    { name: 'people.removeFiles', run: makeRemoveFilesJob({ personal: personalParts }) },
  ],
  daily: [
    { name: 'people.retention', at: { hour: 4, minute: 30 }, run: makeRetentionJob({ retention: retentionParts }) },
    { name: 'participation.digests', at: { hour: 7, minute: 30 }, run: makeDigestJob({ origin }) },
  ],
})
