// Where a colleague begins: which door the words came by, what waits to be looked at, what came last.
import { dayIn } from '#kernel/day.ts'
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { Card } from '#ui/parts/card.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { Grid, PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { Table } from '#ui/parts/table.tsx'
import { conversationPath, type ConversationLine, draftPath, type DraftLine, letterPath, newFilePath, type Paper, paperPath, portalPath, sheetsPath } from '../rules.ts'
import { sayDraftKind } from './words.ts'

type Shown = { readonly language: Language; readonly drafts: readonly DraftLine[]; readonly papers: readonly Paper[]; readonly conversations: readonly ConversationLine[] }

export const intakeScreen = ({ language, drafts, papers, conversations }: Shown): Screen => {
  const say = speak(language)
  const unchecked = papers.filter(({ checkedAt }) => checkedAt === null)
  return {
    kind: 'screen', title: say.participation_intake_title(), says: say.participation_intake_says(), crumbs: [{ name: say.participation_hub_crumb(), path: '/participation' }],
    body: (
      <>
        <PageHeading title={say.participation_intake_title()} lead={say.participation_intake_says()} />
        <Grid least="wide">
          <Card name={say.participation_intake_paper_title()} href={toHref(language, paperPath)} says={say.participation_intake_paper_says()} />
          <Card name={say.participation_intake_sheets_title()} href={toHref(language, sheetsPath)} says={say.participation_intake_sheets_says()} />
          <Card name={say.participation_intake_kind_table()} href={toHref(language, newFilePath('table'))} says={say.participation_intake_table_says()} />
          <Card name={say.participation_intake_portal_title()} href={toHref(language, portalPath)} says={say.participation_intake_portal_says()} />
          <Card name={say.participation_intake_kind_decidim()} href={toHref(language, newFilePath('decidim'))} says={say.participation_intake_decidim_says()} />
          <Card name={say.participation_intake_kind_polis()} href={toHref(language, newFilePath('polis'))} says={say.participation_intake_polis_says()} />
        </Grid>
        <Section id="unchecked" title={say.participation_intake_unchecked()}>
          {unchecked.length === 0 ? <p>{say.participation_intake_none_unchecked()}</p>
            : <LinkList links={unchecked.map((paper) => ({ name: `${paper.number} ${paper.title}`, href: toHref(language, letterPath(paper.number)), note: say.participation_intake_typed_on({ day: sayCivilDate(dayIn(paper.typedAt), language) }) }))} />}
        </Section>
        <Section id="files" title={say.participation_intake_files()}>
          {drafts.length === 0 ? <EmptyState title={say.participation_intake_no_files()} why={say.participation_intake_no_files_why()} level={3} /> : (
            <Table
              language={language} id="drafts" caption={say.participation_intake_files()} captionIs="hidden" phone="stack"
              columns={[{ name: say.participation_intake_file() }, { name: say.participation_intake_kind() }, { name: say.participation_intake_brought() }, { name: say.participation_intake_what_became() }]}
              rows={drafts.map((draft) => ({ cells: [
                <a class="ds-link" href={toHref(language, draftPath(draft.id))}>{draft.fileName}</a>, sayDraftKind(draft.kind, language), sayCivilDate(dayIn(draft.madeAt), language),
                draft.state === 'open' ? say.participation_intake_waits_for_you() : say.participation_intake_taken({ taken: draft.taken ?? 0, already: draft.already ?? 0 }),
              ] }))}
            />
          )}
        </Section>
        {conversations.length === 0 ? null : (
          <Section id="conversations" title={say.participation_intake_conversations()}>
            <LinkList links={conversations.map(({ id, topic, statements, votes, voters }) => ({ name: topic, href: toHref(language, conversationPath(id)), note: say.participation_intake_conversation_line({ statements, votes, voters }) }))} />
          </Section>
        )}
      </>
    ),
  }
}
