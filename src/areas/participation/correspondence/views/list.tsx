// The letters that came by e-mail: what became of each, and which wait for a person.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { ButtonLink } from '#ui/parts/button.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { PageHeading } from '#ui/parts/layout.tsx'
import { Pagination } from '#ui/parts/pagination.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Tabs } from '#ui/parts/tabs.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import type { MailReason, MailState } from '../rules/mail.ts'
import { letterPath, mailPath, uploadPath } from '../rules/paths.ts'
import { sayMoment, sayReason, sayState } from './words.ts'

export type MailLine = { readonly id: string; readonly subject: string; readonly fromEmail: string | null; readonly fromName: string; readonly arrivedAt: Date; readonly state: MailState; readonly reason: MailReason | null; readonly number: string | null; readonly path: string | null }
type Listed = { readonly language: Language; readonly mails: readonly MailLine[]; readonly counts: Readonly<Record<MailState, number>>; readonly state: MailState | null; readonly page: number; readonly pages: number; readonly address: string | null }
const order: readonly MailState[] = ['waiting', 'unreadable', 'contribution', 'attached', 'ignored', 'settled', 'stored']
const tone = (state: MailState) => (state === 'waiting' || state === 'unreadable' ? 'warning' : state === 'contribution' || state === 'attached' ? 'success' : 'neutral')

export const mailScreen = ({ language, mails, counts, state, page, pages, address }: Listed): Screen => {
  const say = speak(language)
  const all = order.reduce((sum, each) => sum + counts[each], 0)
  const at = (wanted: MailState | null): string => toHref(language, wanted === null ? mailPath : `${mailPath}?state=${wanted}`)
  return {
    kind: 'screen', title: say.participation_mail_title(), says: say.participation_mail_says(), crumbs: [{ name: say.participation_hub_crumb(), path: '/participation' }],
    body: (
      <>
        <PageHeading title={say.participation_mail_title()} lead={address === null ? say.participation_mail_says() : say.participation_mail_says_address({ address })} />
        <p><ButtonLink look="secondary" href={toHref(language, uploadPath)}>{say.participation_mail_upload()}</ButtonLink></p>
        {all === 0 ? (
          <EmptyState title={say.participation_mail_none()} why={address === null ? say.participation_mail_none_why() : say.participation_mail_none_yet({ address })} level={2}>
            {address === null ? <a class="ds-link" href={toHref(language, '/people/settings/mailbox')}>{say.participation_mail_set_up()}</a> : null}
          </EmptyState>
        ) : (
          <>
            <Tabs label={say.participation_mail_became()} current={at(state)} tabs={[
              { name: say.participation_mail_all(), href: at(null), count: String(all) },
              ...order.filter((each) => counts[each] > 0 || each === state).map((each) => ({ name: sayState(each, language), href: at(each), count: String(counts[each]) })),
            ]} />
            <Table language={language} id="mail" caption={say.participation_mail_title()} captionIs="hidden" phone="stack" empty={say.participation_mail_none_here()}
              columns={[{ name: say.participation_mail_subject() }, { name: say.participation_mail_from() }, { name: say.participation_mail_arrived() }, { name: say.participation_mail_became() }]}
              rows={mails.map((mail) => ({ cells: [
                <a class="ds-link" href={toHref(language, letterPath(mail.id))}>{mail.subject || say.participation_mail_no_subject()}</a>,
                mail.fromName || mail.fromEmail || '–', sayMoment(mail.arrivedAt, language),
                <span>
                  <Tag tone={tone(mail.state)}>{sayState(mail.state, language)}</Tag>{' '}
                  {mail.number !== null && mail.path !== null ? <a class="ds-link" href={toHref(language, mail.path)}>{mail.number}</a> : mail.reason === null ? null : sayReason(mail.reason, language)}
                </span>,
              ] }))} />
            {pages < 2 ? null : <Pagination language={language} page={page} pages={pages} toPage={(n) => `${at(state)}${state === null ? '?' : '&'}page=${n}`} />}
          </>
        )}
      </>
    ),
  }
}
