// Sin: vague-name. Everything is useful.
export const used = 1
