// Long work on analyses, for the clock: each kind says which threads do what. Asked for by a button, begun again at every start.
import { indexThreads } from '#areas/evidence/indices/commands.ts'
import { makeAnalysisJob } from '#areas/evidence/analyses/commands.ts'
import type { AskedJob } from '../clock/clock.ts'

export const analysisJobs: readonly AskedJob[] = [makeAnalysisJob({ ...indexThreads })]
