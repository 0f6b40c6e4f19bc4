// Asking for the link to one's own page: known and unknown addresses get the same page after the same time.
import { setTimeout as pause } from 'node:timers/promises'
import { countRecentLinks, findContactByEmail } from '#areas/people/contacts/read.ts'
import { emailKey, linkMinutes } from '#areas/people/contacts/rules.ts'
import { makeLink } from '#areas/people/contacts/write.ts'
import { getLetterFrom } from '#areas/people/settings/read.ts'
import { type PostAnswer, see } from '#kernel/answer.ts'
import { postLetter } from '#store/outbox.ts'
import type { Store } from '#store/store.ts'
import type { MineRequest } from '../forms.ts'
import { minePath } from '../rules.ts'
import { mineLetter } from '../rules/letters.ts'

type Desk = { readonly origin: string; readonly answerMs?: number }
/** Longer than the work takes. */
const answerMs = 350
const mostAnHour = 5

export const askMine = async ({ origin, answerMs: ms = answerMs }: Desk, { store, now }: { readonly store: Pick<Store, 'writing'>; readonly now: Date }, { email }: MineRequest): Promise<PostAnswer> => {
  const end = performance.now() + ms
  try {
    await store.writing(async (writer) => {
      const contact = await findContactByEmail(writer.reader, emailKey(email))
      if (contact?.email == null || (await countRecentLinks(writer.reader, { contact: contact.id, since: new Date(now.getTime() - 3_600_000) })) >= mostAnHour) return
      const { secret } = await makeLink(writer, { purpose: 'mine', contact: contact.id, about: null, lastsMinutes: linkMinutes.mine, now })
      const { name, language } = contact
      await postLetter(writer, mineLetter({ to: { email: contact.email, language, name }, from: await getLetterFrom(writer.reader, { origin }), key: `participation.mine:${contact.id}:${secret.slice(0, 8)}`, secret }))
    })
    return see(`${minePath}/sent`)
  } finally { await pause(Math.max(0, end - performance.now())) }
}
