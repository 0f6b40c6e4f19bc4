// The pages of texts, for those who prepare consultations. Importing reads a file and is a command of the web door.
import { dayIn } from '#kernel/day.ts'
import { notFound } from '#kernel/answer.ts'
import { speak } from '#kernel/speak.ts'
import { page, type ReadVisit } from '#store/visit.ts'
import { toHref } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { getSettings } from '#areas/people/settings/read.ts'
import { editBlockForm, editTextForm, newTextForm, previewForm, successorsForm } from './forms.ts'
import { findText, listBlocks, listSuccessors, listTexts, listTextVersions } from './read.ts'
import { editTextPath, previewPath, textFilePath, textHelpPath, textPath, textsPath, toMarkdown, exampleFilePath, type Text } from './rules.ts'
import { cutIntoBlocks } from './rules/cut.ts'
import { exampleText, exampleTitle } from './rules/example.ts'
import { clearSuccessors, nameSuccessors, saveBlock, saveText, settlePreview } from './write.ts'
import { toTextDocument } from './views/document.ts'
import { newTextScreen, textHelpScreen, textsScreen } from './views/list.tsx'
import { editScreen, previewScreen, textChangesScreen, textScreen } from './views/text.tsx'

const write = permissions['participation.processes']
const toNumber = (typed: string | undefined): number => (/^[1-9]\d{0,8}$/.test(typed ?? '') ? Number(typed) : 0)
const one = (path: string): string => path.replace('/0', '/:number')
const found = async ({ reader }: Pick<ReadVisit, 'reader'>, typed: string | undefined) => {
  const text = await findText(reader, { number: toNumber(typed) })
  return text && { text, blocks: await listBlocks(reader, { text: text.id, version: text.version }) }
}
const document = async ({ reader }: ReadVisit, { text, blocks }: { readonly text: Text; readonly blocks: Awaited<ReturnType<typeof listBlocks>> }) => {
  const say = speak(text.language), { body } = await getSettings(reader), day = dayIn(text.changedAt)
  return toTextDocument({ language: text.language, kicker: say.participation_text_kicker({ version: text.version }), title: text.title[text.language], subtitle: '', says: text.title[text.language], body: body.name[text.language], asOf: { day, words: sayCivilDate(day, text.language) }, address: toHref(text.language, textPath(text.number)), blocks })
}
export const newTextPage = page({ path: `${textsPath}/new`, may: write, get: ({ language }, asked) => newTextScreen({ language, asked }), accepts: newTextForm })
export const pages = [
  page({ path: textsPath, may: write, get: async ({ reader, language }) => textsScreen({ language, texts: await listTexts(reader) }) }),
  page({ path: textHelpPath, may: write, get: ({ language }) => textHelpScreen({ language }) }),
  page({ path: exampleFilePath('md'), may: write, languageFree: true, get: () => ({ kind: 'file', mediaType: 'text/markdown; charset=utf-8', name: 'posoka-example.md', bytes: exampleText }) }),
  page({
    path: exampleFilePath('docx'), may: write, languageFree: true,
    get: () => ({ kind: 'document', name: 'posoka-example', format: 'docx', document: toTextDocument({ language: 'bg', kicker: 'Posoka', title: exampleTitle.bg, subtitle: '', says: exampleTitle.bg, body: '', asOf: { day: '2026-01-01', words: '' }, address: toHref('bg', textHelpPath), blocks: cutIntoBlocks(exampleText).map((block, index) => ({ ...block, block: index + 1 })) }) }),
  }),
  page({
    path: one(textPath(0)), may: write,
    get: async (visit, asked) => {
      const it = await found(visit, asked.params.number)
      if (it === undefined) return notFound
      if (it.text.state === 'preview') return { kind: 'see', path: previewPath(it.text.number) }
      return textScreen({ language: visit.language, ...it, versions: await listTextVersions(visit.reader, it.text.id) })
    },
  }),
  page({
    path: one(previewPath(0)), may: write,
    get: async (visit, asked) => { const it = await found(visit, asked.params.number); return it === undefined ? notFound : it.text.state === 'current' ? { kind: 'see', path: textPath(it.text.number) } : previewScreen({ language: visit.language, ...it }) },
    accepts: previewForm, post: (visit, does, asked) => settlePreview(visit, { number: toNumber(asked.params.number), does }),
  }),
  page({
    path: one(editTextPath(0)), may: write,
    get: async (visit, asked) => { const it = await found(visit, asked.params.number); return it === undefined ? notFound : editScreen({ language: visit.language, ...it, asked, block: null }) },
    accepts: editTextForm, post: (visit, value, asked) => saveText(visit, { number: toNumber(asked.params.number), ...value }),
  }),
  page({
    path: `${one(textPath(0))}/blocks/:block`, may: write,
    get: async (visit, asked) => {
      const it = await found(visit, asked.params.number), block = it?.blocks.find((each) => each.block === toNumber(asked.params.block))
      return it === undefined || block === undefined ? notFound : editScreen({ language: visit.language, ...it, asked, block })
    },
    accepts: editBlockForm, post: (visit, value, asked) => saveBlock(visit, { number: toNumber(asked.params.number), block: toNumber(asked.params.block), ...value }),
  }),
  page({
    path: `${one(textPath(0))}/changes/:from`, may: write,
    get: async (visit, asked) => {
      const it = await found(visit, asked.params.number), from = toNumber(asked.params.from)
      if (it === undefined || from === 0 || from >= it.text.version) return notFound
      const [before, successors] = await Promise.all([listBlocks(visit.reader, { text: it.text.id, version: from }), listSuccessors(visit.reader, it.text.id)])
      const now = new Map(it.blocks.map((block) => [block.block, block])), old = new Set(before.map(({ block }) => block))
      const changes = before.flatMap((block) => { const after = now.get(block.block) ?? null; return after?.hash === block.hash ? [] : [{ before: block, after, named: successors.filter((each) => each.block === block.block).map(({ successor }) => successor) }] })
      return textChangesScreen({ language: visit.language, text: it.text, from, changes, added: it.blocks.filter(({ block }) => !old.has(block)), asked })
    },
    accepts: successorsForm,
    post: async (visit, named, asked) => {
      const it = await found({ reader: visit.writer.reader }, asked.params.number)
      if (it === undefined) return notFound
      const there = new Set(it.blocks.map(({ block }) => block))
      const unknown = named.flatMap(({ block, successors }) => successors.filter(({ successor }) => !there.has(successor)).map(({ successor }) => ({ field: `goes_on_${block}`, text: { bg: `В последната версия няма точка ${successor}.`, en: `There is no block ${successor} in the newest version.` } })))
      if (unknown.length > 0) return { kind: 'problems', problems: unknown }
      for (const { block, successors } of named) await (successors.length === 0 ? clearSuccessors(visit, { text: it.text.id, block }) : nameSuccessors(visit, { text: it.text.id, successors }))
      return { kind: 'see', path: textPath(it.text.number), notice: 'participation_notice_successors' }
    },
  }),
  page({
    path: one(textFilePath({ number: 0, format: 'md' })), may: write,
    get: async (visit, asked) => { const it = await found(visit, asked.params.number); return it === undefined ? notFound : { kind: 'file', mediaType: 'text/markdown; charset=utf-8', name: `posoka-text-${it.text.number}.md`, bytes: `${toMarkdown(it.blocks)}\n` } },
  }),
  page({
    path: one(textFilePath({ number: 0, format: 'docx' })), may: write,
    get: async (visit, asked) => { const it = await found(visit, asked.params.number); return it === undefined ? notFound : { kind: 'document', name: `posoka-text-${it.text.number}`, format: 'docx', document: await document(visit, it) } },
  }),
]
