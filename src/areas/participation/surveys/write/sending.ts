// Sending off, with what follows from a consent: a free text becomes a contribution of its own, without a name and after a check.
import { findProcess, getProcess } from '#areas/participation/processes/read.ts'
import { isOpen, standingSlug, type Process } from '#areas/participation/processes/rules.ts'
import { submitContribution } from '#areas/participation/proposals/write.ts'
import type { WriteVisit } from '#store/visit.ts'
import type { Survey } from '../rules/survey.ts'
import { sendOff, type SentOff } from './answering.ts'

/** The survey's own call while it is open, else the standing one. */
const processOf = async (visit: WriteVisit, survey: Survey): Promise<Process | undefined> => {
  const own = survey.process === null ? undefined : await getProcess(visit.writer.reader, survey.process)
  return own !== undefined && isOpen(own, visit.now) ? own : findProcess(visit.writer.reader, { slug: standingSlug, who: 'staff' })
}
/** `offer`: whoever wrote agreed that the free texts become contributions. Nothing of the answers but the text goes with them. */
export const sendAnswers = async (visit: WriteVisit, { secret, offer }: { readonly secret: string; readonly offer: 'yes' | 'no' }): Promise<SentOff> => {
  const sent = await sendOff(visit, { secret })
  if (sent.kind !== 'sent' || offer === 'no') return sent
  const process = await processOf(visit, sent.survey)
  if (process === undefined) return sent
  for (const question of sent.survey.questions) {
    const answer = sent.answers[question.key]
    if (question.offers !== 'contribution' || answer === undefined || !('text' in answer)) continue
    const asks = question.asks[visit.language] || question.asks.bg
    await submitContribution(visit, { kind: 'surveyText', channel: 'web', process: process.id, language: visit.language, title: asks.slice(0, 200), text: answer.text, author: null, assurance: 'unconfirmed' })
  }
  return sent
}
