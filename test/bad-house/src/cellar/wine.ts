// Sin: unknown-room. The house has no cellar.
export const wine = 'red'
