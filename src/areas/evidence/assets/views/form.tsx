// The form of an entry, new or changed: one column, what was typed is kept, errors beside the field.
import { type Asked, type Screen, typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Checkbox } from '#ui/parts/choices.tsx'
import { DateField } from '#ui/parts/date-field.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading } from '#ui/parts/layout.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { cellsOfAsset } from '../forms.ts'
import { type Asset, assetKinds, assetPath, assetsPath, changeAssetPath, newAssetPath } from '../rules.ts'
import { kindNames } from '../rules/names.ts'
import { type Place, sayName, underAssets } from './words.ts'

type Shown = { readonly language: Language; readonly asked: Asked; readonly places: readonly Place[]; readonly asset: Asset | null }
const Fields = ({ language, asked, places, asset }: Shown) => {
  const say = speak(language)
  const before: Readonly<Record<string, string>> = asset === null ? {} : { ...cellsOfAsset(asset), contact_is_public: asset.publicContact === '' ? '' : 'yes' }
  const isAgain = asked.typed.text.name_bg !== undefined
  const field = (name: string) => ({ language, name, value: isAgain ? typedOne(asked.typed, name) : (before[name] ?? ''), error: errorOf({ problems: asked.problems, field: name, language }) })
  return (
    <>
      <Select label={say.evidence_asset_kind()} blank={say.evidence_asset_choose()} options={assetKinds.map((kind) => ({ value: kind, name: kindNames[kind][language] }))} {...field('kind')} />
      <TextField label={say.evidence_asset_name_bg()} maxLength={200} {...field('name_bg')} />
      <TextField optional label={say.evidence_asset_name_en()} help={say.evidence_asset_name_en_help()} maxLength={200} {...field('name_en')} />
      <Textarea optional rows={3} limit={2000} label={say.evidence_asset_says_bg()} help={say.evidence_asset_says_help()} {...field('says_bg')} />
      <Textarea optional rows={3} limit={2000} label={say.evidence_asset_says_en()} {...field('says_en')} />
      <Select optional label={say.evidence_asset_municipality()} blank={say.evidence_asset_whole_district()} options={places.map(({ code, name }) => ({ value: code, name: name[language] }))} {...field('municipality')} />
      <TextField optional label={say.evidence_asset_place()} width="half" {...field('place')} />
      <TextField optional label={say.evidence_asset_owner_bg()} help={say.evidence_asset_owner_help()} {...field('owner_bg')} />
      <TextField optional label={say.evidence_asset_owner_en()} {...field('owner_en')} />
      <TextField optional kind="url" label={say.evidence_asset_website()} {...field('website')} />
      <TextField optional label={say.evidence_asset_contact()} help={say.evidence_asset_contact_help()} {...field('public_contact')} />
      <Checkbox optional label={say.evidence_asset_contact_public()} {...field('contact_is_public')} />
      <TextField label={say.evidence_asset_source()} help={say.evidence_asset_source_help()} {...field('source')} />
      <TextField optional kind="url" label={say.evidence_asset_source_address()} {...field('source_address')} />
      <DateField label={say.evidence_asset_as_of()} help={say.evidence_asset_as_of_help()} {...field('as_of')} />
      <Checkbox optional label={say.evidence_asset_illustrative_tick()} {...field('illustrative')} />
      {asset === null ? null : <TextField optional label={say.evidence_asset_change_why()} {...field('why')} />}
    </>
  )
}
export const formScreen = (shown: Shown): Screen => {
  const { language, asked, asset } = shown
  const say = speak(language)
  const title = asset === null ? say.evidence_asset_new() : say.evidence_asset_change_title({ name: sayName(asset, language) })
  // After a conflict the newer version is what the words are saved over, knowingly.
  return {
    kind: 'screen', title, says: say.evidence_asset_says(), crumbs: [...underAssets(language), ...(asset === null ? [] : [{ name: sayName(asset, language), path: assetPath(asset.number) }])],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={title} lead={say.evidence_asset_form_lead()} />
        <Form action={toHref(language, asset === null ? newAssetPath : changeAssetPath(asset.number))} hidden={asset === null ? [] : [{ name: 'version', value: String(asset.version) }]}>
          <Fields {...shown} />
          <Buttons><Button>{say.evidence_asset_save()}</Button><ButtonLink look="quiet" href={toHref(language, asset === null ? assetsPath : assetPath(asset.number))}>{say.people_back()}</ButtonLink></Buttons>
        </Form>
      </>
    ),
  }
}
