// The names under which dimensions go everywhere in the product, whatever a source calls them. Codes are never changed.

/** The institute's names for the region and the unit of measure become `geo` and `unit`, as Eurostat calls them. */
const ownNames: Readonly<Record<string, string>> = { NUTS: 'geo', EKATTE: 'geo', Units: 'unit' }

/** By the names as served; when two would get the same name, only the first does. */
export const toOwnNames = (names: readonly string[]): readonly string[] => {
  const taken = new Set(names.filter((name) => !Object.hasOwn(ownNames, name)))
  return names.map((name) => {
    const own = Object.hasOwn(ownNames, name) ? (ownNames[name] as string) : name
    if (own === name || taken.has(own)) return name
    taken.add(own)
    return own
  })
}
const periodNames = ['periods', 'time', 'TIME_PERIOD', 'Edu_schYear']

/** The place of the name that holds the periods: a known one, else the only one that speaks of time; −1 when unclear. */
export const findPeriodName = (names: readonly string[]): number => {
  for (const name of periodNames) if (names.includes(name)) return names.indexOf(name)
  const speaking = names.flatMap((name, at) => (/period|year|quarter|month|week/i.test(name) ? [at] : []))
  return speaking.length === 1 ? (speaking[0] as number) : -1
}
