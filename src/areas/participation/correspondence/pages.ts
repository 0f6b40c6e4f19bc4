// The pages about letters that came by e-mail, for those who may see them as received. Deciding and uploading are commands of the web door.
import { notFound } from '#kernel/answer.ts'
import { speak } from '#kernel/speak.ts'
import { page, type Page, type ReadVisit, type WaitingOf } from '#store/visit.ts'
import { listNames } from '#areas/people/accounts/read.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { getMailbox } from '#areas/people/settings/read.ts'
import { findWhole } from '#areas/participation/proposals/read.ts'
import { contributionPath } from '#areas/participation/proposals/rules.ts'
import { decisionForm, uploadForm } from './forms.ts'
import { countMail, findMail, listMail, listNumbers, listParts } from './read.ts'
import { isGone, isMailState } from './rules/mail.ts'
import { letterPath, mailPath, uploadPath } from './rules/paths.ts'
import { letterScreen } from './views/letter.tsx'
import { mailScreen } from './views/list.tsx'
import { uploadScreen } from './views/upload.tsx'

const may = permissions['participation.raw']
const perPage = 50

export const mailPage = page({
  path: mailPath, may,
  get: async ({ reader, language }, asked) => {
    const wanted = asked.query.get('state') ?? ''
    const state = isMailState(wanted) ? wanted : null
    const counts = await countMail(reader)
    const total = state === null ? Object.values(counts).reduce((sum, n) => sum + n, 0) : counts[state]
    const pages = Math.max(1, Math.ceil(total / perPage))
    const at = Math.min(pages, Math.max(1, Number.parseInt(asked.query.get('page') ?? '1', 10) || 1))
    const [mails, mailbox] = await Promise.all([listMail(reader, { state, limit: perPage, offset: (at - 1) * perPage }), getMailbox(reader)])
    const numbers = await listNumbers(reader, mails.flatMap(({ contribution }) => contribution ?? []))
    return mailScreen({ language, counts, state, page: at, pages, address: mailbox.address || null, mails: mails.map((mail) => {
      const number = mail.contribution === null ? null : (numbers.get(mail.contribution) ?? null)
      return { ...mail, number, path: number === null ? null : contributionPath(number) }
    }) })
  },
})
const shown = async (visit: ReadVisit, id: string) => {
  const mail = await findMail(visit.reader, id)
  if (mail === undefined) return undefined
  const [parts, whole, names] = await Promise.all([
    listParts(visit.reader, mail.id), mail.contribution === null ? undefined : findWhole(visit.reader, mail.contribution),
    mail.settledBy === null ? undefined : listNames(visit.reader, { ids: [mail.settledBy] }),
  ])
  return { mail, parts, number: whole?.number ?? null, path: whole === undefined ? null : contributionPath(whole.number), settledBy: mail.settledBy === null ? null : (names?.get(mail.settledBy) ?? null) }
}
export const letterPage = page({
  path: letterPath(':id'), may,
  get: async (visit, asked) => {
    const found = await shown(visit, asked.params.id ?? '')
    return found === undefined ? notFound : letterScreen({ language: visit.language, asked, ...found })
  },
  accepts: decisionForm,
})
export const rawPage = page({
  path: `${letterPath(':id')}/raw`, may,
  get: async ({ reader }, asked) => {
    const mail = await findMail(reader, asked.params.id ?? '')
    if (mail !== undefined && isGone(mail)) return { kind: 'gone' }
    return mail === undefined ? notFound : { kind: 'file', mediaType: 'application/octet-stream', name: `${mail.id}.eml`, bytes: { stored: mail.rawSha256, size: mail.rawSize } }
  },
})
export const partPage = page({
  path: `${letterPath(':id')}/part/:position`, may,
  get: async ({ reader }, asked) => {
    const mail = await findMail(reader, asked.params.id ?? '')
    const part = mail === undefined ? undefined : (await listParts(reader, mail.id)).find(({ position }) => String(position) === asked.params.position)
    return part === undefined ? notFound : { kind: 'file', mediaType: 'application/octet-stream', name: part.name || `${part.position}`, bytes: { stored: part.sha256, size: part.size } }
  },
})
export const uploadPage = page({ path: uploadPath, may, get: ({ language }, asked) => uploadScreen({ language, asked }), accepts: uploadForm })

/** Letters that wait for a person, for the start page. */
export const mailWaiting: WaitingOf = {
  may,
  list: async ({ reader, language }) => {
    const { waiting, unreadable } = await countMail(reader)
    const say = speak(language)
    return [
      ...(waiting === 0 ? [] : [{ name: say.participation_mail_waits({ count: waiting }), path: `${mailPath}?state=waiting` }]),
      ...(unreadable === 0 ? [] : [{ name: say.participation_mail_unreadable_waits({ count: unreadable }), path: `${mailPath}?state=unreadable` }]),
    ]
  },
}
export const pages: readonly Page[] = [mailPage, uploadPage, letterPage, rawPage, partPage]
