// The clock's work for events: offers that lapse, reminders, access needs that are erased; and files that must be judged by their bytes.
import { notFound, problems, see, type PostAnswer, type UploadedFile } from '#kernel/answer.ts'
import type { Bilingual, Language } from '#kernel/language.ts'
import { visitor, type Who } from '#kernel/who.ts'
import { readPicture } from '#sources/picture.ts'
import { getLetterFrom } from '#areas/people/settings/read.ts'
import type { Store } from '#store/store.ts'
import { findEvent, listEventsAround, listNeedsDue } from './read.ts'
import { changePath } from './rules.ts'
import { eraseNeeds, keepFile } from './write/files.ts'
import { tellSignedUp } from './write/letters.ts'
import { lapseOffers } from './write/sign-ups.ts'

const day = 86_400_000
/** Safe to run twice: a letter has a key, an offer that lapsed has lapsed. `origin` is where links lead. */
export const makeEventsJob = (origin: string) => async (store: Store, now: Date): Promise<void> => {
  const around = await store.reading((reader) => listEventsAround(reader, { from: now, to: new Date(now.getTime() + 400 * day) }), { as: 'staff', fresh: 'primary' })
  for (const event of around) {
    await store.writing(async (writer) => {
      const visit = { writer, who: visitor, language: 'bg' as const, now }
      const from = await getLetterFrom(writer.reader, { origin })
      await lapseOffers(visit, { number: event.number, from })
      if (event.startsAt.getTime() - now.getTime() <= 2 * day) await tellSignedUp(visit, { event, kind: 'reminder', from })
    })
  }
  for (const event of await store.reading((reader) => listNeedsDue(reader, new Date(now.getTime() - 14 * day)), { as: 'staff', fresh: 'primary' }))
    await store.writing((writer) => eraseNeeds({ writer, who: visitor, language: 'bg', now }, { event }))
}

type Asker = { readonly store: Pick<Store, 'writing' | 'files' | 'reading'>; readonly who: Who; readonly language: Language; readonly now: Date }
export type FileInput = { readonly kind: 'material' | 'photo'; readonly file: UploadedFile; readonly alternative: Bilingual; readonly consent: string }
const most = 15 * 1024 * 1024
/** What a file is, is judged by its first bytes, whatever its name says. */
const typeOf = (bytes: Uint8Array): { readonly mediaType: string; readonly ending: string } | undefined => {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  if (head.startsWith('%PDF-')) return { mediaType: 'application/pdf', ending: 'pdf' }
  if (head.startsWith('PK\u0003\u0004')) {
    const names = Buffer.from(bytes.subarray(0, 4096)).toString('latin1') + Buffer.from(bytes.subarray(-65_536)).toString('latin1')
    for (const [part, ending, mediaType] of [['word/document.xml', 'docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'], ['ppt/presentation.xml', 'pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'], ['xl/workbook.xml', 'xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']] as const)
      if (names.includes(part)) return { mediaType, ending }
  }
  return undefined
}
const tooBig = { bg: 'Файлът е по-голям от 15 MB.', en: 'The file is larger than 15 MB.' }
const strange = { bg: 'Файлът не е PDF, Word, Excel или PowerPoint, каквото и да казва името му.', en: 'The file is no PDF, Word, Excel or PowerPoint, whatever its name says.' }
export const saveFile = async ({ store, ...asker }: Asker, { number, input }: { readonly number: number; readonly input: FileInput }): Promise<PostAnswer> => {
  const { file, kind } = input
  if ((await store.reading((reader) => findEvent(reader, { number, who: 'staff' }), { as: 'staff' })) === undefined) return notFound
  if (file.bytes.byteLength > most) return problems([{ field: 'file', text: tooBig }])
  const picture = kind === 'photo' ? readPicture(file.bytes) : null
  if (picture !== null && !picture.ok) return problems([{ field: 'file', text: picture.problem }])
  const type = picture === null ? typeOf(file.bytes) : { mediaType: picture.value.mediaType, ending: picture.value.mediaType === 'image/png' ? 'png' : 'jpg' }
  if (type === undefined || type.mediaType === 'image/svg+xml') return problems([{ field: 'file', text: strange }])
  const kept = await store.files.keep(picture?.value.bytes ?? file.bytes)
  const name = `${file.name.replace(/\.[A-Za-z0-9]{1,5}$/, '').replace(/[\p{Cc}\p{Cf}/\\"<>|:*?]+/gu, ' ').trim().slice(0, 120) || 'posoka'}.${type.ending}`
  await store.writing((writer) => keepFile({ ...asker, writer }, { number, file: { kind, ...kept, name, mediaType: type.mediaType, alternative: input.alternative, consent: kind === 'photo' ? input.consent : null, width: picture?.value.width ?? null, height: picture?.value.height ?? null } }), { language: asker.language })
  return see(changePath(number), 'participation_notice_event_file')
}
