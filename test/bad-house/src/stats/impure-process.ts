// Sin: impure. process in a file of pure values.
export const at = (): string | undefined => process.env.HOME
