// What correspondence keeps of a person, and how long a raw letter is kept.
import { getContact } from '#areas/people/contacts/read.ts'
import type { PersonalPart, RetentionPart } from '#areas/people/privacy/read/parts.ts'
import { dropSources } from '#areas/participation/proposals/write/erasure.ts'
import { countOldMails, emptyMails, listMailFilesNeeded, listMailOf, listOldMails, listPartsOf } from '../write/erasure.ts'

export const mailPart: PersonalPart = {
  name: 'participation.correspondence', title: { bg: 'Писма от вас по електронната поща', en: 'Letters you sent by e-mail' },
  gather: async (reader, contact) => {
    const mails = await listMailOf(reader, { contact, email: (await getContact(reader, contact))?.email ?? null })
    const parts = await listPartsOf(reader, mails.map(({ id }) => id))
    return {
      tables: [{ name: 'letters', rows: mails.map(({ id: _, raw: __, ...row }) => row) }],
      files: [...mails.map(({ raw, arrivedAt }) => ({ name: `${arrivedAt.toISOString().slice(0, 10)}.eml`, sha256: raw })), ...parts.map(({ name, sha256 }) => ({ name: name || 'attachment', sha256 }))],
    }
  },
  erase: async (writer, { contact, email, now }) => {
    const mails = await listMailOf(writer.reader, { contact, email })
    const files = await emptyMails(writer, { mails, now })
    await dropSources(writer, files)
    return { erased: mails.length, kept: 0, files }
  },
  needs: listMailFilesNeeded,
}
export const mailRetention: readonly RetentionPart[] = [{
  kind: 'participation.rawMail', title: { bg: 'Сурови писма по електронната поща', en: 'Raw letters by e-mail' }, days: 180,
  why: { bg: 'За да може текстът да се сравни с полученото, докато се отговаря; предложението остава.', en: 'So that the text can be compared with what came while it is being answered; the proposal stays.' },
  count: countOldMails,
  clear: async (writer, { olderThan, now }) => {
    const mails = await listOldMails(writer.reader, olderThan)
    const files = await emptyMails(writer, { mails, now })
    await dropSources(writer, files)
    return { cleared: mails.length, files }
  },
}]
