// Sin: type-import. Linters do not see this arrow.
export type Hidden = import('./good.ts').Good
