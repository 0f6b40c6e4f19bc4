// Weights that give every group of people the part it has in the district, whoever happened to answer. Not a cure for who did not.

export type Stratum = { readonly key: string; readonly people: number; readonly answered: number }
export type StratumWeight = { readonly key: string; /** how much one answer counts */ readonly weight: number; /** part of the people, part of the answers */ readonly ofPeople: number; readonly ofAnswers: number }

/** Post-stratification (Holt and Smith 1979, J. R. Stat. Soc. A 142, 33–46): weight = part of the people ÷ part of the answers, over the
 *  groups with at least one answer. Undefined where a group that answered has no known size, or nobody answered: null.
 *  Worked: 100 firms of 400 people, 30 of 40 answers → 0.25 ÷ 0.75 = 0.3333; 300 citizens, 10 answers → 0.75 ÷ 0.25 = 3. */
export const stratumWeights = (strata: readonly Stratum[]): readonly StratumWeight[] | null => {
  const present = strata.filter(({ answered }) => answered > 0)
  const people = present.reduce((all, one) => all + one.people, 0), answers = present.reduce((all, one) => all + one.answered, 0)
  if (answers === 0 || present.some((one) => !(one.people > 0))) return null
  return present.map(({ key, people: of, answered }) => ({ key, ofPeople: of / people, ofAnswers: answered / answers, weight: of / people / (answered / answers) }))
}

/** The share once every answer counts by its group's weight: Σ weight·count ÷ Σ weight·answered. Undefined without answers: null.
 *  Worked: of 30 firms 15 agree, of 10 citizens 8: 0.3333·15 + 3·8 = 29 of 40 → 0.725, where the plain share is 23 of 40 = 0.575. */
export const weightedShare = (groups: readonly { readonly weight: number; readonly count: number; readonly answered: number }[]): number | null => {
  const whole = groups.reduce((all, { weight, answered }) => all + weight * answered, 0)
  return whole === 0 ? null : groups.reduce((all, { weight, count }) => all + weight * count, 0) / whole
}
