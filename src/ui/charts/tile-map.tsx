// The tile map: five classes with their limits, every tile with code, value and name as text, ours framed in green.
// Not a map of borders: places stand about where they lie.
import type { Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { toStandingTable } from './bar-chart.tsx'
import { ChartFigure, ChartSvg, type FigureProps, type FigureWords, type KeySign } from './chart-figure.tsx'
import { type Classes, type ValueClass, toClasses } from './classes.ts'
import { isUnreliable, sayFlags, sayMissing } from './flag-words.ts'
import { type Quantity, sayShort } from './quantity-words.ts'
import type { Paper } from './paper.ts'
import { px } from './px.ts'
import { toSentence } from './sentence.ts'
import type { Standing } from './series.ts'
import { standingNotes } from './standing-notes.ts'
import type { TileLayout } from './tile-layout.ts'
import { type PlacedTile, type TileMapLayout, layTileMap, nameSize } from './tile-map-layout.ts'

export type TileMapProps = FigureWords & {
  readonly quantity: Quantity
  readonly layout: TileLayout
  /** `code` as in the layout; a tile without a standing is drawn as not served */
  readonly standings: readonly Standing[]
  /** four rising limits, each the lowest value of the class above it; quantiles when absent */
  readonly limits?: readonly number[]
}

export const TileMap = (props: TileMapProps) => <ChartFigure {...tileMapFigure(props)} />
export const tileMapFigure = (props: TileMapProps): FigureProps => {
  const { quantity, language, layout, standings } = props
  const say = speak(language)
  const byCode = new Map(standings.map((standing) => [standing.code, standing]))
  const shown = layout.tiles.map((tile): Standing => byCode.get(tile.code) ?? { code: tile.code, name: tile.code, stance: 'other', value: null, flags: '', missing: 'notServed' })
  const values = shown.flatMap((one) => (one.value === null || isUnreliable(one.flags) ? [] : [one.value]))
  const classes = toClasses({ values, quantity, ...(props.limits ? { limits: props.limits } : {}) })
  const holds = shown.some((one) => one.href !== undefined) ? 'links' : 'picture'
  const desc = holds === 'links' ? props.subtitle : `${toSentence(props.subtitle)} ${say.ui_chart_desc_map({ list: shown.map((one) => sayTile(one, quantity, language)).join('; ') })}`
  const draw = (paper: Paper) => {
    const laid = layTileMap({ layout, standings: byCode, limits: classes.limits, quantity, language, paper })
    return (
      <ChartSvg id={props.id} paper={paper} height={laid.height} title={props.heading} desc={desc} holds={holds}>
        <MapDrawing laid={laid} labels={new Map(holds === 'links' ? shown.map((one) => [one.code, sayTile(one, quantity, language)]) : [])} />
      </ChartSvg>
    )
  }
  const without = shown.flatMap((one) => (one.missing === null ? [] : [`${one.name} – ${sayMissing(one.missing, language)}`]))
  return {
    ...props,
    draw, desc,
    remarks: [
      say.ui_chart_note_classes({ how: props.limits ? 'given' : 'quantiles', count: classes.classes.length }),
      ...(without.length > 0 ? [toSentence(say.ui_chart_note_without({ list: without.join('; ') }))] : []),
      ...standingNotes({ standings: shown, language }),
      say.ui_chart_note_schematic(),
    ],
    table: toStandingTable({ caption: props.subtitle, standings: shown, quantity, language }),
    legend: classKey({ classes, quantity, language, tones: { weak: shown.some((one) => one.value !== null && isUnreliable(one.flags)) ? 'yes' : 'no', missing: without.length > 0 ? 'yes' : 'no' } }),
  }
}

/** „Липова 4,0 % (предварителна стойност)“ */
const sayTile = (standing: Standing, quantity: Quantity, language: Language): string => {
  if (standing.missing !== null) return `${standing.name}: ${sayMissing(standing.missing, language)}`
  const value = sayShort({ quantity, value: standing.value, language })
  return standing.flags === '' ? `${standing.name} ${value}` : `${standing.name} ${value} (${sayFlags(standing.flags, language)})`
}

type KeyProps = { readonly classes: Classes; readonly quantity: Quantity; readonly language: Language; readonly tones: { readonly weak: 'yes' | 'no'; readonly missing: 'yes' | 'no' } }
const classKey = ({ classes, quantity, language, tones }: KeyProps): readonly KeySign[] => {
  const say = speak(language)
  const word = (value: number): string => sayNumber(value, language, quantity.decimals)
  const range = (one: ValueClass): string => (one.from === one.to ? word(one.from) : `${word(one.from)}–${word(one.to)}`)
  return [
    ...classes.classes.map((one) => swatch(one.number, range(one))),
    ...(tones.weak === 'yes' ? [swatch('weak', say.ui_chart_key_weak())] : []),
    ...(tones.missing === 'yes' ? [swatch('missing', say.ui_chart_key_missing())] : []),
  ]
}
const swatch = (tone: PlacedTile['tone'], words: string): KeySign =>
  ({ width: 28, height: 16, marks: <rect class={`tile tone-${tone}`} x="0.5" y="0.5" width="27" height="15" />, words })

const MapDrawing = ({ laid, labels }: { readonly laid: TileMapLayout; readonly labels: ReadonlyMap<string, string> }) => (
  <>
    {laid.tiles.map((tile) => <TileMarks tile={tile} laid={laid} label={labels.get(tile.code)} />)}
    {laid.names.length > 0 ? (
      <g class="names" font-size={nameSize}>
        {laid.names.map((one) => (
          <text class={one.stance === 'region' ? 'is-region' : undefined} x={px(one.x)} y={px(one.y)}>
            <tspan class="code">{one.label}</tspan> {one.name}
          </text>
        ))}
      </g>
    ) : null}
  </>
)

/** green outside, white inside: seen on the palest class and on the darkest */
const Frame = ({ tile, laid }: { readonly tile: PlacedTile; readonly laid: TileMapLayout }) => (
  <>
    <rect class="frame-gap" x={px(tile.x + 1.5)} y={px(tile.y + 1.5)} width={px(laid.tileWidth - 3)} height={laid.tileHeight - 3} />
    <rect class="frame" x={px(tile.x - 0.5)} y={px(tile.y - 0.5)} width={px(laid.tileWidth + 1)} height={laid.tileHeight + 1} />
  </>
)

type TileProps = { readonly tile: PlacedTile; readonly laid: TileMapLayout; readonly label: string | undefined }
const TileMarks = ({ tile, laid, label }: TileProps) => {
  const { tileWidth, tileHeight, valueSize } = laid
  const x = tile.x + 4
  const isLarge = tile.nameLines.length > 0
  const content = (
    <g class={`tile-of is-${tile.stance} on-${tile.tone}`}>
      <rect class={`tile tone-${tile.tone}`} x={px(tile.x)} y={px(tile.y)} width={px(tileWidth)} height={tileHeight} />
      <text class="code" font-size={isLarge ? 13 : 12} x={px(x)} y={px(tile.y + (isLarge ? 15 : 14))}>{tile.label}</text>{' '}
      <text class="value" font-size={valueSize} x={px(x)} y={px(tile.y + (isLarge ? 35 : 34))}>{tile.value}</text>{' '}
      {tile.nameLines.map((line, at) => (
        <text class="name" font-size={nameSize} x={px(x)} y={px(tile.y + tileHeight - 7 - (tile.nameLines.length - 1 - at) * 14)}>{line}</text>
      ))}
      {tile.stance === 'region' ? <Frame tile={tile} laid={laid} /> : null}
    </g>
  )
  return tile.href === null ? content : <a href={tile.href}><title>{label}</title>{content}</a>
}
