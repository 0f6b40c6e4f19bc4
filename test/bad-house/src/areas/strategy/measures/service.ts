// Sin: unknown-name. A topic has eight file names.
export const serve = 'serve'
