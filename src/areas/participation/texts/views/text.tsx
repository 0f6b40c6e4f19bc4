// One text for those who write it: its blocks with their numbers, its versions; the preview of an import; editing the whole or one block.
import { dayIn } from '#kernel/day.ts'
import { typedOne, type Asked, type Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { Button, Buttons, ButtonLink } from '#ui/parts/button.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Textarea } from '#ui/parts/textarea.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { wordDifference } from '../rules/difference.ts'
import { plainOf } from '../rules/plain.ts'
import { editBlockPath, editTextPath, previewPath, textChangesPath, textFilePath, textPath, toMarkdown, type Text, type TextBlock, type TextVersion } from '../rules.ts'
import { BlockView, DifferenceView } from './block.tsx'
import { textsCrumb } from './list.tsx'

type Shown = { readonly language: Language; readonly text: Text; readonly blocks: readonly TextBlock[] }
const kinds = (blocks: readonly TextBlock[], language: Language): string => {
  const say = speak(language), count = (kind: TextBlock['kind']) => blocks.filter((block) => block.kind === kind).length
  return [say.participation_text_headings({ count: count('heading') }), say.participation_text_paragraphs({ count: count('paragraph') }), say.participation_text_lists({ count: count('list') }), say.participation_text_tables({ count: count('table') })].join(' · ')
}
const Blocks = ({ language, text, blocks, edit }: Shown & { readonly edit: 'yes' | 'no' }) => (
  <div class="p-draft" lang={text.language === language ? undefined : text.language}>
    {blocks.map((block) => (
      <div class="p-draft-block" id={`b${block.block}`} data-kind={block.kind}>
        <p class="p-draft-number p-note p-numbers" aria-hidden="true">{block.block}</p>
        <div class="p-draft-words"><BlockView block={block} /></div>
        {edit === 'no' ? null : <p class="p-draft-comment" lang={language}><a class="ds-link" href={toHref(language, editBlockPath({ number: text.number, block: block.block }))}>{speak(language).participation_text_edit_block()}<span class="p-hidden-text"> {block.block}</span></a></p>}
      </div>
    ))}
  </div>
)
export const textScreen = ({ versions, ...shown }: Shown & { readonly versions: readonly TextVersion[] }): Screen => {
  const { language, text, blocks } = shown, say = speak(language), { number } = text
  return {
    kind: 'screen', title: text.title[language], says: say.participation_text_says(), crumbs: [textsCrumb(language)],
    body: (
      <>
        <PageHeading kicker={say.participation_text_kicker({ version: text.version })} title={text.title[language]} lead={kinds(blocks, language)}>
          <Buttons>
            <ButtonLink href={toHref(language, editTextPath(number))}>{say.participation_text_edit()}</ButtonLink>
            <ButtonLink look="secondary" href={toHref(language, `/participation/consultations/new?text=${number}`)}>{say.participation_text_consult()}</ButtonLink>
            <ButtonLink look="quiet" href={toHref(language, textFilePath({ number, format: 'docx' }))}>DOCX</ButtonLink><ButtonLink look="quiet" href={toHref(language, textFilePath({ number, format: 'md' }))}>Markdown</ButtonLink>
          </Buttons>
        </PageHeading>
        <Section id="blocks" title={say.participation_text_blocks()}><Blocks {...shown} edit="yes" /></Section>
        <Section id="versions" title={say.participation_text_versions()}>
          <LinkList links={versions.map(({ version, why, madeAt }) => ({ name: say.participation_text_version_of({ version, day: sayCivilDate(dayIn(madeAt), language) }), href: version === text.version ? toHref(language, textPath(number)) : toHref(language, textChangesPath({ number, from: version })), ...(why === '' ? {} : { says: why }), note: version === text.version ? say.participation_text_newest() : say.participation_text_compare() }))} />
        </Section>
      </>
    ),
  }
}
export const previewScreen = (shown: Shown): Screen => {
  const { language, text, blocks } = shown, say = speak(language)
  return {
    kind: 'screen', title: say.participation_preview_title(), says: say.participation_preview_says(), crumbs: [textsCrumb(language)],
    body: (
      <>
        <PageHeading kicker={say.participation_preview_title()} title={text.title[language]} lead={kinds(blocks, language)} />
        <Notice language={language} tone="info"><p>{say.participation_preview_says()}</p></Notice>
        <Form action={toHref(language, previewPath(text.number))}><Buttons><Button name="does" value="keep">{say.participation_preview_keep()}</Button><Button look="secondary" name="does" value="drop">{say.participation_preview_drop()}</Button></Buttons></Form>
        <Blocks {...shown} edit="no" />
      </>
    ),
  }
}
/** A colleague saved meanwhile: theirs stands above as a change of what was opened, one's own stays in the field. */
const Meanwhile = ({ language, saved, typed }: { readonly language: Language; readonly saved: string; readonly typed: string }) => {
  const say = speak(language)
  return <Notice language={language} tone="warning" title={say.people_settings_meanwhile()}><p>{say.participation_text_meanwhile()}</p><DifferenceView language={language} parts={wordDifference({ before: saved, after: typed })} /></Notice>
}
export const editScreen = ({ language, text, blocks, asked, block }: Shown & { readonly asked: Asked; /** null: the whole text */ readonly block: TextBlock | null }): Screen => {
  const say = speak(language), { number } = text
  const saved: Readonly<Record<string, string>> = { title_bg: text.title.bg, title_en: text.title.en, source: block === null ? toMarkdown(blocks) : block.source, why: '' }
  const isAgain = asked.problems.length > 0, isMeanwhile = isAgain && typedOne(asked.typed, 'began_from') !== String(text.version)
  const field = (name: string) => ({ language, name, value: isAgain ? typedOne(asked.typed, name) : (saved[name] ?? ''), error: errorOf({ problems: asked.problems, field: name, language }) })
  const title = block === null ? say.participation_text_edit() : say.participation_text_edit_block_title({ block: block.block })
  return {
    kind: 'screen', title, says: title, crumbs: [textsCrumb(language), { name: text.title[language], path: textPath(number) }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading kicker={text.title[language]} title={title} lead={block === null ? say.participation_text_edit_says() : say.participation_text_edit_block_says()} />
        {isMeanwhile ? <Meanwhile language={language} saved={saved.source ?? ''} typed={typedOne(asked.typed, 'source')} /> : null}
        <Form action={toHref(language, block === null ? editTextPath(number) : editBlockPath({ number, block: block.block }))} hidden={[{ name: 'began_from', value: String(text.version) }]}>
          {block === null ? <><TextField label={say.participation_text_title_in({ language: say.people_in_bulgarian() })} {...field('title_bg')} /><TextField label={say.participation_text_title_in({ language: say.people_in_english() })} {...field('title_en')} /></> : null}
          <Textarea rows={block === null ? 30 : 10} label={block === null ? say.participation_text_source() : say.participation_text_block_source()} help={say.participation_text_source_help()} {...field('source')} />
          <TextField optional label={say.participation_text_why()} help={say.participation_text_why_help()} {...field('why')} />
          <Buttons><Button>{say.participation_text_save()}</Button><ButtonLink look="quiet" href={toHref(language, textPath(number))}>{say.people_back()}</ButtonLink></Buttons>
        </Form>
      </>
    ),
  }
}
/** What is different between two versions, and the editor's word where the words of a changed block go on. */
export type VersionChange = { readonly before: TextBlock; readonly after: TextBlock | null; readonly named: readonly number[] }
export const textChangesScreen = ({ language, text, from, changes, added, asked }: { readonly language: Language; readonly text: Text; readonly from: number; readonly changes: readonly VersionChange[]; readonly added: readonly TextBlock[]; readonly asked: Asked }): Screen => {
  const say = speak(language), { number } = text, title = say.participation_text_changes_title({ from, to: text.version })
  return {
    kind: 'screen', title, says: title, crumbs: [textsCrumb(language), { name: text.title[language], path: textPath(number) }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading kicker={text.title[language]} title={title} lead={say.participation_text_changes_says()} />
        {changes.length === 0 ? <p>{say.participation_text_changes_none()}</p> : (
          <Form action={toHref(language, textChangesPath({ number, from }))}>
            {changes.map(({ before, after, named }) => (
              <Section id={`b${before.block}`} title={after === null ? say.participation_text_block_gone({ block: before.block }) : say.participation_text_block_changed({ block: before.block })}>
                <DifferenceView language={language} parts={wordDifference({ before: plainOf(before), after: after === null ? '' : plainOf(after) })} />
                <TextField language={language} name={`goes_on_${before.block}`} optional width="half" label={say.participation_text_goes_on()} help={say.participation_text_goes_on_help()} value={asked.problems.length > 0 ? typedOne(asked.typed, `goes_on_${before.block}`) : named.join(', ')} error={errorOf({ problems: asked.problems, field: `goes_on_${before.block}`, language })} />
              </Section>
            ))}
            <Buttons><Button>{say.participation_text_name_successors()}</Button></Buttons>
          </Form>
        )}
        {added.length === 0 ? null : <Section id="new" title={say.participation_text_changes_new()}><div class="p-draft">{added.map((block) => <div class="p-draft-block" data-kind={block.kind}><p class="p-draft-number p-note p-numbers">{block.block}</p><div class="p-draft-words"><BlockView block={block} /></div></div>)}</div></Section>}
      </>
    ),
  }
}
