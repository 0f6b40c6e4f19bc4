// The pages of processes: a call as everybody reads it, and its form. What proposals there are is told by the door: they are a later topic.
import { dayIn } from '#kernel/day.ts'
import { notFound, see, type Html } from '#kernel/answer.ts'
import { mayDo } from '#kernel/who.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { page, type Page, type ReadVisit } from '#store/visit.ts'
import { processForm } from './forms.ts'
import { findProcess } from './read.ts'
import { changeProcessPath, newProcessPath, processPath, type Process, type ProcessInput } from './rules.ts'
import { processFormScreen, processScreen } from './views/process.tsx'
import { saveProcess, writeProcess } from './write.ts'

export type LaterTopics = {
  readonly propose: (slug: string) => string; readonly list: (slug: string) => string; readonly policy: string
  /** a consultation on a draft has a page of its own */
  readonly consultation: (slug: string) => string
  readonly count: (visit: ReadVisit, frame: Process) => Promise<{ readonly published: number; readonly more: 'yes' | 'no' }>
  readonly beside?: (visit: ReadVisit, frame: Process) => Promise<readonly Html[]>
}
const read = permissions['public.read'], manage = permissions['participation.processes']
const today = (now: Date): string => dayIn(now).split('-').reverse().join('.')

export const processPages = (later: LaterTopics): readonly Page[] => [
  page<ProcessInput>({ path: newProcessPath, may: manage, get: ({ language, now }, asked) => processFormScreen({ language, asked, frame: null, today: today(now) }), accepts: processForm, post: writeProcess }),
  page({
    path: processPath(':slug'), may: read, sameForAll: true,
    get: async (visit, asked) => {
      const { reader, language, who, now } = visit
      const frame = await findProcess(reader, { slug: asked.params.slug ?? '', who: mayDo(who, manage) ? 'staff' : 'everyone' })
      if (frame === undefined) return notFound
      if (frame.state === 'withdrawn' && !mayDo(who, manage)) return { kind: 'gone' }
      if (frame.kind === 'draft') return see(later.consultation(frame.slug))
      const [counts, beside] = await Promise.all([later.count(visit, frame), later.beside?.(visit, frame) ?? []])
      return processScreen({ language, frame, now, counts, beside, mayManage: mayDo(who, manage) ? 'yes' : 'no', propose: later.propose(frame.slug), list: later.list(frame.slug), policy: later.policy })
    },
  }),
  page<ProcessInput>({
    path: changeProcessPath(':slug'), may: manage,
    get: async ({ reader, language, now }, asked) => {
      const frame = await findProcess(reader, { slug: asked.params.slug ?? '', who: 'staff' })
      return frame === undefined || frame.kind === 'draft' ? notFound : processFormScreen({ language, asked, frame, today: today(now) })
    },
    accepts: processForm,
    post: (visit, input, asked) => saveProcess(visit, { slug: asked.params.slug ?? '', input }),
  }),
]
