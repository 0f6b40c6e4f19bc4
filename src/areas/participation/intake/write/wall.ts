// From the wall to proposals: a colleague has read the notes and laid them together by select list. Each note stays a contribution of its
// own, merged into the proposal that keeps it; all of one sending or none.
import { findWhole } from '#areas/participation/proposals/read.ts'
import { harmlessMarks, type ContributionId } from '#areas/participation/proposals/rules.ts'
import { moveContribution, submitContribution } from '#areas/participation/proposals/write.ts'
import { mergeOne } from '#areas/participation/grouping/write.ts'
import type { LetterFrom } from '#kernel/letter.ts'
import type { Problem } from '#kernel/result.ts'
import { recordAct } from '#store/audit.ts'
import type { WriteVisit } from '#store/visit.ts'
import { listSheetNotes } from '../read.ts'
import type { NoteGroup, NoteSheet } from '../rules.ts'

type Gathering = { readonly sheet: NoteSheet; readonly groups: readonly NoteGroup[]; readonly from: LetterFrom }
export const gatherNotes = async (visit: WriteVisit, { sheet, groups, from }: Gathering): Promise<readonly Problem[] | { readonly proposals: number }> => {
  const { writer, who } = visit
  const notes = new Map((await listSheetNotes(writer.reader, sheet.id)).map((note) => [note.number, note]))
  const found: Problem[] = []
  for (const number of groups.flatMap((group) => group.notes)) {
    const note = notes.get(number), whole = note === undefined ? undefined : await findWhole(writer.reader, number)
    const refuse = (bg: string, en: string): void => { found.push({ field: `group_${number}`, text: { bg, en } }) }
    if (note === undefined || whole === undefined) refuse('Тази бележка не е от този лист.', 'This note is not of this sheet.')
    else if (note.state !== 'inModeration' && note.state !== 'published') refuse(`${number} вече е групирана или не е за публикуване.`, `${number} is grouped already, or not to be published.`)
    else if (note.state === 'inModeration' && whole.marks.some((mark) => !harmlessMarks.has(mark))) refuse(`${number} чака модератор, например заради лични данни. Погледнете я първо.`, `${number} waits for a moderator, perhaps for personal data. Look at it first.`)
  }
  if (found.length > 0) return found
  const publish = async (id: ContributionId, number: string): Promise<void> => {
    const moved = await moveContribution(visit, { id, act: 'publish' })
    if (!moved.ok) throw new Error(`${number} may not be published: ${moved.why}`)
  }
  for (const { title, notes: numbers } of groups) {
    const texts = numbers.map((number) => notes.get(number)?.text ?? '')
    const made = await submitContribution(visit, {
      kind: 'proposal', channel: 'event', process: sheet.process, language: sheet.language, title, text: texts.map((text) => `– ${text}`).join('\n'), municipality: sheet.municipality, place: sheet.place,
      author: null, enteredBy: who.account, sourceReference: sheet.code, receivedOn: sheet.heldOn, assurance: 'inPerson',
    })
    if (made.state !== 'published') await publish(made.id, made.number)
    for (const number of numbers) {
      const whole = await findWhole(writer.reader, number)
      if (whole?.state === 'inModeration') await publish(whole.id, number)
      const lacks = await mergeOne(visit, { member: number, target: made.number, why: '', from })
      if (lacks !== undefined) throw new Error(`${number}: ${lacks.text.en}`)
    }
  }
  await recordAct(writer, { who: who.account, act: 'participation.intake.group', after: { sheet: sheet.code, proposals: groups.length, notes: groups.reduce((sum, group) => sum + group.notes.length, 0) } })
  return { proposals: groups.length }
}
