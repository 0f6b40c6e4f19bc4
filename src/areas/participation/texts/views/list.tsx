// All texts for those who write them; the form of a new one; the help with its example files.
import { dayIn } from '#kernel/day.ts'
import { typedOne, type Asked, type Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { Button, Buttons, ButtonLink } from '#ui/parts/button.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { FileUpload } from '#ui/parts/file-upload.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Radios } from '#ui/parts/choices.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { cutIntoBlocks } from '../rules/cut.ts'
import { exampleFilePath, textHelpPath, textPath, textsPath, type Text } from '../rules.ts'
import { exampleText } from '../rules/example.ts'
import { BlockView } from './block.tsx'

export const textsCrumb = (language: Language) => ({ name: speak(language).participation_texts_title(), path: textsPath })
export const textsScreen = ({ language, texts }: { readonly language: Language; readonly texts: readonly Text[] }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.participation_texts_title(), says: say.participation_texts_says(), crumbs: [{ name: say.participation_title(), path: '/participation' }],
    body: (
      <>
        <PageHeading title={say.participation_texts_title()} lead={say.participation_texts_says()}><Buttons><ButtonLink href={toHref(language, `${textsPath}/new`)}>{say.participation_text_new()}</ButtonLink><ButtonLink look="secondary" href={toHref(language, textHelpPath)}>{say.participation_text_help()}</ButtonLink></Buttons></PageHeading>
        {texts.length === 0 ? <EmptyState title={say.participation_texts_none()} why={say.participation_texts_none_why()} /> : (
          <Table language={language} id="texts" caption={say.participation_texts_title()} captionIs="hidden" phone="stack" columns={[{ name: say.participation_text_title() }, { name: say.participation_text_version() }, { name: say.participation_text_changed() }]}
            rows={texts.map(({ number, title, version, changedAt }) => ({ cells: [<a class="ds-link" href={toHref(language, textPath(number))}>{title[language]}</a>, String(version), sayCivilDate(dayIn(changedAt), language)] }))} />
        )}
      </>
    ),
  }
}
export const newTextScreen = ({ language, asked }: { readonly language: Language; readonly asked: Asked }): Screen => {
  const say = speak(language)
  const field = (name: string) => ({ language, name, value: typedOne(asked.typed, name), error: errorOf({ problems: asked.problems, field: name, language }) })
  return {
    kind: 'screen', title: say.participation_text_new(), says: say.participation_text_new_says(), crumbs: [textsCrumb(language)],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.participation_text_new()} lead={say.participation_text_new_says()} />
        <Form action={toHref(language, `${textsPath}/new`)} carries="files">
          <TextField label={say.participation_text_title_in({ language: say.people_in_bulgarian() })} {...field('title_bg')} />
          <TextField label={say.participation_text_title_in({ language: say.people_in_english() })} {...field('title_en')} />
          <Radios label={say.participation_text_language()} {...field('language')} value={typedOne(asked.typed, 'language') || 'bg'} choices={[{ value: 'bg', name: say.participation_text_in_bulgarian() }, { value: 'en', name: say.participation_text_in_english() }]} />
          <FileUpload language={language} name="file" optional label={say.participation_text_file()} kinds="DOCX, Markdown" most="8 MB" accept=".docx,.md,.txt" error={field('file').error} {...(asked.typed.files.file === undefined ? {} : { help: say.people_file_again() })} />
          <Textarea rows={14} optional label={say.participation_text_source()} help={say.participation_text_source_help()} {...field('source')} />
          <Buttons><Button>{say.participation_text_preview()}</Button><ButtonLink look="quiet" href={toHref(language, textHelpPath)}>{say.participation_text_help()}</ButtonLink></Buttons>
        </Form>
      </>
    ),
  }
}
/** Shows the marks by the example itself: the source and what becomes of it. */
export const textHelpScreen = ({ language }: { readonly language: Language }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.participation_text_help(), says: say.participation_text_help_says(), crumbs: [textsCrumb(language)],
    body: (
      <>
        <PageHeading title={say.participation_text_help()} lead={say.participation_text_help_says()} />
        <ul>{[say.participation_text_help_blocks(), say.participation_text_help_numbers(), say.participation_text_help_word(), say.participation_text_help_lost()].map((line) => <li>{line}</li>)}</ul>
        <LinkList links={(['docx', 'md'] as const).map((format) => ({ name: say.participation_text_example({ format: format === 'md' ? 'Markdown' : 'DOCX' }), href: exampleFilePath(format) }))} />
        <h2>{say.participation_text_help_written()}</h2>
        <pre class="p-source" lang="bg" tabindex={0} role="region" aria-label={say.participation_text_help_written()}>{exampleText}</pre>
        <h2>{say.participation_text_help_read()}</h2>
        <div class="p-draft" lang="bg">{cutIntoBlocks(exampleText).map((block, index) => <div class="p-draft-block" data-kind={block.kind}><p class="p-draft-number p-note p-numbers" aria-hidden="true">{index + 1}</p><div class="p-draft-words"><BlockView block={block} /></div></div>)}</div>
      </>
    ),
  }
}
