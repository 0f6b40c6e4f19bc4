// The current-state report on the web: its editions, one chapter at a time, and for its authors the live draft, texts and publication.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Document } from '#kernel/document.ts'
import { numberBlocks } from '#kernel/document.ts'
import type { Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { sizeAbout } from '#ui/documents/size.ts'
import { type DocumentChapter, DocumentView, listChapters } from '#ui/documents/web.tsx'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Details } from '#ui/parts/details.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Table } from '#ui/parts/table.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { reportPath } from '#areas/evidence/indicators/rules/report.ts'
import { strategyCrumb } from '#areas/strategy/findings/views/list.tsx'
import { type Changed, type ChapterName, type ChapterText, currentStatePath, draftChapterPath, draftPath, type Edition, editionChapterPath, editionFilePath, editionPath, figuresFilePath, isChapter, paragraphsOf, publishPath, textPath, type Texts } from '../rules.ts'
import { sayChapter } from './words.ts'

const dayOf = (at: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Sofia' }).format(at)
const stateCrumb = (language: Language) => ({ name: speak(language).strategy_state_title(), path: currentStatePath })
const fileLinks = ({ language, edition, document }: { readonly language: Language; readonly edition: number; readonly document: Document }) => {
  const say = speak(language)
  const numbers = [...numberBlocks(document.blocks).values()]
  const figures = numbers.filter(({ figure }) => figure !== null).length, tables = numbers.length
  return [
    ...(['pdf', 'docx'] as const).map((format) => ({ name: format === 'pdf' ? say.evidence_report_pdf() : say.evidence_report_docx(), href: toHref(language, editionFilePath(edition, format)), note: say.evidence_report_size({ size: sayNumber(sizeAbout(format, { figures, tables }) / 1e6, language, 1) }) })),
    { name: say.strategy_state_figures_file(), href: figuresFilePath(edition) },
  ]
}
const EditionTable = ({ language, editions }: { readonly language: Language; readonly editions: readonly Edition[] }) => {
  const say = speak(language)
  return (
    <Table language={language} id="editions" caption={say.strategy_state_editions()} captionIs="hidden" phone="stack" columns={[{ name: say.strategy_state_edition() }, { name: say.strategy_state_published() }, { name: say.strategy_state_data_as_of() }, { name: say.strategy_state_why() }]}
      rows={editions.map((one) => ({ cells: [<a class="ds-link" href={toHref(language, editionPath(one.number))}>{say.strategy_state_edition_number({ number: String(one.number) })}</a>, sayCivilDate(dayOf(one.publishedAt), language), sayCivilDate(one.asOf, language), one.why || '–'] }))} />
  )
}
export type StateListShown = { readonly language: Language; readonly editions: readonly Edition[]; readonly home: string; readonly mayWrite: 'yes' | 'no' }
/** Without an edition the page says so and leads to what there is: the profile, and for its authors the draft. */
export const noEditionScreen = ({ language, home, mayWrite }: StateListShown): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.strategy_state_title(), says: say.strategy_state_lead(), crumbs: [strategyCrumb(language)],
    body: (
      <>
        <PageHeading title={say.strategy_state_title()} lead={say.strategy_state_lead()} />
        <EmptyState title={say.strategy_state_empty()} why={say.strategy_state_empty_why()} />
        <Buttons>
          {mayWrite === 'yes' ? <ButtonLink href={toHref(language, draftPath)}>{say.strategy_state_draft()}</ButtonLink> : null}
          <ButtonLink look={mayWrite === 'yes' ? 'secondary' : 'primary'} href={toHref(language, reportPath(home))}>{say.strategy_state_profile()}</ButtonLink>
        </Buttons>
      </>
    ),
  }
}
type EditionShown = { readonly language: Language; readonly edition: Edition; readonly newest: Edition; readonly editions: readonly Edition[]; readonly document: Document; readonly chapter: DocumentChapter; readonly mayWrite: 'yes' | 'no' }
export const editionScreen = ({ language, edition, newest, editions, document, chapter, mayWrite }: EditionShown): Screen => {
  const say = speak(language)
  const isFirst = listChapters(document)[0] === chapter
  return {
    kind: 'screen', title: isFirst ? say.strategy_state_edition_title({ number: String(edition.number) }) : `${chapter.text} · ${say.strategy_state_title()}`, says: document.says, crumbs: [strategyCrumb(language), ...(isFirst ? [] : [stateCrumb(language)])],
    body: (
      <>
        {edition.number === newest.number ? null : <Notice language={language} tone="warning" title={say.strategy_state_superseded()}><p><a class="ds-link" href={toHref(language, editionPath(newest.number))}>{say.strategy_state_newest({ number: String(newest.number) })}</a></p></Notice>}
        {mayWrite === 'no' || !isFirst ? null : <Buttons><ButtonLink look="secondary" href={toHref(language, draftPath)}>{say.strategy_state_draft()}</ButtonLink></Buttons>}
        <DocumentView document={document} chapter={chapter} toChapter={(id) => toHref(language, editionChapterPath(edition.number, id))}>
          <p class="p-note">{say.strategy_state_frozen({ number: String(edition.number), day: sayCivilDate(dayOf(edition.publishedAt), language) })}</p>
          <LinkList links={fileLinks({ language, edition: edition.number, document })} />
          {editions.length < 2 ? null : <Details summary={say.strategy_state_editions()}><EditionTable language={language} editions={editions} /></Details>}
        </DocumentView>
      </>
    ),
  }
}
type DraftShown = { readonly language: Language; readonly document: Document; readonly chapter: DocumentChapter }
export const draftScreen = ({ language, document, chapter }: DraftShown): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: `${say.strategy_state_draft()}: ${chapter.text}`, says: document.says, crumbs: [strategyCrumb(language), stateCrumb(language)],
    body: (
      <>
        <Notice language={language} tone="info" title={say.strategy_state_draft()}><p>{say.strategy_state_draft_says()}</p></Notice>
        <Buttons>
          {isChapter(chapter.id) ? <ButtonLink href={toHref(language, textPath(chapter.id))}>{say.strategy_state_write({ chapter: chapter.text })}</ButtonLink> : null}
          <ButtonLink look="secondary" href={toHref(language, publishPath)}>{say.strategy_state_publish()}</ButtonLink>
        </Buttons>
        <DocumentView document={document} chapter={chapter} toChapter={(id) => toHref(language, draftChapterPath(id))} />
      </>
    ),
  }
}
type TextShown = { readonly language: Language; readonly asked: Asked; readonly chapter: ChapterName; readonly versions: readonly ChapterText[] }
export const textScreen = ({ language, asked, chapter, versions }: TextShown): Screen => {
  const say = speak(language)
  const [newest] = versions
  const wanted = versions.find(({ version }) => String(version) === asked.query.get('version')) ?? newest
  const field = (name: 'text_bg' | 'text_en') => ({ language, name, value: asked.problems.length > 0 ? typedOne(asked.typed, name) : (wanted?.text[name === 'text_bg' ? 'bg' : 'en'] ?? ''), error: errorOf({ problems: asked.problems, field: name, language }) })
  const title = say.strategy_state_write({ chapter: sayChapter(chapter, language) })
  return {
    kind: 'screen', title, says: say.strategy_state_text_lead(), crumbs: [strategyCrumb(language), stateCrumb(language)],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={title} lead={say.strategy_state_text_lead()} />
        {wanted === undefined || wanted === newest ? null : <Notice language={language} tone="info" title={say.strategy_history_version({ version: String(wanted.version) })}><p>{say.strategy_state_text_earlier()}</p></Notice>}
        <Form action={toHref(language, textPath(chapter))}>
          <Textarea optional rows={10} limit={8000} label={say.strategy_state_text_bg()} help={say.strategy_state_text_help()} {...field('text_bg')} />
          <Textarea optional rows={10} limit={8000} label={say.strategy_state_text_en()} {...field('text_en')} />
          <Buttons><Button>{say.strategy_state_text_save()}</Button><ButtonLink look="quiet" href={toHref(language, draftChapterPath(chapter))}>{say.strategy_back()}</ButtonLink></Buttons>
        </Form>
        {versions.length < 2 ? null : (
          <Section id="history" title={say.strategy_history_title()}>
            <LinkList links={versions.map((one) => ({ name: say.strategy_history_version({ version: String(one.version) }), href: toHref(language, `${textPath(chapter)}?version=${one.version}`), says: `${paragraphsOf(one.text[language])[0] ?? '–'}`.slice(0, 160), note: sayCivilDate(dayOf(one.savedAt), language) }))} />
          </Section>
        )}
      </>
    ),
  }
}
type PublishShown = { readonly language: Language; readonly asked: Asked; readonly document: Document; readonly texts: Texts; readonly half: readonly ChapterName[]; readonly before: Edition | null; readonly changes: readonly Changed[] }
export const publishScreen = ({ language, asked, document, texts, half, before, changes }: PublishShown): Screen => {
  const say = speak(language)
  const numbers = [...numberBlocks(document.blocks).values()]
  const sayChange = { changed: say.strategy_state_is_changed, new: say.strategy_state_is_new, gone: say.strategy_state_is_gone }
  return {
    kind: 'screen', title: say.strategy_state_publish(), says: say.strategy_state_publish_lead(), crumbs: [strategyCrumb(language), stateCrumb(language)],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.strategy_state_publish()} lead={say.strategy_state_publish_lead()} />
        <p>{say.strategy_state_publish_holds({ figures: numbers.filter(({ figure }) => figure !== null).length, tables: numbers.length, chapters: String(listChapters(document).length), texts: String(texts.size) })}</p>
        {half.length === 0 ? null : <Notice language={language} tone="warning" title={say.strategy_state_half()}><p>{half.map((one) => sayChapter(one, language)).join(', ')}</p></Notice>}
        {before === null ? null : (
          <Section id="changes" title={say.strategy_state_changes({ number: String(before.number) })} aside={String(changes.length)}>
            {changes.length === 0 ? <p>{say.strategy_state_no_changes()}</p> : <ul>{changes.map((one) => <li>{sayChange[one.is]()}: {one.heading}</li>)}</ul>}
          </Section>
        )}
        <Form action={toHref(language, publishPath)}>
          <TextField optional={before === null ? true : undefined} language={language} name="why" label={before === null ? say.strategy_state_why_first() : say.strategy_state_why()} value={typedOne(asked.typed, 'why')} error={errorOf({ problems: asked.problems, field: 'why', language })} />
          <Buttons><Button>{say.strategy_state_publish_button()}</Button><ButtonLink look="quiet" href={toHref(language, draftPath)}>{say.strategy_back()}</ButtonLink></Buttons>
        </Form>
      </>
    ),
  }
}
