// The addresses of peers and of the sets that were saved of them. A form's long address leads on to the short one that says the same.
import type { Asked } from '#kernel/answer.ts'
import { notFound, see } from '#kernel/answer.ts'
import { isLanguage } from '#kernel/language.ts'
import { mayDo } from '#kernel/who.ts'
import { type Page, page } from '#store/visit.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { findRegionSet, getAtlas, getHomeRegion, listRegionSets } from '#areas/evidence/regions/read.ts'
import { ancestorAt, findRegion, getRegion } from '#areas/evidence/regions/rules.ts'
import { type NewSet, newSetForm, retireForm } from './forms.ts'
import { getPeers } from './read.ts'
import { newSetPath, peersPath, setPath, setsPath } from './rules.ts'
import { addressOf, choiceOf, isFromForm } from './rules/choice.ts'
import { writePeersCsv } from './rules/files.ts'
import { peersScreen } from './views.tsx'
import { newSetScreen, setListScreen, setScreen } from './views/sets.tsx'
import { retirePeers, savePeers } from './write.ts'

const open = permissions['public.read'], analyse = permissions['evidence.analyse']
const numberOf = (asked: Asked): number => (/^\d{1,8}$/.test(asked.params.number ?? '') ? Number(asked.params.number) : -1)

export const peers = page({
  path: peersPath, may: open, sameForAll: true,
  get: async ({ reader, language, who, now }, asked) => {
    const choice = choiceOf(asked.query)
    if (isFromForm(asked.query)) return see(addressOf(choice))
    const [found, home, sets] = await Promise.all([getPeers(reader, { choice, now }), getHomeRegion(reader), listRegionSets(reader)])
    return peersScreen({ language, peers: found, home, sets, maySave: mayDo(who, analyse) ? 'yes' : 'no' })
  },
})
export const peersCsv = page({
  path: `${peersPath}/data.csv`, may: open, sameForAll: true, languageFree: true,
  get: async ({ reader, now }, asked) => {
    const wanted = asked.query.get('language') ?? undefined
    const found = await getPeers(reader, { choice: choiceOf(asked.query), now })
    return { kind: 'file', mediaType: 'text/csv; charset=utf-8', name: `peers-${found.region.code}.csv`, bytes: writePeersCsv(found, isLanguage(wanted) ? wanted : 'bg') }
  },
})

export const peerSets = page({
  path: setsPath, may: open, sameForAll: true,
  get: async ({ reader, language }) => setListScreen({ language, sets: await listRegionSets(reader) }),
})
export const newPeerSet = page<NewSet>({
  path: newSetPath, may: analyse, accepts: newSetForm,
  get: async ({ reader, language, now }, asked) => newSetScreen({ language, peers: await getPeers(reader, { choice: choiceOf(asked.query), now }), asked }),
  post: (visit, { name, regions }, asked) => savePeers(visit, { name, regions, choice: choiceOf(asked.query) }),
})
export const peerSet = page<'retire'>({
  path: setPath(':number'), may: open, mayPost: analyse, accepts: retireForm,
  get: async ({ reader, language, who }, asked) => {
    const [set, atlas] = await Promise.all([findRegionSet(reader, { number: numberOf(asked) }), getAtlas(reader)])
    const own = set && findRegion(atlas, set.region)
    if (set === undefined || own === undefined) return notFound
    const regions = set.regions.flatMap((code) => { const region = findRegion(atlas, code); return region ? [{ region, country: ancestorAt(atlas, code, 'country') ?? getRegion(atlas, code) }] : [] })
    return setScreen({ language, set, own, regions, mayRetire: mayDo(who, analyse) ? 'yes' : 'no' })
  },
  post: (visit, _act, asked) => retirePeers(visit, { number: numberOf(asked) }),
})

export const pages: readonly Page[] = [peers, peersCsv, peerSets, newPeerSet, peerSet]
