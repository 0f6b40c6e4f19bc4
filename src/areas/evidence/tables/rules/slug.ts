// A short name for addresses and keys, from Bulgarian or English words: „Заети лица – жени“ → zaeti-litsa-zheni.
const letters: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u',
  ф: 'f', х: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sht', ъ: 'a', ь: 'y', ю: 'yu', я: 'ya', '%': 'percent',
}
/** '' where nothing of the name can be written so. */
export const toSlug = (name: string, most = 40): string =>
  name.toLowerCase().normalize('NFC').replace(/[а-я%]/g, (letter) => letters[letter] ?? '').normalize('NFKD').replace(/[^a-z0-9]+/g, '-').slice(0, most).replace(/^-+|-+$/g, '')
