// The thread that repeats an index: given a version's framework and figures, it answers the intervals of the places.
import { answerAsThread } from '#store/long-work.ts'
import type { ThreadInput } from '#areas/evidence/analyses/rules/threads.ts'
import type { Framework } from '../rules.ts'
import { computeIntervals } from '../rules/intervals.ts'

answerAsThread(({ record, inputs }: ThreadInput<Framework>, tell) => computeIntervals(record, inputs, tell))
