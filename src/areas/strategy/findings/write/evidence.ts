// What a finding rests on: a link of the golden thread, with the passage meant and the reason; links end, they are not deleted.
import { notFound, problems, see, type PostAnswer } from '#kernel/answer.ts'
import type { Id } from '#kernel/id.ts'
import type { Ref } from '#kernel/thread.ts'
import { recordAct } from '#store/audit.ts'
import { endLink, findThing, linkThings } from '#store/thread.ts'
import type { WriteVisit } from '#store/visit.ts'
import { pinIndicator } from '#areas/evidence/figures/write.ts'
import { listEvidence } from '../read.ts'
import { regionsOf } from '../read/evidence.ts'
import { confidences, evidencePath, type EvidenceKind, findingPath, mostConfidence } from '../rules.ts'
import { holdFinding } from '../write.ts'

export type NewEvidence = { readonly kind: EvidenceKind; readonly thing: string; readonly passage: string; readonly reason: string }
/** The end of a link is proved by the register of things: its kind is the one that was said. */
const linkEvidence = async (visit: WriteVisit, finding: Ref<'finding'>, { kind, thing, passage, reason }: NewEvidence): Promise<'linked' | 'unknown'> => {
  const found = await findThing(visit.writer.reader, thing)
  if (found === undefined || found.kind !== kind) return 'unknown'
  const link = { later: { kind: 'finding', id: finding }, says: 'restsOn', reason, by: visit.who.account, ...(passage === '' ? {} : { passage: { quote: passage } }) } as const
  switch (kind) {
    case 'figure': await linkThings(visit.writer, { ...link, earlier: { kind, id: thing as Ref<'figure'> } }); break
    case 'analysis': await linkThings(visit.writer, { ...link, earlier: { kind, id: thing as Ref<'analysis'> } }); break
    case 'proposal': await linkThings(visit.writer, { ...link, earlier: { kind, id: thing as Ref<'proposal'> } }); break
    case 'workshopNote': await linkThings(visit.writer, { ...link, earlier: { kind, id: thing as Ref<'workshopNote'> } }); break
    case 'consultationComment': await linkThings(visit.writer, { ...link, earlier: { kind, id: thing as Ref<'consultationComment'> } }); break
    case 'surveyResult': await linkThings(visit.writer, { ...link, earlier: { kind, id: thing as Ref<'surveyResult'> } }); break
  }
  await recordAct(visit.writer, { who: visit.who.account, act: 'strategy.finding.link', thing: finding as Id<'finding'>, after: { restsOn: thing, kind, passage }, why: reason })
  return 'linked'
}
export const addEvidence = async (visit: WriteVisit, { number, evidence }: { readonly number: number; readonly evidence: NewEvidence }): Promise<PostAnswer> => {
  const finding = await holdFinding(visit, number)
  if (finding === undefined) return notFound
  if ((await linkEvidence(visit, finding.id, evidence)) === 'unknown') {
    return problems([{ field: 'number', text: { bg: 'Няма такова доказателство. Проверете номера.', en: 'There is no such evidence. Check the number.' } }])
  }
  return see(findingPath(number), 'strategy_notice_evidence_added')
}
/** A published finding keeps what its confidence needs: the last thing it rests on goes only with the finding itself. */
export const endEvidence = async (visit: WriteVisit, { number, link, why }: { readonly number: number; readonly link: string; readonly why: string }): Promise<PostAnswer> => {
  const finding = await holdFinding(visit, number)
  if (finding === undefined) return notFound
  const evidence = (await listEvidence(visit.writer.reader, { of: [finding], who: 'staff' })).get(finding.id) ?? []
  const goes = evidence.find((one) => one.link === link)
  if (goes === undefined) return notFound
  if (finding.state === 'published') {
    const most = mostConfidence(evidence.filter((one) => one.link !== link))
    if (most === null || (finding.confidence !== null && confidences.indexOf(finding.confidence) > confidences.indexOf(most))) {
      return problems([{ field: '', text: {
        bg: 'Изводът е публикуван и стои на това доказателство. Добавете друго, намалете сигурността или първо оттеглете извода.', en: 'The finding is published and rests on this. Add another piece of evidence, lower the confidence, or withdraw the finding first.',
      } }])
    }
  }
  await endLink(visit.writer, { id: link, by: visit.who.account, why })
  await recordAct(visit.writer, { who: visit.who.account, act: 'strategy.finding.unlink', thing: finding.id, before: { restsOn: goes.thing, kind: goes.kind, passage: goes.passage }, why })
  return see(evidencePath(number), 'strategy_notice_evidence_ended')
}
/** A figure is pinned as it is now: the finding goes on showing the numbers it was drawn from. */
export const addFigure = async (visit: WriteVisit, { number, key, scope, passage, reason }: { readonly number: number; readonly key: string; readonly scope: 'own' | 'all'; readonly passage: string; readonly reason: string }): Promise<PostAnswer> => {
  const pinned = await pinIndicator(visit, { key, regions: await regionsOf(visit.writer.reader, { key, scope }) })
  if (pinned === undefined) return problems([{ field: 'indicator', text: { bg: 'Този показател няма стойности за областта.', en: 'This indicator has no figures for the district.' } }])
  return addEvidence(visit, { number, evidence: { kind: 'figure', thing: pinned.id, passage, reason } })
}
