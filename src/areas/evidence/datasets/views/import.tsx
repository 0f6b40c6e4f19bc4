// Bringing data in: a button that fetches from the source, and a form for a file. What the checks found stands on the vintage's page.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { nutsVersions } from '#kernel/region.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button } from '#ui/parts/button.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { FileUpload } from '#ui/parts/file-upload.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import type { Dataset } from '../rules.ts'
import { datasetPath, importPath } from '../rules.ts'

type Shown = { readonly language: Language; readonly dataset: Dataset; readonly asked: Asked }

export const importScreen = ({ language, dataset, asked }: Shown): Screen => {
  const say = speak(language)
  const { problems, typed } = asked
  const action = toHref(language, importPath(dataset.code))
  const error = (field: string) => errorOf({ problems, field, language })
  const title = say.evidence_import_title({ dataset: dataset.code })
  return {
    kind: 'screen', title, says: say.evidence_import_lead(),
    crumbs: [{ name: say.evidence_datasets_title(), path: '/evidence/datasets' }, { name: dataset.code, path: datasetPath(dataset.code) }],
    body: (
      <>
        <PageHeading kicker={dataset.title[language]} title={title} lead={say.evidence_import_lead()} />
        <ErrorSummary language={language} problems={problems} />
        <Section id="fetch" title={say.evidence_import_fetch_title()}>
          {dataset.download === null ? <p>{say.evidence_import_fetch_none()} <a class="ds-link" href={dataset.address}>{dataset.address}</a></p> : (
            <>
              <p>{say.evidence_import_fetch_says({ address: new URL(dataset.download).host })}</p>
              <Form action={action} hidden={[{ name: 'what', value: 'fetch' }]}><p><Button>{say.evidence_import_fetch_button()}</Button></p></Form>
            </>
          )}
        </Section>
        <Section id="file" title={say.evidence_import_file_title()}>
          <Form action={action} carries="files" hidden={[{ name: 'what', value: 'file' }]}>
            <FileUpload language={language} name="file" label={say.evidence_import_file()} kinds={say.evidence_import_file_kinds()} most="64 MB" error={error('file')} />
            <Select
              language={language} name="nuts" label={say.evidence_import_nuts()} help={say.evidence_import_nuts_help()} optional blank={say.evidence_import_nuts_blank()}
              value={typedOne(typed, 'nuts')} options={nutsVersions.toReversed().map((version) => ({ value: version, name: version }))} error={error('nuts')}
            />
            <TextField language={language} name="as_of" label={say.evidence_import_as_of()} help={say.evidence_import_as_of_help()} optional width="short" value={typedOne(typed, 'as_of')} error={error('as_of')} />
            <p><Button>{say.evidence_import_button()}</Button></p>
          </Form>
        </Section>
      </>
    ),
  }
}
